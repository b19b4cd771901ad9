"""The Textual application: puts store and screens together and finds the way between screens.

It owns no rule of the method. What only a session needs is loaded when a session is opened, so
that home is there at once.
"""

import asyncio
import secrets
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text as RichText
from textual import events
from textual import work as worker
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.worker import get_current_worker

from screens import messages
from screens.curtained import CurtainApp
from screens.home import HomeScreen
from screens.preferences import MOTION, PreferencesApp
from screens.room.typing import hide_typing
from screens.too_small import MIN_HEIGHT, MIN_WIDTH, TooSmall
from screens.wall import WallApp
from screens.widgets.rehearsal_mark import REHEARSAL
from sessionui.crash import record_crash
from sessionui.domain.wording import Refused, Sentence
from sessionui.ending import end_on_signals
from sessionui.locale import (
    N_,
    _,
    language,
    warm_up,
)
from sessionui.motion import desktop_wants_less
from sessionui.shelf import FileShelf
from store.errors import NoAccess, StoreError
from store.repository import Repository

if TYPE_CHECKING:
    from screens.stages.base import StageScreen
    from sessionui.desk import SessionDesk
    from sessionui.domain.room import Scene
    from sessionui.rehearsal import Rehearsal
    from sessionui.wall_host import Before, WallHost


ON_TABLE = "session-on-table"
"""The setting that tells which session was on the table, to go on there after a crash."""


def local_now() -> datetime:
    """This moment in the time zone of this machine."""
    return datetime.now().astimezone()


def random_id() -> str:
    """A fresh id that says nothing of when it was made."""
    return secrets.token_hex(8)


class SessionUI(WallApp, CurtainApp, PreferencesApp):
    """The application over one file; ``file``: by its path windows of the room find it."""

    CSS_PATH = "app.tcss"
    TITLE = "sessionui"
    ENABLE_COMMAND_PALETTE = False  # ours is translated: screens.dialogs.commands
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", N_("Quit"), id="app.quit", show=False, priority=True),
    ]

    def __init__(
        self,
        repository: Repository,
        *,
        clock: Callable[[], datetime] = local_now,
        new_id: Callable[[], str] = random_id,
        notices: Sequence[Sentence] = (),
        file: Path | None = None,
        first_use: bool = False,
    ) -> None:
        super().__init__()
        self.notices, self.file, self.first_use = tuple(notices), file, first_use
        self.saving = self.repository = repository
        self.clock, self.new_id = clock, new_id
        self.shelf = FileShelf(repository, clock, new_id)
        self.desk: SessionDesk | None = None
        self.rehearsal: Rehearsal | None = None
        self.stages: dict[str, StageScreen] = {}
        self.begin_as_kept(repository.setting)

    # --- start and end

    def on_unmount(self) -> None:
        """The program ends, by itself or by a crash: phones are served no longer."""
        if self.desk is not None:
            self.desk.close()
        if self.wall is not None:
            self.wall.close()
        if self.rehearsal is not None:
            self.rehearsal.end()

    def on_mount(self) -> None:
        """Watch over saving, and tell what opening the file had to do."""
        self.set_interval(1, self.watch_saving)
        end_on_signals(self.leave)
        for notice in self.notices:
            self.tell(notice)
        # Not at once: the first keys on home shall not share the processor with it.
        self.set_timer(0.5, self._load_the_rest)
        self._return_to_session()

    def _return_to_session(self) -> None:
        """Go on in the session that was on the table when the program ended."""
        session_id = self.repository.setting(ON_TABLE)
        if not session_id:
            return
        try:
            partnership_id = self.repository.session(session_id).partnership_id
        except (StoreError, LookupError):
            return  # it was deleted, or can't be read: home says what there is
        self.post_message(messages.OpenPartnership(partnership_id))
        self.post_message(messages.OpenSession(session_id))

    def _remember(self, session_id: str) -> None:
        if not self.repository.read_only and self.repository.setting(ON_TABLE) != session_id:
            self.repository.set_setting(ON_TABLE, session_id)

    @worker(exit_on_error=False)
    async def _load_the_rest(self) -> None:
        """Load what a session needs while the user looks at home; then let windows follow."""
        await asyncio.to_thread(_load_for_sessions)
        if not self.repository.setting(MOTION) and await asyncio.to_thread(desktop_wants_less):
            self.animation_level = "none"
        self.open_wall()

    async def push_screen_wait(self, screen: Screen[Any] | str) -> Any:  # type: ignore[override]
        """Ask a question, unless another one came up before it: keys typed ahead open one only."""
        if get_current_worker().node.screen is not self.screen:
            return None
        return await super().push_screen_wait(screen)

    def leave(self) -> None:
        """End the application, everything recorded."""
        self.record_pending()
        self.exit(0)

    def save_copy(self, folder: str) -> str | Sentence:
        """Write a whole copy into a folder: its path, or why not."""
        try:
            return str(self.repository.save_copy(folder))
        except StoreError as error:
            return error.sentence
        except OSError as error:
            return NoAccess(error, Path(folder)).sentence

    def on_resize(self, event: events.Resize) -> None:
        """Ask for a larger window when this one is too small."""
        small = event.size.width < MIN_WIDTH or event.size.height < MIN_HEIGHT
        shown = isinstance(self.screen, TooSmall)
        if small and not shown:
            self.push_screen(TooSmall())
        elif shown and small:
            self.screen.refresh(recompose=True)
        elif shown:
            self.pop_screen()

    def _fatal_error(self) -> None:
        """Say in one sentence that it crashed; Textual's own report would show people's data."""
        log = record_crash(self._exception) if self._exception else None
        # Back in the place where it crashed it would crash again: home is a way round.
        with suppress(Exception):
            if self.rehearsal is None:
                self._remember("")
        text = _("Something went wrong and the program had to stop. Everything typed is kept.")
        if log is not None:
            text = f"{text} {_('Where it happened is written in {log}.').format(log=log)}"
        self._exit_renderables.append(RichText(text))
        self._close_messages_no_wait()

    def get_default_screen(self) -> Screen[None]:
        """Home lies under everything."""
        return HomeScreen(self.shelf)

    # --- from place to place

    def on_go_home(self, message: messages.GoHome) -> None:
        """Back to home."""
        message.stop()
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def on_open_partnership(self, message: messages.OpenPartnership) -> None:
        """Show a partnership over home."""
        from screens.partnership import PartnershipScreen  # loads the models; home does not

        message.stop()
        self.push_screen(PartnershipScreen(self.shelf, message.partnership_id))

    def on_open_session(self, message: messages.OpenSession) -> None:
        """Put a session on the table, in the stage it was left in."""
        message.stop()
        if self.session_shown and self.desk_holds(message.session_id):
            return
        self._remember(message.session_id)
        if self.first_use:
            self._begin_tour(message.session_id)
        self._put_on_table(message.session_id)

    def _begin_tour(self, session_id: str) -> None:
        """Show a new user round, in the first session of their own that is being prepared."""
        from sessionui.domain.tour import TOUR  # loaded with the session

        if self.repository.read_only or self.repository.setting(TOUR):
            return
        session = self.repository.session(session_id)
        example = self.repository.partnership(session.partnership_id).example
        if session.state == "planned" and not example:
            self.repository.set_setting(TOUR, "1")

    @property
    def session_shown(self) -> bool:
        """Whether a session is on screen."""
        return any(screen in self.screen_stack for screen in self.stages.values())

    def desk_holds(self, session_id: str) -> bool:
        """Whether that session is the one on the table."""
        return self.desk is not None and self.desk.work.session.id == session_id

    @property
    def at_hand(self) -> Repository:
        """The file that is worked in: during a rehearsal its copy."""
        return self.repository if self.rehearsal is None else self.rehearsal.repository

    def _put_on_table(self, session_id: str) -> None:
        from screens.stages.registry import SCREENS  # loads the models; home does not
        from sessionui.desk import SessionDesk

        self._clear_table()
        desk = SessionDesk(
            self.at_hand,
            session_id,
            self.clock,
            self.new_id,
            self.show_changes,
            phones_answered=self.show_answers,
        )
        self.desk = desk
        self.stages = {
            stage.key: SCREENS[stage.key](desk)
            for stage in desk.work.session.stages
            if stage.key in SCREENS
        }
        for key, screen in self.stages.items():
            self.install_screen(screen, f"stage-{key}")
        self.push_screen(f"stage-{desk.work.session.stage}")
        if desk.work.session.minutes_only:
            from screens.minutes import MinutesScreen  # all there is to see of it

            self.push_screen(MinutesScreen(desk))

    def _clear_table(self) -> None:
        for key, screen in self.stages.items():
            self.uninstall_screen(f"stage-{key}")
            if screen.is_running:
                screen.remove()
        self.stages = {}
        if self.desk is not None:
            self.desk.close()
        self.desk = None

    def on_open_example(self, message: messages.OpenExample) -> None:
        """Open the worked example in this file; the first time a copy is written into it."""
        from sessionui.example import example  # nobody else needs it

        message.stop()
        known = next((card.id for card in self.shelf.cards() if card.example), None)
        if known is None and not self.repository.read_only:
            told = example(language(), self.shelf.today(), seed=self.new_id())
            told.keep_in(self.repository)
            known = next((card.id for card in self.shelf.cards() if card.example), None)
        if known is not None:
            self.post_message(messages.OpenPartnership(known))

    def on_leave_session(self, message: messages.LeaveSession) -> None:
        """Back to the partnership; the session stays as it is."""
        message.stop()
        self.record_pending()
        if self.rehearsal is not None:
            self._end_rehearsal()
            return
        self._remember("")
        if self.desk is not None:
            self.desk.close()
        self.repository.fold()
        self.pop_screen()

    # --- rehearsal

    def on_rehearse(self, message: messages.Rehearse) -> None:
        """Put a session on the table as a rehearsal: in a throw-away copy, with invented marks.

        Meanwhile the file itself stays open and locked, and nothing is written into it.
        """
        from sessionui.rehearsal import begin  # loaded with the session already

        message.stop()
        if self.rehearsal is not None:
            return
        if self.session_shown and self.desk is not None and self.desk.serves_phones:
            self.tell(Sentence(N_("Phones are being let in. Stop that before you rehearse.")))
            return
        self.record_pending()
        try:
            rehearsal = begin(self.repository, message.session_id, seed=self.new_id(), say=_)
        except (Refused, StoreError) as error:
            self.tell(error.sentence)
            return
        except OSError as error:
            self.tell(NoAccess(error, Path(tempfile.gettempdir())).sentence)
            return
        rehearsal.from_stage = self.session_shown
        if self.session_shown:
            self.pop_screen()
        self.saving = rehearsal.repository
        self.add_class(REHEARSAL)
        self.rehearsal = rehearsal
        self._put_on_table(message.session_id)
        said = _(
            "A rehearsal: all marks are invented, and whatever you do is thrown away when you "
            "leave it."
        )
        self.notify(said, markup=False, timeout=6)

    def _end_rehearsal(self) -> None:
        """Throw the copy away and go back to where it was begun."""
        rehearsal, self.rehearsal = self.rehearsal, None
        if rehearsal is None:
            return
        self.saving = self.repository
        self.remove_class(REHEARSAL)
        self.pop_screen()
        self._clear_table()
        chosen = rehearsal.chosen()
        rehearsal.end()
        for name, value in chosen.items():
            self.keep_setting(name, value)
        if rehearsal.from_stage:
            self.post_message(messages.OpenSession(rehearsal.session_id))

    def on_show_stage(self, message: messages.ShowStage) -> None:
        """Show a stage."""
        message.stop()
        self._walk(message.key, finished=message.finished)

    def on_step_stage(self, message: messages.StepStage) -> None:
        """Walk one stage on or back."""
        from sessionui.domain.intents.walk import stage_after  # loaded with the session already

        message.stop()
        if self.desk is None:
            return
        key = stage_after(self.desk.work.session, message.step)
        if key is not None:
            self._walk(key, finished=message.step > 0)

    def _walk(self, key: str, *, finished: bool) -> None:
        from screens.room.curtain import CurtainScreen  # loaded with the session already
        from sessionui.domain.intents.walk import GoToStage

        if self.desk is None or key not in self.stages:
            return
        self.record_pending()
        stage = self.stages[key].STAGE
        if not self.desk.read_only:
            self.desk.do(GoToStage(stage, finished=finished))
        hide_typing(self.desk)
        if isinstance(self.screen, CurtainScreen):
            self.screen.walk_to(self.stages[key])
        elif self.screen is not self.stages[key]:
            self.switch_screen(f"stage-{key}")

    def keep_setting(self, name: str, value: str) -> None:
        """Keep a setting, in a rehearsal with the copy."""
        if not self.repository.read_only:
            self.at_hand.set_setting(name, value)

    def kept_screens(self) -> "Sequence[StageScreen]":
        """The stages of the session on the table."""
        return tuple(self.stages.values())

    def record_pending(self) -> None:
        """Record every field of the stage on screen that was not left yet."""
        for screen in self.screen_stack:
            if screen in self.stages.values():
                self.stages[next(k for k, s in self.stages.items() if s is screen)].flush()

    def show_changes(self) -> None:
        """After every change: show it on the stage that is on screen, and in the room."""
        for screen in self.stages.values():
            if screen in self.screen_stack:
                screen.show()
        self.look_soon()

    def show_answers(self) -> None:
        """After answers from phones: show who has answered, if that is on screen.

        Not under a dialog, for painting that costs keys that are typed in it tens of milliseconds;
        a stage brings itself up to date when it is shown again.
        """
        screen = self.stages.get("score")
        if screen is not None and screen is self.screen:
            screen.show()
        self.look_soon()

    # --- what the room sees

    def make_wall(self) -> "WallHost | None":
        """Let windows follow, unless the file is open for reading only."""
        from sessionui.wall_host import WallHost  # see _load_for_sessions

        if self.file is None or self.repository.read_only:
            return None
        wall = WallHost(
            self.file, self._before_the_room, self.clock, lambda: self.call_later(wall.look)
        )
        wall.start()
        return wall

    def _before_the_room(self) -> "Before":
        """What the topmost screen puts before the room; a dialog changes nothing of that."""
        from screens.room import before  # loads the models; home does not
        from sessionui.wall_host import Before

        screens, lang = self.screen_stack, language()
        # A session that was left stays on its desk, but is before nobody.
        if self.desk is None or not self.session_shown:
            scene = before.scene_of_a_screen(screens, lang, self.theme)
            return Before(None, None, lang, self.theme, scene)
        return Before(before.before_the_room(screens), self.desk.work, lang, self.theme)

    def room_scene(self) -> "Scene":
        """What is before the room now, for the curtain."""
        from sessionui.wall_host import scene_of_what_is

        return scene_of_what_is(self._before_the_room(), self.clock())


def _load_for_sessions() -> None:
    for module in (
        "screens.partnership",
        "screens.stages.registry",
        "sessionui.desk",
        "sessionui.phone_host",
        "sessionui.wall_host",
        "screens.room.curtain",
    ):
        import_module(module)
    warm_up()
    import_module("sessionui.rehearsal").sweep()
