"""Text that takes no more than so many lines; what does not fit ends in an ellipsis."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from sessionui.text import ELLIPSIS


class Clamped(Widget):
    """A text of at most ``lines`` lines, with ``more`` (such as the key to read on) at its end."""

    DEFAULT_CSS = "Clamped { width: 100%; height: auto; }"

    def __init__(
        self,
        lines: int = 2,
        *,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.lines = lines
        self.content, self.more = Content(""), Content("")

    def show(self, content: Content, *, more: Content | None = None) -> None:
        """Show this text. ``more`` is added where it had to be cut."""
        more = more or Content("")
        if (content, more) == (self.content, self.more):
            return
        before = self.rows
        self.content, self.more = content, more
        # Another layout only when the height changes: it costs several times a repaint.
        self.refresh(layout=before != self.rows)

    def allow(self, lines: int) -> None:
        """Take at most so many lines from now on."""
        if lines != self.lines:
            self.lines = lines
            self.refresh(layout=True)

    @property
    def rows(self) -> int:
        """How many lines it takes at its present width."""
        return len(self._clamped(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """See Textual."""
        return len(self._clamped(width))

    def render(self) -> Content:
        """See Textual."""
        width, height = self.content_size
        lines = clamped(self.content, width, min(self.lines, height), self.more)
        return Content("\n").join(lines)

    def _clamped(self, width: int) -> list[Content]:
        return clamped(self.content, width, self.lines, self.more)


def clamped(content: Content, width: int, lines: int, more: Content | None = None) -> list[Content]:
    """``content`` wrapped to ``width`` cells and cut after ``lines`` lines; no lines when empty."""
    if not content.plain.strip() or width <= 0 or lines <= 0:
        return []
    wrapped = content.wrap(width)
    if len(wrapped) <= lines:
        return wrapped
    end = Content.assemble(ELLIPSIS, " " if more else "", more or "")
    last = wrapped[lines - 1].rstrip().truncate(max(width - end.cell_length, 1))
    return [*wrapped[: lines - 1], Content.assemble(last.rstrip(), end)]
