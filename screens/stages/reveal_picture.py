"""From the session on the table to the two large marks, and how large they are drawn."""

from textual.geometry import Size

from screens.widgets.halves import answered_words, open_half, veiled_half
from screens.widgets.marks import SideMark
from sessionui.domain.pictures import lane_of
from sessionui.domain.rounds import SideTurnout
from sessionui.domain.sides import SIDES
from sessionui.domain.work import Work


def scale_for(size: Size) -> int:
    """How large the figures are drawn in a window of ``size`` cells."""
    if size.height < 34 or size.width < 100:
        return 1
    return 2 if size.height < 46 or size.width < 160 else 3


def side_marks(work: Work, indicator_id: str, width: int) -> tuple[SideMark, SideMark]:
    """Both halves for ``width`` cells: under the veil until the indicator is revealed."""
    figures = work.revealed.item(indicator_id)
    half = width // 2
    if figures is None:
        turnouts = [work.side_turnout(side) for side in SIDES]
        left, right = (
            veiled_half(t.side, work.names, t.answered, t.expected, half) for t in turnouts
        )
    else:
        threshold = work.session.rules.threshold
        left, right = (
            open_half(lane_of(figures.given(side)), work.names, threshold, half) for side in SIDES
        )
    return left, right


def answered_text(turnout: SideTurnout) -> str:
    """n of N, which says nothing of any score."""
    return answered_words(turnout.answered, turnout.expected)
