"""All keys of a screen on one page, in two columns: its own, and those that work everywhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from screens.plain import joined, plain
from sessionui.locale import _
from sessionui.text import cell_width, shorten_middle

_GAP = 2


@dataclass(frozen=True)
class HelpKey:
    """A key as it is called, what it does, and whether it does that on other screens too."""

    key: str
    description: str
    everywhere: bool = False
    now: bool = True
    """Whether it can be done now, or only later."""


@dataclass(frozen=True)
class _Line:
    text: str
    key: str = ""
    dim: bool = False


def fit(keys: Sequence[HelpKey], rows: int) -> bool:
    """Whether all keys can be read at once in ``rows`` lines."""
    own = _lines([key for key in keys if not key.everywhere])
    general = _lines([key for key in keys if key.everywhere])
    return len(own) + bool(own) + len(general) + bool(general) <= 2 * rows


def keys_text(keys: Sequence[HelpKey], width: int, rows: int) -> Content:
    """The keys in ``width`` columns and, if they fit at all, in ``rows`` lines."""
    own = _lines([key for key in keys if not key.everywhere])
    general = sorted(_lines([key for key in keys if key.everywhere]), key=_by_number)
    left = [_Line(_("On this screen")), *own] if own else []
    right = [_Line(_("Everywhere")), *general] if general else []
    if not own or max(len(left), len(right)) > rows > 0:
        left, right = _balanced([*left, *right])
    one, two = _widths(left, right, width - _GAP)
    lines = []
    for n in range(max(len(left), len(right))):
        first = _line(left[n], one, left) if n < len(left) else plain("")
        second = _line(right[n], two, right) if n < len(right) else plain("")
        lines.append(joined(first, " " * (one + _GAP - first.cell_length), second))
    return Content("\n").join(lines)


def _widths(left: list[_Line], right: list[_Line], width: int) -> tuple[int, int]:
    """Half of the width each; a column that needs more gets what the other does not need."""
    half = width // 2
    need_left, need_right = _need(left), _need(right)
    one = min(need_left, width - min(need_right, half)) if need_left > half else half
    if need_right > width - one:
        one = max(min(need_left, half), width - need_right)
    return one, width - one


def _need(column: list[_Line]) -> int:
    room = _room(column)
    return max((room * bool(line.key) + cell_width(line.text) for line in column), default=0)


def _room(column: list[_Line]) -> int:
    """Cells that the keys of a column take."""
    return max((cell_width(line.key) for line in column), default=0) + 2


def _lines(keys: Sequence[HelpKey]) -> list[_Line]:
    """One line for each thing to do, with all its keys."""
    found: dict[str, list[str]] = {}
    later = {key.description for key in keys if not key.now}
    for key in keys:
        names = found.setdefault(key.description, [])
        if key.key not in names:
            names.append(key.key)
    return [_Line(text, " ".join(names), text in later) for text, names in found.items()]


def _by_number(line: _Line) -> tuple[bool, int]:
    """F1 to F12 first, by their number."""
    first = line.key.split()[0]
    number = first[1:]
    known = first[:1].lower() == "f" and number.isdigit()
    return not known, int(number) if known else 0


def _balanced(lines: list[_Line]) -> tuple[list[_Line], list[_Line]]:
    """Two columns of the same length; a heading does not end the first."""
    half = (len(lines) + 1) // 2
    if half and not lines[half - 1].key:
        half -= 1
    return lines[:half], lines[half:]


def _line(line: _Line, width: int, column: list[_Line]) -> Content:
    if not line.key:
        return plain(shorten_middle(line.text, width), "dim")
    room = _room(column)
    key = line.key + " " * (room - cell_width(line.key))
    text = plain(shorten_middle(line.text, max(width - room, 1)), "dim" if line.dim else "")
    return joined(plain(key, "dim" if line.dim else "bold $accent"), text).truncate(width)
