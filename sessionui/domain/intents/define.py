"""Define: candidates in silence, merging, the blind dot vote, and choosing the set."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from sessionui.domain.indicators import Indicator, Meaning, Revision
from sessionui.domain.intents.base import Context, Intent, needed
from sessionui.domain.session import Candidate, Define
from sessionui.domain.sides import SideKey
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work


def _with(work: Work, define: Define) -> Work:
    return work.but(session=work.session.but(define=define))


def _change(define: Define, candidate_id: str, **changes: object) -> Define:
    if define.candidate(candidate_id) is None:
        raise Refused(N_("That candidate is not on the list any more."))
    return define.but(
        candidates=tuple(c.but(**changes) if c.id == candidate_id else c for c in define.candidates)
    )


@dataclass(frozen=True)
class AddCandidate(Intent):
    """A side (or the starter library: ``side`` is ``None``) proposes an indicator."""

    side: SideKey | None
    text: str

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. Two sides may propose the same; one side not twice."""
        define = work.session.define
        text = needed(self.text, N_("Write the indicator in a word or two."))
        if any(
            c.side == self.side and c.text.casefold() == text.casefold() for c in define.standing
        ):
            raise Refused(N_("{text} is already on the list."), text=text)
        candidate = Candidate(id=context.new_id(), side=self.side, text=text)
        return _with(work, define.but(candidates=(*define.candidates, candidate)))


@dataclass(frozen=True)
class EditCandidate(Intent):
    """Reword a candidate."""

    candidate_id: str
    text: str

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        text = needed(self.text, N_("Write the indicator in a word or two."))
        return _with(work, _change(work.session.define, self.candidate_id, text=text))


@dataclass(frozen=True)
class WithdrawCandidate(Intent):
    """Take a candidate off the list, or put it back."""

    candidate_id: str
    withdrawn: bool = True

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        define = work.session.define
        return _with(work, _change(define, self.candidate_id, withdrawn=self.withdrawn))


@dataclass(frozen=True)
class MergeCandidates(Intent):
    """Merge near-duplicates: ``gone`` goes under ``kept``, with all that was merged under it."""

    kept_id: str
    gone_id: str

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. Nothing is deleted; ``SplitCandidate`` takes it back.

        Refused under a candidate that is not on the list itself: both would be lost from it.
        """
        if self.kept_id == self.gone_id:
            raise Refused(N_("Choose two different candidates to merge."))
        if all(c.id != self.kept_id for c in work.session.define.standing):
            raise Refused(N_("That candidate is not on the list any more."))
        define = _change(work.session.define, self.gone_id, merged_into=self.kept_id)
        for under in define.merged_under(self.gone_id):
            define = _change(define, under.id, merged_into=self.kept_id)
        return _with(work, define)


@dataclass(frozen=True)
class SplitCandidate(Intent):
    """Take a merged candidate apart again."""

    candidate_id: str

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        return _with(work, _change(work.session.define, self.candidate_id, merged_into=None))


@dataclass(frozen=True)
class ShowCandidates(Intent):
    """Show both sides' candidates on one list, or hide them again."""

    shown: bool = True

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        return _with(work, work.session.define.but(shown=self.shown))


@dataclass(frozen=True)
class SetDotsEach(Intent):
    """How many dots each person has in the vote."""

    dots: int

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. Refused once somebody has voted."""
        define = work.session.define
        if not 1 <= self.dots <= 10:
            raise Refused(N_("Give each person 1 to 10 dots."))
        if define.votes:
            raise Refused(N_("The vote has begun; the number of dots stays as it is."))
        return _with(work, define.but(dots_each=self.dots))


@dataclass(frozen=True)
class CastDots(Intent):
    """One person's dots: a tuple of candidate ids, more than once for more dots.

    The vote is blind: dots are stored without the voter, sorted; who has voted is kept apart.
    """

    dots: tuple[str, ...]
    person_id: str | None = None
    undoable: ClassVar[bool] = False

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. Refuses a second vote, too many dots, and a vote after showing."""
        define = work.session.define
        if define.votes_shown:
            raise Refused(N_("The result has been shown; the vote is closed."))
        if self.person_id and self.person_id in define.voted:
            raise Refused(N_("{name} has already voted."), name=work.person_name(self.person_id))
        if not self.dots and self.person_id is None:  # a form left blank is no vote
            raise Refused(N_("Place at least one dot, or leave without voting."))
        if len(self.dots) > define.dots_each:
            raise Refused(N_("Use at most {dots} dots."), dots=define.dots_each)
        standing = {c.id for c in define.standing}
        if not set(self.dots) <= standing:
            raise Refused(N_("That candidate is not on the list any more."))
        votes = tuple(sorted([*define.votes, tuple(sorted(self.dots))]))
        voted = define.voted
        if self.person_id:
            voted = tuple(sorted({*voted, self.person_id}))
        return _with(work, define.but(votes=votes, voted=voted))


@dataclass(frozen=True)
class ShowVotes(Intent):
    """Close the vote and show how many dots each candidate got."""

    shown: bool = True

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        return _with(work, work.session.define.but(votes_shown=self.shown))


@dataclass(frozen=True)
class ChooseCandidate(Intent):
    """Take a candidate into the set of indicators, or out of it; its meaning is kept."""

    candidate_id: str
    chosen: bool = True

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        candidate = work.session.define.candidate(self.candidate_id)
        if candidate is None:
            raise Refused(N_("That candidate is not on the list any more."))
        partnership = work.partnership
        known = next((i for i in partnership.indicators if i.candidate_id == candidate.id), None)
        if known is not None:
            return EndIndicator(known.id, in_force=self.chosen).apply(work, context)
        if not self.chosen:
            return work
        if any(i.name.casefold() == candidate.text.casefold() for i in partnership.in_force):
            raise Refused(N_("{text} is already an indicator."), text=candidate.text)
        indicator = _new_indicator(candidate.text, work, context, candidate_id=candidate.id)
        return work.but(
            partnership=partnership.but(indicators=(*partnership.indicators, indicator))
        )


def _new_indicator(
    name: str, work: Work, context: Context, *, candidate_id: str | None = None
) -> Indicator:
    revision = Revision(
        number=1, name=name, meaning=Meaning(), at=context.now, session_id=work.session.id
    )
    return Indicator(id=context.new_id(), revisions=(revision,), candidate_id=candidate_id)


@dataclass(frozen=True)
class EndIndicator(Intent):
    """An indicator has done its work and leaves the set, with a reason; or it comes back."""

    indicator_id: str
    in_force: bool = False
    reason: str = ""

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. Its scores and meanings stay in the history."""
        if work.partnership.indicator(self.indicator_id) is None:
            raise Refused(N_("There is no such indicator."))
        indicators = tuple(
            i.but(in_force=self.in_force, ended_reason="" if self.in_force else self.reason)
            if i.id == self.indicator_id
            else i
            for i in work.partnership.indicators
        )
        return work.but(partnership=work.partnership.but(indicators=indicators))


@dataclass(frozen=True)
class MoveIndicator(Intent):
    """Move an indicator one place up (−1) or down (+1) in the set."""

    indicator_id: str
    by: Literal[-1, 1]

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. At the end of the list nothing changes."""
        indicators = list(work.partnership.indicators)
        places = [n for n, i in enumerate(indicators) if i.in_force]
        at = next((k for k, n in enumerate(places) if indicators[n].id == self.indicator_id), None)
        if at is None or not 0 <= at + self.by < len(places):
            return work
        one, two = places[at], places[at + self.by]
        indicators[one], indicators[two] = indicators[two], indicators[one]
        return work.but(partnership=work.partnership.but(indicators=tuple(indicators)))
