"""The rows of the questionnaire: an indicator, its mark, perhaps the own side's, and the reason."""

from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message

from screens.plain import Text
from screens.stages.score_answers import Answers, Form, Slot
from screens.widgets.mark_cell import MarkCell
from screens.widgets.secret_input import SecretInput
from sessionui.text import shorten_middle

OWN: Final = "/own"
"""At the end of the key of a reason about the own side."""


def slot_of(key: str) -> Slot:
    """What a reason is about, by the key of its field."""
    return key.removesuffix(OWN), key.endswith(OWN)


class AnswerCell(MarkCell):
    """A mark cell whose words go to the reason of that mark."""

    def begin_words(self, words: str) -> None:
        """See ``MarkCell``. At once, so that the next key goes there too."""
        if isinstance(self.parent, Row):
            reason = self.parent.reason_of(own=self.place[1])
            self.screen.set_focus(reason)
            reason.cursor_position = len(reason.value)
            reason.insert_text_at_cursor(words)


class Row(Horizontal):
    """One indicator."""

    class Entered(Message):
        """The rater came into another row, or to the reason of the ``own`` mark."""

        def __init__(self, indicator_id: str, *, own: bool) -> None:
            super().__init__()
            self.indicator_id, self.own = indicator_id, own

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
        if self.with_own:
            # In the place of the other, while letters are typed at the mark of the own side.
            reason = SecretInput(self.indicator_id + OWN, record_on_leave=False)
            reason.display = False
            yield reason

    @property
    def cell(self) -> MarkCell:
        """The cell of the mark about the other side."""
        return self.cells[0]

    @property
    def cells(self) -> list[MarkCell]:
        """Both cells, or the one."""
        return list(self.query(MarkCell))

    @property
    def reasons(self) -> list[SecretInput]:
        """The fields for the reasons of both marks, or of the one."""
        return list(self.query(SecretInput))

    def reason_of(self, *, own: bool) -> SecretInput:
        """The field for the reason of that mark, now the one that can be seen."""
        for field in self.reasons:
            field.display = own == field.key.endswith(OWN)
        return self.reasons[own]

    def show(self, form: Form, answers: Answers, *, words_shown: bool) -> None:
        """Show what is filled in, marks as dots, words only when the rater wants to see them."""
        for cell in self.cells:
            cell.show(filled=bool(answers.at(cell.place).typed))
        for reason in self.reasons:
            slot = slot_of(reason.key)
            reason.mask(sealed=form.reason_is_sealed(answers, slot), readable=words_shown)
            if not self._filled_in:  # once: from then on the field itself is ahead of the answers
                reason.fill(answers.at(slot).reason)
        self._filled_in = True

    def on_secret_input_left(self, message: SecretInput.Left) -> None:
        """Escape in the reason goes back to the mark."""
        message.stop()
        self.cells[self._in_own_reason].focus()

    @property
    def _in_own_reason(self) -> bool:
        return self.screen.focused in self.reasons[1:]

    def on_descendant_focus(self) -> None:
        """Tell the screen which indicator this is about."""
        self.reason_of(own=self._in_own_reason)
        self.post_message(self.Entered(self.indicator_id, own=self._in_own_reason))

    def on_descendant_blur(self) -> None:
        """The reason about the other side is the one that stands in a row."""
        self.reason_of(own=self._in_own_reason)
