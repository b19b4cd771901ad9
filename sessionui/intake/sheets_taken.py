"""By side: whether the nameless answers of a sheet were taken in before.

Nobody can be asked whose they are, so a sheet that comes twice would count twice. What is kept is
a digest of all nameless answers of a side together, without names, order or anything else of the
sheet. Whoever has the file has the marks themselves beside it; what a digest could tell them is
which ballots came together, so it goes when the round is locked.
"""

import hmac
import json
from collections.abc import Sequence
from hashlib import sha256

from sessionui.domain.intents.score import SealBallot
from sessionui.domain.scoring import SHEET, SHEETS_GONE
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.wording import N_, Sentence
from sessionui.domain.work import Work
from sessionui.intake.ballots import ballots_of
from sessionui.intake.entries import Entry
from sessionui.intake.problems import Problems

TWICE = N_(
    "The answers of {side} in this file were taken in before; they would count twice. Leave the "
    "file as it is. Did others fill in just the same? Type theirs in the grid (g)."
)

UNLOCKED = N_(
    "Nameless answers came in from a file before the round was locked. Since then they are not "
    "recognised: if they are in this file too, they count twice."
)


def warned(entries: Sequence[Entry], work: Work) -> tuple[Sentence, ...]:
    """What is told of nameless answers where those of before the lock can't be known any more."""
    nameless = any(entry.voter.person_id is None for entry in entries)
    known = not nameless or SHEETS_GONE not in work.urn.taken
    return () if known or work.session.rules.secrecy == "name" else (Sentence(UNLOCKED, {}),)


def sheet_marks(entries: Sequence[Entry], work: Work, problems: Problems) -> tuple[str, ...]:
    """The digests to keep of a sheet; a side of which one is kept already is told."""
    if work.session.rules.secrecy == "name":
        return ()
    nameless = [entry for entry in entries if entry.voter.person_id is None]
    ballots = ballots_of(nameless, work, Problems())
    marks = []
    for side in SIDES:
        given = [ballot for ballot in ballots if ballot.side == side]
        if not given:
            continue
        mark = _mark(given, work, side)
        marks.append(mark)
        if mark in work.urn.taken:
            problems.add(None, "", TWICE, side=work.names[side])
    return tuple(sorted(marks))


def _mark(ballots: Sequence[SealBallot], work: Work, side: SideKey) -> str:
    """64 hex digits. ``ballots`` are sorted by what is in them, and so are their answers."""
    content = [[(a.indicator_id, a.own, a.mark, a.reason) for a in b.answers] for b in ballots]
    text = json.dumps([work.session.id, side, content])
    return SHEET + hmac.new(work.urn.id.encode(), text.encode(), sha256).hexdigest()
