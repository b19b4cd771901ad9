"""The screens between two people at one keyboard: nothing is on them but whose turn it is."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen

from screens.plain import Text
from screens.widgets.rehearsal_mark import rehearsal_mark, rehearsing
from sessionui.locale import N_


class HandOverScreen(Screen[bool]):
    """True when the next person sits at the keyboard; false to go back.

    No dialog: nothing shines through. ``code``: the receipt, shown once and large.
    """

    CSS_PATH = "score_hand_over.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", N_("Go on"), id="hand_over.go"),
        Binding("escape", "back", N_("Back"), id="hand_over.back"),
    ]

    def __init__(self, head: Content, words: str, keys: str, code: str = "") -> None:
        super().__init__()
        self.head, self.words, self.keys_text = head, words, keys
        self._code = code

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Vertical(id="hand-over"):
            if rehearsing(self.app):
                yield Text(rehearsal_mark(), id="hand-over-mark")
            yield Text(self.head, id="hand-over-head")
            yield Text(self.words, id="hand-over-words")
            if self._code:
                yield Text(" ".join(self._code), id="hand-over-code")
            yield Text(self.keys_text, id="hand-over-keys")

    def action_go(self) -> None:
        """Go on."""
        self.dismiss(True)

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(False)
