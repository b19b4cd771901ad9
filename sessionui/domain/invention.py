"""Inventing marks for a rehearsal: likely ones, with something in them to talk about."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from sessionui.domain.history import indicator_line
from sessionui.domain.scoring import Rules
from sessionui.domain.sides import SIDES, SideKey, other
from sessionui.domain.work import Work

HIGH, LOW = 7.6, 4.8
"""The two sides' levels on the indicator with the gap."""

Marks = dict[tuple[str, str, bool], float | None]


@dataclass(frozen=True)
class Invention:
    """Who answers, on which indicators, and what: marks by rater, indicator and ``own``."""

    raters: dict[SideKey, tuple[str, ...]]
    indicators: tuple[str, ...]
    marks: Marks


@dataclass(frozen=True)
class _Plan:
    """Where there will be something to say: on which indicators, and by which side."""

    gap: str
    spread: str
    skipped: str
    side: SideKey


def invented(work: Work, indicators: Sequence[str], chance: Random) -> Invention:
    """Marks by the rules of the session.

    They lie about what the sides gave last time. One indicator has a wide gap between the sides,
    with a fail in it; on one a side is divided; on another somebody can't judge. Self-estimates
    lie above what the other side gives, most of all on the gap.
    """
    raters = {side: answering(work, side) for side in SIDES}
    order = chance.sample(list(indicators), len(indicators))
    side: SideKey = chance.choice(SIDES)
    plan = _Plan(order[0], order[1 % len(order)], order[-1] if len(order) > 2 else "", side)
    levels = {
        (key, giver): _level(work, plan, key, giver, chance)
        for key in indicators
        for giver in SIDES
    }
    marks: Marks = {}
    for giver in SIDES:
        for key in indicators:
            given = _given(
                levels[key, giver], key, giver, len(raters[giver]), plan=plan, chance=chance
            )
            own = _own(levels[key, other(giver)], len(raters[giver]), chance)
            for rater, mark, self_mark in zip(raters[giver], given, own, strict=True):
                marks[rater, key, False] = _rounded(mark, work.session.rules)
                marks[rater, key, True] = _rounded(self_mark, work.session.rules)
    most = max(raters.values(), key=len)
    _leave_one_out(marks, most, plan.skipped, work.session.rules)
    return Invention(raters, tuple(indicators), marks)


def answering(work: Work, side: SideKey) -> tuple[str, ...]:
    """Who of a side has answered: everybody but one of the larger side, if enough are left."""
    raters = work.raters(side)
    larger: SideKey = "a" if len(work.raters("a")) >= len(work.raters("b")) else "b"
    if side == larger and len(raters) > max(work.session.rules.threshold, 2):
        return raters[:-1]
    return raters


def _level(work: Work, plan: _Plan, key: str, giver: SideKey, chance: Random) -> float:
    """About which mark a side gives: on the gap apart, else about as last time."""
    if key == plan.gap:
        return HIGH if giver == plan.side else LOW
    points = indicator_line(work.earlier, key, giver).points
    last = next((float(p.value) for p in reversed(points) if p.value is not None), 6.4)
    return min(max(last + chance.uniform(-0.3, 0.6), 5.5), 8.0)


def _given(
    level: float, key: str, giver: SideKey, count: int, *, plan: _Plan, chance: Random
) -> list[float]:
    width = 0.4 if key == plan.gap else 0.9
    marks = [level + chance.uniform(-width, width) for _ in range(count)]
    if key == plan.spread and giver == plan.side and count > 1:
        # As far below as above: the mean stays, and so does a gap on the same indicator.
        low, high = chance.sample(range(count), 2)
        marks[low], marks[high] = level - 2, level + 2
    return marks


def _own(level: float, count: int, chance: Random) -> list[float]:
    """Self-estimates: above what the other side gives, and all the more the lower that is."""
    lift = 0.6 if level > 6 else 2.0
    return [level + lift + chance.uniform(-0.4, 0.4) for _ in range(count)]


def _rounded(mark: float, rules: Rules) -> float:
    step = 2 if rules.half_marks else 1
    return min(max(round(mark * step) / step, 1.0), 10.0)


def _leave_one_out(marks: Marks, raters: Sequence[str], key: str, rules: Rules) -> None:
    """Not applicable, once, where the side's figures stay shown without that mark."""
    if key and len(raters) > max(rules.threshold, 2):
        marks[raters[0], key, False] = None
