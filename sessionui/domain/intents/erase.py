"""Erasing a person: the name goes, the marks stay as those of an unnamed member of the side."""

from dataclasses import dataclass
from typing import ClassVar

from sessionui.domain.erasing import Erasure
from sessionui.domain.intents.base import Context, PartnershipIntent
from sessionui.domain.listed import refuse_fewer_raters
from sessionui.domain.partnership import Partnership
from sessionui.domain.session import Session
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work


@dataclass(frozen=True)
class ErasePerson(PartnershipIntent):
    """A person wants to be forgotten. It can't be taken back, and works on confirmed minutes.

    ``alias``: a fresh id that stands for the person's; ``label``: what stands for the name, such
    as "a former member of Helderwit".
    """

    person_id: str
    alias: str
    label: str
    undoable: ClassVar[bool] = False
    in_minutes: ClassVar[bool] = False

    def erasure(self, partnership: Partnership, context: Context) -> Erasure:
        """What has to go. Raises ``Refused`` for somebody unknown, or whose name can't go."""
        person = partnership.person(self.person_id)
        if person is None:
            raise Refused(N_("There is no such person."))
        made = Erasure(person.id, person.name, self.alias, self.label, context.today.isoformat())
        if any(made.names(name) for name in (partnership.name_a, partnership.name_b)):
            raise Refused(
                N_("The name is a part of an organisation's name. Change that one first (key c).")
            )
        return made

    def change(self, partnership: Partnership, context: Context) -> Partnership:
        """See ``PartnershipIntent.change``."""
        return self.erasure(partnership, context).of_record(partnership)

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``: the session and its ballots as well."""
        erasure = self.erasure(work.partnership, context)
        turnout = erasure.of_record(work.turnout)
        session = erasure.of_record(work.session)
        after = work.but(
            partnership=erasure.of_record(work.partnership),
            session=session,
            urn=erasure.of_record(work.urn),
            turnout=turnout,
        )
        if self.alias in turnout.answered:
            return after
        without = after.but(session=self._not_expected(session))
        try:
            refuse_fewer_raters(after, without)
        except Refused:  # figures rest on how many are on the list, not on who that is
            return after
        return without

    def _not_expected(self, session: Session) -> Session:
        """Nobody waits for somebody who is gone, in a session that is still to be held."""
        if session.state != "planned" or session.locked:
            return session
        return session.but(
            participants=tuple(p for p in session.participants if p != self.alias),
            presence={p: v for p, v in session.presence.items() if p != self.alias},
        )
