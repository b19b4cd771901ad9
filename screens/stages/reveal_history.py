"""What both sides gave on one indicator over the rounds, for the line under the reveal."""

from screens.widgets.history_line import History
from sessionui.domain.sides import SIDES
from sessionui.domain.work import Work
from sessionui.domain.year import deeds, direction


def history_of(work: Work, indicator_id: str) -> History:
    """Both sides' lines over the rounds in which the indicator was revealed."""
    rounds = sorted(
        (r for r in work.rounds if r.item(indicator_id) is not None), key=lambda r: r.date
    )
    return History(
        days=tuple(r.date for r in rounds),
        lines=tuple((side, direction(rounds, indicator_id, side)) for side in SIDES),
        deeds=deeds(work.actions, indicator_id, rounds),
    )
