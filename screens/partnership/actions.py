"""Page: what was agreed and is still open; what is picked stands below in full."""

from datetime import date
from typing import ClassVar

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message

from screens.dialogs.choose import ChooseDialog
from screens.dialogs.form import Field, FormDialog, Values
from screens.partnership.page import Page
from screens.partnership.view import View
from screens.plain import Text, joined, plain
from screens.shelf import Shelf
from screens.widgets.action_row import padded
from screens.widgets.pick_list import PickList, Row
from sessionui.domain.agreements import Action, ActionState
from sessionui.domain.intents.base import PartnershipIntent
from sessionui.domain.intents.between import RecordBetween, TakeBackBetween
from sessionui.domain.partnership import Partnership
from sessionui.domain.sides import SIDES, SIGNS
from sessionui.domain.terms import Outcome
from sessionui.domain.wording import Sentence
from sessionui.locale import N_, _, fmt_date, language, ngettext

STATES: dict[ActionState, str] = {
    "open": N_("open"),
    "done": N_("done"),
    "dropped": N_("dropped"),
    "withdrawn": N_("withdrawn"),
}
OUTCOMES: dict[Outcome, str] = {
    "done": N_("done"),
    "postponed": N_("postponed"),
    "dropped": N_("dropped"),
    "reopened": N_("not done yet"),
}


class ActionList(PickList):
    """Actions; enter says what became of one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", N_("Outcome"), id="actions.became"),
    ]


class ActionsPage(Page):
    """Open actions by number; ended ones too when asked for."""

    KEY = "actions"
    TITLE = N_("Actions")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "ended", N_("Open, or all"), id="actions.ended"),
        Binding("x", "calendar", N_("Calendars"), id="actions.calendar"),
    ]

    class Changed(Message):
        """An action was changed, or ``refusal`` says why not."""

        def __init__(self, refusal: Sentence | None) -> None:
            super().__init__()
            self.refusal = refusal

    class Written(Message):
        """A calendar file was written under that path, or why not."""

        def __init__(self, outcome: str | Sentence) -> None:
            super().__init__()
            self.outcome = outcome

    def __init__(self, shelf: Shelf, partnership_id: str) -> None:
        super().__init__()
        self.shelf, self.partnership_id = shelf, partnership_id
        self.ended_shown = False
        self.view: View | None = None

    def compose(self) -> ComposeResult:
        yield Text("", id="no-actions", classes="quiet")
        yield ActionList(id="actions")
        with VerticalScroll(id="action-detail", can_focus=False):
            yield Text("", id="action-text")

    def show(self, view: View) -> None:
        """See ``Page``."""
        self.view = view
        kept = [a for a in view.partnership.actions if a.state != "withdrawn"]
        actions = [a for a in kept if self.ended_shown or a.state == "open"]
        rows = [(str(a.number), _row(view, a, self.room)) for a in actions]
        self.query_one(PickList).show(rows)
        self.query_one("#action-detail").display = bool(rows)
        empty = self.query_one("#no-actions", Text)
        empty.display = not rows
        empty.show(
            _("No open actions. Press o to see the ended ones.")
            if kept
            else _("No actions yet. They are agreed in a session.")
        )
        self._show_detail()

    def _show_detail(self) -> None:
        if self.view is None:
            return
        picked = self.query_one(PickList).picked
        action = self.view.partnership.action(int(picked)) if picked else None
        if action is not None:
            text = _detail(self.view.partnership, action, self.view.today)
            self.query_one("#action-text", Text).show(text)

    def take_focus(self) -> None:
        """See ``Page``."""
        self.screen.set_focus(self.query_one(PickList))

    def on_option_list_option_highlighted(self, event: PickList.OptionHighlighted) -> None:
        """Show what is picked in full."""
        event.stop()
        self._show_detail()

    @worker
    async def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Enter or a click: what became of it since the session."""
        event.stop()
        number = int(event.option.id or 0)
        action = self.shelf.partnership(self.partnership_id).action(number)
        if action is None or self.shelf.read_only:
            return
        choices = outcomes_of(action)
        rows = [(key, plain(_(word))) for key, word in choices]
        title = _("What became of action {number}?").format(number=number)
        chosen = await self.app.push_screen_wait(ChooseDialog(title, rows, self._warning()))
        if chosen == "back":
            self.post_message(self.Changed(self._do(TakeBackBetween(number))))
        elif chosen:
            await self.app.push_screen_wait(self._form(number, chosen))
            self.post_message(self.Changed(None))

    def _warning(self) -> str:
        """While a session runs its minutes don't have what is said here (``looking_back``)."""
        if self.view is None or all(s.state != "running" for s in self.view.sessions):
            return ""
        return _("A session is going on: what is said here is told at the one after it.")

    def _do(self, intent: PartnershipIntent) -> Sentence | None:
        return self.shelf.do(self.partnership_id, intent)

    def _form(self, number: int, chosen: str) -> FormDialog:
        outcome: Outcome = next(o for o in OUTCOMES if o == chosen)

        def submit(values: Values) -> Sentence | None:
            due = values.get("due")
            day = due if isinstance(due, date) else None
            return self._do(RecordBetween(number, outcome, str(values["note"]), day))

        fields = [Field("note", _("What there is to say of it"), "area")]
        if outcome == "postponed":
            fields.insert(0, Field("due", _("New date"), "date"))
        title = _("Action {number}: {outcome}").format(number=number, outcome=_(OUTCOMES[outcome]))
        key = f"{self.partnership_id}/between/{number}/{outcome}"
        return FormDialog(self.shelf, key, title, fields, submit)

    def action_ended(self) -> None:
        """Show ended actions too, or only the open ones again."""
        self.ended_shown = not self.ended_shown
        if self.view is not None:
            self.show(self.view)

    @worker
    async def action_calendar(self) -> None:
        """Write the actions as they stand now into a calendar file."""
        if self.view is None or not self.view.partnership.actions:
            return
        names = self.view.names
        rows: list[Row] = [("all", plain(_("Both sides: all actions")))]
        rows += [(s, plain(f"{SIGNS[s]} {names[s]}", f"$side-{s}")) for s in SIDES]
        title = _("For whose calendars?")
        text = _("Taken in again, it replaces the entries of last time; what is done goes off.")
        chosen = await self.app.push_screen_wait(ChooseDialog(title, rows, text))
        if chosen is None:
            return
        side = next((s for s in SIDES if s == chosen), None)
        outcome = self.shelf.write_calendar(self.partnership_id, language(), side)
        self.post_message(self.Written(outcome))


def outcomes_of(action: Action) -> list[tuple[str, str]]:
    """What can be said of it outside a session, with the words."""
    if action.state == "open":
        found = [("done", N_("Done")), ("postponed", N_("Postpone")), ("dropped", N_("Drop"))]
    else:
        found = [("reopened", N_("Open again"))]
    if action.events and action.events[-1].session_id is None:
        found.append(("back", N_("Take back what was said last")))
    return found


def _row(view: View, action: Action, width: int) -> Content:
    """Number, what, owner, due date (! when overdue), times postponed; the state once ended."""
    late = action.overdue(view.today)
    owner = view.partnership.person(action.owner_id)
    owner_width = 18 if width < 100 else 28
    due = fmt_date(action.due_now) if action.due_now else _("no date")
    ended = action.state != "open"
    style = "dim" if ended else ""
    if ended:
        due = _(STATES[action.state])
    times = action.times_postponed
    return joined(
        plain(f"{action.number:>3} ", "$accent"),
        plain("★ " if action.quick_win else "  ", "$accent"),
        plain(padded(" ".join(action.text.split()), width - owner_width - 27), style),
        "  ",
        plain(f"{SIGNS[owner.side]} ", f"$side-{owner.side}") if owner else plain("  "),
        plain(
            padded(owner.name if owner else _("no owner"), owner_width - 2),
            "$warning" if owner is None and not ended else style,
        ),
        plain(" ! " if late else "   ", "$warning"),
        plain(padded(due, 12), "$warning" if late else style),
        plain(f"{times}×" if times else "", "dim"),
    )


def _detail(partnership: Partnership, action: Action, today: date) -> Content:
    owner = partnership.person(action.owner_id)
    indicator = partnership.indicator(action.indicator_id)
    facts = [
        owner.name if owner else _("no owner"),
        _due(action, today),
        ngettext("postponed once", "postponed {n} times", action.times_postponed).format(
            n=action.times_postponed
        )
        if action.times_postponed
        else "",
        f"★ {_('quick win')}" if action.quick_win else "",
        indicator.name if indicator else "",
    ]
    lines = [
        plain(action.text, "bold"),
        plain(" · ".join(fact for fact in facts if fact)),
    ]
    if action.done_when:
        lines.append(joined(plain(f"{_('done when')}  ", "dim"), action.done_when))
    for event in action.events:
        to = _("to {date}").format(date=fmt_date(event.due)) if event.due else ""
        said = " ".join(part for part in (_(OUTCOMES[event.outcome]), to) if part)
        note = f": {event.note}" if event.note else ""
        lines.append(plain(f"{fmt_date(event.at)}  {said}{note}", "dim"))
    return Content("\n").join(lines)


def _due(action: Action, today: date) -> str:
    if action.state != "open":
        return _(STATES[action.state])
    if action.due_now is None:
        return _("no date")
    text = _("due {date}").format(date=fmt_date(action.due_now))
    if action.overdue(today):
        days = (today - action.due_now).days
        late = ngettext("{n} day overdue", "{n} days overdue", days).format(n=days)
        return f"{text}, {late}"
    return text
