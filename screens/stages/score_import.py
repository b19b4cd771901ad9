"""Answers from a CSV file: first what would happen, then all of it, or nothing."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen

from screens.desk import Desk, ScoresFile, ScoresProblem
from screens.plain import Text
from screens.widgets.fields import Recorded, RecordInput, Typed
from sessionui.domain.sides import SIDES
from sessionui.domain.work import Work
from sessionui.locale import N_, _, fmt_list, ngettext, phrase

PATH = "import/path"


class ImportDialog(ModalScreen[bool]):
    """True when the answers in a file were taken in."""

    CSS_PATH = "../dialogs/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", N_("Close"), id="import.close", priority=True),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._file: ScoresFile | None = None

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Vertical(classes="dialog wide"):
            yield Text(_("Take in answers from a CSV file"), classes="dialog-title")
            yield Text(_("Path of the file, or drag it into this window"), classes="field-label")
            yield RecordInput(PATH, record_on_leave=False)
            with VerticalScroll(classes="dialog-body"):
                yield Text("", id="outcome", classes="help-text")
            yield Text("", id="import-keys", classes="dialog-keys")

    def on_mount(self) -> None:
        """Begin with the path that was typed before."""
        field = self.query_one(RecordInput)
        field.value = self.desk.draft(PATH) or ""
        field.focus()
        self.show()

    def show(self) -> None:
        """Show what is in the file, if it was read."""
        ready = self._file is not None and not self._file.problems
        keys = (
            _("enter takes them in · escape closes") if ready else _("enter reads · escape closes")
        )
        self.query_one("#import-keys", Text).show(keys)
        outcome = outcome_text(self._file, self.desk.work) if self._file else ""
        self.query_one("#outcome", Text).show(outcome)

    def on_typed(self, message: Typed) -> None:
        """Another path: what was read of the one before does not count any more."""
        message.stop()
        self.desk.keep_draft(PATH, message.text)
        self._file = None
        self.show()

    def on_recorded(self, message: Recorded) -> None:
        """Read the file; once it is read and sound, take it in."""
        message.stop()
        if self._file is None or self._file.problems:
            self._file = self.desk.read_scores(message.text)
            self.show()
            return
        refusal = self.desk.do(self._file.intent)
        if refusal is not None:
            self.query_one("#outcome", Text).show(phrase(refusal.template, refusal.values))
            return
        self.desk.keep_draft(PATH, None)
        self.dismiss(True)

    def action_close(self) -> None:
        """Take nothing in."""
        self.dismiss(False)


def outcome_text(file: ScoresFile, work: Work) -> str:
    """What taking the file in would do, or what is wrong with it; of no score anything."""
    if file.problems:
        lines = [_("Nothing is taken in:"), *(problem_text(p) for p in file.problems)]
        return "\n".join(lines)
    lines = [
        ngettext("{side}: {n} rater", "{side}: {n} raters", file.counts[side]).format(
            side=work.names[side], n=file.counts[side]
        )
        for side in SIDES
    ]
    if file.replaces:
        names = fmt_list(file.replaces)
        lines.append(_("Replaces the answers of {names}.").format(names=names))
    return "\n".join(lines)


def problem_text(problem: ScoresProblem) -> str:
    """One problem as a line: where, and what."""
    sentence = phrase(problem.sentence.template, problem.sentence.values)
    if problem.row is None:
        return sentence
    if not problem.column:
        return _("Row {row}: {sentence}").format(row=problem.row, sentence=sentence)
    return _("Row {row}, {column}: {sentence}").format(
        row=problem.row, column=problem.column, sentence=sentence
    )
