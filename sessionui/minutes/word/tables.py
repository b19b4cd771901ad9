"""Tables in the Word file. Rows and cells are walked once: looking each one up is quadratic."""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Any

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Pt
from docx.table import Table, _Cell, _Row

from sessionui.minutes.word.page import TEXT_WIDTH


class Look(Enum):
    """What a table is for: rows under a head, facts, both sides' scores, both sides' words."""

    ROWS = "rows"
    FACTS = "facts"
    SCORES = "scores"
    PAIR = "pair"


_LINE = "C9D1D9"
_HEAD = "EEF2F5"
_HEADED = (Look.ROWS, Look.SCORES)


def add_table(word: Document, rows: int, widths: Sequence[int], look: Look) -> Table:
    """Add a table of ``rows`` rows; ``widths`` are shares of the line. Its head repeats."""
    table: Table = word.add_table(rows, len(widths))
    lengths = [Length(TEXT_WIDTH * width // sum(widths)) for width in widths]
    for column, length in zip(table.columns, lengths, strict=True):
        column.width = length
    _draw_lines(table, look)
    _set_spacing(table)
    # After the lines: python-docx then puts these at the places that the standard fixes.
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    table.autofit = False
    for number, row in enumerate(table.rows):
        _set_row(row, lengths, head=number == 0 and look in _HEADED, split=look is Look.PAIR)
    _space_after(word)
    return table


def row_cells(table: Table) -> Iterator[tuple[_Cell, ...]]:
    """The cells row by row."""
    return (row.cells for row in table.rows)


def _set_row(row: _Row, lengths: Sequence[Length], *, head: bool, split: bool) -> None:
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no row properties
    if not split:
        properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))
    for cell, length in zip(row.cells, lengths, strict=True):
        cell.width = length
        cell.paragraphs[0].paragraph_format.space_after = Pt(0)
        if head:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
            _shade(cell)


def _shade(cell: _Cell) -> None:
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", _HEAD)):
        shading.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shading)  # noqa: SLF001 - python-docx has no shading


def _draw_lines(table: Table, look: Look) -> None:
    drawn = {
        Look.ROWS: ("top", "bottom", "insideH"),
        Look.FACTS: ("insideH",),
        Look.SCORES: ("top", "bottom", "insideV"),
        Look.PAIR: (),
    }[look]
    borders = OxmlElement("w:tblBorders")
    for edge in ("top", "bottom", "insideH", "insideV"):
        if edge in drawn:
            line = OxmlElement(f"w:{edge}")
            for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", _LINE)):
                line.set(qn(f"w:{name}"), value)
            borders.append(line)
    _insert(table, borders)


def _set_spacing(table: Table) -> None:
    margins = OxmlElement("w:tblCellMar")
    for edge, width in (("top", 40), ("left", 80), ("bottom", 40), ("right", 80)):
        side = OxmlElement(f"w:{edge}")
        side.set(qn("w:w"), str(width))
        side.set(qn("w:type"), "dxa")
        margins.append(side)
    _insert(table, margins)


def _insert(table: Table, element: Any) -> None:
    """Put a property at its place; the standard fixes their order, tblLook comes last."""
    properties = table._tbl.tblPr  # noqa: SLF001 - python-docx has no borders
    look = properties.find(qn("w:tblLook"))
    if look is None:
        properties.append(element)
    else:
        look.addprevious(element)


def _space_after(word: Document) -> None:
    """Two tables that touch become one, and Word wants a paragraph after the last."""
    gap = word.add_paragraph()
    gap.paragraph_format.space_after = Pt(0)
    gap.paragraph_format.line_spacing = Pt(6)
