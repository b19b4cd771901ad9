"""Ending a session before its last stage: what is left over."""

from dataclasses import dataclass

from sessionui.domain.kinds import StageKey
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
    parked = {p.indicator_id for p in session.parked}
    waiting = tuple(
        i.indicator_id
        for i in work.items
        if not session.revealed(i.indicator_id) and i.indicator_id not in parked
    )
    asked = work.has_ballots and session.stage_state("reveal") is not None
    return LeftOver(stages, waiting if asked else ())
