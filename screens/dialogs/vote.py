"""One person's dots: the keyboard is handed over, dots are placed unseen, and sealed."""

from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from screens.desk import Desk
from screens.plain import Text, joined, plain
from screens.widgets.candidate_rows import DOT, flat
from screens.widgets.pick_list import PickList
from screens.widgets.refusal import Refusal
from screens.widgets.sides import side_name
from sessionui.domain.intents.define import CastDots
from sessionui.domain.session import Candidate
from sessionui.locale import N_, _, ngettext, phrase
from sessionui.text import shorten_middle

State = Literal["hand_over", "voting", "sealed"]


class VoteDialog(ModalScreen[bool]):
    """True when the dots were sealed. Without a person they come from paper, and have no name.

    Dots that are not sealed are kept nowhere: a draft would say who placed them.
    """

    CSS_PATH = "vote.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", N_("Seal"), id="ballot.go", priority=True),
        Binding("escape", "back", N_("Back"), id="ballot.back"),
        Binding("space,plus,equals_sign,right", "dot(1)", N_("Place a dot"), id="ballot.place"),
        Binding("minus,backspace,left", "dot(-1)", N_("Take a dot back"), id="ballot.take"),
    ]

    def __init__(self, desk: Desk, person_id: str | None) -> None:
        super().__init__()
        self.desk, self.person_id = desk, person_id
        self.state: State = "hand_over" if person_id else "voting"
        self._placed: list[str] = []

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Vertical(id="ballot"):
            yield Text("", id="ballot-head", classes="heading")
            yield Text("", id="ballot-words")
            yield PickList(id="ballot-list")
            yield Refusal()
            yield Text("", id="ballot-keys", classes="dialog-keys")

    def on_mount(self) -> None:
        """Begin."""
        self.show()

    @property
    def left(self) -> int:
        """How many dots are still to be placed."""
        return self.desk.work.session.define.dots_each - len(self._placed)

    def show(self) -> None:
        """Show what belongs to the state, and nothing else."""
        picker = self.query_one(PickList)
        picker.display = self.state == "voting"
        rows = self.desk.work.session.define.standing if self.state == "voting" else ()
        picker.show([(c.id, self._row(c)) for c in rows])
        if picker.display:
            picker.focus()
        self.query_one("#ballot-head", Text).show(self._head())
        self.query_one("#ballot-words", Text).show(self._words())
        self.query_one("#ballot-keys", Text).show(self._keys())

    def _head(self) -> Content:
        work = self.desk.work
        person = work.partnership.person(self.person_id)
        if person is None:
            return plain(_("From paper, without a name"))
        name = plain(person.name, "bold")
        side = side_name(person.side, work.names[person.side])
        return joined(plain(_("For") + " "), name, "\n", side)

    def _words(self) -> str:
        if self.state == "hand_over":
            return _("Hand over the keyboard. Nobody else looks at the screen.")
        if self.state == "sealed":
            return _("Sealed. Thank you. Hand the keyboard back.")
        if not self.left:
            return _("All dots are placed.")
        return ngettext("{n} dot left.", "{n} dots left.", self.left).format(n=self.left)

    def _keys(self) -> str:
        if self.state == "hand_over":
            return _("enter begins · escape goes back")
        if self.state == "sealed":
            return _("enter goes on")
        return _("space places · − takes back · enter seals · escape leaves")

    def _row(self, candidate: Candidate) -> Content:
        define = self.desk.work.session.define
        n = self._placed.count(candidate.id)
        room = max(min(self.app.size.width, 76) - define.dots_each - 10, 16)
        also = ", ".join(flat(c.text) for c in define.merged_under(candidate.id))
        return joined(
            plain(DOT * n, "$accent"),
            plain("·" * (define.dots_each - n), "dim"),
            plain(f"  {shorten_middle(flat(candidate.text), room)}", "bold" if n else ""),
            plain(f"  = {also}" if also else "", "dim"),
        )

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """A click places a dot."""
        event.stop()
        self.action_dot(1)

    def action_dot(self, by: int) -> None:
        """Place a dot on the picked candidate, or take one back."""
        picked = self.query_one(PickList).picked
        if self.state != "voting" or picked is None:
            return
        if by > 0 and self.left:
            self._placed.append(picked)
        elif by < 0 and picked in self._placed:
            self._placed.remove(picked)
        self.show()

    def action_go(self) -> None:
        """On to the next state."""
        if self.state == "hand_over":
            self.state = "voting"
            self.show()
        elif self.state == "sealed":
            self.dismiss(True)
        else:
            self._seal()

    def _seal(self) -> None:
        refusal = self.desk.do(CastDots(tuple(self._placed), self.person_id))
        if refusal is not None:
            self.query_one("#refusal", Text).show(phrase(refusal.template, refusal.values))
            return
        self._placed = []
        if self.person_id is None:
            self.dismiss(True)
            return
        self.state = "sealed"
        self.show()

    def action_back(self) -> None:
        """Leave; of dots that were not sealed nothing is kept."""
        self.dismiss(self.state == "sealed")
