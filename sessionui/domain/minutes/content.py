"""The hash of what minutes say, by which a handed-out copy can be told from an altered one.

SHA-256 over a canonical form: the document as JSON (RFC 8785: keys sorted, no spaces, numbers as
ECMAScript writes them), without ``content_hash`` itself and without whatever is empty, so that a
field that a later version adds doesn't change the hash of older minutes. ``false`` is empty, unless
it is an answer that may also be missing. docs/minutes-json.md.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, Final

from sessionui.domain.minutes.document import MinutesDocument

NOT_CONTENT: Final = "content_hash"
ANSWERS: Final = frozenset({"adopted_previous", "consent"})
"""Fields that are yes, no or not asked: their ``false`` counts, their ``null`` doesn't.

Every field of the document with such a type must be here, and no field of another type.
"""

GROUPS: Final = 6
"""Groups of four hexadecimal digits in the printed form: 96 of the 256 bits."""


def hash_of_data(data: Mapping[str, Any]) -> str:
    """The hash of minutes as JSON data, 64 hexadecimal digits.

    Raises ``ValueError`` for numbers that JSON has no word for.
    """
    content = _full({key: value for key, value in data.items() if key != NOT_CONTENT})
    text = json.dumps(
        content, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )
    # Half a surrogate pair is no text, and never passes for another sign.
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def hash_of(document: MinutesDocument) -> str:
    """The hash of what the document says now."""
    return hash_of_data(document.model_dump(mode="json"))


def with_hash(document: MinutesDocument) -> MinutesDocument:
    """The document with the hash of its content in it."""
    return document.but(content_hash=hash_of(document))


def known_hash(document: MinutesDocument) -> str:
    """The hash that confirmed minutes went out with; ``""`` of a draft.

    Minutes that were confirmed before hashes were kept get that of their content; those that were
    taken in as altered get none: nobody confirmed what they say.
    """
    if document.draft or (document.altered and not document.content_hash):
        return ""
    return document.content_hash or hash_of(document)


def fits(document: MinutesDocument) -> bool:
    """Whether minutes still give the hash that they carry; a draft carries none."""
    if document.draft:
        return True
    if document.altered:
        return False
    return document.content_hash in ("", hash_of(document))


def printed(full: str) -> str:
    """The short form for paper: ``3F2A-91BC-…``."""
    digits = full.upper()[: 4 * GROUPS]
    return "-".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def _full(value: Any) -> Any:
    """The value without what is empty; numbers in their one form."""
    match value:
        case Mapping():
            kept = ((key, _full(entry)) for key, entry in value.items())
            return {key: entry for key, entry in kept if not _empty(key, entry)}
        case list() | tuple():
            return [_full(entry) for entry in value]
        case float() if value.is_integer():
            return int(value)
        case _:
            return value


def _empty(key: str, value: Any) -> bool:
    if value is False:
        return key not in ANSWERS
    return value is None or value in ("", [], {})
