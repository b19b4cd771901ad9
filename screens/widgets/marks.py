"""Both sides' marks in the largest figures that fit, or a veil while they are not revealed."""

from dataclasses import dataclass, field
from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from screens.widgets.big import big, rows_of, veil

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


class Marks(Widget):
    """Two figures beside each other, drawn in one go so that neither is seen before the other."""

    DEFAULT_CSS = "Marks { width: 100%; height: auto; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.halves: tuple[SideMark, SideMark] | None = None
        self.scale = 1

    def show(self, left: SideMark, right: SideMark, scale: int) -> None:
        """Show these two, the figures ``scale`` times as large as the smallest."""
        if (left, right) == self.halves and scale == self.scale:
            return
        self.halves = (left, right)
        layout, self.scale = scale != self.scale, scale
        self.refresh(layout=layout)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """See Textual."""
        return rows_of(self.scale) + 2 + 2 * (self.scale > 1)

    def render(self) -> Content:
        """See Textual."""
        if self.halves is None:
            return Content("")
        width = self.content_size.width // 2
        left, right = (self._lines(half, width) for half in self.halves)
        return Content("\n").join(
            Content.assemble(one, two) for one, two in zip(left, right, strict=True)
        )

    def _lines(self, half: SideMark, width: int) -> list[Content]:
        space = [Content("")] if self.scale > 1 else []
        figure = self._figure(half)
        return [
            _centred(line, width) for line in (half.heading, *space, *figure, *space, half.foot)
        ]

    def _figure(self, half: SideMark) -> list[Content]:
        if half.figure is VEILED:
            return [Content.styled(row, f"dim {half.style}") for row in veil(self.scale)]
        if half.figure:
            return [Content.styled(row, half.style) for row in big(half.figure, self.scale)]
        rows = [Content("")] * rows_of(self.scale)
        rows[len(rows) // 2] = half.words
        return rows


def _centred(line: Content, width: int) -> Content:
    fitting = line.truncate(width) if line.cell_length > width else line
    left = (width - fitting.cell_length) // 2
    return Content.assemble(" " * left, fitting, " " * (width - left - fitting.cell_length))
