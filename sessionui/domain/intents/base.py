"""The shape of an intent: ``apply(work, context) -> work``."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from sessionui.domain.partnership import Partnership
from sessionui.domain.session import Discussion, Session
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work

FINAL = N_("These minutes are confirmed and final. Reopen the session to change anything.")
MINUTES_ONLY = N_("Only the minutes of this session are in this file: it can't be changed.")


@dataclass(frozen=True)
class Context:
    """What a change may not find out for itself: the moment (aware), the day, fresh ids."""

    now: datetime
    today: date
    new_id: Callable[[], str]


@dataclass(frozen=True)
class Intent:
    """Something a person wants changed. ``apply`` is pure and raises ``Refused``.

    ``undoable``: whether undo takes it back; the clock, ballots and votes are left alone by undo.
    ``on_confirmed``: whether it is allowed on confirmed minutes. ``in_minutes``: whether it changes
    what the minutes say, so that they have to be read back again, and a side which has confirmed
    them has to do so again. ``leaves_text``: a remark on them only, which takes back what was
    confirmed and not that it was read.
    """

    undoable: ClassVar[bool] = True
    on_confirmed: ClassVar[bool] = False
    in_minutes: ClassVar[bool] = True
    leaves_text: ClassVar[bool] = False

    def apply(self, work: Work, context: Context) -> Work:
        """The work after this intent. Raises ``Refused`` when the method does not allow it."""
        raise NotImplementedError


@dataclass(frozen=True)
class PartnershipIntent(Intent):
    """An intent that needs the partnership only, so that it also works outside a session."""

    on_confirmed: ClassVar[bool] = True

    def change(self, partnership: Partnership, context: Context) -> Partnership:
        """The partnership after this intent. Raises ``Refused``."""
        raise NotImplementedError

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        return work.but(partnership=self.change(work.partnership, context))


def carry_out(intent: Intent, work: Work, context: Context) -> Work:
    """Apply ``intent`` unless the minutes are final. Raises ``Refused``."""
    if work.session.state == "confirmed" and not intent.on_confirmed:
        raise Refused(FINAL)
    if work.session.minutes_only and not intent.on_confirmed:
        raise Refused(MINUTES_ONLY)
    after = intent.apply(work, context)
    if not intent.in_minutes or after is work or after.session.state == "confirmed":
        return after
    after = unconfirmed(after)
    if intent.leaves_text or after.session.minutes_read_at is None:
        return after
    return after.but(session=after.session.but(minutes_read_at=None))


def unconfirmed(work: Work) -> Work:
    """The work without the confirmation of one side: what was confirmed has changed since."""
    if not work.session.confirmations:
        return work
    return work.but(session=work.session.but(confirmations=()))


def with_discussion(session: Session, discussion: Discussion) -> Session:
    """The session with ``discussion`` in place of what it had on that indicator.

    One without anything in it isn't kept.
    """
    rest = tuple(d for d in session.discussions if d.indicator_id != discussion.indicator_id)
    blank = discussion == Discussion(indicator_id=discussion.indicator_id)
    return session.but(discussions=rest if blank else (*rest, discussion))


def needed(text: str, template: str) -> str:
    """``text`` without surrounding space. Raises ``Refused(template)`` when nothing is left."""
    stripped = text.strip()
    if not stripped:
        raise Refused(template)
    return stripped
