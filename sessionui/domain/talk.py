"""What is worth talking about: a prompt, not a verdict (method, honest figures).

Asymmetry, perception gap or spread of 1.0 or more, a fail, or a drop of 1.0 since last time; all
by the figures as shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from sessionui.domain.figures import WORTH_TALKING, IndicatorFigures
from sessionui.domain.history import indicator_line
from sessionui.domain.rounds import RoundFigures
from sessionui.domain.sides import SIDES, SideKey, other
from sessionui.domain.wording import N_, Sentence

TalkCode = Literal["fail", "asymmetry", "drop", "perception", "spread"]


@dataclass(frozen=True)
class TalkPoint:
    """A reason to talk: which rule, the side that gave the marks, and the sentence to show."""

    code: TalkCode
    side: SideKey | None
    size: Decimal
    sentence: Sentence


def talk_points(
    item: IndicatorFigures, names: dict[SideKey, str], earlier: Sequence[RoundFigures] = ()
) -> tuple[TalkPoint, ...]:
    """Everything worth talking about on one indicator, the most telling first.

    ``names``: the organisation of each side. ``earlier``: rounds before this one, any order.
    """
    points = [
        *_fails(item, names),
        *_asymmetry(item),
        *_drops(item, names, earlier),
        *_perception(item, names),
        *_spread(item, names),
    ]
    return tuple(points)


def _fails(item: IndicatorFigures, names: dict[SideKey, str]) -> list[TalkPoint]:
    return [
        TalkPoint(
            "fail",
            side,
            mark,
            Sentence(
                N_("{receiver} got a fail: {mark}"),
                {"receiver": names[other(side)], "mark": mark},
            ),
        )
        for side in SIDES
        if (mark := item.given(side).mean) is not None and item.given(side).passed is False
    ]


def _asymmetry(item: IndicatorFigures) -> list[TalkPoint]:
    gap = item.asymmetry
    if gap is None or abs(gap) < WORTH_TALKING:
        return []
    sentence = Sentence(N_("the two marks are {size} apart"), {"size": abs(gap)})
    return [TalkPoint("asymmetry", None, abs(gap), sentence)]


def _drops(
    item: IndicatorFigures, names: dict[SideKey, str], earlier: Sequence[RoundFigures]
) -> list[TalkPoint]:
    points = []
    for side in SIDES:
        now = item.given(side).mean
        line = indicator_line(earlier, item.indicator_id, side)
        if now is None or not line.points:
            continue
        before = [r for r in earlier if r.item(item.indicator_id)]
        last = max(before, key=lambda r: r.date).item(item.indicator_id)
        was = last.given(side).mean if last and last.revision == item.revision else None
        if was is not None and was - now >= WORTH_TALKING:
            sentence = Sentence(
                N_("{receiver} dropped {size} since last time, from {was} to {now}"),
                {"receiver": names[other(side)], "size": was - now, "was": was, "now": now},
            )
            points.append(TalkPoint("drop", side, was - now, sentence))
    return points


def _perception(item: IndicatorFigures, names: dict[SideKey, str]) -> list[TalkPoint]:
    points = []
    for side in SIDES:
        gap = item.perception_gap(side)
        if gap is None or abs(gap) < WORTH_TALKING:
            continue
        template = (
            N_("{side} gave itself {size} more than it got")
            if gap < 0
            else N_("{side} gave itself {size} less than it got")
        )
        sentence = Sentence(template, {"side": names[side], "size": abs(gap)})
        points.append(TalkPoint("perception", side, abs(gap), sentence))
    return points


def _spread(item: IndicatorFigures, names: dict[SideKey, str]) -> list[TalkPoint]:
    points = []
    for side in SIDES:
        given = item.given(side)
        if given.spread is None or given.spread < WORTH_TALKING:
            continue
        sentence = Sentence(
            N_("{side}'s own marks lie {size} apart ({low} to {high})"),
            {
                "side": names[side],
                "size": given.spread,
                "low": Decimal(str(given.low)),
                "high": Decimal(str(given.high)),
            },
        )
        points.append(TalkPoint("spread", side, given.spread, sentence))
    return points
