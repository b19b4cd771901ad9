"""Answers from forms and sheets: first what would happen, then all of it, or nothing."""

from typing import ClassVar

from textual import events
from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.screen import ModalScreen

from screens.desk import Desk, ScoresFile
from screens.plain import Text, plain
from screens.stages.score_mapping import MappingScreen
from screens.stages.score_outcome import counts_text, notes_text, problem_text
from screens.widgets.fields import Recorded, RecordInput, Typed
from screens.widgets.pick_list import PickList, Row
from sessionui.domain.mapping import Mapping
from sessionui.locale import N_, _, phrase

PATH = "import/path"


class PathInput(RecordInput):
    """The path; a text of several lines that is pasted goes to the dialog, and nowhere else."""

    class Pasted(Message):
        """Text out of a mail. It may hold marks, so it is neither shown nor kept as a draft."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

        def __repr__(self) -> str:
            return "Pasted()"

    def _on_paste(self, event: events.Paste) -> None:
        if "\n" in event.text.strip() or event.text.lstrip().startswith("{"):
            event.stop()
            event.prevent_default()
            self.post_message(self.Pasted(event.text))


class ImportDialog(ModalScreen[bool]):
    """True when the answers in a file were taken in."""

    CSS_PATH = "../dialogs/dialogs.tcss"
    DEFAULT_CSS = """
    ImportDialog #wrong.none { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+e", "columns", N_("Columns"), id="import.columns", priority=True),
        Binding("space", "skip", N_("Leave out"), id="import.skip"),
        Binding("escape", "close", N_("Close"), id="import.close", priority=True),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._file: ScoresFile | None = None
        self._refusal = ""
        self._source = ""
        self._mapping: Mapping | None = None
        self._skip: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Vertical(classes="dialog wide"):
            yield Text(_("Take in answers"), classes="dialog-title")
            yield Text(
                _("Path of a file or folder, or drag it in; or paste the text out of a mail"),
                classes="field-label",
            )
            yield PathInput(PATH, record_on_leave=False)
            with VerticalScroll(id="import-body", classes="dialog-body", can_focus=False):
                yield Text("", id="outcome", classes="help-text")
            yield PickList(id="wrong", classes="none")
            yield Text("", id="import-keys", classes="dialog-keys")

    def on_mount(self) -> None:
        """Begin with the path that was typed before."""
        field = self.query_one(RecordInput)
        field.value = self.desk.draft(PATH) or ""
        field.focus()
        self.show()

    # --- what is shown

    def show(self) -> None:
        """Show what is in the file, if it was read."""
        file = self._file
        outcome = ""
        if file is not None and file.problems:
            outcome = "\n".join([_("Nothing is taken in:"), *notes_text(file)])
        elif file is not None:
            refusal = [self._refusal] if self._refusal else []
            outcome = "\n".join([*refusal, *counts_text(file, self.desk.work)])
        self.query_one("#outcome", Text).show(outcome)
        rows = self._rows()
        wrong = self.query_one("#wrong", PickList)
        wrong.show(rows)
        wrong.set_class(not rows, "none")
        # The line with the keys has to fit below both.
        self.query_one("#import-body").set_class(bool(rows), "short")
        self.query_one("#import-keys", Text).show(" · ".join(self._keys(can_skip=bool(rows))))

    def _rows(self) -> list[Row]:
        """What was left out and can be put back, then what is wrong."""
        if self._file is None:
            return []
        left_out: list[Row] = [
            (f"skip/{what}", plain(f"○ {_left_out(what)}", "dim")) for what in self._skip
        ]
        wrong: list[Row] = [
            (f"{n}/{problem.skip}", plain(f"✗ {problem_text(problem)}"))
            for n, problem in enumerate(self._file.problems)
        ]
        return left_out + wrong

    def _keys(self, *, can_skip: bool) -> list[str]:
        ready = self._file is not None and not self._file.problems
        keys = [_("enter takes them in") if ready else _("enter reads")]
        if can_skip:
            keys.append(_("tab, space: leave out"))
        if self._file is not None and self._file.mapping is not None:
            keys.append(_("ctrl+e columns"))
        return [*keys, _("escape closes")]

    # --- what is read

    def on_typed(self, message: Typed) -> None:
        """Another path: what was read of the one before does not count any more."""
        message.stop()
        self.desk.keep_draft(PATH, message.text)
        self._forget()
        self.show()

    def on_path_input_pasted(self, message: PathInput.Pasted) -> None:
        """Text out of a mail is read at once."""
        message.stop()
        self._forget()
        self._source = message.text
        self._read()

    def _forget(self) -> None:
        self._file, self._source, self._mapping, self._skip = None, "", None, ()

    def on_recorded(self, message: Recorded) -> None:
        """Read the file; once it is read and sound, take it in."""
        message.stop()
        if self._file is not None and not self._file.problems:
            self._take_in()
            return
        if not self._source or self._source != message.text:
            self._forget()
            self._source = message.text
        self._read()
        if self._file is not None and self._file.unclear and self._mapping is None:
            self.action_columns()

    def _read(self, refusal: str = "") -> None:
        self._refusal = refusal
        self._file = self.desk.read_scores(self._source, self._mapping, self._skip)
        self.show()
        if not self._file.problems:
            self.query_one(RecordInput).focus()

    def _take_in(self) -> None:
        assert self._file is not None  # noqa: S101 - said by the caller
        refusal = self.desk.do(self._file.intent)
        if refusal is not None:
            # Something has changed meanwhile, so what was shown doesn't hold any more.
            self._read(phrase(refusal.template, refusal.values))
            return
        if self._mapping is not None:
            self.desk.remember_columns(self._mapping)
        self.desk.keep_draft(PATH, None)
        self.dismiss(True)

    # --- keys

    @worker
    async def action_columns(self) -> None:
        """Say what the columns are."""
        file = self._file
        if file is None or file.mapping is None:
            return
        screen = MappingScreen(
            self.desk.work,
            file,
            lambda mapping: self.desk.read_scores(self._source, mapping, self._skip),
        )
        mapping = await self.app.push_screen_wait(screen)
        if mapping is not None:
            self._mapping = mapping
            self._read()

    def action_skip(self) -> None:
        """Leave the picked row or file out, or put it back."""
        wrong = self.query_one("#wrong", PickList)
        if self.focused is not wrong or wrong.picked is None:
            return
        kind, _slash, what = wrong.picked.partition("/")
        if not what:
            return
        if kind == "skip":
            self._skip = tuple(s for s in self._skip if s != what)
        else:
            self._skip = (*self._skip, what)
        self._read()
        if kind != "skip" and self._file is not None and self._file.problems:
            # On to what is wrong next: the row that was left out stands above.
            wrong.pick(None, len(self._skip))

    def action_close(self) -> None:
        """Take nothing in."""
        self.dismiss(False)


def _left_out(what: str) -> str:
    if what.isdecimal():
        return _("row {row} is left out").format(row=what)
    return _("{file} is left out").format(file=what)
