"""A cell for one mark that nobody can read: a dot as soon as something stands in it."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from sessionui.locale import N_

FILLED = "●"


class MarkCell(Widget, can_focus=True):
    """Takes the keys of a mark; what stands in it is kept by the screen, never here."""

    DEFAULT_CSS = """
    MarkCell { width: 7; height: 1; }
    MarkCell:focus { background: $block-cursor-background; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("backspace,delete", "clear", N_("Clear"), id="mark.clear", show=False),
    ]

    class Pressed(Message):
        """A key of a mark was pressed in this cell; ``""`` clears it.

        ``first``: the first one since the cell got the keyboard, which begins the mark anew.
        """

        def __init__(self, cell: "MarkCell", char: str, *, first: bool = True) -> None:
            super().__init__()
            self.cell, self.char, self.first = cell, char, first

    class Worded(Message):
        """Words are typed here: they begin the reason. ``taken_back``: an n was one of them."""

        def __init__(self, cell: "MarkCell", *, taken_back: bool) -> None:
            super().__init__()
            self.cell, self.taken_back = cell, taken_back

    def __init__(self, place: tuple[str, bool], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.place = place
        self.filled = False
        self._n = ""
        self._first = True
        self._worded = False

    def show(self, *, filled: bool) -> None:
        """Show whether something stands in it."""
        if filled != self.filled:
            self.filled = filled
            self.refresh()

    def render(self) -> Content:
        """See Textual."""
        return Content(f"[ {FILLED if self.filled else ' '} ]")

    def on_key(self, event: events.Key) -> None:
        """Figures, the decimal sign and n are for the mark; other letters begin the reason."""
        char = event.character or ""
        if self._worded and event.is_printable:  # typed on before the keyboard had moved on
            event.stop()
            event.prevent_default()
            self.begin_words(char)
        elif char and char in "0123456789.,nN":
            event.stop()
            event.prevent_default()
            self._n = char if char in "nN" else ""
            self.post_message(self.Pressed(self, char, first=self._first))
            self._first = False
        elif char.isalpha():
            event.stop()
            event.prevent_default()
            words, self._n, self._worded = self._n + char, "", True
            self.begin_words(words)
            self.post_message(self.Worded(self, taken_back=len(words) > 1))

    def begin_words(self, words: str) -> None:
        """Put the first letters where the reason goes; the row says where that is."""
        del words

    def on_focus(self) -> None:
        """A mark begins anew. Told here, so that it stays in order with the keys."""
        self._first, self._n, self._worded = True, "", False

    def action_clear(self) -> None:
        """Nothing stands in it any more."""
        self.post_message(self.Pressed(self, ""))

    def on_click(self) -> None:
        """A click goes there."""
        self.focus()
