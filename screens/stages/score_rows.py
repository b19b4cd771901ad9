"""The rows of the questionnaire: an indicator, its mark, perhaps the own side's, and the reason."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message

from screens.plain import Text
from screens.stages.score_answers import Answers, Form
from screens.widgets.mark_cell import MarkCell
from screens.widgets.secret_input import SecretInput
from sessionui.text import shorten_middle


class AnswerCell(MarkCell):
    """A mark cell whose words go to the reason of its row."""

    def begin_words(self, words: str) -> None:
        """See ``MarkCell``. At once, so that the next key goes there too."""
        if isinstance(self.parent, Row):
            reason = self.parent.reason
            self.screen.set_focus(reason)
            reason.cursor_position = len(reason.value)
            reason.insert_text_at_cursor(words)


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
        yield AnswerCell((self.indicator_id, False))
        if self.with_own:
            yield AnswerCell((self.indicator_id, True))
        yield SecretInput(self.indicator_id, record_on_leave=False)

    @property
    def cell(self) -> MarkCell:
        """The cell of the mark about the other side."""
        return self.cells[0]

    @property
    def cells(self) -> list[MarkCell]:
        """Both cells, or the one."""
        return list(self.query(MarkCell))

    @property
    def reason(self) -> SecretInput:
        """The field for the reason."""
        return self.query_one(SecretInput)

    def show(self, form: Form, answers: Answers, *, words_shown: bool) -> None:
        """Show what is filled in, marks as dots, words only when the rater wants to see them."""
        for cell in self.cells:
            cell.show(filled=bool(answers.at(cell.place).typed))
        slot = (self.indicator_id, False)
        self.reason.mask(sealed=form.reason_is_sealed(answers, slot), readable=words_shown)
        if not self._filled_in:  # once: from then on the field itself is ahead of the answers
            self._filled_in = True
            self.reason.fill(answers.at(slot).reason)

    def on_secret_input_left(self, message: SecretInput.Left) -> None:
        """Escape in the reason goes back to the mark."""
        message.stop()
        self.cell.focus()

    def on_descendant_focus(self) -> None:
        """Tell the screen which indicator this is about."""
        self.post_message(self.Entered(self.indicator_id))
