"""The parts of a meaning: their order, their labels, and a meaning as text to read."""

from dataclasses import dataclass
from typing import Literal

from textual.content import Content

from screens.plain import joined, plain
from screens.widgets.sides import about
from sessionui.domain.indicators import Meaning
from sessionui.domain.library import STARTERS
from sessionui.domain.sides import SideKey, other
from sessionui.locale import N_, _
from sessionui.text import shorten_middle

Group = Literal["words", "anchors", "both_ways"]


@dataclass(frozen=True)
class Part:
    """One field of ``Meaning``: its label, and a question to those who have nothing there yet.

    ``giver``: the side that expects or needs; the label then holds ``{giver}``, ``{receiver}``,
    and ``under`` is the label where it stands below the side's name.
    """

    name: str
    label: str
    group: Group
    question: str = ""
    giver: SideKey | None = None
    under: str = ""


_EXPECTS = N_("{giver} expects of {receiver}")
_NEEDS = N_("{giver} needs for that from {receiver}")
_EXPECTS_UNDER = N_("expects of {receiver}")
_NEEDS_UNDER = N_("needs for that from {receiver}")

PARTS: tuple[Part, ...] = (
    Part("text", N_("What it means between us"), "words", N_("In a sentence that both sides say.")),
    Part("seen", N_("You see it when"), "words", N_("Behaviour, with an example.")),
    Part("not_seen", N_("You miss it when"), "words", N_("Behaviour, with an example.")),
    Part("at_4", "4", "anchors", N_("What does a 4 look like?")),
    Part("at_6", "6", "anchors", N_("And a 6?")),
    Part("at_8", "8", "anchors", N_("And an 8?")),
    Part("expects_a", _EXPECTS, "both_ways", giver="a", under=_EXPECTS_UNDER),
    Part("needs_a", _NEEDS, "both_ways", giver="a", under=_NEEDS_UNDER),
    Part("expects_b", _EXPECTS, "both_ways", giver="b", under=_EXPECTS_UNDER),
    Part("needs_b", _NEEDS, "both_ways", giver="b", under=_NEEDS_UNDER),
)


def label_of(part: Part, names: dict[SideKey, str], width: int) -> Content:
    """The label of a part; of an expectation or need in the colour of the side that has it."""
    if part.giver is not None:
        return about(part.giver, names, _(part.label), width)
    if part.group == "anchors":
        return plain(part.label, "bold $accent")
    return plain(_(part.label), "dim")


def label_under(part: Part, names: dict[SideKey, str], width: int) -> Content:
    """The label of a part where the name of the side stands above it."""
    if part.giver is None:
        return label_of(part, names, width)
    text = _(part.under)
    room = max(width - len(text) + len("{receiver}"), 8)
    return plain(text.format(receiver=shorten_middle(names[other(part.giver)], room)), "dim")


def part_text(meaning: Meaning, part: Part) -> str:
    """What a meaning says in one part."""
    return str(getattr(meaning, part.name))


def first_idea(name: str) -> str:
    """The starter library's idea of an indicator with that name, or ``""``."""
    word = name.strip().casefold()
    return next(
        (_(s.idea) for s in STARTERS if word in (s.name.casefold(), _(s.name).casefold())), ""
    )


def meaning_text(
    meaning: Meaning, names: dict[SideKey, str], width: int, style: str = ""
) -> Content:
    """A whole meaning to read: each part that was written, under its label."""
    blocks = []
    for part in PARTS:
        if text := part_text(meaning, part).strip():
            label = label_of(part, names, width)
            gap = "  " if part.group == "anchors" else "\n"
            blocks.append(joined(label, gap, plain(text, style)))
    return Content("\n\n").join(blocks) if blocks else plain(_("Not worded yet."), "dim")
