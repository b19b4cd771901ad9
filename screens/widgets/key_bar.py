"""The keys that matter now, as many as fit: none is cut off at the edge."""

from textual import events
from textual.app import ComposeResult
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

from sessionui.text import cell_width


class KeyBar(Footer):
    """Textual's footer without the keys for which there is no room; help (F1) has them all."""

    def __init__(self) -> None:
        super().__init__(show_command_palette=False, compact=True)

    def compose(self) -> ComposeResult:
        """See Textual. A key takes itself, a space, its description and a space."""
        room = self.app.size.width + 1
        for key in super().compose():
            if isinstance(key, FooterKey):
                width = cell_width(key.key_display) + cell_width(key.description) + 2
                if width > room:
                    continue
                room -= width
            yield key

    def on_resize(self, event: events.Resize) -> None:
        """Another width has room for other keys."""
        del event
        self.refresh(recompose=True)
