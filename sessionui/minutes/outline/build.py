"""From the document to its outline, in the order of the method (the minutes)."""

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.locale import Language
from sessionui.minutes.hygiene import cleaned
from sessionui.minutes.outline.agreements import agreements
from sessionui.minutes.outline.blocks import Outline
from sessionui.minutes.outline.closing import closing
from sessionui.minutes.outline.confirming import confirming
from sessionui.minutes.outline.define import candidates
from sessionui.minutes.outline.header import header, notice, subject, title
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


def outline_of(document: MinutesDocument, lang: Language) -> Outline:
    """Return the minutes in ``lang``; what is empty is left out, what is missing is said."""
    document = cleaned(document)
    words = Words(document, lang)
    return Outline(
        title=f"{title(words)}, {subject(words)}",
        running=subject(words),
        notice=notice(words),
        page=words.gettext("page {page} of {pages}"),
        blocks=tuple(block for part in PARTS for block in part(document, words)),
    )
