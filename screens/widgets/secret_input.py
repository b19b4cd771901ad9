"""A line that shows dots, and words that were sealed not even as dots."""

from textual.message import Message
from textual.widgets import Input

from screens.widgets.fields import RecordInput
from sessionui.locale import _


class SecretInput(RecordInput):
    """Words hidden from the room. What was sealed can be replaced, and not read."""

    sealed = False

    class Left(Message):
        """The escape key."""

    def action_leave(self) -> None:
        """Let the screen say where to go."""
        self.post_message(self.Left())

    def mask(self, *, sealed: bool, readable: bool) -> None:
        """Whether what stands here was sealed, and whether other words can be read."""
        self.sealed, self.password = sealed, not readable
        self.placeholder = _("sealed; typing replaces it") if sealed else ""

    def fill(self, text: str) -> None:
        """Put ``text`` in; of words that were sealed nothing."""
        shown = "" if self.sealed else text
        self.recorded = shown
        if self.value != shown:
            with self.prevent(Input.Changed):
                self.value = shown
