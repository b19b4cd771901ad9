"""The time of a stage: how near its end it is, and how long it took in earlier sessions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from statistics import median
from typing import Literal

from sessionui.domain.session import Session, StageState

Pace = Literal["free", "on time", "nearly over", "over"]

MORE = 5
"""Minutes that one key adds to a stage."""

_SHARE, _AT_LEAST, _AT_MOST = 10, timedelta(minutes=1), timedelta(minutes=5)
_TOO_SHORT, _LEFT_ON = timedelta(minutes=1), timedelta(hours=4)


def left(stage: StageState, now: datetime) -> timedelta:
    """What is left of a stage's budget at ``now``; negative when it is over."""
    return timedelta(minutes=stage.minutes) - stage.used(now)


def pace(stage: StageState, now: datetime) -> Pace:
    """Where a stage stands at ``now``.

    Nearly over in its last tenth, at least the last minute and at most the last five. A stage
    without a budget or that was not begun is free.
    """
    if not stage.minutes or not stage.spans:
        return "free"
    rest = left(stage, now)
    if rest < timedelta():
        return "over"
    notice = min(max(timedelta(minutes=stage.minutes) / _SHARE, _AT_LEAST), _AT_MOST)
    return "nearly over" if rest <= notice else "on time"


@dataclass(frozen=True)
class Usual:
    """What a stage took before, in whole minutes: median, shortest, longest, of how many times."""

    minutes: int
    shortest: int
    longest: int
    times: int


def usual(sessions: Iterable[Session], kind: str, stage: str) -> Usual | None:
    """What a stage took in these sessions of a kind; ``None`` with fewer than two that tell.

    Times under a minute (walked through) and over four hours (a clock left on) tell nothing, nor
    does a stage that is still on.
    """
    took = sorted(
        seconds
        for session in sessions
        if session.kind == kind
        for seconds in _took(session.stage_state(stage))
    )
    if len(took) < 2:
        return None
    return Usual(_minutes(median(took)), _minutes(took[0]), _minutes(took[-1]), len(took))


def _took(stage: StageState | None) -> list[int]:
    """The seconds that the stage took, or nothing where they don't tell."""
    if stage is None or any(span.end is None for span in stage.spans):
        return []
    time = sum((s.end - s.start for s in stage.spans if s.end), timedelta())
    return [int(time.total_seconds())] if _TOO_SHORT <= time <= _LEFT_ON else []


def _minutes(seconds: float) -> int:
    """Whole minutes, half up."""
    return int(Fraction(seconds) / 60 + Fraction(1, 2))
