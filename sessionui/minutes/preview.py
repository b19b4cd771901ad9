"""The minutes as plain lines, to look at before they are written to a file."""

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.locale import Language
from sessionui.minutes.markdown import as_markdown


def preview(document: MinutesDocument, lang: Language) -> str:
    """Return the minutes as text: their Markdown, which reads well as it is."""
    return as_markdown(document, lang)
