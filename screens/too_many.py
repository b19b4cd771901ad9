"""More forms than people, by side: told in words, for no count shows it."""

from sessionui.domain.sides import SIDES
from sessionui.domain.work import Work
from sessionui.locale import ngettext


def too_many(work: Work) -> list[str]:
    """A sentence for each side of which more forms came than it has raters."""
    found = []
    for side in SIDES:
        turnout = work.side_turnout(side)
        if turnout.excess:
            text = ngettext(
                "{side}: {n} forms came for {total} rater. Somebody answered twice, or isn't on "
                "the list.",
                "{side}: {n} forms came for {total} raters. Somebody answered twice, or isn't on "
                "the list.",
                turnout.expected,
            )
            came = turnout.expected + turnout.excess
            found.append(text.format(side=work.names[side], n=came, total=turnout.expected))
    return found
