"""What the application has for the window of the room: it tells how to open one, and feeds it."""

from abc import abstractmethod
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from screens.rescue import RescueApp
from screens.wall_host import Wall
from sessionui.locale import N_

PAINTED = 0.02
"""Seconds from a change until Textual paints it, a sixtieth at most; the laptop goes first."""

NET = 0.1
"""Seconds between two looks, for what no key, change or other screen brought about."""


class WallApp(RescueApp):
    """An application that windows may follow.

    ``wall`` is there after ``open_wall``; it stays ``None`` where no window can follow: over a file
    that is open for reading only.
    """

    # W for wall. Many terminals take F11 for themselves; in a field ctrl+w deletes a word.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+w,f11", "audience", N_("Window for the room"), id="app.audience", show=False),
    ]
    wall: Wall | None = None

    @abstractmethod
    def make_wall(self) -> Wall | None:
        """Begin to let windows follow."""

    def open_wall(self) -> None:
        """Let windows follow from now on; harmless when they can already."""
        if self.wall is not None:
            return
        wall = self.wall = self.make_wall()
        if wall is None:
            return
        self.screen_change_signal.subscribe(self, lambda _screen: self.look_soon())
        self.set_interval(NET, wall.look)

    def look_soon(self) -> None:
        """Something changed, or may have: look, once this application has painted it itself."""
        if self.wall is not None and self.wall.watching:
            self.set_timer(PAINTED, self.wall.look)

    async def on_event(self, event: events.Event) -> None:
        """Keys change what is before the room: look when they have, in case nothing tells so."""
        await super().on_event(event)
        if isinstance(event, events.Key):
            self.look_soon()

    def action_audience(self) -> None:
        """Tell how to open a window for the room, and whether one follows."""
        from screens.dialogs.audience import AudienceDialog  # seldom needed

        self.open_wall()
        if not isinstance(self.screen, AudienceDialog):
            self.push_screen(AudienceDialog(self.wall))
