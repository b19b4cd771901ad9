"""The parking lot: points of this session and those of earlier ones that nobody came back to."""

from dataclasses import dataclass
from datetime import date

from sessionui.domain.session import Parked
from sessionui.domain.work import Work


@dataclass(frozen=True)
class Point:
    """A parked point that waits. ``parked_on`` is ``None`` for one of this session."""

    parked: Parked
    parked_on: date | None = None


def open_points(work: Work) -> tuple[Point, ...]:
    """What is still parked: from before, oldest first, and then of this session."""
    settled = {i for s in (*work.past, work.session) for i in s.parked_settled}
    before = tuple(
        Point(parked, session.date)
        for session in work.past
        for parked in session.parked
        if parked.id not in settled
    )
    return (*before, *(Point(parked) for parked in work.session.parked))


def open_point(work: Work, parked_id: str) -> Point | None:
    """The waiting point with that id, or ``None``."""
    return next((p for p in open_points(work) if p.parked.id == parked_id), None)
