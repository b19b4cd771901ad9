"""Taking the answers of a file in: all of them as one change, or none."""

from dataclasses import dataclass, field
from typing import ClassVar

from sessionui.domain.intents.base import Context, Intent
from sessionui.domain.intents.score import SealBallot
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work


@dataclass(frozen=True)
class TakeInAnswers(Intent):
    """Seal the ballots of a file and note who has answered.

    One intent, so that it is saved as one revision: sealed one by one, the order in which ballots
    and names come in could be laid side by side. ``answered``: ids of the raters that a file by
    side names; by name the ballots carry them. ``taken``: digests of answer files that need no
    second look (see ``Urn.taken``).
    """

    ballots: tuple[SealBallot, ...] = field(repr=False)
    answered: tuple[str, ...] = ()
    taken: tuple[str, ...] = field(default=(), repr=False)
    undoable: ClassVar[bool] = False

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. Refused as a whole where one of its ballots is."""
        for person_id in self.answered:
            if person_id in work.turnout.answered and work.session.rules.secrecy == "side":
                raise Refused(
                    N_("{name} has already answered. Answers given by side can't be replaced."),
                    name=work.person_name(person_id),
                )
        for ballot in self.ballots:
            work = ballot.apply(work, context)
        for person_id in self.answered:
            work = _noted(work, person_id)
        taken = tuple(sorted({*work.urn.taken, *self.taken}))
        return work if taken == work.urn.taken else work.but(urn=work.urn.but(taken=taken))


def _noted(work: Work, person_id: str) -> Work:
    session = work.session
    if person_id not in session.participants:
        session = session.but(participants=(*session.participants, person_id))
    return work.but(session=session, turnout=work.turnout.with_person(person_id))
