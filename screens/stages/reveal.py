"""Reveal: indicator by indicator, both sides at once; then the conversation (method, stage 6)."""

from typing import ClassVar

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from screens.desk import Desk
from screens.dialogs.action_form import action_form, decision_form
from screens.dialogs.choose import ChooseDialog
from screens.dialogs.meaning_card import MeaningCard
from screens.dialogs.park import park
from screens.dialogs.sharpen import SharpenDialog
from screens.stages.base import StageScreen
from screens.stages.reveal_agree import agree_mark_form, correctable, correction_form
from screens.stages.reveal_board import HIGH, LOW, Board
from screens.stages.reveal_notes import NotesPanel, note_intent
from screens.stages.reveal_order import OrderDialog
from screens.stages.reveal_overview import OverviewScreen
from screens.stages.reveal_words import agreed, speaking
from screens.stages.score_lock import lock
from screens.widgets.clamped import Clamped
from screens.widgets.read_along import ReadAlong
from screens.year import year_screen
from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.reveal import (
    GoToIndicator,
    Reveal,
    SetFirstSpeaker,
    ShowReasons,
    SideSpoke,
    may_agree,
)
from sessionui.domain.room import Topic
from sessionui.domain.sides import SideKey, other
from sessionui.domain.speaking import first_speaker
from sessionui.domain.wording import Sentence
from sessionui.domain.work import Work
from sessionui.locale import N_, _

_ON_ANY = ("note", "first", "park_here", "meaning", "sharpen", "overview", "order")
"""Actions that are possible on any indicator, revealed or not."""
_BOTH_FIRST = Sentence(N_("First both sides speak: press 1 and 2 when they have."))


class RevealScreen(StageScreen):
    """One indicator at a time: its meaning, then both marks at once, then the people."""

    STAGE = "reveal"
    TITLE_TEXT = N_("Reveal")
    HELP_TEXT = N_(
        "Reread the meaning aloud, then show both sides' scores at once with space. Who gave the "
        "highest and the lowest mark explains it; the receivers say back what they heard. Ask what "
        "goes well too. Mark who has spoken with 1 and 2: an action or a decision is offered once "
        "both sides have spoken. The written reasons come when the room asks for them. A mark "
        "that both sides agree stands beside the given scores and never replaces them. What is "
        "worth talking about is a prompt, not a verdict."
    )
    AUTO_FOCUS = ""
    CSS_PATH = "reveal.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-tall"), (HIGH + 6, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "reveal", N_("Reveal both"), id="reveal.reveal"),
        Binding("l", "lock", N_("Lock scoring"), id="reveal.lock"),
        Binding("1", "spoke('a')", N_("◆ spoke"), id="reveal.spoke_a"),
        Binding("2", "spoke('b')", N_("● spoke"), id="reveal.spoke_b"),
        Binding("n", "note('said')", N_("Notes"), id="reveal.said"),
        Binding("r", "reasons", N_("Reasons"), id="reveal.reasons"),
        Binding("a", "agree('action')", N_("Action"), id="reveal.action"),
        Binding("right_square_bracket", "go(1)", N_("Next one"), id="reveal.next"),
        Binding("left_square_bracket", "go(-1)", N_("Previous"), id="reveal.previous", show=False),
        Binding("h", "note('heard')", N_("What was heard back"), id="reveal.heard", show=False),
        Binding("w", "note('goes_well')", N_("What goes well"), id="reveal.well", show=False),
        Binding("f", "first", N_("Other side speaks first"), id="reveal.first", show=False),
        Binding("d", "agree('decision')", N_("Decision"), id="reveal.decision", show=False),
        Binding("p", "park_here", N_("Park a point on this"), id="reveal.park", show=False),
        Binding("g", "agree_mark", N_("Agreed mark"), id="reveal.mark", show=False),
        Binding("c", "correct", N_("Correct a mark"), id="reveal.correct", show=False),
        Binding("m", "meaning", N_("Full meaning"), id="reveal.meaning", show=False),
        Binding("s", "sharpen", N_("Sharpen the meaning"), id="reveal.sharpen", show=False),
        Binding("t", "line", N_("Line over the rounds"), id="reveal.line", show=False),
        Binding("y", "year", N_("Year picture"), id="reveal.year", show=False),
        Binding("o", "overview", N_("Overview"), id="reveal.overview", show=False),
        Binding("i", "order", N_("Indicators and order"), id="reveal.order", show=False),
    ]

    ROOM_KEYS = StageScreen.ROOM_KEYS | {
        "reveal.reveal",
        "reveal.next",
        "reveal.previous",
        "reveal.reasons",
        "reveal.line",
    }

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.notes_open = self.line_open = False

    @property
    def topic(self) -> Topic:
        """See ``Frame``."""
        here = self.indicator_id(self.desk.work)
        found = self.query(ReadAlong)
        read = found.first().read if found else 0
        return Topic(kind="reveal", indicator_id=here, line=self.line_open, place=read)

    def compose_work(self) -> ComposeResult:
        """See ``StageScreen``."""
        yield Board(id="board")
        yield NotesPanel(id="notes")
        with Vertical(id="foot"):
            yield Clamped(1, id="agreed")
            yield Clamped(1, id="speaking")

    # --- what is shown

    def indicator_id(self, work: Work) -> str | None:
        """The indicator before the room: as chosen, else the first that is not revealed yet."""
        ids = [item.indicator_id for item in work.items]
        if work.session.at_indicator in ids:
            return work.session.at_indicator
        unrevealed = [i for i in ids if not work.session.revealed(i)]
        return next(iter(unrevealed or ids), None)

    @property
    def here(self) -> str:
        """The id of the indicator before the room, or ``""``."""
        return self.indicator_id(self.desk.work) or ""

    @property
    def shown(self) -> bool:
        """Whether the scores on that indicator are revealed."""
        return self.desk.work.revealed.item(self.here) is not None

    def place(self, work: Work) -> str:
        """See ``StageScreen``."""
        ids = [item.indicator_id for item in work.items]
        here = self.indicator_id(work)
        return f"{ids.index(here) + 1}/{len(ids)}" if here else ""

    def show_work(self, work: Work) -> None:
        """See ``StageScreen``. Everything on one indicator is painted in the same frame."""
        with self.app.batch_update():
            here = self.indicator_id(work)
            self.query_one(Board).show(
                work, here, notes_open=self.notes_open, line_open=self.line_open
            )
            notes = self.query_one(NotesPanel)
            notes.display = here is not None and (self.notes_open or self._roomy(work))
            if here:
                notes.show(work, here, self.desk)
            self._show_foot(work, here)

    def _roomy(self, work: Work) -> bool:
        """Whether the notes can stand under the picture all the time."""
        reasons = work.session.discussion(self.here).reasons_shown
        return self.app.size.height >= HIGH and self.shown and not reasons

    def _show_foot(self, work: Work, here: str | None) -> None:
        name_width = 14 if self.app.size.width < 100 else 40
        foot = self.query_one("#foot")
        foot.display = here is not None and self.shown
        if here:
            self.query_one("#agreed", Clamped).show(agreed(work, here))
            self.query_one("#speaking", Clamped).show(speaking(work, here, name_width))

    def on_resize(self) -> None:
        """Use the new room."""
        self.call_after_refresh(self.show)

    def record(self, key: str, text: str, *, entered: bool) -> Intent | None:
        """See ``StageScreen``."""
        return note_intent(self.desk.work, key, text)

    def reopen_form(self, key: str) -> None:
        """See ``StageScreen``."""
        match key.split("/"):
            case ["action" | "decision" as what, _]:
                self.action_agree(what)
            case ["sharpen", _]:
                self.action_sharpen()
            case ["park-on", _]:
                self.action_park_here()
            case ["agreed-mark", _]:
                self.action_agree_mark()
            case ["correct", indicator_id, ballot_id, own]:
                if form := correction_form(self.desk, indicator_id, f"{ballot_id}/{own}"):
                    self.app.push_screen(form)
            case _:
                super().reopen_form(key)

    # --- keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """See ``StageScreen``."""
        session, here, shown = self.desk.work.session, self.here, self.shown
        step = 1 if parameters == (1,) else -1
        possible: dict[str, bool | None] = {
            "lock": bool(here) and not session.locked,
            "reveal": bool(here) and session.locked and not shown,
            "agree": shown,
            "correct": shown and session.rules.secrecy == "name",
            "go": self._neighbour(step) is not None or None,
            "year": bool(self.desk.work.rounds) or None,
            **dict.fromkeys(("spoke", "reasons", "agree_mark", "line"), shown),
            **dict.fromkeys(_ON_ANY, bool(here)),
        }
        if action in possible:
            return possible[action]
        return super().check_action(action, parameters)

    def _neighbour(self, step: int) -> str | None:
        ids = [item.indicator_id for item in self.desk.work.items]
        if self.here not in ids:
            return None
        place = ids.index(self.here) + step
        return ids[place] if 0 <= place < len(ids) else None

    def action_reveal(self) -> None:
        """Show both sides' scores on this indicator, in the same frame."""
        here = self.here
        if self.desk.work.session.at_indicator != here:
            self.do(GoToIndicator(here))  # it stays before the room while it is talked about
        self.do(Reveal(here))

    @worker
    async def action_lock(self) -> None:
        """Close the scoring, so that the reveal can begin."""
        await lock(self, self.desk)

    def action_go(self, step: int) -> None:
        """The next or the previous indicator."""
        if indicator_id := self._neighbour(step):
            self.go_to(indicator_id)

    def go_to(self, indicator_id: str) -> None:
        """Bring an indicator before the room; what is typed on the one before is recorded."""
        self.flush()
        self.do(GoToIndicator(indicator_id))

    def action_reasons(self) -> None:
        """Show the written reasons, or put them away."""
        shown = not self.desk.work.session.discussion(self.here).reasons_shown
        if self.do(ShowReasons(self.here, shown=shown)):
            found = self.query("#reasons")  # none of a stage that was not on the screen yet
            self.set_focus(found.first() if shown and found else None)

    def put_away(self) -> bool:
        """The notes first, then the written reasons, then the line over the rounds."""
        if self.notes_open:
            self.action_note("said")
            return True
        session = self.desk.work.session
        reasons = self.shown and session.discussion(self.here).reasons_shown
        if reasons and not self.desk.read_only and session.state != "confirmed":
            self.action_reasons()
            return True
        if self.line_open:
            self.action_line()
            return True
        return False

    def action_line(self) -> None:
        """The line over the rounds in place of the axis, on the wall too; or the axis again."""
        self.line_open = not self.line_open
        self.show()

    def action_year(self) -> None:
        """All indicators over all rounds."""
        self.app.push_screen(year_screen(self.desk))

    def action_note(self, name: str) -> None:
        """Write a note; the same key puts the notes away again."""
        panel = self.query_one(NotesPanel)
        if self.notes_open and name == "said":
            self.notes_open = False
            self.flush()
            self.set_focus(None)
            self.show()
            return
        self.notes_open = True
        self.show()
        panel.field(name).focus()

    def action_spoke(self, side: SideKey) -> None:
        """A side has spoken, or not after all."""
        spoke = side not in self.desk.work.session.discussion(self.here).spoken
        self.do(SideSpoke(self.here, side, spoke=spoke))

    def action_first(self) -> None:
        """Let the other side speak first."""
        self.do(SetFirstSpeaker(self.here, other(first_speaker(self.desk.work, self.here))))

    @worker
    async def action_agree(self, what: str) -> None:
        """Agree an action or take a decision on this indicator, once both sides have spoken."""
        if not may_agree(self.desk.work, self.here):
            self.say(_BOTH_FIRST)
            return
        form = action_form if what == "action" else decision_form
        await self.app.push_screen_wait(form(self.desk, indicator_id=self.here))

    @worker
    async def action_park_here(self) -> None:
        """Park a point that came up on this indicator."""
        await park(self, self.desk, self.here)

    @worker
    async def action_agree_mark(self) -> None:
        """One mark that both sides agree after talking."""
        await self.app.push_screen_wait(agree_mark_form(self.desk, self.here))

    @worker
    async def action_correct(self) -> None:
        """Correct a mark; the one that was revealed is kept beside it."""
        here = self.here
        rows = correctable(self.desk.work, here)
        key = await self.app.push_screen_wait(ChooseDialog(_("Which mark is wrong?"), rows))
        form = correction_form(self.desk, here, key) if key else None
        if form:
            await self.app.push_screen_wait(form)

    def action_meaning(self) -> None:
        """Everything that was agreed on the meaning, and its earlier wordings."""
        self.app.push_screen(MeaningCard(self.desk, self.here))

    @worker
    async def action_sharpen(self) -> None:
        """Word the meaning better; it counts from the next round on."""
        await self.app.push_screen_wait(SharpenDialog(self.desk, self.here))

    @worker
    async def action_overview(self) -> None:
        """All revealed indicators on one axis."""
        overview = OverviewScreen(self.desk)
        await self.app.push_screen_wait(overview)
        if overview.chosen:
            self.go_to(overview.chosen)
        elif overview.walks_on:
            self.action_step(1)

    @worker
    async def action_order(self) -> None:
        """Jump to an indicator, or change their order."""
        chosen = await self.app.push_screen_wait(OrderDialog(self.desk, self.here))
        if chosen:
            self.go_to(chosen)
