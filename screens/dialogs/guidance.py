"""The rules that prompts come from: read why each is there, and turn off what doesn't help."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from screens.desk import Desk
from screens.guidance import rules_off, switch
from screens.plain import Text, joined, plain
from screens.widgets.pick_list import PickList
from sessionui.domain.guidance.book import RULES, rule_of
from sessionui.domain.guidance.rule import Rule
from sessionui.domain.kinds import STAGE_NAMES, StageKey
from sessionui.locale import N_, _, fmt_list


class GuidanceDialog(ModalScreen[None]):
    """All rules, those of the stage at hand first; ``rule_id``: where to begin."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+f", "close", N_("Close"), id="guidance.close"),
        Binding("space", "switch", N_("Off or on"), id="guidance.switch"),
    ]

    def __init__(self, desk: Desk, stage: StageKey, rule_id: str = "") -> None:
        super().__init__()
        self.desk, self.rule_id = desk, rule_id
        self.rules = sorted(RULES, key=lambda rule: stage not in rule.stages)

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Vertical(classes="dialog wide"):
            yield Text(_("When the program asks along"), classes="dialog-title")
            yield PickList(classes="choices rules")
            yield Text("", id="rule-detail")
            keys = _("space off or on, for every session in this file · escape closes")
            if self.desk.read_only:
                keys = _("This file was opened for reading only, so nothing can be changed here.")
            yield Text(keys, classes="dialog-keys")

    def on_mount(self) -> None:
        """Begin at the rule that speaks now."""
        self._show()
        rules = self.query_one(PickList)
        rules.pick(self.rule_id)
        rules.focus()

    def _show(self) -> None:
        off = rules_off(self.desk)
        rows = [(rule.id, _row(rule, on=rule.id not in off)) for rule in self.rules]
        self.query_one(PickList).show(rows)
        self._detail()

    def _detail(self) -> None:
        rule = rule_of(self.query_one(PickList).picked or "")
        if rule is not None:
            self.query_one("#rule-detail", Text).show(_about(rule))

    def on_option_list_option_highlighted(self, event: PickList.OptionHighlighted) -> None:
        """Say why that rule is there."""
        event.stop()
        self._detail()

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Enter or a click does what space does."""
        event.stop()
        self.action_switch()

    def action_switch(self) -> None:
        """Turn the rule off, or on again."""
        picked = self.query_one(PickList).picked
        if picked and not self.desk.read_only:
            switch(self.desk, picked)
            self._show()

    def action_close(self) -> None:
        """Back to the stage."""
        self.dismiss(None)


def _row(rule: Rule, *, on: bool) -> Content:
    sign = plain("✓ ", "$success") if on else plain("– ", "dim")
    return joined(sign, plain(_(rule.when), "" if on else "dim"))


def _about(rule: Rule) -> Content:
    stages = (
        _("in every stage")
        if len(rule.stages) == len(STAGE_NAMES)
        else fmt_list([_(STAGE_NAMES[key]) for key in rule.stages])
    )
    return joined(
        plain(_(rule.when)),
        plain(f"\n{_(rule.reason)}", "bold"),
        plain(f"\n{_(rule.source)} · {stages}", "dim"),
    )
