"""Home (placeholder)."""

from textual.app import ComposeResult

from screens.frame import Frame
from screens.plain import Text
from screens.shelf import Shelf


class HomeScreen(Frame):
    TITLE_TEXT = "Home"

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.shelf = shelf

    def compose(self) -> ComposeResult:
        yield Text("home")
