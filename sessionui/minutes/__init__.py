"""The minutes as files: to read, to calculate with, for calendars and for programs; nl and en.

The language of an export has nothing to do with that of the interface. What renders, loads when
it is used: importing this package costs nothing.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    # The models cost as much to import as half the application.
    from sessionui.domain.minutes.document import MinutesDocument
    from sessionui.locale import Language
    from sessionui.minutes.choices import Choices
    from sessionui.minutes.made import Made

Format = Literal["pdf", "docx", "html", "md", "xlsx", "csv", "ics", "json"]

FORMATS: Final[tuple[Format, ...]] = ("pdf", "docx", "html", "md", "xlsx", "csv", "ics", "json")

ENDINGS: Final[dict[str, str]] = {"csv": "csv.zip"}
"""How the name of a file ends, where that isn't its format: CSV is a table a file."""


def make(  # noqa: PLR0911 - one case a form
    document: "MinutesDocument",
    format: Format,  # noqa: A002 - the word that everybody uses for it
    lang: "Language",
    choices: "Choices | None" = None,
) -> "Made":
    """Return the minutes as the bytes of a file, with what is good to know of it.

    JSON is the same in every language, and always the whole. ``choices``: how much, whose copy, in
    which house style; by default everything in our own.

    Raises:
        ValueError: no such format or language.
    """
    from sessionui.minutes.choices import USUAL
    from sessionui.minutes.made import Made

    chosen = choices or USUAL
    match format:
        case "pdf":
            from sessionui.minutes.pdf.writer import as_pdf

            return as_pdf(document, lang, chosen)
        case "docx":
            from sessionui.minutes.word.making import as_word

            return Made(as_word(document, lang, chosen))
        case "html":
            from sessionui.minutes.html.writer import as_html

            return Made(as_html(document, lang, chosen).encode())
        case "md":
            from sessionui.minutes.markdown import as_markdown

            return Made(as_markdown(document, lang, chosen).encode())
        case "xlsx":
            from sessionui.minutes.tables.workbook import as_workbook

            return Made(as_workbook(document, lang))
        case "csv":
            from sessionui.minutes.tables.comma import as_comma

            return Made(as_comma(document))
        case "ics":
            from sessionui.minutes.calendar import as_calendar

            return Made(as_calendar(document, lang, chosen.copy_for))
        case "json":
            from sessionui.minutes.data import as_json

            return Made(as_json(document).encode())
    raise ValueError(f"no such format: {format!r}")


def render(
    document: "MinutesDocument",
    format: Format,  # noqa: A002 - as in make
    lang: "Language",
) -> bytes:
    """Return the bytes alone; see ``make``."""
    return make(document, format, lang).data


def file_name(
    document: "MinutesDocument",
    format: Format,  # noqa: A002 - as in make
    lang: "Language",
    choices: "Choices | None" = None,
) -> str:
    """Return a name for the file: both organisations, kind, date; it can be used on any system."""
    from sessionui.minutes.choices import USUAL
    from sessionui.minutes.names import name_for

    return name_for(document, ENDINGS.get(format, format), lang, choices or USUAL)


def write(path: Path, data: bytes, *, force: bool = False, private: bool = False) -> None:
    """Write an export as a whole, or leave what was there as it was.

    Raises:
        sessionui.minutes.files.NotWritten: with a sentence that says why. Without ``force``, an
            existing file is such a reason.
    """
    from sessionui.minutes.files import write_file

    write_file(path, data, force=force, private=private)
