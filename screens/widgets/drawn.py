"""A picture that is painted line by line: only the lines that changed are painted again."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget


class Drawn(Widget):
    """Shows lines. A subclass says how many (``rows_for``) and which (``draw``) for a width."""

    DEFAULT_CSS = "Drawn { width: 100%; height: auto; }"
    ALLOW_SELECT = False

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._lines: list[Content] = []
        self._drawn_for = Size()

    def draw(self, width: int) -> Sequence[Content]:
        """The lines in ``width`` cells."""
        raise NotImplementedError

    def rows_for(self, width: int) -> int:
        """How many lines there are in ``width`` cells."""
        return len(self.draw(width))

    def redraw(self, *, layout: bool = False) -> None:
        """Paint what changed. ``layout``: another number of lines."""
        if layout or self._drawn_for != self.content_size:
            self._drawn_for = Size()
            self.refresh(layout=layout)
            return
        before, self._lines = self._lines, list(self.draw(self._drawn_for.width))
        changed = [
            y
            for y in range(max(len(before), len(self._lines)))
            if y >= len(before) or y >= len(self._lines) or not before[y].is_same(self._lines[y])
        ]
        if changed:
            width = self.content_size.width
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """See Textual."""
        return self.rows_for(width)

    def render_line(self, y: int) -> Strip:
        """See Textual."""
        width = self.content_size.width
        if self.content_size != self._drawn_for:
            self._drawn_for, self._lines = self.content_size, list(self.draw(width))
        if y >= len(self._lines) or not width:
            return Strip.blank(width, self.rich_style)
        line = self._lines[y].truncate(width)
        strips = Visual.to_strips(self, line, width, 1, self.visual_style, pad=True)
        return strips[0] if strips else Strip.blank(width, self.rich_style)
