"""The confirmed versions of the minutes: what each brought and why, and each to read and export."""

from typing import ClassVar

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from screens.desk import Desk
from screens.dialogs.export import ExportDialog
from screens.frame import Frame
from screens.plain import Text, joined, plain
from screens.version_words import final_text, replaced_text
from screens.widgets.header import HeaderLine
from screens.widgets.key_bar import KeyBar
from screens.widgets.minutes_text import MinutesText
from screens.widgets.pick_list import PickList, Row
from sessionui.domain.minutes.document import VersionNote
from sessionui.domain.room import Topic
from sessionui.locale import LANGUAGE_NAMES, N_, _, fmt_datetime, language


class VersionsScreen(Frame):
    """A list of versions, newest first; below it what the picked one brought, and why."""

    TITLE_TEXT = N_("Versions of the minutes")
    HELP_TEXT = N_(
        "Every confirmed version stays readable. Below the list stands why the picked one came, "
        "and what it changed. Enter opens it, to read and to export again. The "
        "hash is printed in every form; sessionui verify tells whether a file belongs to it."
    )
    AUTO_FOCUS = "#versions"
    DEFAULT_CSS = """
    VersionsScreen #versions { height: 30%; min-height: 4; padding: 0 1; }
    VersionsScreen #differs-scroll { height: 1fr; padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "read", N_("Open"), id="versions.read"),
        Binding("escape,q", "close", N_("Back"), id="versions.close"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.versions: tuple[VersionNote, ...] = ()

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield HeaderLine()
        yield PickList(id="versions")
        with VerticalScroll(id="differs-scroll"):
            yield Text("", id="differs")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the versions."""
        self.versions = self.desk.versions
        work = self.desk.work
        self.query_one(HeaderLine).show(work)
        draft = work.session.state != "confirmed"
        newest = 0 if draft or not self.versions else self.versions[-1].number
        rows = [_row(version, in_force=version.number == newest) for version in self.versions]
        self.query_one(PickList).show(rows[::-1])
        self._show_picked()

    def _picked(self) -> VersionNote | None:
        picked = self.query_one(PickList).picked
        return next((v for v in self.versions if str(v.number) == picked), None)

    def _show_picked(self) -> None:
        version = self._picked()
        self.query_one("#differs", Text).show(
            plain(_("Nothing was confirmed yet."), "dim")
            if version is None
            else Content("\n").join(self._told(version))
        )

    def _told(self, version: VersionNote) -> list[Content]:
        """The hash, and what it brought; of the last one also why it was opened again."""
        from sessionui.domain.minutes.content import printed

        code = printed(version.content_hash) or "–"
        lines = [plain(f"{_('Content hash')}  {code}", "dim")]
        before = next((v for v in self.versions if v.number == version.number - 1), None)
        if before is None:
            lines.append(plain(_("The first that was confirmed.")))
        else:
            lines += self._brought(before)
        if version is self.versions[-1] and version.reason:
            lines += [plain(""), *self._brought(version, draft=True)]
        return lines

    def _brought(self, before: VersionNote, *, draft: bool = False) -> list[Content]:
        """Why a version came after ``before``, and what it changed."""
        number = before.number + 1
        said = _("Draft of version {n}") if draft else _("Version {n}")
        head = said.format(n=number)
        if before.reason:
            head = _("{version}, because: {reason}").format(version=head, reason=before.reason)
        changes = self.desk.changes(before.number, language())
        lines = [plain(head, "bold")]
        lines += [plain(f"· {change}") for change in changes]
        if not changes:
            lines.append(plain(_("Nothing that these minutes say changed."), "dim"))
        return lines

    def on_option_list_option_highlighted(self, event: PickList.OptionHighlighted) -> None:
        """Show what it brought."""
        event.stop()
        self._show_picked()

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """A click opens it."""
        event.stop()
        self.action_read()

    def action_read(self) -> None:
        """Open the picked version."""
        if version := self._picked():
            newest = self.versions[-1].number
            self.app.push_screen(VersionScreen(self.desk, version, newest))

    def action_close(self) -> None:
        """Back to the minutes."""
        self.dismiss()


class VersionScreen(Frame):
    """One confirmed version, whole; the room isn't shown an old one as if it counted."""

    TITLE_TEXT = N_("Minutes")
    HELP_TEXT = N_(
        "This is what was confirmed then. It can't be changed; x writes it to files again, as it "
        "was. The room sees which version it is, and by which it was replaced."
    )
    CSS_PATH = "minutes.tcss"
    AUTO_FOCUS = "#version-scroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "export", N_("Export"), id="version.export"),
        Binding("l", "other_language", N_("Other language"), id="version.language"),
        Binding("escape,q", "close", N_("Back"), id="version.close"),
    ]

    def __init__(self, desk: Desk, version: VersionNote, newest: int) -> None:
        super().__init__()
        self.desk, self.version, self.newest = desk, version, newest
        self.lang: str = language()

    @property
    def topic(self) -> Topic:
        """See ``Frame``."""
        number, newest = self.version.number, self.newest
        draft = self.desk.work.session.state != "confirmed"
        return Topic(
            kind="minutes",
            edition=number,
            code=self.version.content_hash,
            old=number < newest or draft,
            replaced_by=newest if number < newest else 0,
        )

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield HeaderLine()
        yield Text("", id="state")
        with VerticalScroll(id="version-scroll"):
            yield MinutesText(id="version")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show it."""
        self.query_one(HeaderLine).show(self.desk.work)
        self.query_one("#state", Text).show(self._state())
        self._read()

    def _read(self) -> None:
        text = self.desk.version_text(self.version.number, self.lang)
        self.query_one(MinutesText).show(text)

    def _state(self) -> Content:
        topic = self.topic
        if topic.old:
            return plain(replaced_text(topic.edition, topic.replaced_by), "$warning")
        return final_text(self.version)

    async def action_other_language(self) -> None:
        """Read it in the other language."""
        self.lang = next(lang for lang in LANGUAGE_NAMES if lang != self.lang)
        self._read()

    @worker
    async def action_export(self) -> None:
        """Write it to files again."""
        dialog = ExportDialog(self.desk, self.lang, edition=self.version.number)
        await self.app.push_screen_wait(dialog)

    def action_close(self) -> None:
        """Back to the list."""
        self.dismiss()


def _row(version: VersionNote, *, in_force: bool) -> Row:
    said = _("version {n}").format(n=version.number)
    when = fmt_datetime(version.confirmed_at)
    mark = plain(f"  {_('in force')}", "$success") if in_force else plain("")
    return str(version.number), joined(plain(f"{said}  ", "bold"), plain(when), mark)
