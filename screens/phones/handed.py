"""A personal code, shown to one person: nothing else is on this screen."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Vertical

from screens.frame import Frame
from screens.phone_host import Handed
from screens.plain import Text, joined, plain
from screens.widgets.qr_code import QrCode, drawing
from sessionui.locale import N_, _
from sessionui.text import shorten_middle


class HandedScreen(Frame):
    """Name, QR code, address and code to type; gone with one key, and never shown again."""

    TITLE_TEXT = N_("A personal code")
    HELP_TEXT = N_(
        "Only this person should look. With the code they come in on any phone and find their "
        "answers again. It is shown this once; a new one can be given at any time."
    )
    CSS_PATH = "phones.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape", "close", N_("Done"), id="handed.close"),
    ]

    def __init__(self, name: str, handed: Handed) -> None:
        super().__init__()
        self.person, self._handed = name, handed

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Vertical(id="handed"):
            yield Text("", id="handed-head")
            with Center():
                yield QrCode()
            yield Text("", id="handed-words")

    def on_mount(self) -> None:
        """Show it."""
        self.show()

    def on_resize(self) -> None:
        """Use the new room."""
        self.call_after_refresh(self.show)

    def show(self) -> None:
        """Show everything in the room there is."""
        if not self.query("#handed-words"):
            return
        width, height = self.size.width, self.size.height
        name = shorten_middle(self.person, max(width - 30, 10))
        head = _("For {name} only").format(name=name)
        self.query_one("#handed-head", Text).show(plain(head, "bold"))
        found = drawing(self._handed.matrices, width, height - 4, blocks=self.draws_blocks)
        self.query_one(QrCode).show(found)
        typed = _("or type {address} and {code}").format(
            address=self._handed.typed, code=self._handed.code
        )
        keys = plain(_("enter when it is scanned or written down"), "dim")
        self.query_one("#handed-words", Text).show(joined(plain(typed, "bold"), "\n", keys))

    def action_close(self) -> None:
        """Gone."""
        self.dismiss()
