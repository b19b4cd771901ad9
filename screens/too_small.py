"""Asks for a larger window. Everything underneath stays as it is."""

from textual.app import ComposeResult
from textual.screen import ModalScreen

from screens.plain import Text
from sessionui.locale import _

MIN_WIDTH, MIN_HEIGHT = 80, 24


class TooSmall(ModalScreen[None]):
    """Covers everything while the window is smaller than 80 by 24."""

    DEFAULT_CSS = """
    TooSmall { align: center middle; background: $background; }
    TooSmall Text { width: auto; max-width: 100%; height: auto; text-align: center; }
    """

    def compose(self) -> ComposeResult:
        """See Textual."""
        size = self.app.size
        yield Text(
            _(
                "Please make the window larger: at least {width} by {height} characters; "
                "it is {now_width} by {now_height}. Nothing is lost."
            ).format(
                width=MIN_WIDTH, height=MIN_HEIGHT, now_width=size.width, now_height=size.height
            )
        )
