"""The window of the room: an application of its own that shows what it is sent, and nothing else.

It never opens a data file, has no notifications, no list of commands and no title; its only keys
close it and change the size of what it shows.
"""

from collections import deque
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar

from rich.text import Text as RichText
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from screens.room.board import RoomBoard
from sessionui.crash import record_crash
from sessionui.domain.room import Away, Scene, read_scene
from sessionui.ending import end_on_signals
from sessionui.locale import N_, _, as_language, set_language
from sessionui.themes import THEMES, Looks
from sessionui.wall.follow import Follower


class WallScreen(Screen[None], inherit_bindings=False):
    """The board, over the whole screen."""

    ALLOW_SELECT = False

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield RoomBoard()


class AudienceApp(Looks, inherit_bindings=False):
    """Follows the application that has ``file`` open, and shows what is before the room there."""

    CSS_PATH = Path(__file__).with_name("app.tcss")
    TITLE = ""
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,ctrl+q,ctrl+c", "quit", N_("Close"), id="wall.quit"),
        Binding("plus,equals_sign", "zoom(1)", N_("Larger"), id="wall.larger"),
        Binding("minus", "zoom(-1)", N_("Smaller"), id="wall.smaller"),
    ]

    def __init__(self, file: Path) -> None:
        super().__init__()
        # The latest one only: a window that is slow for a moment skips what is over.
        self._heard: deque[str | None] = deque(maxlen=1)
        self._follower = Follower(file, self._hear)
        self.begin_in("")

    def get_default_screen(self) -> Screen[None]:
        """The only one."""
        return WallScreen()

    def on_mount(self) -> None:
        """Begin to follow."""
        end_on_signals(lambda: self.exit(0))
        self._follower.start()

    def on_unmount(self) -> None:
        """Closed, or crashed: nobody is followed any more."""
        self._follower.close()

    def _hear(self, state: str | None) -> None:
        """In the follower's thread."""
        self._heard.append(state)
        self.call_later(self._show_latest)

    def _show_latest(self) -> None:
        with suppress(IndexError):  # shown already, together with the one before it
            self.show(scene_from(self._heard.pop()))

    def show(self, scene: Scene) -> None:
        """Show a scene, in the language and the colours that it asks for."""
        spoken = as_language(scene.language)
        if spoken is not None:
            set_language(spoken)
        if scene.theme != self.theme and scene.theme in {theme.name for theme in THEMES}:
            self.theme = scene.theme
        self.screen.query_one(RoomBoard).show(scene)

    def action_zoom(self, step: int) -> None:
        """Show everything larger, or smaller."""
        self.screen.query_one(RoomBoard).zoom += step

    def notify(self, *arguments: Any, **options: Any) -> None:
        """Nothing pops up before the room."""

    def _fatal_error(self) -> None:
        """Say in one sentence that it crashed; Textual's own report would show data."""
        if self._exception is not None:
            record_crash(self._exception)
        text = _("The window for the room had to stop. The session goes on; open it again.")
        self._exit_renderables.append(RichText(text))
        self._close_messages_no_wait()


def scene_from(state: str | None) -> Scene:
    """The scene that was sent; what can't be read is as if nobody was there."""
    if state is None:
        return Away()
    try:
        return read_scene(state)
    except ValueError:
        return Away()


def run(file: Path) -> int:
    """Show the window until it is closed; return the exit status."""
    app = AudienceApp(file)
    outcome = app.run(mouse=False)
    return app.return_code or outcome or 0
