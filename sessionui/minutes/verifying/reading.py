"""What stands in a file that was handed out: JSON data, or the words of a page."""

import json
import re
import zlib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, Literal
from unicodedata import normalize

from sessionui.domain.wording import N_, Refused
from sessionui.minutes.verifying.ambiguous import each_key_once

if TYPE_CHECKING:
    from pypdf import PdfReader

BROKEN: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    zlib.error,
)
"""What reading a broken PDF may raise beside the errors of pypdf."""

_BROKEN = re.compile(r"(?<=\w)[-\u2010\u00ad]\s*\n\s*(?=\w)")
_SOFT = str.maketrans("", "", "\u00ad\u200b\u2060")
_SILENT = frozenset({"script", "style"})
_NO_SPACE = re.compile(r"[^ \t\r\n\f]+")
"""Runs of what HTML doesn't take for white space; a no-break space or a U+2028 is shown."""

_UTF16: Final = (BOM_UTF16_LE, BOM_UTF16_BE)
_DEEPEST: Final = 40
"""Levels of JSON that are read; minutes have some ten."""

_TOO_DEEP: Final = N_("This can't be checked: it is nested deeper than any minutes are.")


@dataclass(frozen=True)
class Paper:
    """The words of a file, in its order, and the language that it says it is in.

    ``dress``: all of HTML but spaces, as elements, styles and scripts may hide or replace words.
    ``text``: the words on one line, with the hyphens at which lines were broken. ``maker``: the
    program and version that it says wrote it.
    """

    kind: Literal["html", "pdf"]
    words: tuple[str, ...]
    text: str
    lang: str = ""
    dress: tuple[str, ...] = ()
    maker: str = ""


def read(data: bytes) -> dict[str, Any] | Paper | None:
    """JSON data or the words of a page; ``None`` for what is neither.

    Raises ``Refused`` for a PDF that can't be read, such as one with a password, and for JSON that
    programs read differently.
    """
    if data.startswith(b"%PDF-"):
        return paper_of_pdf(data)
    try:
        text = data.decode("utf-16" if data.startswith(_UTF16) else "utf-8-sig")
    except UnicodeDecodeError:
        return None
    if text.lstrip().startswith("{"):
        return _json(text)
    if re.match(r"\s*(<!doctype html|<html)", text, re.IGNORECASE):
        return paper_of_html(text)
    return None


def paper_of_html(text: str) -> Paper:
    """The words that a browser would show, the title before them."""
    reader = _Words()
    reader.feed(text)
    reader.close()
    # Not the elements as one parser sees them: browsers see some otherwise, and show more.
    dress = tuple(_NO_SPACE.findall(text))
    paper = _paper("html", "\n".join(reader.found), reader.lang)
    return replace(paper, dress=dress, maker=reader.maker)


def paper_of_pdf(data: bytes) -> Paper:
    """The words on all pages. Raises ``Refused``."""
    from pypdf.errors import PyPdfError  # only needed to check a PDF

    try:
        with each_key_once():
            reader = opened_pdf(data)
            pages = [page.extract_text() for page in reader.pages]
            lang = str(reader.root_object.get("/Lang", ""))
            maker = str(reader.metadata.get("/Keywords", "")) if reader.metadata else ""
    except (PyPdfError, *BROKEN) as error:
        raise Refused(N_("The PDF can't be read.")) from error
    return replace(_paper("pdf", "\n".join(pages), lang[:2]), maker=maker)


def opened_pdf(data: bytes) -> "PdfReader":
    """A PDF for reading. Raises ``Refused`` for one with a password, and errors of pypdf."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    try:
        reader = PdfReader(BytesIO(data))
        _ = len(reader.pages)
    except (DependencyError, FileNotDecryptedError) as error:
        raise Refused(
            N_("The PDF is locked with a password. Save it without one, and check that copy.")
        ) from error
    return reader


def _paper(kind: Literal["html", "pdf"], text: str, lang: str) -> Paper:
    joined = re.sub(r"-\s*\n\s*", "-", text)
    return Paper(kind, words_of(text), " ".join(joined.split()), lang)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text; one that was broken at the end of a line is one word.

    Letters that are joined into one sign, as some programs write them, count as letters.
    """
    return tuple(normalize("NFKC", _BROKEN.sub("", text).translate(_SOFT)).split())


def _json(text: str) -> dict[str, Any] | None:
    """The object in a text. Raises ``Refused``."""
    try:
        data = json.loads(text, object_pairs_hook=_each_once)
    except ValueError:
        return None
    except RecursionError:
        raise Refused(_TOO_DEEP) from None
    if not isinstance(data, dict):
        return None
    _refuse_too_deep(data)
    _refuse_half_signs(data)
    return data


def _each_once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Refused(
            N_(
                "This can't be checked: a name stands twice in the same part of this JSON, and "
                "programs differ on which of the two counts. sessionui never writes that."
            )
        )
    return found


def _refuse_too_deep(data: dict[str, Any]) -> None:
    level: list[Any] = [data]
    for _ in range(_DEEPEST):
        level = [inner for one in level for inner in _inner(one)]
    if level:
        raise Refused(_TOO_DEEP)


def _refuse_half_signs(data: dict[str, Any]) -> None:
    try:
        json.dumps(data, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise Refused(
            N_(
                "This can't be checked: it holds half a sign (a lone surrogate), which no text has."
                " sessionui never writes that."
            )
        ) from None


def _inner(value: Any) -> Iterable[Any]:
    match value:
        case dict():
            return value.values()
        case list():
            return value
        case _:
            return ()


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.lang = ""
        self.maker = ""
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "html":
            self.lang = (dict(attrs).get("lang") or "")[:2]
        if tag == "meta" and dict(attrs).get("name") == "generator":
            self.maker = dict(attrs).get("content") or ""
        self._silent += tag in _SILENT

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT and self._silent > 0

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.found.append(data)
