"""When the file can't be saved, or another program changed it: ways out."""

import asyncio
from collections.abc import Callable
from typing import ClassVar

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from screens.dialogs.choose import ChooseDialog
from screens.plain import Text, plain
from screens.widgets.refusal import Refusal
from sessionui.domain.wording import Sentence
from sessionui.locale import N_, _, phrase
from sessionui.text import clean

Write = Callable[[str], str | Sentence]
"""Writes a whole copy into a folder: its path, or why not."""


class CopyDialog(ModalScreen[bool]):
    """Asks for a folder and writes a whole copy there; true when it was written."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", N_("Close"), id="copy.close"),
    ]

    def __init__(self, write: Write, folder: str) -> None:
        super().__init__()
        self.write, self.folder = write, folder
        self.written = False

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Vertical(classes="dialog"):
            yield Text(_("Save a copy elsewhere"), classes="dialog-title")
            yield Text(
                _("Everything as it is now, half-typed text too. Your file stays as it is."),
                classes="help-text",
            )
            yield Text(_("Folder"), classes="field-label")
            yield Input(self.folder, id="folder")
            yield Refusal()
            yield Text("", id="written")
            yield Text(_("enter saves the copy · escape closes"), classes="dialog-keys")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Write."""
        event.stop()
        self._save(clean(event.value, multiline=False).strip())

    @worker(exclusive=False)
    async def _save(self, folder: str) -> None:
        refusal, written = self.query_one("#refusal", Text), self.query_one("#written", Text)
        refusal.show("")
        written.show(_("writing…"))
        outcome = await asyncio.to_thread(self.write, folder)
        if isinstance(outcome, Sentence):
            written.show("")
            refusal.show(phrase(outcome.template, outcome.values))
            return
        self.written = True
        written.show(plain(f"✓ {outcome}", "$success"))

    def action_close(self) -> None:
        """Back."""
        self.dismiss(self.written)


class ConflictDialog(ChooseDialog):
    """Another program changed the file: ``mine``, ``theirs``, ``copy``, or later (``None``)."""

    def __init__(self) -> None:
        super().__init__(
            _("Another program changed the file"),
            [
                ("mine", plain(_("Mine: save what is here; the other file is kept beside it"))),
                ("theirs", plain(_("Theirs: open the other file; mine is kept beside it"))),
                ("copy", plain(_("Save a copy elsewhere"))),
                ("later", plain(_("Decide later"))),
            ],
            _(
                "A program that keeps folders in step, an editor, or somebody else has written "
                "the file while it was open here. Which one counts? Nothing is lost either way."
            ),
        )


class QuitDialog(ChooseDialog):
    """Not everything is saved: ``copy``, ``quit``, or stay (``None``)."""

    def __init__(self) -> None:
        super().__init__(
            _("Not everything is saved"),
            [
                ("copy", plain(_("Save a copy elsewhere"))),
                ("stay", plain(_("Stay, and save when it is possible again"))),
                ("quit", plain(_("Quit, and lose what is not saved"))),
            ],
        )
