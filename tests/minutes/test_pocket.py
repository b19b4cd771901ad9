"""The action list in pieces for QR codes: every piece fits, nothing of a title breaks out."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from sessionui.domain.intents.agree import PutAction
from sessionui.domain.minutes.build import minutes_of
from sessionui.minutes.pocket import LARGEST, calendar_pieces, text_pieces
from sessionui.text import clean
from tests.domain.making import NOON, do, work

DUE = date(2026, 12, 1)


@settings(max_examples=40)
@given(st.lists(st.text(min_size=1, max_size=300).map(clean).filter(str.strip), max_size=5))
def test_every_piece_fits_and_every_action_is_in_one(texts: list[str]) -> None:
    of = do(work(), *(PutAction(text, owner_id="els", due=DUE) for text in texts))
    document = minutes_of(of, NOON)
    pieces = text_pieces(document, "nl")
    assert all(len(piece.encode()) <= LARGEST for piece in pieces)
    starts = {line.partition(" ")[0] for piece in pieces for line in piece.splitlines()}
    assert {str(a.number) for a in document.actions} <= starts
    for piece in calendar_pieces(document, "nl"):
        assert len(piece.encode()) <= LARGEST
        whole = f"BEGIN:VCALENDAR\r\n{piece}\r\nEND:VCALENDAR\r\n"
        calendar: Any = Calendar.from_ical(whole)
        (event,) = calendar.walk("VEVENT")
        assert event.decoded("DTSTART") == DUE


def test_a_title_can_not_end_the_entry() -> None:
    of = do(work(), PutAction("x\r\nEND:VEVENT; a, b\\", due=DUE))
    (piece,) = calendar_pieces(minutes_of(of, NOON), "en")
    assert piece.count("\r\nEND:VEVENT") == 1
    assert "\\; a\\, b\\\\" in piece
