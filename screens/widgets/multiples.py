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
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.year import Deed, Year, YearIndicator, YearLine, YearPoint
from sessionui.locale import _, fmt_mark, fmt_month, pgettext
from sessionui.text import cell_width, shorten_middle

USUAL, NARROW = 36, 25
"""Cells for one small picture, the space to the next one included: usually, and at the least."""

LEFT, BETWEEN = 4, 3
_CLOSEST, _WIDEST = 3, 12
"""Cells from one round to the next."""

_ONE_DONE: Final = 4
"""Cells of the number of one action that was done."""

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


def layout(count: int, width: int, rows: int, narrowest: int = USUAL) -> Small:
    """As few bands as ``width`` allows, and as many pictures in one band as in another."""
    most = max(min(width // narrowest, count), 1)
    bands = max(-(-count // most), 1)
    columns = max(-(-count // bands), 1)
    return Small(columns, width // columns, rows)


def multiples(year: Year, width: int, rows: int, narrowest: int = USUAL) -> list[Content]:
    """All indicators in ``width`` cells, those not in force any more last."""
    small = layout(len(year.indicators), width, rows, narrowest)
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
    before = {deed.before for deed in deeds}
    for start, end in (gap for place, gap in gaps(grid).items() if place in before):
        middle = (start + end) // 2
        beside = bool(plot.at(middle, small.rows - 1))  # where the line is broken
        plot.put(middle + beside, small.rows - 1, DONE, "$success")
    done = _done(deeds, width // 2)
    if small.cell < USUAL:
        name, newest = (
            _name(indicator, width, done),
            _newest(indicator, days, "", " ", small.cell - 1),
        )
    else:
        name = _name(indicator, width, Content(""))
        if any(_when(indicator.line(side), days) for side in SIDES):
            done = _done(deeds, _ONE_DONE)  # the months want room beside it
        room = width - LEFT - (done.cell_length + 2 if deeds else 0)
        newest = _newest(indicator, days, " " * LEFT, "  ", room)
        newest = joined(newest, "  " if deeds else "", done)
    return [name, *plot.lines(), newest, Content("")]


def _name(indicator: YearIndicator, width: int, done: Content) -> Content:
    """The name; in a narrow picture with the actions that were done behind it."""
    ended = "" if indicator.in_force else f" {_('not in force')}"
    taken = cell_width(ended) + (done.cell_length + 1 if done else 0)
    name = shorten_middle(indicator.name, max(width - taken, 6))
    return joined(plain(name, "bold"), plain(ended, "dim"), " " if done else "", done)


def _done(deeds: Sequence[Deed], width: int) -> Content:
    """The numbers of the actions that were done, or how many there are."""
    if not deeds:
        return Content("")
    numbers = f"{DONE} {' '.join(str(deed.number) for deed in deeds)}"
    return plain(numbers if len(numbers) <= width else f"{DONE}×{len(deeds)}", "$success")


def _newest(
    indicator: YearIndicator, days: Sequence[date], indent: str, gap: str, width: int
) -> Content:
    """Each side's newest mark, with n of N and its month, in the fullest form that fits."""
    lines = {side: indicator.line(side) for side in SIDES}
    when = {_when(line, days) for line in lines.values()}
    forms = [_marks(lines, days, gap)]
    if len(when) == 1 and (month := when.pop()):
        told = plain(month, "dim")
        forms += [
            joined(_marks(lines, (), gap, sign=sign, turnout=turnout), " ", told)
            for sign, turnout in ((" ", True), ("", True), (" ", False))
        ]
    return joined(indent, next((f for f in forms if f.cell_length <= width), forms[-1]))


def _marks(
    lines: dict[SideKey, YearLine],
    days: Sequence[date],
    gap: str,
    *,
    sign: str = " ",
    turnout: bool = True,
) -> Content:
    """Both sides' newest marks beside each other; with their months where ``days`` are given."""
    parts = []
    for side, line in lines.items():
        mark, n_of_n = _mark(line)
        when = _when(line, days) if days else ""
        behind = "".join(f" {text}" for text in (n_of_n if turnout else "", when) if text)
        signed = plain(f"{POINTS[side]}{sign}", STYLES[side])
        parts.append(joined(signed, mark, plain(behind, "dim")))
    return Content(gap).join(parts)


def _mark(line: YearLine) -> tuple[Content, str]:
    """The newest mark and its n of N."""
    point = next((p for p in reversed(line.points) if p.value is not None or _hides(p)), None)
    if point is None:
        return plain(fmt_mark(None), "dim"), ""
    if point.value is None:
        return plain(pgettext("column", "hidden"), "dim"), ""
    return plain(fmt_mark(point.value), "bold"), f"{point.n}/{point.expected}"


def _when(line: YearLine, days: Sequence[date]) -> str:
    """The month of the newest mark where that is not the last round's."""
    places = [n for n, p in enumerate(line.points) if p.value is not None or _hides(p)]
    if not places or line.points[places[-1]].value is None or places[-1] == len(days) - 1:
        return ""
    return fmt_month(days[places[-1]])


def _hides(point: YearPoint) -> bool:
    return point.without == "hidden"
