"""Marks as they are typed and written: "7", "0" for ten, "7," and "7,5", "n" for n/a."""

from decimal import Decimal
from typing import Final

from sessionui.locale import fmt_mark

NOT_APPLICABLE: Final = "n"
_WHOLE: Final = frozenset(str(mark) for mark in range(1, 11))


def typed_mark(so_far: str, char: str, *, halves: bool) -> str:
    """What stands in the cell after one more key: "1" and "0" is "10", "7" and "8" is "8".

    A key that means nothing here changes nothing.
    """
    char = "." if char == "," else char
    if char in {"n", "N"}:
        return NOT_APPLICABLE
    if _is_mark(so_far + char, halves=halves):
        return so_far + char
    if char == "0":
        return "10"
    return char if char in _WHOLE else so_far


def may_go_on(typed: str, *, halves: bool) -> bool:
    """Whether a further key could still belong to this mark, so that the cell must not be left."""
    return typed == "1" or (halves and typed in _WHOLE and typed != "10") or typed.endswith(".")


def _is_mark(text: str, *, halves: bool) -> bool:
    whole, point, rest = text.partition(".")
    if whole not in _WHOLE:
        return False
    return not point or (halves and whole != "10" and rest in {"", "0", "5"})


def mark_of(typed: str) -> float | None:
    """The mark that was typed; ``None`` for not applicable and for an empty cell."""
    whole, point, rest = typed.partition(".")
    if whole not in _WHOLE:
        return None
    return float(whole) + (0.5 if point and rest != "0" else 0.0)


def typed_of(mark: float | None) -> str:
    """What one would type for a mark that was given."""
    if mark is None:
        return NOT_APPLICABLE
    return str(int(mark)) if mark == int(mark) else f"{int(mark)}.5"


def parse_mark(text: str) -> float | None:
    """A mark written in a line, with comma or point. Raises ``ValueError`` for anything else.

    Nothing at all is ``None``.
    """
    written = text.strip().replace(",", ".")
    if not written:
        return None
    if not _is_mark(written, halves=True) or written.endswith("."):
        raise ValueError
    return mark_of(written)


def mark_text(mark: float) -> str:
    """A mark as somebody gave it: 7, or 7,5."""
    return fmt_mark(int(mark)) if mark == int(mark) else fmt_mark(Decimal(str(mark)))
