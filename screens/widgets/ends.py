"""One line with something at both ends."""

from textual.content import Content
from textual.widget import Widget

from screens.plain import joined


def ends(left: Content, right: Content, width: int) -> Content:
    """``left`` and ``right`` at the ends of ``width`` cells; they don't touch."""
    gap = max(width - left.cell_length - right.cell_length, 1)
    return joined(left, " " * gap, right)


class EndsLine(Widget):
    """The line at the top of a place outside a session: where we are; what matters of it."""

    DEFAULT_CSS = "EndsLine { height: 1; padding: 0 1; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.left, self.right = Content(""), Content("")

    def show(self, left: Content, right: Content) -> None:
        """Show these."""
        self.left, self.right = left, right
        self.refresh()

    def render(self) -> Content:
        """See Textual."""
        return ends(self.left, self.right, self.content_size.width)
