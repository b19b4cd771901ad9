"""Sharpen a meaning in the middle of a review: a few fields and the reason, one revision."""

from screens.desk import Desk
from screens.dialogs.form import Field, FormDialog, Values
from sessionui.domain.intents.meaning import ReviseMeaning, is_draft
from sessionui.domain.wording import N_, Sentence
from sessionui.locale import _
from sessionui.text import shorten_middle


class SharpenDialog(FormDialog):
    """Name, meaning, seen and not seen of one indicator; the other parts stay as they are.

    A wording that was scored needs a reason and becomes a dated revision; a draft needs none.
    Raises ``KeyError`` for an indicator that does not exist.
    """

    def __init__(self, desk: Desk, indicator_id: str) -> None:
        indicator = desk.work.partnership.indicator(indicator_id)
        if indicator is None:
            raise KeyError(indicator_id)
        self.desk, self.indicator_id = desk, indicator_id
        meaning = indicator.meaning
        fields = [
            Field("name", _("Name"), value=indicator.name),
            Field("text", _("What it means between us"), "area", meaning.text),
            Field("seen", _("You see it when"), "area", meaning.seen),
            Field("not_seen", _("You miss it when"), "area", meaning.not_seen),
        ]
        if not is_draft(desk.work, indicator):
            fields.append(Field("reason", _("Why it changes; the old text stays beside it")))
        title = _("Sharpen {name}").format(name=shorten_middle(indicator.name, 50))
        super().__init__(desk, f"sharpen/{indicator_id}", title, fields, self._revise)

    def _revise(self, values: Values) -> Sentence | None:
        indicator = self.desk.work.partnership.indicator(self.indicator_id)
        if indicator is None:
            return Sentence(N_("There is no such indicator."))
        meaning = indicator.meaning.but(
            text=str(values["text"]), seen=str(values["seen"]), not_seen=str(values["not_seen"])
        )
        reason = str(values.get("reason") or "")
        return self.desk.do(
            ReviseMeaning(indicator.id, str(values["name"]), meaning, reason=reason)
        )
