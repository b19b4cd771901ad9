"""Small multiples: one small picture an indicator, all over the same rounds and on one scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Final

from textual.content import Content

from screens.plain import joined, plain
from screens.widgets.history_line import DONE
from screens.widgets.line_plot import POINTS, STYLES, Grid, gaps, plotted
from sessionui.domain.sides import SIDES
from sessionui.domain.year import Deed, Year, YearIndicator, YearLine
from sessionui.locale import _, fmt_mark, fmt_month
from sessionui.text import shorten_middle

NARROWEST: Final = 36
"""Cells for one small picture, the space to the next one included."""

LEFT, BETWEEN = 4, 3
_CLOSEST, _WIDEST = 3, 12
"""Cells from one round to the next."""

AROUND: Final = 3
"""Rows of a small picture without the lines: its name, its last marks, a space."""


@dataclass(frozen=True)
class Small:
    """How small pictures are laid out in ``width`` cells."""

    columns: int
    cell: int
    rows: int

    @property
    def height(self) -> int:
        """Rows of one of them."""
        return self.rows + AROUND


def layout(count: int, width: int, rows: int) -> Small:
    """As many beside each other as fit, and no more than there are."""
    columns = max(min(width // NARROWEST, count), 1)
    return Small(columns, width // columns, rows)


def multiples(year: Year, width: int, rows: int) -> list[Content]:
    """All indicators in ``width`` cells, those not in force any more last."""
    small = layout(len(year.indicators), width, rows)
    drawn = [one(indicator, year.days, small) for indicator in year.indicators]
    lines: list[Content] = []
    for start in range(0, len(drawn), small.columns):
        band = drawn[start : start + small.columns]
        lines += [
            joined(*(fitted(part, small.cell) for part in parts))
            for parts in zip_longest(*band, fillvalue=Content(""))
        ]
    return lines


def fitted(line: Content, width: int) -> Content:
    """``line`` in exactly ``width`` cells."""
    if line.cell_length > width:
        line = line.truncate(width)
    return line.pad_right(width - line.cell_length)


def one(indicator: YearIndicator, days: Sequence[date], small: Small) -> list[Content]:
    """One small picture: its name, the lines, the newest marks."""
    width = small.cell - BETWEEN
    rounds = max(min(len(days), (width - LEFT - 2) // _CLOSEST + 1), 1)
    skipped = len(days) - rounds
    pitch = min(max((width - LEFT - 2) // max(rounds - 1, 1), _CLOSEST), _WIDEST)
    grid = Grid(LEFT, pitch, small.rows, rounds)
    plot = plotted({side: indicator.line(side).newest(rounds) for side in SIDES}, grid, width)
    plot.under(0, 0, "10", "dim")
    plot.under(1, small.rows - 1, "1", "dim")
    deeds = [d.but(before=d.before - skipped) for d in indicator.deeds if d.before > skipped]
    done = {deed.before for deed in deeds}
    for start, end in (gap for place, gap in gaps(grid).items() if place in done):
        middle = (start + end) // 2
        beside = bool(plot.at(middle, small.rows - 1))  # where the line is broken
        plot.put(middle + beside, small.rows - 1, DONE, "$success")
    return [_name(indicator, width), *plot.lines(), _newest(indicator, days, deeds), Content("")]


def _name(indicator: YearIndicator, width: int) -> Content:
    ended = "" if indicator.in_force else f" {_('not in force')}"
    name = shorten_middle(indicator.name, max(width - len(ended), 6))
    return joined(plain(name, "bold"), plain(ended, "dim"))


def _newest(indicator: YearIndicator, days: Sequence[date], deeds: Sequence[Deed]) -> Content:
    """Each side's newest mark, with n of N; and the actions that were done."""
    parts: list[Content] = [plain(" " * LEFT)]
    for side in SIDES:
        sign = plain(f"{POINTS[side]} ", STYLES[side])
        parts += [sign, _mark(indicator.line(side), days), plain("  ")]
    if deeds:
        parts.append(plain(f"{DONE} {' '.join(str(d.number) for d in deeds)}", "$success"))
    return joined(*parts)


def _mark(line: YearLine, days: Sequence[date]) -> Content:
    """The newest mark with n of N, and its month where that is not the last round's."""
    newest = len(days) - 1
    for place, point in reversed(list(enumerate(line.points))):
        if point.value is not None:
            when = "" if place == newest else f" {fmt_month(days[place])}"
            turnout = plain(f" {point.n}/{point.expected}{when}", "dim")
            return joined(plain(fmt_mark(point.value), "bold"), turnout)
        if point.without == "hidden":
            return plain(_("hidden"), "dim")
    return plain(fmt_mark(None), "dim")
