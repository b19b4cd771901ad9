"""Handing out the minutes: which forms, how much, for whom; then what was written."""

import asyncio
from functools import partial
from pathlib import Path
from time import monotonic
from typing import ClassVar, Literal

from textual import work as worker
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid, Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Checkbox, Select

from screens.desk import Desk
from screens.plain import Text, plain
from screens.widgets.fields import Recorded, RecordInput, Typed
from screens.widgets.tick import Tick
from sessionui.domain.minutes.handed_out import Extent, HandedOut
from sessionui.domain.sides import SIDES, SIGNS
from sessionui.domain.wording import Sentence
from sessionui.locale import LANGUAGE_NAMES, N_, _, ngettext, phrase
from sessionui.text import shorten_middle

FORMS = (
    ("pdf", N_("PDF, to sign")),
    ("docx", N_("Word")),
    ("html", N_("Web page (HTML)")),
    ("md", N_("Markdown")),
    ("xlsx", N_("Spreadsheet (XLSX)")),
    ("csv", N_("Tables (CSV in a ZIP)")),
    ("ics", N_("Calendar (ICS)")),
    ("json", N_("Data (JSON)")),
)
USUAL = ("pdf", "docx", "ics")
HELD_DOWN = 3
"""Seconds in which the same key asks for the same again only by being held down."""
Amount = Literal["full", "agreements", "a", "b"]


class ExportDialog(ModalScreen[None]):
    """Writes the minutes in the ticked forms; nothing is ever overwritten."""

    CSS_PATH = ["dialogs.tcss", "export.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", N_("Save"), id="export.save", priority=True),
        Binding("ctrl+a", "all", N_("All forms"), id="export.all", priority=True),
        Binding("escape", "close", N_("Close"), id="export.close", priority=True),
    ]

    def __init__(self, desk: Desk, lang: str, *, edition: int = 0) -> None:
        """``edition``: the number of an earlier version; by default the minutes as they stand."""
        super().__init__()
        self.desk, self.lang, self.edition = desk, lang, edition
        self._writing = False
        self._done: object = None
        self._done_at = 0.0

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Vertical(classes="dialog"):
            title = _("Hand out the minutes")
            if self.edition:
                title = f"{title} · {_('version {n}').format(n=self.edition)}"
            elif self.desk.work.session.state != "confirmed":
                title = f"{title} · {_('marked as draft')}"
            yield Text(title, classes="dialog-title")
            with Grid(id="forms"):
                for form, name in FORMS:
                    yield Tick(_(name), value=form in USUAL, id=f"form-{form}")
            with Horizontal(id="choices"):
                yield self._select("amount", self._amounts(), "full")
                languages: list[tuple[str, str]] = [
                    (name, lang) for lang, name in LANGUAGE_NAMES.items()
                ]
                yield self._select("language", languages, self.lang)
            yield Text(_("Folder"), classes="field-label")
            yield RecordInput("export/folder", record_on_leave=False, id="folder")
            yield Text(
                _("House style: a folder with house.toml; empty for ours"), classes="field-label"
            )
            yield RecordInput("export/house", record_on_leave=False, id="house")
            with VerticalScroll(id="outcome", can_focus=False):
                yield Text("", id="refusal")
                yield Text("", id="written")
            yield Text(
                _("ctrl+s writes the files · ctrl+a all · escape closes"),
                classes="dialog-keys",
            )

    def _amounts(self) -> list[tuple[str, str]]:
        names = self.desk.work.names
        copies = [
            (_("Copy for {side}").format(side=f"{SIGNS[s]} {shorten_middle(names[s], 20)}"), s)
            for s in SIDES
        ]
        return [(_("All of it"), "full"), (_("Actions and decisions"), "agreements"), *copies]

    def _select(self, name: str, choices: list[tuple[str, str]], value: str) -> Select[str]:
        options = [(plain(text), key) for text, key in choices]
        return Select(options, value=value, allow_blank=False, compact=True, id=name)

    def on_mount(self) -> None:
        """Begin with the forms."""
        self.query_one("#folder", RecordInput).show(self.desk.export_folder(), None)
        self.query_one("#house", RecordInput).show(self.desk.house_folder(), None)
        self.query_one("#form-pdf").focus()

    def on_typed(self, message: Typed) -> None:
        """A folder is no draft."""
        message.stop()

    def on_recorded(self, message: Recorded) -> None:
        """Enter in a folder writes."""
        message.stop()
        if message.entered:
            self.action_save()

    def action_all(self) -> None:
        """Tick every form; once more ticks none."""
        boxes = list(self.query(Checkbox))
        every = all(box.value for box in boxes)
        for box in boxes:
            box.value = not every

    def _extent(self) -> Extent:
        amount = str(self.query_one("#amount", Select).value)
        house = self.query_one("#house", RecordInput).value
        if amount == "agreements":
            return Extent("agreements", house=house)
        side = next((s for s in SIDES if s == amount), None)
        return Extent(copy_for=side, house=house)

    @worker
    async def action_save(self) -> None:
        """Write the files, beside the interface; what was just written isn't written again."""
        if self._writing:
            return
        forms = tuple(f for f, _name in FORMS if self.query_one(f"#form-{f}", Checkbox).value)
        refusal, written = self.query_one("#refusal", Text), self.query_one("#written", Text)
        if not forms:
            refusal.show(_("Tick at least one form."))
            return
        lang = str(self.query_one("#language", Select).value)
        folder = self.query_one("#folder", RecordInput).value
        extent = self._extent()
        asked = (forms, lang, folder, extent)
        if asked == self._done and monotonic() - self._done_at < HELD_DOWN:
            return
        refusal.show("")
        written.show(_("writing…"))
        self._writing = True
        going = asyncio.create_task(
            asyncio.to_thread(self.desk.export, forms, lang, folder, extent, edition=self.edition)
        )
        try:
            outcome = await asyncio.shield(going)
        except asyncio.CancelledError:
            going.add_done_callback(partial(_tell_outside, self.app))
            raise
        finally:
            self._writing = False
        if isinstance(outcome, Sentence):
            written.show("")
            refusal.show(_refused(outcome))
            return
        self._done, self._done_at = asked, monotonic()
        lines = "\n".join([_counted(outcome), *(Path(path).name for path in outcome.paths)])
        written.show(plain(lines, "$success"))
        refusal.show("\n".join(phrase(n.template, n.values) for n in outcome.notices))

    def action_close(self) -> None:
        """Back."""
        self.dismiss(None)


def _counted(outcome: HandedOut) -> str:
    count = len(outcome.paths)
    return ngettext("✓ {n} file written:", "✓ {n} files written:", count).format(n=count)


def _refused(outcome: Sentence) -> str:
    said = phrase(outcome.template, outcome.values)
    # One file stands for all: they are written all or none.
    return f"{said} {_('Nothing was written.')}" if "file" in outcome.values else said


def _tell_outside(app: App[object], going: "asyncio.Task[HandedOut | Sentence]") -> None:
    """The dialog was closed while it wrote: how that ended is told beside what is open now."""
    if going.cancelled() or not app.is_running:
        return
    outcome = going.result()
    if isinstance(outcome, Sentence):
        app.notify(_refused(outcome), severity="warning", markup=False)
    else:
        app.notify(f"{_counted(outcome)} {Path(outcome.paths[0]).parent}", markup=False)
