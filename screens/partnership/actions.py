"""Page: what was agreed and is still open; what is picked stands below in full."""

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from screens.partnership.page import Page
from screens.partnership.view import View
from screens.plain import Text, joined, plain
from screens.widgets.action_row import padded
from screens.widgets.pick_list import PickList
from sessionui.domain.agreements import Action, ActionState, Outcome
from sessionui.domain.partnership import Partnership
from sessionui.domain.sides import SIGNS
from sessionui.locale import N_, _, fmt_date, ngettext

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


class ActionsPage(Page):
    """Open actions by number; ended ones too when asked for."""

    KEY = "actions"
    TITLE = N_("Actions")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "ended", N_("Open only, or all"), id="actions.ended"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.ended_shown = False
        self.view: View | None = None

    def compose(self) -> ComposeResult:
        yield Text("", id="no-actions", classes="quiet")
        yield PickList(id="actions")
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

    def action_ended(self) -> None:
        """Show ended actions too, or only the open ones again."""
        self.ended_shown = not self.ended_shown
        if self.view is not None:
            self.show(self.view)


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
