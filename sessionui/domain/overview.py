"""All indicators of a round together: one dumbbell each, and why which is worth talking about.

Plain values to draw from (see ``pictures``). What was not revealed has a name and no figure.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Final, Literal

from pydantic import Field

from sessionui.domain.figures import IndicatorFigures
from sessionui.domain.pictures import IndicatorPicture, Remark, picture_of, remark_of
from sessionui.domain.record import Record
from sessionui.domain.talk import talk_points
from sessionui.domain.work import Work

Sorting = Literal["order", "gap", "mark"]
SORTINGS: Final[tuple[Sorting, ...]] = ("order", "gap", "mark")
"""By the order of the discussion; the widest gap first; the lowest mark first."""


class OverviewRow(Record):
    """One indicator. ``picture`` is ``None`` until it is revealed; ``mark`` needs both sides.

    ``place``: its place in the discussion, from 1. ``remarks``: what is worth talking about, the
    most telling first; a prompt, not a verdict.
    """

    indicator_id: str
    name: str
    place: int
    picture: IndicatorPicture | None = None
    mark: Decimal | None = Field(default=None, repr=False)
    remarks: tuple[Remark, ...] = Field(default=(), repr=False)

    @property
    def gap(self) -> Decimal | None:
        """The distance between the two sides' marks, without direction."""
        asymmetry = self.picture.asymmetry if self.picture else None
        return None if asymmetry is None else abs(asymmetry)


class Overview(Record):
    """Every indicator in the order of the discussion, and both sides' totals.

    The totals count ``counted`` of ``total`` indicators: those shown on both sides.
    """

    rows: tuple[OverviewRow, ...]
    counted: int = 0
    total: int = 0
    mean_a: Decimal | None = Field(default=None, repr=False)
    mean_b: Decimal | None = Field(default=None, repr=False)
    mark: Decimal | None = Field(default=None, repr=False)

    def sorted(self, by: Sorting) -> tuple[OverviewRow, ...]:
        """The rows by the order of the discussion, the widest gap or the lowest mark first.

        What has no such figure (hidden, not scored, not revealed) comes last, in the order of the
        discussion; so do equals among each other. A place so says nothing of what is hidden.
        """
        return tuple(sorted(self.rows, key=_RANKS[by]))


def _by_gap(row: OverviewRow) -> tuple[bool, Decimal, int]:
    gap = row.gap
    return gap is None, -(gap or Decimal(0)), row.place


def _by_mark(row: OverviewRow) -> tuple[bool, Decimal, int]:
    return row.mark is None, row.mark or Decimal(0), row.place


def _by_order(row: OverviewRow) -> tuple[bool, Decimal, int]:
    return False, Decimal(0), row.place


_RANKS: Final[dict[Sorting, Callable[[OverviewRow], tuple[bool, Decimal, int]]]] = {
    "order": _by_order,
    "gap": _by_gap,
    "mark": _by_mark,
}


def next_sorting(by: Sorting) -> Sorting:
    """The sorting after ``by``; one key goes through all of them."""
    return SORTINGS[(SORTINGS.index(by) + 1) % len(SORTINGS)]


def overview_of(work: Work) -> Overview:
    """The overview of the session on the table, as far as it was revealed."""
    overall = work.revealed.overall
    return Overview(
        rows=_rows(work),
        counted=overall.counted,
        total=overall.total,
        mean_a=overall.mean_a,
        mean_b=overall.mean_b,
        mark=overall.mark,
    )


def _rows(work: Work) -> tuple[OverviewRow, ...]:
    return tuple(
        _row(work, item.indicator_id, place, work.revealed.item(item.indicator_id))
        for place, item in enumerate(work.items, start=1)
    )


def _row(
    work: Work, indicator_id: str, place: int, figures: IndicatorFigures | None
) -> OverviewRow:
    name = work.indicator_name(indicator_id)
    if figures is None:
        return OverviewRow(indicator_id=indicator_id, name=name, place=place)
    return OverviewRow(
        indicator_id=indicator_id,
        name=name,
        place=place,
        picture=picture_of(figures),
        mark=figures.mean,
        remarks=remarks(work, figures),
    )


def remarks(work: Work, figures: IndicatorFigures) -> tuple[Remark, ...]:
    """What is worth talking about on one revealed indicator, the most telling first."""
    points = talk_points(figures, work.names, work.earlier)
    return tuple(remark_of(point.sentence, point.code) for point in points)


def worth_talking(rows: Sequence[OverviewRow]) -> int:
    """How many of the indicators there is a reason to talk about."""
    return sum(bool(row.remarks) for row in rows)
