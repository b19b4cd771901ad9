"""The calendar file that people take home."""

from datetime import date

from icalendar import Calendar

from sessionui.domain.intents.agree import PutAction
from sessionui.domain.intents.people import SetNextSession
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.minutes.document import MinutesDocument
from sessionui.minutes.calendar import as_calendar
from tests.support.room import HOSTILE, NOW, a_session, doing


def minutes(text: str = "Ring before the weekend") -> MinutesDocument:
    work = a_session()
    owner = work.raters("a")[0]
    work = doing(
        work,
        SetNextSession(date(2027, 2, 11)),
        PutAction(text=text, owner_id=owner, due=date(2026, 12, 18), done_when="It rang"),
        PutAction(text="Without anybody"),
    )
    return minutes_of(work, NOW)


def test_next_session_and_actions() -> None:
    read = Calendar.from_ical(as_calendar(minutes(), "en"))
    (event,) = read.walk("VEVENT")
    assert event.decoded("dtstart") == date(2027, 2, 11)
    assert event.decoded("dtend") == date(2027, 2, 12)
    first, second = read.walk("VTODO")
    assert first.decoded("due") == date(2026, 12, 18)
    assert str(first["summary"]) == "1. Ring before the weekend (Anna 0)"
    assert "Done when: It rang" in str(first["description"])
    assert "due" not in second
    assert len({str(c["uid"]) for c in (event, first, second)}) == 3


def test_ids_stay_and_each_language_has_its_words() -> None:
    document = minutes()
    one, two = (Calendar.from_ical(as_calendar(document, lang)) for lang in ("en", "nl"))
    assert [str(c.get("uid", "")) for c in one.walk()] == [
        str(c.get("uid", "")) for c in two.walk()
    ]
    assert "Volgende sessie" in str(two.walk("VEVENT")[0]["summary"])


def test_text_of_people_makes_no_fields_of_its_own() -> None:
    hostile = "x\r\nEND:VTODO\r\nBEGIN:VALARM;,\\ " + HOSTILE
    read = Calendar.from_ical(as_calendar(minutes(hostile), "en"))
    assert len(read.walk("VTODO")) == 2
    assert not read.walk("VALARM")
