"""The minutes as a Word file; what takes long goes side by side."""

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.locale import Language
from sessionui.minutes.choices import USUAL, Choices
from sessionui.minutes.outline.build import outline_of
from sessionui.minutes.word.ahead import DrawnAhead


def as_word(document: MinutesDocument, lang: Language, choices: Choices = USUAL) -> bytes:
    """Return the minutes as the bytes of a .docx file."""
    outline = outline_of(document, lang, choices)
    pictures = DrawnAhead(outline.blocks, outline.house)
    from sessionui.minutes.word.writer import write_word  # python-docx loads while they are drawn

    return write_word(outline, document, lang, pictures)
