"""One side's half of the reveal, veiled or open, made of plain values that the room may see."""

from textual.content import Content

from screens.plain import joined, plain
from screens.widgets.marks import VEILED, SideMark
from screens.widgets.sides import about
from sessionui.domain.pictures import Lane
from sessionui.domain.sides import SideKey
from sessionui.locale import _, fmt_mark


def heading(side: SideKey, names: dict[SideKey, str], width: int) -> Content:
    """Who gives whom, in the colour of the side that gives."""
    return about(side, names, _("{giver} about {receiver}"), width - 2)


def veiled_half(
    side: SideKey, names: dict[SideKey, str], answered: int, expected: int, width: int
) -> SideMark:
    """Under the veil: n of N, which says nothing of any score."""
    foot = plain(answered_words(answered, expected), "dim")
    return SideMark(heading(side, names, width), VEILED, f"$side-{side}", foot)


def answered_words(answered: int, expected: int) -> str:
    """n of N answered; forms are no people."""
    if answered > expected:
        return _("{n} forms for {total} raters").format(n=answered, total=expected)
    return _("{n} of {total} answered").format(n=answered, total=expected)


def open_half(lane: Lane, names: dict[SideKey, str], threshold: int, width: int) -> SideMark:
    """The mark, or why there is none; ``threshold``: answers from which on it is shown."""
    figure = "" if lane.mean is None else fmt_mark(lane.mean)
    words = _("hidden") if lane.hidden else _("no marks") if lane.mean is None else ""
    return SideMark(
        heading(lane.side, names, width),
        figure,
        f"$side-{lane.side}",
        foot(lane, threshold),
        plain(words, "dim"),
    )


def foot(lane: Lane, threshold: int) -> Content:
    """What stands under a mark: n of N, what is hidden from the rest, a fail."""
    many = lane.n > lane.expected
    scored = answered_words(lane.n, lane.expected) if many else _("{n} of {total} scored")
    parts = [scored.format(n=lane.n, total=lane.expected)]
    if lane.not_applicable:
        parts.append(_("{n} not applicable").format(n=lane.not_applicable))
    if lane.hidden:
        parts.append(_("shown from {n} on").format(n=threshold))
    text = plain(" · ".join(parts), "dim")
    return joined(text, plain(f" · {_('fail')}", "$error")) if lane.passed is False else text
