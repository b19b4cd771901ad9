"""Reading a house style: a folder with ``house.toml`` and, if wanted, a logo beside it.

Everything is checked at once, and each thing that is wrong is said in a sentence with its place, so
that nobody finds out in front of the room.
"""

import re
import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from errno import EISDIR, ENOENT
from pathlib import Path
from string import Formatter
from typing import Any, Final, get_args

from sessionui.domain.wording import N_, Sentence, Value
from sessionui.file_errors import unread
from sessionui.locale import LANGUAGES
from sessionui.minutes.choices import House, Hue, Logo, Part, Wording
from sessionui.minutes.contrast import contrast_on_white
from sessionui.minutes.logo import logo_of
from sessionui.minutes.points import LogoFault
from sessionui.text import clean

FILE: Final = "house.toml"
KEYS: Final = ("name", "logo", "logo_alt", "colours", *LANGUAGES)
WORDS: Final = ("title", "opening", "ending", "footer", "headings")
FIELDS: Final = frozenset({"kind", "a", "b", "date"})
LARGEST_LOGO: Final = 1_000_000
LARGEST_STYLE: Final = 100_000
"""Bytes; read no further, whatever the file says of itself."""
READABLE: Final = 4.5
"""WCAG 2.2, 1.4.3: the contrast that text needs."""

_HEX = re.compile(r"#[0-9a-fA-F]{6}")


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
            content = _bytes_of(self.folder / FILE, LARGEST_STYLE)
            if content is None:
                self.wrong(N_("{file} is larger than a house style can be."))
                return {}
            return tomllib.loads(content.decode("utf-8-sig"))
        except (FileNotFoundError, NotADirectoryError):
            self.wrong(N_("There is no {file} in {folder}."), folder=str(self.folder))
        except UnicodeDecodeError:
            self.wrong(N_("{file} is not in UTF-8. Save it in that encoding."))
        except RecursionError:
            self.wrong(N_("{file} can't be read as TOML: it is nested too deeply."))
        except OSError as error:
            self.problems.append(unread(FILE, error))
        except ValueError as error:  # a number of ten thousand figures too
            self.wrong(N_("{file} can't be read as TOML: {reason}."), reason=str(error))
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
        """Only a bare {name}: no format of its own, no conversion, nothing within a field."""
        try:
            plain = all(
                name is None or (name in FIELDS and not spec and not conversion)
                for _, name, spec, conversion in Formatter().parse(title)
            )
        except ValueError:
            plain = False
        if not plain:
            template = N_("{file}: {key} may hold {fields} between braces, and no others.")
            self.wrong(template, key=key, fields=", ".join(f"{{{f}}}" for f in sorted(FIELDS)))

    def _logo(self, data: dict[str, Any], firm: str) -> Logo | None:
        name = self._text(data, "logo", "")
        alt = self._text(data, "logo_alt", "") or firm
        if not name:
            return None
        if Path(name).name != name:
            self.wrong(N_("{file}: the logo has to lie in the same folder."))
            return None
        try:
            content = _bytes_of(self.folder / name, LARGEST_LOGO)
        except (OSError, ValueError):
            self.wrong(N_("{file}: there is no logo {logo} in that folder."), logo=name)
            return None
        if content is None:
            self.wrong(N_("{logo} is larger than a megabyte. Save it smaller."), logo=name)
            return None
        try:
            return logo_of(content, alt)
        except LogoFault as fault:
            self.wrong(fault.template, logo=name)
            return None


def _bytes_of(path: Path, most: int) -> bytes | None:
    """What a file holds, ``None`` for more than so many bytes. Raises ``OSError``.

    A pipe or a device, also behind a link, counts as no file: reading it might never end.
    """
    if not path.is_file():
        if path.is_dir():
            raise IsADirectoryError(EISDIR, "")
        raise FileNotFoundError(ENOENT, "")
    with path.open("rb") as file:
        content = file.read(most + 1)
    return content if len(content) <= most else None
