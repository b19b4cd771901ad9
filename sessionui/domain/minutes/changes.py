"""What differs between two versions of the minutes of one session, fact by fact."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from sessionui.domain.minutes.change_text import AS_ONE, main_text, other_texts, text_of
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
        "altered",
        "versions",
        "agenda",
        "missing",
        "waived",
    }
)
"""What every new version differs in (who confirmed it, the clock), and remarks on the rest."""

NEVER_TOLD: Final = frozenset(
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
        "sides_before",
    }
)
"""Worked out from the rest, or for programs."""

FIGURES: Final = frozenset(
    {
        "mean",
        "low",
        "median",
        "high",
        "spread",
        "n",
        "not_applicable",
        "hidden",
        "asymmetry",
        "perception_a",
        "perception_b",
        "mark",
    }
)
"""Figures that follow from a mark; told only where nothing else of the same entry is."""

_WITHDRAWN: Final = "withdrawn_actions"
_KEYS: Final = ("number", "id", "who", "name", "text", "side", "stage")


def changes_between(before: MinutesDocument, after: MinutesDocument) -> tuple[ChangeNote, ...]:
    """The differences, in the order of the document; none when both say the same."""
    found: list[ChangeNote] = []
    for part in MinutesDocument.model_fields:
        if part not in PASSED_OVER and part != _WITHDRAWN:
            found += _differences(part, "", "", getattr(before, part), getattr(after, part))
    return _with_withdrawn(found, before, after)


def _with_withdrawn(
    found: list[ChangeNote], before: MinutesDocument, after: MinutesDocument
) -> tuple[ChangeNote, ...]:
    """An action that left because it was withdrawn says so, and so does one that came back."""
    now = {str(n) for n in after.withdrawn_actions}
    told = [
        note.but(came="withdrawn") if _left(note) and note.entry in now else note for note in found
    ]
    named = {note.entry for note in told if note.part == "actions" and not note.field}
    for number in sorted(set(before.withdrawn_actions) ^ set(after.withdrawn_actions)):
        if str(number) not in named:
            came: Came = "added" if str(number) in now else "removed"
            told.append(ChangeNote(part=_WITHDRAWN, entry=str(number), came=came))
    return tuple(told)


def _left(note: ChangeNote) -> bool:
    return note.part == "actions" and note.came == "removed"


def _differences(part: str, entry: str, field: str, was: Any, now: Any) -> Iterator[ChangeNote]:
    if was == now:
        return
    if _is_list(was) and _is_list(now) and not field:
        yield from _entries(part, was, now)
    elif isinstance(was, Record) and type(was) is type(now) and not _is_leaf(was):
        yield from _of_fields(part, entry, field, was, now)
    else:
        yield _note(part, entry, field, was, now)


def _of_fields(part: str, entry: str, field: str, was: Record, now: Record) -> Iterator[ChangeNote]:
    notes: list[ChangeNote] = []
    for name in type(was).model_fields:
        if name not in NEVER_TOLD:
            inner = f"{field}.{name}" if field else name
            notes += _differences(part, entry, inner, getattr(was, name), getattr(now, name))
    yield from notes if field else _without_figures(notes)


def _without_figures(notes: Iterable[ChangeNote]) -> list[ChangeNote]:
    """What a reader needs: a mark that changed, not each figure that changed with it."""
    every = list(notes)
    others = [note for note in every if note.field.rpartition(".")[2] not in FIGURES]
    return others or every


def _entries(part: str, was: tuple[Any, ...], now: tuple[Any, ...]) -> Iterator[ChangeNote]:
    """Entries are the same one when they have the same number, id or name."""
    old, new = _keyed(was), _keyed(now)
    for key in dict.fromkeys([*old, *new]):
        if key not in new:
            yield _note(part, _name(old[key]), "", old[key], None, came="removed")
        elif key not in old:
            yield _note(part, _name(new[key]), "", None, new[key], came="added")
        else:
            yield from _differences(part, _name(new[key]), "", old[key], new[key])


def _note(
    part: str, entry: str, field: str, was: Any, now: Any, *, came: Came = "changed"
) -> ChangeNote:
    whole = now if was is None else was if now is None else None
    before, after = main_text(was), main_text(now)
    if before == after and whole is None:
        before, after = text_of(was), text_of(now)
    return ChangeNote(
        part=part,
        entry=entry,
        field=field,
        came=came,
        before=before,
        after=after,
        values=other_texts(whole),
    )


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
            return main_text(value)
    return ""


def _is_list(value: Any) -> bool:
    return isinstance(value, tuple)


def _is_leaf(value: Any) -> bool:
    """Records that read as one fact: a person, a mark with its rater, a sentence."""
    return type(value).__name__ in AS_ONE
