"""Candidates and the vote as the wall shows them: nothing that is still hidden."""

from sessionui.domain.room.parts import Word
from sessionui.domain.session import Candidate
from sessionui.domain.work import Work


def words(work: Work) -> tuple[Word, ...]:
    """The one list; dots only once the result is shown. Empty while the words are hidden."""
    define = work.session.define
    if not define.shown:
        return ()
    standing = list(define.standing)
    if define.votes_shown:
        standing.sort(key=lambda c: -define.dots(c.id))
    return tuple(_word(work, c) for c in standing)


def _word(work: Work, candidate: Candidate) -> Word:
    define = work.session.define
    under = define.merged_under(candidate.id)
    ids = {candidate.id, *(c.id for c in under)}
    return Word(
        text=candidate.text,
        side=candidate.side,
        merged=tuple(c.text for c in under),
        dots=define.dots(candidate.id) if define.votes_shown else None,
        chosen=any(i.candidate_id in ids for i in work.partnership.in_force),
    )


def voters(work: Work) -> int:
    """How many can vote: those who are not noted as absent, and those who did."""
    session = work.session
    people = {
        p
        for p in session.participants
        if session.presence_of(p) in ("present", "expected") or p in session.define.voted
    }
    return max(len(people), len(session.define.votes))
