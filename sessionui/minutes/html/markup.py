"""Blocks as HTML. Every value from the minutes goes through ``escape``, without an exception.

Written out here and not in a template: loading and compiling templates took a third of the whole
command, and this is as long as they were.
"""

from collections.abc import Iterable
from typing import Final

from markupsafe import escape

from sessionui.minutes.html.chart import draw_chart
from sessionui.minutes.html.dumbbell import draw_dumbbell
from sessionui.minutes.html.picture import svg
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
    Run,
    Scoreboard,
    SideScore,
    Signing,
    Table,
    Together,
    cell,
)

LONGEST_WHOLE: Final = 20
"""Letters; twice that and a date fit beside the chart of a history."""


def blocks(every: Iterable[Block]) -> str:
    """Blocks one after another."""
    return "".join(map(_block, every))


def _block(one: Block) -> str:  # noqa: C901, PLR0911, PLR0912 - one case a block
    match one:
        case Heading():
            return f"<h{one.level}>{escape(one.text)}</h{one.level}>\n"
        case Paragraph():
            style = f' class="{one.style}"' if one.style else ""
            return f"<p{style}>{_runs(one.line)}</p>\n"
        case Label():
            return f'<p class="label">{_runs(one.line)}</p>\n'
        case Banner():
            word = f"<strong>{escape(one.word)}</strong>"
            return f'<p class="banner" role="note">{word} {escape(one.text)}</p>\n'
        case Facts():
            rows = (f"<dt>{escape(name)}</dt><dd>{_cell(v)}</dd>\n" for name, v in one.rows)
            return f"<dl>\n{''.join(rows)}</dl>\n"
        case Bullets():
            items = (f"<li>{_runs(item)}</li>\n" for item in one.items)
            return f"<ul>\n{''.join(items)}</ul>\n"
        case Table():
            return _table(one)
        case History():
            return f'<div class="history">\n{svg(draw_chart(one.chart))}{_table(one.table)}</div>\n'
        case Scoreboard():
            return f'<div class="two">\n{_side(one.a, "a")}{_side(one.b, "b")}</div>\n'
        case Pair():
            halves = (f'<div class="half">\n{blocks(half)}</div>\n' for half in (one.a, one.b))
            return f'<div class="two">\n{"".join(halves)}</div>\n'
        case Group():
            return f"<section>\n{blocks(one.blocks)}</section>\n"
        case Together():
            return f'<div class="together">\n{blocks(one.blocks)}</div>\n'
        case Signing():
            return _signing(one)
        case Dumbbell():
            return svg(draw_dumbbell(one))


def _signing(one: Signing) -> str:
    empty: Cell = ()
    rows = tuple(((side,), cell(name), empty, empty) for side, name in one.rows)
    made = _table(Table(one.header, rows, SIGNING_WIDTHS))
    return f'<div class="signing">\n{made}</div>\n'


def _runs(line: Line) -> str:
    return "".join(map(_run, line))


def _run(run: Run) -> str:
    if run.tone == "strong":
        return f"<strong>{escape(run.text)}</strong>"
    if run.tone:
        return f'<span class="{run.tone}">{escape(run.text)}</span>'
    return str(escape(run.text))


def _cell(lines: Cell) -> str:
    return "".join(f"<div>{_runs(line)}</div>" for line in lines)


def _side(score: SideScore, key: str) -> str:
    mark = "mark" if score.shown else "no-mark"
    details = escape(" · ".join(score.details))
    return (
        f'<div class="side {key}">\n'
        f'<div class="direction">{escape(score.label)}</div>\n'
        f'<div class="{mark}">{escape(score.mark)}</div>\n'
        + (f'<div class="details">{details}</div>\n' if details else "")
        + "</div>\n"
    )


def _table(one: Table) -> str:
    columns = "".join(f'<col style="width:{width}%"/>' for width in one.widths)
    look = [' class="n"' if n in one.numeric else "" for n in range(len(one.header))]
    head = "".join(
        f'<th scope="col"{of}>{escape(name)}</th>\n'
        for of, name in zip(look, one.header, strict=True)
    )
    body = "".join(f"<tr>\n{_row(row, look)}</tr>\n" for row in one.rows)
    return (
        f'<table class="{"whole" if _words_stay_whole(one) else "long"}">\n'
        f"<colgroup>{columns}</colgroup>\n<thead><tr>\n{head}</tr></thead>\n"
        f"<tbody>\n{body}</tbody>\n</table>\n"
    )


def _row(row: tuple[Cell, ...], look: list[str]) -> str:
    return "".join(f"<td{of}>{_cell(value)}</td>\n" for of, value in zip(look, row, strict=True))


def _words_stay_whole(table: Table) -> bool:
    """Whether no column grows too wide when no word in it is broken."""
    texts = [*table.header]
    texts += [run.text for row in table.rows for value in row for line in value for run in line]
    return all(len(word) <= LONGEST_WHOLE for text in texts for word in text.split())
