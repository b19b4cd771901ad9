"""Both sides' marks in the largest figures that fit, or a veil while they are not revealed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from textual.content import Content

from screens.widgets.big import VEIL, big, rows_of, veil
from screens.widgets.drawn import Drawn
from screens.widgets.plot import assembled

VEILED: Final = None
"""In place of a figure: not revealed yet."""


@dataclass(frozen=True)
class SideMark:
    """One side's half: who about whom, the figure (``VEILED`` before the reveal), what is under it.

    ``words`` stand in place of a figure that is empty.
    """

    heading: Content
    figure: str | None = field(repr=False)
    style: str
    foot: Content
    words: Content = field(default_factory=Content)


class Marks(Drawn):
    """Two figures beside each other, drawn in one go so that neither is seen before the other."""

    DEFAULT_CSS = "Marks { width: 100%; height: auto; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.halves: tuple[SideMark, SideMark] | None = None
        self.scale = 1
        self.grown = 1.0

    def show(self, left: SideMark, right: SideMark, scale: int) -> None:
        """Show these two, the figures ``scale`` times as large as the smallest."""
        self.halves = (left, right)
        layout, self.scale = scale != self.scale, scale
        self.redraw(layout=layout)

    def unveil(self, grown: float) -> None:
        """Draw the veil away around both figures by that much, from their middles out."""
        if grown != self.grown:
            self.grown = grown
            self.redraw()

    def rows_for(self, width: int) -> int:
        """See ``Drawn``."""
        return rows_of(self.scale) + 2 + 2 * (self.scale > 1)

    def draw(self, width: int) -> Sequence[Content]:
        """See ``Drawn``."""
        if self.halves is None:
            return []
        left, right = (self._half(half, width // 2) for half in self.halves)
        return [Content.assemble(one, two) for one, two in zip(left, right, strict=True)]

    def _half(self, half: SideMark, width: int) -> list[Content]:
        space = [Content("")] if self.scale > 1 else []
        figure = self._figure(half)
        return [
            _centred(line, width) for line in (half.heading, *space, *figure, *space, half.foot)
        ]

    def _figure(self, half: SideMark) -> list[Content]:
        if half.figure is VEILED:
            return [Content.styled(row, f"dim {half.style}") for row in veil(self.scale)]
        if half.figure:
            figures = big(half.figure, self.scale)
            return [uncovered(row, half.style, self.scale, self.grown) for row in figures]
        rows = [Content("")] * rows_of(self.scale)
        rows[len(rows) // 2] = half.words
        return rows


def uncovered(row: str, style: str, scale: int, grown: float) -> Content:
    """A row of a figure with what is left of the veil around it.

    The figure itself is whole from the first frame on; the veil goes from its middle out.
    """
    if grown >= 1:
        return Content.styled(row, style)
    row = row.center(len(veil(scale)[0]))
    middle = (len(row) - 1) / 2
    gone = grown * (middle + 1)
    cells = [
        (VEIL, f"dim {style}") if char == " " and abs(n - middle) > gone else (char, style)
        for n, char in enumerate(row)
    ]
    return assembled(cells)


def _centred(line: Content, width: int) -> Content:
    fitting = line.truncate(width) if line.cell_length > width else line
    left = (width - fitting.cell_length) // 2
    return Content.assemble(" " * left, fitting, " " * (width - left - fitting.cell_length))
