"""The picture of the year: the overall mark large with its line, then every indicator small.

Drawn from plain values, so that the facilitator's screen and the wall show the same.
"""

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from screens.plain import joined, plain
from screens.widgets.big import big, rows_of
from screens.widgets.drawn import Drawn
from screens.widgets.history_line import DONE, History, history_lines
from screens.widgets.line_plot import BREAK
from screens.widgets.multiples import AROUND, NARROW, USUAL, fitted, layout, multiples
from screens.widgets.sides import about
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.year import Year
from sessionui.locale import N_, _, fmt_date, fmt_mark, fmt_month, ngettext
from sessionui.text import cell_width, shorten_middle

_GAP: Final = 3
_ROOM_FOR_DONE: Final = 4
"""Rows kept free for the actions; the rest of them comes after, by scrolling."""

LOWEST, LEAST, MOST = 3, 4, 8
"""Rows of a small picture: a narrow one at least; another at least; at most."""

_KINDS: Final = ((USUAL, LEAST), (NARROW, LOWEST))
"""Small pictures from the usual ones to the smallest: cells, and rows at least."""

_AIRY: Final = 34
"""Rows from which on there is room for empty lines and a larger mark."""

NOTHING: Final = N_("Nothing has been revealed yet, so there is nothing to draw.")


def year_lines(year: Year, names: dict[SideKey, str], width: int, height: int) -> list[Content]:
    """Everything in ``width`` cells; small pictures as high as ``height`` rows allow."""
    if not year.days:
        return [plain(_(NOTHING), "dim")]
    large = height >= 34 and width >= 100
    overall = _overall(year, width, 2 if large else 1)
    head = [*_heading(year, names, width), Content(""), *overall, Content("")]
    done = _done(year, width)
    small = layout(len(year.indicators), width, LEAST)
    bands = -(-len(year.indicators) // small.columns)
    room = (height - len(head) - min(len(done), _ROOM_FOR_DONE)) // max(bands, 1) - AROUND
    rows = min(max(room, LEAST), MOST)
    return [*head, *multiples(year, width, rows), *done]


def year_within(
    year: Year, names: dict[SideKey, str], width: int, height: int
) -> list[Content] | None:
    """Everything in ``height`` rows, for where nobody can scroll; ``None`` where that can't be.

    First the overall mark gives way, then the width of the pictures, then what was done: of that
    at least what the tick means.
    """
    if not year.days:
        return [plain(_(NOTHING), "dim")]
    done = _done(year, width)
    airy = [Content("")] if height >= _AIRY else []
    large = (2, 1) if height >= _AIRY and width >= 100 else (1,)
    told = sorted({len(done), min(len(done), _ROOM_FOR_DONE), 0}, reverse=True)
    ways = [(n, kind, scale) for n in told for kind in _KINDS for scale in large]
    ways += [(n, kind, 0) for n in told for kind in _KINDS]
    for rows_done, (narrowest, least), scale in ways:
        head = [*_heading(year, names, width), *airy, *_overall(year, width, scale), *airy]
        below = [*_legend(year, width, ticks=rows_done == 0), *_first(done, rows_done)]
        small = layout(len(year.indicators), width, least, narrowest)
        bands = max(-(-len(year.indicators) // small.columns), 1)
        rows = (height - len(head) - len(below)) // bands - AROUND
        if small.cell >= narrowest and rows >= least:
            return [*head, *multiples(year, width, min(rows, MOST), narrowest), *below]
    return None


def _first(done: Sequence[Content], rows: int) -> list[Content]:
    """The first lines of what was done, and how many more there are."""
    if len(done) <= rows or not rows:
        return list(done[:rows])
    left = len(done) - rows + 1
    more = ngettext("and {n} more action", "and {n} more actions", left).format(n=left)
    return [*done[: rows - 1], plain(more, "dim")]


def _legend(year: Year, width: int, *, ticks: bool) -> list[Content]:
    """What the signs in the small pictures are, where they are there and nothing else tells it."""
    lines = [indicator.line(side) for indicator in year.indicators for side in SIDES]
    tick = f"{DONE} {_('action done before the next round')}"
    deeds = ticks and any(indicator.deeds for indicator in year.indicators)
    said = [tick] if deeds else []
    if any(line.breaks for line in lines):
        long, short = _("new meaning: doesn't compare"), _("new meaning")
        fits = cell_width(" · ".join([*said, f"{BREAK} {long}"])) <= width
        said.append(f"{BREAK} {long if fits else short}")
    return [plain(" · ".join(said), "dim")] if said else []


def _heading(year: Year, names: dict[SideKey, str], width: int) -> list[Content]:
    """Which sign is whose, and from when to when."""
    heads = [about(side, names, _("{giver} about {receiver}"), width // 2 - 2) for side in SIDES]
    rounds = ngettext("{n} round", "{n} rounds", len(year.days)).format(n=len(year.days))
    days = f"{fmt_date(year.days[0])} – {fmt_date(year.days[-1])} · {rounds}"
    return [
        Content("   ").join(heads),
        plain(f"{days} · {_('every picture from 1 to 10')}", "dim").truncate(width),
    ]


def _overall(year: Year, width: int, scale: int) -> list[Content]:
    """The newest overall mark in large figures, the line beside it; at scale 0 in one line."""
    place, mark = next(
        ((n, p.value) for n, p in reversed(list(enumerate(year.overall.points))) if p.value),
        (0, None),
    )
    words = _("Overall mark {month}").format(month=fmt_month(year.days[place]))
    counted = _("over {n} of {total} indicators").format(n=year.counted, total=year.total)
    head = plain(words if mark is not None else _("No overall mark yet"), "bold")
    foot = plain(counted if mark is not None and place == len(year.days) - 1 else "", "dim")
    if not scale:
        return [joined(head, plain(f"  {fmt_mark(mark)}  ", "bold"), foot)]
    figure = big(fmt_mark(mark), scale) if mark is not None else [""] * rows_of(scale)
    left = [head, *(plain(row) for row in figure), foot]
    across = max(*(line.cell_length for line in left), 1) + _GAP
    history = History(year.days, (("overall", year.overall),))
    right = history_lines(history, width - across, 3 * scale + 1, notes=1)
    rows = max(len(left), len(right))
    left += [Content("")] * (rows - len(left))
    right += [Content("")] * (rows - len(right))
    return [joined(fitted(a, across), b) for a, b in zip(left, right, strict=True)]


def _done(year: Year, width: int) -> list[Content]:
    """The actions that were done between two rounds: when, not what came of it."""
    found = [(deed, indicator) for indicator in year.indicators for deed in indicator.deeds]
    if not found:
        return []
    lines = [plain(_("Done between two rounds"), "bold")]
    for deed, indicator in sorted(found, key=lambda pair: (pair[0].before, pair[0].number)):
        month = fmt_month(year.days[deed.before])
        said = _("done before {month}").format(month=month)
        head = f"{DONE} {deed.number} "
        name = shorten_middle(indicator.name, 24)
        room = width - cell_width(head) - cell_width(said) - cell_width(name) - 6
        text = shorten_middle(" ".join(deed.text.split()), max(room, 8))
        lines.append(
            joined(plain(head, "$success"), text, plain(f" · {name} · ", "dim"), plain(said, "dim"))
        )
    return lines


class YearPicture(Drawn):
    """Shows a ``Year``, as high as it needs; ``height`` is what it should fit in if it can."""

    DEFAULT_CSS = "YearPicture { width: 100%; height: auto; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.year: Year | None = None
        self.names: dict[SideKey, str] = {"a": "", "b": ""}
        self.fit_in = 20

    def show(self, year: Year, names: dict[SideKey, str], height: int) -> None:
        """Show this year, if it can be in ``height`` rows."""
        if (year, names, height) != (self.year, self.names, self.fit_in):
            self.year, self.names, self.fit_in = year, names, height
            self.redraw(layout=True)

    def draw(self, width: int) -> Sequence[Content]:
        """See ``Drawn``."""
        return year_lines(self.year, self.names, width, self.fit_in) if self.year else []
