"""Handing out the minutes: which forms, which language, which folder; then what was written."""

import asyncio
from pathlib import Path
from typing import ClassVar

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Checkbox, Select

from screens.desk import Desk
from screens.plain import Text, plain
from screens.widgets.fields import Recorded, RecordInput, Typed
from screens.widgets.refusal import Refusal
from screens.widgets.tick import Tick
from sessionui.domain.wording import Sentence
from sessionui.locale import LANGUAGE_NAMES, N_, _, phrase

FORMS = (
    ("pdf", N_("PDF, to sign and to keep")),
    ("docx", N_("Word")),
    ("html", N_("Web page, also to print (HTML)")),
    ("md", N_("Markdown")),
    ("json", N_("Data for programs (JSON)")),
)


class ExportDialog(ModalScreen[None]):
    """Writes the minutes in the ticked forms; nothing is ever overwritten."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", N_("Save"), id="export.save", priority=True),
        Binding("escape", "close", N_("Close"), id="export.close", priority=True),
    ]

    def __init__(self, desk: Desk, lang: str) -> None:
        super().__init__()
        self.desk, self.lang = desk, lang

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Vertical(classes="dialog"):
            title = _("Hand out the minutes")
            if self.desk.work.session.state != "confirmed":
                title = f"{title} · {_('marked as draft')}"
            yield Text(title, classes="dialog-title")
            for form, name in FORMS:
                yield Tick(_(name), value=form in {"pdf", "docx"}, id=f"form-{form}")
            yield Text(_("Language"), classes="field-label")
            yield Select(
                [(plain(name), lang) for lang, name in LANGUAGE_NAMES.items()],
                value=self.lang,
                allow_blank=False,
                compact=True,
                id="language",
            )
            yield Text(_("Folder"), classes="field-label")
            yield RecordInput("export/folder", record_on_leave=False, id="folder")
            yield Refusal()
            yield Text("", id="written")
            yield Text(_("ctrl+s writes the files · escape closes"), classes="dialog-keys")

    def on_mount(self) -> None:
        """Begin with the forms."""
        field = self.query_one("#folder", RecordInput)
        field.show(self.desk.export_folder(), None)
        self.query_one("#form-pdf").focus()

    def on_typed(self, message: Typed) -> None:
        """A folder is no draft."""
        message.stop()

    def on_recorded(self, message: Recorded) -> None:
        """Enter in the folder writes."""
        message.stop()
        if message.entered:
            self.action_save()

    @worker
    async def action_save(self) -> None:
        """Write the files, beside the interface."""
        forms = tuple(f for f, _name in FORMS if self.query_one(f"#form-{f}", Checkbox).value)
        refusal, written = self.query_one("#refusal", Text), self.query_one("#written", Text)
        if not forms:
            refusal.show(_("Tick at least one form."))
            return
        refusal.show("")
        written.show(_("writing…"))
        lang = str(self.query_one("#language", Select).value)
        folder = self.query_one("#folder", RecordInput).value
        outcome = await asyncio.to_thread(self.desk.export, forms, lang, folder)
        if isinstance(outcome, Sentence):
            written.show("")
            refusal.show(phrase(outcome.template, outcome.values))
            return
        lines = "\n".join(f"✓ {Path(path).name}" for path in outcome.paths)
        written.show(plain(lines, "$success"))
        refusal.show("\n".join(phrase(n.template, n.values) for n in outcome.notices))

    def action_close(self) -> None:
        """Back."""
        self.dismiss(None)
