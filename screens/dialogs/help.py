"""Help on a screen: what it is for, how it works, and its keys; each on a page of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from screens.dialogs.help_keys import HelpKey, fit, keys_text
from screens.plain import Text, joined, plain
from sessionui.locale import N_, _

_AROUND_PAGE = 3
"""Lines of the dialog that are no page: the strip, a blank one, the keys of the dialog itself."""
_AROUND_TEXT = 2
"""Columns of the dialog that are no text: a scroll bar, and room beside it."""


@dataclass(frozen=True)
class HelpPage:
    """A page with its title on the strip. ``parts``: each a text and the style class it has."""

    title: str
    parts: tuple[tuple[Content | str, str], ...]

    @classmethod
    def of(cls, title: str, text: str) -> "HelpPage":
        """A page of one text."""
        return cls(title, ((text, "help-text"),))


class HelpDialog(ModalScreen[None]):
    """The help of one screen; closed by escape or F1. The keys, if any, are the last page.

    Where they don't fit on one, those that work everywhere have a page of their own.
    """

    CSS_PATH = "dialogs.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,q,enter", "dismiss", N_("Close"), id="help.close"),
        Binding("tab,right", "step(1)", N_("Next page"), id="help.next", priority=True),
        Binding("shift+tab,left", "step(-1)", N_("Previous page"), id="help.back", priority=True),
        *(Binding(str(n), f"page({n - 1})", id=f"help.page.{n}", show=False) for n in (1, 2, 3, 4)),
    ]

    def __init__(self, title: str, pages: Sequence[HelpPage], keys: Sequence[HelpKey]) -> None:
        super().__init__()
        self.heading, self.pages, self.keys = title, list(pages), list(keys)
        self.place = 0
        self._apart = False

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Vertical(classes="dialog help" if self.keys else "dialog help short"):
            yield Text("", id="help-strip")
            for n, page in enumerate(self.pages):
                with VerticalScroll(id=f"help-page-{n}", classes="help-page"):
                    for text, style in page.parts:
                        yield Text(text, classes=style)
            if self.keys:
                for n, name in enumerate(("help-keys", "help-general"), start=len(self.pages)):
                    with VerticalScroll(id=f"help-page-{n}", classes="help-page"):
                        yield Text("", id=name)
            yield Text(self._foot(), classes="help-foot")

    def on_mount(self) -> None:
        """Begin on the first page."""
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        """Lay the keys out for this size."""
        del event
        self._show()

    @property
    def titles(self) -> list[str]:
        """The titles of all pages."""
        keys = [_("Keys")] * bool(self.keys) + [_("Everywhere")] * self._apart
        return [page.title for page in self.pages] + keys

    def _foot(self) -> str:
        if len(self.titles) < 2:
            return _("escape closes this")
        return _("tab: next page · ↑↓ scroll · escape closes this")

    def _show(self) -> None:
        if self.keys:
            self._show_keys()
        strip: list[Content | str] = [plain(self.heading, "bold")]
        if len(self.titles) > 1:
            for n, title in enumerate(self.titles):
                here = n == self.place
                strip += [
                    "   " if n == 0 else "  ",
                    plain("▶" if here else " ", "bold"),
                    plain(f"{n + 1} ", "$accent"),
                    plain(title, "bold" if here else "dim"),
                ]
        self.query_one("#help-strip", Text).show(joined(*strip))
        for n, page in enumerate(self.query(".help-page")):
            page.display = n == self.place
            if n == self.place:
                page.focus()

    def _show_keys(self) -> None:
        """All on one page if that goes without scrolling."""
        size = self.query_one(Vertical).size
        width, rows = size.width - _AROUND_TEXT, size.height - _AROUND_PAGE
        self._apart = rows > 0 and not fit(self.keys, rows)
        self.place = min(self.place, len(self.titles) - 1)
        first = [key for key in self.keys if not (self._apart and key.everywhere)]
        self.query_one("#help-keys", Text).show(keys_text(first, width, rows))
        rest = [key for key in self.keys if self._apart and key.everywhere]
        self.query_one("#help-general", Text).show(keys_text(rest, width, rows))

    def action_step(self, by: int) -> None:
        """Turn a page."""
        self.place = (self.place + by) % len(self.titles)
        self._show()

    def action_page(self, place: int) -> None:
        """Open a page."""
        if place < len(self.titles):
            self.place = place
            self._show()
