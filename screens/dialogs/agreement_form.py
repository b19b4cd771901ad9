"""A form for something that is agreed: a point that comes up meanwhile can be parked from it."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import work as worker
from textual.binding import Binding, BindingType

from screens.desk import Desk
from screens.dialogs.form import OPEN, Field, FormDialog, Values
from screens.dialogs.park import park
from sessionui.domain.wording import Sentence
from sessionui.locale import N_


class AgreementForm(FormDialog):
    """A form for an agreement; a point that comes up meanwhile can be parked from it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f9", "park", N_("Park a point"), id="agreement.park", show=False),
    ]

    def __init__(
        self,
        desk: Desk,
        key: str,
        title: str,
        fields: Sequence[Field],
        submit: Callable[[Values], Sentence | None],
    ) -> None:
        super().__init__(desk, key, title, fields, submit)
        self.desk = desk

    @worker
    async def action_park(self) -> None:
        """Park a point, and go on with the form."""
        await park(self, self.desk)
        self.desk.keep_draft(OPEN, self.key)
