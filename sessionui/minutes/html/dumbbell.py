"""One indicator on the axis from 1 to 10: both means joined, and each side's marks beside them.

The axis has the same length in every picture, so that pictures can be compared.
"""

from collections import Counter
from typing import Final

from sessionui.domain.sides import SideKey
from sessionui.minutes.html.drawing import WIDTH, Drawing, Stroke, Symbol, Text
from sessionui.minutes.outline.blocks import Dumbbell, Lane

LEFT: Final = 48
RIGHT: Final = WIDTH - 48
STEP: Final = 12
HIGHEST_STACK: Final = 4
"""Equal marks are stacked up to here; from more on one dot and its number say it."""

_BAR: Final = 6
OWN: Final = 36
"""Units for what a side gave itself."""


def place(mark: float) -> float:
    """Where a mark from 1 to 10 stands on the axis."""
    return LEFT + (mark - 1) * (RIGHT - LEFT) / 9


def draw_dumbbell(block: Dumbbell) -> Drawing:
    """The picture of one indicator; side a above the line, side b below it.

    As on the screen: what a side gave are full signs; outside them, what its receiver gave itself,
    are open ones, with the distance to what it got.
    """
    drawing = Drawing(block.title, block.description)
    above, below = _lane_height(block.a), _lane_height(block.b)
    line = _own_height(block.own_b) + above + 20
    inner = line + 20 + below
    bottom = inner + _own_height(block.own_a)
    drawing.height = bottom + 22
    _axis(drawing, block.pass_label, bottom)
    _bar(drawing, block, line)
    _marks(drawing, "a", block.a, line - 24)
    _marks(drawing, "b", block.b, line + 24)
    _own(drawing, "b", block.own_b, block.a.mean, line - 20 - above)
    _own(drawing, "a", block.own_a, block.b.mean, inner + OWN)
    _mean(drawing, "a", block, line - _BAR)
    _mean(drawing, "b", block, line + _BAR)
    return drawing


def _own_height(lane: Lane | None) -> float:
    return OWN if lane else 0


def _own(
    drawing: Drawing, side: SideKey, lane: Lane | None, got: float | None, bottom: float
) -> None:
    """What ``side`` gave itself, ``bottom`` its lower edge, and how far that is from what it got.

    Equal marks are one sign and their number, for there is room for one row only.
    """
    if lane is None:
        return
    outer, inner = (bottom - 26, bottom - 10) if side == "b" else (bottom - 10, bottom - 26)
    if lane.dots:
        for mark, times in sorted(_stacks(lane).items()):
            x = place(mark)
            drawing.symbols.append(Symbol(side, x, outer, 5, filled=False))
            if times > 1:
                drawing.texts.append(Text(x + 8, outer + 4, f"{times}×", f"count {side}", "start"))
    else:
        _range(drawing, side, lane, outer)
    if lane.mean is not None and got is not None and lane.mean != got:
        one, two = sorted((place(lane.mean), place(got)))
        _ended(drawing, side, one, two, inner)


def _stacks(lane: Lane) -> Counter[float]:
    return Counter(lane.dots)


def _lane_height(lane: Lane) -> float:
    drawn = (times for times in _stacks(lane).values() if times <= HIGHEST_STACK)
    return 16 + STEP * max(drawn, default=1)


def _axis(drawing: Drawing, pass_label: str, bottom: float) -> None:
    for mark in range(1, 11):
        x = place(mark)
        drawing.strokes.append(Stroke(x, 6, x, bottom, "grid"))
        drawing.texts.append(Text(x, bottom + 15, str(mark), "tick"))
    x = place(5.5)
    drawing.strokes.append(Stroke(x, 6, x, bottom, "pass"))
    drawing.texts.append(Text(x, bottom + 15, pass_label, "passed"))


def _bar(drawing: Drawing, block: Dumbbell, line: float) -> None:
    drawing.strokes.append(Stroke(LEFT, line, RIGHT, line, "axis"))
    if block.a.mean is not None and block.b.mean is not None:
        one, two = place(block.a.mean), place(block.b.mean)
        drawing.strokes.append(Stroke(one, line - _BAR, two, line + _BAR, "bar"))


def _marks(drawing: Drawing, side: SideKey, lane: Lane, y: float) -> None:
    """Every rater's mark where names allow, else the line from lowest to highest."""
    if lane.note:
        drawing.texts.append(Text(LEFT, y + 4, lane.note, f"note {side}", "start"))
    elif lane.dots:
        for mark, times in sorted(_stacks(lane).items()):
            _stack(drawing, side, place(mark), times, y)
    else:
        _range(drawing, side, lane, y)


def _range(drawing: Drawing, side: SideKey, lane: Lane, y: float) -> None:
    """From the lowest to the highest mark, with the median."""
    if lane.low is None or lane.high is None:
        return
    _ended(drawing, side, place(lane.low), place(lane.high), y)
    if lane.median is not None:
        x = place(lane.median)
        drawing.strokes.append(Stroke(x, y - 7, x, y + 7, f"median {side}"))


def _ended(drawing: Drawing, side: SideKey, one: float, two: float, y: float) -> None:
    """A line with a small stroke at both ends."""
    drawing.strokes.append(Stroke(one, y, two, y, f"range {side}"))
    for end in (one, two):
        drawing.strokes.append(Stroke(end, y - 4, end, y + 4, f"end {side}"))


def _stack(drawing: Drawing, side: SideKey, x: float, times: int, y: float) -> None:
    """Equal marks one over the other, away from the line."""
    if times > HIGHEST_STACK:
        drawing.symbols.append(Symbol(side, x, y, 5))
        drawing.texts.append(Text(x + 9, y + 4, f"{times}×", f"count {side}", "start"))
        return
    step = -STEP if side == "a" else STEP
    for nth in range(times):
        drawing.symbols.append(Symbol(side, x, y + nth * step, 5))


def _mean(drawing: Drawing, side: SideKey, block: Dumbbell, y: float) -> None:
    """The mean, its figure on the outer side so that the two never lie over each other."""
    lane, opposite = (block.a, block.b) if side == "a" else (block.b, block.a)
    if lane.mean is None:
        return
    x = place(lane.mean)
    left = side == "a" if opposite.mean in (None, lane.mean) else lane.mean < (opposite.mean or 0)
    drawing.symbols.append(Symbol(side, x, y, 9 if side == "a" else 8))
    look = f"mean {side}"
    figure = (
        Text(x - 14, y + 5, lane.mean_label, look, "end")
        if left
        else Text(x + 14, y + 5, lane.mean_label, look, "start")
    )
    drawing.texts.append(figure)
