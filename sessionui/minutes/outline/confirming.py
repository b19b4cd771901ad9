"""What is still missing, who confirmed the minutes, and when they were opened again."""

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.sides import SIDES, SideKey
from sessionui.minutes.outline.blocks import Block, Bullets, Facts, Heading, Paragraph, cell, line
from sessionui.minutes.words import Words


def confirming(document: MinutesDocument, words: Words) -> list[Block]:
    """Missing things as sentences, both sides' confirmation, reopenings with their reason."""
    _ = words.gettext
    found: list[Block] = []
    if document.missing:
        said = tuple(line(words.phrase(phrase)) for phrase in document.missing)
        found += [Heading(2, _("Still missing"), "missing"), Bullets(said)]
    found.append(Heading(2, _("Confirmation"), "confirmation"))
    found.append(Facts(tuple((words.name(s), cell(_by(document, s, words))) for s in SIDES)))
    if document.confirmed_at and not document.draft:
        said_so = _("Final since {moment}.").format(moment=words.moment(document.confirmed_at))
        found.append(Paragraph(line(said_so)))
    if document.reopenings:
        opened = tuple(
            line(f"{words.moment(entry.at)}: {entry.reason}") for entry in document.reopenings
        )
        found += [Heading(2, _("Opened again")), Bullets(opened)]
    return found


def _by(document: MinutesDocument, side: SideKey, words: Words) -> str:
    _ = words.gettext
    entry = next((c for c in document.confirmations if c.side == side), None)
    if entry is None:
        return _("not confirmed yet")
    template = _("confirmed by {name}, {moment}")
    return template.format(name=entry.name, moment=words.moment(entry.at))
