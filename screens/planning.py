"""Planning a session: kind, date, place, who is expected, how scores are shown, the stages.

Every choice and every key is kept as a draft at once; escape closes the form and keeps them.
"""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from screens.frame import Frame
from screens.plain import Text, plain
from screens.planning_draft import PlanDraft, draft_from, first_draft
from screens.planning_form import LINES, PlanningForm
from screens.shelf import Shelf
from screens.widgets.ends import EndsLine
from screens.widgets.fields import Recorded, Typed
from screens.widgets.header import names_line
from screens.widgets.key_bar import KeyBar
from screens.widgets.pick_list import PickList
from sessionui.domain.due import NotADate
from sessionui.domain.sides import SideKey
from sessionui.domain.timing import Usual, usual
from sessionui.domain.wording import Sentence
from sessionui.locale import N_, _, fmt_date, phrase
from sessionui.text import cell_width


class PlanningScreen(Frame):
    """The form. After it was saved ``session_id`` is the new session's."""

    TITLE_TEXT = N_("New session")
    HELP_TEXT = N_(
        "Choose the kind of session; its stages and minutes come with it. Tab goes to the next "
        "part, space chooses in a list, + and − change minutes. Plan it with ctrl+s. What you "
        "choose here about scores is what you propose: the group decides at the welcome, before "
        "anybody scores. Escape closes this and keeps what you filled in."
    )
    CSS_PATH = "planning.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        # At once, so that what is typed after the tab does not land in the field before.
        Binding("tab", "app.focus_next", id="planning.next", show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", id="planning.back", show=False, priority=True),
        Binding("ctrl+s", "save", N_("Plan"), id="planning.save", priority=True),
        Binding("space", "choose", N_("Choose"), id="planning.choose"),
        Binding("plus,equals_sign", "more(1)", N_("More"), id="planning.more", key_display="+"),
        Binding("minus", "more(-1)", N_("Less"), id="planning.less", key_display="−"),
        Binding("t", "usual", N_("Minutes it took before"), id="planning.usual"),
        Binding("a", "everybody", N_("All or none"), id="planning.everybody"),
        Binding("escape", "close", N_("Back"), id="planning.close"),
    ]

    def __init__(self, shelf: Shelf, partnership_id: str) -> None:
        super().__init__()
        self.shelf, self.partnership_id = shelf, partnership_id
        self.session_id: str | None = None
        self.open_now = False
        self._at = "kind"
        self.partnership = shelf.partnership(partnership_id)
        self.sessions = shelf.sessions(partnership_id)
        first = first_draft(self.partnership, self.sessions)
        self.draft = draft_from(shelf.draft(self._key()), first)

    def compose(self) -> ComposeResult:
        yield EndsLine()
        yield Text("", id="banner")
        yield PlanningForm(self.partnership, self.sessions, self._start_of)
        yield Text("", id="refusal")
        yield KeyBar()

    def _start_of(self, line: str) -> str:
        kept = self.shelf.draft(self._key(line))
        return self._proposed(line) if kept is None else kept

    def _proposed(self, line: str) -> str:
        return self._proposed_day() if line == "day" else self._last(line)

    def _keep(self, line: str, text: str) -> None:
        """Keep what was typed; a proposal is made anew the next time."""
        draft = None if text == self._proposed(line) else text
        if draft != self.shelf.draft(self._key(line)):
            self.shelf.keep_draft(self._key(line), draft)

    def _key(self, key: str = "choices") -> str:
        return f"plan/{self.partnership_id}/{key}"

    def _proposed_day(self) -> str:
        """The date agreed last time while it is to come, else today."""
        agreed, today = self.partnership.next_session, self.shelf.today()
        return fmt_date(agreed if agreed and agreed > today else today, "short")

    def _last(self, name: str) -> str:
        return next((str(t) for s in reversed(self.sessions) if (t := getattr(s, name))), "")

    @property
    def form(self) -> PlanningForm:
        """The form itself."""
        return self.query_one(PlanningForm)

    # --- showing

    def on_screen_resume(self) -> None:
        """Shown."""
        self.show()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the rows to the window."""
        del event
        self.show()

    def show(self) -> None:
        """Show the choices as they are now."""
        if not self.is_mounted or not self.size.width:
            return
        names = (self.partnership.name_a, self.partnership.name_b)
        title = _("New session")
        room = self.size.width - cell_width(title) - 4
        self.query_one(EndsLine).show(names_line(*names, room), plain(title, "dim"))
        self.form.show(self.draft, self.shelf.today())
        if self.focused is None:
            self.set_focus(self.query_one(f"#{self._at}"))
        self.refresh_bindings()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember where the keyboard is, for when the form is composed anew."""
        self._at = event.widget.id or self._at
        self.form.show_usual(self.draft)

    # --- choosing

    def _change(self, draft: PlanDraft) -> None:
        """Keep other choices, at once."""
        if draft != self.draft:
            self.draft = draft
            self.shelf.keep_draft(self._key(), draft.model_dump_json())
            self._show_refusal(None)
            self.show()

    @property
    def _list(self) -> PickList | None:
        return self.focused if isinstance(self.focused, PickList) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Show only the keys of the part that the keyboard is in."""
        del parameters
        name = self._list.id or "" if self._list else ""
        match action:
            case "choose":
                return bool(name)
            case "more":
                return name == "stages" or (name == "rules" and self.draft.rules.secrecy == "side")
            case "usual":
                return name == "stages" and self._took() is not None
            case "everybody":
                return name.startswith("people-")
        return True

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Enter or a click does what space does; walking over the kinds chooses one too."""
        event.stop()
        self.action_choose()

    def on_option_list_option_highlighted(self, event: PickList.OptionHighlighted) -> None:
        """Walking over the stages tells what each took before."""
        event.stop()
        if event.option_list.id == "stages":
            self.form.show_usual(self.draft)
            self.refresh_bindings()

    def _took(self) -> Usual | None:
        stage = self.query_one("#stages", PickList).picked
        return usual(self.sessions, self.draft.kind, stage or "")

    def action_usual(self) -> None:
        """Give the picked stage the minutes that it took before."""
        picked = self._list.picked if self._list else None
        stage = next((s.key for s in self.draft.kind_data.stages if s.key == picked), None)
        if stage and (took := self._took()):
            self._change(self.draft.with_minutes(stage, took.minutes))

    def action_choose(self) -> None:
        """Choose, tick, or leave out."""
        picked = self._list.picked if self._list else None
        if self._list is None or picked is None:
            return
        match self._list.id:
            case "kind":
                self._change(self.draft.but(kind=picked))
            case "rules":
                self._choose_rule(picked)
            case "stages":
                stage = next(s.key for s in self.draft.kind_data.stages if s.key == picked)
                out = self.draft.leaves_out(stage)
                self._change(self.draft.with_stage(stage, left_out=not out))
            case _:
                absent = picked in self.draft.absent
                self._change(self.draft.with_people(picked, expected=absent))

    def _choose_rule(self, picked: str) -> None:
        rules = self.draft.rules
        match picked:
            case "name":
                rules = rules.but(secrecy="name")
            case "side":
                rules = rules.but(secrecy="side")
            case "self":
                rules = rules.but(self_estimate=not rules.self_estimate)
            case "half":
                rules = rules.but(half_marks=not rules.half_marks)
        self._change(self.draft.but(rules=rules))

    def action_more(self, by: int) -> None:
        """Five minutes for a stage, or one answer for the threshold, more or less."""
        picked = self._list.picked if self._list else None
        if self._list is None or picked is None:
            return
        if self._list.id == "stages":
            stage = next(s.key for s in self.draft.kind_data.stages if s.key == picked)
            self._change(self.draft.with_minutes(stage, self.draft.minutes_of(stage) + 5 * by))
        elif self._list.id == "rules":
            threshold = min(max(self.draft.rules.threshold + by, 2), 8)
            self._change(self.draft.but(rules=self.draft.rules.but(threshold=threshold)))

    def action_everybody(self) -> None:
        """Expect everybody of this side; nobody, if everybody was."""
        side: SideKey = "b" if self._list and self._list.id == "people-b" else "a"
        ids = [person.id for person in self.partnership.people_of(side)]
        missing = any(person in self.draft.absent for person in ids)
        self._change(self.draft.with_people(*ids, expected=missing))

    # --- typing

    def on_typed(self, message: Typed) -> None:
        """Keep what is typed, at once."""
        message.stop()
        self._keep(message.key, message.text)
        if message.key == "day":
            self.form.show_day(self.shelf.today())

    def on_recorded(self, message: Recorded) -> None:
        """Enter goes on to the next part."""
        message.stop()
        if message.entered:
            self._keep(message.key, message.text)
            self.focus_next()

    # --- the end

    def action_save(self) -> None:
        """Plan the session, or say why not."""
        refusal = self._plan()
        self._show_refusal(refusal)
        if refusal is not None:
            return
        for key in ("choices", *LINES):
            if self.shelf.draft(self._key(key)) is not None:
                self.shelf.keep_draft(self._key(key), None)
        self.dismiss()

    def _show_refusal(self, refusal: Sentence | None) -> None:
        text = self.query_one("#refusal", Text)
        text.display = refusal is not None
        text.show(phrase(refusal.template, refusal.values) if refusal else "")

    def _plan(self) -> Sentence | None:
        try:
            day = self.form.day(self.shelf.today())
        except NotADate as wrong:
            self.query_one("#day").focus()
            return wrong.sentence
        draft = self.draft
        if len(draft.stages_left_out) == len(draft.kind_data.stages):
            return Sentence(N_("Keep at least one stage in the session."))
        here = [person.id for person in self.partnership.people if person.here]
        made = self.shelf.plan(
            self.partnership_id,
            draft.kind,
            day,
            place=self.form.typed("place"),
            facilitator=self.form.typed("facilitator"),
            rules=draft.rules,
            participants=tuple(person for person in here if person not in draft.absent),
            budgets=draft.budgets,
            left_out=draft.stages_left_out,
        )
        if isinstance(made, Sentence):
            return made
        self.session_id = made
        self.open_now = day <= self.shelf.today()
        return None

    def action_close(self) -> None:
        """Close; what was filled in stays as a draft."""
        self.dismiss()
