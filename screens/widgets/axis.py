"""One axis from 1 to 10, of the same length for every indicator, so that pictures compare.

On the axis the two means with a bar between them (a dumbbell) and the pass mark; above it what
the client's side gave, below it what the supplier's side gave: every mark where names allow it,
else lowest, middle and highest. Self-estimates are open signs, outermost.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from sessionui.domain.figures import Given
from sessionui.domain.sides import OPEN_SIGNS, SIGNS, SideKey

PASS = Decimal("5.5")
BOTH: Final = "◈"
"""Both means in the same cell."""
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
        return Content.assemble(*self.cells, " ", label or "")


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
    """Every mark as a sign over its place; beside each other, or counted when they don't fit."""
    row = Row(step)
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


def given_row(given: Given, sign: str, style: str, step: int) -> Row:
    """The marks that one side gave, as far as they may be shown."""
    if given.dots:
        return dots([dot.mark for dot in given.dots], sign, style, step)
    if given.low is None or given.middle is None or given.high is None:
        return Row(step)
    three = (given.low, given.middle, given.high)
    return span(three, style, step, dashed=given.own)


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


def dumbbell(means: Means, row: Row) -> Row:
    """Each side's mean on an axis, and a bar between the two."""
    step = row.step
    places = {side: cell(mean, step) for side, mean in means.items() if mean is not None}
    if len(places) == 2:
        first, last = sorted(places.values())
        row.put(first, "━" * (last - first + 1), "bold")
        if first == last:
            row.put(first, BOTH, "bold")
            return row
    for side, place in places.items():
        # A blank after it, because the axis ends in the two figures of a ten.
        text = SIGNS[side] + " " * (place == length(step) - 1)
        row.put(place, text, f"bold $side-{side}")
    return row


@dataclass(frozen=True)
class Strip:
    """What one side gave (``own``: to itself), and the words beside it."""

    given: Given
    label: Content

    def row(self, step: int) -> Row:
        """Its row over or under the axis."""
        side = self.given.side
        sign = OPEN_SIGNS[side] if self.given.own else SIGNS[side]
        return given_row(self.given, sign, f"$side-{side}", step)


@dataclass(frozen=True)
class Picture:
    """Everything on the axis of one indicator: ``above`` and ``below`` it, and the means."""

    above: tuple[Strip, ...] = ()
    below: tuple[Strip, ...] = ()
    means: tuple[tuple[SideKey, Decimal | None], ...] = field(default=(), repr=False)
    label: Content = field(default_factory=Content)

    @property
    def rows(self) -> int:
        """How many rows it takes."""
        return 1 + len(self.above) + len(self.below)

    def lines(self, step: int) -> list[Content]:
        """The picture, row by row."""
        return [
            *(strip.row(step).content(strip.label) for strip in self.above),
            dumbbell(dict(self.means), scale(step)).content(self.label),
            *(strip.row(step).content(strip.label) for strip in self.below),
        ]


class Axis(Widget):
    """Shows a ``Picture``; the length of the axis goes by the width of the window alone."""

    DEFAULT_CSS = "Axis { width: 100%; height: auto; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.picture = Picture()

    def show(self, picture: Picture) -> None:
        """Show this picture."""
        if picture != self.picture:
            layout = picture.rows != self.picture.rows
            self.picture = picture
            self.refresh(layout=layout)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """See Textual."""
        return self.picture.rows

    @staticmethod
    def label_width(width: int) -> int:
        """Cells for the words beside the axis in a window of ``width`` cells."""
        return 18 if width < 100 else 36

    def render(self) -> Content:
        """See Textual."""
        width = self.content_size.width
        lines = self.picture.lines(fitting_step(width, self.label_width(width)))
        return Content("\n").join(line.truncate(width) for line in lines)
