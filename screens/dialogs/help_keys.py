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


@dataclass(frozen=True)
class _Line:
    text: str
    key: str = ""


def keys_text(keys: Sequence[HelpKey], width: int, rows: int) -> Content:
    """The keys in ``width`` columns and, if they fit at all, in ``rows`` lines."""
    own = _lines([key for key in keys if not key.everywhere])
    general = sorted(_lines([key for key in keys if key.everywhere]), key=_by_number)
    left = [_Line(_("On this screen")), *own]
    right = [_Line(_("Everywhere")), *general] if general else []
    if max(len(left), len(right)) > rows > 0:
        left, right = _balanced([*left, *right])
    half = max((width - _GAP) // 2, 10)
    lines = []
    for n in range(max(len(left), len(right))):
        first = _line(left[n], half, left) if n < len(left) else plain("")
        second = _line(right[n], half, right) if n < len(right) else plain("")
        lines.append(joined(first, " " * (half + _GAP - first.cell_length), second))
    return Content("\n").join(lines)


def _lines(keys: Sequence[HelpKey]) -> list[_Line]:
    """One line for each thing to do, with all its keys."""
    found: dict[str, list[str]] = {}
    for key in keys:
        found.setdefault(key.description, []).append(key.key)
    return [_Line(text, " ".join(names)) for text, names in found.items()]


def _by_number(line: _Line) -> tuple[bool, int]:
    """F1 to F12 first, by their number."""
    first = line.key.split()[0]
    number = first[1:]
    known = first[:1].lower() == "f" and number.isdigit()
    return not known, int(number) if known else 0


def _balanced(lines: list[_Line]) -> tuple[list[_Line], list[_Line]]:
    """Two columns of the same length; a heading does not end the first."""
    half = (len(lines) + 1) // 2
    if not lines[half - 1].key:
        half -= 1
    return lines[:half], lines[half:]


def _line(line: _Line, width: int, column: list[_Line]) -> Content:
    if not line.key:
        return plain(shorten_middle(line.text, width), "dim")
    room = max(cell_width(other.key) for other in column) + 2
    key = line.key + " " * (room - cell_width(line.key))
    return joined(plain(key, "bold $accent"), plain(shorten_middle(line.text, width - room)))
