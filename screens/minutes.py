"""The minutes as they stand now, to read back on the wall before they are confirmed."""

from typing import TYPE_CHECKING, ClassVar

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from screens.desk import Desk
from screens.dialogs.export import ExportDialog
from screens.dialogs.park import park
from screens.frame import Frame
from screens.plain import Text, joined, plain
from screens.version_words import ALTERED, final_text, topic_of
from screens.widgets.header import HeaderLine
from screens.widgets.key_bar import KeyBar
from screens.widgets.minutes_text import MinutesText
from sessionui.domain.intents.close import NoteMinutesRead
from sessionui.domain.minutes.handed_out import NOTHING_OF_A_REHEARSAL
from sessionui.domain.room import Topic
from sessionui.domain.wording import Sentence
from sessionui.locale import LANGUAGE_NAMES, N_, _, fmt_datetime, language

if TYPE_CHECKING:
    from sessionui.domain.minutes.document import VersionNote


class MinutesScreen(Frame):
    """A preview of the minutes in either language."""

    TITLE_TEXT = N_("Minutes")
    HELP_TEXT = N_(
        "This is what both sides get. It is a draft until both have confirmed it in the last "
        "stage. Your private notes are not in it. Read it back to the room, then press r: when "
        "that was is noted, until the minutes say something else. Export it with x, in either "
        "language."
    )
    CSS_PATH = "minutes.tcss"
    AUTO_FOCUS = "#minutes-scroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "read_back", N_("Read back"), id="minutes.read_back"),
        Binding("x", "export", N_("Export"), id="minutes.export"),
        Binding("l", "other_language", N_("Other language"), id="minutes.language"),
        Binding("t", "take_home", N_("Take home"), id="minutes.take_home"),
        Binding("v", "versions", N_("Versions"), id="minutes.versions"),
        Binding("f9", "park", N_("Park a point"), id="minutes.park", show=False),
        Binding("escape,f10,q", "close", N_("Back"), id="minutes.close"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.lang: str = language()
        self.version: VersionNote | None = None

    @property
    def topic(self) -> Topic:
        """See ``Frame``. The room follows how far they are scrolled."""
        scroll = self.query("#minutes-scroll")
        known = topic_of(self.version)
        if not scroll or not (below := scroll.first().max_scroll_y):
            return known
        return known.but(place=round(100 * scroll.first().scroll_target_y / below))

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield HeaderLine()
        yield Text("", id="state")
        with VerticalScroll(id="minutes-scroll"):
            yield MinutesText(id="minutes")
        yield KeyBar()

    def on_mount(self) -> None:
        """Say that the minutes are being made, then show them."""
        self.query_one(HeaderLine).show(self.desk.work)
        self.query_one("#state", Text).show(_("The minutes are being made…"))
        self.call_after_refresh(self.read_minutes)

    def read_minutes(self) -> None:
        """Bring the preview up to date."""
        work = self.desk.work
        self.query_one(HeaderLine).show(work)
        self.version = self.desk.in_force
        self.query_one("#state", Text).show(self._state())
        self.query_one(MinutesText).show(self.desk.minutes_text(self.lang))

    def _state(self) -> Content:
        """Final, with number and hash; or a draft, of which version and when it was read back."""
        if self.desk.altered:
            return plain(_(ALTERED), "$warning")
        if self.version is not None:
            return final_text(self.version)
        session = self.desk.work.session
        said = _("Draft: not confirmed by both sides yet.")
        if session.reopenings:
            number = len(session.reopenings) + 1
            said = _("Draft of version {n}: not confirmed by both sides yet.").format(n=number)
        state = plain(said, "$warning")
        if session.minutes_read_at is None:
            return state
        moment = fmt_datetime(session.minutes_read_at)
        return joined(state, plain(" " + _("Read back: {moment}.").format(moment=moment), "dim"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a draft is read back."""
        if action == "read_back":
            session = self.desk.work.session
            return session.state == "running" and not session.minutes_only
        return super().check_action(action, parameters)

    def action_read_back(self) -> None:
        """Note that the draft was read back to the room; again takes that back."""
        read = self.desk.work.session.minutes_read_at is not None
        refusal = self.desk.do(NoteMinutesRead(read=not read))
        if refusal is not None:
            self.say(refusal)
        self.read_minutes()

    def action_other_language(self) -> None:
        """Read the minutes in the other language."""
        self.lang = next(lang for lang in LANGUAGE_NAMES if lang != self.lang)
        self.read_minutes()

    @worker
    async def action_export(self) -> None:
        """Write the minutes to files."""
        if self.desk.work.session.rehearsal:
            self.say(Sentence(NOTHING_OF_A_REHEARSAL))
            return
        await self.app.push_screen_wait(ExportDialog(self.desk, self.lang))

    @worker
    async def action_park(self) -> None:
        """Park a point that came up while reading; it stands in the minutes at once."""
        await park(self, self.desk)
        self.read_minutes()

    def action_take_home(self) -> None:
        """Codes that phones take the action list home with."""
        from screens.take_home import TakeHomeScreen  # few sessions need it

        screen = TakeHomeScreen(self.desk, self.lang, self.size.height)
        if screen.pages:
            self.app.push_screen(screen)
        else:
            self.say(Sentence(N_("There is no open action to take home.")))

    def action_versions(self) -> None:
        """The confirmed versions, and what differs."""
        from screens.versions import VersionsScreen  # few sessions have any

        self.app.push_screen(VersionsScreen(self.desk))

    def action_close(self) -> None:
        """Back to the stage."""
        self.dismiss()
