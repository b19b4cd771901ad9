"""The close: surprise check, trust pulse, check-out, next date."""

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.sides import SIDES
from sessionui.minutes.outline.blocks import Block, Cell, Facts, Heading, Paragraph, Run, cell, line
from sessionui.minutes.words import Words


def closing(document: MinutesDocument, words: Words) -> list[Block]:
    """What the room said at the end, and when the two sides meet again."""
    _ = words.gettext
    rows = [
        (_("Surprised by a score"), _surprise(document, words)),
        (_("Trust, 1 to 5"), _trust(document, words)),
        (_("What people take with them"), cell(document.closing.check_out)),
    ]
    written = tuple(row for row in rows if row[1])
    found: list[Block] = [Heading(2, _("Closing"), "closing"), Facts(written)] if written else []
    return [*found, *next_session(document, words)]


def next_session(document: MinutesDocument, words: Words) -> list[Block]:
    """When the two sides meet again."""
    heading = Heading(2, words.gettext("Next session"), "next_session")
    return [heading, Paragraph(line(_next(document, words)))]


def _surprise(document: MinutesDocument, words: Words) -> Cell:
    _ = words.gettext
    said = ""
    match document.closing.surprise:
        case "no":
            said = _("No")
        case "a_little":
            said = _("A little")
        case "yes":
            said = _("Yes")
    return cell(line(said, "strong"), document.closing.surprise_note)


def _trust(document: MinutesDocument, words: Words) -> Cell:
    given = {"a": document.closing.trust_a, "b": document.closing.trust_b}
    return cell(
        *(
            (Run(f"{words.name(side)}: ", side), Run(str(given[side]), "strong"))
            for side in SIDES
            if given[side] is not None
        )
    )


def _next(document: MinutesDocument, words: Words) -> str:
    if document.next_session is None:
        return words.gettext("No date has been set yet.")
    return words.day(document.next_session, "full")
