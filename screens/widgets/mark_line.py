"""An overall mark, large, with the line of the marks before it."""

from collections.abc import Collection, Sequence
from decimal import Decimal

from screens.widgets.large import ROWS, large
from screens.widgets.sparkline import sparkline
from sessionui.locale import fmt_mark

ROUNDS = 8
"""Rounds that a small line has room for; the newest are shown."""


def mark_line(marks: Sequence[Decimal | None], breaks: Collection[int] = ()) -> tuple[str, ...]:
    """Three rows: the last known mark large, and the line; empty where there is no mark."""
    known = [mark for mark in marks if mark is not None]
    if not known:
        return ("",) * ROWS
    line = _newest(marks, breaks, ROWS)
    figures = large(fmt_mark(known[-1]))
    return tuple(f"{one}  {two.ljust(ROUNDS)}" for one, two in zip(figures, line, strict=True))


def small_line(marks: Sequence[Decimal | None], breaks: Collection[int] = ()) -> str:
    """The line alone, one row high."""
    return _newest(marks, breaks, 1)[0]


def _newest(marks: Sequence[Decimal | None], breaks: Collection[int], rows: int) -> tuple[str, ...]:
    skipped = max(len(marks) - ROUNDS, 0)
    return sparkline(marks[skipped:], rows, {place - skipped for place in breaks})
