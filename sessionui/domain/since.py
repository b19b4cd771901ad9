"""What the marks on an action's indicator did since the action was agreed.

The two stand beside each other; nothing says that one came of the other. Marks are the shown means
of each side, so a hidden one stays hidden, and across a new meaning nothing is compared.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from sessionui.domain.agreements import Action
from sessionui.domain.figures import IndicatorFigures
from sessionui.domain.rounds import RoundFigures
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.work import Work

Means = dict[SideKey, Decimal | None]


@dataclass(frozen=True)
class Since:
    """What each side gave when the action was agreed, and in the last round revealed since.

    ``now_on`` is ``None``, and ``now`` empty, as long as no round was revealed since. ``broken``:
    the meaning changed in between, so the two can't be compared.
    """

    then_on: date
    then: Means
    now_on: date | None = None
    now: Means = field(default_factory=dict)
    broken: bool = False


def since_agreed(work: Work, action: Action) -> Since | None:
    """``None`` without an indicator, or where none was revealed when the action was agreed."""
    scored = [
        (figures, item)
        for figures in work.rounds
        if action.indicator_id and (item := figures.item(action.indicator_id)) is not None
    ]
    # Of the session it was agreed in, else of the last round before that day.
    before = [pair for pair in scored if _was_there(pair[0], action)]
    if not before:
        return None
    then_round, then = before[-1]
    later = [pair for pair in scored if pair[0].date > then_round.date]
    if not later:
        return Since(then_round.date, _means(then))
    now_round, now = later[-1]
    return Since(
        then_round.date,
        _means(then),
        now_round.date,
        _means(now),
        broken=any(item.revision != then.revision for _, item in later),
    )


def _was_there(figures: RoundFigures, action: Action) -> bool:
    return figures.session_id == action.session_id or figures.date < action.at.date()


def _means(item: IndicatorFigures) -> Means:
    return {side: item.given(side).mean for side in SIDES}
