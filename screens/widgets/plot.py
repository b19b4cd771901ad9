"""Lines in a grid of cells: strokes in braille dots, signs and words over them.

A cell has two dots across and four down. The dots of one cell are in one colour, so where strokes
of two colours meet they are drawn in neither.
"""

from itertools import groupby
from typing import Final

from textual.content import Content

ACROSS: Final = 2
DOWN: Final = 4
"""Dots in a cell."""

_BITS: Final = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_BRAILLE: Final = 0x2800
_DOTTED: Final = 3
"""Every third dot of a dotted stroke is drawn."""

Cell = tuple[str, str]


class Plot:
    """``width`` × ``rows`` cells to draw in. What lies outside is not drawn."""

    def __init__(self, width: int, rows: int) -> None:
        self.width, self.rows = width, rows
        self._bits: dict[tuple[int, int], int] = {}
        self._styles: dict[tuple[int, int], str] = {}
        self._over: dict[tuple[int, int], Cell] = {}
        self._under: dict[tuple[int, int], Cell] = {}

    def stroke(
        self, one: tuple[int, int], two: tuple[int, int], style: str, *, dotted: bool = False
    ) -> None:
        """Draw from ``one`` to ``two``, both (dots from the left, dots from the top)."""
        (x1, y1), (x2, y2) = one, two
        steps = max(abs(x2 - x1), abs(y2 - y1), 1)
        for n in range(steps + 1):
            if dotted and n % _DOTTED:
                continue
            x = x1 + round((x2 - x1) * n / steps)
            y = y1 + round((y2 - y1) * n / steps)
            self._dot(x, y, style)

    def _dot(self, x: int, y: int, style: str) -> None:
        at = x // ACROSS, y // DOWN
        self._bits[at] = self._bits.get(at, 0) | _BITS[y % DOWN][x % ACROSS]
        self._styles[at] = style if self._styles.get(at, style) == style else ""

    def put(self, x: int, y: int, text: str, style: str) -> None:
        """Write over everything, from cell ``x`` of row ``y`` on."""
        for n, char in enumerate(text):
            self._over[x + n, y] = (char, style)

    def under(self, x: int, y: int, text: str, style: str) -> None:
        """Write where nothing else is drawn."""
        for n, char in enumerate(text):
            self._under[x + n, y] = (char, style)

    def at(self, x: int, y: int) -> str:
        """The sign that was put in a cell, or ``""``."""
        return self._over.get((x, y), ("", ""))[0]

    def lines(self) -> list[Content]:
        """The grid, row by row."""
        return [assembled([self._cell(x, y) for x in range(self.width)]) for y in range(self.rows)]

    def _cell(self, x: int, y: int) -> Cell:
        at = x, y
        if at in self._over:
            return self._over[at]
        if at in self._bits:
            return chr(_BRAILLE + self._bits[at]), self._styles[at]
        return self._under.get(at, (" ", ""))


def assembled(cells: list[Cell]) -> Content:
    """Cells as one line; neighbours in one style are one stretch, which is quicker to paint."""
    runs = (
        ("".join(char for char, _ in run), style)
        for style, run in groupby(cells, key=lambda cell: cell[1])
    )
    return Content.assemble(*((text, style) if style else Content(text) for text, style in runs))
