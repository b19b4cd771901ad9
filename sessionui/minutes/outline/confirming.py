"""What is still missing or was let pass, who confirmed the minutes, and which version they are."""

from typing import Final

from sessionui.domain.minutes.content import known_hash, printed
from sessionui.domain.minutes.document import MinutesDocument, WaivedNote
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.wording import N_
from sessionui.minutes.altered import NOT_CONFIRMED
from sessionui.minutes.outline.blocks import (
    Block,
    Bullets,
    Facts,
    Heading,
    Paragraph,
    Signing,
    Together,
    cell,
    line,
)
from sessionui.minutes.outline.versions import versions
from sessionui.minutes.words import Words

CODE_LINE: Final = N_("Version {n}. Content hash {hash}")
"""By these words ``sessionui verify`` finds the hash of a page."""


def confirming(document: MinutesDocument, words: Words) -> list[Block]:
    """Missing things as sentences, both sides' confirmation, number and hash, other versions."""
    _ = words.gettext
    found: list[Block] = []
    if document.missing:
        said = tuple(line(words.phrase(phrase)) for phrase in document.missing)
        name = _("Still missing") if document.draft else _("Open when confirmed")
        found += [Heading(2, name, "missing"), Bullets(said)]
    if document.waived:
        passed = tuple(line(_waved(entry, words)) for entry in document.waived)
        found += [Heading(2, _("Waved through")), Bullets(passed)]
    found.append(Together(tuple(_confirmation(document, words))))
    found += versions(document, words)
    if document.reopenings and not document.versions:
        opened = tuple(
            line(f"{words.moment(entry.at)}: {entry.reason}") for entry in document.reopenings
        )
        found += [Heading(2, _("Opened again")), Bullets(opened)]
    return found


def _confirmation(document: MinutesDocument, words: Words) -> list[Block]:
    """Who confirmed, since when they are final, the hash, and where to sign on paper."""
    _ = words.gettext
    found: list[Block] = [Heading(2, _("Confirmation"), "confirmation")]
    facts = [(words.name(s), cell(_by(document, s, words))) for s in SIDES]
    if document.read_back_at:
        facts.insert(0, (_("Read back to the room"), cell(words.moment(document.read_back_at))))
    found.append(Facts(tuple(facts)))
    if document.confirmed_at and not document.draft:
        said_so = _("Final since {moment}.").format(moment=words.moment(document.confirmed_at))
        found.append(Paragraph(line(said_so)))
        found += _code(document, words)
        found.append(_signing(document, words))
    return found


def _signing(document: MinutesDocument, words: Words) -> Signing:
    """A line for each side, with the name of who confirmed."""
    _ = words.gettext
    names = {entry.side: entry.name for entry in document.confirmations}
    header = (_("Signed for"), _("Name"), _("Date"), _("Signature"))
    return Signing(header, tuple((line(words.name(s), s), names.get(s, "")) for s in SIDES))


def _code(document: MinutesDocument, words: Words) -> list[Block]:
    """Which version these are and the hash of it; and whether they don't give it any more."""
    _ = words.gettext
    known = known_hash(document)
    if not known:
        return [Paragraph(line(_("They carry no hash.")))]
    code = _(CODE_LINE).format(n=document.edition, hash=printed(known))
    found: list[Block] = [Paragraph(line(code))]
    if words.changed:
        said = _(
            "What stands here does not give this hash: it was changed after it was confirmed, as "
            "by erasing a name."
        )
        if document.altered:
            said = _(NOT_CONFIRMED)
        found.append(Paragraph(line(said, "strong")))
    return found


def _waved(entry: WaivedNote, words: Words) -> str:
    said = words.phrase(entry.said)
    return (
        f"{said} {words.gettext('Reason: {text}').format(text=entry.reason)}"
        if entry.reason
        else said
    )


def _by(document: MinutesDocument, side: SideKey, words: Words) -> str:
    _ = words.gettext
    entry = next((c for c in document.confirmations if c.side == side), None)
    if entry is None:
        return _("not confirmed yet")
    template = _("confirmed by {name}, {moment}")
    return template.format(name=entry.name, moment=words.moment(entry.at))
