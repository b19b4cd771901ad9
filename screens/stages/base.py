"""The frame of a stage: header, strip, the work, prompt and keys. Only the work differs."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from screens.desk import Desk
from screens.dialogs.action_form import form_of_parked
from screens.dialogs.confirm import ConfirmDialog
from screens.dialogs.ending import ending_dialog, points_to_park
from screens.dialogs.form import OPEN
from screens.dialogs.guidance import GuidanceDialog
from screens.dialogs.notes import NotesDialog
from screens.dialogs.park import park
from screens.dialogs.parking import ParkingDialog
from screens.dialogs.stages import END, StagesDialog
from screens.guidance import NARROW, WIDE, moment, rule_lines
from screens.messages import LeaveSession, Rehearse, ShowStage, StepStage
from screens.minutes import MinutesScreen
from screens.plain import Text
from screens.stages.touring import TouredScreen
from screens.widgets.fields import Recorded, Typed, fields_in
from screens.widgets.header import HeaderLine, StageStrip
from screens.widgets.key_bar import KeyBar
from screens.widgets.prompt import PromptBar, PromptLine
from sessionui.domain.ending import LAST, made_again_to, taken_back_to
from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.ending import EndEarly
from sessionui.domain.intents.walk import (
    PauseClock,
    SetBudget,
    StartSession,
    WritePrivateNotes,
)
from sessionui.domain.kinds import StageKey
from sessionui.domain.rehearsal import why_not
from sessionui.domain.session import Session
from sessionui.domain.timing import MORE
from sessionui.domain.wording import Sentence
from sessionui.domain.work import Work
from sessionui.locale import N_, _

if TYPE_CHECKING:
    from screens.dialogs.help import HelpPage

FRAME_CSS = Path(__file__).with_name("stages.tcss")


class StageScreen(TouredScreen):
    """One stage. A subclass says ``STAGE``, composes its work and shows a ``Work`` in it.

    The screen is kept while the session is on the table and updated in place: ``show_work`` must
    be cheap and must not take the focus away. Fields (``RecordArea``, ``RecordInput``) keep their
    drafts by themselves; ``record`` says which intent a finished field means.
    """

    STAGE: ClassVar[StageKey]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "prompt", N_("Prompt"), id="prompt", show=False),
        Binding("ctrl+f", "rules", N_("Which prompts"), id="prompt.rules", show=False),
        Binding("f3", "notes", N_("Private notes"), id="notes", show=False),
        Binding("f4", "stages", N_("Stages"), id="stages"),
        Binding("f5", "step(-1)", N_("Previous stage"), id="stage.previous", show=False),
        Binding("f6", "step(1)", N_("Next"), id="stage.next"),
        Binding("f7,ctrl+z", "undo", N_("Undo"), id="undo", show=False),
        Binding("f8,ctrl+y", "redo", N_("Redo"), id="redo", show=False),
        Binding("f9", "park", N_("Park a point"), id="park", show=False),
        Binding("ctrl+d", "parking", N_("Parking lot"), id="parking", show=False),
        Binding("ctrl+e", "end", N_("End the session now"), id="session.end", show=False),
        Binding("f10", "minutes", N_("Minutes"), id="minutes", show=False),
        Binding("ctrl+s", "start", N_("Start"), id="session.start"),
        Binding("ctrl+t", "pause", N_("Pause or resume clock"), id="session.pause", show=False),
        Binding("ctrl+r", "rehearse", N_("Rehearse"), id="session.rehearse", show=False),
        Binding("ctrl+n", "extend", N_("5 minutes more"), id="session.extend", show=False),
        Binding("escape", "leave", N_("Leave session"), id="session.leave", show=False),
        Binding("escape", "end_rehearsal", N_("End rehearsal"), id="session.end_rehearsal"),
    ]

    ROOM_KEYS = frozenset({"stage.previous", "stage.next"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        # A subclass's CSS_PATH takes the place of this class's; the frame's rules come first.
        self.css_path = [FRAME_CSS, *(path for path in self.css_path if path != FRAME_CSS)]
        self.desk = desk

    # --- what a stage fills in

    def compose_work(self) -> ComposeResult:
        """The widgets of the work area."""
        raise NotImplementedError

    def show_work(self, work: Work) -> None:
        """Bring the work area up to date."""
        raise NotImplementedError

    def record(self, key: str, text: str, *, entered: bool) -> Intent | None:
        """The intent that the finished field ``key`` means, or ``None`` for none."""
        del key, text, entered
        return None

    def place(self, work: Work) -> str:
        """Where we are within the stage, for the strip: "3/6"."""
        del work
        return ""

    def prompt_texts(self, work: Work) -> tuple[str, str]:
        """What to ask and what to watch for, in the user's language."""
        stage = work.session.kind_data.stage(self.STAGE)
        return (_(stage.ask), _(stage.watch)) if stage else ("", "")

    def indicator_id(self, work: Work) -> str | None:
        """The indicator before the room, where a stage goes from one to the next."""
        del work
        return None

    def reopen_form(self, key: str) -> None:
        """Open the form with that key again; it was open when the program ended."""
        actions = {"private-notes": self.action_notes, "park": self.action_park}
        if key in actions:
            actions[key]()
        elif form := form_of_parked(self.desk, key):
            self.app.push_screen(form)

    def help_pages(self) -> "list[HelpPage]":
        """The method's background first."""
        from screens.dialogs.background import background_parts  # loaded when first asked for
        from screens.dialogs.help import HelpPage

        parts = background_parts(self.desk.work.session.kind, self.STAGE)
        return [HelpPage(_("What it is for"), parts), *super().help_pages()]

    def keys_everywhere(self) -> frozenset[str | None]:
        """The keys of every stage too."""
        shared = (*StageScreen.BINDINGS, *TouredScreen.BINDINGS)
        stage = {key.id for key in shared if isinstance(key, Binding)}
        return super().keys_everywhere() | stage

    # --- the frame

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield HeaderLine()
        yield StageStrip()
        yield Text("", id="banner", classes="hidden")
        with Vertical(id="work"):
            yield from self.compose_work()
        yield PromptBar()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the work, let the clock run, and go on with a form that was open."""
        self.set_interval(1, self._tick)
        key = self.desk.draft(OPEN)
        if key and self.desk.work.session.stage == self.STAGE and not self.desk.read_only:
            self.desk.keep_draft(OPEN, None)
            self.call_after_refresh(self.reopen_form, key)

    def on_screen_resume(self) -> None:
        """Shown again: bring everything up to date."""
        self.show()

    async def recompose(self) -> None:
        """See Textual. Until it is done there is nothing to show anything in."""
        self._composing = True
        try:
            await super().recompose()
        finally:
            self._composing = False

    _composing = False

    def show(self) -> None:
        """Show the session as it is now."""
        if not self.is_mounted or self._composing:
            return
        work = self.desk.work
        self.query_one(HeaderLine).show(work)
        self.query_one(StageStrip).show(work, self.desk.now(), self.place(work))
        self._show_prompts(work)
        self.show_work(work)
        self.show_tour()
        self.refresh_bindings()

    def _show_prompts(self, work: Work) -> None:
        """What the rules say now, and behind it what this stage always asks."""
        room = NARROW if self.app.size.width < 100 else WIDE
        lines = rule_lines(self.desk, work, self.STAGE, self.indicator_id(work), room)
        ask, watch = self.prompt_texts(work)
        always = [PromptLine("stage", ask, watch, _("watch"))] if ask or watch else []
        self.query_one(PromptBar).show([*lines, *always])
        self._moment = moment(self.desk, work)

    _moment: tuple[str, int] | None = None

    def _tick(self) -> None:
        if self.is_current and not self._composing:
            self.query_one(StageStrip).tick(self.desk.now())
            if self._moment != moment(self.desk, self.desk.work):
                self._show_prompts(self.desk.work)

    # --- changing things

    def do(self, intent: Intent) -> bool:
        """Carry out an intent; tell why not if refused. Whether it was done."""
        return self.say(self.desk.do(intent))

    def flush(self) -> None:
        """Record every field that was changed and not left yet (before walking on, exporting)."""
        for field in fields_in(self):
            if field.pending:
                field.recorded = field.typed
                self._take(field.key, field.typed, entered=False)

    def on_typed(self, message: Typed) -> None:
        """Keep what is being typed at once."""
        message.stop()
        self.desk.keep_draft(message.key, None if message.settled else message.text)

    def on_recorded(self, message: Recorded) -> None:
        """Record a finished field; a refused one keeps its draft."""
        message.stop()
        self._take(message.key, message.text, entered=message.entered)

    def _take(self, key: str, text: str, *, entered: bool) -> None:
        intent = self.record(key, text, entered=entered)
        if intent is not None and self.do(intent):
            self.desk.keep_draft(key, None)
        else:
            self.show()  # the field learns again what is recorded, and keeps its draft

    # --- keys that all stages share

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Dim or hide what is impossible now."""
        session = self.desk.work.session
        if action == "start":
            return session.started_at is None and session.state != "confirmed"
        if action in ("pause", "extend"):
            return session.state == "running" or None
        if action == "end":
            return (session.state == "running" and self.STAGE != LAST) or None
        if action == "rehearse":
            return not why_not(session)
        if action in ("leave", "end_rehearsal"):
            return session.rehearsal == (action == "end_rehearsal")
        return super().check_action(action, parameters)

    def action_prompt(self) -> None:
        """Show the reason with the question, the next question, or nothing."""
        self.query_one(PromptBar).cycle()

    @worker
    async def action_rules(self) -> None:
        """The rules that prompts come from; turn off what does not help."""
        shown = self.query_one(PromptBar).shown
        dialog = GuidanceDialog(self.desk, self.STAGE, shown.key if shown else "")
        await self.app.push_screen_wait(dialog)
        self.show()

    def action_step(self, step: int) -> None:
        """Walk to the next or the previous stage."""
        self.post_message(StepStage(1 if step > 0 else -1))

    @worker
    async def action_stages(self) -> None:
        """Jump to a stage; skip, reorder, or give it another budget."""
        key = await self.app.push_screen_wait(StagesDialog(self.desk))
        if key == END:
            self.action_end()
        elif key:
            self.post_message(ShowStage(key))

    @worker
    async def action_notes(self) -> None:
        """The facilitator's private notes on this stage."""
        await self.app.push_screen_wait(
            NotesDialog(
                self.desk,
                "private-notes",
                _("Private notes: never in the minutes"),
                self.desk.work.session.private_notes.get(self.STAGE, ""),
                lambda text: WritePrivateNotes(self.STAGE, text),
            )
        )

    @worker
    async def action_park(self) -> None:
        """Put a point in the parking lot."""
        await park(self, self.desk)

    @worker
    async def action_parking(self) -> None:
        """What is parked; make an action or a decision of it, or remove it."""
        await self.app.push_screen_wait(ParkingDialog(self.desk))

    @worker
    async def action_end(self) -> None:
        """End the session now; ask what to do with the rest."""
        self.flush()
        chosen = await self.app.push_screen_wait(ending_dialog(self.desk.work))
        if chosen in ("park", "record"):
            points = points_to_park(self.desk.work) if chosen == "park" else ()
            if self.do(EndEarly(points)):
                self.post_message(ShowStage(LAST))

    def action_minutes(self) -> None:
        """Preview the minutes."""
        self.flush()
        self.app.push_screen(MinutesScreen(self.desk))

    def action_undo(self) -> None:
        """Take back the last change."""
        self._take_step(self.desk.undo, taken_back_to)

    def action_redo(self) -> None:
        """Make the last change again."""
        self._take_step(self.desk.redo, made_again_to)

    def _take_step(
        self,
        step: Callable[[], Sentence | None],
        place: Callable[[Session, Session], StageKey | None],
    ) -> None:
        before = self.desk.work.session
        if self.say(step()) and (stage := place(before, self.desk.work.session)):
            self.post_message(ShowStage(stage))

    def action_start(self) -> None:
        """Start the session: the clock runs."""
        self.do(StartSession())

    def action_pause(self) -> None:
        """Stop the clock for a break, or let it run on."""
        self.do(PauseClock(paused=self.desk.work.session.paused_at is None))

    def action_rehearse(self) -> None:
        """Walk the session with invented marks, in a copy that is thrown away."""
        self.post_message(Rehearse(self.desk.work.session.id))

    @worker
    async def action_end_rehearsal(self) -> None:
        """Throw the rehearsal away."""
        if not self.put_away() and (not self.desk.serves_phones or await self._agreed()):
            self.post_message(LeaveSession())

    def put_away(self) -> bool:
        """Close what is open over the work, if anything is; escape does that before it leaves."""
        return False

    def action_extend(self) -> None:
        """Give this stage five minutes more, and say so beside the clock."""
        stage = self.desk.work.stage
        if self.do(SetBudget(stage.key, stage.minutes + MORE)):
            word = _("{n} min added").format(n=MORE)
            self.query_one(StageStrip).say(word, self.desk.now())

    @worker
    async def action_leave(self) -> None:
        """Go back to the partnership; in front of a room, or of its phones, only after asking."""
        if self.put_away():
            return
        running = self.desk.work.session.state == "running" and not self.desk.read_only
        if not (running or self.desk.serves_phones) or await self._agreed():
            self.post_message(LeaveSession())

    async def _agreed(self) -> bool:
        """Whether the session is to be left; what goes on without it, and what doesn't, is said."""
        running = self.desk.work.session.state == "running"
        words = _("Nothing is lost. The clock goes on.")
        if self.desk.serves_phones:
            words = _("Nothing that was answered is lost. Phones are served no longer.")
            if self.desk.work.session.rehearsal:
                words = _("The rehearsal is thrown away, and phones are served no longer.")
            elif running:
                words = _("Nothing is lost. The clock goes on; phones are served no longer.")
        dialog = ConfirmDialog(_("Leave the session?"), words)
        return await self.app.push_screen_wait(dialog) or False
