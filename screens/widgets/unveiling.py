"""The veil is drawn away: both sides in the same frames, and never a figure that isn't the mark.

The true figures and signs stand in the first frame; what moves is the veil around them and the
bar between them. Nothing waits for it: keys work, and whatever is shown next ends it at once.
"""

from collections.abc import Sequence
from time import monotonic
from typing import Final, Protocol

from textual.timer import Timer
from textual.widget import Widget

LASTS: Final = 0.5
"""Seconds."""

FRAMES: Final = 60
"""A second, at most."""


class Unveiled(Protocol):
    """What can be drawn with a part of its veil: 0 is all of it, 1 none."""

    def unveil(self, grown: float) -> None:
        """Draw it like that."""


class Unveiling:
    """Draws the veil of ``parts`` away, in one go."""

    def __init__(self, owner: Widget, parts: Sequence[Unveiled]) -> None:
        self.owner, self.parts = owner, parts
        self.frames = 0
        self._began = 0.0
        self._timer: Timer | None = None

    @property
    def going_on(self) -> bool:
        """Whether the veil is being drawn away."""
        return self._timer is not None

    def start(self) -> None:
        """Begin, unless animations are off: then there is no veil at once."""
        self.stop()
        if self.owner.app.animation_level == "none":
            return
        self.frames = 0
        self._began = monotonic()
        self._draw(0)
        self._timer = self.owner.set_interval(1 / FRAMES, self._step)

    def stop(self) -> None:
        """No veil any more."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
            self._draw(1)

    def _step(self) -> None:
        passed = (monotonic() - self._began) / LASTS
        if passed >= 1:
            self.stop()
        else:
            self._draw(passed)  # evenly: slowing down leaves frames in which no cell changes

    def _draw(self, grown: float) -> None:
        self.frames += 1
        for part in self.parts:
            part.unveil(grown)
