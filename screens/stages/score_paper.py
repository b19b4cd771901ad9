"""Answers from paper: the facilitator types a whole side in a grid, a form a column."""

from typing import ClassVar

from textual import events
from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.geometry import Region

from screens.desk import Desk
from screens.dialogs.confirm import ConfirmDialog
from screens.dialogs.park import park
from screens.frame import Frame
from screens.plain import Text, joined, plain
from screens.stages.score_answers import (
    Filled,
    Form,
    Slot,
    lost_reasons,
    new_form,
    slots_of,
)
from screens.stages.score_paper_forms import (
    BEGUN,
    COMPLETE,
    SEALED,
    Pile,
    columns_of,
    forms_of_side,
    label_of,
    state_of,
)
from screens.stages.score_typing import may_go_on, typed_mark
from screens.widgets.fields import Recorded, Typed
from screens.widgets.key_bar import KeyBar
from screens.widgets.mark_grid import MarkGrid
from screens.widgets.secret_input import SecretInput
from screens.widgets.sides import side_name
from sessionui.domain.intents.score import SealBallot
from sessionui.domain.sides import SIDES, SideKey, other
from sessionui.locale import N_, _, ngettext
from sessionui.text import clean, shorten_middle


class PaperScreen(Frame):
    """One side's forms. Marks are dots, because the projector shows this screen too."""

    TITLE_TEXT = N_("Answers from paper")
    HELP_TEXT = N_(
        "Type the marks of one form down its column: 1 to 9, 0 or 10 for a ten, n when it does "
        "not apply; the cursor goes on by itself. Enter on the last row seals the form. A reason "
        "is typed with tab. Marks and reasons show as dots; F2 shows them while you enter them, "
        "so take the projector off first. By side the forms have no name."
    )
    AUTO_FOCUS = "MarkGrid"
    CSS_PATH = "score_paper.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "seal", N_("Seal form"), id="paper.seal"),
        # At once, before the words behind it.
        Binding("tab,shift+tab", "reason", N_("Reasons"), id="paper.reason", priority=True),
        Binding("f2", "unmask", N_("Show, hide"), id="paper.unmask"),
        Binding("f4", "side", N_("Other side"), id="paper.side"),
        Binding("f9", "park", N_("Park a point"), id="paper.park", show=False),
        Binding("escape", "close", N_("Close"), id="paper.close"),
    ]

    def __init__(self, desk: Desk, side: SideKey) -> None:
        super().__init__()
        self.desk, self.side = desk, side
        self.unmasked = False
        self._blank: dict[SideKey, Form] = {}
        self._piles = {side: Pile() for side in SIDES}
        self._begun: tuple[str, Slot] | None = None
        self._went_on = False
        self._reason_of: tuple[Form, Slot] | None = None
        # What is typed in this grid can be read back; what a rater typed alone never.
        self._typed_here: set[tuple[str, Slot]] = set()

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Vertical(id="paper"):
            yield Text("", id="paper-head")
            yield Text("", id="paper-who")
            with VerticalScroll(id="paper-rows", can_focus=False):
                yield MarkGrid()
            with Horizontal(id="paper-reason"):
                yield Text("", id="paper-reason-of", classes="quiet")
                yield SecretInput("reason", record_on_leave=False)
            yield Text("", id="paper-warning")
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin."""
        self.show()

    # --- which forms

    def forms(self) -> list[Form]:
        """The forms of this side, a column each."""
        blank = self._blank.setdefault(self.side, new_form(self.side))
        return forms_of_side(self.desk, self.side, blank)

    @property
    def _grid(self) -> MarkGrid:
        return self.query_one(MarkGrid)

    def _form(self) -> Form | None:
        forms = self.forms()
        return forms[self._grid.column] if self._grid.column < len(forms) else None

    def _slot(self) -> Slot | None:
        slots = slots_of(self.desk.work)
        return None if self._grid.at_seal else slots[self._grid.row]

    # --- what is shown

    def show(self) -> None:
        """Show the grid as it is filled in."""
        work = self.desk.work
        slots = slots_of(work)
        columns = columns_of(self.desk, self.forms(), self._piles[self.side], self._readable)
        labels = [label_of(work, slot) for slot in slots]
        self._grid.show(labels, columns, _("enter seals"))
        head = joined(
            side_name(self.side, work.names[self.side], 34),
            " ",
            plain(_("about {side}").format(side=shorten_middle(work.names[other(self.side)], 34))),
        )
        self.query_one("#paper-head", Text).show(head)
        open_now = self.unmasked and bool(self._typed_here)
        warning = _("Marks can be read now: take the projector off.") if open_now else ""
        self.query_one("#paper-warning", Text).show(plain(warning, "$warning"))
        self._show_cell()

    def _readable(self, form: Form, slot: Slot) -> bool:
        return self.unmasked and (form.key, slot) in self._typed_here

    def on_resize(self, event: events.Resize) -> None:
        """The rows scroll when there are more than fit with what stands below them."""
        self.query_one("#paper-rows").styles.max_height = max(event.size.height - 8, 3)

    def _show_cell(self) -> None:
        """Whose column the cursor is in, and the reason of its cell."""
        rows = self.query_one("#paper-rows", VerticalScroll)
        rows.scroll_to_region(Region(0, self._grid.row, 1, 3), animate=False)
        work, form, slot = self.desk.work, self._form(), self._slot()
        reason = self.query_one(SecretInput)
        reason.disabled = form is None or slot is None
        if form is None:
            self.query_one("#paper-who", Text).show(_("Nobody of this side is expected to score."))
            return
        about = label_of(work, slot) if slot else ""
        self.query_one("#paper-reason-of", Text).show(
            _("reason, {indicator}").format(indicator=shorten_middle(about, 30)) if about else ""
        )
        answers = form.read(self.desk)
        sealed = slot is not None and form.reason_is_sealed(answers, slot)
        readable = slot is not None and self._readable(form, slot)
        reason.mask(sealed=sealed, readable=readable)
        if self.focused is not reason:
            reason.fill(answers.at(slot).reason if slot else "")
        pile = self._piles[self.side]
        name = work.person_name(form.rater_id) or _("form {n}, without a name").format(
            n=pile.number(form)
        )
        words = {SEALED: _("sealed"), COMPLETE: _("complete, not sealed"), BEGUN: _("not complete")}
        state = words.get(state_of(self.desk, form), _("empty"))
        who = joined(plain(name, "bold"), plain(f" · {state}", "dim"))
        said = joined(who, plain(f"  {pile.sealed_text()}".rstrip(), "$success"))
        line = self.query_one("#paper-who", Text)
        line.show(said if said.cell_length <= line.size.width else who)

    # --- filling in

    def _put(self, form: Form, slot: Slot, filled: Filled) -> None:
        if not self.desk.work.session.locked:
            self._typed_here.add((form.key, slot))
            form.keep(self.desk, form.read(self.desk).put(slot, filled))

    def _step(self, rows: int, columns: int = 0, *, by_itself: bool = False) -> None:
        """Move the cursor; in another cell a mark begins anew."""
        self._grid.step(rows, columns)
        self._begun, self._went_on = None, by_itself

    def on_mark_grid_wanted(self, message: MarkGrid.Wanted) -> None:
        """Move the cursor where it shall go."""
        message.stop()
        if message.at is not None:
            self._grid.go(*message.at)
        self._step(message.rows, message.columns)
        self._show_cell()

    def on_mark_grid_entered(self, message: MarkGrid.Entered) -> None:
        """One down; on the last row, seal."""
        message.stop()
        if self._grid.at_seal:
            self.action_seal()
            return
        self._step(1)
        self._show_cell()

    def on_mark_grid_pressed(self, message: MarkGrid.Pressed) -> None:
        """A key of a mark; one that can't belong to the mark in this cell goes to the next."""
        message.stop()
        self._press(message.char)
        self.show()

    def _press(self, char: str) -> None:
        form, slot = self._form(), self._slot()
        if form is None or slot is None:
            return
        filled = form.read(self.desk).at(slot)
        if not char:
            self._put(form, slot, Filled("", filled.reason))
            return
        halves = self.desk.work.session.rules.half_marks
        begun = self._begun == (form.key, slot)
        typed = typed_mark(filled.typed if begun else "", char, halves=halves)
        if begun and not typed.startswith(filled.typed):
            self._step(1)
            self._press(char)
            return
        if not typed:
            return
        self._put(form, slot, Filled(typed, filled.reason))
        self._begun = (form.key, slot)
        if not may_go_on(typed, halves=halves):
            self._step(1, by_itself=True)

    def on_typed(self, message: Typed) -> None:
        """Keep the reason with every key."""
        message.stop()
        if self._reason_of is not None:
            form, slot = self._reason_of
            typed = form.read(self.desk).at(slot).typed
            self._put(form, slot, Filled(typed, clean(message.text)))

    def on_recorded(self, message: Recorded) -> None:
        """Enter in the reason goes back to the grid, one row down."""
        message.stop()
        if message.entered:
            self.set_focus(self._grid)
            self._step(1)
            self._show_cell()

    # --- keys

    def on_secret_input_left(self, message: SecretInput.Left) -> None:
        """Escape in the reason goes back to the grid."""
        message.stop()
        self.set_focus(self._grid)

    def action_reason(self) -> None:
        """To the reason of the mark that was typed last, else of this cell; and back."""
        reason = self.query_one(SecretInput)
        if self.focused is reason:
            self.set_focus(self._grid)
            return
        if self._went_on:
            self._step(-1)
            self._show_cell()
        form, slot = self._form(), self._slot()
        if form is not None and slot is not None:
            self._reason_of = (form, slot)
            self.set_focus(reason)

    def action_unmask(self) -> None:
        """Show what is typed, or dots again."""
        self.unmasked = not self.unmasked
        self.show()

    def action_side(self) -> None:
        """The forms of the other side."""
        self.side = other(self.side)
        self._grid.go(0, 0)
        self._step(0)
        self.show()

    @worker
    async def action_park(self) -> None:
        """Park a point that comes up meanwhile."""
        await park(self, self.desk)

    @worker
    async def action_seal(self) -> None:
        """Seal this form; one that is not complete asks first."""
        form = self._form()
        if form is None or self.desk.draft(form.key) is None:
            return
        missing = form.read(self.desk).missing(slots_of(self.desk.work))
        if missing:
            question = ngettext(
                "{n} mark is left open. Seal the form?",
                "{n} marks are left open. Seal the form?",
                len(missing),
            ).format(n=len(missing))
            lost = lost_reasons(self.desk.work, form.read(self.desk))
            if not await self.app.push_screen_wait(ConfirmDialog(question, lost)):
                return
        if self._seal(form):
            self._grid.go(0, self._grid.column + bool(form.rater_id))
            self._step(0)
            self.show()

    def _seal(self, form: Form) -> bool:
        answers = form.read(self.desk).sealed(slots_of(self.desk.work))
        ballot = SealBallot(form.side, answers, form.rater_id)
        if not self.say(self.desk.do(ballot, forget=form.key)):
            return False
        if self._blank.get(form.side) == form:
            del self._blank[form.side]
        self._piles[form.side].sealed += not form.rater_id
        self.show()
        return True

    @worker
    async def action_close(self) -> None:
        """Close; complete forms are sealed if the facilitator says so, the others kept."""
        complete = [f for f in self.forms() if state_of(self.desk, f) == COMPLETE]
        if complete and not self.desk.work.session.locked:
            question = ngettext(
                "{n} complete form is not sealed. Seal it?",
                "{n} complete forms are not sealed. Seal them?",
                len(complete),
            ).format(n=len(complete))
            if await self.app.push_screen_wait(ConfirmDialog(question)):
                for form in complete:
                    self._seal(form)
        self.dismiss()
