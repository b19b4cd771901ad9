"""What the score list says of each side and each rater: how far they are, nothing of any score."""

from textual.content import Content

from screens.plain import joined, plain
from screens.stages.reveal_picture import answered_text
from screens.widgets.sides import side_name
from sessionui.domain.rounds import SideTurnout
from sessionui.domain.work import Work
from sessionui.locale import N_, _, ngettext
from sessionui.text import cell_width, shorten_middle

NAME_WIDTH = 12
"""Cells that a side's name keeps beside its counts."""


def head(work: Work, turnout: SideTurnout, width: int) -> Content:
    """The heading of a side: its name, how many answered and have begun, ``width`` cells."""
    counts = [
        answered_text(turnout),
        _("{n} of {total}").format(n=turnout.answered, total=turnout.expected),
    ]
    if turnout.answered > turnout.expected:  # how many raters stands above, and the line is short
        counts = [ngettext("{n} form", "{n} forms", turnout.answered).format(n=turnout.answered)]
    if turnout.begun:
        counts = [f"{count}, {_begun_text(turnout)}" for count in counts]
    whose = work.names[turnout.side]
    needed = min(cell_width(whose), NAME_WIDTH)
    count = next((c for c in counts if width - cell_width(c) - 4 >= needed), counts[-1])
    name = side_name(turnout.side, whose, max(width - cell_width(count) - 4, needed))
    return joined(name, plain(f"  {count}", "dim"))


def row(work: Work, person_id: str, turnout: SideTurnout, width: int) -> Content:
    """A rater and how far they are."""
    word = _word(person_id, turnout)
    answered = word == _("answered")
    name = shorten_middle(work.person_name(person_id), max(width - cell_width(word) - 4, 8))
    return joined(
        plain("✓ " if answered else "… " if word else "· ", "$success" if answered else "dim"),
        name,
        plain(f"  {word}" if word else "", "dim"),
    )


def _word(person_id: str, turnout: SideTurnout) -> str:
    """How far somebody is; by side only as far as it is the same for all of whom answers came."""
    if person_id in turnout.missing:
        return _("begun") if person_id in turnout.beginners else ""
    some = (bool(turnout.answered), bool(turnout.begun), bool(turnout.taken_back))
    return _(_WORDS[some]) if turnout.by_side and some in _WORDS else _("answered")


_WORDS = {
    (False, True, False): N_("begun"),
    (False, False, True): N_("taken back"),
    (False, True, True): N_("begun or taken back"),
    (True, True, False): N_("begun or done"),
    (True, False, True): N_("done or taken back"),
    (True, True, True): N_("gave answers"),
}
"""What is true of all of a side, by whether any answered, have begun and took answers back."""


def _begun_text(turnout: SideTurnout) -> str:
    """How many have begun and not finished."""
    return ngettext("{n} begun", "{n} begun", turnout.begun).format(n=turnout.begun)


def unnamed(turnout: SideTurnout) -> Content:
    """How many forms came without a name."""
    text = ngettext(
        "✓ {n} form came without a name", "✓ {n} forms came without a name", turnout.unnamed
    )
    if turnout.begun:
        text = ngettext(
            "… {n} without a name, begun or done",
            "… {n} without a name, begun or done",
            turnout.unnamed,
        )
    return plain(text.format(n=turnout.unnamed), "dim")


def taken_back(turnout: SideTurnout) -> Content:
    """How many took their answers back: by side nobody knows who."""
    return plain("… " + _("{n} taken back").format(n=turnout.taken_back), "dim")
