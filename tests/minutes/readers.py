"""Other programs that read our exports: what they see, as structure and as text."""

import csv
import json
import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import docx
import pypdf
from icalendar import Calendar
from lxml import etree
from markdown_it import MarkdownIt
from markdown_it.token import Token
from python_calamine import CalamineWorkbook

_BREAKS = {"softbreak", "hardbreak"}
_READ = ("text", "text_special")


def markdown_tokens(text: str) -> list[Token]:
    """Every token, inner ones in their place; links and tables as GitHub reads them."""
    found: list[Token] = []
    for token in MarkdownIt("gfm-like", {"linkify": True, "html": True}).parse(text):
        found += token.children if token.children is not None else [token]
    return found


def markdown_structure(text: str) -> list[tuple[str, str]]:
    """What kinds of things there are, in their order; texts and line ends left out."""
    kept = [t for t in markdown_tokens(text) if t.type not in (*_BREAKS, "text", "text_special")]
    return [(t.type, t.tag) for t in kept if not (t.type == "html_inline" and t.content == "<br>")]


def markdown_text(text: str) -> str:
    """Only what is read."""
    return "".join(t.content for t in markdown_tokens(text) if t.type in ("text", "text_special"))


def html_tree(text: str) -> Any:
    """The page, by a parser that forgives nothing."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=False)
    return etree.fromstring(text.encode(), parser)


def html_structure(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Every element with the names of its attributes."""
    return [(str(e.tag), tuple(sorted(e.attrib))) for e in html_tree(text).iter()]


def html_text(text: str) -> str:
    """Only what is read; without the style sheet."""
    tree = html_tree(text)
    for style in tree.findall(".//style"):
        style.getparent().remove(style)
    return "".join(tree.itertext())


def word_file(data: bytes) -> Any:
    """The Word file, by python-docx."""
    return docx.Document(BytesIO(data))


def word_structure(data: bytes) -> list[tuple[str, str]]:
    """Every paragraph with its style and every table with its size, in their order."""
    found = []
    for part in word_file(data).iter_inner_content():
        if hasattr(part, "rows"):
            found.append(("table", f"{len(part.rows)}×{len(part.columns)}"))
        else:
            found.append(("paragraph", part.style.name))
    return found


def word_text(data: bytes) -> str:
    """Only what is read, tables included."""
    body = word_file(data).element.body
    return "".join(t.text or "" for t in body.iter("{*}t"))


def pdf_text(data: bytes) -> str:
    """What can be read in a PDF, by pypdf; soft hyphens at the end of a line taken out."""
    pages = pypdf.PdfReader(BytesIO(data)).pages
    text = "\n".join(page.extract_text() for page in pages)
    return re.sub(r"\u00ad\n?|(?<=\w)-\n", "", text)


def pdf_tags(data: bytes) -> list[str]:
    """The kinds of the structure elements of a tagged PDF, in reading order."""
    root: Any = pypdf.PdfReader(BytesIO(data)).trailer["/Root"]
    found: list[str] = []
    _walk(root["/StructTreeRoot"], found)
    return found


def _walk(node: Any, found: list[str]) -> None:
    if hasattr(node, "get_object"):
        node = node.get_object()
    if isinstance(node, list):
        for inner in node:
            _walk(inner, found)
    elif isinstance(node, dict):
        if "/S" in node:
            found.append(str(node["/S"]).removeprefix("/"))
        if "/K" in node:
            _walk(node["/K"], found)


def word_lines(data: bytes) -> str:
    """What is read in a Word file, a paragraph a line; also what pictures say."""
    body = word_file(data).element.body
    lines = ("".join(t.text or "" for t in p.iter("{*}t")) for p in body.iter("{*}p"))
    return "\n".join([*lines, *(e.get("descr") for e in body.iter("{*}docPr"))])


def markdown_lines(text: str) -> str:
    """What is read in Markdown, a stretch of text a line."""
    return "\n".join(t.content for t in markdown_tokens(text) if t.type in _READ)


def workbook_text(data: bytes) -> str:
    """Every cell of a workbook, by calamine."""
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    rows = (row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python())
    return "\n".join(_cell(value) for row in rows for value in row)


def _cell(value: object) -> str:
    match value:
        case float():
            return f"{value:g}"
        case date():
            return value.isoformat()
    return str(value)


def comma_text(data: bytes) -> str:
    """Every cell of the CSV files in a ZIP."""
    with ZipFile(BytesIO(data)) as packed:
        files = [packed.read(name).decode("utf-8-sig") for name in packed.namelist()]
    return "\n".join(cell for text in files for row in csv.reader(StringIO(text)) for cell in row)


def calendar_text(data: bytes) -> str:
    """Every value of a calendar, by icalendar."""
    values = (v for c in Calendar.from_ical(data).walk() for _, v in c.property_items())
    plain = (getattr(value, "dt", value) for value in values)
    return "\n".join(p.isoformat() if hasattr(p, "isoformat") else str(p) for p in plain)


def json_text(data: bytes) -> str:
    """Every value of a JSON file, one a line."""
    return "\n".join(_leaves(json.loads(data)))


def _leaves(value: object) -> Iterator[str]:
    match value:
        case dict():
            for entry in value.values():
                yield from _leaves(entry)
        case list():
            for entry in value:
                yield from _leaves(entry)
        case _:
            yield str(value)
