"""Changes to the partnership itself: names, contract, people."""

from dataclasses import dataclass
from datetime import date

from sessionui.domain.intents.base import Context, PartnershipIntent, needed
from sessionui.domain.partnership import Contract, Partnership, Person
from sessionui.domain.sides import SideKey
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work

NAMELESS = N_("Give the person a name.")
ALREADY_HERE = N_("{name} is already on this side. Add an initial or a role to the name.")


@dataclass(frozen=True)
class DescribePartnership(PartnershipIntent):
    """Names of both sides, contract, since when, rhythm in months."""

    name_a: str
    name_b: str
    contract_name: str = ""
    reference: str = ""
    since: date | None = None
    rhythm_months: int = 3

    def change(self, partnership: Partnership, context: Context) -> Partnership:
        """See ``PartnershipIntent.change``."""
        if not 1 <= self.rhythm_months <= 24:
            raise Refused(N_("The rhythm is a number of months from 1 to 24."))
        return partnership.but(
            name_a=needed(self.name_a, N_("Give both sides a name.")),
            name_b=needed(self.name_b, N_("Give both sides a name.")),
            contract=Contract(
                name=self.contract_name.strip(),
                reference=self.reference.strip(),
                since=self.since,
            ),
            rhythm_months=self.rhythm_months,
        )


@dataclass(frozen=True)
class AddPerson(PartnershipIntent):
    """A person joins a side."""

    side: SideKey
    name: str
    role: str = ""

    def change(self, partnership: Partnership, context: Context) -> Partnership:
        """See ``PartnershipIntent.change``. Refuses a second person of that name on the side."""
        name = needed(self.name, NAMELESS)
        if any(p.name.casefold() == name.casefold() for p in partnership.people_of(self.side)):
            raise Refused(ALREADY_HERE, name=name)
        person = Person(
            id=context.new_id(),
            name=name,
            role=self.role.strip(),
            side=self.side,
            joined=context.today,
        )
        return partnership.but(people=(*partnership.people, person))


@dataclass(frozen=True)
class EditPerson(PartnershipIntent):
    """A person's name or role is corrected."""

    person_id: str
    name: str
    role: str = ""

    def change(self, partnership: Partnership, context: Context) -> Partnership:
        """See ``PartnershipIntent.change``."""
        name = needed(self.name, NAMELESS)
        person = partnership.person(self.person_id)
        if person and any(
            p.id != person.id and p.name.casefold() == name.casefold()
            for p in partnership.people_of(person.side)
        ):
            raise Refused(ALREADY_HERE, name=name)
        return partnership.but(
            people=tuple(
                p.but(name=name, role=self.role.strip()) if p.id == self.person_id else p
                for p in partnership.people
            )
        )


@dataclass(frozen=True)
class SetPersonHere(PartnershipIntent):
    """A person leaves the partnership, or comes back; history keeps the name either way."""

    person_id: str
    here: bool

    def change(self, partnership: Partnership, context: Context) -> Partnership:
        """See ``PartnershipIntent.change``."""
        left = None if self.here else context.today
        return partnership.but(
            people=tuple(
                p.but(left=left) if p.id == self.person_id else p for p in partnership.people
            )
        )


@dataclass(frozen=True)
class ArchivePartnership(PartnershipIntent):
    """Put a partnership away, or take it out again."""

    archived: bool = True

    def change(self, partnership: Partnership, context: Context) -> Partnership:
        """See ``PartnershipIntent.change``."""
        return partnership.but(archived=self.archived)


@dataclass(frozen=True)
class SetNextSession(PartnershipIntent):
    """The date on which the two sides meet next.

    In a session it is noted with it, because it stands in its minutes. That of the partnership
    follows, unless a later session has agreed another one since. What confirmed minutes say stays.
    """

    day: date | None

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        session, agreed = work.session, work.partnership.next_session
        if session.state == "confirmed":
            return work.but(partnership=self.change(work.partnership, context))
        ours = agreed is None or agreed <= session.date or agreed == work.next_session
        partnership = self.change(work.partnership, context) if ours else work.partnership
        noted = session.but(next_session=self.day, next_noted=True)
        return work.but(partnership=partnership, session=noted)

    def change(self, partnership: Partnership, context: Context) -> Partnership:
        """See ``PartnershipIntent.change``."""
        return partnership.but(next_session=self.day)
