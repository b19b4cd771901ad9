"""The minutes as JSON: the whole document, for other programs (docs/minutes-json.md)."""

import json

from sessionui.domain.minutes.document import MinutesDocument


def as_json(document: MinutesDocument) -> str:
    """Return the document as JSON text with sorted keys, so that two versions can be compared."""
    data = document.model_dump(mode="json")
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, indent=2, sort_keys=True)
    # A lone surrogate has no place in UTF-8; our own text is clean, a hand-made file may not be.
    return text.encode("utf-8", "replace").decode() + "\n"
