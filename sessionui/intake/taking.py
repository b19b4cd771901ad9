"""Taking the answers of a file in: all of them as one change, or none."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from sessionui.domain.intents.base import Context, Intent
from sessionui.domain.intents.score import SealBallot
from sessionui.domain.scoring import SHEET, Answer, Ballot, Saved, receipt_hash
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work


@dataclass(frozen=True)
class TakeInAnswers(Intent):
    """Seal the ballots of a file and note who has answered.

    One intent, so that it is saved as one revision: sealed one by one, the order in which ballots
    and names come in could be laid side by side. ``answered``: ids of the raters that a file by
    side names; by name the ballots carry them. ``taken``: digests of answer files that need no
    second look, and of nameless sheets, which come in once (see ``Urn.taken``). ``seen``: the
    ballots that would be replaced, as they were when somebody looked at what would happen;
    ``None`` where nobody did. ``saved``: by name, when the answer files were saved.
    """

    ballots: tuple[SealBallot, ...] = field(repr=False)
    answered: tuple[str, ...] = ()
    taken: tuple[str, ...] = field(default=(), repr=False)
    seen: tuple[Ballot, ...] | None = field(default=None, repr=False)
    saved: tuple[Saved, ...] = field(default=(), repr=False)
    undoable: ClassVar[bool] = False

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. Refused as a whole where one of its ballots is.

        Also when answers came in since that nobody saw would be replaced.
        """
        if self.seen is not None:
            _refuse_changed(self.seen, replaced_by(self.ballots, work), work)
        for person_id in self.answered:
            if person_id in work.turnout.answered and work.session.rules.secrecy == "side":
                raise Refused(
                    N_("{name} has already answered. Answers given by side can't be replaced."),
                    name=work.person_name(person_id),
                )
        if any(mark.startswith(SHEET) and mark in work.urn.taken for mark in self.taken):
            raise Refused(N_("The answers of this file were taken in before."))
        for ballot in self.ballots:
            work = ballot.apply(work, context)
        for person_id in self.answered:
            work = _noted(work, person_id)
        taken = tuple(sorted({*work.urn.taken, *self.taken}))
        urn = work.urn.but(taken=taken)
        if self.saved and work.session.rules.secrecy == "name":
            urn = urn.with_saved(self.saved)
        return work if urn == work.urn else work.but(urn=urn)


def replaced_by(ballots: Sequence[SealBallot], work: Work) -> tuple[Ballot, ...]:
    """The ballots that are there now and that these would replace."""
    found = (
        work.urn.of_rater(ballot.rater_id)
        if ballot.rater_id
        else work.urn.with_receipt(receipt_hash(work.session.id, ballot.receipt))
        for ballot in ballots
    )
    return tuple(ballot for ballot in found if ballot is not None)


def _refuse_changed(seen: Sequence[Ballot], now: Sequence[Ballot], work: Work) -> None:
    before, after = _answers_in(seen), _answers_in(now)
    changed = [
        b for b in {b.id: b for b in (*seen, *now)}.values() if before.get(b.id) != after.get(b.id)
    ]
    if not changed:
        return
    names = sorted({work.person_name(b.rater_id) for b in changed if b.rater_id})
    if not names:
        raise Refused(
            N_(
                "Nothing was taken in: since this was read, answers that it replaces have changed. "
                "This is how it is now."
            )
        )
    raise Refused(
        N_(
            "Nothing was taken in: since this was read, the answers of {names} have changed. "
            "This is how it is now."
        ),
        names=", ".join(names),
    )


def _answers_in(ballots: Sequence[Ballot]) -> dict[str, tuple[Answer, ...]]:
    return {ballot.id: ballot.answers for ballot in ballots}


def _noted(work: Work, person_id: str) -> Work:
    session = work.session
    if person_id not in session.participants:
        session = session.but(participants=(*session.participants, person_id))
    return work.but(session=session, turnout=work.turnout.with_person(person_id))
