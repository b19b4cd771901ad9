"""Actions and decisions. They belong to the partnership, because they outlive a session."""

from datetime import date, datetime
from typing import Literal

from sessionui.domain.record import Record
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.terms import Outcome

ActionState = Literal["open", "done", "dropped", "withdrawn"]


class ActionEvent(Record):
    """What a later session said about an action: its outcome and what it brought."""

    outcome: Outcome
    at: datetime
    session_id: str | None = None
    note: str = ""
    due: date | None = None


class Action(Record):
    """An agreed action (method, stage 7): what, done when, one owner, due date, indicator.

    ``due`` is the date first agreed; a postponement adds an event and keeps it. ``sides_before``:
    the sides that went home with it and have it no longer; one without an owner goes with both.
    """

    number: int
    text: str
    done_when: str = ""
    owner_id: str | None = None
    due: date | None = None
    indicator_id: str | None = None
    quick_win: bool = False
    session_id: str | None = None
    at: datetime
    withdrawn: bool = False
    events: tuple[ActionEvent, ...] = ()
    sides_before: tuple[SideKey, ...] = ()

    @property
    def state(self) -> ActionState:
        """Where the action stands after all its events."""
        if self.withdrawn:
            return "withdrawn"
        outcomes = [e.outcome for e in self.events if e.outcome != "postponed"]
        match outcomes[-1:]:
            case ["done" | "dropped" as ended]:
                return ended
        return "open"

    @property
    def due_now(self) -> date | None:
        """The due date after postponements."""
        return next((e.due for e in reversed(self.events) if e.due is not None), self.due)

    @property
    def times_postponed(self) -> int:
        """How many times it was put off (method, stage 2: postponed is counted)."""
        return sum(e.outcome == "postponed" for e in self.events)

    def overdue(self, today: date) -> bool:
        """Whether it is open and its due date has passed."""
        return self.state == "open" and self.due_now is not None and self.due_now < today

    def up_to(self, session_id: str, moment: datetime | None) -> "Action":
        """The action as a session knew it that began at ``moment`` (``None``: not begun yet).

        That is with what the session itself said of it and what was said before.
        """
        if moment is None:
            return self
        events = tuple(e for e in self.events if e.session_id == session_id or e.at <= moment)
        return self.but(events=events)

    def event_in(self, session_id: str) -> ActionEvent | None:
        """What ``session_id`` said of it last, or ``None``."""
        return next((e for e in reversed(self.events) if e.session_id == session_id), None)


def goes_with(owner: SideKey | None) -> tuple[SideKey, ...]:
    """The sides that take an action home: that of its owner, both as long as nobody owns it."""
    return (owner,) if owner else SIDES


class Decision(Record):
    """An agreed decision, numbered on across sessions."""

    number: int
    text: str
    indicator_id: str | None = None
    session_id: str | None = None
    at: datetime
    withdrawn: bool = False
