"""The tour: a few cards on the stage screens. Before it is asked for only its keys are loaded."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from screens.frame import Frame
from sessionui.domain.tour import DONE, TOUR, card_of
from sessionui.locale import N_

if TYPE_CHECKING:
    from screens.desk import Desk
    from screens.widgets.tour_card import TourCard


class TouredScreen(Frame):
    """A screen on which the tour can stand. Which card it is on is remembered in the file.

    A card is no dialog: it takes no focus, and all keys do what they do without it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "tour", N_("Tour"), id="tour.next", show=False, key_display="?"),
        Binding(
            "exclamation_mark",
            "end_tour",
            N_("End tour"),
            id="tour.end",
            show=False,
            key_display="!",
        ),
    ]

    desk: "Desk"
    _card: "TourCard | None" = None

    @property
    def on_tour(self) -> bool:
        """Whether a card is up."""
        return card_of(self.desk.remembered(TOUR)) is not None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """See Textual."""
        if action == "tour":
            return not self.desk.read_only
        if action == "end_tour":
            return self.on_tour
        return super().check_action(action, parameters)

    def show_tour(self) -> None:
        """Bring the card up to date, or take it away."""
        card = card_of(self.desk.remembered(TOUR))
        if card is None:
            if self._card is not None:
                self._card.remove()
                self._card = None
            return
        from screens.widgets.tour_card import TourCard  # most sessions never need it

        if self._card is None or not self._card.is_attached:
            self._card = TourCard()
            self.mount(self._card)
        self._card.show(card)

    def action_tour(self) -> None:
        """Begin the tour, or go on to its next card; after the last one it is over."""
        card = card_of(self.desk.remembered(TOUR))
        following = 1 if card is None else card.number + 1
        self._go_to(str(following) if card_of(str(following)) else DONE)

    def action_end_tour(self) -> None:
        """No more cards; the tour can be taken again at any time."""
        self._go_to(DONE)

    def _go_to(self, card: str) -> None:
        self.desk.remember(TOUR, card)
        self.show_tour()
        self.refresh_bindings()
