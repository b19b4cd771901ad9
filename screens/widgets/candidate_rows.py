"""How a candidate reads in the lists of the define stage."""

from textual.content import Content

from screens.plain import joined, plain
from sessionui.domain.session import Candidate, Define
from sessionui.domain.sides import SIGNS, SideKey
from sessionui.text import shorten_middle

LIBRARY_SIGN = "+"
"""Stands before a candidate that came from the starter library."""

DOT = "■"
"""A dot of the vote; a round one is the sign of a side."""

LONGEST = 8
"""Cells of the longest bar of dots."""


def sign_of(side: SideKey | None) -> Content:
    """The sign of the side that proposed it, in its colour."""
    return plain(f"{SIGNS[side]} ", f"$side-{side}") if side else plain(f"{LIBRARY_SIGN} ", "dim")


def flat(text: str) -> str:
    """``text`` on one line."""
    return " ".join(text.split())


def candidate_line(candidate: Candidate, style: str = "", width: int = 0) -> Content:
    """Sign and words on one line, of at most ``width`` cells unless that is 0."""
    text = flat(candidate.text)
    if width:
        text = shorten_middle(text, max(width - 2, 8))
    return joined(sign_of(candidate.side), plain(text, style))


def candidate_in_full(define: Define, candidate: Candidate) -> Content:
    """All its words, and what was merged under it."""
    text = joined(sign_of(candidate.side), plain(candidate.text, "bold"))
    under = define.merged_under(candidate.id)
    if not under:
        return text
    return joined(text, plain("  = ", "dim"), Content("  ").join(candidate_line(c) for c in under))


def dots_bar(dots: int, most: int) -> Content:
    """How many dots as a number and a bar, on the scale of the ``most`` that one got."""
    width = min(most, LONGEST)
    length = dots if most <= LONGEST else -(-dots * LONGEST // most)
    return joined(
        plain(f"{dots:>2} ", "bold" if dots else "dim"),
        plain(DOT * length + " " * (width - length + 1), "$accent"),
    )
