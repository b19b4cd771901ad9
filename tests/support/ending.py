"""Textual's pilot while the application ends: it looks at a screen that may be gone by then."""

from typing import Any

from textual.app import ScreenStackError
from textual.pilot import Pilot

_pause = Pilot.pause


async def _pause_to_the_end(self: Pilot[Any], delay: float | None = None) -> None:
    try:
        await _pause(self, delay)
    except ScreenStackError:
        if not self.app._exit:
            raise


def pause_to_the_end() -> None:
    """Let a pause after the key that quits be a pause, however quickly the application ends."""
    Pilot.pause = _pause_to_the_end  # type: ignore[method-assign]
