"""Ballots and the urn they lie in.

Secrecy (method, names and secrecy): *by name* a ballot carries its rater. *By side* it carries
the side only: no author, no order, no time. The urn keeps ballots sorted by their random id, so
that the order in which they came cannot be read back; who has answered is a document of its own
(``Turnout``). Marks and reasons are kept out of ``repr``, so no log or traceback shows them.
"""

import hashlib
from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from sessionui.domain.record import Record
from sessionui.domain.sides import SideKey
from sessionui.domain.terms import Secrecy

Mark = Annotated[float, Field(ge=1, le=10, multiple_of=0.5, allow_inf_nan=False)]

DEFAULT_THRESHOLD = 3
REASON_LIMIT = 4_000
"""Characters of a reason, however it comes in; survey programs allow as many."""


SHEET = "sheet-"
SHEETS_GONE = "sheets"


class Rules(Record):
    """How a round is scored and shown; the group chooses before scoring.

    ``threshold``: answers on a side below which that side's figures stay hidden (by side only).
    """

    secrecy: Secrecy = "name"
    threshold: int = Field(default=DEFAULT_THRESHOLD, ge=2, le=8)
    self_estimate: bool = False
    half_marks: bool = False


class Answer(Record):
    """One rater's mark on one indicator, 1 to 10. ``mark`` is ``None`` for not applicable.

    ``own`` tells a self-estimate from a score of the other side. ``original`` is the mark before
    a correction after the reveal; it is kept beside the new one (method).
    """

    indicator_id: str
    own: bool = False
    mark: Mark | None = Field(default=None, repr=False)
    reason: str = Field(default="", repr=False)
    original: Mark | None = Field(default=None, repr=False)
    corrected: bool = False


def reason_length(reason: str) -> int:
    """Characters of a reason as browsers count them, in units of UTF-16.

    So what fits into the field on a phone fits everywhere.
    """
    return len(reason.strip().encode("utf-16-le", "surrogatepass")) // 2


class Ballot(Record):
    """Everything one rater gave in one round. ``rater_id`` is ``None`` in side secrecy.

    ``receipt`` is the hash of a code that only the rater has seen; with it the ballot can be
    replaced until the round is locked, without knowing whose it is. ``finished`` is false while
    a rater answers step by step; what is in such a ballot counts all the same. One without
    answers was taken back by its receipt (side secrecy): it counts for nothing.
    """

    id: str
    side: SideKey
    rater_id: str | None = None
    receipt: str = Field(default="", repr=False)
    finished: bool = True
    answers: tuple[Answer, ...] = Field(default=(), repr=False)

    def answer(self, indicator_id: str, *, own: bool = False) -> Answer | None:
        """The answer on that indicator, or ``None`` where nothing was filled in."""
        return next(
            (a for a in self.answers if a.indicator_id == indicator_id and a.own == own), None
        )


class ScoredItem(Record):
    """An indicator as it was worded when the round was scored."""

    indicator_id: str
    revision: int


class Saved(Record):
    """By name: when the newest answer file that came in of a rater was saved (ms, their clock)."""

    rater_id: str
    at: int


class Urn(Record):
    """The ballots of one session's round, and the indicators they are about.

    ``items`` are fixed by the first ballot: a meaning sharpened later counts from the next round.
    ``taken``: keyed digests of the answer files that were taken in, sorted, so that none comes in
    a second time, in the place of a correction or after its answers were taken back. Of one
    that never came in they don't tell how old it is; by name ``saved`` does, where its form says
    when it was saved. By side no moment is kept with answers (method, names and secrecy), so an
    older file of the same form that comes late replaces a newer one, which is told beforehand.

    A digest of an answer file says nothing without the file itself, which holds the answers
    anyway. Those that begin with ``SHEET`` are of nameless sheets (side secrecy) and do say
    something: their key is this urn's id and the ballots lie beside them, so until the lock,
    when they go, who has the data file can find out which ballots came together in one sheet.
    ``SHEETS_GONE`` then says that there were some, and nothing else.
    """

    id: str
    items: tuple[ScoredItem, ...] = ()
    ballots: tuple[Ballot, ...] = Field(default=(), repr=False)
    taken: tuple[str, ...] = Field(default=(), repr=False)
    saved: tuple[Saved, ...] = Field(default=(), repr=False)

    def of_side(self, side: SideKey) -> tuple[Ballot, ...]:
        """The ballots that ``side`` gave (about the other side)."""
        return tuple(b for b in self.ballots if b.side == side)

    def with_receipt(self, receipt: str) -> Ballot | None:
        """The ballot with that receipt (a hash); ``None`` for none, and for an empty one."""
        return next((b for b in self.ballots if receipt and b.receipt == receipt), None)

    def of_rater(self, rater_id: str) -> Ballot | None:
        """The ballot of that person; always ``None`` in side secrecy."""
        return next((b for b in self.ballots if b.rater_id == rater_id), None)

    def saved_of(self, rater_id: str) -> int:
        """When the newest answer file that came in of that person was saved; 0 for unknown."""
        return max((s.at for s in self.saved if s.rater_id == rater_id), default=0)

    def with_saved(self, saved: Iterable[Saved]) -> "Urn":
        """The urn with these moments, each in place of an earlier one."""
        newest = {s.rater_id: s for s in sorted((*self.saved, *saved), key=lambda s: s.at)}
        return self.but(saved=tuple(newest[rater] for rater in sorted(newest)))

    def with_ballot(self, ballot: Ballot) -> "Urn":
        """The urn with ``ballot`` in it, in place of an earlier one with the same id."""
        rest = [b for b in self.ballots if b.id != ballot.id]
        return self.but(ballots=tuple(sorted([*rest, ballot], key=lambda b: b.id)))

    def without_ballot(self, ballot: Ballot) -> "Urn":
        """The urn without ``ballot``; without any it is as it was before the first one."""
        rest = tuple(b for b in self.ballots if b.id != ballot.id)
        return self.but(ballots=rest, items=self.items if rest else ())


class Turnout(Record):
    """Who has answered, kept apart from the ballots; sorted, so without order or time.

    By side it holds who has begun too, and nothing tells one from the other: the one person known
    to have begun would be the author of the one ballot that isn't finished.
    """

    id: str
    answered: tuple[str, ...] = ()

    def with_person(self, person_id: str) -> "Turnout":
        """The turnout with that person in it."""
        return self.but(answered=tuple(sorted({*self.answered, person_id})))

    def without_person(self, person_id: str) -> "Turnout":
        """The turnout without that person."""
        return self.but(answered=tuple(p for p in self.answered if p != person_id))


def receipt_hash(session_id: str, code: str) -> str:
    """The hash under which a receipt code is stored with a ballot."""
    text = f"{session_id}:{code.strip().upper()}"
    return hashlib.sha256(text.encode()).hexdigest()
