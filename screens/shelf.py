"""What home and the partnership screen see of the rest of the application."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Protocol

from sessionui.domain.cards import Card
from sessionui.domain.wording import Sentence

if TYPE_CHECKING:
    # Home is drawn before the models are loaded.
    from sessionui.domain.erasing import Erased
    from sessionui.domain.intents.base import PartnershipIntent
    from sessionui.domain.kinds import StageKey
    from sessionui.domain.partnership import Partnership
    from sessionui.domain.rounds import RoundFigures
    from sessionui.domain.scoring import Rules
    from sessionui.domain.session import Session
    from sessionui.domain.sides import SideKey


class Shelf(Protocol):
    """All partnerships in the file. Texts that come in are cleaned."""

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""

    def cards(self) -> tuple[Card, ...]:
        """One card a partnership."""

    def partnership(self, partnership_id: str) -> "Partnership":
        """One partnership."""

    def sessions(self, partnership_id: str) -> "tuple[Session, ...]":
        """Its sessions by date, oldest first."""

    def rounds(self, partnership_id: str) -> "tuple[RoundFigures, ...]":
        """Its revealed rounds by date, oldest first."""

    def create(self, name_a: str, name_b: str) -> "str | Sentence":
        """A new partnership: its id, or why not."""

    def do(self, partnership_id: str, intent: "PartnershipIntent") -> Sentence | None:
        """Change a partnership; why not, or ``None``."""

    def plan(
        self,
        partnership_id: str,
        kind: str,
        day: date,
        *,
        place: str,
        facilitator: str,
        rules: "Rules",
        participants: tuple[str, ...],
        budgets: "Mapping[StageKey, int]",
        left_out: "frozenset[StageKey]",
    ) -> "str | Sentence":
        """Plan a session: its id, or why not."""

    @property
    def country(self) -> str:
        """Whose public holidays are told: two letters, ``-`` for none, ``""`` for the usual."""

    def set_country(self, country: str) -> Sentence | None:
        """Tell the public holidays of another country; why not, or ``None``."""

    def write_calendar(
        self, partnership_id: str, lang: str, copy_for: "SideKey | None"
    ) -> str | Sentence:
        """Write the actions as they stand now for calendars: the path, or why not.

        ``copy_for``: one side's actions only.
        """

    def why_not_cancel(self, session_id: str) -> Sentence | None:
        """Why ``cancel`` would not delete that session, or ``None`` where it would."""

    def cancel(self, session_id: str) -> Sentence | None:
        """Delete a planned session in which nobody has scored; why not, or ``None``."""

    def delete(self, partnership_id: str) -> Sentence | None:
        """Delete a partnership with all its sessions; why not, or ``None``."""

    def erase(self, partnership_id: str, person_id: str) -> "Erased | Sentence":
        """Erase a person from everything; what could not be reached, or why not. For a thread."""

    def draft(self, key: str) -> str | None:
        """A half-typed text, or ``None``."""

    def keep_draft(self, key: str, text: str | None) -> None:
        """Keep a half-typed text at once, or forget it."""

    def today(self) -> date:
        """The day on the wall calendar."""
