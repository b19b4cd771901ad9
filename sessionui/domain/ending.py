"""Ending a session before its last stage: what is left over."""

from dataclasses import dataclass

from sessionui.domain.kinds import StageKey
from sessionui.domain.session import Session
from sessionui.domain.work import Work

LAST: StageKey = "close"


@dataclass(frozen=True)
class LeftOver:
    """Stages that were not begun, and ids of indicators that were scored and not discussed."""

    stages: tuple[StageKey, ...]
    indicators: tuple[str, ...]


def left_over(work: Work) -> LeftOver:
    """What a session that ends now did not get to. Parked indicators are taken care of."""
    session = work.session
    stages = tuple(
        s.key
        for s in session.stages
        if s.key not in (LAST, session.stage)
        and not (s.done or s.skipped or s.spans)
        and not (s.key == "score" and session.locked)  # scored before the session, by mail
    )
    parked = parked_indicators(work)
    return LeftOver(stages, tuple(i for i in _not_discussed(work) if i not in parked))


def taken_back_to(before: Session, after: Session) -> StageKey | None:
    """Where the room was, when an undo in the closing takes back that the session ended."""
    return before.ended_in if before.stage == LAST and _end_differs(before, after) else None


def made_again_to(before: Session, after: Session) -> StageKey | None:
    """The closing, when a redo ends the session again."""
    return LAST if after.ended_early and _end_differs(before, after) else None


def _end_differs(one: Session, other: Session) -> bool:
    return (one.ended_early, one.ended_in) != (other.ended_early, other.ended_in)


def parked_indicators(work: Work) -> frozenset[str | None]:
    """Ids of the indicators on which a point is parked: the room comes back to them."""
    return frozenset(p.indicator_id for p in work.session.parked)


def ended_early(work: Work) -> bool:
    """Whether the session was ended with something left over that nobody came back to since."""
    session = work.session
    skipped = any(s.skipped and not s.spans for s in session.stages)
    return session.ended_early and (skipped or bool(_not_discussed(work)))


def _not_discussed(work: Work) -> tuple[str, ...]:
    """Ids of indicators that were scored and not revealed."""
    session = work.session
    if not work.has_ballots or session.stage_state("reveal") is None:
        return ()
    ids = (i.indicator_id for i in work.items)
    return tuple(i for i in ids if not session.revealed(i))
