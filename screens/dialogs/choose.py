"""Choose one of a few."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from screens.plain import Text
from screens.widgets.pick_list import PickList, Row
from sessionui.locale import N_, _


class ChooseDialog(ModalScreen[str | None]):
    """The id of the chosen row, or ``None``."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", N_("Cancel"), id="choose.cancel"),
    ]

    def __init__(
        self, title: str, rows: Sequence[Row], explanation: str = "", picked: str | None = None
    ) -> None:
        super().__init__()
        self.heading, self.rows, self.explanation = title, list(rows), explanation
        self.first = picked

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Vertical(classes="dialog"):
            yield Text(self.heading, classes="dialog-title")
            if self.explanation:
                yield Text(self.explanation, classes="help-text")
            yield PickList(classes="choices")
            yield Text(_("↑↓ and enter choose · escape cancels"), classes="dialog-keys")

    def on_mount(self) -> None:
        """Show the rows."""
        choices = self.query_one(PickList)
        choices.show(self.rows)
        choices.pick(self.first)
        choices.focus()

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Chosen."""
        event.stop()
        self.dismiss(event.option.id)

    def action_cancel(self) -> None:
        """Nothing chosen."""
        self.dismiss(None)
