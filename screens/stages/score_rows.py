"""The rows of the questionnaire: an indicator, its mark, perhaps the own side's, and the reason."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message

from screens.plain import Text
from screens.stages.score_answers import Answers
from screens.widgets.fields import RecordInput
from screens.widgets.mark_cell import MarkCell
from sessionui.text import shorten_middle


class ReasonInput(RecordInput):
    """The reason: hidden like the marks unless the rater shows it. Escape goes to the mark."""

    def action_leave(self) -> None:
        """Back to the mark of this row."""
        if isinstance(self.parent, Row):
            self.parent.cell.focus()


class Row(Horizontal):
    """One indicator."""

    class Entered(Message):
        """The rater came into another row."""

        def __init__(self, indicator_id: str) -> None:
            super().__init__()
            self.indicator_id = indicator_id

    def __init__(self, indicator_id: str, name: str, *, with_own: bool) -> None:
        super().__init__(classes="row")
        self.indicator_id, self.title, self.with_own = indicator_id, name, with_own
        self._filled_in = False

    def compose(self) -> ComposeResult:
        """See Textual."""
        width = 25 if self.app.size.width < 100 else 43
        yield Text(shorten_middle(self.title, width), classes="row-name")
        yield MarkCell((self.indicator_id, False))
        if self.with_own:
            yield MarkCell((self.indicator_id, True))
        yield ReasonInput(self.indicator_id, record_on_leave=False)

    @property
    def cell(self) -> MarkCell:
        """The cell of the mark about the other side."""
        return self.cells[0]

    @property
    def cells(self) -> list[MarkCell]:
        """Both cells, or the one."""
        return list(self.query(MarkCell))

    @property
    def reason(self) -> ReasonInput:
        """The field for the reason."""
        return self.query_one(ReasonInput)

    def show(self, answers: Answers, *, words_shown: bool) -> None:
        """Show what is filled in, marks as dots, words only when the rater wants to see them."""
        for cell in self.cells:
            cell.show(filled=bool(answers.at(cell.place).typed))
        reason = self.reason
        reason.password = not words_shown
        if not self._filled_in:  # once: from then on the field itself is ahead of the answers
            self._filled_in = True
            reason.show(answers.at((self.indicator_id, False)).reason, None)

    def on_descendant_focus(self) -> None:
        """Tell the screen which indicator this is about."""
        self.post_message(self.Entered(self.indicator_id))
