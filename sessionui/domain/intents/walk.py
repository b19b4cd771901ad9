"""Walking through the stages, and what can be done in all of them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, Literal

from sessionui.domain.intents.base import Context, Intent, needed
from sessionui.domain.kinds import StageKey
from sessionui.domain.session import Parked, Session, Span, StageState
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work


def _close_spans(stages: tuple[StageState, ...], now: datetime) -> tuple[StageState, ...]:
    return tuple(
        s.but(spans=tuple(x if x.end else x.but(end=max(now, x.start)) for x in s.spans))
        for s in stages
    )


def _open_span(stages: tuple[StageState, ...], key: str, now: datetime) -> tuple[StageState, ...]:
    return tuple(s.but(spans=(*s.spans, Span(start=now))) if s.key == key else s for s in stages)


@dataclass(frozen=True)
class StartSession(Intent):
    """The session begins: the clock runs from now, in the stage that it is on."""

    undoable: ClassVar[bool] = False
    in_minutes: ClassVar[bool] = False

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. Starting twice changes nothing."""
        session = work.session
        if session.started_at:
            return work
        stages = _open_span(session.stages, session.stage, context.now)
        return work.but(session=session.but(started_at=context.now, stages=stages))


@dataclass(frozen=True)
class GoToStage(Intent):
    """Go to any stage. With ``finished`` the one that is left counts as done."""

    key: StageKey
    finished: bool = False
    undoable: ClassVar[bool] = False
    on_confirmed: ClassVar[bool] = True
    in_minutes: ClassVar[bool] = False

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. Refuses a stage that this session does not have."""
        session = work.session
        if session.stage_state(self.key) is None:
            raise Refused(N_("This session has no such stage."))
        if session.state == "confirmed" or session.minutes_only:
            return work.but(session=session.but(stage=self.key))
        stages = tuple(
            s.but(done=True) if self.finished and s.key == session.stage else s
            for s in session.stages
        )
        if session.started_at and not session.paused_at and self.key != session.stage:
            stages = _open_span(_close_spans(stages, context.now), self.key, context.now)
        return work.but(session=session.but(stage=self.key, stages=stages))


@dataclass(frozen=True)
class PauseClock(Intent):
    """Stop the clock for a break, or let it run on."""

    paused: bool
    undoable: ClassVar[bool] = False
    in_minutes: ClassVar[bool] = False

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. Before the start there is no clock to stop."""
        session = work.session
        if not session.started_at or bool(session.paused_at) == self.paused:
            return work
        stages = (
            _close_spans(session.stages, context.now)
            if self.paused
            else _open_span(session.stages, session.stage, context.now)
        )
        paused_at = context.now if self.paused else None
        return work.but(session=session.but(paused_at=paused_at, stages=stages))


@dataclass(frozen=True)
class SkipStage(Intent):
    """Leave a stage out, or take it back in; what was recorded in it stays."""

    key: StageKey
    skipped: bool = True

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        stages = tuple(
            s.but(skipped=self.skipped) if s.key == self.key else s for s in work.session.stages
        )
        return work.but(session=work.session.but(stages=stages))


@dataclass(frozen=True)
class MoveStage(Intent):
    """Move a stage one place earlier (−1) or later (+1) in the order of this session."""

    key: StageKey
    by: Literal[-1, 1]

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. At the end of the list nothing changes."""
        stages = list(work.session.stages)
        place = next((n for n, s in enumerate(stages) if s.key == self.key), None)
        if place is None or not 0 <= place + self.by < len(stages):
            return work
        stages[place], stages[place + self.by] = stages[place + self.by], stages[place]
        return work.but(session=work.session.but(stages=tuple(stages)))


@dataclass(frozen=True)
class SetBudget(Intent):
    """Give a stage another number of minutes."""

    key: StageKey
    minutes: int

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        if not 0 <= self.minutes <= 600:
            raise Refused(N_("A stage takes 0 to 600 minutes."))
        stages = tuple(
            s.but(minutes=self.minutes) if s.key == self.key else s for s in work.session.stages
        )
        return work.but(session=work.session.but(stages=stages))


@dataclass(frozen=True)
class PlanSession(Intent):
    """Date, place and facilitator of the session."""

    day: date
    place: str = ""
    facilitator: str = ""

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        session = work.session.but(
            date=self.day, place=self.place.strip(), facilitator=self.facilitator.strip()
        )
        return work.but(session=session)


@dataclass(frozen=True)
class WritePrivateNotes(Intent):
    """The facilitator's own notes on a stage; they never enter the minutes."""

    key: StageKey
    text: str
    on_confirmed: ClassVar[bool] = True
    in_minutes: ClassVar[bool] = False

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        notes = {**work.session.private_notes, self.key: self.text}
        return work.but(session=work.session.but(private_notes=notes))


@dataclass(frozen=True)
class ParkPoint(Intent):
    """Put a point in the parking lot."""

    text: str
    indicator_id: str | None = None

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        point = Parked(
            id=context.new_id(),
            text=needed(self.text, N_("Write down what is parked.")),
            indicator_id=self.indicator_id,
        )
        return work.but(session=work.session.but(parked=(*work.session.parked, point)))


def stage_after(session: Session, step: int) -> StageKey | None:
    """The next (+1) or previous (−1) stage that is not skipped, or ``None`` at the end."""
    keys = [s.key for s in session.stages if not s.skipped or s.key == session.stage]
    place = keys.index(session.stage) + step
    return keys[place] if 0 <= place < len(keys) else None
