"""How to open a window for the room, and whether one follows now."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from screens.plain import Text, plain
from screens.wall_host import Wall
from sessionui.locale import N_, _, ngettext


class AudienceDialog(ModalScreen[None]):
    """The command to type in another terminal window; ``c`` copies it."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "copy", N_("Copy the command"), id="audience.copy"),
        Binding("escape,enter,ctrl+w,f11", "dismiss", N_("Close"), id="audience.close"),
    ]

    def __init__(self, wall: Wall | None) -> None:
        super().__init__()
        self.wall = wall

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Vertical(classes="dialog"):
            yield Text(_("A window for the room"), classes="dialog-title")
            yield Text(
                _(
                    "On the projector, the room sees only what is meant for it: no notes, no "
                    "prompts, nothing that is still sealed. The keys are here; the window follows."
                ),
                classes="help-text",
            )
            if self.wall is not None:
                yield Text(
                    _(
                        "Open a second terminal window on this computer, drag it to the projector, "
                        "make its letters large, and type there:"
                    ),
                    classes="help-text",
                )
                yield Text(
                    plain(self.wall.command, "bold $primary"), classes="help-text", id="command"
                )
            yield Text(self._state(), id="following")
            yield Text(self._keys(), classes="dialog-keys")

    def on_mount(self) -> None:
        """Tell as soon as a window follows."""
        self.set_interval(0.2, self._show)

    def _show(self) -> None:
        self.query_one("#following", Text).show(self._state())

    def _state(self) -> str:
        if self.wall is None:
            return _(
                "The file is open for reading only here. A window follows the program that has it "
                "open to work in it."
            )
        if self.wall.failed:
            return _("No window can follow now: this computer lets no program listen to another.")
        n = self.wall.watching
        if not n:
            return _("No window follows now.")
        return ngettext("{n} window follows now.", "{n} windows follow now.", n).format(n=n)

    def _keys(self) -> str:
        if self.wall is None:
            return _("escape closes this")
        return _("c copies the command · escape closes this")

    def action_copy(self) -> None:
        """Put the command on the clipboard, where the terminal allows it."""
        if self.wall is not None:
            self.app.copy_to_clipboard(self.wall.command)
            self.query_one(".dialog-keys", Text).show(
                _("copied: paste it in the other terminal window · escape closes this")
            )
