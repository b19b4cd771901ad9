"""Deleting a partnership: its name has to be typed first."""

from screens.dialogs.confirm import ConfirmDialog
from sessionui.domain.cards import Card
from sessionui.locale import _
from sessionui.text import shorten_middle

_LONGEST = 30


class DeleteDialog(ConfirmDialog):
    """Asks for the supplier's name, or for the beginning of one that is too long to type."""

    def __init__(self, card: Card) -> None:
        name = _to_type(card.name_b)
        question = _("Delete {name_a} × {name_b} with all sessions, scores and minutes?").format(
            name_a=shorten_middle(card.name_a, 60), name_b=shorten_middle(card.name_b, 60)
        )
        explanation = _("This can't be undone. Type {name} to delete it.").format(name=name)
        super().__init__(question, explanation, typed=name)


def _to_type(name: str) -> str:
    if len(name) <= _LONGEST:
        return name
    return name[:_LONGEST].rpartition(" ")[0] or name[:_LONGEST]
