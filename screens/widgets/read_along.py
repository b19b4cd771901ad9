"""A text that is read before the room: how far, also where nothing of it has to be scrolled."""

from typing import Final

from textual.containers import VerticalScroll

STEP: Final = 20
"""Percent for a key, where all of the text shows already and only the room needs to go on."""


class ReadAlong(VerticalScroll):
    """Scrolls as ever, and says how far it is ``read``, in percent.

    A window of the room with larger letters has room for less, so that its keys count there too.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._gone_on = 0

    @property
    def read(self) -> int:
        """How far it is read; 0 while it doesn't show."""
        if not self.display:
            return 0
        below = self.max_scroll_y
        return round(100 * self.scroll_target_y / below) if below else self._gone_on

    def begin(self) -> None:
        """Another text: from the top on."""
        self._gone_on = 0
        self.scroll_home(animate=False)

    def on_hide(self) -> None:
        """Put away, and from the top on when it comes back."""
        self.begin()

    def _go_on(self, percent: int) -> bool:
        """Whether there was nothing to scroll, and so the room alone went on."""
        if self.max_scroll_y:
            return False
        self._gone_on = min(max(self._gone_on + percent, 0), 100)
        return True

    def action_scroll_down(self) -> None:
        """See Textual."""
        if not self._go_on(STEP):
            super().action_scroll_down()

    def action_scroll_up(self) -> None:
        """See Textual."""
        if not self._go_on(-STEP):
            super().action_scroll_up()

    def action_page_down(self) -> None:
        """See Textual."""
        if not self._go_on(STEP):
            super().action_page_down()

    def action_page_up(self) -> None:
        """See Textual."""
        if not self._go_on(-STEP):
            super().action_page_up()

    def action_scroll_end(self) -> None:
        """See Textual."""
        if not self._go_on(100):
            super().action_scroll_end()

    def action_scroll_home(self) -> None:
        """See Textual."""
        if not self._go_on(-100):
            super().action_scroll_home()
