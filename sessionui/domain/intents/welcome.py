"""Welcome: who is there, how scores will be shown, ground rules."""

from dataclasses import dataclass

from sessionui.domain.intents.base import Context, Intent, needed
from sessionui.domain.intents.people import ALREADY_HERE, NAMELESS, AddPerson
from sessionui.domain.listed import refuse_fewer_raters, refuse_off_locked
from sessionui.domain.partnership import Partnership, Person
from sessionui.domain.scoring import Rules
from sessionui.domain.sides import SideKey
from sessionui.domain.terms import Presence, Secrecy
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work


@dataclass(frozen=True)
class SetPresence(Intent):
    """Note that somebody is present or absent, with or without notice."""

    person_id: str
    presence: Presence

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        session = work.session
        presence = {**session.presence, self.person_id: self.presence}
        participants = session.participants
        if self.person_id not in participants:
            participants = (*participants, self.person_id)
        return work.but(session=session.but(presence=presence, participants=participants))


@dataclass(frozen=True)
class LetIn(Intent):
    """Somebody comes along who was not expected, and is present.

    A known person of the side by that name, who may have been left out or have left, is let in as
    the same person; an empty ``role`` leaves theirs as it is. Any other name is a new person.
    """

    side: SideKey
    name: str
    role: str = ""

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. Refuses a second person of that name in the session."""
        name = needed(self.name, NAMELESS)
        known = _by_name(work.partnership, self.side, name)
        if any(p.id in work.session.participants for p in known):
            raise Refused(ALREADY_HERE, name=name)
        if known:
            person = known[0].but(left=None, role=self.role.strip() or known[0].role)
            people = tuple(person if p.id == person.id else p for p in work.partnership.people)
            partnership = work.partnership.but(people=people)
        else:
            new = AddPerson(self.side, self.name, self.role)
            partnership = new.change(work.partnership, context)
            person = partnership.people[-1]
        return SetPresence(person.id, "present").apply(work.but(partnership=partnership), context)


def _by_name(partnership: Partnership, side: SideKey, name: str) -> tuple[Person, ...]:
    """The people of that name; those who are here before those who left."""
    people = partnership.people_of(side, here_only=False)
    same = (p for p in people if p.name.casefold() == name.casefold())
    return tuple(sorted(same, key=lambda p: not p.here))


@dataclass(frozen=True)
class SetParticipant(Intent):
    """Ask somebody to take part in (and score in) this session, or not."""

    person_id: str
    takes_part: bool

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. Who has scored stays, and by side whom the figures need."""
        session = work.session
        if self.takes_part == (self.person_id in session.participants):
            return work
        if self.takes_part:
            participants = (*session.participants, self.person_id)
        else:
            if self.person_id in work.turnout.answered:
                raise Refused(
                    N_("{name} has already scored and stays on the list."),
                    name=work.person_name(self.person_id),
                )
            refuse_off_locked(work, self.person_id)
            participants = tuple(p for p in session.participants if p != self.person_id)
        after = work.but(session=session.but(participants=participants))
        refuse_fewer_raters(work, after)
        return after


@dataclass(frozen=True)
class SetRules(Intent):
    """How scores are given and shown. The group chooses before scoring (method, secrecy)."""

    secrecy: Secrecy
    threshold: int = 3
    self_estimate: bool = False
    half_marks: bool = False

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. Refused once a score has been given under other rules."""
        if not 2 <= self.threshold <= 8:
            raise Refused(N_("The threshold is a number of answers from 2 to 8."))
        rules = Rules(
            secrecy=self.secrecy,
            threshold=self.threshold,
            self_estimate=self.self_estimate,
            half_marks=self.half_marks,
        )
        if work.has_ballots and rules != work.session.rules:
            raise Refused(
                N_("Scores have been given under the rules that were agreed; they stay so.")
            )
        if rules == work.session.rules:
            return work
        return work.without_emptied().but(session=work.session.but(rules=rules))


@dataclass(frozen=True)
class SetWelcome(Intent):
    """The purpose and the ground rules as the room agreed them."""

    purpose: str
    ground_rules: str

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        session = work.session.but(purpose=self.purpose, ground_rules=self.ground_rules)
        return work.but(session=session)
