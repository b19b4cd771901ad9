"""The facilitator's prompts: what to ask the room now, and why; never for the room's screen."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from screens.plain import Text, joined, plain
from sessionui.locale import _


@dataclass(frozen=True)
class PromptLine:
    """A question, and what goes with it under its own label: "why" or "watch"."""

    key: str
    ask: str
    note: str
    label: str


class PromptBar(Vertical):
    """The most useful question; with more of them, with their reasons, or nothing, as one likes."""

    DEFAULT_CSS = """
    PromptBar { height: auto; padding: 0 1; border-top: solid $panel; }
    PromptBar Horizontal { height: auto; }
    PromptBar .label { width: auto; min-width: 7; padding-right: 2; height: 1; }
    PromptBar.-several .label { min-width: 11; }
    PromptBar .words { width: 1fr; height: auto; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[PromptLine, ...] = ()
        self._picked: str | None = None
        self._full: bool | None = None
        self._off = False

    def compose(self) -> ComposeResult:
        """See Textual."""
        for name in ("ask", "note"):
            with Horizontal(id=f"row-{name}"):
                yield Text("", id=f"label-{name}", classes="label")
                yield Text("", id=name, classes="words")

    def show(self, lines: Sequence[PromptLine]) -> None:
        """Show the first of these, or the one that was chosen as long as it is among them."""
        self.lines = tuple(lines)
        if self._picked not in [line.key for line in self.lines]:
            self._picked, self._full = None, None
        self._lay_out()

    def cycle(self) -> None:
        """Go on: the reason with it, then the next with its reason, then nothing, and round."""
        if self._off:
            self._off, self._picked, self._full = False, None, None
        elif not self._is_full:
            self._full, self._picked = True, self._key
        else:
            keys = [line.key for line in self.lines]
            place = keys.index(self._key) + 1 if self._key in keys else len(keys)
            self._full = True
            self._off = place >= len(keys)
            self._picked = None if self._off else keys[place]
        self._lay_out()

    @property
    def shown(self) -> PromptLine | None:
        """The prompt on the screen, or ``None``."""
        if self._off:
            return None
        return next((line for line in self.lines if line.key == self._key), None)

    @property
    def _key(self) -> str:
        return self._picked or (self.lines[0].key if self.lines else "")

    @property
    def _is_full(self) -> bool:
        """As chosen; else the reason too where the window has the height for it."""
        return self.app.size.height >= 30 if self._full is None else self._full

    def on_resize(self) -> None:
        """A higher window has room for both."""
        self._lay_out()

    def _lay_out(self) -> None:
        line = self.shown
        self.display = line is not None
        if line is None:
            return
        self.set_class(len(self.lines) > 1, "-several")
        place = f" {self.lines.index(line) + 1}/{len(self.lines)}"
        more = plain(place if len(self.lines) > 1 else "", "dim")
        self.query_one("#label-ask", Text).show(joined(plain(_("ask"), "$accent"), more))
        self.query_one("#ask", Text).show(line.ask)
        self.query_one("#label-note", Text).show(plain(line.label, "$accent"))
        self.query_one("#note", Text).show(plain(line.note, "dim"))
        self.query_one("#row-note").display = self._is_full
