"""Reveal: indicator by indicator, both sides at once; then the conversation (method, stage 6)."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from sessionui.domain.intents.base import Context, Intent, with_discussion
from sessionui.domain.session import Discussion
from sessionui.domain.sides import SideKey
from sessionui.domain.speaking import first_speaker
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work


@dataclass(frozen=True)
class GoToIndicator(Intent):
    """Bring an indicator before the room; its meaning first, its scores not yet."""

    indicator_id: str
    undoable: ClassVar[bool] = False
    on_confirmed: ClassVar[bool] = True
    in_minutes: ClassVar[bool] = False

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        return work.but(session=work.session.but(at_indicator=self.indicator_id))


@dataclass(frozen=True)
class Reveal(Intent):
    """Show both sides' scores on one indicator at once."""

    indicator_id: str
    undoable: ClassVar[bool] = False

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. Refused until the round is locked."""
        if not work.session.locked:
            raise Refused(N_("Lock the scoring first, so that nobody can score after a reveal."))
        if all(i.indicator_id != self.indicator_id for i in work.items):
            raise Refused(N_("That indicator is not in this round."))
        discussion = work.session.discussion(self.indicator_id)
        if discussion.revealed_at:
            return work
        changed = discussion.but(
            revealed_at=context.now, first_speaker=first_speaker(work, self.indicator_id)
        )
        return work.but(session=with_discussion(work.session, changed))


def _revealed(work: Work, indicator_id: str) -> Discussion:
    discussion = work.session.discussion(indicator_id)
    if discussion.revealed_at is None:
        raise Refused(N_("Reveal the scores on this indicator first."))
    return discussion


@dataclass(frozen=True)
class ShowReasons(Intent):
    """Show the written reasons, or hide them: the people speak first."""

    indicator_id: str
    shown: bool = True

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        changed = _revealed(work, self.indicator_id).but(reasons_shown=self.shown)
        return work.but(session=with_discussion(work.session, changed))


@dataclass(frozen=True)
class SetFirstSpeaker(Intent):
    """Let the other side speak first on this indicator."""

    indicator_id: str
    side: SideKey

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        changed = work.session.discussion(self.indicator_id).but(first_speaker=self.side)
        return work.but(session=with_discussion(work.session, changed))


@dataclass(frozen=True)
class SideSpoke(Intent):
    """A side has spoken on this indicator (or not, after all)."""

    indicator_id: str
    side: SideKey
    spoke: bool = True

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        discussion = _revealed(work, self.indicator_id)
        rest = tuple(s for s in discussion.spoken if s != self.side)
        changed = discussion.but(spoken=(*rest, self.side) if self.spoke else rest)
        return work.but(session=with_discussion(work.session, changed))


@dataclass(frozen=True)
class NoteDiscussion(Intent):
    """What was said, what the receivers said back, and what goes well."""

    indicator_id: str
    said: str = ""
    heard: str = ""
    goes_well: str = ""

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        changed = work.session.discussion(self.indicator_id).but(
            said=self.said, heard=self.heard, goes_well=self.goes_well
        )
        return work.but(session=with_discussion(work.session, changed))


@dataclass(frozen=True)
class AgreeMark(Intent):
    """One mark that both sides agreed after talking, kept beside the given scores; or none."""

    indicator_id: str
    mark: float | None

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. One to ten, by halves."""
        if self.mark is not None and (not 1 <= self.mark <= 10 or self.mark % 0.5):
            raise Refused(N_("A mark is a whole or half number from 1 to 10."))
        changed = _revealed(work, self.indicator_id).but(agreed_mark=self.mark)
        return work.but(session=with_discussion(work.session, changed))


@dataclass(frozen=True)
class MoveInOrder(Intent):
    """Discuss an indicator one place earlier (−1) or later (+1)."""

    indicator_id: str
    by: Literal[-1, 1]

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. At the end of the list nothing changes."""
        ids = [i.indicator_id for i in work.items]
        if self.indicator_id not in ids:
            return work
        place = ids.index(self.indicator_id)
        if not 0 <= place + self.by < len(ids):
            return work
        ids[place], ids[place + self.by] = ids[place + self.by], ids[place]
        return work.but(session=work.session.but(order=tuple(ids)))


def may_agree(work: Work, indicator_id: str) -> bool:
    """Whether an action may be offered: only after both sides have spoken (method, stage 6)."""
    return work.session.discussion(indicator_id).both_spoke
