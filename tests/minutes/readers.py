"""Other programs that read our exports: what they see, as structure and as text."""

import re
from io import BytesIO
from typing import Any

import docx
import pypdf
from lxml import etree
from markdown_it import MarkdownIt
from markdown_it.token import Token

_BREAKS = {"softbreak", "hardbreak"}


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
