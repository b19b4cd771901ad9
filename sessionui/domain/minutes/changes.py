"""What differs between two versions of the minutes of one session, fact by fact."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from sessionui.domain.minutes.document import Came, ChangeNote, MinutesDocument
from sessionui.domain.record import Record

PASSED_OVER: Final = frozenset(
    {
        "format",
        "version",
        "state",
        "confirmed_at",
        "read_back_at",
        "confirmations",
        "reopenings",
        "edition",
        "content_hash",
        "versions",
        "agenda",
        "missing",
        "waived",
    }
)
"""What every new version differs in (who confirmed it, the clock), and remarks on the rest."""

_DERIVED: Final = frozenset(
    {
        "id",
        "mean_exact",
        "a_exact",
        "b_exact",
        "line",
        "line_a",
        "line_b",
        "talk",
        "since",
        "due_before",
    }
)
_KEYS: Final = ("number", "id", "who", "name", "text", "side", "stage")


def changes_between(before: MinutesDocument, after: MinutesDocument) -> tuple[ChangeNote, ...]:
    """The differences, in the order of the document; none when both say the same."""
    found: list[ChangeNote] = []
    for part in MinutesDocument.model_fields:
        if part not in PASSED_OVER:
            found += _differences(part, "", "", getattr(before, part), getattr(after, part))
    return tuple(found)


def _differences(part: str, entry: str, field: str, was: Any, now: Any) -> Iterator[ChangeNote]:
    if was == now:
        return
    if _is_list(was) and _is_list(now) and not field:
        yield from _entries(part, was, now)
    elif isinstance(was, Record) and type(was) is type(now) and not _is_leaf(was):
        for name in type(was).model_fields:
            if name not in _DERIVED:
                inner = f"{field}.{name}" if field else name
                yield from _differences(part, entry, inner, getattr(was, name), getattr(now, name))
    else:
        yield _note(part, entry, field, _text(was), _text(now))


def _entries(part: str, was: tuple[Any, ...], now: tuple[Any, ...]) -> Iterator[ChangeNote]:
    """Entries are the same one when they have the same number, id or name."""
    old, new = _keyed(was), _keyed(now)
    for key in dict.fromkeys([*old, *new]):
        if key not in new:
            yield _note(part, _name(old[key]), "", _text(old[key]), "", came="removed")
        elif key not in old:
            yield _note(part, _name(new[key]), "", "", _text(new[key]), came="added")
        else:
            yield from _differences(part, _name(new[key]), "", old[key], new[key])


def _note(
    part: str, entry: str, field: str, was: str, now: str, *, came: Came = "changed"
) -> ChangeNote:
    return ChangeNote(part=part, entry=entry, field=field, came=came, before=was, after=now)


def _keyed(entries: tuple[Any, ...]) -> dict[tuple[str, int], Any]:
    """The entries by what tells one from another; equal ones by their order."""
    found: dict[tuple[str, int], Any] = {}
    for entry in entries:
        key = _key(entry)
        place = sum(known == key for known, _ in found)
        found[key, place] = entry
    return found


def _key(entry: Any) -> str:
    if isinstance(entry, Record):
        name = next((k for k in _KEYS if k in type(entry).model_fields), None)
        value = getattr(entry, name) if name else entry
        return str(getattr(value, "id", value))
    return str(entry)


def _name(entry: Any) -> str:
    """How a reader would call an entry; the number of an action, the name of an indicator."""
    for name in ("number", "name", "who", "side"):
        if isinstance(entry, Record) and name in type(entry).model_fields:
            value = getattr(entry, name)
            return _text(value)
    return ""


def _is_list(value: Any) -> bool:
    return isinstance(value, tuple)


def _is_leaf(value: Any) -> bool:
    """Records that read as one fact: a person, a mark with its rater, a sentence."""
    return not _is_list(value) and bool(_text_fields(value))


def _text_fields(value: Any) -> tuple[str, ...]:
    return _AS_ONE.get(type(value).__name__, ())


_AS_ONE: Final[dict[str, tuple[str, ...]]] = {
    "Who": ("name",),
    "GivenMark": ("rater", "mark"),
    "GivenReason": ("rater", "mark", "text"),
    "AdoptedNote": ("edition", "remarks", "content_hash"),
    "ParkedNote": ("text", "indicator"),
}


def _text(value: Any) -> str:
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
            said = "; ".join(_text(entry) for entry in value)
        case dict():
            said = ", ".join(_text(entry) for entry in value.values())
        case Record():
            said = _of_record(value)
        case _:
            said = str(value)
    return said


def _of_record(value: Record) -> str:
    names = _text_fields(value) or tuple(
        n for n in type(value).model_fields if n not in {*_DERIVED, "number"}
    )
    return " · ".join(filter(None, (_text(getattr(value, name)) for name in names)))
