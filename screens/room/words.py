"""What the pages of the wall are written with: headings, names, prose, figures."""

from collections.abc import Sequence
from decimal import Decimal

from textual.content import Content

from screens.plain import joined, plain
from screens.room.layout import Block, Lines, Sheet, one
from screens.widgets.big import big
from screens.widgets.clamped import clamped
from screens.widgets.halves import answered_words
from screens.widgets.letters import fitting_letters, letters
from sessionui.domain.room.parts import Answered
from sessionui.domain.room.scenes import Common
from sessionui.domain.sides import SIGNS, SideKey
from sessionui.locale import fmt_mark
from sessionui.text import one_line, shorten_middle


def flat(text: str) -> str:
    """Text of a person as one line."""
    return one_line(text)


def lettered(text: str, width: int, scale: int, style: str) -> list[Lines]:
    """``text`` in large letters, the largest first, then as one bold line."""
    text = flat(text)
    sizes: list[Lines] = []
    for size in range(scale, 0, -1):
        rows = fitting_letters(text, width, size)
        if rows:
            sizes.append(tuple(Content.styled(row, style) for row in rows))
    return [*sizes, (plain(shorten_middle(text, width), f"bold {style}".strip()),)]


def heading(text: str, sheet: Sheet, *, weight: int = 40, style: str = "bold") -> Block:
    """A heading: in large letters where it fits."""
    return Block(tuple(lettered(text, sheet.width, sheet.letter_scale, style)), weight).sooner(25)


def prose(text: str, width: int, lines: int, style: str = "") -> list[Content]:
    """Text of a person in at most so many lines, its paragraphs kept."""
    return clamped(plain(text.strip(), style), width, lines)


def label(text: str) -> Content:
    """A small heading."""
    return plain(text, "$accent")


def note(text: str, weight: int = 30) -> Block:
    """One line that is less than the rest."""
    return one(plain(text, "$text-muted"), weight=weight)


def side_line(side: SideKey, name: str, width: int) -> Content:
    """A side's sign and name in its colour, in normal size."""
    return plain(f"{SIGNS[side]} {shorten_middle(flat(name), width - 2)}", f"bold $side-{side}")


def side_name(side: SideKey, name: str, width: int, scale: int) -> list[Lines]:
    """A side's sign and name, the largest first; the sign stands before letters of any size."""
    drawn = [_signed(side, rows) for rows in _drawn(flat(name), width - 2, scale).values()]
    return [*drawn, (side_line(side, name, width),)]


def both_names(scene: Common, width: int, scale: int) -> list[tuple[Lines, Lines]]:
    """Both sides' names alike, the largest first: in the same size, both bold or both slim."""
    column = (width - 2) // 2
    left = _drawn(flat(scene.name_a), column - 2, scale)
    right = _drawn(flat(scene.name_b), column - 2, scale)
    alike = [(_signed("a", left[k]), _signed("b", right[k])) for k in left if k in right]
    sizes: list[tuple[Lines, Lines]] = []
    for pair in alike:
        if not sizes or len(pair[0]) < len(sizes[-1][0]):
            sizes.append(pair)
    small = (side_line("a", scene.name_a, column),), (side_line("b", scene.name_b, column),)
    return [*sizes, small]


def _drawn(name: str, width: int, scale: int) -> dict[tuple[int, bool], tuple[str, ...]]:
    """A name in every size and boldness that fits, the largest first, bold before slim."""
    found = {}
    for size in range(scale, 0, -1):
        for bold in (True, False):
            rows = letters(name, size, bold=bold)
            if rows and len(rows[0]) <= width:
                found[size, bold] = rows
    return found


def _signed(side: SideKey, rows: Sequence[str]) -> Lines:
    """Letters with the side's sign before them, in its colour."""
    middle = (len(rows) - 1) // 2
    return tuple(
        Content.styled(f"{SIGNS[side] if n == middle else ' '} {row}", f"$side-{side}")
        for n, row in enumerate(rows)
    )


def figure(mark: Decimal, scale: int, style: str) -> Lines:
    """A mark in figures ``3 * scale`` rows high."""
    return tuple(Content.styled(row, style) for row in big(fmt_mark(mark), scale))


def given_mark(mark: float) -> str:
    """A mark as somebody gave it: 7, or 7.5."""
    return fmt_mark(int(mark) if mark == int(mark) else Decimal(str(mark)))


def answered_text(answered: Answered) -> str:
    """n of N."""
    return answered_words(answered.n, answered.total)


def bar(n: int, total: int, width: int, style: str) -> Content:
    """How many of how many, as a line."""
    full = round(width * n / total) if total else 0
    return joined(Content.styled("━" * full, style), Content.styled("━" * (width - full), "$panel"))


def numbered(number: int, rest: Sequence[Content], width: int) -> list[Content]:
    """A number, and text that hangs beside it."""
    del width
    first = plain(f"{number:>3}  ", "bold $accent")
    return [joined(first if n == 0 else "     ", line) for n, line in enumerate(rest)]
