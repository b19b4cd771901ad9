"""A QR code in the terminal: black on white whatever the theme, as large as there is room for.

*Small*: a module is a cell wide and half a row high, drawn with ``▀``. *Large*: two spaces a
module or a multiple of that, for fonts that draw ``▀`` badly and for people who sit far away.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from sessionui.themes.filters import INK, PAPER

Matrix = tuple[tuple[bool, ...], ...]

BLACK, WHITE = INK, PAPER
QUIET, TIGHT = 4, 2
"""Light modules around a code: what the standard asks, and what cameras still forgive."""


@dataclass(frozen=True)
class Drawing:
    """A code with its quiet zone; ``scale`` 0 is small, else modules of ``2 * scale`` cells."""

    modules: Matrix
    scale: int = 0

    @property
    def width(self) -> int:
        """In cells."""
        return len(self.modules) * (2 * self.scale or 1)

    @property
    def height(self) -> int:
        """In rows."""
        return len(self.modules) * self.scale if self.scale else (len(self.modules) + 1) // 2

    def row(self, y: int) -> Strip:
        """The ``y``-th row of cells."""
        return Strip(self._scaled(y) if self.scale else self._halves(y), self.width)

    def _scaled(self, y: int) -> Iterator[Segment]:
        for dark, run in groupby(self.modules[y // self.scale]):
            cells = 2 * self.scale * len(list(run))
            yield Segment(" " * cells, Style(bgcolor=BLACK if dark else WHITE))

    def _halves(self, y: int) -> Iterator[Segment]:
        upper = self.modules[2 * y]
        light = (False,) * len(upper)
        lower = self.modules[2 * y + 1] if 2 * y + 1 < len(self.modules) else light
        for (up, down), run in groupby(zip(upper, lower, strict=True)):
            cells = len(list(run))
            # No glyph where a background does: some fonts leave seams between blocks.
            yield Segment(
                (" " if up == down else "▀") * cells,
                Style(color=BLACK if up else WHITE, bgcolor=BLACK if down else WHITE),
            )


def drawing(
    matrices: Sequence[Matrix],
    width: int,
    height: int,
    *,
    large: bool = False,
    blocks: bool = True,
) -> Drawing | None:
    """The best drawing in ``width`` × ``height`` cells, or ``None`` when none fits.

    ``matrices``: the same text in codes that get smaller, the best first. A full quiet zone comes
    before a smaller code, and with ``large`` the largest modules come first. Without ``blocks``
    the terminal can't draw the small form.
    """
    scales = range(min(width // 2, height), 0, -1) if large or not blocks else (0,)
    for scale in scales:
        for modules in matrices:
            for quiet in (QUIET, TIGHT):
                found = Drawing(_with_quiet(modules, quiet), scale)
                if found.width <= width and found.height <= height:
                    return found
    return drawing(matrices, width, height) if large and blocks else None


def _with_quiet(modules: Matrix, quiet: int) -> Matrix:
    width = len(modules) + 2 * quiet
    blank = ((False,) * width,) * quiet
    side = (False,) * quiet
    return (*blank, *((*side, *row, *side) for row in modules), *blank)


class QrCode(Widget):
    """Shows a drawing; takes exactly its room, and none without one."""

    DEFAULT_CSS = "QrCode { width: 0; height: 0; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.drawing: Drawing | None = None

    def show(self, found: Drawing | None) -> None:
        """Show this drawing, or nothing."""
        if found == self.drawing:
            return
        self.drawing = found
        self.styles.width = found.width if found else 0
        self.styles.height = found.height if found else 0
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """See Textual."""
        if self.drawing is None or y >= self.drawing.height:
            return Strip.blank(self.size.width)
        return self.drawing.row(y)
