"""Actions: every action with one owner and a date, decisions, and the read-back with consent."""

from typing import ClassVar

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from screens.dialogs.action_form import action_form, decision_form
from screens.dialogs.read_back import ReadBackDialog
from screens.plain import Text, joined, plain
from screens.room.typing import show_typing, typing_shown
from screens.stages.base import StageScreen
from screens.widgets.action_row import action_detail, action_row
from screens.widgets.pick_list import PickList
from sessionui.domain.agreements import Decision
from sessionui.domain.intents.agree import WithdrawAction, WithdrawDecision
from sessionui.domain.looking_back import late_by
from sessionui.domain.room import Topic
from sessionui.domain.work import Work
from sessionui.locale import N_, _, ngettext
from sessionui.text import shorten_middle


def consent_text(work: Work) -> str:
    """Whether the actions were read back, and what came of it, in a sentence."""
    read_back = work.session.read_back
    if not read_back.read:
        return _("Not read back yet: press r when the list is complete.")
    words = {
        True: _("Read back: consent."),
        False: _("Read back: no consent."),
        None: _("Read back; consent not recorded."),
    }
    text = words[read_back.consent]
    objections = read_back.objections.strip()
    return f"{text} {_('Objections:')} {objections}" if objections else text


class ActionsScreen(StageScreen):
    """The list of actions and decisions of this session."""

    STAGE = "actions"
    TITLE_TEXT = N_("Actions")
    HELP_TEXT = N_(
        "Make every agreement concrete: what, how you see that it is done, one owner of either "
        "side, a date, and the indicator it helps. Numbers run on across sessions. When the list "
        "is complete, read it back (r): note objections and record whether there is consent."
    )
    AUTO_FOCUS = "#actions"
    CSS_PATH = "actions.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", N_("Action"), id="actions.add"),
        Binding("d", "decide", N_("Decision"), id="actions.decide"),
        Binding("enter", "edit", N_("Change"), id="actions.edit"),
        Binding("p", "parking", N_("Parking lot"), id="actions.parking"),
        Binding("r", "read_back", N_("Read back"), id="actions.read_back"),
        Binding("t", "typing", N_("Typing on the wall"), id="actions.typing", show=False),
        Binding("delete,backspace", "withdraw", N_("Withdraw"), id="actions.withdraw", show=False),
    ]

    @property
    def topic(self) -> Topic:
        """See ``Frame``."""
        return Topic(kind="actions")

    def compose_work(self) -> ComposeResult:
        """See ``StageScreen``."""
        yield Text("", id="actions-heading", classes="heading")
        yield PickList(id="actions")
        yield Text("", id="action-detail", classes="quiet")
        yield Text("", id="decisions-heading", classes="heading")
        yield PickList(id="decisions")
        yield Text("", id="consent")

    def show_work(self, work: Work) -> None:
        """See ``StageScreen``."""
        here = [
            a for a in work.actions if a.state != "withdrawn" and a.session_id == work.session.id
        ]
        earlier = [a for a in work.open_actions if a.session_id != work.session.id]
        count = ngettext("{n} action agreed today", "{n} actions agreed today", len(here))
        heading = count.format(n=len(here))
        if earlier:
            more = ngettext("{n} open from before", "{n} open from before", len(earlier))
            heading = f"{heading} · {more.format(n=len(earlier))}"
        if not here and not earlier:
            heading = _("No actions yet: press a for the first one.")
        self.query_one("#actions-heading", Text).show(heading)
        width = self.query_one("#work").content_size.width or self.size.width
        today = late_by(work, self.desk.today())
        rows = [(str(a.number), action_row(work, a, width, today)) for a in here]
        rows += [(str(a.number), action_row(work, a, width, today, quiet=True)) for a in earlier]
        self.query_one("#actions", PickList).show(rows)
        self._show_decisions(work)
        self._show_detail()
        self.query_one("#consent", Text).show(
            joined(plain(_("Consent") + "  ", "$accent"), consent_text(work))
        )

    def _show_decisions(self, work: Work) -> None:
        decisions = [
            d
            for d in work.partnership.decisions
            if d.session_id == work.session.id and not d.withdrawn
        ]
        self.query_one("#decisions-heading", Text).show(
            _("Decisions") if decisions else _("No decisions yet: press d to record one.")
        )
        picker = self.query_one("#decisions", PickList)
        picker.display = bool(decisions)
        picker.show([(str(d.number), self._decision_row(work, d)) for d in decisions])

    def _decision_row(self, work: Work, decision: Decision) -> Content:
        width = max((self.query_one("#work").content_size.width or self.size.width) - 36, 20)
        indicator = work.indicator_name(decision.indicator_id)
        return joined(
            plain(f"{decision.number:>3}  ", "$accent"),
            shorten_middle(" ".join(decision.text.split()), width),
            plain(f"  {shorten_middle(indicator, 26)}" if indicator else "", "dim"),
        )

    def on_resize(self) -> None:
        """Use the new width."""
        self.show()

    def on_option_list_option_highlighted(self, event: PickList.OptionHighlighted) -> None:
        """Show the rest of the action."""
        event.stop()
        self._show_detail()

    def _show_detail(self) -> None:
        picked = self.query_one("#actions", PickList).picked
        work = self.desk.work
        action = work.action(int(picked)) if picked else None
        detail = self.query_one("#action-detail", Text)
        detail.show(action_detail(work, action) if action else "")

    def reopen_form(self, key: str) -> None:
        """See ``StageScreen``."""
        match key.split("/"):
            case ["action", number] if number.isdecimal():
                self.app.push_screen(action_form(self.desk, number=int(number)))
            case ["action", _]:
                self.action_add()
            case ["decision", number] if number.isdecimal():
                self.app.push_screen(decision_form(self.desk, number=int(number)))
            case ["decision", _]:
                self.action_decide()
            case _:
                super().reopen_form(key)

    # --- keys

    def _picked(self) -> tuple[str, int] | None:
        """Which list has the focus, and the number picked in it."""
        for name in ("decisions", "actions"):
            picker = self.query_one(f"#{name}", PickList)
            if picker.picked and (picker.has_focus or name == "actions"):
                return name, int(picker.picked)
        return None

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Enter or a click changes it."""
        event.stop()
        self.action_edit()

    @worker
    async def action_add(self) -> None:
        """A new action."""
        if await self.app.push_screen_wait(action_form(self.desk)):
            self.query_one("#actions", PickList).focus()

    @worker
    async def action_decide(self) -> None:
        """A new decision."""
        await self.app.push_screen_wait(decision_form(self.desk))

    @worker
    async def action_edit(self) -> None:
        """Change the picked action or decision."""
        match self._picked():
            case ("decisions", number):
                await self.app.push_screen_wait(decision_form(self.desk, number=number))
            case (_name, number):
                await self.app.push_screen_wait(action_form(self.desk, number=number))

    def action_withdraw(self) -> None:
        """Take the picked action or decision back; undo brings it back."""
        match self._picked():
            case ("decisions", number):
                self.do(WithdrawDecision(number))
            case (_name, number):
                self.do(WithdrawAction(number))

    def action_typing(self) -> None:
        """Let the room see an action while it is typed, or no more; off again in the next stage."""
        show_typing(self.desk, shown=not typing_shown(self.desk))
        self.tell(
            _("In this stage the room sees an action while you type it.")
            if typing_shown(self.desk)
            else _("The room sees an action once it is saved.")
        )

    @worker
    async def action_read_back(self) -> None:
        """Read the list back to the room."""
        await self.app.push_screen_wait(ReadBackDialog(self.desk))
