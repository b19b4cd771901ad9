"""Give meaning: what each indicator means in this relationship, worded together."""

from typing import ClassVar

from textual import events
from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen

from screens.dialogs.form import Field, FormDialog, Values
from screens.dialogs.meaning_card import MeaningCard
from screens.plain import Text, joined, plain
from screens.stages.base import StageScreen
from screens.stages.meaning_editor import NAME, MeaningEditor
from screens.widgets.candidate_rows import flat
from screens.widgets.meaning_fields import PARTS
from screens.widgets.pick_list import PickList
from sessionui.domain.indicators import Indicator, Meaning
from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.meaning import ReviseMeaning, is_draft
from sessionui.domain.room import Topic
from sessionui.domain.wording import Sentence
from sessionui.domain.work import Work
from sessionui.locale import N_, _, ngettext
from sessionui.text import shorten_middle

PLACE = "place/meaning"


class MeaningScreen(StageScreen):
    """The indicators in force on the left, the words of the one that the room is on beside them.

    A field that is left is recorded. Where the wording is no draft any more (it was scored, or
    stood in confirmed minutes) the new words wait as drafts until somebody gives the reason; then
    they become one dated revision (method, stage 4).
    """

    STAGE = "meaning"
    TITLE_TEXT = N_("Give meaning")
    HELP_TEXT = N_(
        "Take the indicators one at a time. Word together what it means between you, what you "
        "see when it is there and when it is not, what a 4, a 6 and an 8 look like, and what each "
        "side expects of the other and needs for that. A catch-all word without this is useless: "
        "ask for behaviour and an example. Enter goes into the words, tab to the next field, "
        "escape back to the list. Words that were scored already change with a reason only; the "
        "old text stays and can be read with o."
    )
    AUTO_FOCUS = "#indicators"
    CSS_PATH = "meaning.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", N_("Word it"), id="meaning.edit"),
        Binding("r", "revise", N_("Record"), id="meaning.revise"),
        Binding("o", "read", N_("Earlier wordings"), id="meaning.read"),
        Binding("ctrl+down", "step_indicator(1)", N_("Next indicator"), id="meaning.next"),
        Binding(
            "ctrl+up",
            "step_indicator(-1)",
            N_("Previous indicator"),
            id="meaning.previous",
            show=False,
        ),
        Binding("up,down", "home", N_("To the list"), id="meaning.home", show=False),
    ]

    @property
    def topic(self) -> Topic:
        """See ``Frame``."""
        here = self.indicator
        return Topic(kind="meaning", indicator_id=here.id if here else None)

    def compose_work(self) -> ComposeResult:
        """See ``StageScreen``."""
        yield Text("", id="meaning-face")
        with Horizontal(id="meaning"):
            with Vertical(id="meaning-left"):
                yield Text("", id="meaning-count", classes="quiet")
                yield PickList(id="indicators")
            yield MeaningEditor()

    # --- where we are

    @property
    def indicator(self) -> Indicator | None:
        """The indicator that the room is on."""
        in_force = self.desk.work.partnership.in_force
        kept = self.desk.draft(PLACE)
        return next((i for i in in_force if i.id == kept), in_force[0] if in_force else None)

    def place(self, work: Work) -> str:
        """See ``StageScreen``."""
        ids = [i.id for i in work.partnership.in_force]
        here = self.indicator
        return f"{ids.index(here.id) + 1}/{len(ids)}" if here else ""

    # --- showing

    def show_work(self, work: Work) -> None:
        """See ``StageScreen``."""
        indicator = self.indicator
        face = self.query_one("#meaning-face", Text)
        face.display = indicator is None
        face.show(_("No indicators yet. Choose them in the stage before this one."))
        self.query_one("#meaning").display = indicator is not None
        if indicator is None:
            return
        in_force = work.partnership.in_force
        done = sum(bool(i.meaning.text.strip()) for i in in_force)
        count = ngettext("{n} of {total} has a meaning", "{n} of {total} have a meaning", done)
        self.query_one("#meaning-count", Text).show(count.format(n=done, total=len(in_force)))
        picker = self.query_one("#indicators", PickList)
        room = max((picker.content_size.width or 24) - 5, 10)
        picker.show([(i.id, self._row(n, i, room)) for n, i in enumerate(in_force, start=1)])
        if picker.picked != indicator.id:
            picker.pick(indicator.id)
        self.query_one(MeaningEditor).show(self.desk, indicator, self.waiting(indicator))

    def _row(self, n: int, indicator: Indicator, room: int) -> Content:
        done = bool(indicator.meaning.text.strip())
        sign = "✎ " if self.waiting(indicator) else "✓ " if done else "· "
        style = "$warning" if sign == "✎ " else "$success" if done else "dim"
        name = shorten_middle(flat(indicator.name), room)
        return joined(plain(f"{n:>2} ", "dim"), plain(sign, style), plain(name, "bold"))

    def waiting(self, indicator: Indicator) -> dict[str, str]:
        """New words by field that wait for the reason of a revision."""
        if is_draft(self.desk.work, indicator):
            return {}
        found = {}
        for field, recorded in _fields(indicator).items():
            draft = self.desk.draft(f"meaning/{indicator.id}/{field}")
            if draft is not None and draft.strip() != recorded.strip():
                found[field] = draft
        return found

    def on_resize(self) -> None:
        """Fit the names of the sides into the new width."""
        self.call_after_refresh(self.show)

    # --- recording

    def record(self, key: str, text: str, *, entered: bool) -> Intent | None:
        """See ``StageScreen``. The words of a wording that is no draft wait for their reason."""
        _stage, indicator_id, field = key.split("/")
        indicator = self.desk.work.partnership.indicator(indicator_id)
        if indicator is None or not is_draft(self.desk.work, indicator):
            return None
        return _revised(indicator, {field: text})

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """When the words are left, not from field to field, ask for the reason they wait for."""
        if event.widget in self.query_one(MeaningEditor).fields and self.indicator:
            self.call_after_refresh(self._left, self.indicator.id)

    def _left(self, indicator_id: str) -> None:
        editor = self.query_one(MeaningEditor)
        if not self.app.app_focus or not self.is_current:
            return
        if self.focused is None:
            self.action_home()
        if self.focused not in editor.fields:
            self._ask_once(indicator_id)

    def _ask_once(self, indicator_id: str) -> None:
        indicator = self.desk.work.partnership.indicator(indicator_id)
        if indicator is None or is_draft(self.desk.work, indicator):
            return
        self._keep_as_typed(indicator)
        waiting = self.waiting(indicator)
        if waiting and waiting != self._declined:
            self._ask_reason(indicator_id)

    def _keep_as_typed(self, indicator: Indicator) -> None:
        """Keep the fields as they stand: the message of the last key may still be under way."""
        recorded = _fields(indicator)
        for field in self.query_one(MeaningEditor).fields:
            _stage, indicator_id, name = field.key.split("/")
            if indicator_id == indicator.id:
                same = field.typed == recorded[name]
                self.desk.keep_draft(field.key, None if same else field.typed)

    _declined: dict[str, str] | None = None

    @worker
    async def _ask_reason(self, indicator_id: str) -> None:
        indicator = self.desk.work.partnership.indicator(indicator_id)
        if indicator is None:
            return
        waiting = self.waiting(indicator)

        def submit(values: Values) -> Sentence | None:
            return self.desk.do(_revised(indicator, waiting, str(values["reason"])))

        title = _("Why does the meaning of {name} change?").format(
            name=shorten_middle(flat(indicator.name), 36)
        )
        hint = _("The old text stays beside the new one. Escape leaves the new words waiting.")
        fields = [Field("reason", _("Reason"), "line", hint=hint)]
        form = FormDialog(self.desk, f"revise/{indicator_id}", title, fields, submit)
        if await self.app.push_screen_wait(form):
            for field in waiting:
                self.desk.keep_draft(f"meaning/{indicator_id}/{field}", None)
            self._declined = None
            self.show()
        else:
            self._declined = waiting

    def on_screen_suspend(self, event: events.ScreenSuspend) -> None:
        """Walked on: say that words wait, for they are not in the minutes yet."""
        if isinstance(self.app.screen, ModalScreen):
            return
        names = [i.name for i in self.desk.work.partnership.in_force if self.waiting(i)]
        if names:
            text = _("New words wait for their reason at: {names}. They are kept.")
            self.tell(text.format(names=shorten_middle(", ".join(map(flat, names)), 60)))

    def reopen_form(self, key: str) -> None:
        """See ``StageScreen``."""
        super().reopen_form(key)
        name, _slash, indicator_id = key.partition("/")
        if name == "revise":
            self._ask_reason(indicator_id)

    # --- keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """See ``StageScreen``."""
        if action in ("edit", "read", "step_indicator"):
            return self.indicator is not None
        if action == "revise":
            return bool(self.indicator and self.waiting(self.indicator))
        return super().check_action(action, parameters)

    def on_option_list_option_highlighted(self, event: PickList.OptionHighlighted) -> None:
        """Turn to another indicator."""
        event.stop()
        picked = self.query_one("#indicators", PickList).picked
        if picked and self.indicator and picked != self.indicator.id:
            self._turn_to(picked)

    def _turn_to(self, indicator_id: str) -> None:
        self.flush()
        self.desk.keep_draft(PLACE, indicator_id)
        self.show()

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Enter goes into the words."""
        event.stop()
        self.action_edit()

    def action_edit(self) -> None:
        """Go into the words."""
        self.query_one(MeaningEditor).first.focus()

    def action_home(self) -> None:
        """Back to the list."""
        self.query_one("#indicators", PickList).focus()

    def action_step_indicator(self, by: int) -> None:
        """The next or previous indicator, in the same field."""
        ids = [i.id for i in self.desk.work.partnership.in_force]
        if self.indicator:
            self._turn_to(ids[(ids.index(self.indicator.id) + by) % len(ids)])

    def action_revise(self) -> None:
        """Give the reason that new words wait for."""
        if self.indicator:
            self._ask_reason(self.indicator.id)

    @worker
    async def action_read(self) -> None:
        """Read the meaning with its earlier wordings."""
        if self.indicator:
            await self.app.push_screen_wait(MeaningCard(self.desk, self.indicator.id))


def _fields(indicator: Indicator) -> dict[str, str]:
    return {NAME: indicator.name, **{p.name: getattr(indicator.meaning, p.name) for p in PARTS}}


def _revised(indicator: Indicator, words: dict[str, str], reason: str = "") -> ReviseMeaning:
    """The indicator with other words in some fields."""
    fields = {**_fields(indicator), **words}
    name = fields.pop(NAME)
    return ReviseMeaning(indicator.id, name, Meaning(**fields), reason)
