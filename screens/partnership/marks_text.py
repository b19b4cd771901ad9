"""The history of marks in words and small lines: overall, then indicator by indicator.

A about B stands left, B about A right, on one scale. Where two marks may not be compared the line
is broken and it is said why; two rounds are called a slope (method, honest figures).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from screens.partnership.view import View
from screens.plain import joined, plain
from screens.widgets.sides import about
from screens.widgets.sparkline import BREAK, sparkline
from sessionui.domain.history import Line, Point, indicator_line, overall_line
from sessionui.domain.indicators import Indicator
from sessionui.domain.rounds import RoundFigures
from sessionui.domain.sides import SIDES, SIGNS, SideKey
from sessionui.locale import MISSING, _, fmt_date, fmt_list, fmt_mark, fmt_signed, ngettext

_CELL = 5
_COLUMN = 13
_DATE = 10
_ROWS = 4


@dataclass(frozen=True)
class _Pair:
    """The lines of both directions."""

    a: Line
    b: Line

    def of(self, side: SideKey) -> Line:
        return self.a if side == "a" else self.b


def marks_text(view: View, width: int) -> Content:
    """Everything about the marks in lines of at most ``width`` cells."""
    lines: list[Content] = [*_overall(view, width), Content("")]
    for indicator in _scored(view):
        lines += [*_indicator(view, indicator, width), Content("")]
    return Content("\n").join(lines)


def _scored(view: View) -> list[Indicator]:
    """Indicators that were ever scored; those in force first, in their order."""
    ever = {item.indicator_id for figures in view.rounds for item in figures.items}
    found = [i for i in view.partnership.indicators if i.id in ever]
    return sorted(found, key=lambda i: not i.in_force)


# --- the overall mark


def _overall(view: View, width: int) -> list[Content]:
    line = view.overall
    fits = max((width - 2) // _COLUMN, 1)
    points = line.points[-fits:]
    lines = [plain(_("Overall mark"), "bold"), *_bars(points), _marks_under(points)]
    days = (f" {fmt_date(p.date, 'short')}".ljust(_COLUMN) for p in points)
    lines.append(plain("".join(days).rstrip(), "dim"))
    if len(line.points) > fits:
        n = len(line.points) - fits
        text = ngettext("and {n} earlier round", "and {n} earlier rounds", n)
        lines.append(plain(text.format(n=n), "dim"))
    lines += [row for text in _overall_words(line) for row in plain(text, "dim").wrap(width)]
    pair = _Pair(
        overall_line(view.rounds, lambda r: r.overall.mean_a),
        overall_line(view.rounds, lambda r: r.overall.mean_b),
    )
    return [*lines, Content(""), _headings(view, width), _halves(pair, width)]


def _bars(points: Sequence[Point]) -> list[Content]:
    columns = [sparkline([p.value], _ROWS) for p in points]
    rows = []
    for row in range(_ROWS):
        cells = []
        for point, column in zip(points, columns, strict=True):
            bar = column[row] * 5 if point.value is not None else column[row]
            cells.append(_break_sign(points, point) + bar.center(_DATE).ljust(_COLUMN - 1))
        rows.append(plain("".join(cells).rstrip()))
    return rows


def _break_sign(points: Sequence[Point], point: Point) -> str:
    return BREAK if point.break_before and point is not points[0] else " "


def _marks_under(points: Sequence[Point]) -> Content:
    cells = (f" {fmt_mark(p.value).center(_DATE)}".ljust(_COLUMN) for p in points)
    return plain("".join(cells).rstrip(), "bold")


def _overall_words(line: Line) -> list[str]:
    words = [_shape(line)]
    words += [
        _("From {date} on other indicators count: marks before and after don't compare.").format(
            date=fmt_date(point.date)
        )
        for point in line.breaks
    ]
    hidden = [fmt_date(p.date) for p in line.points if p.value is None]
    if hidden:
        words.append(
            _("No overall mark on {dates}: no indicator may be shown for both sides.").format(
                dates=fmt_list(hidden)
            )
        )
    return [word for word in words if word]


def _shape(line: Line) -> str:
    match line.shape:
        case "point":
            return _("One round that compares: a point, no line yet.")
        case "slope":
            return _("Two rounds that compare: a slope, not a trend.")
        case "line":
            change = line.change
            if change is None:
                return ""
            return _("{change} since the round before.").format(change=fmt_signed(change))
    return ""


# --- one indicator


def _indicator(view: View, indicator: Indicator, width: int) -> list[Content]:
    pair = _Pair(
        indicator_line(view.rounds, indicator.id, "a"),
        indicator_line(view.rounds, indicator.id, "b"),
    )
    ended = "" if indicator.in_force else f"  {_('not in force')}"
    notes = [*_broken(pair.a), *_hidden(view, indicator)]
    return [
        joined(plain(indicator.name, "bold"), plain(ended, "dim")),
        _halves(pair, width),
        *(joined("  ", row) for note in notes for row in plain(note, "dim").wrap(width - 2)),
    ]


def _headings(view: View, width: int) -> Content:
    half = width // 2
    left = about("a", view.names, _("{giver} about {receiver}"), half - 4)
    right = about("b", view.names, _("{giver} about {receiver}"), half - 4)
    return joined(left, " " * max(half - left.cell_length, 1), right)


def _halves(pair: _Pair, width: int) -> Content:
    half = width // 2
    left, right = (_direction(side, pair.of(side), half - 1) for side in SIDES)
    return joined(left, " " * max(half - left.cell_length, 1), right)


def _direction(side: SideKey, line: Line, width: int) -> Content:
    """Sign, small line, the newest marks as fit, and n of N of the last round."""
    points = line.points
    turnout = ""
    if points and points[-1].expected:
        turnout = _("{n} of {total}").format(n=points[-1].n, total=points[-1].expected)
    small = points[-max(min(len(points), (width - 12) // 2, 12), 1) :]
    breaks = {n for n, p in enumerate(small) if p.break_before}
    room = width - len(small) - len(breaks) - 5 - len(turnout)
    marks = points[-max(room // _CELL, 1) :]
    parts: list[Content] = [
        plain(f"{SIGNS[side]} ", f"$side-{side}"),
        plain(sparkline([p.value for p in small], 1, breaks)[0], f"$side-{side}"),
        plain(" "),
    ]
    for point in marks:
        sign = BREAK if point.break_before and point is not points[0] else " "
        last = point is points[-1]
        mark = fmt_mark(point.value).rjust(_CELL - 1)
        parts.append(plain(f"{sign}{mark}", "bold" if last else ""))
    return joined(*parts, plain(f"  {turnout}", "dim"))


def _broken(line: Line) -> list[str]:
    return [
        _("On {date} with a new wording: marks before are about the old one.").format(
            date=fmt_date(point.date)
        )
        for point in line.breaks
    ]


def _hidden(view: View, indicator: Indicator) -> list[str]:
    notes = []
    for side in SIDES:
        hidden = _days(view.rounds, indicator.id, side, hidden=True)
        empty = _days(view.rounds, indicator.id, side, hidden=False)
        if hidden:
            text = _("{sign} hidden on {dates}: too few answers on that side.")
            notes.append(text.format(sign=SIGNS[side], dates=_dates(hidden)))
        if empty:
            text = _("{sign} no mark given on {dates}.")
            notes.append(text.format(sign=SIGNS[side], dates=_dates(empty)))
    return notes


def _dates(days: Sequence[date]) -> str:
    return fmt_list([fmt_date(day) for day in days]) or MISSING


def _days(
    rounds: Sequence[RoundFigures], indicator_id: str, side: SideKey, *, hidden: bool
) -> list[date]:
    """The days on which what ``side`` gave can't be shown: hidden, or not given at all."""
    return [
        figures.date
        for figures in rounds
        if (item := figures.item(indicator_id)) is not None
        and item.given(side).mean is None
        and item.given(side).hidden is hidden
    ]
