"""A card of the tour: over the screen, pointing at a part of it, without taking the keyboard."""

import textwrap
from typing import ClassVar

from textual import events
from textual.content import Content

from screens.plain import Text, joined, plain
from sessionui.domain.tour import CARDS, Card
from sessionui.locale import _

WIDTH = 56
_INSIDE = WIDTH - 4
_HEADER = 3
"""Lines of the frame above the work."""


class TourCard(Text):
    """One card at a time. A click goes on, as its key does."""

    DEFAULT_CSS = """
    TourCard {
        position: absolute; overlay: screen; constrain: inside inside;
        width: 56; height: auto; max-width: 100%; padding: 0 1;
        background: $surface; border: round $accent;
    }
    """
    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self) -> None:
        super().__init__("")
        self.card: Card | None = None

    def show(self, card: Content | str | Card) -> None:
        """Show that card where it belongs."""
        if not isinstance(card, Card):
            super().show(card)
            return
        self.card = card
        self._place()

    def on_mount(self) -> None:
        """Stand where the card belongs."""
        self._place()

    def _place(self) -> None:
        card = self.card
        if card is None or not self.is_attached:
            return
        lines = textwrap.wrap(_(card.text), _INSIDE)
        super().show(
            joined(
                plain("▲ " if card.at == "top" else "▼ ", "$accent"),
                plain(_(card.title), "bold"),
                plain(f"  {card.number}/{len(CARDS)}", "dim"),
                "\n",
                "\n".join(lines),
                "\n",
                plain("? ", "$accent"),
                plain(_("next") if card.number < len(CARDS) else _("that was it"), "dim"),
                plain("   ! ", "$accent"),
                plain(_("enough"), "dim"),
            )
        )
        below = {"top": 0, "prompt": self._foot(), "foot": 1}[card.at]
        height = len(lines) + 4
        top = _HEADER if card.at == "top" else self.screen.size.height - below - height
        # On the right: what a screen is about begins on the left.
        self.styles.offset = (max(self.screen.size.width - WIDTH - 1, 0), max(top, 0))

    def _foot(self) -> int:
        """Lines that the prompt and the keys take."""
        from screens.widgets.prompt import PromptBar  # the stage has loaded it

        bars = self.screen.query(PromptBar)
        return 1 + (bars.first().size.height + 1 if bars else 0)

    def on_click(self, event: events.Click) -> None:
        """Go on."""
        event.stop()
        self.app.simulate_key("question_mark")
