"""A box to tick whose sign tells on from off, not its colour alone."""

from textual.content import Content
from textual.widgets import Checkbox

from screens.plain import plain


class Tick(Checkbox):
    """``[✓]`` when on, ``[ ]`` when off; one line high."""

    DEFAULT_CSS = """
    Tick > .toggle--button { color: $text-muted; background: transparent; }
    Tick.-on > .toggle--button { color: $success; background: transparent; }
    """

    def __init__(self, label: str, *, value: bool = False, id: str | None = None) -> None:  # noqa: A002
        super().__init__(plain(label), value=value, id=id, compact=True)

    @property
    def _button(self) -> Content:
        style = self.get_visual_style("toggle--button")
        return Content.assemble(*((part, style) for part in ("[", self.BUTTON_INNER, "]")))

    @property
    def BUTTON_INNER(self) -> str:  # type: ignore[override]  # noqa: N802 - Textual's name
        """The sign in the box."""
        return "✓" if self.value else " "
