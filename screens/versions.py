"""The confirmed versions of the minutes: why each was opened again, and what differs since."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Markdown

from screens.desk import Desk
from screens.frame import Frame
from screens.plain import Text, joined, plain
from screens.widgets.header import HeaderLine
from screens.widgets.key_bar import KeyBar
from screens.widgets.pick_list import PickList, Row
from sessionui.domain.minutes.document import VersionNote
from sessionui.locale import N_, _, fmt_datetime, language

_CODE = 29


class VersionsScreen(Frame):
    """A list of versions, newest first; below it what differs from the picked one to the next."""

    TITLE_TEXT = N_("Versions of the minutes")
    HELP_TEXT = N_(
        "Every confirmed version stays readable. Below the list stands what differs from the "
        "picked one to the next, and why it was opened again. Enter reads the whole of it. The "
        "hash is printed in every form; sessionui verify tells whether a file belongs to it."
    )
    AUTO_FOCUS = "#versions"
    DEFAULT_CSS = """
    VersionsScreen #versions { height: 30%; min-height: 4; padding: 0 1; }
    VersionsScreen #differs-scroll { height: 1fr; padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "read", N_("Read"), id="versions.read"),
        Binding("escape,q", "close", N_("Back"), id="versions.close"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield HeaderLine()
        yield PickList(id="versions")
        with VerticalScroll(id="differs-scroll"):
            yield Text("", id="differs")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the versions."""
        self.query_one(HeaderLine).show(self.desk.work)
        self.query_one(PickList).show([_row(v) for v in reversed(self.desk.versions)])
        self._show_picked()

    def _picked(self) -> VersionNote | None:
        picked = self.query_one(PickList).picked
        return next((v for v in self.desk.versions if str(v.number) == picked), None)

    def _show_picked(self) -> None:
        version = self._picked()
        self.query_one("#differs", Text).show(
            plain(_("Nothing was confirmed yet."), "dim")
            if version is None
            else _differs(version, self.desk.changes(version.number, language()))
        )

    def on_option_list_option_highlighted(self, event: PickList.OptionHighlighted) -> None:
        """Show what differs from it."""
        event.stop()
        self._show_picked()

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Enter or a click reads it."""
        event.stop()
        self.action_read()

    def action_read(self) -> None:
        """Read the whole of the picked version."""
        if version := self._picked():
            self.app.push_screen(VersionScreen(self.desk, version.number))

    def action_close(self) -> None:
        """Back to the minutes."""
        self.dismiss()


class VersionScreen(Frame):
    """One confirmed version, whole."""

    TITLE_TEXT = N_("Minutes")
    HELP_TEXT = N_("This is what was confirmed then. It can't be changed.")
    CSS_PATH = "minutes.tcss"
    AUTO_FOCUS = "#version-scroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", N_("Back"), id="version.close"),
    ]

    def __init__(self, desk: Desk, number: int) -> None:
        super().__init__()
        self.desk, self.number = desk, number

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield HeaderLine()
        with VerticalScroll(id="version-scroll"):
            yield Markdown("", open_links=False, id="version")
        yield KeyBar()

    async def on_mount(self) -> None:
        """Show it."""
        self.query_one(HeaderLine).show(self.desk.work)
        text = self.desk.version_text(self.number, language())
        await self.query_one(Markdown).update(text)

    def action_close(self) -> None:
        """Back to the list."""
        self.dismiss()


def _row(version: VersionNote) -> Row:
    said = _("version {n}").format(n=version.number)
    when = fmt_datetime(version.confirmed_at)
    return str(version.number), joined(plain(f"{said}  ", "bold"), plain(when))


def _differs(version: VersionNote, changes: tuple[str, ...]) -> Content:
    from sessionui.domain.minutes.content import printed

    lines = [plain(f"{_('Content hash')}  {printed(version.content_hash)}", "dim")]
    if version.reason:
        lines.append(plain(_("Opened again because") + f": {version.reason}", "bold"))
        lines += [plain(f"· {change}") for change in changes]
        if not changes:
            lines.append(plain(_("Nothing that these minutes say."), "dim"))
    return Content("\n").join(lines)
