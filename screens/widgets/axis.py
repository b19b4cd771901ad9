"""One axis from 1 to 10, of the same length for every indicator, so that pictures compare.

On the axis the two means with a bar between them (a dumbbell) and the pass mark; and
rows to stand above and below it: every mark where names allow it, else lowest, middle and highest;
the distance between two marks. What stands where: ``axis_picture``.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Final

from textual.content import Content

from screens.widgets.plot import assembled
from sessionui.domain.pictures import Lane
from sessionui.domain.sides import OPEN_SIGNS, SIGNS, SideKey

PASS = Decimal("5.5")
BOTH: Final = "◈"
"""Both means in the same cell."""
SPREAD: Final = "┄"
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_STEPS: Final = (12, 10, 8, 6, 5, 4)
_MARGIN: Final = 1

Number = float | Decimal | Fraction
Means = Mapping[SideKey, Decimal | None]


@dataclass
class Row:
    """One row of cells, each a character and a style; the first cell is mark 1 less a margin."""

    step: int
    cells: list[tuple[str, str]] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        self.cells = [(" ", "")] * (length(self.step) + 2 * _MARGIN)

    def put(self, place: int, text: str, style: str) -> None:
        """Write ``text`` from cell ``place`` of the axis on; what lies outside is pushed in."""
        start = min(max(place + _MARGIN, 0), len(self.cells) - len(text))
        for n, char in enumerate(text):
            self.cells[start + n] = (char, style)

    def content(self, label: Content | None = None) -> Content:
        """The row, with ``label`` after it."""
        return Content.assemble(assembled(self.cells), " ", label or "")


def length(step: int) -> int:
    """Cells from mark 1 to mark 10."""
    return 9 * step + 1


def cell(mark: Number, step: int) -> int:
    """The cell of a mark on the axis, 0 for mark 1; halves go up."""
    return int((Fraction(mark) - 1) * step + Fraction(1, 2))


def fitting_step(width: int, label: int) -> int:
    """Cells a mark, as many as fit in ``width`` with ``label`` cells beside the axis."""
    room = width - label - 2 * _MARGIN - 2
    return next((step for step in _STEPS if length(step) <= room), _STEPS[-1])


def dots(marks: Sequence[float], sign: str, style: str, step: int) -> Row:
    """Every mark as a sign over its place; beside each other, or counted when they don't fit.

    A thin line from the lowest to the highest is the spread.
    """
    row = Row(step)
    if marks:
        first, last = cell(min(marks), step), cell(max(marks), step)
        row.put(first, SPREAD * (last - first + 1), f"dim {style}".strip())
    halves = any(mark % 1 for mark in marks)
    room = (step // 2 if halves else step) - 1
    for mark, count in sorted(Counter(marks).items()):
        text = _cluster(sign, count, room)
        row.put(cell(mark, step) - (len(text) - 1) // 2, text, style)
    return row


def _cluster(sign: str, count: int, room: int) -> str:
    counted = f"{sign}×{count}"
    if count <= max(room, 1):
        return sign * count
    return counted if len(counted) <= room else sign + str(count).translate(_SUPERSCRIPT)


def span(
    three: tuple[Number, Number, Number], style: str, step: int, *, dashed: bool = False
) -> Row:
    """Lowest, middle and highest: ├──┃──┤."""
    low, middle, high = three
    row = Row(step)
    first, last = cell(low, step), cell(high, step)
    row.put(first, ("╌" if dashed else "─") * (last - first + 1), style)
    row.put(first, "├", style)
    row.put(last, "┤", style)
    row.put(cell(middle, step), "┃", style)
    return row


def lane_row(lane: Lane, step: int) -> Row:
    """The marks that one side gave, as far as they may be shown."""
    style = f"$side-{lane.side}"
    if lane.dots:
        signs = OPEN_SIGNS if lane.own else SIGNS
        return dots(lane.dots, signs[lane.side], style, step)
    if lane.low is None or lane.middle is None or lane.high is None:
        return Row(step)
    return span((lane.low, lane.middle, lane.high), style, step, dashed=lane.own)


def distance(one: Number, two: Number, style: str, step: int, *, grown: float = 1) -> Row:
    """From one mark to another: ├──┤. ``grown``: how much of it is drawn, from the middle out."""
    row = Row(step)
    first, last = sorted((cell(one, step), cell(two, step)))
    start, end = _middle(first, last, grown)
    row.put(start, "─" * (end - start + 1), style)
    if grown >= 1:
        row.put(first, "├", style)
        row.put(last, "┤" if last > first else "│", style)
    return row


def _middle(first: int, last: int, grown: float) -> tuple[int, int]:
    """The part of ``first`` to ``last`` around its middle."""
    half = (last - first) / 2
    return round(first + half * (1 - grown)), round(last - half * (1 - grown))


def scale(step: int) -> Row:
    """The axis itself: the whole marks, and the pass mark."""
    row = Row(step)
    row.put(0, "─" * length(step), "dim")
    row.put(cell(PASS, step), "╎", "$accent")
    for mark in range(1, 11):
        row.put(cell(mark, step), str(mark), "dim")
    return row


def ticks(step: int) -> Row:
    """The axis as a row of points, for under an axis with figures."""
    row = Row(step)
    for mark in range(1, 11):
        row.put(cell(mark, step), "·", "dim")
    row.put(cell(PASS, step), "╎", "dim")
    return row


def dumbbell(means: Means, row: Row, *, grown: float = 1) -> Row:
    """Each side's mean on an axis, and a bar between the two.

    ``grown``: how much of the bar is drawn, from its middle out; the means stand at once.
    """
    step = row.step
    places = {side: cell(mean, step) for side, mean in means.items() if mean is not None}
    if len(places) == 2:
        first, last = sorted(places.values())
        start, end = _middle(first, last, grown)
        row.put(start, "━" * (end - start + 1), "bold")
        if first == last:
            _put_sign(row, first, BOTH, "bold")
            return row
    for side, place in places.items():
        _put_sign(row, place, SIGNS[side], f"bold $side-{side}")
    return row


def _put_sign(row: Row, place: int, sign: str, style: str) -> None:
    """A mean; at the end with a blank after it, because there stand the two figures of a ten."""
    row.put(place, sign + " " * (place == length(row.step) - 1), style)
