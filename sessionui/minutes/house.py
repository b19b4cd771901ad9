"""Reading a house style: a folder with ``house.toml`` and, if wanted, a logo beside it.

Everything is checked at once, and each thing that is wrong is said in a sentence with its place, so
that nobody finds out in front of the room.
"""

import re
import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from string import Formatter
from typing import Any, Final, get_args

from sessionui.domain.wording import N_, Sentence, Value
from sessionui.file_errors import unread
from sessionui.locale import LANGUAGES
from sessionui.minutes.choices import House, Hue, Logo, Part, Wording
from sessionui.minutes.contrast import contrast_on_white
from sessionui.text import clean

FILE: Final = "house.toml"
KEYS: Final = ("name", "logo", "logo_alt", "colours", *LANGUAGES)
WORDS: Final = ("title", "opening", "ending", "footer", "headings")
FIELDS: Final = frozenset({"kind", "a", "b", "date"})
LARGEST_LOGO: Final = 1_000_000
READABLE: Final = 4.5
"""WCAG 2.2, 1.4.3: the contrast that text needs."""

_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_ACTIVE = re.compile(rb"<!ENTITY|<script|<foreignObject|javascript:|\son\w+\s*=", re.IGNORECASE)
_ELSEWHERE = re.compile(rb"""(?:href|src)\s*=\s*["'](?!#|data:image/)|url\(\s*["']?(?!#)""")


class HouseProblems(Exception):  # noqa: N818 - named by what happened
    """A house style can't be used; ``sentences`` say everything that is wrong with it."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        self.sentences = tuple(sentences)
        super().__init__(len(self.sentences))


def read_house(folder: Path) -> House:
    """Read the house style in a folder. Raises ``HouseProblems``."""
    reading = _Reading(folder)
    house = reading.house()
    if reading.problems:
        raise HouseProblems(reading.problems)
    return house


class _Reading:
    """One reading of one folder, with what was found wrong on the way."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Sentence] = []

    def wrong(self, template: str, **values: Value) -> None:
        self.problems.append(Sentence(template, {"file": FILE, **values}))

    def house(self) -> House:
        data = self._data()
        self._known(data, KEYS, "")
        name = self._text(data, "name", "")
        return House(
            name=name,
            logo=self._logo(data, name),
            colours=self._colours(self._table(data, "colours", "")),
            wording={
                lang: self._wording(self._table(data, lang, ""), lang)
                for lang in LANGUAGES
                if lang in data
            },
        )

    def _data(self) -> dict[str, Any]:
        try:
            return tomllib.loads((self.folder / FILE).read_bytes().decode("utf-8-sig"))
        except (FileNotFoundError, NotADirectoryError):
            self.wrong(N_("There is no {file} in {folder}."), folder=str(self.folder))
        except UnicodeDecodeError:
            self.wrong(N_("{file} is not in UTF-8. Save it in that encoding."))
        except tomllib.TOMLDecodeError as error:
            self.wrong(N_("{file} can't be read as TOML: {reason}."), reason=str(error))
        except OSError as error:
            self.problems.append(unread(FILE, error))
        return {}

    def _known(self, table: dict[str, Any], keys: Iterable[str], where: str) -> None:
        names = list(keys)
        for key in table:
            if key in names:
                continue
            near = get_close_matches(key, names, 1)
            if near:
                template = N_("{file}: there is no {key}; {near} may be meant.")
                self.wrong(template, key=where + key, near=where + near[0])
            else:
                template = N_("{file}: there is no {key}. Choose from {keys}.")
                self.wrong(template, key=where + key, keys=", ".join(names))

    def _table(self, table: dict[str, Any], key: str, where: str) -> dict[str, Any]:
        value = table.get(key, {})
        if isinstance(value, dict):
            return value
        self.wrong(N_("{file}: {key} has to be a table."), key=where + key)
        return {}

    def _text(self, table: dict[str, Any], key: str, where: str) -> str:
        value = table.get(key, "")
        if isinstance(value, str):
            return clean(value).strip()
        self.wrong(N_('{file}: {key} has to be text in "quotes".'), key=where + key)
        return ""

    def _colours(self, table: dict[str, Any]) -> dict[Hue, str]:
        hues: tuple[Hue, ...] = get_args(Hue)
        self._known(table, hues, "colours.")
        found: dict[Hue, str] = {}
        for hue in hues:
            value = self._text(table, hue, "colours.")
            if not value:
                continue
            if not _HEX.fullmatch(value):
                template = N_("{file}: {key} is no colour. Write it as #1f5f8b.")
                self.wrong(template, key=f"colours.{hue}")
            elif contrast_on_white(value) < READABLE:
                template = N_("{file}: {key} is too light to be read on white. Take a darker one.")
                self.wrong(template, key=f"colours.{hue}")
            else:
                found[hue] = value.lower()
        if "side_a" in found and found["side_a"] == found.get("side_b"):
            self.wrong(N_("{file}: both sides have the same colour."))
        return found

    def _wording(self, table: dict[str, Any], lang: str) -> Wording:
        where = f"{lang}."
        self._known(table, WORDS, where)
        headings = self._table(table, "headings", where)
        parts: tuple[Part, ...] = get_args(Part)
        self._known(headings, parts, f"{where}headings.")
        title = self._text(table, "title", where)
        self._check_fields(title, f"{where}title")
        return Wording(
            title=title,
            opening=self._text(table, "opening", where),
            ending=self._text(table, "ending", where),
            footer=self._text(table, "footer", where),
            headings={
                part: text
                for part in parts
                if (text := self._text(headings, part, f"{where}headings."))
            },
        )

    def _check_fields(self, title: str, key: str) -> None:
        try:
            names = {name for _, name, _, _ in Formatter().parse(title) if name is not None}
        except ValueError:
            names = {"{"}
        if not names <= FIELDS:
            template = N_("{file}: {key} may hold {fields} between braces, and no others.")
            self.wrong(template, key=key, fields=", ".join(sorted(FIELDS)))

    def _logo(self, data: dict[str, Any], firm: str) -> Logo | None:
        name = self._text(data, "logo", "")
        alt = self._text(data, "logo_alt", "") or firm
        if not name:
            return None
        if Path(name).name != name:
            self.wrong(N_("{file}: the logo has to lie in the same folder."))
            return None
        try:
            path = self.folder / name
            if path.stat().st_size > LARGEST_LOGO:
                self.wrong(N_("{logo} is larger than a megabyte. Save it smaller."), logo=name)
                return None
            content = path.read_bytes()
        except OSError:
            self.wrong(N_("{file}: there is no logo {logo} in that folder."), logo=name)
            return None
        return self._checked_logo(content, name, alt)

    def _checked_logo(self, content: bytes, name: str, alt: str) -> Logo | None:
        if content.startswith(b"\x89PNG\r\n\x1a\n"):
            return Logo(content, "image/png", alt)
        if content.startswith(b"\xff\xd8\xff"):
            return Logo(content, "image/jpeg", alt)
        if b"<svg" not in content[:2000]:
            self.wrong(N_("{logo} is no PNG, JPEG or SVG."), logo=name)
        elif _ACTIVE.search(content) or _ELSEWHERE.search(content):
            self.wrong(N_("{logo} has scripts or parts from elsewhere. Save it plain."), logo=name)
        else:
            return Logo(content, "image/svg+xml", alt)
        return None
