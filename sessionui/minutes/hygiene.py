"""Text from people, once more made safe: a document may come from a file that others wrote."""

from typing import Any

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.text import clean

_NO_LIMIT = 10_000_000
_ONE_LINE = frozenset(
    {
        "name_a",
        "name_b",
        "name",
        "role",
        "facilitator",
        "contract_name",
        "contract_reference",
        "place",
        "indicator",
        "content_hash",
    }
)
"""Fields that hold a name or the like: one with more lines would pass for lines of ours."""


def cleaned(document: MinutesDocument) -> MinutesDocument:
    """Return the document with every text in it cleaned (control characters break Word files)."""
    return MinutesDocument.model_validate(_clean(document.model_dump()))


def _clean(value: Any) -> Any:
    match value:
        case str():
            return clean(value, limit=_NO_LIMIT).strip()
        case dict():
            return {_key(key): _entry(key, entry) for key, entry in value.items()}
        case list() | tuple():
            return tuple(_clean(entry) for entry in value)
        case _:
            return value


def _key(key: str) -> str:
    """The name of a field, or a name that a file gave to a value."""
    return key if key.isidentifier() else clean(key, limit=_NO_LIMIT, multiline=False)


def _entry(key: str, value: Any) -> Any:
    if key in _ONE_LINE and isinstance(value, str):
        return clean(value, limit=_NO_LIMIT, multiline=False).strip()
    return _clean(value)
