"""What a picture is made of. Coordinates are in units of one picture, 720 wide, y downwards."""

from dataclasses import dataclass, field
from typing import Final, Literal

from sessionui.minutes.outline.blocks import Series

WIDTH: Final = 720
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True)
class Stroke:
    """A straight line; ``look`` is its class in the style sheet."""

    x1: float
    y1: float
    x2: float
    y2: float
    look: str


@dataclass(frozen=True)
class Symbol:
    """A mark: diamond for side a, circle for side b, square for the overall mark."""

    series: Series
    x: float
    y: float
    size: float
    filled: bool = True

    @property
    def points(self) -> str:
        """The corners of a diamond or a square."""
        x, y, size = self.x, self.y, self.size
        if self.series == "a":
            corners = [(x, y - size), (x + size, y), (x, y + size), (x - size, y)]
        else:
            corners = [
                (x - size, y - size),
                (x + size, y - size),
                (x + size, y + size),
                (x - size, y + size),
            ]
        return " ".join(f"{number(cx)},{number(cy)}" for cx, cy in corners)


@dataclass(frozen=True)
class Text:
    """A few words in a picture."""

    x: float
    y: float
    text: str
    look: str = ""
    anchor: Anchor = "middle"


@dataclass
class Drawing:
    """A picture: what it is called and says, and its parts from back to front."""

    title: str
    description: str
    height: float = 0
    strokes: list[Stroke] = field(default_factory=list)
    symbols: list[Symbol] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    width: float = WIDTH


def number(value: float) -> str:
    """A coordinate, to a tenth, as short as can be; always with a point, whatever the language."""
    return f"{round(value, 1):g}"
