"""The line over the rounds with its figures under it, round by round, and in words what it is.

On one scale from 1 to 10 that never adapts to the marks, so that any two pictures compare.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from textual.content import Content

from screens.plain import joined, plain
from screens.widgets.axis import PASS
from screens.widgets.drawn import Drawn
from screens.widgets.line_plot import (
    BREAK,
    POINTS,
    STYLES,
    Grid,
    Series,
    gaps,
    plotted,
)
from screens.widgets.plot import Cell, assembled
from sessionui.domain.year import Deed, YearLine
from sessionui.locale import MISSING, _, fmt_mark, fmt_month, fmt_signed, ngettext
from sessionui.text import cell_width

LEFT: Final = 7
"""Cells before the first round: the scale, or the sign of a side."""

RIGHT: Final = 4
CLOSEST, WITH_TURNOUT, WIDEST = 8, 13, 18
"""Cells from one round to the next: at least; from which on n of N fits; at most."""

_TURNOUT: Final = 4
"""Cells for n of N behind the last figure."""

LEAST, COMFORTABLE, MOST = 3, 6, 14
"""Rows of the picture itself."""

DONE: Final = "✓"


@dataclass(frozen=True)
class History:
    """Lines over the same days. ``deeds``: actions done before a round, by their place."""

    days: tuple[date, ...] = ()
    lines: tuple[tuple[Series, YearLine], ...] = field(default=(), repr=False)
    deeds: tuple[Deed, ...] = ()

    def newest(self, count: int) -> "History":
        """The last ``count`` rounds."""
        skipped = max(len(self.days) - count, 0)
        return replace(
            self,
            days=self.days[skipped:],
            lines=tuple((series, line.newest(count)) for series, line in self.lines),
            deeds=tuple(d.but(before=d.before - skipped) for d in self.deeds if d.before > skipped),
        )


def fitting(width: int) -> int:
    """How many rounds fit in ``width`` cells."""
    return max((width - LEFT - RIGHT) // CLOSEST + 1, 1)


def grid_for(rounds: int, width: int, rows: int) -> Grid:
    """Where the rounds stand in ``width`` cells."""
    room, steps = width - LEFT - RIGHT, max(rounds - 1, 1)
    pitch = (room - _TURNOUT) // steps
    if pitch < WITH_TURNOUT:
        pitch = min(room // steps, WITH_TURNOUT - 1)
    return Grid(LEFT, min(max(pitch, CLOSEST), WIDEST), rows, rounds)


def history_lines(history: History, width: int, rows: int, *, notes: int = 2) -> list[Content]:
    """The picture ``rows`` high, the figures under it and at most ``notes`` lines of words."""
    shown = history.newest(fitting(width))
    grid = grid_for(len(shown.days), width, rows)
    plot = plotted(dict(shown.lines), grid, width)
    for row, label in _scale(grid):
        plot.under(0, row, label.rjust(4), "dim")
    skipped = len(history.days) - len(shown.days)
    return [
        *plot.lines(),
        _days(shown, grid, width),
        *(_figures(series, line, grid, width) for series, line in shown.lines),
        *([_deeds(shown, grid, width)] if shown.deeds else []),
        *(note.truncate(width, ellipsis=True) for note in _notes(shown, skipped, width)[:notes]),
    ]


def _scale(grid: Grid) -> list[tuple[int, str]]:
    return [(0, "10"), (grid.row(PASS), fmt_mark(PASS)), (grid.rows - 1, "1")]


class _Row:
    """A line in which texts stand at the rounds."""

    def __init__(self, width: int) -> None:
        self.cells: list[Cell] = [(" ", "")] * width

    def put(self, x: int, text: str, style: str = "") -> None:
        for n, char in enumerate(text):
            if 0 <= x + n < len(self.cells):
                self.cells[x + n] = (char, style)


def _days(history: History, grid: Grid, width: int) -> Content:
    row = _Row(width)
    for place, day in enumerate(history.days):
        text = fmt_month(day)
        row.put(grid.column(place) - len(text) // 2, text, "dim")
    return assembled(row.cells)


def _figures(series: Series, line: YearLine, grid: Grid, width: int) -> Content:
    """Each round's figure under its point, with n of N where there is room."""
    row = _Row(width)
    row.put(0, POINTS[series], f"bold {STYLES[series]}".strip())
    last = len(line.points) - 1
    for place, point in enumerate(line.points):
        x = grid.column(place)
        if point.break_before:
            row.put(x - (grid.pitch + 1) // 2, BREAK, "dim")
        if point.value is None:
            row.put(x, MISSING if point.without in ("hidden", "no marks") else " ", "dim")
            continue
        figure = fmt_mark(point.value)
        row.put(x - 1, figure, "bold" if place == last else "")
        if point.expected and grid.pitch >= WITH_TURNOUT:
            row.put(x + len(figure), f"{point.n}/{point.expected}", "dim")
    return assembled(row.cells)


def _deeds(history: History, grid: Grid, width: int) -> Content:
    """Numbers of the actions that were done between two rounds."""
    row = _Row(width)
    for place, (start, end) in gaps(grid).items():
        numbers = [str(d.number) for d in history.deeds if d.before == place]
        if not numbers:
            continue
        text = f"{DONE} {' '.join(numbers)}"
        if len(text) > end - start:
            text = f"{DONE}×{len(numbers)}"
        row.put(start + (end - start - len(text)) // 2, text, "$success")
    return assembled(row.cells)


def _notes(history: History, skipped: int, width: int = 0) -> list[Content]:
    """What was broken and why, what the line may be called, what was left out."""
    notes = [*_broken(history, width), _shape(history), _earlier(skipped)]
    return [note for note in notes if note is not None]


def _broken(history: History, width: int) -> list[Content]:
    """One line for each kind of break, with the last day on which there was one.

    Where the whole sentence does not fit in ``width`` a shorter one says the same.
    """
    found = {
        point.break_before: history.days[place]
        for _series, line in history.lines
        for place, point in enumerate(line.points)
        if point.break_before
    }
    words = {
        "meaning": (
            _("new meaning from {month}: before and after don't compare"),
            _("new meaning: doesn't compare"),
        ),
        "set": (
            _("other indicators count from {month}: before and after don't compare"),
            _("other indicators: doesn't compare"),
        ),
    }
    said = []
    for kind, day in found.items():
        long, short = (f"{BREAK} {text.format(month=fmt_month(day))}" for text in words[kind])
        said.append(plain(long if cell_width(long) <= width else short, "dim"))
    return said


def _shape(history: History) -> Content | None:
    """A point, a slope, or the change since the time before."""
    shapes = {line.runs[-1].shape for _series, line in history.lines if line.runs}
    if not shapes:
        return None
    if shapes == {"point"}:
        return plain(_("One round that compares: a point, no line yet."), "dim")
    said = _("since the time before") if "line" in shapes else _("two rounds: a slope, not a trend")
    return joined(plain(said, "dim"), *_changes(history.lines))


def _changes(lines: Sequence[tuple[Series, YearLine]]) -> list[Content]:
    parts: list[Content] = []
    for series, line in lines:
        if line.change is not None:
            sign = plain(f"  {POINTS[series]} ", STYLES[series])
            parts += [sign, plain(fmt_signed(line.change))]
    return parts


def _earlier(skipped: int) -> Content | None:
    if not skipped:
        return None
    text = ngettext("and {n} earlier round", "and {n} earlier rounds", skipped)
    return plain(text.format(n=skipped), "dim")


def filled(history: History, width: int, height: int) -> list[Content]:
    """The picture as high as ``height`` rows allow: words and deeds give way to the line."""
    words = 1 + len(history.lines)
    for shown, notes, least in (
        (history, 3, COMFORTABLE),
        (history, 2, COMFORTABLE - 1),
        (history, 1, COMFORTABLE - 2),
        (history, 0, COMFORTABLE - 2),
        (replace(history, deeds=()), 0, LEAST),
    ):
        below = words + bool(shown.deeds) + min(notes, len(_notes(shown, 0)))
        if height - below >= least:
            rows = min(height - below, MOST)
            return history_lines(shown, width, rows, notes=notes)
    return history_lines(replace(history, deeds=()), width, LEAST, notes=0)[:height]


class HistoryLine(Drawn):
    """Shows a ``History`` in all its height; as high as it needs where its height is ``auto``."""

    DEFAULT_CSS = "HistoryLine { width: 100%; height: auto; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.history = History()

    def show(self, history: History) -> None:
        """Show this history."""
        if history != self.history:
            self.history = history
            self.redraw(layout=True)

    def rows_for(self, width: int) -> int:
        """See ``Drawn``."""
        history = self.history
        if not history.days:
            return 0
        return COMFORTABLE + 1 + len(history.lines) + bool(history.deeds) + len(_notes(history, 0))

    def draw(self, width: int) -> Sequence[Content]:
        """See ``Drawn``."""
        if not self.history.days:
            return []
        return filled(self.history, width, self.content_size.height)
