"""The questionnaire: one rater at the keyboard, marks as dots, sealed at the end."""

import asyncio
from typing import ClassVar

from textual import events
from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message

from screens.desk import Desk
from screens.dialogs.confirm import ConfirmDialog
from screens.dialogs.form import OPEN
from screens.frame import Frame
from screens.plain import Text, joined, plain
from screens.stages.score_answers import (
    Answers,
    Filled,
    Form,
    begun_anew,
    lost_reasons,
    new_code,
    slots_of,
)
from screens.stages.score_rows import OWN, Row, slot_of
from screens.stages.score_typing import typed_mark
from screens.widgets.clamped import Clamped
from screens.widgets.fields import Recorded, Typed
from screens.widgets.key_bar import KeyBar
from screens.widgets.mark_cell import MarkCell
from screens.widgets.secret_input import SecretInput
from screens.widgets.sides import side_name
from sessionui.domain.intents.score import SealBallot
from sessionui.domain.sides import other
from sessionui.domain.wording import N_, Sentence
from sessionui.domain.work import Work
from sessionui.locale import _, fmt_list
from sessionui.text import clean, shorten_middle

TAKEN_BACK = N_(
    "These answers were taken back on a phone and count no more. The form now holds only what was "
    "typed here since; seal again to hand in that."
)
_AROUND = 13
"""Rows of a form beside those of its indicators, with two lines of how to fill it in."""


class QuestionnaireScreen(Frame):
    """Closed by sealing or for now.

    ``sealed``: whether it was; ``on_disk``: whether that is safe; ``code``: the receipt, by side.
    """

    TITLE_TEXT = N_("Your answers")
    HELP_TEXT = N_(
        "Give the other side a mark from 1 to 10 on each indicator, for what you saw since last "
        "time: type 1 to 9, 0 for a ten, n when it does not apply. Marks show as dots, and your "
        "reasons too unless you press F2. Type a mark again to change it, backspace clears it. "
        "Nobody sees anything of it before the reveal, and what you leave open is not filled in "
        "for you. Sealing asks first; stopping keeps what you filled in."
    )
    AUTO_FOCUS = "MarkCell"
    CSS_PATH = "score_form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "seal", N_("Seal"), id="form.seal"),
        Binding("f2", "words", N_("Show my words"), id="form.words"),
        Binding("escape", "stop", N_("Stop for now"), id="form.stop"),
        # At once, before the keys behind them: else the next mark overwrites the one before.
        Binding("enter", "next", N_("Next row"), id="form.next", show=False, priority=True),
        Binding("down", "row(1)", N_("Row down"), id="form.down", show=False, priority=True),
        Binding("up", "row(-1)", N_("Row up"), id="form.up", show=False, priority=True),
        Binding("tab", "app.focus_next", id="form.tab", show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", id="form.back", show=False, priority=True),
        Binding("right", "app.focus_next", N_("To the right"), id="form.right", show=False),
        Binding("left", "app.focus_previous", N_("To the left"), id="form.left", show=False),
    ]

    class SealAsked(Message):
        """The rater wants to seal; sent on by the field, behind what was typed in it."""

    def __init__(self, desk: Desk, form: Form) -> None:
        super().__init__()
        self.desk, self.form = desk, form
        self.words_shown = False
        self.sealed, self.on_disk, self.code = False, False, ""
        self._answers = form.read(desk)
        self._here = ""
        self._before = Filled()

    # --- what is shown

    def compose(self) -> ComposeResult:
        """See Textual."""
        work = self.desk.work
        own = work.session.rules.self_estimate
        with Vertical(id="form"):
            yield Text(self._head(work), id="form-head")
            yield Text(self._how(work), id="form-how")
            with Horizontal(id="columns", classes="row"):
                yield Text("", classes="row-name")
                yield Text(_("mark"), id="about-other")
                if own:
                    yield Text(_("own"), id="about-own")
                yield Text(_("reason"), id="about-reason")
            with VerticalScroll(id="rows", can_focus=False):
                for item in work.items:
                    name = work.indicator_name(item.indicator_id)
                    yield Row(item.indicator_id, name, with_own=own)
            yield Clamped(3, id="form-meaning")
            yield Clamped(1, id="form-count")
        yield KeyBar()

    def _head(self, work: Work) -> Content:
        receiver = other(self.form.side)
        return joined(
            plain(_("Your marks for") + " ", "bold"),
            side_name(receiver, work.names[receiver], 50),
        )

    @property
    def _says_how_to_walk(self) -> bool:
        return len(self.desk.work.items) + _AROUND <= self.app.size.height

    def _how(self, work: Work) -> Content:
        half = f" · {_('7, is seven and a half')}" if work.session.rules.half_marks else ""
        keys = _("1–9, 0 is a ten · n not applicable · backspace clears · letters: the reason")
        if not self._says_how_to_walk:
            return plain(f"{keys}{half}", "dim")  # every indicator in sight comes first
        walk = _("enter or ↓ next indicator · tab or → own mark, reason")
        if not work.session.rules.self_estimate:
            walk = _("enter or ↓ next indicator · tab or → the reason")
        return plain(f"{keys}{half}\n{walk}", "dim")

    def on_mount(self) -> None:
        """Begin; if the program ends here, it goes on here."""
        self.desk.keep_draft(OPEN, f"answers/{self.form.key}")
        self.show()

    def _renew(self) -> bool:
        """Take in what the rater's phone may have answered meanwhile; false if it took it back."""
        before = self.form
        self.form = before.renewed(self.desk.work)
        emptied = self.form.was_emptied(before)
        if emptied:
            self.form = begun_anew(self.desk, self.form, before)
            self.desk.keep_draft(OPEN, f"answers/{self.form.key}")
            self.say(Sentence(TAKEN_BACK))
        self._answers = self.form.read(self.desk)
        return not emptied

    def show(self) -> None:
        """Show what is filled in."""
        self._renew()
        for row in self.query(Row):
            row.show(self.form, self._answers, words_shown=self.words_shown)
        slots = slots_of(self.desk.work)
        done = len(slots) - len(self._answers.missing(slots))
        text = _("{n} of {total} filled in · ctrl+s seals your answers").format(
            n=done, total=len(slots)
        )
        self.query_one("#form-count", Clamped).show(plain(text, "dim"))
        self._show_meaning()

    def on_resize(self, event: events.Resize) -> None:
        """The rows scroll when there are more than fit with what stands below them."""
        around = _AROUND if self._says_how_to_walk else _AROUND - 1
        self.query_one("#rows").styles.max_height = max(event.size.height - around, 3)

    def _show_meaning(self) -> None:
        work = self.desk.work
        item = next((i for i in work.items if i.indicator_id == self._here), None)
        indicator = work.partnership.indicator(self._here)
        if item is None or indicator is None:
            return
        meaning = indicator.revision(item.revision).meaning
        anchors = ((4, meaning.at_4), (6, meaning.at_6), (8, meaning.at_8))
        parts = [meaning.text.strip() or indicator.name]
        parts += [f"{mark}: {text.strip()}" for mark, text in anchors if text.strip()]
        self.query_one("#form-meaning", Clamped).show(plain(" · ".join(parts)))

    def on_row_entered(self, message: Row.Entered) -> None:
        """The meaning of the indicator that the rater is on stands below."""
        self._here = message.indicator_id
        words = _("reason for the own mark") if message.own else _("reason")
        self.query_one("#about-reason", Text).show(words)
        self._show_meaning()

    # --- filling in

    def _at(self, place: tuple[str, bool]) -> Filled:
        self._renew()
        return self._answers.at(place)

    def _put(self, place: tuple[str, bool], filled: Filled) -> None:
        self._answers = self._answers.put(place, filled)
        self.form.keep(self.desk, self._answers)

    def on_mark_cell_pressed(self, message: MarkCell.Pressed) -> None:
        """A key of a mark; the first one after coming into a cell begins anew."""
        message.stop()
        cell = message.cell
        filled = self._at(cell.place)
        self._before = filled
        so_far = "" if message.first else filled.typed
        halves = self.desk.work.session.rules.half_marks
        typed = typed_mark(so_far, message.char, halves=halves) if message.char else ""
        self._put(
            cell.place, Filled(typed or (filled.typed if message.char else ""), filled.reason)
        )
        self.show()

    def on_mark_cell_worded(self, message: MarkCell.Worded) -> None:
        """An n that was the first letter of a reason was no answer."""
        message.stop()
        place = message.cell.place
        if message.taken_back:
            self._put(place, Filled(self._before.typed, self._at(place).reason))
            self.show()

    def on_typed(self, message: Typed) -> None:
        """Keep the reason with every key."""
        message.stop()
        place = slot_of(message.key)
        self._put(place, Filled(self._at(place).typed, clean(message.text)))

    def on_recorded(self, message: Recorded) -> None:
        """Enter in a reason goes to the next row."""
        message.stop()
        if message.entered:
            self.action_next()

    # --- keys

    def _move(self, by: int) -> bool:
        rows = list(self.query(Row))
        focused = self.focused
        here = next((n for n, r in enumerate(rows) if focused in r.children), None)
        if here is None or focused is None or not 0 <= here + by < len(rows):
            return False
        column = list(rows[here].children).index(focused)
        there = rows[here + by]
        if isinstance(focused, SecretInput):
            self.set_focus(there.reason_of(own=focused.key.endswith(OWN)))
        else:
            self.set_focus(there.children[column])
        return True

    def action_row(self, by: int) -> None:
        """The same column of the row above or below."""
        self._move(by)

    def action_next(self) -> None:
        """The mark of the next row; after the last one, seal."""
        rows = list(self.query(Row))
        here = next((n for n, r in enumerate(rows) if self.focused in r.children), -1)
        if here + 1 < len(rows):
            self.set_focus(rows[here + 1].cell)
        else:
            self.action_seal()

    def action_words(self) -> None:
        """Show the reasons to the rater, or hide them. Marks are never shown."""
        self.words_shown = not self.words_shown
        self.show()

    def action_stop(self) -> None:
        """Stop for now; what is filled in is kept."""
        self._leave()

    def action_seal(self) -> None:
        """Ask and seal, once all marks and words that were typed before have come in."""
        last = self.focused or self
        last.call_later(last.call_later, last.post_message, self.SealAsked())

    def on_questionnaire_screen_seal_asked(self, message: SealAsked) -> None:
        """Everything typed has come in."""
        message.stop()
        self._seal()

    @worker
    async def _seal(self) -> None:
        """Ask with what is open, then seal."""
        if not self._renew():
            self.show()
            return
        if not await self.app.push_screen_wait(
            ConfirmDialog(_("Seal your answers?"), self._open())
        ):
            return
        if not self._renew():
            self.show()
            return
        rules = self.desk.work.session.rules
        code = (self.form.code or new_code()) if rules.secrecy == "side" else ""
        answers = self._answers.sealed(slots_of(self.desk.work))
        ballot = SealBallot(self.form.side, answers, self.form.rater_id, code)
        if self.say(self.desk.do(ballot, forget=self.form.key)):
            # Thanks are said when nothing can undo it any more.
            self.on_disk = await asyncio.to_thread(self.desk.settle)
            self.sealed, self.code = True, code
            self._leave()

    def _open(self) -> str:
        work = self.desk.work
        missing = self._answers.missing(slots_of(work))
        if not missing:
            return _("Everything is filled in.")
        names = [shorten_middle(work.indicator_name(i), 40) for i, own in missing if not own]
        own = [shorten_middle(work.indicator_name(i), 40) for i, own in missing if own]
        lines = [_("Left open: {names}.").format(names=fmt_list(names))] if names else []
        if own:
            lines.append(_("Left open for your own side: {names}.").format(names=fmt_list(own)))
        lines.append(_("What is left open stays open; it does not count as a mark."))
        lines.append(lost_reasons(work, self._answers))
        return "\n".join(filter(None, lines))

    def _leave(self) -> None:
        self.desk.keep_draft(OPEN, None)
        self._answers = Answers()
        self.dismiss()
