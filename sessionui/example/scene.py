"""One session being held: a clock that moves, ids that repeat, and one intent after another."""

import hashlib
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, tzinfo

from sessionui.domain.intents.base import Context, Intent, carry_out
from sessionui.domain.intents.walk import GoToStage
from sessionui.domain.kinds import StageKey
from sessionui.domain.work import Work


def ids(seed: str) -> Callable[[], str]:
    """Ids that are the same in every example and say nothing of the order they were made in."""
    count = 0

    def new_id() -> str:
        nonlocal count
        count += 1
        return hashlib.sha256(f"{seed}:{count}".encode()).hexdigest()[:16]

    return new_id


def moment(day: date, clock: time, zone: tzinfo | None) -> datetime:
    """``clock`` on that day in ``zone``, or in the time zone of this machine."""
    if zone is None:
        return datetime.combine(day, clock).astimezone()
    return datetime.combine(day, clock, tzinfo=zone)


class Scene:
    """The work on the table while a session is held, with its clock."""

    def __init__(self, work: Work, now: datetime, new_id: Callable[[], str]) -> None:
        self.work = work
        self.now = now
        self._new_id = new_id

    @property
    def context(self) -> Context:
        """This moment of the scene."""
        return Context(self.now, self.now.date(), self._new_id)

    def do(self, *intents: Intent) -> None:
        """Carry out one intent after another. Raises ``Refused``."""
        for intent in intents:
            self.work = carry_out(intent, self.work, self.context)

    def wait(self, minutes: int) -> None:
        """Let time pass."""
        self.now += timedelta(minutes=minutes)

    def walk_to(self, key: StageKey, after: int) -> None:
        """Go to the next stage after so many minutes in this one, which is done then."""
        self.wait(after)
        self.do(GoToStage(key, finished=True))
