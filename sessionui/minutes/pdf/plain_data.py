"""From an outline to plain values for the typesetter: lists, strings and numbers, never markup."""

import math
from collections.abc import Iterable, Sequence
from typing import Any, Final

from sessionui.minutes.html.chart import draw_chart
from sessionui.minutes.html.drawing import Drawing
from sessionui.minutes.html.dumbbell import draw_dumbbell
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
    Pair,
    Paragraph,
    Scoreboard,
    SideScore,
    Signing,
    Table,
    Together,
)

Value = dict[str, Any]

FULL: Final = 172.0
BESIDE: Final = 82.0
"""Width of a table on the page, and beside a chart, in millimetres; as in blocks.typ."""

BOLD, USUAL, PADDING = 1.95, 1.8, 3.0
"""Width of a letter in the head and in a cell at 9 points, generously, and the room beside them."""

MOST_LINES: Final = 24
"""A row that takes more may go on over the page."""


def values_of(blocks: Iterable[Block]) -> list[Value]:
    """Every block as a dictionary with its ``kind``; the template knows one way to set each."""
    return [_value(block) for block in blocks]


def _value(block: Block) -> Value:  # noqa: C901, PLR0911, PLR0912 - one case a block
    match block:
        case Heading():
            return {"kind": "heading", "level": block.level, "text": _flat(block.text) or "–"}
        case Paragraph():
            return {"kind": "paragraph", "style": block.style, "runs": _runs(block.line)}
        case Label():
            return {"kind": "label", "runs": _runs(block.line)}
        case Banner():
            return {"kind": "banner", "word": block.word, "text": block.text}
        case Facts():
            rows = [[_flat(name), _cell(value)] for name, value in block.rows]
            return {"kind": "facts", "rows": rows}
        case Bullets():
            return {"kind": "bullets", "items": [_runs(item) for item in block.items]}
        case Table():
            return _table(block)
        case Scoreboard():
            return {"kind": "scoreboard", "sides": [_side(block.a), _side(block.b)]}
        case Dumbbell():
            return {"kind": "picture", **drawing_value(draw_dumbbell(block))}
        case History():
            picture = drawing_value(draw_chart(block.chart))
            table = _table(block.table, BESIDE)
            return {"kind": "history", "picture": picture, "table": table}
        case Pair():
            return {"kind": "pair", "sides": [values_of(block.a), values_of(block.b)]}
        case Group():
            return {"kind": "group", "blocks": values_of(block.blocks)}
        case Together():
            return {"kind": "together", "blocks": values_of(block.blocks)}
        case Signing():
            return _signing(block)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _runs(line: Line) -> list[Value]:
    """Stretches of text; the lines of each apart, because a newline is a new line."""
    return [{"lines": run.text.split("\n"), "tone": run.tone} for run in line]


def _cell(cell: Cell) -> list[list[Value]]:
    return [_runs(line) for line in cell]


def _table(table: Table, room: float = FULL) -> Value:
    every = sum(table.widths)
    widths = [room * width / every for width in table.widths]
    heads = zip(table.header, widths, strict=True)
    return {
        "kind": "table",
        "header": [_flat(name) for name in table.header],
        "rows": [[_cell(value) for value in row] for row in table.rows],
        "widths": list(table.widths),
        "numeric": list(table.numeric),
        "split-heads": [n for n, (name, width) in enumerate(heads) if not _fits(name, width)],
        "long-rows": [n for n, row in enumerate(table.rows) if _lines(row, widths) > MOST_LINES],
    }


def _fits(text: str, width: float) -> bool:
    """Whether every word stays within a column when none is broken."""
    return all(len(word) * BOLD <= width - PADDING for word in text.split())


def _lines(row: tuple[Cell, ...], widths: Sequence[float]) -> int:
    """About how many lines the longest cell of a row takes."""
    return max(_cell_lines(value, width) for value, width in zip(row, widths, strict=True))


def _cell_lines(value: Cell, width: float) -> int:
    texts = ("".join(run.text for run in entry) for entry in value)
    signs = max((width - PADDING) / USUAL, 1)
    return sum(math.ceil(max(len(part), 1) / signs) for text in texts for part in text.split("\n"))


def _signing(block: Signing) -> Value:
    return {
        "kind": "signing",
        "header": list(block.header),
        "rows": [[_runs(side), name] for side, name in block.rows],
        "widths": list(SIGNING_WIDTHS),
    }


def _side(side: SideScore) -> Value:
    return {
        "label": _flat(side.label),
        "mark": side.mark,
        "shown": side.shown,
        "details": " · ".join(side.details),
    }


def drawing_value(drawing: Drawing) -> Value:
    """A picture in its own units; the template scales it."""
    return {
        "alt": f"{drawing.title}. {drawing.description}",
        "width": drawing.width,
        "height": drawing.height,
        "strokes": [
            {"from": [s.x1, s.y1], "to": [s.x2, s.y2], "look": s.look.split()}
            for s in drawing.strokes
        ],
        "symbols": [
            {"series": s.series, "x": s.x, "y": s.y, "size": s.size, "filled": s.filled}
            for s in drawing.symbols
        ],
        "texts": [
            {"x": t.x, "y": t.y, "text": _flat(t.text), "look": t.look.split(), "anchor": t.anchor}
            for t in drawing.texts
        ],
    }
