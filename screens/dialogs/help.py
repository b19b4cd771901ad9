"""Help on a screen: what it is for, and its keys."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen

from screens.plain import Text, joined, plain
from sessionui.locale import N_, _


class HelpDialog(ModalScreen[None]):
    """The help of one screen; closed by escape or F1."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,q,enter", "dismiss", N_("Close"), id="help.close"),
    ]

    def __init__(self, title: str, text: str, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.heading, self.text, self.keys = title, text, keys

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Vertical(classes="dialog wide"):
            yield Text(self.heading, classes="dialog-title")
            with VerticalScroll(classes="dialog-body"):
                yield Text(self.text, classes="help-text")
                yield Text(_("Keys"), classes="dialog-heading")
                width = max((len(key) for key, _description in self.keys), default=0) + 3
                for key, description in self.keys:
                    yield Text(joined(plain(key.ljust(width), "bold"), description))
            yield Text(_("escape closes this"), classes="dialog-keys")
