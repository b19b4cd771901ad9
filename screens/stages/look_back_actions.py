"""The open actions of earlier sessions, one after the other, each with what became of it."""

from datetime import date
from functools import cached_property
from typing import ClassVar

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widget import Widget

from screens.dialogs.choose import ChooseDialog
from screens.dialogs.form import Field, FormDialog, Values
from screens.dialogs.notes import NotesDialog
from screens.plain import Text, joined, plain
from screens.stages.look_back_words import (
    action_facts,
    action_line,
    adoption_text,
    has_past,
    outcome_text,
)
from screens.stages.panes import Pane, pane_key
from screens.widgets.fields import RecordArea
from screens.widgets.pick_list import PickList, Row
from sessionui.domain.agreements import Action
from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.look_back import AdoptPrevious, ClearOutcome, RecordOutcome
from sessionui.domain.looking_back import last_word, late_by, to_look_back_on
from sessionui.domain.minutes.content import printed
from sessionui.domain.session import MinutesRef
from sessionui.domain.terms import Outcome
from sessionui.domain.wording import Sentence
from sessionui.domain.work import Work
from sessionui.locale import N_, _, fmt_date

WIDEST = 120
"""Cells of the longest line: further on the eye loses it."""

_ADOPTED: dict[str, bool | None] = {"yes": True, "no": False, "open": None}


class EarlierActions(Pane):
    """A list of the actions, and below it the one that the room is on."""

    NAME = "earlier"
    TITLE = N_("Actions")
    KEYS: ClassVar[tuple[Binding, ...]] = (
        pane_key("earlier", "d", "done", N_("Done")),
        pane_key("earlier", "p", "postpone", N_("Postpone")),
        pane_key("earlier", "x", "drop", N_("Drop")),
        pane_key("earlier", "n", "not_yet", N_("Not yet")),
        pane_key("earlier", "delete,backspace", "clear", N_("Take back"), show=False),
        pane_key("earlier", "e", "note", N_("What it brought"), show=False),
        pane_key("earlier", "m", "adopt", N_("Minutes of last time"), show=False),
    )

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield Text("", id="adoption")
        yield Text("", id="nothing-open")
        yield PickList(id="earlier-actions")
        with VerticalScroll(id="action-card", can_focus=False):
            yield Text("", id="action-what", classes="heading")
            yield Text("", id="action-facts")
            yield Text("", id="action-outcome")
            yield RecordArea("earlier/note", id="action-note")

    def count(self, work: Work) -> str:
        """How many have been looked at."""
        actions = to_look_back_on(work)
        looked = sum(last_word(work, a) is not None for a in actions)
        return _("{n} of {total}").format(n=looked, total=len(actions)) if actions else ""

    def can(self, do: str) -> bool | None:
        """See ``Pane``."""
        if do == "adopt":
            return self.open_to_change() if has_past(self.desk.work) else False
        action = self._picked()
        if action is None:
            return False
        if do in ("note", "clear") and action.event_in(self.desk.work.session.id) is None:
            return None
        return self.open_to_change()

    def home(self) -> Widget | None:
        """See ``Pane``."""
        picker = self.query_one(PickList)
        return picker if picker.display else None

    # --- showing

    def show(self, work: Work) -> None:
        """See ``Pane``."""
        actions = to_look_back_on(work)
        adoption = self.query_one("#adoption", Text)
        adoption.display = has_past(work)
        of = work.session.adoption.of
        adoption.show(adoption_text(work, self._on_record if of else None))
        nothing = self.query_one("#nothing-open", Text)
        nothing.display = not actions
        nothing.show(self._face(work))
        picker = self.query_one(PickList)
        picker.display = self.query_one("#action-card").display = bool(actions)
        day = late_by(work, self.desk.today())
        picker.show(
            [(str(a.number), action_line(work, a, min(self.room, WIDEST), day)) for a in actions]
        )
        self._show_card(work)

    @cached_property
    def _on_record(self) -> MinutesRef | None:
        """The version in force of the minutes of last time; it stays while this session is open."""
        return self.desk.previous_minutes()

    def _face(self, work: Work) -> str:
        if has_past(work):
            text = _("No actions are open from earlier sessions. Well done.")
        else:
            text = _("This is your first session together: no actions to look back on.")
        return f"{text}\n\n{_('Press 2 for the hard figures, 3 for what is going on.')}"

    def _show_card(self, work: Work) -> None:
        action = self._picked()
        if action is None:
            return
        self.query_one("#action-what", Text).show(
            joined(plain(f"{action.number}  ", "$accent"), action.text)
        )
        facts = action_facts(work, action, late_by(work, self.desk.today()))
        self.query_one("#action-facts", Text).show(facts)
        event = action.event_in(work.session.id)
        self.query_one("#action-outcome", Text).show(outcome_text(work, action))
        self.query_one(RecordArea).display = event is not None
        self._turn_note_to(action, event.note if event else "")

    def _turn_note_to(self, action: Action, recorded: str) -> None:
        note = self.query_one(RecordArea)
        key = f"earlier/note/{action.number}"
        if note.key != key:
            self.stage.flush()
            note.key = key
        note.show(recorded, self.desk.draft(key))

    def on_option_list_option_highlighted(self, event: PickList.OptionHighlighted) -> None:
        """Show the action that the room is on."""
        event.stop()
        self._show_card(self.desk.work)
        self.refresh_keys()

    # --- keys

    @property
    def place(self) -> int | None:
        """The place of the action that the room is on."""
        action = self._picked()
        return to_look_back_on(self.desk.work).index(action) if action else None

    def _picked(self) -> Action | None:
        picked = self.query_one(PickList).picked
        number = int(picked) if picked else None
        return next((a for a in to_look_back_on(self.desk.work) if a.number == number), None)

    @worker
    async def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Enter or a click offers all outcomes."""
        event.stop()
        action = self._picked()
        if action is None or not self.open_to_change():
            return
        rows: list[Row] = [
            ("done", plain(_("Done"))),
            ("postpone", plain(_("Postpone"))),
            ("drop", plain(_("Drop"))),
            ("not_yet", plain(_("Not yet"))),
        ]
        if action.event_in(self.desk.work.session.id):
            rows += [("note", plain(_("What it brought"))), ("clear", plain(_("Take back")))]
        title = _("What became of action {number}?").format(number=action.number)
        if do := await self.app.push_screen_wait(ChooseDialog(title, rows)):
            getattr(self, f"do_{do}")()

    def do_done(self) -> None:
        """It was done."""
        self._outcome("done")

    def do_drop(self) -> None:
        """It is not needed any more."""
        self._outcome("dropped")

    def do_not_yet(self) -> None:
        """It stays open as it was agreed."""
        self._outcome("reopened")

    def _outcome(self, outcome: Outcome) -> None:
        action = self._picked()
        if action is None:
            return
        event = action.event_in(self.desk.work.session.id)
        if self.do(RecordOutcome(action.number, outcome, event.note if event else "")):
            self.do_note()

    def do_note(self) -> None:
        """Write down what it brought."""
        self.query_one(RecordArea).focus()

    def do_clear(self) -> None:
        """Take back what was said of it."""
        if action := self._picked():
            self.do(ClearOutcome(action.number))

    @worker
    async def do_postpone(self) -> None:
        """It gets another date."""
        action = self._picked()
        if action is None:
            return
        event = action.event_in(self.desk.work.session.id)
        number = action.number

        def submit(values: Values) -> Sentence | None:
            due = values["due"]
            return self.desk.do(
                RecordOutcome(
                    number,
                    "postponed",
                    str(values["note"]),
                    due if isinstance(due, date) else None,
                )
            )

        fields = [
            Field("due", _("New date"), "date", str(event.due) if event and event.due else ""),
            Field("note", _("Why, and what is needed"), "line", event.note if event else ""),
        ]
        title = _("Postpone action {number}").format(number=number)
        form = FormDialog(self.desk, f"postpone/{number}", title, fields, submit)
        if await self.app.push_screen_wait(form):
            self._next()

    def reopen(self, form: str) -> None:
        """See ``Pane``."""
        name, _slash, number = form.partition("/")
        if name == "adopt":
            self._ask_remarks()
        if name == "postpone":
            self.query_one(PickList).pick(number)
            self.do_postpone()

    @worker
    async def do_adopt(self) -> None:
        """Record whether the minutes of last time are adopted."""
        rows: list[Row] = [
            ("yes", plain(_("Adopted"))),
            ("no", plain(_("Not adopted"))),
            ("open", plain(_("Not decided yet"))),
            ("remarks", plain(_("Remarks on them"))),
        ]
        adopted = self.desk.work.session.adopted_previous
        picked = next(key for key, value in _ADOPTED.items() if value is adopted)
        title = _("Are the minutes of last time adopted?")
        previous = self._on_record
        which = ""
        if previous is not None:
            which = _("Confirmed on record: {day}, version {n} {hash}").format(
                day=fmt_date(previous.date, "long"),
                n=previous.edition,
                hash=printed(previous.content_hash),
            )
        chosen = await self.app.push_screen_wait(ChooseDialog(title, rows, which, picked=picked))
        if chosen == "remarks":
            self._ask_remarks()
        elif chosen:
            remarks = self.desk.work.session.adoption.remarks
            self.do(AdoptPrevious(_ADOPTED[chosen], previous, remarks))

    @worker
    async def _ask_remarks(self) -> None:
        session = self.desk.work.session
        # The remarks are on what was adopted, also when a later version was confirmed since.
        of = session.adoption.of or self._on_record

        def meaning(text: str) -> AdoptPrevious:
            return AdoptPrevious(session.adopted_previous, of, text)

        title = _("Remarks on the minutes of last time (may stay empty)")
        recorded = session.adoption.remarks
        await self.app.push_screen_wait(NotesDialog(self.desk, "adopt", title, recorded, meaning))

    def record(self, key: str, text: str, *, entered: bool) -> Intent | None:
        """What an action brought."""
        number = int(key.rpartition("/")[2])
        action = self.desk.work.partnership.action(number)
        event = action.event_in(self.desk.work.session.id) if action else None
        if event is None:
            return None
        return RecordOutcome(number, event.outcome, text, event.due)

    def come_home(self) -> bool:
        """See ``Pane``: a note that was left is done with, so go on to the next action."""
        came = super().come_home()
        if came:
            self._next()
        return came

    def _next(self) -> None:
        """Go on to the next action that was not looked at yet."""
        actions = to_look_back_on(self.desk.work)
        here = self._picked()
        place = actions.index(here) + 1 if here in actions else 0
        for action in (*actions[place:], *actions[:place]):
            if last_word(self.desk.work, action) is None:
                self.query_one(PickList).pick(str(action.number))
                return
