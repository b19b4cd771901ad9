"""One list: everybody's words at once, near-duplicates pointed out and merged."""

from typing import ClassVar

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget

from screens.desk import Desk
from screens.dialogs.choose import ChooseDialog
from screens.dialogs.form import Field, FormDialog, Values
from screens.dialogs.library import LibraryDialog
from screens.dialogs.reword import reword_form
from screens.plain import Text, joined, plain
from screens.stages.define_pairs import Pair, Pairs
from screens.stages.panes import Pane, pane_key
from screens.widgets.candidate_rows import candidate_in_full, candidate_line
from screens.widgets.pick_list import PickList, Row
from screens.widgets.sides import side_name
from sessionui.domain.intents.define import (
    AddCandidate,
    MergeCandidates,
    ShowCandidates,
    SplitCandidate,
    WithdrawCandidate,
)
from sessionui.domain.session import Candidate, Define
from sessionui.domain.sides import SIDES
from sessionui.domain.similar import alikeness
from sessionui.domain.wording import Sentence
from sessionui.domain.work import Work
from sessionui.locale import N_, _, ngettext
from sessionui.text import cell_width

WITHDRAWN = "place/withdrawn"


class OneList(Pane):
    """The list, what stands in full below it, and one pair at a time that may mean the same."""

    NAME = "list"
    TITLE = N_("One list")
    KEYS: ClassVar[tuple[Binding, ...]] = (
        pane_key("list", "space", "reveal", N_("Show both lists")),
        pane_key("list", "p", "pair", N_("This pair")),
        pane_key("list", "m", "merge", N_("Merge")),
        pane_key("list", "x", "split", N_("Split")),
        pane_key("list", "e", "change", N_("Reword")),
        pane_key("list", "delete,backspace", "withdraw", N_("Off or on")),
        pane_key("list", "a", "add", N_("Add"), show=False),
        pane_key("list", "l", "library", N_("Library"), show=False),
        pane_key("list", "w", "withdrawn", N_("Those taken off"), show=False),
        pane_key("list", "h", "hide", N_("Hide both lists again"), show=False),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.pairs = Pairs(desk)

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield Text("", id="list-face")
        yield PickList(id="candidates")
        yield Text("", id="candidate-card")
        yield Text("", id="pair")

    def count(self, work: Work) -> str:
        """How many stand on the list, once it is shown."""
        define = work.session.define
        return str(len(define.standing) or "") if define.shown else ""

    # --- showing

    def show(self, work: Work) -> None:
        """See ``Pane``."""
        define = work.session.define
        rows = self._rows(define) if define.shown else []
        face = self.query_one("#list-face", Text)
        face.display = not rows
        face.show(self._face(work))
        picker = self.query_one(PickList)
        picker.display = bool(rows)
        picker.show(rows)
        self._show_card()
        self._show_pair(define)

    def _face(self, work: Work) -> Content:
        define = work.session.define
        if define.shown:
            return plain(_("The list is empty: press a to add, or l for the library."))
        counts = []
        for side in SIDES:
            n = sum(c.side == side for c in define.standing)
            count = ngettext("{n} written", "{n} written", n).format(n=n)
            counts.append(joined(side_name(side, work.names[side]), plain(f"  {count}")))
        words = _("Both lists are still hidden. Space shows them at the same moment.")
        return joined(Content("\n").join(counts), plain(f"\n\n{words}"))

    def _rows(self, define: Define) -> list[Row]:
        alike = {c.id for pair in self.pairs.of(define) for c in pair}
        room = self.room - 8
        rows: list[Row] = []
        for candidate in define.standing:
            mark = plain("  ≈", "$accent") if candidate.id in alike else plain("")
            rows.append((candidate.id, joined(candidate_line(candidate, width=room), mark)))
            rows += [
                (under.id, joined(plain("   = ", "dim"), candidate_line(under, "dim", room)))
                for under in define.merged_under(candidate.id)
            ]
        if self.desk.draft(WITHDRAWN) == "1":
            rows += [
                (c.id, joined(plain("– ", "dim"), candidate_line(c, "dim strike", room)))
                for c in define.candidates
                if c.withdrawn
            ]
        return rows

    def _show_card(self) -> None:
        candidate = self._picked()
        define = self.desk.work.session.define
        card = self.query_one("#candidate-card", Text)
        # A short one says nothing more than its line does.
        card.display = candidate is not None and (
            cell_width(candidate.text) > self.room - 10 or bool(define.merged_under(candidate.id))
        )
        if candidate is not None:
            card.show(candidate_in_full(define, candidate))

    def _show_pair(self, define: Define) -> None:
        pairs = self.pairs.of(define)
        text = self.query_one("#pair", Text)
        text.display = bool(pairs)
        if not pairs:
            return
        one, two = pairs[0]
        words = ngettext(
            "Do these mean the same? p decides.",
            "Do these mean the same? p decides. ({n} pairs)",
            len(pairs),
        ).format(n=len(pairs))
        text.show(
            joined(
                plain(f"≈ {words}\n", "$accent"),
                candidate_line(one, "bold", self.room),
                "\n",
                candidate_line(two, "bold", self.room),
            )
        )

    # --- keys

    def can(self, do: str) -> bool | None:
        """See ``Pane``."""
        define = self.desk.work.session.define
        picked = self._picked()
        match do:
            case "reveal":
                return self.open_to_change() if not define.shown else False
            case "hide" | "add" | "library":
                possible = define.shown
            case "withdrawn":
                return define.shown and any(c.withdrawn for c in define.candidates)
            case "pair":
                possible = bool(self.pairs.of(define))
            case "split":
                possible = picked is not None and picked.merged_into is not None
            case "merge":
                possible = picked in define.standing and len(define.standing) > 1
            case _:
                possible = picked is not None
        return self.open_to_change() if possible else False

    def home(self) -> Widget | None:
        """See ``Pane``."""
        picker = self.query_one(PickList)
        return picker if picker.display else None

    def _picked(self) -> Candidate | None:
        picked = self.query_one(PickList).picked
        define = self.desk.work.session.define
        return define.candidate(picked) if picked and define.shown else None

    def on_option_list_option_highlighted(self, event: PickList.OptionHighlighted) -> None:
        """Show it in full."""
        event.stop()
        self._show_card()
        self.refresh_keys()

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Enter or a click rewords it."""
        event.stop()
        self.do_change()

    def do_reveal(self) -> None:
        """Both lists at the same moment."""
        if self.do(ShowCandidates()):
            self.query_one(PickList).focus()

    def do_hide(self) -> None:
        """Hide both lists again, to write on."""
        self.do(ShowCandidates(shown=False))

    def do_withdrawn(self) -> None:
        """Show or hide what was taken off the list."""
        shown = self.desk.draft(WITHDRAWN) == "1"
        self.desk.keep_draft(WITHDRAWN, None if shown else "1")
        self.stage.show()

    def do_withdraw(self) -> None:
        """Take it off the list, or put it back."""
        if candidate := self._picked():
            self.do(WithdrawCandidate(candidate.id, withdrawn=not candidate.withdrawn))

    def do_split(self) -> None:
        """Take it apart again from what it was merged into."""
        if candidate := self._picked():
            self.do(SplitCandidate(candidate.id))

    @worker
    async def do_library(self) -> None:
        """Add common indicators."""
        await self.app.push_screen_wait(LibraryDialog(self.desk, None))

    @worker
    async def do_change(self) -> None:
        """Word it otherwise."""
        candidate = self._picked()
        if candidate and self.open_to_change():
            await self.app.push_screen_wait(reword_form(self.desk, candidate))

    @worker
    async def do_add(self) -> None:
        """Something that nobody wrote."""

        def submit(values: Values) -> Sentence | None:
            return self.desk.do(AddCandidate(None, str(values["text"])))

        form = FormDialog(
            self.desk,
            "candidate",
            _("Add to the list"),
            [Field("text", _("In a word or two"))],
            submit,
        )
        await self.app.push_screen_wait(form)

    def reopen(self, form: str) -> None:
        """See ``Pane``."""
        if not self.desk.work.session.define.shown:
            return
        if form == "candidate":
            self.do_add()
        elif form.startswith("reword/"):
            self.query_one(PickList).pick(form.removeprefix("reword/"))
            self.do_change()

    @worker
    async def do_pair(self) -> None:
        """Decide on the pair that is pointed out."""
        pairs = self.pairs.of(self.desk.work.session.define)
        if pairs:
            await self._decide(pairs[0], apart=True)

    @worker
    async def do_merge(self) -> None:
        """Merge the picked one with another, most alike first."""
        one = self._picked()
        if one is None:
            return
        rest = [c for c in self.desk.work.session.define.standing if c.id != one.id]
        rest.sort(key=lambda c: -alikeness(one.text, c.text))
        rows: list[Row] = [(c.id, candidate_line(c, width=60)) for c in rest]
        title = _("What does it mean the same as?")
        chosen = await self.app.push_screen_wait(ChooseDialog(title, rows, one.text))
        two = next((c for c in rest if c.id == chosen), None)
        if two is not None:
            await self._decide((one, two), apart=False)

    async def _decide(self, pair: Pair, *, apart: bool) -> None:
        rows: list[Row] = [(kept.id, candidate_line(kept, "bold", 60)) for kept in pair]
        if apart:
            rows.append(("", plain(_("They differ: keep both"))))
        title = _("Which words stay? The other is kept under it.")
        kept = await self.app.push_screen_wait(ChooseDialog(title, rows))
        if kept is None:
            return
        if kept == "":
            self.pairs.keep_apart(pair)
            self.stage.show()
            return
        gone = next(c for c in pair if c.id != kept)
        if self.do(MergeCandidates(kept, gone.id)):
            self.query_one(PickList).pick(kept)
