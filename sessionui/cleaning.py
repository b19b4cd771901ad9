"""Every text in an intent passes the one cleaning function on its way in."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from pydantic import BaseModel

from sessionui.domain.intents.base import Intent
from sessionui.text import clean


def cleaned(intent: Intent) -> Intent:
    """The intent with all its texts cleaned, those inside its records and tuples too."""
    return replace(intent, **{f.name: _clean(getattr(intent, f.name)) for f in fields(intent)})


def _clean(value: Any) -> Any:
    match value:
        case str():
            return clean(value)
        case tuple():
            return tuple(_clean(v) for v in value)
        case BaseModel():
            names = type(value).model_fields
            return value.model_copy(update={n: _clean(getattr(value, n)) for n in names})
        case _ if is_dataclass(value) and not isinstance(value, type):
            changes = {f.name: _clean(getattr(value, f.name)) for f in fields(value)}
            return replace(value, **changes)
    return value
