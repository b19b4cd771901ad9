"""All rounds together: each indicator's lines in both directions, the overall mark, what was done.

Plain values to draw from. Every line has a point for every round, so that all of them stand over
the same days. An action that was done between two rounds stands *before* the later one: that is
when it was done, not what came of it (method, honest figures).
"""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from pydantic import Field

from sessionui.domain.agreements import Action
from sessionui.domain.figures import Given
from sessionui.domain.history import Line, Point, indicator_line, overall_line
from sessionui.domain.partnership import Partnership
from sessionui.domain.record import Record
from sessionui.domain.rounds import RoundFigures
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.terms import Break

Shape = Literal["point", "slope", "line"]
Without = Literal["", "hidden", "no marks", "not scored"]
"""Why a round has no figure on a line."""


class YearPoint(Record):
    """One round on a line. ``break_before``: why it may not be joined to the point before it."""

    value: Decimal | None = Field(default=None, repr=False)
    n: int = 0
    expected: int = 0
    without: Without = ""
    break_before: Break = ""


class Run(Record):
    """Places of rounds that compare and may be joined: one a point, two a slope, more a line."""

    places: tuple[int, ...]

    @property
    def shape(self) -> Shape:
        """What the run may be called."""
        shapes: tuple[Shape, ...] = ("point", "slope", "line")
        return shapes[min(len(self.places), 3) - 1]


class YearLine(Record):
    """A point for each round, oldest first."""

    points: tuple[YearPoint, ...]

    @property
    def runs(self) -> tuple[Run, ...]:
        """The stretches with a figure between two breaks.

        A round in which it was hidden or got no marks doesn't end a run, for the same thing is
        measured before and after it; but nothing is drawn across it (see ``joined``).
        """
        runs: list[list[int]] = [[]]
        for place, point in enumerate(self.points):
            if point.break_before:
                runs.append([])
            if point.value is not None:
                runs[-1].append(place)
        return tuple(Run(places=tuple(places)) for places in runs if places)

    @property
    def joined(self) -> tuple[tuple[int, int, Shape], ...]:
        """Neighbouring rounds between which a stroke is drawn, and what the run is called."""
        return tuple(
            (one, two, run.shape)
            for run in self.runs
            for one, two in pairwise(run.places)
            if two == one + 1
        )

    @property
    def breaks(self) -> tuple[int, ...]:
        """Places before which the line is broken."""
        return tuple(n for n, point in enumerate(self.points) if point.break_before)

    @property
    def last(self) -> Decimal | None:
        """The newest figure there is."""
        return next((p.value for p in reversed(self.points) if p.value is not None), None)

    @property
    def change(self) -> Decimal | None:
        """The figure of the newest round minus the one before it, where the two compare.

        ``None`` where the newest round shows none: a change of earlier ones isn't one "since".
        """
        if not self.points or self.points[-1].value is None:
            return None
        places = self.runs[-1].places[-2:] if self.runs else ()
        known = [v for n in places if (v := self.points[n].value) is not None]
        return known[1] - known[0] if len(known) > 1 else None

    def newest(self, count: int) -> "YearLine":
        """The line over the last ``count`` rounds. Its first point has nothing to break with."""
        points = self.points[-count:] if count > 0 else ()
        first = tuple(p.but(break_before="") for p in points[:1])
        return YearLine(points=(*first, *points[1:]))


class Deed(Record):
    """An action that was done before round ``before``, on the indicator it serves."""

    number: int
    text: str
    done: date
    before: int


class YearIndicator(Record):
    """One indicator over all rounds. ``a`` is what side a gave (A about B)."""

    indicator_id: str
    name: str
    in_force: bool = True
    a: YearLine
    b: YearLine
    deeds: tuple[Deed, ...] = ()

    def line(self, side: SideKey) -> YearLine:
        """What ``side`` gave."""
        return self.a if side == "a" else self.b


class Year(Record):
    """Every round with its day, the overall mark over them, and each indicator.

    The last round's overall mark is over ``counted`` of its ``total`` indicators.
    """

    days: tuple[date, ...]
    overall: YearLine
    indicators: tuple[YearIndicator, ...]
    counted: int = 0
    total: int = 0

    @property
    def newest(self) -> YearPoint | None:
        """The last round's overall mark."""
        return self.overall.points[-1] if self.overall.points else None

    @property
    def change(self) -> Decimal | None:
        """The last overall mark minus the one before it, where the two compare."""
        return self.overall.change


def year_of(partnership: Partnership, rounds: Sequence[RoundFigures]) -> Year:
    """The picture over ``rounds``, which hold what was revealed and nothing else."""
    told = sorted((r for r in rounds if r.items), key=lambda r: r.date)
    ever = {item.indicator_id for figures in told for item in figures.items}
    scored = sorted(
        (i for i in partnership.indicators if i.id in ever), key=lambda i: not i.in_force
    )
    last = told[-1].overall if told else None
    return Year(
        days=tuple(r.date for r in told),
        counted=last.counted if last else 0,
        total=last.total if last else 0,
        overall=_line(told, overall_line(told), _without_mark),
        indicators=tuple(
            YearIndicator(
                indicator_id=i.id,
                name=i.name,
                in_force=i.in_force,
                **{side: _direction(told, i.id, side) for side in SIDES},
                deeds=deeds(partnership.actions, i.id, told),
            )
            for i in scored
        ),
    )


def direction(rounds: Sequence[RoundFigures], indicator_id: str, side: SideKey) -> YearLine:
    """What ``side`` gave on one indicator, over the rounds in which that was scored."""
    scored = [r for r in rounds if r.item(indicator_id) is not None]
    return _direction(sorted(scored, key=lambda r: r.date), indicator_id, side)


def _direction(told: Sequence[RoundFigures], indicator_id: str, side: SideKey) -> YearLine:
    def why(figures: RoundFigures) -> Without:
        item = figures.item(indicator_id)
        return _without(item.given(side) if item else None)

    return _line(told, indicator_line(told, indicator_id, side), why)


def _without(given: Given | None) -> Without:
    if given is None:
        return "not scored"
    if given.hidden:
        return "hidden"
    return "no marks" if given.mean is None else ""


def _without_mark(figures: RoundFigures) -> Without:
    return "hidden" if figures.overall.mark is None else ""


def _line(
    told: Sequence[RoundFigures], line: Line, why: Callable[[RoundFigures], Without]
) -> YearLine:
    """``line`` with a point for every round, those in which it was not scored as well."""
    found: dict[str, Point] = {p.session_id: p for p in line.points}
    points = []
    for figures in told:
        point = found.get(figures.session_id)
        if point is None:
            points.append(YearPoint(without="not scored"))
            continue
        points.append(
            YearPoint(
                value=point.value,
                n=point.n,
                expected=point.expected,
                without=why(figures) if point.value is None else "",
                break_before=point.break_before,
            )
        )
    return YearLine(points=tuple(points))


def deeds(
    actions: Sequence[Action], indicator_id: str, told: Sequence[RoundFigures]
) -> tuple[Deed, ...]:
    """The actions on an indicator that were done before a round of ``told``, by date.

    One that was done after the last round waits for the next. The session in which an action was
    agreed comes after its own scores, so the action never stands before that round.
    """
    found = []
    for action in actions:
        done = _done_on(action)
        if action.indicator_id != indicator_id or done is None:
            continue
        before = _first_after(action, done, told)
        if before:  # before the first round there is nothing it could be compared with
            found.append(Deed(number=action.number, text=action.text, done=done, before=before))
    return tuple(sorted(found, key=lambda deed: (deed.before, deed.number)))


def _done_on(action: Action) -> date | None:
    """The day on which it was said to be done; ``None`` if it isn't done, or not any more."""
    if action.state != "done":
        return None
    return next((e.at.date() for e in reversed(action.events) if e.outcome == "done"), None)


def _first_after(action: Action, done: date, told: Sequence[RoundFigures]) -> int | None:
    """The first round that was scored after it was done.

    What is said to be done in a session's look back was done before that session's round.
    """
    return next(
        (
            place
            for place, figures in enumerate(told)
            if figures.date >= done
            and figures.session_id != action.session_id
            and figures.date >= action.at.date()
        ),
        None,
    )
