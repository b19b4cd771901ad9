"""Lines over the quarters: points, slopes and breaks (method, honest figures).

One round is a point, two make a slope, three or more a line. An indicator's line breaks where its
meaning changed, the overall line where the set of indicators changed, and both say so.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sessionui.domain.figures import counted
from sessionui.domain.rounds import RoundFigures
from sessionui.domain.sides import SideKey
from sessionui.domain.terms import Break, Shape


@dataclass(frozen=True)
class Point:
    """One round on a line. ``value`` is ``None`` when hidden or not scored.

    ``n`` marks were given by ``expected`` raters (0 of 0 for an overall mark).
    ``break_before`` tells why the line may not be drawn from the point before.
    """

    session_id: str
    date: date
    value: Decimal | None
    n: int = 0
    expected: int = 0
    break_before: Break = ""


@dataclass(frozen=True)
class Line:
    """Points by date, oldest first."""

    points: tuple[Point, ...]

    @property
    def shape(self) -> Shape:
        """What the points since the last break may be called."""
        known = sum(p.value is not None for p in self.since_break)
        shapes: tuple[Shape, ...] = ("none", "point", "slope", "line")
        return shapes[min(known, 3)]

    @property
    def since_break(self) -> tuple[Point, ...]:
        """The points that may be compared with the last one."""
        start = max((n for n, p in enumerate(self.points) if p.break_before), default=0)
        return self.points[start:]

    @property
    def change(self) -> Decimal | None:
        """Last shown value minus the one before; ``None`` across a break or without two."""
        known = [p.value for p in self.since_break if p.value is not None]
        return known[-1] - known[-2] if len(known) > 1 else None

    @property
    def breaks(self) -> tuple[Point, ...]:
        """The points before which the line is broken."""
        return tuple(p for p in self.points if p.break_before)


def indicator_line(rounds: Sequence[RoundFigures], indicator_id: str, side: SideKey) -> Line:
    """What ``side`` gave on one indicator over the rounds in which it was scored."""
    points: list[Point] = []
    last_revision: int | None = None
    for figures in sorted(rounds, key=lambda r: r.date):
        item = figures.item(indicator_id)
        if item is None:
            continue
        given = item.given(side)
        changed = last_revision is not None and last_revision != item.revision
        points.append(
            Point(
                figures.session_id,
                figures.date,
                given.mean,
                given.n,
                given.expected,
                "meaning" if changed else "",
            )
        )
        last_revision = item.revision
    return Line(tuple(points))


def overall_line(
    rounds: Sequence[RoundFigures],
    value: Callable[[RoundFigures], Decimal | None] = lambda r: r.overall.mark,
) -> Line:
    """The overall mark over the rounds (or another figure of a round, such as one side's mean).

    The set that counts is the one the mark was made of: an indicator that is hidden in one round
    makes two marks as little comparable as one that was added. A round without a mark is passed
    over when sets are compared.
    """
    points: list[Point] = []
    last_set: frozenset[str] = frozenset()
    for figures in sorted(rounds, key=lambda r: r.date):
        if not figures.items:
            continue
        now_set = counted(figures.items)
        changed = bool(last_set and now_set) and last_set != now_set
        points.append(
            Point(
                figures.session_id,
                figures.date,
                value(figures),
                break_before="set" if changed else "",
            )
        )
        last_set = now_set or last_set
    return Line(tuple(points))
