"""A page of the partnership screen, and the strip that says which one is open."""

from typing import ClassVar

from textual import events
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from screens.partnership.view import View
from screens.plain import joined, plain
from sessionui.locale import _

BROAD = 160
"""Cells from which on the page has margins; as in ``partnership.tcss``."""


class Page(Vertical):
    """One page. ``TITLE`` is a message to translate; ``show`` brings it up to date."""

    KEY: ClassVar[str]
    TITLE: ClassVar[str]

    def __init__(self) -> None:
        super().__init__(id=f"page-{self.KEY}", classes="page")

    def show(self, view: View) -> None:
        """Show the partnership as it is now; cheap, and leaves the keyboard where it is."""
        raise NotImplementedError

    @property
    def room(self) -> int:
        """Cells that a row has, a scroll bar beside it left out."""
        width = self.screen.size.width
        return width - (28 if width >= BROAD else 6)

    def take_focus(self) -> None:
        """Let the keyboard work on this page, at once: the next key may be waiting already."""
        raise NotImplementedError


class PageStrip(Widget):
    """The pages with their number keys; the open one stands out. A click opens one."""

    DEFAULT_CSS = "PageStrip { height: 1; padding: 0 1; }"

    class Chosen(Message):
        """A page was clicked."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self) -> None:
        super().__init__()
        self.pages: list[tuple[str, str]] = []
        self.open = ""

    def show(self, pages: list[tuple[str, str]], now_open: str) -> None:
        """Show these pages, each ``(key, title)``."""
        self.pages, self.open = pages, now_open
        self.refresh()

    def render(self) -> Content:
        """See Textual."""
        return joined(*(self._title(n) for n in range(len(self.pages))))

    def _title(self, place: int) -> Content:
        key, title = self.pages[place]
        here = key == self.open
        return joined(
            plain("▶" if here else " ", "bold"),
            plain(f"{place + 1} ", "$accent"),
            plain(_(title), "bold" if here else "dim"),
            "  ",
        )

    def on_click(self, event: events.Click) -> None:
        """Open the page under the pointer."""
        event.stop()
        right = self.styles.padding.left
        for place, (key, _title) in enumerate(self.pages):
            right += self._title(place).cell_length
            if event.x < right:
                self.post_message(self.Chosen(key))
                return
