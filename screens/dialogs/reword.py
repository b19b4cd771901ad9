"""One line to word a candidate otherwise."""

from screens.desk import Desk
from screens.dialogs.form import Field, FormDialog, Values
from sessionui.domain.intents.define import EditCandidate
from sessionui.domain.session import Candidate
from sessionui.domain.wording import Sentence
from sessionui.locale import _


def reword_form(desk: Desk, candidate: Candidate) -> FormDialog:
    """The form for the words of ``candidate``."""

    def submit(values: Values) -> Sentence | None:
        return desk.do(EditCandidate(candidate.id, str(values["text"])))

    fields = [Field("text", _("In a word or two"), value=candidate.text)]
    return FormDialog(desk, f"reword/{candidate.id}", _("Reword"), fields, submit)
