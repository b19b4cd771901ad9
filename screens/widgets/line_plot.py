"""Lines over the rounds as a picture: the same scale everywhere, and never more than is known.

From three rounds that compare on a line is drawn, two are joined by dots (a slope), one is a
point. Nothing is drawn across a break or a round without a figure (method, honest figures).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Final, Literal

from screens.widgets.axis import BOTH, PASS
from screens.widgets.plot import ACROSS, DOWN, Plot
from sessionui.domain.sides import SIGNS
from sessionui.domain.year import YearLine

Series = Literal["a", "b", "overall"]
POINTS: Final[dict[Series, str]] = {"a": SIGNS["a"], "b": SIGNS["b"], "overall": "■"}
STYLES: Final[dict[Series, str]] = {"a": "$side-a", "b": "$side-b", "overall": ""}
BREAK: Final = "╎"
HIDDEN: Final = "·"
"""Stands at the foot of a round without a figure."""
PASSED: Final = "╌"


@dataclass(frozen=True)
class Grid:
    """Where rounds and marks stand: ``rows`` high, the first round in cell ``left``."""

    left: int
    pitch: int
    rows: int
    rounds: int

    @property
    def width(self) -> int:
        """Cells from the left edge of the picture to behind the last round."""
        return self.left + self.pitch * max(self.rounds - 1, 0) + 1

    def column(self, place: int) -> int:
        """The cell of a round."""
        return self.left + place * self.pitch

    def dot(self, place: int, mark: Decimal) -> tuple[int, int]:
        """The dot of a mark: 10 is the topmost, 1 the lowest; halves go up."""
        lowest = self.rows * DOWN - 1
        up = int(Fraction(mark - 1) * lowest / 9 + Fraction(1, 2))
        return self.column(place) * ACROSS, lowest - up

    def row(self, mark: Decimal) -> int:
        """The row of a mark."""
        return self.dot(0, mark)[1] // DOWN


def plotted(lines: Mapping[Series, YearLine], grid: Grid, width: int) -> Plot:
    """The lines in ``width`` cells; both sides' points in one cell are one sign for both."""
    plot = Plot(width, grid.rows)
    _pass_mark(plot, grid)
    for series, line in lines.items():
        for one, two, shape in line.joined:
            before, after = (line.points[n].value for n in (one, two))
            if before is None or after is None:
                continue
            start, end = grid.dot(one, before), grid.dot(two, after)
            plot.stroke(start, end, STYLES[series], dotted=shape == "slope")
    for place in sorted({n for line in lines.values() for n in line.breaks}):
        _break(plot, grid, place)
    for series, line in lines.items():
        _points(plot, grid, series, line)
    return plot


def _pass_mark(plot: Plot, grid: Grid) -> None:
    row = grid.row(PASS)
    plot.under(grid.left, row, PASSED * (grid.width - grid.left), "dim")


def _break(plot: Plot, grid: Grid, place: int) -> None:
    """A broken line from top to bottom, half-way to the round before."""
    x = grid.column(place) - (grid.pitch + 1) // 2
    for row in range(grid.rows):
        plot.put(x, row, BREAK, "dim")


def _points(plot: Plot, grid: Grid, series: Series, line: YearLine) -> None:
    for place, point in enumerate(line.points):
        x = grid.column(place)
        if point.value is None:
            if point.without in ("hidden", "no marks") and not plot.at(x, grid.rows - 1):
                plot.put(x, grid.rows - 1, HIDDEN, "dim")
            continue
        y = grid.row(point.value)
        if plot.at(x, y) in SIGNS.values():
            plot.put(x, y, BOTH, "bold")
        else:
            plot.put(x, y, POINTS[series], f"bold {STYLES[series]}".strip())


def gaps(grid: Grid) -> dict[int, tuple[int, int]]:
    """For each round but the first the cells before it: the first, and the one behind the last."""
    columns = [grid.column(n) for n in range(grid.rounds)]
    return {n: (one + 1, two) for n, (one, two) in enumerate(pairwise(columns), start=1)}
