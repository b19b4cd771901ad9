"""An application whose own screen can become the room's picture, by one key and back."""

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from screens.rescue import RescueApp
from screens.too_small import TooSmall
from sessionui.locale import N_

if TYPE_CHECKING:
    from sessionui.domain.room import Scene


class CurtainApp(RescueApp):
    """``zoom`` of the picture is kept from one curtain to the next."""

    # At once, before what has the focus: no field may take the key for itself.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f12,ctrl+g", "curtain", N_("Curtain"), id="app.curtain", show=False, priority=True
        ),
    ]
    zoom = 0

    @abstractmethod
    def room_scene(self) -> "Scene":
        """What is before the room now."""

    @property
    def curtained(self) -> bool:
        """Whether the room's picture is on the screen now."""
        return bool(getattr(self.screen, "COVERS", False))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Before the room nothing opens that has a path of a file in it."""
        if action in ("audience", "rescue") and self.curtained:
            return False
        if action == "curtain" and isinstance(self.screen, TooSmall):
            return False  # it would stay under the curtain when there is room again
        return super().check_action(action, parameters)

    def action_curtain(self) -> None:
        """Show only what the room may see; the same key shows everything again."""
        from screens.room.curtain import CurtainScreen  # loads the models; home does not

        if not isinstance(self.screen, CurtainScreen):
            self.push_screen(CurtainScreen(self.screen, self.room_scene, self.zoom))
            return
        self.zoom, walked = self.screen.zoom, self.screen.walked
        with self.batch_update():
            self.pop_screen()
            if walked is not None:
                self.switch_screen(walked)
