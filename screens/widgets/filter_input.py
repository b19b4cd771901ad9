"""A line to search in a list as you type; arrow down and enter go on to the list."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from sessionui.locale import N_
from sessionui.text import one_line


class FilterInput(Input):
    """The words that a list is searched for. Escape empties the line and leaves it."""

    DEFAULT_CSS = """
    FilterInput { height: 1; padding: 0; border: none; background: transparent; }
    FilterInput:focus { border: none; background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,tab", "leave", N_("To the list"), id="filter.leave"),
        Binding("escape", "empty", N_("Everything again"), id="filter.empty"),
    ]

    class Left(Message):
        """The list is to have the keyboard now."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, select_on_focus=False)
        self.cursor_blink = False  # the only sign of where the keyboard is

    @property
    def words(self) -> tuple[str, ...]:
        """The words to look for."""
        return tuple(self.value.split())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes to what was found."""
        event.stop()
        self.post_message(self.Left())

    def action_leave(self) -> None:
        """Go to what was found."""
        self.post_message(self.Left())

    def action_empty(self) -> None:
        """Show everything again."""
        self.value = ""
        self.post_message(self.Left())

    def _on_paste(self, event: events.Paste) -> None:
        event.text = one_line(event.text)
        super()._on_paste(event)
