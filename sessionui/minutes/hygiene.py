"""Text from people, once more made safe: a document may come from a file that others wrote."""

from typing import Any

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.text import clean

_NO_LIMIT = 10_000_000


def cleaned(document: MinutesDocument) -> MinutesDocument:
    """Return the document with every text in it cleaned (control characters break Word files)."""
    return MinutesDocument.model_validate(_clean(document.model_dump()))


def _clean(value: Any) -> Any:
    match value:
        case str():
            return clean(value, limit=_NO_LIMIT).strip()
        case dict():
            return {key: _clean(entry) for key, entry in value.items()}
        case list() | tuple():
            return tuple(_clean(entry) for entry in value)
        case _:
            return value
