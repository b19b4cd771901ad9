"""Silent writing: one side's turn at a time, the other side's words hidden until shown."""

from typing import ClassVar

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget

from screens.dialogs.library import LibraryDialog
from screens.dialogs.reword import reword_form
from screens.plain import Text, joined, plain
from screens.stages.panes import Pane, pane_key
from screens.widgets.candidate_rows import flat
from screens.widgets.fields import RecordInput
from screens.widgets.pick_list import PickList
from screens.widgets.sides import SideColumn, SideColumns, side_name
from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.define import AddCandidate, WithdrawCandidate
from sessionui.domain.session import Candidate
from sessionui.domain.sides import SIDES, SideKey, other
from sessionui.domain.work import Work
from sessionui.locale import N_, _, ngettext
from sessionui.text import shorten_middle

TURN = "place/turn"
MASKED = "place/masked"


class SilentWriting(Pane):
    """Two columns; only the side whose turn it is sees its words and can type.

    Nothing is open until the keyboard was handed over, and it is covered again on walking away.
    """

    NAME = "write"
    TITLE = N_("Write")
    KEYS: ClassVar[tuple[Binding, ...]] = (
        pane_key("write", "space", "begin", N_("Begin writing")),
        pane_key("write", "s", "hand_over", N_("Other side's turn")),
        pane_key("write", "a", "type", N_("Write")),
        pane_key("write", "l", "library", N_("Library")),
        pane_key("write", "h", "mask", N_("Mask"), show=False),
        pane_key("write", "e", "change", N_("Reword"), show=False),
        pane_key("write", "delete,backspace", "withdraw", N_("Take off"), show=False),
    )

    open_now = False

    def compose(self) -> ComposeResult:
        """See Textual."""
        with SideColumns():
            for side in SIDES:
                with SideColumn(side):
                    yield Text("", id=f"hidden-{side}", classes="quiet")
                    yield PickList(id=f"written-{side}")
                    yield RecordInput(
                        f"write/new/{side}",
                        record_on_leave=False,
                        placeholder=_("a word or two, then enter"),
                        id=f"new-{side}",
                    )
        yield Text("", id="write-note")

    # --- whose turn

    @property
    def turn(self) -> SideKey:
        """The side that writes, or that is next to."""
        return "b" if self.desk.draft(TURN) == "b" else "a"

    @property
    def writes(self) -> SideKey | None:
        """The side that has the keyboard now."""
        return self.turn if self.open_now else None

    @property
    def masked(self) -> bool:
        """Whether the words of the side that writes show as dots."""
        return self.desk.draft(MASKED) == "1" and not self.desk.work.session.define.shown

    def cover(self) -> None:
        """Nobody's words show until the keyboard is handed over again."""
        self.open_now = False

    def _open(self, side: SideKey) -> bool:
        return self.desk.work.session.define.shown or (self.open_now and side == self.turn)

    def _list(self, side: SideKey) -> PickList:
        return self.query_one(f"#written-{side}", PickList)

    def _entry(self, side: SideKey) -> RecordInput:
        return self.query_one(f"#new-{side}", RecordInput)

    # --- showing

    def count(self, work: Work) -> str:
        """How many candidates the two sides have written."""
        return str(sum(c.side is not None for c in work.session.define.standing) or "")

    def show(self, work: Work) -> None:
        """See ``Pane``."""
        for side in SIDES:
            self._show_side(work, side)
        self.query_one("#write-note", Text).show(self._note(work))

    def _show_side(self, work: Work, side: SideKey) -> None:
        written = [c for c in work.session.define.standing if c.side == side]
        opened = self._open(side)
        self.query_one(f"#side-{side}", SideColumn).head(
            side_name(side, work.names[side], max(self.room // 2 - 8, 10))
        )
        hidden = self.query_one(f"#hidden-{side}", Text)
        hidden.display = not opened or not written
        hidden.show(_counted(len(written), hidden=not opened))
        picker = self._list(side)
        picker.display = opened and bool(written)
        picker.show([(c.id, self._row(c)) for c in written] if opened else [])
        entry = self._entry(side)
        entry.display = opened and side == self.turn and bool(self.open_to_change())
        entry.password = self.masked
        entry.show("", self.desk.draft(entry.key))

    def _row(self, candidate: Candidate) -> Content:
        words = "•••••" if self.masked else flat(candidate.text)
        return plain(shorten_middle(words, max(self.room // 2 - 6, 10)))

    def _note(self, work: Work) -> Content:
        if work.session.define.shown:
            return plain(_("Both lists are shown: press 2 for the one list."), "dim")
        side = side_name(self.turn, work.names[self.turn])
        if not self.open_now:
            words = _("writes next. The others don't look. Space begins.")
            return joined(side, plain(f" {words}"))
        words = _("writes. Enter adds; escape, then s hands the keyboard over.")
        return joined(side, plain(f" {words}", "dim"))

    # --- keys

    def can(self, do: str) -> bool | None:
        """See ``Pane``."""
        writing = self._open(self.turn)
        match do:
            case "begin":
                return self.open_to_change() if not writing else False
            case "hand_over":
                return True
            case "mask":
                return not self.desk.work.session.define.shown
            case "change" | "withdraw":
                return self.open_to_change() if self._picked() else False
        return self.open_to_change() if writing else False

    def home(self) -> Widget | None:
        """See ``Pane``."""
        picker = self._list(self.turn)
        return picker if picker.display else None

    def _picked(self) -> Candidate | None:
        focused = self.screen.focused
        side = next((s for s in SIDES if focused is self._list(s)), self.turn)
        if self.masked or not self._open(side):
            return None
        return self.desk.work.session.define.candidate(self._list(side).picked or "")

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Enter or a click rewords it."""
        event.stop()
        self.do_change()

    def do_begin(self) -> None:
        """The side whose turn it is has the keyboard."""
        self.open_now = True
        self.stage.show()
        self.do_type()

    def do_type(self) -> None:
        """Type in the entry line."""
        self._entry(self.turn).focus()

    def do_hand_over(self) -> None:
        """Cover everything; the other side is next."""
        self.cover()
        self.desk.keep_draft(TURN, other(self.turn))
        self.screen.set_focus(None)
        self.stage.show()
        if self.desk.work.session.define.shown:
            self.do_type()

    def do_mask(self) -> None:
        """Show the words that are typed as dots, or again as words."""
        self.desk.keep_draft(MASKED, None if self.masked else "1")
        self.stage.show()

    @worker
    async def do_library(self) -> None:
        """Begin from common indicators."""
        await self.app.push_screen_wait(LibraryDialog(self.desk, self.turn))

    @worker
    async def do_change(self) -> None:
        """Word it otherwise."""
        candidate = self._picked()
        if candidate and self.open_to_change():
            await self.app.push_screen_wait(reword_form(self.desk, candidate))

    def do_withdraw(self) -> None:
        """Take it off the list; undo puts it back."""
        if candidate := self._picked():
            self.do(WithdrawCandidate(candidate.id))

    def record(self, key: str, text: str, *, entered: bool) -> Intent | None:
        """Enter puts the words on the list of the side, and makes room for the next."""
        side: SideKey = "b" if key.endswith("/b") else "a"
        if entered and text.strip() and self.do(AddCandidate(side, text)):
            entry = self._entry(side)
            entry.recorded = entry.value = ""
            self.desk.keep_draft(key, None)
            self._list(side).pick(self.desk.work.session.define.candidates[-1].id)
        return None


def _counted(n: int, *, hidden: bool) -> str:
    if not n:
        return _("Nothing written yet.")
    return ngettext("{n} written, hidden", "{n} written, hidden", n).format(n=n) if hidden else ""
