"""The year on the wall: every indicator over all rounds, drawn, or in figures where that fits."""

from textual.content import Content

from screens.plain import joined, plain
from screens.room.layout import Block, Lines, Page, Sheet, one, padded, space
from screens.room.pages.picture import overall_words
from screens.room.words import figure, label
from screens.widgets.history_line import DONE
from screens.widgets.line_plot import BREAK
from screens.widgets.overview_rows import heading as heads
from screens.widgets.year_picture import year_within
from sessionui.domain.room.scenes import Year as YearScene
from sessionui.domain.sides import SIDES, SIGNS, SideKey
from sessionui.domain.year import Year, YearIndicator, YearPoint
from sessionui.locale import MISSING, _, fmt_mark, fmt_month, ngettext, pgettext
from sessionui.text import cell_width, one_line, shorten_middle

_SIGN, _SLOT, _MARK, _TURNOUT = 2, 3, 6, 6
"""Cells of a table of figures: a side's sign; what is before a mark; a mark; n of N behind it."""


def year(scene: YearScene, sheet: Sheet) -> Page:
    """Every indicator over all rounds, the overall mark large."""
    drawn = year_within(scene.year, scene.names, sheet.width, sheet.most)
    if drawn is not None:
        return Page((space(1), one(*drawn)), close=True)
    table = _Table(scene.year, sheet.width)
    return Page(
        (
            one(heads(scene.names, sheet.width), weight=60),
            one(table.days(), weight=72),
            table.rows(),
            one(table.legend(), weight=71),
            space(1, 20),
            _overall_line(scene.year, sheet),
        ),
        close=True,
    )


def _overall_line(year: Year, sheet: Sheet) -> Block:
    """The overall marks of the rounds, the newest one large where there is room."""
    head = joined(label(_("Overall mark")), "  ")
    lines = overall_words(year.overall, sheet.width, head)
    mark = year.newest.value if year.newest else None
    if mark is None:
        return one(*lines)
    counted = _("over {n} of {total} indicators").format(n=year.counted, total=year.total)
    over = plain(counted, "$text-muted")
    sizes = [(*lines, *figure(mark, size, "bold"), over) for size in range(sheet.scale, 0, -1)]
    return Block((*sizes, (*lines, over)), 40)


class _Table:
    """The newest rounds in figures, each under its month; every figure of a round aligned."""

    def __init__(self, year: Year, width: int) -> None:
        self.year, self.width = year, width
        self.name = max(width // 4, 10)
        room = width - self.name - _SIGN - _TURNOUT
        self.rounds = max(min(room // (_SLOT + _MARK), len(year.days)), 1)

    def days(self) -> Content:
        """The months."""
        months = [fmt_month(day) for day in self.year.days[-self.rounds :]]
        cells = "".join(month.rjust(_SLOT + _MARK) for month in months)
        return plain(" " * (self.name + _SIGN) + cells, "$text-muted").truncate(self.width)

    def rows(self) -> Block:
        """All indicators, or as many as fit and how many more there are."""
        groups = [self._rows(each) for each in self.year.indicators]
        sizes: list[Lines] = [tuple(line for group in groups for line in group)]
        for shown in range(len(groups) - 1, -1, -1):
            left = len(groups) - shown
            text = ngettext("and {n} more indicator", "and {n} more indicators", left)
            more = plain(text.format(n=left), "$text-muted")
            sizes.append((*(line for group in groups[:shown] for line in group), more))
        return Block(tuple(sizes), 70)

    def _rows(self, indicator: YearIndicator) -> Lines:
        return tuple(self._row(indicator, side) for side in SIDES)

    def _row(self, indicator: YearIndicator, side: SideKey) -> Content:
        name = shorten_middle(one_line(indicator.name), self.name - 1) if side == "a" else ""
        skipped = len(self.year.days) - self.rounds
        done = {deed.before - skipped for deed in indicator.deeds} if side == "a" else set()
        points = indicator.line(side).newest(self.rounds).points
        parts = [padded(plain(name, "bold"), self.name), plain(f"{SIGNS[side]} ", f"$side-{side}")]
        for n, point in enumerate(points):
            parts.append(plain(f" {BREAK if point.break_before else ' '}", "$text-muted"))
            parts.append(plain(DONE if n in done else " ", "$success"))
            parts.append(_mark(point, last=n == len(points) - 1))
        last = points[-1] if points else YearPoint()
        if last.value is not None and last.expected:
            parts.append(plain(f" {last.n}/{last.expected}", "$text-muted"))
        return joined(*parts).truncate(self.width)

    def legend(self) -> Content:
        """What the signs in the table mean, those that are in it; in fewer words where narrow."""
        lines = [i.line(side).newest(self.rounds) for i in self.year.indicators for side in SIDES]
        skipped = len(self.year.days) - self.rounds
        found = []
        if any(deed.before > skipped for i in self.year.indicators for deed in i.deeds):
            found.append(f"{DONE} " + _("action done before that round"))
        if any(point.without == "no marks" for line in lines for point in line.points):
            found.append(f"{MISSING} " + _("no marks"))
        said = [" · ".join(found)]
        if any(line.breaks for line in lines):
            whys = _("new meaning: doesn't compare"), _("new meaning")
            said = [" · ".join([f"{BREAK} {why}", *found]) for why in whys]
        fitting = next((text for text in said if cell_width(text) <= self.width), said[-1])
        return plain(fitting, "$text-muted").truncate(self.width, ellipsis=True)


def _mark(point: YearPoint, *, last: bool) -> Content:
    """A mark, that it is hidden, or a dash; nothing for a round in which it wasn't scored."""
    if point.value is not None:
        return plain(fmt_mark(point.value).rjust(_MARK), "bold" if last else "")
    text = {"hidden": pgettext("column", "hidden"), "no marks": MISSING}.get(point.without, "")
    return plain(" " * (_MARK - cell_width(text)) + text, "$text-muted")
