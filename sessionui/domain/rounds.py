"""A round as the room may see it: figures of what has been revealed, and nothing else."""

from dataclasses import dataclass
from datetime import date

from sessionui.domain.figures import IndicatorFigures, Overall, given, overall
from sessionui.domain.partnership import Partnership
from sessionui.domain.scoring import ScoredItem, Turnout, Urn
from sessionui.domain.session import Session
from sessionui.domain.sides import SIDES, SideKey


@dataclass(frozen=True)
class RoundFigures:
    """The revealed figures of one session's round, in the order of the discussion."""

    session_id: str
    date: date
    kind: str
    items: tuple[IndicatorFigures, ...]
    overall: Overall

    def item(self, indicator_id: str) -> IndicatorFigures | None:
        """The figures of one indicator, or ``None`` when not revealed or not scored."""
        return next((i for i in self.items if i.indicator_id == indicator_id), None)


@dataclass(frozen=True)
class SideTurnout:
    """How many of a side have answered, of how many; who is missing as far as that is known.

    ``begun``: how many have given answers step by step and not said that they are done;
    ``taken_back``: how many took theirs back by the receipt. ``missing`` holds person ids, and so
    does ``beginners``: who of them is known to have begun, by name only; by side nobody of whom
    answers came is missing, begun or done. ``unnamed`` ballots came without a name (side secrecy,
    on paper or imported), so as many of the missing may have answered after all. ``excess``: how
    many more forms came than there are raters, so that somebody must have answered twice.
    """

    side: SideKey
    answered: int
    expected: int
    missing: tuple[str, ...]
    unnamed: int
    begun: int = 0
    beginners: tuple[str, ...] = ()
    taken_back: int = 0
    excess: int = 0
    by_side: bool = False


def scored_items(partnership: Partnership, session: Session, urn: Urn) -> tuple[ScoredItem, ...]:
    """The indicators of this round in the order of the session.

    Those fixed by the first ballot; before that, those in force now.
    """
    items = urn.items or tuple(
        ScoredItem(indicator_id=i.id, revision=i.current.number) for i in partnership.in_force
    )
    rank = {indicator_id: n for n, indicator_id in enumerate(session.order)}
    return tuple(sorted(items, key=lambda i: rank.get(i.indicator_id, len(rank))))


def raters_of(partnership: Partnership, session: Session, side: SideKey) -> tuple[str, ...]:
    """Ids of the people of ``side`` who are asked to score in this session."""
    people = {p.id for p in partnership.people if p.side == side}
    return tuple(p for p in session.participants if p in people)


def turnout_of(
    partnership: Partnership, session: Session, urn: Urn, turnout: Turnout, side: SideKey
) -> SideTurnout:
    """n of N for one side, and who is still missing. Says nothing of any score."""
    raters = raters_of(partnership, session, side)
    given = tuple(b for b in urn.of_side(side) if b.answers)
    answered = sum(b.finished for b in given)
    emptied = len(urn.of_side(side)) - len(given)
    people = {p.id for p in partnership.people if p.side == side}
    named = {p for p in turnout.answered if p in people}
    # By name, answers that were begun on a phone count once the round is locked.
    named |= {b.rater_id for b in given if b.rater_id and b.finished}
    expected = asked_of(partnership, session, urn, side)
    by_name = session.rules.secrecy == "name"
    return SideTurnout(
        side,
        answered,
        expected,
        tuple(p for p in raters if p not in named),
        0 if by_name else max(min(len(given), len(given) + emptied - len(named)), 0),
        len(given) - answered,
        tuple(b.rater_id for b in given if b.rater_id and not b.finished),
        emptied,
        max(len(given) - expected, 0),
        not by_name,
    )


def asked_of(partnership: Partnership, session: Session, urn: Urn, side: SideKey) -> int:
    """N of "n of N": how many of ``side`` are asked to score.

    By side it is never more than its raters, however many forms came: one too many is somebody
    who answered twice, and must not look like one more person. By name somebody who came late has
    an answer of their own. Where no rater is known at all, it is as many as answered.
    """
    raters = raters_of(partnership, session, side)
    given = [b for b in urn.of_side(side) if b.answers]
    late = len(given) if session.rules.secrecy == "name" or not raters else 0
    return max(len(raters), late)


def indicator_figures(
    partnership: Partnership, session: Session, urn: Urn, item: ScoredItem
) -> IndicatorFigures:
    """The figures of one indicator. Callers show them only after its reveal."""
    made = {
        (side, own): given(
            urn.ballots,
            item.indicator_id,
            side,
            session.rules,
            expected=asked_of(partnership, session, urn, side),
            own=own,
        )
        for side in SIDES
        for own in (False, True)
    }
    asked = session.rules.self_estimate
    return IndicatorFigures(
        item.indicator_id,
        item.revision,
        a=made["a", False],
        b=made["b", False],
        own_a=made["a", True] if asked else None,
        own_b=made["b", True] if asked else None,
    )


def revealed_round(partnership: Partnership, session: Session, urn: Urn) -> RoundFigures:
    """The round as far as it has been revealed; nothing at all while it is not locked."""
    items = scored_items(partnership, session, urn)
    figures = (
        tuple(
            indicator_figures(partnership, session, urn, item)
            for item in items
            if session.revealed(item.indicator_id)
        )
        if session.locked
        else ()
    )
    return RoundFigures(
        session.id, session.date, session.kind, figures, overall(figures, len(items))
    )
