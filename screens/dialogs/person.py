"""The form for somebody who comes along and was not expected."""

from screens.desk import Desk
from screens.dialogs.form import Field, FormDialog, Values
from screens.widgets.sides import side_name
from sessionui.domain.intents.welcome import LetIn
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.wording import Sentence
from sessionui.locale import _


def add_person_form(desk: Desk, side: SideKey) -> FormDialog:
    """Name, role and side; whoever is added is present."""
    names = desk.work.names
    sides = tuple((s, side_name(s, names[s])) for s in SIDES)

    def submit(values: Values) -> Sentence | None:
        of: SideKey = "b" if values["side"] == "b" else "a"
        return desk.do(LetIn(of, str(values["name"]), str(values["role"])))

    fields = [
        Field("name", _("Name")),
        Field("role", _("Role")),
        Field("side", _("Side"), "choice", side, sides),
    ]
    return FormDialog(desk, "person", _("Add a person"), fields, submit)
