"""A partnership: two sides, their people, their contract, what they agreed so far."""

from datetime import date, datetime

from pydantic import Field

from sessionui.domain.agreements import Action, Decision
from sessionui.domain.indicators import Indicator
from sessionui.domain.record import Record
from sessionui.domain.sides import SideKey


class Person(Record):
    """Somebody of one of the sides. People come and go; they are never deleted from history."""

    id: str
    name: str
    role: str = ""
    side: SideKey
    joined: date | None = None
    left: date | None = None

    @property
    def here(self) -> bool:
        """Whether the person still belongs to the partnership."""
        return self.left is None


class Contract(Record):
    """What the two sides are bound by."""

    name: str = ""
    reference: str = ""
    since: date | None = None


class Partnership(Record):
    """Everything that outlives a session: people, indicators, actions and decisions.

    ``names`` maps each side to its organisation; ``rhythm_months`` is the time between two
    reviews (method: every quarter).
    """

    id: str
    name_a: str
    name_b: str
    contract: Contract = Contract()
    rhythm_months: int = Field(default=3, ge=1, le=24)
    people: tuple[Person, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    actions: tuple[Action, ...] = ()
    decisions: tuple[Decision, ...] = ()
    next_session: date | None = None
    created: datetime
    archived: bool = False
    example: bool = False

    def name_of(self, side: SideKey) -> str:
        """The organisation on ``side``."""
        return self.name_a if side == "a" else self.name_b

    def person(self, person_id: str | None) -> Person | None:
        """The person with that id, or ``None``."""
        return next((p for p in self.people if p.id == person_id), None)

    def people_of(self, side: SideKey, *, here_only: bool = True) -> tuple[Person, ...]:
        """The people of ``side``; with those who left when ``here_only`` is false."""
        return tuple(p for p in self.people if p.side == side and (p.here or not here_only))

    def indicator(self, indicator_id: str | None) -> Indicator | None:
        """The indicator with that id, in force or not, or ``None``."""
        return next((i for i in self.indicators if i.id == indicator_id), None)

    @property
    def in_force(self) -> tuple[Indicator, ...]:
        """The indicators that the two sides score each other on now, in their order."""
        return tuple(i for i in self.indicators if i.in_force)

    def action(self, number: int) -> Action | None:
        """The action with that number, or ``None``."""
        return next((a for a in self.actions if a.number == number), None)

    @property
    def open_actions(self) -> tuple[Action, ...]:
        """Actions that are neither done nor dropped nor withdrawn, by number."""
        return tuple(a for a in self.actions if a.state == "open")

    @property
    def next_action_number(self) -> int:
        """Action numbers run on across sessions and are never used twice (method, minutes)."""
        return max((a.number for a in self.actions), default=0) + 1

    @property
    def next_decision_number(self) -> int:
        """Decision numbers run on across sessions and are never used twice."""
        return max((d.number for d in self.decisions), default=0) + 1
