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
        foot(lane, threshold, width),
        plain(words, "dim"),
    )


def foot(lane: Lane, threshold: int, width: int) -> Content:
    """What stands under a mark: n of N, what is hidden from the rest, a fail.

    In the fullest words that fit in ``width`` cells.
    """
    fail = plain(f" · {_('fail')}", "$error") if lane.passed is False else Content("")
    sizes = [joined(plain(" · ".join(parts), "dim"), fail) for parts in _feet(lane, threshold)]
    return next((size for size in sizes if size.cell_length <= width), sizes[-1])


def _feet(lane: Lane, threshold: int) -> list[list[str]]:
    """The parts of the foot, in ever fewer words."""
    without = (_("{n} not applicable"), _("{n} n/a"), _("{n} n/a"))
    return [
        [
            scored,
            *([words.format(n=lane.not_applicable)] if lane.not_applicable else []),
            *([_("shown from {n} on").format(n=threshold)] if lane.hidden else []),
        ]
        for scored, words in zip(_scored(lane.n, lane.expected), without, strict=True)
    ]


def _scored(n: int, total: int) -> tuple[str, str, str]:
    """n of N, in ever fewer words; forms are no people."""
    if n > total:
        few = _("{n} forms for {total}").format(n=n, total=total)
        return answered_words(n, total), few, few
    templates = (_("{n} of {total} scored"), _("{n}/{total} scored"), "{n}/{total}")
    long, short, shortest = (template.format(n=n, total=total) for template in templates)
    return long, short, shortest
