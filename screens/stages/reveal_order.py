"""The indicators of the round: jump to one, or change the order in which they are discussed."""

from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from screens.desk import Desk
from screens.plain import Text, joined, plain
from screens.widgets.pick_list import PickList
from sessionui.domain.intents.reveal import MoveInOrder
from sessionui.domain.work import Work
from sessionui.locale import N_, _
from sessionui.text import shorten_middle


class OrderDialog(ModalScreen[str | None]):
    """The id of the indicator to go to, or ``None``."""

    CSS_PATH = "../dialogs/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,i", "cancel", N_("Close"), id="order.close"),
        Binding("ctrl+up,u", "move(-1)", N_("Earlier"), id="order.earlier"),
        Binding("ctrl+down,d", "move(1)", N_("Later"), id="order.later"),
    ]

    def __init__(self, desk: Desk, here: str) -> None:
        super().__init__()
        self.desk, self.picked_first = desk, here

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Vertical(classes="dialog"):
            yield Text(_("Indicators, in the order of the discussion"), classes="dialog-title")
            yield PickList(classes="choices")
            yield Text(_("enter goes there · u/d order · escape closes"), classes="dialog-keys")

    def on_mount(self) -> None:
        """Begin at the indicator before the room."""
        self.show()
        indicators = self.query_one(PickList)
        indicators.pick(self.picked_first)
        indicators.focus()

    def show(self) -> None:
        """Show the order as it is now."""
        work = self.desk.work
        self.query_one(PickList).show(
            [
                (item.indicator_id, _row(work, n, item.indicator_id))
                for n, item in enumerate(work.items, start=1)
            ]
        )

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Go there."""
        event.stop()
        self.dismiss(event.option.id)

    def action_move(self, by: int) -> None:
        """Discuss the picked one earlier or later."""
        step: Literal[-1, 1] = 1 if by > 0 else -1
        if picked := self.query_one(PickList).picked:
            self.desk.do(MoveInOrder(picked, step))
            self.show()

    def action_cancel(self) -> None:
        """Stay here."""
        self.dismiss(None)


def _row(work: Work, place: int, indicator_id: str) -> Content:
    sign = "✓" if work.session.revealed(indicator_id) else "·"
    name = shorten_middle(work.indicator_name(indicator_id), 50)
    return joined(plain(f"{sign} {place:>2}  ", "dim"), name)
