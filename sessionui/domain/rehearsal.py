"""A rehearsal: the prepared session with invented marks, to walk it the evening before.

Nothing that somebody gave in secret goes along: ballots, receipts, dot votes that were not shown,
ways in for phones. Of earlier rounds only what the room has seen goes along, without reasons.
"""

from collections.abc import Callable, Sequence
from random import Random

from sessionui.domain.figures import Given
from sessionui.domain.invention import Invention, invented
from sessionui.domain.rounds import indicator_figures
from sessionui.domain.scoring import Answer, Ballot, ScoredItem, Turnout, Urn
from sessionui.domain.session import Define, Phones, Session
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work


def why_not(session: Session) -> str:
    """Why this session can't be rehearsed, as a sentence to translate; ``""`` if it can."""
    if session.rehearsal:
        return N_("This is a rehearsal already.")
    if session.state == "confirmed":
        return N_("These minutes are confirmed: there is nothing left to rehearse.")
    if any(d.revealed_at for d in session.discussions):
        return N_("Scores have been revealed in this session, so it can't be rehearsed any more.")
    return ""


def rehearsed(work: Work, seed: str, say: Callable[[str], str] = str) -> Work:
    """The session of ``work`` as a rehearsal: everything prepared, and invented marks.

    The same seed invents the same. Everybody who is asked to score has answered, but one person of
    a side of more than the threshold: so that passing the keyboard can be tried as well. ``say``
    translates the invented reasons. Raises ``Refused``; see ``why_not``.
    """
    refusal = why_not(work.session)
    if refusal:
        raise Refused(refusal)
    session = work.session.but(
        rehearsal=True,
        phones=Phones(),
        define=without_secret_votes(work.session.define),
        confirmations=(),
    )
    bare = work.but(session=session, urn=Urn(id=session.id), turnout=Turnout(id=session.id))
    items = work.items
    if session.stage_state("score") is None or not items:
        return bare.but(session=session.but(locked_at=None))
    return _scored(bare, items, seed, say)


def _scored(bare: Work, items: Sequence[ScoredItem], seed: str, say: Callable[[str], str]) -> Work:
    # The seed is no secret: these marks are nobody's.
    chance = Random(seed)  # noqa: S311
    invention = invented(bare, [item.indicator_id for item in items], chance)
    ballots = [
        _ballot(bare, invention, side, rater, chance=chance, say=say)
        for side in SIDES
        for rater in invention.raters[side]
    ]
    if not ballots:
        return bare.but(session=bare.session.but(locked_at=None))
    urn = Urn(
        id=bare.session.id,
        items=tuple(items),
        ballots=tuple(sorted(ballots, key=lambda b: b.id)),
    )
    answered = tuple(sorted(p for raters in invention.raters.values() for p in raters))
    return bare.but(urn=urn, turnout=Turnout(id=bare.session.id, answered=answered))


def _ballot(
    work: Work,
    invention: Invention,
    side: SideKey,
    rater: str,
    *,
    chance: Random,
    say: Callable[[str], str],
) -> Ballot:
    by_name = work.session.rules.secrecy == "name"
    answers = [
        Answer(
            indicator_id=key,
            own=own,
            mark=invention.marks[rater, key, own],
            reason="" if own else reason_for(invention.marks[rater, key, own], chance, say),
        )
        for own in ((False, True) if work.session.rules.self_estimate else (False,))
        for key in invention.indicators
    ]
    return Ballot(
        id=f"{chance.getrandbits(64):016x}",
        side=side,
        rater_id=rater if by_name else None,
        answers=tuple(answers),
    )


_REASONS: tuple[tuple[float, tuple[str, ...]], ...] = (
    (
        5,
        (
            N_("Invented: we heard of it when it had gone wrong already."),
            N_("Invented: asked three times, and still no answer."),
            N_("Invented: it depends on who is on duty."),
        ),
    ),
    (
        7,
        (
            N_("Invented: mostly as agreed, now and then we have to ask."),
            N_("Invented: better than last time, not yet by itself."),
            N_("Invented: fine in the week, less so at the weekend."),
        ),
    ),
    (
        10,
        (
            N_("Invented: they called before we had noticed anything."),
            N_("Invented: came with a proposal of their own, and it worked."),
            N_("Invented: always somebody who takes it up at once."),
        ),
    ),
)
"""Reasons up to a mark, each of which says of itself that it is invented."""


def reason_for(mark: float | None, chance: Random, say: Callable[[str], str] = str) -> str:
    """A reason that fits the mark; now and then none, as in the room."""
    if mark is None or chance.random() < 0.25:
        return ""
    fitting = next(reasons for limit, reasons in _REASONS if mark <= limit)
    return say(chance.choice(fitting))


# --- what goes along of before


def without_secret_votes(define: Define) -> Define:
    """Candidates and choices; dot votes only if their result was shown."""
    return define if define.votes_shown else define.but(votes=(), voted=())


def earlier_session(session: Session) -> Session:
    """An earlier session as the rehearsal needs it: without ways in and without private notes."""
    return session.but(
        phones=Phones(), private_notes={}, define=without_secret_votes(session.define)
    )


def shown_urn(work: Work) -> Urn:
    """Of an earlier round the marks that the room has seen, and no reason, receipt or correction.

    What stayed hidden (below the threshold, or never revealed) does not go along.
    """
    session, urn = work.session, work.urn
    if not session.locked:
        return Urn(id=urn.id)
    seen = {
        (side, item.indicator_id, own)
        for item in urn.items
        if session.revealed(item.indicator_id)
        for side, own, given in _figures(work, item)
        if given is not None and not given.hidden
    }
    ballots = tuple(
        ballot.but(
            receipt="",
            answers=tuple(
                Answer(indicator_id=a.indicator_id, own=a.own, mark=a.mark)
                for a in ballot.answers
                if (ballot.side, a.indicator_id, a.own) in seen
            ),
        )
        for ballot in urn.ballots
    )
    return urn.but(ballots=ballots)


def _figures(work: Work, item: ScoredItem) -> list[tuple[SideKey, bool, Given | None]]:
    figures = indicator_figures(work.partnership, work.session, work.urn, item)
    return [
        (side, own, figures.own(side) if own else figures.given(side))
        for side in SIDES
        for own in (False, True)
    ]
