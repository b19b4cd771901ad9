"""Write docs/minutes.schema.json: what the JSON of minutes looks like, for other programs.

Usage: python -m docs.make_schema

A new field doesn't raise the version, so a reader passes over what it doesn't know: the schema
allows other fields, though this version writes none.
"""

import json
from pathlib import Path
from typing import Any

from sessionui.domain.minutes.document import MinutesDocument

PATH = Path(__file__).parent / "minutes.schema.json"


def schema() -> dict[str, Any]:
    """The JSON Schema of version 1 of the minutes, as they are written."""
    made = MinutesDocument.model_json_schema(mode="serialization")
    version = MinutesDocument.model_fields["version"].default
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:sessionui:minutes:{version}",
    }
    opened: dict[str, Any] = _open(made)
    return {**head, **opened}


def _open(value: Any) -> Any:
    match value:
        case dict():
            return {
                key: _open(entry)
                for key, entry in value.items()
                if not (key == "additionalProperties" and entry is False)
            }
        case list():
            return [_open(entry) for entry in value]
    return value


def text() -> str:
    """The file as it should be."""
    return json.dumps(schema(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


if __name__ == "__main__":
    PATH.write_text(text(), encoding="utf-8")
