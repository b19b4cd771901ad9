"""What the pages of the partnership screen show, read from the shelf at one moment."""

from dataclasses import dataclass, field
from datetime import date

from screens.shelf import Shelf
from sessionui.domain.history import Line, overall_line
from sessionui.domain.partnership import Partnership
from sessionui.domain.rounds import RoundFigures
from sessionui.domain.session import Session
from sessionui.domain.sides import SideKey


@dataclass(frozen=True)
class View:
    """A partnership with its sessions and revealed rounds, both oldest first."""

    partnership: Partnership
    sessions: tuple[Session, ...]
    rounds: tuple[RoundFigures, ...] = field(repr=False)
    today: date
    read_only: bool = False

    @property
    def names(self) -> dict[SideKey, str]:
        """The organisation on each side."""
        return {"a": self.partnership.name_a, "b": self.partnership.name_b}

    @property
    def overall(self) -> Line:
        """The overall mark over the rounds."""
        return overall_line(self.rounds)

    @property
    def overdue(self) -> int:
        """How many open actions are past their due date."""
        return sum(action.overdue(self.today) for action in self.partnership.open_actions)

    @property
    def planned(self) -> Session | None:
        """The first session that is planned."""
        return next((s for s in self.sessions if s.state == "planned"), None)

    def round_of(self, session_id: str) -> RoundFigures | None:
        """The revealed round of a session, or ``None``."""
        return next((r for r in self.rounds if r.session_id == session_id), None)


def view_of(shelf: Shelf, partnership_id: str) -> View:
    """The partnership as it is now."""
    return View(
        partnership=shelf.partnership(partnership_id),
        sessions=shelf.sessions(partnership_id),
        rounds=shelf.rounds(partnership_id),
        today=shelf.today(),
        read_only=shelf.read_only,
    )
