"""From an outline to a Word file: real headings, contents, tables whose head repeats."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import count

import docx
from docx.document import Document
from docx.oxml import parse_xml

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.locale import Language, translator
from sessionui.minutes.outline.blocks import (
    SIGNING_WIDTHS,
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
    Outline,
    Pair,
    Paragraph,
    Run,
    Scoreboard,
    Signing,
    Table,
    Together,
    cell,
)
from sessionui.minutes.word.ahead import DrawnAhead
from sessionui.minutes.word.contents import bookmarked, contents
from sessionui.minutes.word.markup import KEPT, PLAIN, Layout, paragraph, run, runs, whole
from sessionui.minutes.word.page import describe, set_head_and_foot
from sessionui.minutes.word.pictures import CHART_WIDTH, Pictures
from sessionui.minutes.word.styles import HEADINGS, STYLES
from sessionui.minutes.word.tables import Look, table
from sessionui.minutes.word.template import template

IN_CELL = Layout(after=0)
IN_HEAD = Layout(after=0, keep_next=True)


def write_word(
    outline: Outline, document: MinutesDocument, lang: Language, pictures: DrawnAhead
) -> bytes:
    """Return an outline as the bytes of a .docx file."""
    word = docx.Document(BytesIO(template(lang, tuple(sorted(outline.house.colours.items())))))
    set_head_and_foot(word, outline)
    describe(word, outline, document, lang)
    body = _Body(word, Pictures(word, pictures), outline.blocks, lang)
    parts = [body.pictures.logo(outline.house.logo)] if outline.house.logo else []
    parts += body.blocks(outline.blocks)
    _put(word, parts)
    file = BytesIO()
    word.save(file)
    return file.getvalue()


def _put(word: Document, parts: Iterable[str]) -> None:
    """Put the body in, before the properties of its section, which come last."""
    section = word.element.body[-1]
    for element in parse_xml(whole(parts)):
        section.addprevious(element)


class _Body:
    """The body of one file, block by block, as markup."""

    def __init__(
        self, word: Document, pictures: Pictures, every: tuple[Block, ...], lang: Language
    ) -> None:
        names = {str(style.name): str(style.style_id) for style in word.styles}
        self.ids = names.__getitem__
        self.pictures = pictures
        self.every = every
        self.title = translator(lang).gettext("Contents")
        self._headings = count()
        self._kept = False

    def blocks(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        """The markup of each block."""
        for block, after in zip(blocks, (*blocks[1:], None), strict=True):
            kept = isinstance(block, Paragraph) and isinstance(after, Table | Facts | Scoreboard)
            yield from self._block(block, KEPT if kept else PLAIN)

    def _block(  # noqa: C901 - one case a block
        self, block: Block, layout: Layout
    ) -> Iterator[str]:
        match block:
            case Heading():
                yield self._heading(block)
            case Banner():
                text = run(f"{block.word}  ", bold=True) + run(block.text)
                yield paragraph(text, self.ids(STYLES["banner"]))
            case Facts():
                yield self._facts(block)
            case Table():
                yield self._table(block)
            case History():
                yield self.pictures.next(CHART_WIDTH)
                yield self._table(block.table)
            case Dumbbell():
                yield self.pictures.next()
            case Scoreboard():
                yield self._scoreboard(block)
            case Pair():
                halves = ["".join(self._texts(inner)) for inner in (block.a, block.b)]
                yield table([halves], (50, 50), Look.PAIR)
            case Group():
                yield from self.blocks(block.blocks)
            case Together():
                self._kept = True
                yield from self.blocks(block.blocks)
                self._kept = False
            case Signing():
                yield self._signing(block)
            case Paragraph() | Label() | Bullets():
                yield from self._text(block, layout)

    def _heading(self, block: Heading) -> str:
        text = run(" ".join(block.text.split()))
        style = self.ids(HEADINGS[block.level])
        if block.level == 1:
            return paragraph(text, style)
        number = next(self._headings)
        before = "" if number else contents(self.every, self.title, self.ids)
        return before + paragraph(bookmarked(text, number), style)

    def _texts(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        for block in blocks:
            yield from self._text(block, PLAIN)

    def _text(self, block: Block, layout: Layout) -> Iterator[str]:
        match block:
            case Paragraph():
                layout = KEPT if self._kept else layout
                yield paragraph(runs(block.line, self.ids), self.ids(STYLES[block.style]), layout)
            case Label():
                yield paragraph(runs(block.line, self.ids), self.ids(STYLES["label"]))
            case Bullets():
                for item in block.items:
                    yield paragraph(runs(item, self.ids), self.ids("List Bullet"))
            case _:
                raise TypeError(type(block).__name__)

    def _cell(self, lines: Cell, layout: Layout = IN_CELL) -> str:
        made = (paragraph(runs(line, self.ids), layout=layout) for line in lines)
        return "".join(made) or paragraph("", layout=layout)

    def _facts(self, block: Facts) -> str:
        """Names and values; kept on one page where that can be."""
        last = -1 if self._kept else len(block.rows) - 1
        rows = [
            (
                self._cell((_strong(name),), IN_CELL if n == last else IN_HEAD),
                self._cell(value),
            )
            for n, (name, value) in enumerate(block.rows)
        ]
        return table(rows, (26, 74), Look.FACTS, keep_next=self._kept)

    def _signing(self, block: Signing) -> str:
        """A row a side, high enough to write in."""
        head = [self._cell((_strong(name),), IN_HEAD) for name in block.header]
        rows = [
            [self._cell((side,), IN_HEAD), self._cell(cell(name)), self._cell(()), self._cell(())]
            for side, name in block.rows
        ]
        return table([head, *rows], SIGNING_WIDTHS, Look.SIGNING)

    def _table(self, block: Table) -> str:
        def layout(column: int, *, head: bool = False) -> Layout:
            return Layout(after=0, keep_next=head, right=column in block.numeric)

        head = [
            self._cell((_strong(name),), layout(n, head=True))
            for n, name in enumerate(block.header)
        ]
        rows = [
            [self._cell(value, layout(n)) for n, value in enumerate(values)]
            for values in block.rows
        ]
        return table([head, *rows], block.widths, Look.ROWS)

    def _scoreboard(self, block: Scoreboard) -> str:
        sides = (block.a, block.b)
        labels = [
            paragraph(run(side.label, bold=True, style=self.ids(tone)), layout=IN_HEAD)
            for side, tone in zip(sides, ("Side A", "Side B"), strict=True)
        ]
        styles = ["mark" if side.shown else "soft" for side in sides]
        marks = [
            paragraph(run(side.mark), self.ids(STYLES[style]), IN_HEAD)
            for side, style in zip(sides, styles, strict=True)
        ]
        details = [
            paragraph(run(" · ".join(side.details)), self.ids(STYLES["soft"]), IN_CELL)
            for side in sides
        ]
        more = [details] if any(side.details for side in sides) else []
        return table([labels, marks, *more], (50, 50), Look.SCORES)


def _strong(text: str) -> Line:
    return (Run(" ".join(text.split()), "strong"),)
