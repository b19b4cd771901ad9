"""The action list in pieces for QR codes: every piece fits, nothing of a title breaks out."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from sessionui.domain.intents.agree import PutAction
from sessionui.domain.minutes.build import minutes_of
from sessionui.minutes.pocket import BYTES, Size, calendar_pieces, text_pieces
from sessionui.text import clean
from tests.domain.making import NOON, do, work

DUE = date(2026, 12, 1)
TEXTS = st.text(min_size=1, max_size=300).map(clean).filter(str.strip)


@settings(max_examples=40)
@given(
    st.lists(TEXTS, max_size=5),
    TEXTS,
    TEXTS,
    st.sampled_from([*BYTES]),
)
def test_every_piece_fits_and_every_action_is_in_one(
    texts: list[str], owner: str, side: str, size: Size
) -> None:
    of = do(work(), *(PutAction(text, owner_id="els", due=DUE) for text in texts))
    document = minutes_of(of, NOON)
    actions = tuple(
        a.but(owner=a.owner.but(name=owner) if a.owner else None) for a in document.actions
    )
    document = document.but(actions=actions, name_a=side)
    pieces = text_pieces(document, "nl", size)
    assert all(len(piece.text.encode()) <= BYTES[size] for piece in pieces)
    lines = [line for piece in pieces for line in piece.text.splitlines()]
    starts = {line.partition(" ")[0] for line in lines}
    assert {str(a.number) for a in actions} <= starts
    assert sum(line.endswith("1-12-2026)") for line in lines) == len(actions), "no date is cut"
    assert [int(n) for p in pieces for n in p.about.split(", ")] == [a.number for a in actions]
    for piece in calendar_pieces(document, "nl", size):
        assert len(piece.text.encode()) <= BYTES[size]
        whole = f"BEGIN:VCALENDAR\r\n{piece.text}\r\nEND:VCALENDAR\r\n"
        calendar: Any = Calendar.from_ical(whole)
        (event,) = calendar.walk("VEVENT")
        assert event.decoded("DTSTART") == DUE


def test_a_title_can_not_end_the_entry() -> None:
    of = do(work(), PutAction("x\r\nEND:VEVENT; a, b\\", due=DUE))
    (piece,) = calendar_pieces(minutes_of(of, NOON), "en")
    assert piece.text.count("\r\nEND:VEVENT") == 1
    assert "\\; a\\, b\\\\" in piece.text
