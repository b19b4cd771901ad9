"""What a PDF shows beside its words: what is drawn, laid over it, carried along, and read aloud.

The minutes that are written anew show the same where nothing was done to a file, whatever program
saved it since. Where something else is drawn, nobody can tell from that who did it: a later version
of the typesetter draws otherwise too. So that is told apart from what was plainly added.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from sessionui.domain.wording import N_, Refused
from sessionui.minutes.verifying.ambiguous import each_key_once
from sessionui.minutes.verifying.canonical import Teller, steps_of
from sessionui.minutes.verifying.naming import names_of
from sessionui.minutes.verifying.reading import BROKEN, opened_pdf

Thing = Literal["note", "link", "field", "signature", "file", "script", "layer"]

_DEEPEST: Final = 60
"""Levels of pages, tags and bookmarks that are looked at."""

_SPOKEN: Final = ("/Alt", "/ActualText", "/E", "/T")


@dataclass(frozen=True)
class Added:
    """Something that lies on a page or is carried along; ``page`` from 1, 0: of the whole file."""

    thing: Thing
    page: int = 0


@dataclass(frozen=True)
class Look:
    """What a PDF shows, page by page, as text that is equal for what looks equal.

    ``things`` are what ``Added`` tells of, with their content; ``spoken``: what is read aloud in
    place of pictures, ``marks``: the titles of the bookmarks, and ``names``: what stands around the
    pages. These may be lost on saving.
    """

    pages: tuple[str, ...]
    things: tuple[tuple[Added, str], ...]
    spoken: tuple[str, ...]
    marks: tuple[str, ...]
    names: frozenset[tuple[str, str]]
    creator: str


@dataclass(frozen=True)
class Odd:
    """In what a file differs from ours: what was added, which pages are drawn otherwise."""

    added: tuple[Added, ...] = ()
    pages: tuple[int, ...] = ()
    spoken: bool = False
    named: bool = False
    creator: str = ""

    def __bool__(self) -> bool:
        return bool(self.added or self.pages or self.spoken or self.named)


def look_of(data: bytes) -> Look:
    """How a PDF looks. Raises ``Refused`` for one that can't be read."""
    try:
        with each_key_once():
            return _look(opened_pdf(data))
    except (PyPdfError, *BROKEN) as error:
        raise Refused(N_("The PDF can't be read.")) from error


def _look(reader: PdfReader) -> Look:
    root = reader.root_object
    _counted(root["/Pages"])
    teller = Teller()
    return Look(
        pages=tuple(_page(page, teller) for page in reader.pages),
        things=tuple(_things(reader, teller)),
        spoken=tuple(_spoken(root.get("/StructTreeRoot"))),
        marks=tuple(_marks(root.get("/Outlines"))),
        names=names_of(reader),
        creator=_creator(reader),
    )


def _counted(node: Any, depth: int = 0) -> int:
    """How many pages there are. Raises ``ValueError`` when it says another number.

    Some viewers show as many as are said to be there.
    """
    if "/Kids" not in node:
        return 1
    if depth > _DEEPEST:
        raise ValueError(depth)
    found = sum(_counted(_there(kid), depth + 1) for kid in _list(node["/Kids"]))
    if node["/Count"] != found:
        raise ValueError(found)
    return found


def _creator(reader: PdfReader) -> str:
    return str(reader.metadata.get("/Creator", "")) if reader.metadata else ""


def oddness(theirs: Look, ours: Look) -> Odd:
    """In what a file differs from the minutes written anew; nothing: they look the same."""
    more = Counter(theirs.things) - Counter(ours.things)
    longest = max(len(theirs.pages), len(ours.pages))
    return Odd(
        added=tuple(dict.fromkeys(added for added, _ in more)),
        pages=tuple(
            n + 1 for n in range(longest) if theirs.pages[n : n + 1] != ours.pages[n : n + 1]
        ),
        spoken=_otherwise(theirs.spoken, ours.spoken) or _otherwise(theirs.marks, ours.marks),
        named=not theirs.names <= ours.names,
        creator=theirs.creator if theirs.creator != ours.creator else "",
    )


def _otherwise(theirs: tuple[str, ...], ours: tuple[str, ...]) -> bool:
    return bool(theirs) and theirs != ours


def _page(page: Any, teller: Teller) -> str:
    frame = (page.mediabox, page.cropbox, page.rotation % 360, page.user_unit)
    group = teller.told(page.raw_get("/Group")) if "/Group" in page else ""
    return "\n".join([*(teller.told(part) for part in frame), group, *steps_of(page, teller)])


# --- what lies on a page, or is carried along


def _things(reader: PdfReader, teller: Teller) -> Iterator[tuple[Added, str]]:
    root = reader.root_object
    yield from _of_file(root, teller)
    for number, page in enumerate(reader.pages, start=1):
        if "/AA" in page:
            yield Added("script", number), teller.told(page.raw_get("/AA"))
        for one in _list(page.get("/Annots")):
            note = _there(one)
            if isinstance(note, dict):
                yield Added(_thing(note), number), teller.told(one)


def _of_file(root: Any, teller: Teller) -> Iterator[tuple[Added, str]]:
    kinds: tuple[tuple[str, Thing], ...] = (
        ("/AF", "file"),
        ("/Collection", "file"),
        ("/AA", "script"),
        ("/OCProperties", "layer"),
    )
    for key, thing in kinds:
        if key in root:
            yield Added(thing), teller.told(root.raw_get(key))
    form = _there(root.get("/AcroForm"))
    # The fields themselves lie on a page, except in a form of the kind that is drawn by a script.
    if isinstance(form, dict) and "/XFA" in form:
        yield Added("field"), teller.told(form)
    opening = _there(root.get("/OpenAction"))
    if isinstance(opening, dict) and opening.get("/S") != "/GoTo":
        yield Added("script"), teller.told(opening)
    names = _there(root.get("/Names"))
    for key, thing in (("/EmbeddedFiles", "file"), ("/JavaScript", "script")):
        if isinstance(names, dict) and key in names:
            yield Added(thing), teller.told(names[key])


def _thing(note: dict[str, Any]) -> Thing:
    match note.get("/Subtype"):
        case "/Link":
            return "link"
        case "/FileAttachment":
            return "file"
        case "/Widget":
            above = _there(note.get("/Parent"))
            kind = note.get("/FT") or (above.get("/FT") if isinstance(above, dict) else None)
            return "signature" if kind == "/Sig" else "field"
        case _:
            return "note"


# --- what is read aloud, and the bookmarks


def _spoken(tag: Any, depth: int = 0) -> Iterator[str]:
    tag = _there(tag)
    if not isinstance(tag, dict) or depth > _DEEPEST:
        return
    yield from (f"{key} {tag[key]}" for key in _SPOKEN if key in tag)
    for inner in _list(tag.get("/K")):
        yield from _spoken(inner, depth + 1)


def _marks(mark: Any, depth: int = 0) -> Iterator[str]:
    inner = _there(mark)
    seen: set[int] = set()
    inner = _there(inner.get("/First")) if isinstance(inner, dict) else None
    while isinstance(inner, dict) and id(inner) not in seen and depth <= _DEEPEST:
        seen.add(id(inner))
        yield f"{depth} {inner.get('/Title', '')}"
        yield from _marks(inner, depth + 1)
        inner = _there(inner.get("/Next"))


def _list(value: Any) -> Iterable[Any]:
    found = _there(value)
    if found is None:
        return ()
    return found if isinstance(found, list) else (found,)


def _there(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value
