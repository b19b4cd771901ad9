"""All commands that can be carried out now: type a part of the name, enter carries it out."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from screens.plain import Text, joined, plain
from screens.widgets.pick_list import PickList
from sessionui.locale import N_, _


class CommandsDialog(ModalScreen[ActiveBinding | None]):
    """The chosen command, or ``None``. Its rows are (key as shown, binding)."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+p", "cancel", N_("Close"), id="commands.close", priority=True),
        Binding("up", "move(-1)", N_("Up"), id="commands.up", priority=True),
        Binding("down", "move(1)", N_("Down"), id="commands.down", priority=True),
    ]

    def __init__(self, commands: Sequence[tuple[str, ActiveBinding]]) -> None:
        super().__init__()
        self.commands = list(commands)

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Vertical(classes="dialog"):
            yield Input(placeholder=_("Search for a command"), id="command-filter", compact=True)
            yield PickList(classes="choices")
            yield Text("", id="no-command", classes="dialog-keys")

    def on_mount(self) -> None:
        """Show all commands."""
        self._show("")
        line = self.query_one("#command-filter", Input)
        line.cursor_blink = False  # the only sign of where the keyboard is
        line.focus()

    def _show(self, part: str) -> None:
        words = part.casefold().split()
        rows = [
            (str(n), self._row(key, command))
            for n, (key, command) in enumerate(self.commands)
            if all(word in command.binding.description.casefold() for word in words)
        ]
        self.query_one(PickList).show(rows)
        self.query_one("#no-command", Text).show(
            _("↑↓ and enter choose · escape closes") if rows else _("No such command here.")
        )

    def _row(self, key: str, command: ActiveBinding) -> Content:
        return joined(command.binding.description.ljust(44), plain(key, "$accent"))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what matches."""
        event.stop()
        self._show(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Carry out the highlighted one."""
        event.stop()
        self._choose()

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """A click chooses."""
        event.stop()
        self._choose()

    def _choose(self) -> None:
        picked = self.query_one(PickList).picked
        if picked is not None:
            self.dismiss(self.commands[int(picked)][1])

    def action_move(self, by: int) -> None:
        """Move the highlight while the filter keeps the focus."""
        choices = self.query_one(PickList)
        if by < 0:
            choices.action_cursor_up()
        else:
            choices.action_cursor_down()

    def action_cancel(self) -> None:
        """Nothing chosen."""
        self.dismiss(None)
