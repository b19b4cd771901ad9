"""A small line of marks in eighth blocks, on a scale that is the same everywhere: 1 to 10.

One column a round, oldest left. Heights can be compared between any two such lines because the
scale never adapts to the marks (method, honest figures).
"""

from collections.abc import Collection, Sequence
from decimal import Decimal

EIGHTHS = " ▁▂▃▄▅▆▇█"
GAP = "·"
"""Stands where a round has no mark to show: hidden, or not scored."""

BREAK = "╎"
"""Stands between two marks that may not be compared."""


def height(mark: Decimal, rows: int) -> int:
    """Eighths of a row that ``mark`` fills; a 10 fills all ``rows``, a 1 shows as one eighth."""
    return max(round((float(mark) - 1) / 9 * 8 * rows), 1)


def sparkline(
    marks: Sequence[Decimal | None], rows: int = 1, breaks: Collection[int] = ()
) -> tuple[str, ...]:
    """Lines of text, top row first, each as wide as there are marks and breaks.

    ``breaks``: places in ``marks`` before which the line is broken.
    """
    columns: list[tuple[str, ...]] = []
    for place, mark in enumerate(marks):
        if place in breaks and place:
            columns.append((BREAK,) * rows)
        columns.append(_column(mark, rows))
    return tuple("".join(column[row] for column in columns) for row in range(rows))


def _column(mark: Decimal | None, rows: int) -> tuple[str, ...]:
    if mark is None:
        return (*" " * (rows - 1), GAP)
    full = height(mark, rows)
    return tuple(EIGHTHS[min(max(full - 8 * below, 0), 8)] for below in reversed(range(rows)))
