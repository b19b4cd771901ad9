"""The facilitator's prompt: what to ask the room, and what to watch for."""

from typing import Literal

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from screens.plain import Text, plain
from sessionui.locale import _

Detail = Literal["brief", "full", "off"]
_NEXT: dict[Detail, Detail] = {"brief": "full", "full": "off", "off": "brief"}


class PromptBar(Vertical):
    """One question, and with it what to watch for; or nothing, as the facilitator likes."""

    DEFAULT_CSS = """
    PromptBar { height: auto; padding: 0 1; border-top: solid $panel; }
    PromptBar Horizontal { height: auto; }
    PromptBar .label { width: auto; min-width: 7; padding-right: 2; height: 1; }
    PromptBar .words { width: 1fr; height: auto; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.detail: Detail | None = None
        self._texts = ("", "")

    def compose(self) -> ComposeResult:
        """See Textual."""
        for name, label in (("ask", _("ask")), ("watch", _("watch"))):
            with Horizontal(id=f"row-{name}"):
                yield Text(plain(label, "$accent"), classes="label")
                yield Text("", id=name, classes="words")

    def show(self, ask: str, watch: str) -> None:
        """Show these two texts."""
        self._texts = (ask, watch)
        self.query_one("#ask", Text).show(ask)
        self.query_one("#watch", Text).show(plain(watch, "dim"))
        self._lay_out()

    def cycle(self) -> None:
        """Go on from the question to both, to nothing, and round again."""
        self.detail = _NEXT[self._detail]
        self._lay_out()

    @property
    def _detail(self) -> Detail:
        """As chosen; else both where the window has the height for it."""
        if self.detail is not None:
            return self.detail
        return "full" if self.app.size.height >= 30 else "brief"

    def on_resize(self) -> None:
        """A higher window has room for both."""
        self._lay_out()

    def _lay_out(self) -> None:
        self.display = self._detail != "off" and any(self._texts)
        self.query_one("#row-watch").display = self._detail == "full"
