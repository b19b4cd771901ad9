"""All indicators as dumbbells on one axis, and in words why which is worth talking about."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from textual.content import Content

from screens.plain import joined, plain
from screens.widgets.axis import dumbbell, fitting_step, scale, ticks
from screens.widgets.drawn import Drawn
from screens.widgets.sides import about
from sessionui.domain.overview import Overview, OverviewRow, Sorting
from sessionui.domain.pictures import Lane, Remark
from sessionui.domain.sides import SIDES, SideKey
from sessionui.locale import N_, _, fmt_mark, pgettext, phrase
from sessionui.text import cell_width, shorten_middle

TALK: Final = "▸"
"""Before an indicator that is worth talking about, and before the reason."""

LEFT_MARK, RIGHT_MARK = 6, 7
"""Cells for either mark in figures; the right one never touches the left one."""

MARKS: Final = LEFT_MARK + RIGHT_MARK

BESIDE: Final = 44
"""Cells from which on the reason stands beside the row; else it stands under it."""

LEAST_NAME: Final = 10
"""Cells below which a side's name in a sentence is too short."""

SHORTER: Final = {
    "{receiver} dropped {size} since last time, from {was} to {now}": N_(
        "{receiver} dropped {size}, from {was} to {now}"
    )
}
"""The same in fewer words, for where it is narrow."""

SORTED: Final[dict[Sorting, str]] = {
    "order": N_("in the order of the discussion"),
    "gap": N_("the widest gap first"),
    "mark": N_("the lowest mark first"),
}


@dataclass(frozen=True)
class Columns:
    """How a row is laid out: the name, the axis, both marks, and what is left."""

    name: int
    step: int
    width: int

    @property
    def left(self) -> int:
        """Cells behind the marks."""
        return self.width - self.name - 3 - self.axis - MARKS

    @property
    def axis(self) -> int:
        """Cells of the axis with its margins."""
        return 9 * self.step + 4


def columns_for(width: int) -> Columns:
    """The columns in ``width`` cells."""
    name = 20 if width < 100 else 28
    beside = BESIDE if width >= 160 else 0
    return Columns(name, fitting_step(width - beside, name + 3 + MARKS), width)


def heading(names: dict[SideKey, str], width: int) -> Content:
    """Which sign is whose."""
    gap = "   "
    half = (width - len(gap)) // 2
    heads = [about(side, names, _("{giver} about {receiver}"), half) for side in SIDES]
    return Content(gap).join(heads)


def axis_line(columns: Columns) -> Content:
    """The one axis that all rows share."""
    return joined(" " * (columns.name + 3), scale(columns.step).content())


def row_lines(row: OverviewRow, names: dict[SideKey, str], columns: Columns) -> list[Content]:
    """One indicator: its name, its dumbbell and marks, and the reason to talk about it."""
    if row.picture is None:
        return [joined(_named(row, columns, "dim"), plain(_("not revealed yet"), "dim"))]
    figures = joined(*(_figure(row.picture.given(side)) for side in SIDES))
    line = joined(
        _named(row, columns),
        dumbbell(row.picture.means, ticks(columns.step)).content(figures),
    )
    if not row.remarks:
        return [line]
    if columns.left >= BESIDE - 2:
        said = reason(row.remarks[0], names, columns.left - 4)
        return [joined(line, "  ", plain(f"{TALK} ", "$accent"), said)]
    said = reason(row.remarks[0], names, columns.width - columns.name - 5)
    indent = " " * (columns.name + 3)
    return [line, joined(indent, plain(f"{TALK} ", "$accent"), said)]


def _named(row: OverviewRow, columns: Columns, style: str = "") -> Content:
    sign = TALK if row.remarks else " "
    return joined(plain(f"{sign} ", "$accent"), padded(row.name, columns.name + 1, style))


def padded(name: str, width: int, style: str = "") -> Content:
    """A name in exactly ``width`` cells, the last one a space."""
    fitting = shorten_middle(name, width - 1)
    return plain(fitting + " " * (width - cell_width(fitting)), style)


def _figure(lane: Lane) -> Content:
    # In a column of marks: at most six letters in any language.
    text = pgettext("column", "hidden") if lane.hidden else fmt_mark(lane.mean)
    return plain(_aligned(text, lane.side), "dim" if lane.hidden else f"$side-{lane.side}")


def _aligned(figure: str, side: SideKey) -> str:
    return figure.rjust(LEFT_MARK if side == "a" else RIGHT_MARK)


def reason(remark: Remark, names: dict[SideKey, str], width: int) -> Content:
    """The sentence in at most ``width`` cells; names give way first, and no more than they must.

    Where a name would get too short the sentence does with fewer words, if it can.
    """
    short = SHORTER.get(remark.template, remark.template)
    for template in (remark.template, short):
        text, name = _said(remark.but(template=template), names, width)
        if name >= LEAST_NAME:
            break
    return plain(text).truncate(max(width, 1), ellipsis=True)


def _said(remark: Remark, names: dict[SideKey, str], width: int) -> tuple[str, int]:
    """The sentence, as long as it has to be, and the cells that its name may take."""

    def with_name(room: int) -> str:
        texts = {
            key: shorten_middle(text, room) if text in names.values() else text
            for key, text in remark.texts.items()
        }
        return phrase(remark.template, {**texts, **remark.figures})

    told = [cell_width(text) for text in remark.texts.values() if text in names.values()]
    whole = max(told, default=0)
    too_long = cell_width(with_name(whole)) - width
    if too_long <= 0:
        return with_name(whole), LEAST_NAME
    return with_name(max(whole - too_long, 6)), whole - too_long


def together(overview: Overview, columns: Columns) -> list[Content]:
    """Both sides over all indicators that count, and the overall mark."""
    if overview.mark is None:
        return plain(_no_mark(overview)).wrap(columns.width)
    means: dict[SideKey, Decimal | None] = {"a": overview.mean_a, "b": overview.mean_b}
    figures = joined(*(plain(_aligned(fmt_mark(means[s]), s), f"$side-{s}") for s in SIDES))
    counted = _("over {n} of {total} indicators").format(n=overview.counted, total=overview.total)
    return [
        joined(
            "  ",
            padded(_("Together"), columns.name + 1, "bold"),
            dumbbell(means, ticks(columns.step)).content(figures),
        ),
        Content(""),
        joined(
            plain(_("Overall mark {mark}").format(mark=fmt_mark(overview.mark)), "bold"),
            plain(f"  {counted}", "dim"),
        ),
    ]


def _no_mark(overview: Overview) -> str:
    """Why there is no overall mark: none yet, or, with everything revealed, none at all."""
    if overview.rows and all(row.picture for row in overview.rows):
        return _("No overall mark: on no indicator are both marks shown.")
    return _("The overall mark waits for the first indicator with both marks shown.")


class OverviewPicture(Drawn):
    """The whole overview in one picture, for where nothing is picked from it."""

    DEFAULT_CSS = "OverviewPicture { width: 100%; height: auto; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.overview = Overview(rows=())
        self.names: dict[SideKey, str] = {"a": "", "b": ""}
        self.by: Sorting = "order"

    def show(self, overview: Overview, names: dict[SideKey, str], by: Sorting) -> None:
        """Show this overview, sorted like that."""
        if (overview, names, by) != (self.overview, self.names, self.by):
            self.overview, self.names, self.by = overview, names, by
            self.redraw(layout=True)

    def draw(self, width: int) -> Sequence[Content]:
        """See ``Drawn``."""
        columns = columns_for(width)
        rows = self.overview.sorted(self.by)
        return [
            heading(self.names, width),
            Content(""),
            axis_line(columns),
            *(line for row in rows for line in row_lines(row, self.names, columns)),
            Content(""),
            *together(self.overview, columns),
        ]
