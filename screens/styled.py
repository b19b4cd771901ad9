"""A screen whose styles are worked out once, and again only when the program looks different.

Textual applies the style sheets to every widget of a screen each time that it is shown, and once
more when the screen learns how large it is. For a stage that is a good part of the time from the
key to the first paint.
"""

from textual import events
from textual.geometry import Size
from textual.screen import Screen

_Look = tuple[frozenset[str], bool, int]


class StyledScreen(Screen[None]):
    """A screen that is as wide as the terminal from the start, and restyled only where needed."""

    _styled: _Look | None = None

    def __init__(self) -> None:
        super().__init__()
        try:
            size = self.app.size
        except RuntimeError:  # made outside an application: it hears of its size when it is shown
            return
        self.set_class(True, *self._classes_at(size), update=False)

    def _classes_at(self, size: Size) -> list[str]:
        """The classes of the breakpoints that count at this size, as Textual chooses them."""
        sides = (
            (size.width, self.HORIZONTAL_BREAKPOINTS),
            (size.height, self.VERTICAL_BREAKPOINTS),
        )
        return [
            max(reached)[1]
            for cells, breakpoints in sides
            if (reached := [b for b in breakpoints or () if b[0] <= cells])
        ]

    def _on_mount(self, event: events.Mount) -> None:
        """See Textual, which calls its own too. All widgets were styled a moment ago."""
        del event
        self._styled = self._look_now

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        """See Textual, which calls its own after this one."""
        if self._styled == self._look_now:
            event.refresh_styles = False
            # Alone: its own style sheet may have been read after it was made.
            self.app.stylesheet.update_nodes([self])
        self._styled = self._look_now

    @property
    def _look_now(self) -> _Look:
        """What styles depend on: the theme and its like, the signs, how many sheets were read."""
        app = self.app
        plain_signs = bool(getattr(app, "plain_signs", False))
        return app.classes, plain_signs, len(app.stylesheet.source)
