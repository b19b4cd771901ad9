"""What differs between two versions, as a reader is told it."""

from collections.abc import Iterator
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from sessionui.domain.intents.agree import PutAction, WithdrawAction
from sessionui.domain.intents.close import ConfirmMinutes, ReopenSession
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.minutes.change_text import AS_ONE
from sessionui.domain.minutes.changes import NEVER_TOLD, PASSED_OVER, changes_between
from sessionui.domain.minutes.document import ChangeNote, MinutesDocument
from sessionui.domain.record import Record
from sessionui.locale import Language
from sessionui.minutes import render
from sessionui.minutes.outline.change_names import CODED, CODES, FIELDS, PARTS, SIDED
from sessionui.minutes.outline.change_words import said_of
from sessionui.minutes.words import Words
from tests.minutes.room import PROACTIVITY, Room, confirmed

BOTH = (ConfirmMinutes("a", "Anna de Vries"), ConfirmMinutes("b", "Eva Smit"))


def amended() -> tuple[Room, MinutesDocument]:
    """Version 1, and a room in which it was opened again."""
    room = confirmed()
    first = room.minutes()
    return room.do(ReopenSession("Two dates were wrong.")), first


def told(room: Room, first: MinutesDocument, lang: Language) -> list[str]:
    document = minutes_of(room.work, room.now, earlier=[first])
    words = Words(document, lang)
    return [said_of(change, words) for change in document.versions[0].changes]


def test_what_happened_to_actions_is_told_in_the_readers_words() -> None:
    room, first = amended()
    four, five = first.actions[-2], first.actions[-1]
    assert (four.number, four.quick_win) == (4, True)
    eva = room.ids_of("b")[0]
    room.do(
        PutAction(
            four.text,
            done_when=four.done_when,
            owner_id=room.ids_of("a")[1],
            due=date(2026, 12, 25),
            indicator_id=room.indicator(PROACTIVITY),
            number=4,
        ),
        WithdrawAction(5),
        PutAction("Bring the key along", owner_id=eva, due=date(2026, 12, 7)),
        PutAction("Agreed and taken back at once"),
    )
    room.do(WithdrawAction(7), *BOTH)
    assert told(room, first, "en") == [
        "Action 4, date: was “1 December 2026”, is now “25 December 2026”",
        "Action 4 is no longer a quick win",
        "Action 5 was withdrawn: Ask for a second key",
        "Action 6 was added: Bring the key along, Eva Smit, 7 December 2026",
        "Action 7, agreed after that version, was withdrawn again",
    ]
    assert five.text == "Ask for a second key"
    assert told(room, first, "nl")[:4] == [
        "Actie 4, datum: was “1 december 2026”, is nu “25 december 2026”",
        "Actie 4 is geen snelle winst meer",
        "Actie 5 is teruggenomen: Ask for a second key",
        "Actie 6 is toegevoegd: Bring the key along, Eva Smit, 7 december 2026",
    ]


def test_a_corrected_mark_is_told_and_not_every_figure_that_follows_from_it() -> None:
    first = confirmed().minutes()
    item = first.indicators[0]
    assert item.a is not None
    marks = (item.a.marks[0].but(mark=6.5), *item.a.marks[1:])
    other = item.but(a=item.a.but(marks=marks, low=6.5, mean=item.a.mean), asymmetry=None)
    after = first.but(indicators=(other, *first.indicators[1:]))
    (change,) = changes_between(first, after)
    said = said_of(change, Words(after, "nl"))
    assert said.startswith("Indicator Proactivity, cijfers (◆ Noorderhaven over Helderwit): was “")
    assert "6,5" in said
    assert "6.5" not in said


def test_a_code_is_never_shown_as_it_is() -> None:
    words = Words(confirmed().minutes(), "nl")
    for part, field, before, after in (
        ("attendance", "presence", "expected", "absent_notice"),
        ("consent", "", "yes", "no"),
        ("rules", "secrecy", "name", "side"),
        ("indicators", "first_speaker", "a", "b"),
    ):
        change = ChangeNote(part=part, entry="X", field=field, before=before, after=after)
        said = said_of(change, words)
        assert before not in said.split()
        assert f"“{after}”" not in said, said


def leaves(annotation: Any, field: str = "") -> Iterator[tuple[str, Any]]:
    """Every field of a part that a difference can be in, as ``changes_between`` walks them."""
    kind, parts = get_origin(annotation), get_args(annotation)
    if kind in (Union, UnionType):
        yield from leaves(next(p for p in parts if p is not NoneType), field)
    elif kind is tuple and not field:
        yield from leaves(parts[0], field)
    elif isinstance(annotation, type) and issubclass(annotation, Record) and _apart(annotation):
        for name, inner in annotation.model_fields.items():
            if name not in NEVER_TOLD:
                yield from leaves(inner.annotation, f"{field}.{name}".lstrip("."))
    else:
        yield field, annotation


def _apart(kind: type[Record]) -> bool:
    return kind.__name__ not in AS_ONE


def test_every_part_and_field_has_a_name_and_every_code_a_word() -> None:
    for part, info in MinutesDocument.model_fields.items():
        if part in PASSED_OVER:
            continue
        assert part in PARTS
        for field, kind in leaves(info.annotation):
            last = field.rpartition(".")[2]
            assert not field or field in FIELDS or last in FIELDS, (part, field)
            name = last or part
            if kind is bool:
                assert name in CODED, (part, field)
            if get_origin(kind) is Literal and name not in SIDED:
                assert set(get_args(kind)) <= set(CODES), (part, field)


def test_a_reason_stands_with_the_version_that_it_brought() -> None:
    room, first = amended()
    document = minutes_of(room.do(*BOTH).work, room.now, earlier=[first])
    text = render(document, "md", "nl").decode()
    assert "Versie 2, want: Two dates were wrong. Gewijzigd:" in text
