"""Tables in the Word file: widths, lines, a head that repeats, rows that no page cuts."""

from collections.abc import Sequence
from enum import Enum
from typing import Final

from sessionui.minutes.word.markup import Layout, paragraph
from sessionui.minutes.word.page import TEXT_WIDTH


class Look(Enum):
    """What a table is for: rows under a head, facts, scores or words of both sides, signing."""

    ROWS = "rows"
    FACTS = "facts"
    SCORES = "scores"
    PAIR = "pair"
    SIGNING = "signing"


_LINE = "C9D1D9"
_HEAD = "EEF2F5"
_HEADED = (Look.ROWS, Look.SCORES, Look.SIGNING)
_TO_SIGN: Final = 800
"""Height of a row in which somebody signs, in twentieths of a point: 14 millimetres."""
_WIDTH: Final = TEXT_WIDTH.twips
_EDGES = ("top", "bottom", "insideH", "insideV")
_DRAWN: Final[dict[Look, tuple[str, ...]]] = {
    Look.ROWS: ("top", "bottom", "insideH"),
    Look.FACTS: ("insideH",),
    Look.SCORES: ("top", "bottom", "insideV"),
    Look.PAIR: (),
    Look.SIGNING: ("bottom", "insideH"),
}
_MARGINS = "".join(
    f'<w:{edge} w:w="{width}" w:type="dxa"/>'
    for edge, width in (("top", 40), ("left", 80), ("bottom", 40), ("right", 80))
)


def table(
    rows: Sequence[Sequence[str]], widths: Sequence[int], look: Look, *, keep_next: bool = False
) -> str:
    """A table of cells, each the markup of its paragraphs; ``widths`` are shares of the line.

    A small paragraph follows: two tables that touch become one. ``keep_next``: it stays on the
    page of what comes after.
    """
    lengths = [_WIDTH * width // sum(widths) for width in widths]
    grid = "".join(f'<w:gridCol w:w="{length}"/>' for length in lengths)
    made = "".join(_row(row, lengths, look, head=n == 0) for n, row in enumerate(rows))
    gap = paragraph("", layout=Layout(keep_next=keep_next, after=0, line=6))
    return f"<w:tbl>{_properties(look)}<w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>{gap}"


def _properties(look: Look) -> str:
    # The standard fixes the order of these.
    head = int(look in _HEADED)
    return (
        f'<w:tblPr><w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:jc w:val="left"/>'
        f'<w:tblBorders>{_borders(look)}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{_MARGINS}</w:tblCellMar>"
        f'<w:tblLook w:val="06{head * 20:02}" w:firstRow="{head}" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
    )


def _borders(look: Look) -> str:
    return "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"/>'
        for edge in _EDGES
        if edge in _DRAWN[look]
    )


def _row(cells: Sequence[str], lengths: Sequence[int], look: Look, *, head: bool) -> str:
    headed = head and look in _HEADED
    properties = "" if look is Look.PAIR else "<w:cantSplit/>"
    if look is Look.SIGNING and not head:
        properties += f'<w:trHeight w:val="{_TO_SIGN}" w:hRule="atLeast"/>'
    properties += "<w:tblHeader/>" if headed else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{_HEAD}"/>' if headed else ""
    low = '<w:vAlign w:val="bottom"/>' if look is Look.SIGNING else ""
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{length}" w:type="dxa"/>{shade}{low}</w:tcPr>'
        f"{inside or paragraph('')}</w:tc>"
        for inside, length in zip(cells, lengths, strict=True)
    )
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{made}</w:tr>"
