"""Indicators, what they mean in one relationship, and every earlier wording of that."""

from datetime import datetime

from sessionui.domain.record import Record
from sessionui.domain.sides import SideKey


class Meaning(Record):
    """What an indicator means between these two sides (method, stage 4: give meaning).

    ``seen`` and ``not_seen``: what one would see if it is there and if it is not.
    ``at_4``, ``at_6``, ``at_8``: what such a mark looks like. ``expects_a``: what side a expects
    of side b; ``needs_a``: what side a needs from side b to do its own part; and the reverse.
    """

    text: str = ""
    seen: str = ""
    not_seen: str = ""
    at_4: str = ""
    at_6: str = ""
    at_8: str = ""
    expects_a: str = ""
    expects_b: str = ""
    needs_a: str = ""
    needs_b: str = ""

    def expects(self, side: SideKey) -> str:
        """What ``side`` expects of the other side."""
        return self.expects_a if side == "a" else self.expects_b

    def needs(self, side: SideKey) -> str:
        """What ``side`` needs from the other side."""
        return self.needs_a if side == "a" else self.needs_b


class Revision(Record):
    """One dated wording. The old ones stay (method, stage 4)."""

    number: int
    name: str
    meaning: Meaning
    reason: str = ""
    at: datetime
    session_id: str | None = None


class Indicator(Record):
    """A soft indicator with all its revisions, oldest first; there is always at least one."""

    id: str
    revisions: tuple[Revision, ...]
    in_force: bool = True
    candidate_id: str | None = None
    ended_reason: str = ""

    @property
    def current(self) -> Revision:
        """The revision in force."""
        return self.revisions[-1]

    @property
    def name(self) -> str:
        """The name in force."""
        return self.current.name

    @property
    def meaning(self) -> Meaning:
        """The meaning in force."""
        return self.current.meaning

    def revision(self, number: int) -> Revision:
        """Revision ``number`` (1 is the oldest); the current one if there is no such."""
        return next((r for r in self.revisions if r.number == number), self.current)
