"""The minutes as files: Markdown, HTML, Word and JSON, each in Dutch and English.

The language of an export has nothing to do with that of the interface. What renders, loads when
it is used: importing this package costs nothing.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    # The models cost as much to import as half the application.
    from sessionui.domain.minutes.document import MinutesDocument
    from sessionui.locale import Language

Format = Literal["md", "html", "docx", "json"]

FORMATS: Final[tuple[Format, ...]] = ("md", "html", "docx", "json")


def render(
    document: "MinutesDocument",
    format: Format,  # noqa: A002 - the word that everybody uses for it
    lang: "Language",
) -> bytes:
    """Return the minutes as the bytes of a file; JSON is the same in every language.

    Raises:
        ValueError: no such format or language.
    """
    match format:
        case "md":
            from sessionui.minutes.markdown import as_markdown

            return as_markdown(document, lang).encode()
        case "html":
            from sessionui.minutes.html.writer import as_html

            return as_html(document, lang).encode()
        case "docx":
            from sessionui.minutes.word.writer import as_word

            return as_word(document, lang)
        case "json":
            from sessionui.minutes.data import as_json

            return as_json(document).encode()
    raise ValueError(f"no such format: {format!r}")


def file_name(
    document: "MinutesDocument",
    format: Format,  # noqa: A002 - as in render
    lang: "Language",
) -> str:
    """Return a name for the file: both organisations, kind, date; it can be used on any system."""
    from sessionui.minutes.names import name_for

    return name_for(document, format, lang)


def write(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write an export as a whole, or leave what was there as it was.

    Raises:
        sessionui.minutes.files.NotWritten: with a sentence that says why. Without ``force``, an
            existing file is such a reason.
    """
    from sessionui.minutes.files import write_file

    write_file(path, data, force=force)
