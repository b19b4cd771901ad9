"""From an outline to plain values for the typesetter: lists, strings and numbers, never markup."""

from collections.abc import Iterable
from typing import Any

from sessionui.minutes.html.chart import draw_chart
from sessionui.minutes.html.drawing import Drawing
from sessionui.minutes.html.dumbbell import draw_dumbbell
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
    SideScore,
    Table,
)

Value = dict[str, Any]


def values_of(blocks: Iterable[Block]) -> list[Value]:
    """Every block as a dictionary with its ``kind``; the template knows one way to set each."""
    return [_value(block) for block in blocks]


def _value(block: Block) -> Value:  # noqa: C901, PLR0911 - one case a block
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
            return {"kind": "history", "picture": picture, "table": _table(block.table)}
        case Pair():
            return {"kind": "pair", "sides": [values_of(block.a), values_of(block.b)]}
        case Group():
            return {"kind": "group", "blocks": values_of(block.blocks)}


def _flat(text: str) -> str:
    return " ".join(text.split())


def _runs(line: Line) -> list[Value]:
    """Stretches of text; the lines of each apart, because a newline is a new line."""
    return [{"lines": run.text.split("\n"), "tone": run.tone} for run in line]


def _cell(cell: Cell) -> list[list[Value]]:
    return [_runs(line) for line in cell]


def _table(table: Table) -> Value:
    return {
        "kind": "table",
        "header": [_flat(name) for name in table.header],
        "rows": [[_cell(value) for value in row] for row in table.rows],
        "widths": list(table.widths),
        "numeric": list(table.numeric),
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
