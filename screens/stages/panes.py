"""A stage in parts: one part on the screen at a time, chosen by its digit or a click."""

from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.css.query import NoMatches
from textual.widget import Widget

from screens.desk import Desk
from screens.plain import Text, joined, plain
from screens.stages.base import StageScreen
from sessionui.domain.intents.base import Intent
from sessionui.domain.work import Work
from sessionui.locale import N_, _


def pane_key(
    pane: str,
    key: str,
    do: str,
    description: str,
    *,
    show: bool = True,
) -> Binding:
    """A key of one pane. It is bound on the screen, so that it works wherever the focus is."""
    action = f"pane('{pane}', '{do}')"
    return Binding(key, action, description, id=f"{pane}.{do}", show=show)


class Pane(Vertical):
    """One part of a stage. ``do_NAME`` carries out the key that ``pane_key`` gave that name."""

    DEFAULT_CSS = "Pane { height: 1fr; }"

    NAME: ClassVar[str]
    TITLE: ClassVar[str]
    KEYS: ClassVar[tuple[Binding, ...]] = ()

    def __init__(self, desk: Desk) -> None:
        super().__init__(id=f"pane-{self.NAME}")
        self.desk = desk

    def show(self, work: Work) -> None:
        """Bring this part up to date; only called while it is on the screen."""
        raise NotImplementedError

    def count(self, work: Work) -> str:
        """What stands behind the title: "2 of 5"."""
        del work
        return ""

    def can(self, do: str) -> bool | None:
        """Whether a key can be used now: ``None`` dims it, ``False`` hides it."""
        del do
        return True

    def home(self) -> Widget | None:
        """Where the keyboard is after a field was left, and when this part comes on the screen."""
        return None

    def record(self, key: str, text: str, *, entered: bool) -> Intent | None:
        """The intent that the finished field ``key`` means; keys begin with the pane's name."""
        del key, text, entered
        return None

    def reopen(self, form: str) -> None:
        """Open the form with that key again, if it is one of this part's."""
        del form

    @property
    def stage(self) -> "PanedStage":
        """The screen that this is a part of."""
        return cast("PanedStage", self.screen)

    @property
    def room(self) -> int:
        """The width in cells that a line has."""
        return self.content_size.width or self.screen.size.width - 2

    def do(self, intent: Intent) -> bool:
        """Carry out an intent; tell why not if refused. Whether it was done."""
        return self.stage.do(intent)

    def refresh_keys(self) -> None:
        """Show the keys anew if what can be done has changed; painting them takes a while."""
        states = [self.can((key.id or "").partition(".")[2]) for key in self.KEYS]
        if states != self._states:
            self._states = states
            self.screen.refresh_bindings()

    _states: list[bool | None] | None = None

    def open_to_change(self) -> bool | None:
        """``True``, or ``None`` (dimmed) where nothing can be changed."""
        closed = self.desk.read_only or self.desk.work.session.state == "confirmed"
        return None if closed else True

    def on_resize(self) -> None:
        """Use the new width."""
        if self.display:
            self.show(self.desk.work)

    def on_descendant_blur(self) -> None:
        """A field left by escape hands the keyboard back to where the letters are keys."""
        self.call_after_refresh(self.come_home)

    def come_home(self) -> bool:
        """Give the keyboard to ``home`` if nothing has it; whether that was so."""
        if not self.is_attached:  # another session came on the table in the meantime
            return False
        # While the terminal has no focus nothing here has it; it comes back where it was.
        here = self.app.app_focus and self.screen.is_current and self.display
        home = self.home()
        if not here or self.screen.focused is not None or home is None:
            return False
        home.focus()
        return True


class PaneBar(Horizontal):
    """The titles of the panes."""

    DEFAULT_CSS = "PaneBar { height: 1; margin-bottom: 1; }"


class PaneTab(Text):
    """The title of a pane; a click shows the pane."""

    DEFAULT_CSS = "PaneTab { width: auto; height: 1; padding-right: 3; }"

    def __init__(self, pane: str) -> None:
        super().__init__("", id=f"tab-{pane}")
        self.pane = pane

    def on_click(self) -> None:
        cast("PanedStage", self.screen).action_to(self.pane)


class PanedStage(StageScreen):
    """A stage with several panes. Which one is on the screen survives like half-typed text."""

    PANES: ClassVar[tuple[type[Pane], ...]]
    AUTO_FOCUS = ""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,down", "home", N_("To the list"), id="panes.home", show=False),
    ]

    def compose_work(self) -> ComposeResult:
        """See ``StageScreen``."""
        with PaneBar():
            for pane in self.PANES:
                yield PaneTab(pane.NAME)
        for pane in self.PANES:
            yield pane(self.desk)

    def first_pane(self, work: Work) -> str:
        """The pane to begin with."""
        del work
        return self.PANES[0].NAME

    @property
    def current(self) -> str:
        """The name of the pane on the screen."""
        kept = self.desk.draft(f"place/{self.STAGE}")
        names = [pane.NAME for pane in self.PANES]
        return kept if kept in names else self.first_pane(self.desk.work)

    def pane(self, name: str) -> Pane:
        """The pane with that name."""
        return self.query_one(f"#pane-{name}", Pane)

    def show_work(self, work: Work) -> None:
        """See ``StageScreen``."""
        current = self.current
        for n, kind in enumerate(self.PANES, start=1):
            pane, name = self.pane(kind.NAME), kind.NAME
            pane.display = name == current
            tab = self.query_one(f"#tab-{name}", PaneTab)
            tab.show(self._title(n, pane, work, here=name == current))
        self.pane(current).show(work)

    def _title(self, n: int, pane: Pane, work: Work, *, here: bool) -> Content:
        count = pane.count(work)
        return joined(
            plain(f"{n} ", "$accent"),
            plain(_(pane.TITLE), "bold" if here else "dim"),
            plain(f" {count}" if count else "", "dim"),
        )

    def on_screen_resume(self) -> None:
        """Have the keyboard where the letters are keys."""
        self.call_after_refresh(self._focus_home)

    def _focus_home(self) -> None:
        if self.is_current and self.focused is None and self.is_mounted:
            self.action_home()

    # --- what the panes are asked

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """See ``Frame``; the pane's own keys first, in the pane's order."""
        here = next(pane for pane in self.PANES if self.current == pane.NAME)
        rank = {key.id: n for n, key in enumerate(here.KEYS, start=-99)}
        found = super().active_bindings
        return dict(sorted(found.items(), key=lambda kv: rank.get(kv[1].binding.id, 0)))

    def record(self, key: str, text: str, *, entered: bool) -> Intent | None:
        """See ``StageScreen``."""
        return self.pane(key.partition("/")[0]).record(key, text, entered=entered)

    def reopen_form(self, key: str) -> None:
        """See ``StageScreen``."""
        super().reopen_form(key)
        self.pane(self.current).reopen(key)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """See ``StageScreen``."""
        if action == "pane":
            name, do = (str(p) for p in parameters)
            if name != self.current:
                return False
            try:  # asked for every key whenever the focus moves: Textual remembers a single one
                pane = self.pane(name)
            except NoMatches:  # the screen is composed anew, in another language
                return False
            return pane.is_mounted and pane.can(do)
        return super().check_action(action, parameters)

    async def action_pane(self, name: str, do: str) -> None:
        """Carry out a key of a pane."""
        getattr(self.pane(name), f"do_{do}")()

    def action_to(self, name: str) -> None:
        """Show another pane."""
        if name == self.current:
            return
        self.flush()
        self.desk.keep_draft(f"place/{self.STAGE}", name)
        pane = self.pane(name)
        pane.display = True
        pane.show(self.desk.work)
        # Before the other pane goes, else the focus would wander and the keys be painted twice.
        self.set_focus(pane.home())
        self.show()

    def action_home(self) -> None:
        """Give the keyboard to the list of the pane."""
        home = self.pane(self.current).home()
        if home is not None:
            home.focus()
