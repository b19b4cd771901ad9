"""The one way from text to a widget: as text, never as markup, never as terminal codes."""

from textual.content import Content
from textual.widgets import Static

from sessionui.text import clean


def plain(text: str, style: str = "") -> Content:
    """``text`` as it stands, in one style. Square brackets stay square brackets."""
    safe = clean(text)
    return Content.styled(safe, style) if style else Content(safe)


def joined(*parts: Content | str) -> Content:
    """Contents and plain texts one after the other."""
    return Content.assemble(*(plain(p) if isinstance(p, str) else p for p in parts))


class Text(Static):
    """A piece of text on the screen that is never read as markup."""

    def __init__(
        self,
        text: Content | str = "",
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(_content(text), id=id, classes=classes, markup=False)
        self.shown = _content(text)

    def show(self, text: Content | str) -> None:
        """Show another text; nothing is painted when it is the same."""
        content = _content(text)
        if content != self.shown:
            self.shown = content
            self.update(content)


def _content(text: Content | str) -> Content:
    return plain(text) if isinstance(text, str) else text
