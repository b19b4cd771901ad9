"""The stages of the session: jump, skip, reorder, and budget in minutes."""

from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from screens.desk import Desk
from screens.plain import Text, joined, plain
from screens.usual_words import full, short
from screens.widgets.pick_list import PickList
from screens.widgets.refusal import Refusal
from sessionui.domain.ending import LAST
from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.walk import MoveStage, SetBudget, SkipStage
from sessionui.domain.session import StageState
from sessionui.domain.timing import Usual, usual
from sessionui.locale import N_, _, fmt_clock

END = "end now"
"""What the dialog answers in place of a stage when the session is to end."""


class StagesDialog(ModalScreen[str | None]):
    """The key of the stage to go to, or ``None``."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f4", "cancel", N_("Close"), id="stages.close"),
        Binding("s", "skip", N_("Skip or take back in"), id="stages.skip"),
        Binding("plus,equals_sign", "budget(5)", N_("5 minutes more"), id="stages.more"),
        Binding("minus", "budget(-5)", N_("5 minutes less"), id="stages.less"),
        Binding("t", "usual", N_("Minutes it took before"), id="stages.usual"),
        Binding("e", "end", N_("End the session now"), id="stages.end"),
        Binding("ctrl+up,u", "move(-1)", N_("Earlier"), id="stages.earlier"),
        Binding("ctrl+down,d", "move(1)", N_("Later"), id="stages.later"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Vertical(classes="dialog"):
            yield Text(_("Stages"), classes="dialog-title")
            yield PickList(classes="choices")
            yield Text("", id="usual", classes="field-hint")
            yield Refusal()
            yield Text(
                _(
                    "enter goes there · s skip · + − minutes · u/d order · "
                    "e end now · escape closes"
                ),
                classes="dialog-keys",
            )

    def on_mount(self) -> None:
        """Show the stages, the current one highlighted."""
        self._show()
        stages = self.query_one(PickList)
        stages.pick(self.desk.work.session.stage)
        stages.focus()

    def _show(self) -> None:
        session = self.desk.work.session
        self.query_one(PickList).show([(s.key, self._row(s)) for s in session.stages])
        self._show_usual()

    def _usual(self, stage: StageState) -> Usual | None:
        work = self.desk.work
        return usual(work.past, work.session.kind, stage.key)

    def _show_usual(self) -> None:
        picked = self._picked()
        self.query_one("#usual", Text).show(full(self._usual(picked)) if picked else "")

    def on_option_list_option_highlighted(self, event: PickList.OptionHighlighted) -> None:
        """Tell what that stage took before."""
        event.stop()
        self._show_usual()

    def _row(self, stage: StageState) -> Content:
        session = self.desk.work.session
        template = session.kind_data.stage(stage.key)
        name = _(template.name) if template else stage.key
        sign = "–" if stage.skipped else "✓" if stage.done else "·"
        if stage.key == session.stage:
            sign = "▶"
        used = fmt_clock(stage.used(self.desk.now()).total_seconds())
        times = _("{used} of {minutes} min").format(used=used, minutes=stage.minutes)
        return joined(
            plain(f"{sign} {name}".ljust(28), "dim" if stage.skipped else ""),
            plain(times.ljust(20), "dim"),
            plain(short(self._usual(stage)), "dim"),
        )

    def _do(self, intent: Intent) -> None:
        self.desk.do(intent)
        self._show()

    def _picked(self) -> StageState | None:
        return self.desk.work.session.stage_state(self.query_one(PickList).picked or "")

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Go there."""
        event.stop()
        self.dismiss(event.option.id)

    def action_skip(self) -> None:
        """Leave the stage out, or take it back in."""
        if stage := self._picked():
            self._do(SkipStage(stage.key, skipped=not stage.skipped))

    def action_budget(self, by: int) -> None:
        """Give the stage more or fewer minutes."""
        if stage := self._picked():
            self._do(SetBudget(stage.key, max(stage.minutes + by, 0)))

    def action_usual(self) -> None:
        """Give the stage the minutes that it took before."""
        stage = self._picked()
        if stage and (took := self._usual(stage)):
            self._do(SetBudget(stage.key, took.minutes))

    def action_move(self, by: int) -> None:
        """Move the stage in the order."""
        step: Literal[-1, 1] = 1 if by > 0 else -1
        if stage := self._picked():
            self._do(MoveStage(stage.key, step))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What has not begun, or is at its end, can't be ended early."""
        del parameters
        session = self.desk.work.session
        return action != "end" or (session.state == "running" and session.stage != LAST)

    def action_end(self) -> None:
        """End the session now."""
        self.dismiss(END)

    def action_cancel(self) -> None:
        """Stay here."""
        self.dismiss(None)
