"""Close: surprise check, trust pulse, confirmation by both sides, reopening."""

from dataclasses import dataclass
from typing import ClassVar

from sessionui.domain.intents.base import MINUTES_ONLY, Context, Intent, needed
from sessionui.domain.intents.walk import PauseClock
from sessionui.domain.session import Closing, Confirmation, Reopening, Waiver
from sessionui.domain.sides import SideKey
from sessionui.domain.terms import Surprise
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work


@dataclass(frozen=True)
class RecordClosing(Intent):
    """Did any score surprise you; trust 1 to 5 a side; what people take with them."""

    surprise: Surprise | None = None
    surprise_note: str = ""
    trust_a: int | None = None
    trust_b: int | None = None
    check_out: str = ""

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        for trust in (self.trust_a, self.trust_b):
            if trust is not None and not 1 <= trust <= 5:
                raise Refused(N_("Trust is a number from 1 to 5."))
        closing = Closing(
            surprise=self.surprise,
            surprise_note=self.surprise_note,
            trust_a=self.trust_a,
            trust_b=self.trust_b,
            check_out=self.check_out,
        )
        return work.but(session=work.session.but(closing=closing))


@dataclass(frozen=True)
class WaveThrough(Intent):
    """Let something pass that is missing; ``key`` as in ``completeness``. It is noted."""

    key: str
    reason: str = ""
    leaves_text: ClassVar[bool] = True

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. A second time gives another reason."""
        waiver = Waiver(key=self.key, reason=self.reason.strip())
        rest = tuple(w for w in work.session.waivers if w.key != self.key)
        return work.but(session=work.session.but(waivers=(*rest, waiver)))


@dataclass(frozen=True)
class LookAgain(Intent):
    """Let it pass no longer."""

    key: str
    leaves_text: ClassVar[bool] = True

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        rest = tuple(w for w in work.session.waivers if w.key != self.key)
        return work.but(session=work.session.but(waivers=rest))


@dataclass(frozen=True)
class NoteMinutesRead(Intent):
    """The draft was read back to the room, or wasn't after all (method, the minutes)."""

    read: bool = True
    in_minutes: ClassVar[bool] = False

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        read_at = context.now if self.read else None
        return work.but(session=work.session.but(minutes_read_at=read_at))


@dataclass(frozen=True)
class ConfirmMinutes(Intent):
    """One side confirms the minutes by name. With the second side they are final."""

    side: SideKey
    name: str
    undoable: ClassVar[bool] = False
    in_minutes: ClassVar[bool] = False

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        name = needed(self.name, N_("Say who confirms the minutes for this side."))
        session = work.session
        confirmation = Confirmation(side=self.side, name=name, at=context.now)
        confirmations = tuple(
            sorted(
                [*(c for c in session.confirmations if c.side != self.side), confirmation],
                key=lambda c: c.side,
            )
        )
        changed = work.but(session=session.but(confirmations=confirmations))
        if len(confirmations) < 2:
            return changed
        stopped = PauseClock(paused=True).apply(changed, context)
        stages = tuple(
            s.but(done=True) if s.key == session.stage else s for s in stopped.session.stages
        )
        final = stopped.session.but(
            confirmed_at=context.now,
            stages=stages,
            # As these minutes say it, also where it is none; later sessions agree others.
            next_session=work.next_session,
            next_noted=True,
        )
        return stopped.but(session=final)


@dataclass(frozen=True)
class WithdrawConfirmation(Intent):
    """Take back one side's confirmation while the other has not confirmed."""

    side: SideKey
    undoable: ClassVar[bool] = False
    in_minutes: ClassVar[bool] = False

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        confirmations = tuple(c for c in work.session.confirmations if c.side != self.side)
        return work.but(session=work.session.but(confirmations=confirmations))


@dataclass(frozen=True)
class ReopenSession(Intent):
    """Open confirmed minutes again; that it was done, and why, stays in the record."""

    reason: str
    undoable: ClassVar[bool] = False
    on_confirmed: ClassVar[bool] = True
    in_minutes: ClassVar[bool] = False

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        if work.session.state != "confirmed":
            return work
        if work.session.minutes_only:
            raise Refused(MINUTES_ONLY)
        reason = needed(self.reason, N_("Say why the confirmed minutes are opened again."))
        reopening = Reopening(at=context.now, reason=reason)
        session = work.session.but(
            confirmed_at=None,
            confirmations=(),
            minutes_read_at=None,
            reopenings=(*work.session.reopenings, reopening),
        )
        return work.but(session=session)
