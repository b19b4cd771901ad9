"""Actions go on between sessions: done, postponed or dropped, with a note."""

from dataclasses import dataclass
from datetime import date

from sessionui.domain.agreements import Action, ActionEvent
from sessionui.domain.intents.base import Context, PartnershipIntent
from sessionui.domain.partnership import Partnership
from sessionui.domain.terms import Outcome
from sessionui.domain.wording import N_, Refused


@dataclass(frozen=True)
class RecordBetween(PartnershipIntent):
    """What became of an action outside a session: done, postponed to ``due``, dropped, reopened."""

    number: int
    outcome: Outcome
    note: str = ""
    due: date | None = None

    def change(self, partnership: Partnership, context: Context) -> Partnership:
        """See ``PartnershipIntent.change``. Every word is kept, also a second one."""
        action = _action(partnership, self.number)
        if self.outcome == "postponed" and self.due is None:
            raise Refused(N_("Say to which date action {number} is postponed."), number=self.number)
        if self.outcome == "reopened" and action.state == "open":
            raise Refused(N_("Action {number} is open already."), number=self.number)
        if self.outcome != "reopened" and action.state != "open":
            raise Refused(N_("Action {number} has ended: open it again first."), number=self.number)
        event = ActionEvent(
            outcome=self.outcome,
            at=context.now,
            note=self.note.strip(),
            due=self.due if self.outcome == "postponed" else None,
        )
        return _with(partnership, action.but(events=(*action.events, event)))


@dataclass(frozen=True)
class TakeBackBetween(PartnershipIntent):
    """Take back what was said of an action last, if that was outside a session."""

    number: int

    def change(self, partnership: Partnership, context: Context) -> Partnership:
        """See ``PartnershipIntent.change``."""
        action = _action(partnership, self.number)
        if not action.events or action.events[-1].session_id is not None:
            raise Refused(
                N_("What was said of action {number} in a session stands in its minutes."),
                number=self.number,
            )
        return _with(partnership, action.but(events=action.events[:-1]))


def _action(partnership: Partnership, number: int) -> Action:
    action = partnership.action(number)
    if action is None or action.withdrawn:
        raise Refused(N_("There is no action {number}."), number=number)
    return action


def _with(partnership: Partnership, action: Action) -> Partnership:
    actions = tuple(action if a.number == action.number else a for a in partnership.actions)
    return partnership.but(actions=actions)
