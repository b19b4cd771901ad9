"""What is painted on the screen: every run of text with the colours it really has."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.color import Color
from rich.palette import Palette
from rich.style import Style
from textual.app import App

from sessionui.themes.contrast import RGB, ratio
from sessionui.themes.filters import rgb

XTERM = Palette(
    [
        *((0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0)),
        *((0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229)),
        *((127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0)),
        *((92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255)),
    ]
)
"""The sixteen colours as xterm has them."""


@dataclass(frozen=True)
class Run:
    """One run of text in one style, at a place on the screen."""

    row: int
    column: int
    text: str
    style: Style

    @property
    def words(self) -> bool:
        """Whether there are letters, figures or signs in it that mean something."""
        return any(char.isalnum() or char in "◆●◇○◈✓✗★≈" for char in self.text)

    @property
    def contrast(self) -> float:
        """Of its two colours."""
        text, ground = shown(self.style.color), shown(self.style.bgcolor)
        assert text is not None, self
        assert ground is not None, self
        return ratio(text, ground)


def shown(colour: Color | None) -> RGB | None:
    """The colour as a terminal shows it."""
    if colour is not None and colour.triplet is None and colour.number is not None:
        red, green, blue = XTERM[colour.number]
        return red, green, blue
    return rgb(colour)


def painted(app: App[int]) -> Iterator[Run]:
    """Every run on the screen now."""
    for row, strip in enumerate(app.screen._compositor.render_strips()):
        column = 0
        for text, style, _control in strip:
            yield Run(row, column, text, style or Style())
            column += len(text)


def on_top(app: App[int]) -> Iterator[Run]:
    """What is painted now, without what a dialog has put aside."""
    regions = [child.region for child in app.screen.children if child.display]
    for run in painted(app):
        if not app.screen.is_modal or any(r.contains(run.column, run.row) for r in regions):
            yield run
