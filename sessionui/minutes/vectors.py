"""A logo in vectors (SVG): plain, and no more work to draw than a logo is.

An SVG may say a thing once and draw it a billion times, by parts that use parts. So what it comes
to is counted before anybody draws it.
"""

import re
from base64 import b64decode
from collections import defaultdict
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from sessionui.domain.wording import N_
from sessionui.minutes.points import NO_PICTURE, UNREADABLE, LogoFault, points_of

MOST: Final = 100_000
"""Shapes that are drawn, uses of parts counted each time."""
DEEPEST: Final = 150
"""Groups in groups, and parts that use parts."""
POINTS_A_SHAPE: Final = 1_000
"""As many points of a picture inside count as one shape."""

NOT_PLAIN: Final = N_("{logo} has scripts or parts from elsewhere. Save it plain.")
NOT_UTF8: Final = N_("{logo} is not in UTF-8. Save it in that encoding.")
INTRICATE: Final = N_("{logo} is too intricate for a logo. Save it simpler.")

_ACTIVE: Final = frozenset({"script", "foreignobject", "iframe", "handler", "listener"})
_GRADIENTS: Final = frozenset({"lineargradient", "radialgradient", "stop"})
_HANDED_DOWN: Final = frozenset({"fill", "stroke"})
"""What every shape in a group takes over from it, so that it counts for each."""
_DOCUMENT: Final = re.compile(r"<!ENTITY|<\?xml-stylesheet", re.IGNORECASE)
_URL: Final = re.compile(r"""url\(\s*["']?\s*([^)"'\s]*)""", re.IGNORECASE)
_FILTER: Final = re.compile(r"(?<![\w])filter\s*:\s*(?!none)", re.IGNORECASE)
"""Shadows and blurs: points in a file of vectors, and as slow to make as anybody likes."""
_INSIDE: Final = re.compile(r"data:image/(?:png|jpe?g);base64,", re.IGNORECASE)


def check_vectors(content: bytes) -> None:
    """Raise ``LogoFault`` when a file is no SVG, or none for a logo."""
    root = _parsed(content)
    for part in root.iter():
        _check_plain(part)
    _Count(root).check()


def _parsed(content: bytes) -> Element:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise LogoFault(NOT_UTF8)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise LogoFault(NOT_UTF8 if b"<svg" in content else NO_PICTURE) from None
    if "<svg" not in text and ":svg" not in text:
        raise LogoFault(NO_PICTURE)
    if _DOCUMENT.search(text):
        raise LogoFault(NOT_PLAIN)
    try:
        root = ET.fromstring(text)  # noqa: S314 - without entities, and at most a megabyte
    except (ET.ParseError, ValueError):
        raise LogoFault(UNREADABLE) from None
    if _local(root.tag) != "svg":
        raise LogoFault(NO_PICTURE)
    return root


def _local(name: object) -> str:
    return str(name).rpartition("}")[2].lower()


def _check_plain(part: Element) -> None:
    tag = _local(part.tag)
    sheet = "".join(part.itertext()) if tag == "style" else ""
    rules = (*(f"{_local(name)}:{value}" for name, value in part.attrib.items()), sheet)
    if tag == "marker" or any(_FILTER.search(rule) for rule in rules):
        raise LogoFault(INTRICATE)
    said = (*part.attrib.values(), sheet)
    if (
        tag in _ACTIVE
        or any(_local(name).startswith("on") for name in part.attrib)
        or any(_elsewhere(name, value) for name, value in part.attrib.items())
        or any("javascript:" in text.lower() or "@import" in text.lower() for text in said)
        or any(not target.startswith("#") for text in said for target in _URL.findall(text))
    ):
        raise LogoFault(NOT_PLAIN)


def _elsewhere(name: str, value: str) -> bool:
    plain = value.strip().startswith("#") or _INSIDE.match(value.strip())
    return _local(name) in {"href", "src"} and not plain


class _Count:
    """What an SVG comes to when it is drawn."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._named: dict[str, list[Element]] = defaultdict(list)
        for part in root.iter():
            if name := part.get("id"):
                self._named[name].append(part)
        self._known: dict[Element, tuple[int, int]] = {}
        self._open: set[Element] = set()

    def check(self) -> None:
        """Raise ``LogoFault`` when it is too much."""
        total = self._of(self._root, 0)[0]
        # A rule of a style sheet may hold for every shape, those in what it names too.
        for name in {name for text in self._sheets() for name in _names(text)}:
            total *= 1 + sum(self._drawn(part, 0)[0] for part in self._named[name])
            _limit(total, 0)

    def _sheets(self) -> Iterator[str]:
        for part in self._root.iter():
            if _local(part.tag) == "style":
                yield "".join(part.itertext())

    def _of(self, part: Element, depth: int) -> tuple[int, int]:
        """How many shapes a part is, and how deep; at that depth."""
        if part in self._known:
            count, deep = self._known[part]
            _limit(count, depth + deep)
            return count, deep
        _limit(0, depth)
        if part in self._open:
            raise LogoFault(INTRICATE)  # it holds itself
        self._open.add(part)
        count, deep, times = 1 + _picture(part), 0, 1
        for inside in self._inside(part):
            more, below = self._of(inside, depth + 1)
            count, deep = count + more, max(deep, below + 1)
        for handed, name in _used(part):
            for target in self._named[name]:
                more, below = self._drawn(target, depth + 1)
                deep = max(deep, below + 1)
                if handed:
                    times += more
                else:
                    count += more
        _limit(count * times, depth + deep)
        self._open.discard(part)
        self._known[part] = count * times, deep
        return self._known[part]

    def _inside(self, part: Element) -> Iterator[Element]:
        """Parts in a part, and those that it points to."""
        yield from part
        for name, value in part.attrib.items():
            if _local(name) == "href" and value.strip().startswith("#"):
                yield from self._named[value.strip()[1:]]

    def _drawn(self, part: Element, depth: int) -> tuple[int, int]:
        """What a named part adds to what names it: a gradient nothing."""
        return (0, 0) if _local(part.tag) in _GRADIENTS else self._of(part, depth)


def _limit(count: int, depth: int) -> None:
    if count > MOST or depth > DEEPEST:
        raise LogoFault(INTRICATE)


def _names(text: str) -> list[str]:
    return [target[1:] for target in _URL.findall(text)]


def _used(part: Element) -> Iterator[tuple[bool, str]]:
    """The names that attributes of a part mention, and whether what is in it takes them over."""
    for key, value in part.attrib.items():
        given = {_local(key): value}
        if _local(key) == "style":
            pairs = (rule.partition(":") for rule in value.split(";"))
            given = {prop.strip().lower(): said for prop, _, said in pairs}
        for prop, said in given.items():
            for name in _names(said):
                yield prop in _HANDED_DOWN, name


def _picture(part: Element) -> int:
    """What a picture inside counts for. Raises ``LogoFault``."""
    shapes = 0
    for name, value in part.attrib.items():
        found = _INSIDE.match(value.strip())
        if _local(name) in {"href", "src"} and found:
            try:
                content = b64decode(value.strip()[found.end() :])
            except ValueError:
                raise LogoFault(UNREADABLE) from None
            shapes += points_of(content) // POINTS_A_SHAPE
    return shapes
