"""Pairs of candidates that may mean the same, without those that the room keeps apart."""

from screens.desk import Desk
from sessionui.domain.session import Candidate, Define
from sessionui.domain.similar import near_duplicates

APART = "place/apart"
Pair = tuple[Candidate, Candidate]


class Pairs:
    """Compares a list once, because every key asks which pairs there are."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._compared: tuple[Candidate, ...] = ()
        self._alike: tuple[Pair, ...] = ()

    def of(self, define: Define) -> list[Pair]:
        """The pairs on the shown list, most alike first."""
        if not define.shown:
            return []
        if define.candidates != self._compared:
            self._compared, self._alike = define.candidates, near_duplicates(define.standing)
        apart = (self.desk.draft(APART) or "").split("\n")
        return [pair for pair in self._alike if _key(pair) not in apart]

    def keep_apart(self, pair: Pair) -> None:
        """Point this pair out no more; a hint, not a decision, so nothing is recorded of it."""
        marked = [self.desk.draft(APART) or "", _key(pair)]
        self.desk.keep_draft(APART, "\n".join(filter(None, marked)))


def _key(pair: Pair) -> str:
    return " ".join(sorted(c.id for c in pair))
