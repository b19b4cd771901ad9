"""Facts of the minutes as text, to be compared and told: only what a reader needs of each."""

import datetime as dt
from decimal import Decimal
from typing import Any, Final

from sessionui.domain.record import Record

AS_ONE: Final[dict[str, tuple[str, ...]]] = {
    "Who": ("name",),
    "GivenMark": ("rater", "mark"),
    "GivenReason": ("rater", "mark", "text"),
    "ParkedNote": ("text", "indicator"),
    "RevisionNote": ("name", "reason"),
    "ToldNote": ("note",),
}
"""Records that read as one fact, by what a reader sees of them."""

_WHOLE: Final[dict[str, tuple[str, ...]]] = {
    "ActionMinutes": ("text", "owner", "due"),
    "DecisionMinutes": ("text",),
    "LookedBack": ("text", "outcome", "new_due"),
    "IndicatorMinutes": ("",),
    "Attendee": ("presence",),
    "IssueNote": ("text",),
    "KpiNote": ("value", "target"),
    "CandidateNote": ("text",),
    "ParkedNote": ("text", "indicator"),
    "AdoptedNote": ("date", "edition", "remarks"),
    "Scores": ("mean",),
}
"""Of what comes or goes as a whole: what is said first, and what is said after it."""


def main_text(value: Any) -> str:
    """What is said first of a value; the same text for equal values."""
    names = _WHOLE.get(type(value).__name__)
    if names is None:
        return text_of(value)
    return text_of(getattr(value, names[0])) if names[0] else ""


def other_texts(value: Any) -> dict[str, str]:
    """What else is said of a value that comes or goes as a whole, by field; empty ones left out."""
    names = _WHOLE.get(type(value).__name__, ())[1:]
    said = {name: text_of(getattr(value, name)) for name in names}
    return {name: text for name, text in said.items() if text}


def text_of(value: Any) -> str:
    """A value as text that is the same for equal values only."""
    said = ""
    match value:
        case None:
            pass
        case bool():
            said = "yes" if value else "no"
        case dt.date():
            said = value.isoformat()
        case Decimal() | int() | float():
            said = f"{float(value):g}"
        case tuple():
            said = "; ".join(text_of(entry) for entry in value)
        case dict():
            said = ", ".join(text_of(entry) for entry in value.values())
        case Record():
            said = _of_record(value)
        case _:
            said = str(value)
    return said


def _of_record(value: Record) -> str:
    names = AS_ONE.get(type(value).__name__) or tuple(type(value).model_fields)
    return " · ".join(filter(None, (text_of(getattr(value, name)) for name in names)))
