"""Why something was not done: a line that is not there while nothing is wrong."""

from textual.content import Content

from screens.plain import Text


class Refusal(Text):
    """Takes no room without words."""

    DEFAULT_CSS = """
    Refusal { color: $warning; width: 100%; height: auto; padding-top: 1; }
    """

    def __init__(self) -> None:
        super().__init__("", id="refusal")
        self.display = False

    def show(self, text: Content | str) -> None:
        """Say this, or nothing."""
        super().show(text)
        self.display = bool(self.shown.plain)
