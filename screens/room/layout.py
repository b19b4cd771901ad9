"""A page of the wall: blocks below each other, made smaller until they fit.

Everything is drawn as lines of text, so that a page is painted in one frame and can be tested
without a terminal.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from textual.content import Content

Lines = tuple[Content, ...]
EMPTY = Content("")
_SPACED = 10
"""How soon lines between the entries of a list go: right after other space."""


@dataclass(frozen=True)
class Block:
    """Lines in several sizes, the largest first; with a higher ``weight`` it stays large longer.

    Each size takes fewer lines than the one before. What may be left out ends in no lines.
    ``steps``: the weights of the first sizes, where these are given up sooner than the rest.
    """

    sizes: tuple[Lines, ...]
    weight: int
    steps: tuple[int, ...] = ()

    def weight_at(self, size: int) -> int:
        """How long it stays in that size."""
        return self.steps[size] if size < len(self.steps) else self.weight

    def sooner(self, weight: int, keep: int = 1) -> "Block":
        """All sizes but the last ``keep`` (and what follows them) are given up at ``weight``."""
        return replace(self, steps=(weight,) * max(len(self.sizes) - 1 - keep, 0))


@dataclass(frozen=True)
class Page:
    """What stands below the head line, and where: from the top on, or in the middle.

    ``close``: it needs every row, from right below the head line to the last one.
    """

    blocks: tuple[Block, ...]
    anchor: Literal["top", "middle"] = "top"
    head: bool = True
    close: bool = False


@dataclass(frozen=True)
class Sheet:
    """The room that a page has, in cells, and how much larger than usual it is drawn."""

    width: int
    height: int
    zoom: int = 0
    grown: float = 1
    """How far the veil is drawn away: 0 is all of it there, 1 none."""
    blocks: bool = True
    """Whether the terminal draws blocks: of anything else large letters can't be read."""
    most: int = 0
    """The rows that a page has which is ``close``."""

    @property
    def scale(self) -> int:
        """How large figures and names are drawn; 1 is the smallest."""
        if self.height < 20 or self.width < 60:
            usual = 1
        elif self.height < 34 or self.width < 100:
            usual = 2
        else:
            usual = 3 if self.height < 46 or self.width < 150 else 4
        return min(max(usual + self.zoom, 1), 8)

    @property
    def letter_scale(self) -> int:
        """How large headings are drawn: pixels of letters are half as wide as those of figures.

        0: as ordinary text.
        """
        if not self.blocks:
            return 0
        return max((self.scale + 1) // 2 if self.scale < 4 else self.scale // 2, 1)

    @property
    def air(self) -> int:
        """Rows between parts that do not belong together."""
        return max(1, min(self.height // 18 + self.zoom, 5))

    @property
    def measure(self) -> int:
        """The longest line of prose: further on the eye loses it."""
        return min(self.width, 100)


def one(*lines: Content, weight: int = 100) -> Block:
    """Lines of one size, or left out when there is no room at all."""
    return Block((tuple(lines), ()), weight)


def shrinking(lines: Sequence[Content], weight: int, *, least: int = 0) -> Block:
    """Lines of which the last are left out one by one, down to ``least``."""
    sizes = tuple(tuple(lines[:n]) for n in range(len(lines), least - 1, -1))
    return Block(sizes or ((),), weight)


def listed(groups: Sequence[Sequence[Content]], weight: int, *, least: int = 1) -> Block:
    """A list: with a line between its entries where there is room, else without, else shorter."""
    spaced = [line for group in groups for line in (*group, EMPTY)][:-1]
    tight = [line for group in groups for line in group]
    shorter = shrinking(tight, weight, least=min(least, len(tight))).sizes
    if len(groups) < 2:
        return Block(shorter, weight)
    return Block((tuple(spaced), *shorter), weight, (_SPACED,))


def space(rows: int, weight: int = 8) -> Block:
    """Empty rows, the first thing to go."""
    return Block(tuple((EMPTY,) * n for n in range(rows, -1, -1)), weight)


def fitted(blocks: Sequence[Block], height: int) -> list[Content]:
    """The blocks in the largest sizes that fit together in ``height`` rows.

    The block with the lowest weight is made smaller first, of equal ones the tallest. What still
    does not fit is cut at the end.
    """
    sizes = [0] * len(blocks)

    def rows(n: int) -> int:
        return len(blocks[n].sizes[sizes[n]])

    while sum(map(rows, range(len(blocks)))) > height:
        smaller = [n for n, block in enumerate(blocks) if sizes[n] + 1 < len(block.sizes)]
        if not smaller:
            break
        sizes[min(smaller, key=lambda n: (blocks[n].weight_at(sizes[n]), -rows(n)))] += 1
    _grown_back(blocks, sizes, height)
    lines = [line for n, block in enumerate(blocks) for line in block.sizes[sizes[n]]]
    return lines[:height]


def _grown_back(blocks: Sequence[Block], sizes: list[int], height: int) -> None:
    """What was made smaller than it had to be, because a large step came after it."""
    left = height - sum(len(block.sizes[size]) for block, size in zip(blocks, sizes, strict=True))
    order = sorted(range(len(blocks)), key=lambda n: -blocks[n].weight)
    for n in order:
        block = blocks[n]
        while sizes[n]:
            more = len(block.sizes[sizes[n] - 1]) - len(block.sizes[sizes[n]])
            if more > left:
                break
            sizes[n] -= 1
            left -= more


def placed(lines: Sequence[Content], height: int, anchor: str) -> list[Content]:
    """The lines in ``height`` rows; in the middle is a little above it, as the eye has it."""
    above = (height - len(lines)) * 2 // 5 if anchor == "middle" else 0
    below = max(height - len(lines) - above, 0)
    return [*[EMPTY] * above, *lines, *[EMPTY] * below]


def beside(left: Sequence[Content], right: Sequence[Content], width: int, gap: int = 2) -> Lines:
    """Two columns of equal width; the shorter one is filled up."""
    column = (width - gap) // 2
    rows = max(len(left), len(right))
    return tuple(
        Content.assemble(
            padded(left[n] if n < len(left) else EMPTY, column + gap),
            right[n] if n < len(right) else EMPTY,
        )
        for n in range(rows)
    )


def padded(line: Content, width: int) -> Content:
    """A line of exactly ``width`` cells."""
    fitting = line.truncate(width) if line.cell_length > width else line
    return Content.assemble(fitting, " " * (width - fitting.cell_length))


def centred(line: Content, width: int) -> Content:
    """A line in the middle of ``width`` cells."""
    fitting = line.truncate(width) if line.cell_length > width else line
    return Content.assemble(" " * ((width - fitting.cell_length) // 2), fitting)
