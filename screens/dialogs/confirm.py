"""A question with yes or no, or with a name to type for what can't be taken back."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from screens.plain import Text
from sessionui.locale import N_, _


class ConfirmDialog(ModalScreen[bool]):
    """True when the user agrees. With ``typed`` that text has to be typed first."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,j", "yes", N_("Yes"), id="confirm.yes"),
        Binding("escape,n", "no", N_("No"), id="confirm.no"),
    ]

    def __init__(self, question: str, explanation: str = "", *, typed: str = "") -> None:
        super().__init__()
        self.question, self.explanation, self.typed = question, explanation, typed

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Vertical(classes="dialog"):
            yield Text(self.question, classes="dialog-title")
            if self.explanation:
                yield Text(self.explanation, classes="help-text")
            if self.typed:
                yield Input(id="typed")
                yield Text(_("type the name and press enter · escape: no"), classes="dialog-keys")
            else:
                yield Text(_("y yes · n no"), classes="dialog-keys")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters are letters while a name is asked for."""
        del parameters
        return not (self.typed and action == "yes")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Agree when the name is right; else begin again."""
        event.stop()
        if " ".join(event.value.split()).casefold() == " ".join(self.typed.split()).casefold():
            self.dismiss(True)
        else:
            self.query_one("#typed", Input).value = ""

    def action_yes(self) -> None:
        """Agree."""
        self.dismiss(True)

    def action_no(self) -> None:
        """Don't."""
        self.dismiss(False)
