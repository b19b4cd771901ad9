"""The curtain: this app shows what the room may see, and the keys that lead through it go on.

For when there is one screen only. The curtain covers the whole screen, and nothing of what lies
under it is painted until it is drawn back.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, ClassVar, Final, Literal

from textual import events
from textual.actions import ActionError, parse
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from screens.messages import StepStage
from screens.room.board import RoomBoard
from sessionui.domain.room import Topic
from sessionui.domain.room.scenes import Scene
from sessionui.locale import N_

NET = 0.25
"""Seconds between two looks, for what no key brought about: the clock, answers from phones."""

_WALKS: Final[dict[str | None, Literal[-1, 1]]] = {"stage.previous": -1, "stage.next": 1}


class CurtainScreen(Screen[None], inherit_bindings=False):
    """Over everything. ``under``: the screen whose keys work on.

    A walk to another stage waits in ``walked`` until the curtain is drawn back: changing the
    screen below would paint it.
    """

    DEFAULT_CSS = """
    CurtainScreen { overflow: hidden; }
    CurtainScreen Toast, CurtainScreen Tooltip { display: none; }
    """
    ALLOW_SELECT = False
    COVERS: ClassVar[bool] = True
    """Known by this, without being loaded, to whom it concerns."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus,equals_sign", "zoom(1)", N_("Larger"), id="curtain.larger"),
        Binding("minus", "zoom(-1)", N_("Smaller"), id="curtain.smaller"),
    ]

    def __init__(self, under: Screen[Any], scene: Callable[[], Scene], zoom: int = 0) -> None:
        super().__init__()
        self.under, self.scene_now, self._zoom = under, scene, zoom
        self.walked: Screen[Any] | None = None

    @property
    def topic(self) -> Topic | None:
        """That of a stage that was walked to meanwhile; else what lies under it decides."""
        return getattr(self.walked, "topic", None)

    def compose(self) -> ComposeResult:
        """See Textual. The first frame is the room's picture already."""
        board = RoomBoard()
        board.show(self.scene_now())
        board.zoom = self._zoom
        yield board

    def on_mount(self) -> None:
        """Follow what happens without a key."""
        self.set_interval(NET, self.show)

    def show(self) -> None:
        """Show what is before the room now."""
        if self.is_mounted:
            for board in self.query(RoomBoard):
                board.show(self.scene_now())

    def walk_to(self, stage: Screen[Any]) -> None:
        """Another stage is before the room."""
        self.walked = stage
        self.show()

    async def on_key(self, event: events.Key) -> None:
        """A key that makes sense before the room is one of the screen under the curtain."""
        screen = self.walked or self.under
        binding = room_binding(screen, event.key)
        if binding is None:
            return
        event.stop()
        _namespace, name, parameters = parse(binding.action)
        if binding.id in _WALKS:  # a screen that was walked to doesn't run: it posts nothing
            self.post_message(StepStage(_WALKS[binding.id]))
        elif screen.check_action(name, parameters):
            with suppress(ActionError):
                await self.app.run_action(binding.action, screen)
        self.show()

    @property
    def zoom(self) -> int:
        """How much larger than usual everything is drawn."""
        return self._zoom

    def action_zoom(self, step: int) -> None:
        """Show everything larger, or smaller."""
        board = self.query_one(RoomBoard)
        board.zoom += step
        self._zoom = board.zoom


def room_binding(screen: Screen[Any], key: str) -> Binding | None:
    """The binding of ``screen`` on that key, if it is one that works before the room."""
    wanted: frozenset[str] = getattr(screen, "ROOM_KEYS", frozenset())
    bindings: list[object] = [b for kind in type(screen).__mro__ for b in _own(kind)]
    ours = [b for b in bindings if isinstance(b, Binding) and b.id in wanted]
    return next((b for b in ours if key in b.key.split(",")), None)


def _own(kind: type) -> list[object]:
    return list(vars(kind).get("BINDINGS", ()))
