"""The form of an action, which the room may follow while it is typed."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from screens.desk import Desk
from screens.dialogs.agreement_form import AgreementForm
from screens.dialogs.form import Field, Values
from screens.plain import Text
from screens.room.typing import show_typing, typing_shown
from screens.widgets.choice import Choice
from screens.widgets.fields import RecordArea, RecordInput
from sessionui.domain.room.topic import Topic, TypedAction
from sessionui.domain.wording import Sentence
from sessionui.locale import N_, _


class ActionDialog(AgreementForm):
    """``ctrl+f`` shows on the wall what is typed, until the next stage. Off to begin with."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+f", "on_wall", N_("Typing on the wall"), id="action.on_wall", priority=True),
    ]

    def __init__(
        self,
        desk: Desk,
        number: int,
        key: str,
        fields: Sequence[Field],
        submit: Callable[[Values], Sentence | None],
    ) -> None:
        title = _("Action {number}").format(number=number)
        super().__init__(desk, key, title, fields, submit)
        self.number = number

    @property
    def topic(self) -> Topic | None:
        """What is typed, where the facilitator shows that; else nothing."""
        if not typing_shown(self.desk) or not self.query("#field-text"):
            return None
        typed = TypedAction(
            number=self.number,
            text=self.query_one("#field-text", RecordArea).text,
            done_when=self.query_one("#field-done_when", RecordInput).value,
            owner_id=self.query_one("#field-owner", Choice).chosen,
            due=self.query_one("#field-due", RecordInput).value,
        )
        return Topic(kind="actions", typed=typed)

    def _keys(self) -> str:
        shown = typing_shown(self.desk)
        wall = _("ctrl+f hides it from the wall") if shown else _("ctrl+f shows it on the wall")
        return f"{super()._keys()} · {wall}"

    def action_on_wall(self) -> None:
        """Show on the wall what is typed, or no more."""
        show_typing(self.desk, shown=not typing_shown(self.desk))
        self.query_one(".dialog-keys", Text).show(self._keys())
