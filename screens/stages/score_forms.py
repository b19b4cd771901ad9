"""Handing out the questionnaire as forms to mail: language, folder, and what was written."""

import asyncio
from pathlib import Path
from typing import ClassVar

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Select

from screens.desk import Desk
from screens.plain import Text, joined, plain
from screens.widgets.fields import Recorded, RecordInput, Typed
from screens.widgets.refusal import Refusal
from screens.widgets.tick import Tick
from sessionui.domain.wording import Sentence
from sessionui.locale import LANGUAGE_NAMES, N_, _, ngettext, phrase


class FormsDialog(ModalScreen[None]):
    """Writes a form for each rater by name, for each side by side; nothing is overwritten."""

    CSS_PATH = "../dialogs/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", N_("Save"), id="forms.save", priority=True),
        Binding("escape", "close", N_("Close"), id="forms.close", priority=True),
    ]

    def __init__(self, desk: Desk, lang: str) -> None:
        super().__init__()
        self.desk, self.lang = desk, lang

    def compose(self) -> ComposeResult:
        """See Textual."""
        by_name = self.desk.work.session.rules.secrecy == "name"
        with Vertical(classes="dialog"):
            yield Text(_("Forms to mail"), classes="dialog-title")
            with VerticalScroll(classes="dialog-body", can_focus=False):
                yield Text(_what(by_name=by_name), classes="help-text")
                if not by_name:
                    yield Tick(_("Numbered: a form a rater, each counts once"), id="numbered")
                yield Text(_("Language"), classes="field-label")
                yield Select(
                    [(plain(name), lang) for lang, name in LANGUAGE_NAMES.items()],
                    value=self.lang,
                    allow_blank=False,
                    compact=True,
                    id="language",
                )
                yield Text(_("Folder"), classes="field-label")
                yield RecordInput("forms/folder", record_on_leave=False, id="folder")
                yield Refusal()
                yield Text("", id="written")
            yield Text(_("ctrl+s writes the forms · escape closes"), classes="dialog-keys")

    def on_mount(self) -> None:
        """Begin with the language; the folder is the one used before."""
        self.query_one("#folder", RecordInput).show(self.desk.export_folder(), None)
        self.query_one("#language").focus()

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
        """Write the forms, beside the interface."""
        refusal, written = self.query_one("#refusal", Text), self.query_one("#written", Text)
        refusal.show("")
        outcome: tuple[str, ...] | Sentence | None = self.desk.prepare_forms()
        if outcome is None:
            written.show(_("writing…"))
            lang = str(self.query_one("#language", Select).value)
            folder = self.query_one("#folder", RecordInput).value
            numbered = any(tick.value for tick in self.query(Tick))
            outcome = await asyncio.to_thread(
                self.desk.write_forms, lang, folder, numbered=numbered
            )
        if isinstance(outcome, Sentence):
            written.show("")
            refusal.show(phrase(outcome.template, outcome.values))
            self.call_after_refresh(refusal.scroll_visible, animate=False)
            return
        count = ngettext("{n} form is in {folder}", "{n} forms are in {folder}", len(outcome))
        summary = count.format(n=len(outcome), folder=str(Path(outcome[0]).parent))
        lines = "\n".join(f"✓ {Path(path).name}" for path in outcome)
        written.show(joined(plain(f"{summary}\n", "bold"), plain(lines, "$success")))
        self.call_after_refresh(written.scroll_visible, animate=False, top=True)

    def action_close(self) -> None:
        """Back."""
        self.dismiss(None)


def _what(*, by_name: bool) -> str:
    if by_name:
        text = _("One web page a rater. Mail each to the one whose name it carries.")
    else:
        text = _("One web page a side, without names. Mail it to everybody of that side.")
    rest = _("They mail an answer file back: take it in with i. Mail isn't secret.")
    return f"{text} {rest}"
