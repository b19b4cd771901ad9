"""From the document to its outline, in the order of the method (the minutes)."""

from dataclasses import replace

from sessionui.domain.minutes.content import fits
from sessionui.domain.minutes.document import MinutesDocument
from sessionui.locale import Language
from sessionui.minutes.choices import USUAL, Choices
from sessionui.minutes.hygiene import cleaned
from sessionui.minutes.outline.agreements import agreements
from sessionui.minutes.outline.blocks import (
    Block,
    Heading,
    Outline,
    Paragraph,
    Together,
    line,
)
from sessionui.minutes.outline.closing import closing, next_session
from sessionui.minutes.outline.confirming import confirming
from sessionui.minutes.outline.define import candidates
from sessionui.minutes.outline.header import (
    header,
    notice,
    short_header,
    subject,
    title,
    version,
    watermark,
    whose_copy,
)
from sessionui.minutes.outline.indicators import indicators
from sessionui.minutes.outline.looking_back import looking_back
from sessionui.minutes.outline.overall import overall
from sessionui.minutes.outline.quarter import quarter
from sessionui.minutes.words import Words

PARTS = (
    header,
    looking_back,
    candidates,
    indicators,
    agreements,
    quarter,
    overall,
    closing,
    confirming,
)
AGREEMENTS = (short_header, agreements, next_session, confirming)
"""The action and decision list alone."""


def outline_of(document: MinutesDocument, lang: Language, choices: Choices = USUAL) -> Outline:
    """Return the minutes in ``lang``; what is empty is left out, what is missing is said."""
    changed = not fits(document)  # before it is cleaned, which may change a hash
    document = cleaned(document)
    words = Words(document, lang, choices, changed=changed)
    parts = AGREEMENTS if choices.scope == "agreements" else PARTS
    blocks = [_worded(block, words) for part in parts for block in part(document, words)]
    if words.wording.ending:
        blocks.append(Paragraph(line(words.wording.ending)))
    foot = (choices.house.name, words.wording.footer, whose_copy(words), version(words))
    return Outline(
        title=f"{title(words)}, {subject(words)}",
        running=subject(words),
        notice=notice(words),
        page=words.gettext("page {page} of {pages}"),
        blocks=tuple(blocks),
        watermark=watermark(words),
        foot=" · ".join(filter(None, foot)),
        version=version(words),
        house=choices.house,
    )


def _worded(block: Block, words: Words) -> Block:
    """A section under the firm's own heading, where it has one."""
    if isinstance(block, Together):
        return replace(block, blocks=tuple(_worded(inner, words) for inner in block.blocks))
    if isinstance(block, Heading) and block.part:
        return replace(block, text=words.wording.headings.get(block.part, block.text))
    return block
