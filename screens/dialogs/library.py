"""The starter library: common indicators with an idea of what they may mean."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from screens.desk import Desk
from screens.plain import Text, joined, plain
from screens.widgets.pick_list import PickList, Row
from screens.widgets.refusal import Refusal
from sessionui.domain.intents.define import AddCandidate
from sessionui.domain.library import STARTERS
from sessionui.domain.sides import SideKey
from sessionui.locale import N_, _, phrase


class LibraryDialog(ModalScreen[None]):
    """Puts starters on the list of ``side``, or on the common list; stays open for more.

    The names go on the list in the user's language: from then on they are the room's own words.
    """

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,l", "close", N_("Close"), id="library.close"),
    ]

    def __init__(self, desk: Desk, side: SideKey | None) -> None:
        super().__init__()
        self.desk, self.side = desk, side

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Vertical(classes="dialog"):
            yield Text(_("Common indicators to begin from"), classes="dialog-title")
            yield PickList(classes="choices wrapped")
            yield Refusal()
            yield Text(_("enter puts it on the list · escape closes"), classes="dialog-keys")

    def on_mount(self) -> None:
        """Show the library."""
        self.show()
        self.query_one(PickList).focus()

    def show(self) -> None:
        """Tick what is on the list."""
        standing = self.desk.work.session.define.standing
        here = {c.text.casefold() for c in standing if c.side in (self.side, None)}
        self.query_one(PickList).show([_row(s.name, s.idea, here) for s in STARTERS])

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Put it on the list."""
        event.stop()
        name = _(event.option.id or "")
        refusal = self.desk.do(AddCandidate(self.side, name))
        said = phrase(refusal.template, refusal.values) if refusal else ""
        self.query_one("#refusal", Text).show(said)
        self.show()

    def action_close(self) -> None:
        """Back to the list."""
        self.dismiss(None)


def _row(name: str, idea: str, here: set[str]) -> Row:
    word = _(name)
    tick = plain("✓ ", "$success") if word.casefold() in here else plain("  ")
    return name, joined(tick, plain(word, "bold"), plain(f"\n  {_(idea)}", "dim"))
