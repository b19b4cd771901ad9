"""What the home screen shows of a partnership. Plain dataclasses: read before pydantic is loaded.

The home screen has to be there at once, with years of sessions in the file; so each save of a
partnership or session also stores this small summary.
"""

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Card:
    """One partnership on the home screen. Dates are ISO texts, marks texts like ``"7.2"``.

    ``marks``: overall marks of the rounds, oldest first, only what was revealed; ``breaks``: the
    places in it before which the line is broken. ``due``: due dates of open actions, ``""`` for
    one without. ``session_*``: the last session; ``next_session``: the first that is planned,
    else the date that was agreed for it.
    """

    id: str
    name_a: str
    name_b: str
    marks: tuple[str, ...] = field(default=(), repr=False)
    breaks: tuple[int, ...] = ()
    due: tuple[str, ...] = ()
    next_session: str = ""
    session_id: str = ""
    session_kind: str = ""
    session_date: str = ""
    session_state: str = ""
    sessions: int = 0
    archived: bool = False
    example: bool = False

    @property
    def open_actions(self) -> int:
        """How many actions are open."""
        return len(self.due)

    def overdue(self, today: date) -> int:
        """How many open actions are past their due date."""
        limit = today.isoformat()
        return sum(bool(due) and due < limit for due in self.due)


def card_to_document(card: Card) -> dict[str, Any]:
    """The card as a JSON document."""
    return {k: list(v) if isinstance(v, tuple) else v for k, v in asdict(card).items()}


def card_from_document(document: dict[str, Any]) -> Card:
    """The card in a JSON document; names that this version does not know are passed over.

    Raises ``TypeError`` when a needed name is missing.
    """
    known: dict[str, Any] = {
        k: tuple(v) if isinstance(v, list) else v
        for k, v in document.items()
        if k in Card.__dataclass_fields__
    }
    return Card(**known)
