"""WordprocessingML as text: runs and paragraphs, every value escaped.

python-docx makes the file around it. It builds the body element by element, which takes five times
as long as writing the same markup and having it parsed once.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from typing import Final

from docx.oxml.ns import nsdecls

from sessionui.minutes.outline.blocks import Line
from sessionui.minutes.word.styles import TONES

NAMESPACES: Final = nsdecls("w", "r", "wp", "a", "pic")

StyleIds = Callable[[str], str]
"""From the name of a style to its id in the file."""


@dataclass(frozen=True)
class Layout:
    """What a paragraph has besides its style; lengths in points."""

    keep_next: bool = False
    right: bool = False
    after: int | None = None
    line: int | None = None


PLAIN: Final = Layout()
KEPT: Final = Layout(keep_next=True)


def attribute(text: str) -> str:
    """Text as the value of an attribute, in its quotes."""
    return f'"{escape(" ".join(text.split()))}"'


def run(text: str, *, bold: bool = False, style: str = "") -> str:
    """A stretch of text; a newline in it is a new line, a tab a tab. ``style`` is an id."""
    properties = f'<w:rStyle w:val="{style}"/>' if style else ""
    properties += "<w:b/>" if bold else ""
    lines = (_tabbed(part) for part in text.split("\n"))
    inside = "<w:br/>".join(lines)
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inside}</w:r>"


def _tabbed(text: str) -> str:
    parts = text.split("\t")
    return "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(part, quote=False)}</w:t>' for part in parts
    )


def runs(line: Line, ids: StyleIds) -> str:
    """A line of the outline, each stretch in its tone."""
    return "".join(
        run(
            stretch.text,
            bold=stretch.tone == "strong",
            style=ids(TONES[stretch.tone]) if stretch.tone in TONES else "",
        )
        for stretch in line
    )


def paragraph(inside: str, style: str = "", layout: Layout = PLAIN) -> str:
    """A paragraph around what is in it; ``style`` is an id."""
    # The standard fixes the order of these.
    found = [
        f'<w:pStyle w:val="{style}"/>' if style else "",
        "<w:keepNext/>" if layout.keep_next else "",
        _spacing(layout),
        '<w:jc w:val="right"/>' if layout.right else "",
    ]
    properties = "".join(found)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def _spacing(layout: Layout) -> str:
    values = []
    if layout.after is not None:
        values.append(f'w:after="{layout.after * 20}"')
    if layout.line is not None:
        values.append(f'w:line="{layout.line * 20}" w:lineRule="exact"')
    return f"<w:spacing {' '.join(values)}/>" if values else ""


def whole(parts: Iterable[str]) -> str:
    """Everything in one element that names the namespaces."""
    return f"<w:body {NAMESPACES}>{''.join(parts)}</w:body>"
