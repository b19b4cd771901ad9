"""From an outline to a Word file: real headings, tables whose head repeats, page numbers."""

from io import BytesIO

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.locale import Language
from sessionui.minutes.choices import USUAL, Choices
from sessionui.minutes.outline.blocks import (
    Banner,
    Block,
    Bullets,
    Cell,
    Dumbbell,
    Facts,
    Group,
    Heading,
    History,
    Label,
    Line,
    Pair,
    Paragraph,
    Scoreboard,
    Table,
)
from sessionui.minutes.outline.build import outline_of
from sessionui.minutes.word.page import describe, set_head_and_foot, set_paper
from sessionui.minutes.word.pictures import CHART_WIDTH, Pictures, add_logo
from sessionui.minutes.word.styles import HEADINGS, STYLES, TONES, set_styles
from sessionui.minutes.word.tables import Look, add_table, row_cells

Holder = Document | _Cell


def as_word(document: MinutesDocument, lang: Language, choices: Choices = USUAL) -> bytes:
    """Return the minutes as the bytes of a .docx file."""
    outline = outline_of(document, lang, choices)
    word = docx.Document()
    set_styles(word, lang, outline.house)
    set_paper(word)
    set_head_and_foot(word, outline)
    describe(word, outline, document, lang)
    if outline.house.logo:
        add_logo(word, outline.house.logo)
    _blocks(word, outline.blocks, Pictures(outline.blocks, outline.house))
    file = BytesIO()
    word.save(file)
    return file.getvalue()


def _blocks(word: Document, blocks: tuple[Block, ...], pictures: Pictures) -> None:
    for block, after in zip(blocks, (*blocks[1:], None), strict=True):
        _block(word, block, pictures)
        if isinstance(block, Paragraph) and isinstance(after, Table | Facts | Scoreboard):
            word.paragraphs[-1].paragraph_format.keep_with_next = True


def _block(  # noqa: C901 - one case a block
    word: Document, block: Block, pictures: Pictures
) -> None:
    match block:
        case Heading():
            word.add_paragraph(" ".join(block.text.split()), style=HEADINGS[block.level])
        case Banner():
            paragraph = word.add_paragraph(style=STYLES["banner"])
            paragraph.add_run(f"{block.word}  ").bold = True
            paragraph.add_run(block.text)
        case Facts():
            _facts(word, block)
        case Table():
            _table(word, block)
        case History():
            pictures.add_next(word, CHART_WIDTH)
            _table(word, block.table)
        case Dumbbell():
            pictures.add_next(word)
        case Scoreboard():
            _scoreboard(word, block)
        case Pair():
            _pair(word, block)
        case Group():
            _blocks(word, block.blocks, pictures)
        case Paragraph() | Label() | Bullets():
            _texts(word, block)


def _texts(holder: Holder, block: Block) -> None:
    match block:
        case Paragraph():
            _fill(holder.add_paragraph(style=STYLES[block.style]), block.line)
        case Label():
            _fill(holder.add_paragraph(style=STYLES["label"]), block.line)
        case Bullets():
            for item in block.items:
                _fill(holder.add_paragraph(style="List Bullet"), item)
        case _:
            raise TypeError(type(block).__name__)


def _fill(paragraph: WordParagraph, line: Line) -> None:
    for stretch in line:
        run = paragraph.add_run(stretch.text)
        if stretch.tone == "strong":
            run.bold = True
        elif stretch.tone:
            run.style = TONES[stretch.tone]


def _fill_cell(cell: _Cell, value: Cell) -> None:
    """Write the lines of a cell; the paragraph that every cell has takes the first."""
    paragraph = cell.paragraphs[0]
    for number, line in enumerate(value):
        if number:
            paragraph = cell.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(0)
        _fill(paragraph, line)


def _facts(word: Document, block: Facts) -> None:
    """Names and values; kept on one page where that can be."""
    table = add_table(word, len(block.rows), (26, 74), Look.FACTS)
    for (name, value), cells in zip(block.rows, row_cells(table), strict=True):
        cells[0].paragraphs[0].add_run(" ".join(name.split())).bold = True
        _fill_cell(cells[1], value)
        for paragraph in cells[0].paragraphs:
            paragraph.paragraph_format.keep_with_next = name != block.rows[-1][0]


def _table(word: Document, block: Table) -> None:
    table = add_table(word, len(block.rows) + 1, block.widths, Look.ROWS)
    rows = row_cells(table)
    for number, (name, cell) in enumerate(zip(block.header, next(rows), strict=True)):
        cell.paragraphs[0].add_run(name).bold = True
        if number in block.numeric:
            _to_the_right(cell)
    for values, cells in zip(block.rows, rows, strict=True):
        for number, (value, cell) in enumerate(zip(values, cells, strict=True)):
            _fill_cell(cell, value)
            if number in block.numeric:
                _to_the_right(cell)


def _to_the_right(cell: _Cell) -> None:
    for paragraph in cell.paragraphs:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _scoreboard(word: Document, block: Scoreboard) -> None:
    sides = (block.a, block.b)
    with_details = any(side.details for side in sides)
    table = add_table(word, 3 if with_details else 2, (50, 50), Look.SCORES)
    labels, marks, *details = row_cells(table)
    for side, tone, label, mark in zip(sides, ("a", "b"), labels, marks, strict=True):
        run = label.paragraphs[0].add_run(side.label)
        run.style = TONES[tone]
        run.bold = True
        mark.paragraphs[0].style = STYLES["mark" if side.shown else "soft"]
        mark.paragraphs[0].add_run(side.mark)
    for cells in details:
        for side, cell in zip(sides, cells, strict=True):
            cell.paragraphs[0].style = STYLES["soft"]
            cell.paragraphs[0].add_run(" · ".join(side.details))


def _pair(word: Document, block: Pair) -> None:
    table = add_table(word, 1, (50, 50), Look.PAIR)
    for cell, blocks in zip(next(row_cells(table)), (block.a, block.b), strict=True):
        for inner in blocks:
            _texts(cell, inner)
        if blocks:  # the empty paragraph that a cell begins with
            first = cell.paragraphs[0]._element  # noqa: SLF001 - python-docx can't delete
            first.getparent().remove(first)
