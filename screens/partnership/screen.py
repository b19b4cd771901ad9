"""A partnership: who, what they agreed, how it went; and the way to the next session."""

from typing import ClassVar

from textual import events
from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from screens.dialogs.confirm import ConfirmDialog
from screens.dialogs.partnership import DescribeDialog
from screens.frame import Frame
from screens.messages import GoHome, OpenSession
from screens.partnership.actions import ActionsPage
from screens.partnership.indicators import IndicatorsPage
from screens.partnership.marks import MarksPage
from screens.partnership.page import Page, PageStrip
from screens.partnership.people import PeoplePage
from screens.partnership.sessions import SessionList, SessionsPage
from screens.partnership.view import View, view_of
from screens.plain import Text, plain
from screens.shelf import Shelf
from screens.widgets.ends import EndsLine
from screens.widgets.header import names_line
from screens.widgets.key_bar import KeyBar
from sessionui.locale import N_, _
from sessionui.text import cell_width

PAGES: tuple[type[Page], ...] = (
    SessionsPage,
    IndicatorsPage,
    MarksPage,
    ActionsPage,
    PeoplePage,
)
CHANGING: tuple[type[ActionsPage | PeoplePage], ...] = (ActionsPage, PeoplePage)


class PartnershipScreen(Frame):
    """Five pages, one at a time; number keys and arrows walk between them."""

    TITLE_TEXT = N_("Partnership")
    HELP_TEXT = N_(
        "Everything that outlives a session: who belongs to it, the contract, the indicators with "
        "what they mean, how the marks went, and what is still to be done. The number keys and "
        "the arrows left and right open a page. Begin with the people of both sides, then plan "
        "the kick-off with n. Actions and meanings are changed in a session, together."
    )
    CSS_PATH = "partnership.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "plan", N_("New session"), id="partnership.plan"),
        Binding("c", "describe", N_("Contract"), id="partnership.describe"),
        Binding("y", "year", N_("Year picture"), id="partnership.year", show=False),
        Binding("1", "page(0)", N_("Sessions"), id="page.1", show=False),
        Binding("2", "page(1)", N_("Indicators"), id="page.2", show=False),
        Binding("3", "page(2)", N_("Marks"), id="page.3", show=False),
        Binding("4", "page(3)", N_("Actions"), id="page.4", show=False),
        Binding("5", "page(4)", N_("People"), id="page.5", show=False),
        Binding("right", "step(1)", N_("Next page"), id="page.next", show=False),
        Binding("left", "step(-1)", N_("Previous page"), id="page.previous", show=False),
        Binding("escape", "home", N_("Back"), id="partnership.home"),
    ]

    def __init__(self, shelf: Shelf, partnership_id: str) -> None:
        super().__init__()
        self.shelf, self.partnership_id = shelf, partnership_id
        self.place = 0
        self._composed = False

    def compose(self) -> ComposeResult:
        self._composed = True
        yield EndsLine(id="top")
        yield PageStrip()
        yield Text("", id="banner")
        yield Text("", id="read-only")
        with Vertical(id="work"):
            for page in PAGES:
                yield self._made(page)
        yield KeyBar()

    @property
    def page(self) -> Page:
        """The open page."""
        return self.query_one(f"#page-{PAGES[self.place].KEY}", Page)

    # --- showing

    def on_screen_resume(self) -> None:
        """Shown again: a session may have changed things."""
        self.show()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the rows to the window."""
        del event
        self.call_after_refresh(self.show)

    def show(self) -> None:
        """Show the partnership as it is now."""
        if not self.is_mounted or not self.size.width:
            return
        view = view_of(self.shelf, self.partnership_id)
        self._show_lines(view)
        open_page = self.page
        for page in self.query(Page):
            page.display = page is open_page
        open_page.show(view)
        if self._composed or self.focused is None:
            self._composed = False
            open_page.take_focus()
        self.refresh_bindings()

    def _show_lines(self, view: View) -> None:
        partnership = view.partnership
        badges = [
            _("EXAMPLE") if partnership.example else "",
            _("archived") if partnership.archived else "",
        ]
        badge = " · ".join(b for b in badges if b)
        left = names_line(
            partnership.name_a, partnership.name_b, self.size.width - cell_width(badge) - 4
        )
        style = "$background on $accent" if partnership.example else "dim"
        right = plain(f" {badge} ", style) if badge else plain("")
        self.query_one("#top", EndsLine).show(left, right)
        self.query_one(PageStrip).show([(p.KEY, p.TITLE) for p in PAGES], PAGES[self.place].KEY)
        notice = self.query_one("#read-only", Text)
        notice.display = view.read_only
        notice.show(_("This file was opened for reading only, so nothing can be changed here."))

    # --- pages

    def action_page(self, place: int) -> None:
        """Open a page."""
        self.place = place
        self.set_focus(None)
        self.show()

    def action_step(self, by: int) -> None:
        """Open the next or the previous page."""
        self.action_page((self.place + by) % len(PAGES))

    def on_page_strip_chosen(self, message: PageStrip.Chosen) -> None:
        """A page was clicked."""
        message.stop()
        self.action_page([page.KEY for page in PAGES].index(message.key))

    def on_sessions_page_step(self, message: SessionsPage.Step) -> None:
        """Take one of the first steps."""
        message.stop()
        match message.step:
            case "people":
                self.action_page(len(PAGES) - 1)
            case "contract":
                self.action_describe()
            case "plan":
                self.action_plan()

    @worker
    async def on_session_list_cancelled(self, message: SessionList.Cancelled) -> None:
        """Delete a planned session after asking; say at once why one can't be."""
        message.stop()
        if refusal := self.shelf.why_not_cancel(message.session_id):
            self.say(refusal)
            return
        question = ConfirmDialog(
            _("Delete this planned session?"),
            _("Only a session in which nobody has scored can be deleted. A backup is kept."),
        )
        if await self.app.push_screen_wait(question):
            self.say(self.shelf.cancel(message.session_id))
            self.show()

    def _made(self, page: type[Page]) -> Page:
        changing = next((kind for kind in CHANGING if kind is page), None)
        return changing(self.shelf, self.partnership_id) if changing else page()

    def on_actions_page_changed(self, message: ActionsPage.Changed) -> None:
        """Show how the actions stand now, or say why they could not be changed."""
        message.stop()
        self.say(message.refusal)
        self.show()

    def on_actions_page_written(self, message: ActionsPage.Written) -> None:
        """Say where the calendar file is, or why it isn't."""
        message.stop()
        if isinstance(message.outcome, str):
            self.tell(_("Written: {file}").format(file=message.outcome))
        else:
            self.say(message.outcome)

    def on_people_page_changed(self, message: PeoplePage.Changed) -> None:
        """Show who is here now, or say why it could not be."""
        message.stop()
        self.say(message.refusal)
        self.show()

    # --- keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Dim what is impossible now."""
        del parameters
        if action in ("plan", "describe"):
            return not self.shelf.read_only or None
        return True

    @worker
    async def action_describe(self) -> None:
        """Names, contract, since when, rhythm."""
        if self.shelf.read_only:
            return
        partnership = self.shelf.partnership(self.partnership_id)
        await self.app.push_screen_wait(DescribeDialog(self.shelf, partnership))
        self.show()

    @worker
    async def action_plan(self) -> None:
        """Plan a session; one for today is opened at once."""
        from screens.planning import PlanningScreen  # loaded when first asked for

        if self.shelf.read_only:
            return
        form = PlanningScreen(self.shelf, self.partnership_id)
        await self.app.push_screen_wait(form)
        if form.session_id is None:
            return
        if form.open_now:
            self.post_message(OpenSession(form.session_id))
            return
        self.action_page(0)
        self.query_one(SessionsPage).pick(form.session_id)

    def action_year(self) -> None:
        """All indicators over all rounds."""
        from screens.year import YearScreen  # loaded when first asked for
        from sessionui.domain.year import year_of

        view = view_of(self.shelf, self.partnership_id)
        year = year_of(view.partnership, view.rounds)
        self.app.push_screen(YearScreen(year, view.names, example=view.partnership.example))

    def action_home(self) -> None:
        """Back to all partnerships."""
        self.post_message(GoHome())
