"""Score: sealing a ballot, locking and unlocking the round, correcting after the reveal."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar

from sessionui.domain.intents.base import Context, Intent
from sessionui.domain.scoring import (
    REASON_LIMIT,
    SHEET,
    SHEETS_GONE,
    Answer,
    Ballot,
    Rules,
    Urn,
    reason_length,
    receipt_hash,
)
from sessionui.domain.sides import SideKey
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work

GIVEN_OR_BEGUN = N_(
    "Answers of {name} are in or begun already. Go on with them where they were begun, "
    "or with their receipt code."
)


def check_mark(mark: float | None, rules: Rules) -> float | None:
    """``mark`` if it is one: 1 to 10, whole unless the session allows halves.

    Raises ``Refused`` without repeating the mark, because the sentence may be shown to the room.
    """
    if mark is None:
        return None
    step = 0.5 if rules.half_marks else 1
    if not 1 <= mark <= 10 or mark % step:
        raise Refused(
            N_("A mark is a whole or half number from 1 to 10.")
            if rules.half_marks
            else N_("A mark is a whole number from 1 to 10.")
        )
    return mark


def check_reasons(answers: Iterable[Answer], work: Work) -> None:
    """Raise ``Refused`` for a reason that is too long; how it reads is nobody's business."""
    for answer in answers:
        if reason_length(answer.reason) > REASON_LIMIT:
            raise Refused(
                N_("The reason on {indicator} is longer than {limit} characters. Shorten it."),
                indicator=work.indicator_name(answer.indicator_id),
                limit=REASON_LIMIT,
            )


@dataclass(frozen=True)
class SealBallot(Intent):
    """A rater's answers go into the urn.

    ``rater_id``: who answers; in side secrecy it is noted apart from the ballot and may be left
    out (paper, import). ``receipt``: a code shown to the rater only; with the code of an earlier
    ballot that ballot is replaced. By name a second ballot replaces the first, and the receipt code
    of that one ends: a phone that merely picked the name has no right to these answers.
    """

    side: SideKey
    answers: tuple[Answer, ...] = field(repr=False)
    rater_id: str | None = None
    receipt: str = field(default="", repr=False)
    undoable: ClassVar[bool] = False

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. Refused when locked, when nameless by name, when double."""
        if work.session.locked:
            raise Refused(N_("Scoring is locked. Unlock it to take in another answer."))
        urn = work.urn if work.urn.items else work.urn.but(items=work.items)
        if not urn.items:
            raise Refused(N_("There are no indicators to score yet. Define them first."))
        answers = checked_answers(self.answers, urn, work.session.rules)
        if not answers:
            raise Refused(N_("Nothing was filled in, so there is nothing to seal."))
        check_reasons(answers, work)
        if work.session.rules.secrecy == "name":
            return self._by_name(work, context, urn, answers)
        return self._by_side(work, context, urn, answers)

    def _by_name(self, work: Work, context: Context, urn: Urn, answers: tuple[Answer, ...]) -> Work:
        person = work.partnership.person(self.rater_id)
        if person is None or person.side != self.side:
            raise Refused(N_("This round is by name: say whose answers these are."))
        earlier = urn.of_rater(person.id)
        ballot = Ballot(
            id=earlier.id if earlier else context.new_id(),
            side=self.side,
            rater_id=person.id,
            # Never that of the answers before: who knows it may not be whose these answers are.
            receipt=receipt_hash(work.session.id, self.receipt) if self.receipt else "",
            answers=answers,
        )
        return sealed_in(work, urn.with_ballot(ballot), person.id)

    def _by_side(self, work: Work, context: Context, urn: Urn, answers: tuple[Answer, ...]) -> Work:
        person = work.partnership.person(self.rater_id)
        if self.rater_id is not None and (person is None or person.side != self.side):
            raise Refused(N_("That person is not of the side that these answers come from."))
        receipt = receipt_hash(work.session.id, self.receipt) if self.receipt else ""
        earlier = urn.but(ballots=urn.of_side(self.side)).with_receipt(receipt)
        answered = self.rater_id is not None and self.rater_id in work.turnout.answered
        if answered and earlier is None:
            raise Refused(GIVEN_OR_BEGUN, name=work.person_name(self.rater_id))
        ballot = Ballot(
            id=earlier.id if earlier else context.new_id(),
            side=self.side,
            receipt=receipt,
            answers=answers,
        )
        return sealed_in(work, urn.with_ballot(ballot), self.rater_id)


def checked_answers(answers: tuple[Answer, ...], urn: Urn, rules: Rules) -> tuple[Answer, ...]:
    """The answers on indicators of this round, in its order, each mark checked.

    Of two on the same the later one counts. Raises ``Refused``.
    """
    found: dict[tuple[str, bool], Answer] = {}
    known = [i.indicator_id for i in urn.items]
    for answer in answers:
        if answer.indicator_id not in known:
            raise Refused(N_("One of the answers is about an indicator that is not in this round."))
        if answer.own and not rules.self_estimate:
            raise Refused(N_("This round does not ask for self-estimates."))
        check_mark(answer.mark, rules)
        clean = Answer(
            indicator_id=answer.indicator_id,
            own=answer.own,
            mark=answer.mark,
            reason=answer.reason.strip(),
        )
        found[answer.indicator_id, answer.own] = clean
    return tuple(found[i, own] for own in (False, True) for i in known if (i, own) in found)


def sealed_in(work: Work, urn: Urn, person_id: str | None) -> Work:
    """The work with that urn, and with the person among those who answered, if one is named."""
    if person_id is None:
        return work.but(urn=urn)
    session = work.session
    if person_id not in session.participants:
        session = session.but(participants=(*session.participants, person_id))
    return work.but(session=session, urn=urn, turnout=work.turnout.with_person(person_id))


@dataclass(frozen=True)
class LockRound(Intent):
    """Close the scoring, so that the reveal can begin.

    What somebody gave without saying that they were done counts; from here on nothing tells which
    ballot that was, for by side it could be told by who is missing.
    """

    undoable: ClassVar[bool] = False

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. Refused without a single answer."""
        if not any(b.answers for b in work.urn.ballots):
            raise Refused(N_("Nobody has scored yet, so there is nothing to lock."))
        if work.session.locked:
            return work
        # One that was taken back stays as it is: no answer, and its receipt is still a way in.
        ballots = tuple(
            b if b.finished or not b.answers else b.but(finished=True) for b in work.urn.ballots
        )
        # Which ballots came together in one sheet is nobody's business from here on.
        taken = tuple(sorted({SHEETS_GONE if t.startswith(SHEET) else t for t in work.urn.taken}))
        urn = work.urn.but(ballots=ballots, taken=taken)
        urn = work.urn if urn == work.urn else urn
        return work.but(session=work.session.but(locked_at=context.now), urn=urn)


@dataclass(frozen=True)
class UnlockRound(Intent):
    """Open the scoring again for a late answer; only while nothing has been revealed."""

    undoable: ClassVar[bool] = False

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``.

        Refused after the first reveal: a late answer would be coloured by it, and by side the
        difference would give it away.
        """
        if any(d.revealed_at for d in work.session.discussions):
            raise Refused(
                N_("Scores have been revealed, so the round stays locked. Correct a mark instead.")
            )
        return work.but(session=work.session.but(locked_at=None))


@dataclass(frozen=True)
class CorrectMark(Intent):
    """Correct a mark after its reveal; the original is kept beside it (method, secrecy)."""

    ballot_id: str
    indicator_id: str
    mark: float | None = field(repr=False)
    own: bool = False
    undoable: ClassVar[bool] = False

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. Before the reveal, unlock and answer again instead."""
        if not work.session.revealed(self.indicator_id):
            raise Refused(
                N_("This score has not been revealed: unlock the round and answer again.")
            )
        if work.session.rules.secrecy != "name":
            raise Refused(
                N_("Scores were given by side, so nobody can tell which mark to correct. Note it.")
            )
        check_mark(self.mark, work.session.rules)
        ballots = tuple(
            b.but(answers=tuple(self._corrected(a) for a in b.answers))
            if b.id == self.ballot_id
            else b
            for b in work.urn.ballots
        )
        return work.but(urn=work.urn.but(ballots=ballots))

    def _corrected(self, answer: Answer) -> Answer:
        if (answer.indicator_id, answer.own) != (self.indicator_id, self.own):
            return answer
        original = answer.original if answer.corrected else answer.mark
        return answer.but(mark=self.mark, original=original, corrected=True)
