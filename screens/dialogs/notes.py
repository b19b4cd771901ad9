"""One text over the screen: private notes, a parked point."""

from collections.abc import Callable

from screens.desk import Desk
from screens.dialogs.form import Field, FormDialog, Values
from sessionui.domain.intents.base import Intent
from sessionui.domain.wording import Sentence


class NotesDialog(FormDialog):
    """Asks for one text and carries out the intent that ``meaning`` makes of it."""

    def __init__(
        self,
        desk: Desk,
        key: str,
        title: str,
        recorded: str,
        meaning: Callable[[str], Intent],
    ) -> None:
        self.desk, self.meaning = desk, meaning
        super().__init__(desk, key, title, [Field("text", "", "area", recorded)], self._submit)

    def _submit(self, values: Values) -> Sentence | None:
        return self.desk.do(self.meaning(str(values["text"])))
