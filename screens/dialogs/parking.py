"""The parking lot: park a point anywhere; come back to it as an action or a decision."""

from typing import ClassVar

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from screens.desk import Desk
from screens.dialogs.action_form import action_form, decision_form
from screens.dialogs.park import park
from screens.plain import Text, joined, plain
from screens.widgets.pick_list import PickList
from screens.widgets.refusal import Refusal
from sessionui.domain.intents.parking import SettleParked
from sessionui.domain.parking import Point, open_point, open_points
from sessionui.locale import N_, _, fmt_date, phrase
from sessionui.text import shorten_middle


class ParkingDialog(ModalScreen[None]):
    """What is parked: of this session, and from before as long as nobody came back to it."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+d", "close", N_("Close"), id="parking.close"),
        Binding("a", "agree('action')", N_("Make it an action"), id="parking.action"),
        Binding("d", "agree('decision')", N_("Make it a decision"), id="parking.decision"),
        Binding("delete,backspace,x", "remove", N_("Remove"), id="parking.remove"),
        Binding("n,f9", "park", N_("Park a point"), id="parking.park"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Vertical(classes="dialog wide"):
            yield Text(_("Parking lot"), classes="dialog-title")
            yield PickList(classes="choices rules")
            yield Text("", id="rule-detail")
            yield Refusal()
            yield Text(
                _("a action · d decision · x remove · n park a point · escape closes"),
                classes="dialog-keys",
            )

    def on_mount(self) -> None:
        """Show what is parked."""
        self._show()
        self.query_one(PickList).focus()

    def _show(self) -> None:
        points = open_points(self.desk.work)
        self.query_one(PickList).show([(p.parked.id, self._row(p)) for p in points])
        self._detail()

    def _row(self, point: Point) -> Content:
        day = fmt_date(point.parked_on) if point.parked_on else _("today")
        text = shorten_middle(" ".join(point.parked.text.split()), 60)
        return joined(plain(day.ljust(14), "dim"), text)

    def _detail(self) -> None:
        point = self._picked()
        words: Content | str = _("Nothing is parked. F9 parks a point in every stage.")
        if point is not None:
            indicator = self.desk.work.indicator_name(point.parked.indicator_id)
            words = joined(point.parked.text, plain(f"\n{indicator}" if indicator else "", "dim"))
        self.query_one("#rule-detail", Text).show(words)

    def _picked(self) -> Point | None:
        return open_point(self.desk.work, self.query_one(PickList).picked or "")

    def on_option_list_option_highlighted(self, event: PickList.OptionHighlighted) -> None:
        """Show the whole point."""
        event.stop()
        self._detail()

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Enter makes an action of it."""
        event.stop()
        self.action_agree("action")

    @worker
    async def action_agree(self, what: str) -> None:
        """Make an action or a decision of the point; it leaves the parking lot with it."""
        if point := self._picked():
            form = action_form if what == "action" else decision_form
            await self.app.push_screen_wait(form(self.desk, parked=point.parked))
            self._show()

    def action_remove(self) -> None:
        """Take the point out; undo brings it back."""
        if point := self._picked():
            refused = self.desk.do(SettleParked(point.parked.id))
            self.query_one(Refusal).show(
                phrase(refused.template, refused.values) if refused else ""
            )
            self._show()

    @worker
    async def action_park(self) -> None:
        """Put another point in."""
        await park(self, self.desk)
        self._show()

    def action_close(self) -> None:
        """Back to the stage."""
        self.dismiss(None)
