"""One code at a time, as large as the window allows."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center
from textual.content import Content

from screens.frame import Frame
from screens.phones.before_the_room import rows_of
from screens.plain import Text, joined, plain
from screens.widgets.key_bar import KeyBar
from screens.widgets.qr_code import Matrix, QrCode, drawing
from sessionui.domain.room import Topic
from sessionui.domain.room.topic import JoinCode
from sessionui.locale import N_, _

BELOW = 2
"""Rows below the code."""

Page = tuple[str, str, str, tuple[Matrix, ...]]
"""What it is, two texts that people may type instead, the code."""


class OneCodeScreen(Frame):
    """A code and a line with what to type."""

    TITLE_TEXT = N_("Large code")
    HELP_TEXT = N_(
        "The code as large as the window allows: two spaces or more a module, so that it needs no "
        "special signs of the font. In a window too low for that it stays small; make the window "
        "larger or its letters smaller. space shows the other code."
    )
    CSS_PATH = "phones.tcss"
    TELLS_SMALL: ClassVar[bool] = True
    """Whether it says that the window is too low for the large form."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "other", N_("Other code"), id="one_code.other"),
        Binding("escape,x,enter", "close", N_("Back"), id="one_code.close"),
    ]

    def __init__(self, pages: Sequence[Page], *, to_take_home: bool = False) -> None:
        super().__init__()
        self.pages, self.at = list(pages), 0
        self._to_take_home = to_take_home

    @property
    def topic(self) -> Topic:
        """See ``Frame``: the room scans what is on the laptop."""
        title, typed, code, matrices = self.pages[self.at]
        join = JoinCode(
            title="" if code else title,
            typed=typed,
            code=code,
            scan=rows_of(matrices),
            to_take_home=self._to_take_home,
        )
        return Topic(kind="join_code", join=join)

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Center(id="one"):
            yield QrCode(id="one-code")
        yield Text("", id="one-words")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the first."""
        self.show()

    def on_resize(self) -> None:
        """Use the new room."""
        self.call_after_refresh(self.show)

    def show(self) -> None:
        """Show the page that it is at."""
        if not self.query("#one-words"):
            return
        title, typed, code, matrices = self.pages[self.at]
        room = self.size.width, self.size.height - BELOW
        found = drawing(matrices, *room, large=True, blocks=self.draws_blocks)
        self.query_one(QrCode).show(found)
        words = self._words(title, typed, code)
        if found is not None and not found.scale and self.TELLS_SMALL:
            words = joined(words, plain("   " + _("too low a window for the large form"), "dim"))
        elif found is None:
            # First what to do: the line is cut off where it ends.
            words = joined(plain(f"{self.too_small()}   ", "$warning"), words)
        self.query_one("#one-words", Text).show(words)

    def _words(self, title: str, typed: str, code: str) -> Content:
        """What it is and what to type, each called by its name if a code goes with an address."""
        said = joined(plain(title, "bold"), plain(f"   {typed}   {code}"))
        if not code:
            return said
        to_type = f"   {_('or type')} {typed} {_('and the code')} {code}"
        named = joined(plain(title, "bold"), plain(to_type))
        return named if named.cell_length <= self.size.width else said

    def too_small(self) -> str:
        """What to say when the code doesn't fit the window."""
        return _("the window is too small for it")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Another one only where there is one."""
        return action != "other" or len(self.pages) > 1

    def action_other(self) -> None:
        """Show the next."""
        self.at = (self.at + 1) % len(self.pages)
        self.show()

    def action_close(self) -> None:
        """Back."""
        self.dismiss()
