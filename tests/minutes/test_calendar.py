"""The calendar file that people take home."""

from datetime import date, timedelta
from typing import Any

from icalendar import Calendar

from sessionui.domain.intents.agree import PutAction, WithdrawAction
from sessionui.domain.intents.close import ConfirmMinutes, ReopenSession
from sessionui.domain.intents.people import SetNextSession
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.minutes.content import printed
from sessionui.domain.minutes.document import LookedBack, MinutesDocument, ReopeningNote, ToldNote
from sessionui.domain.sides import SideKey
from sessionui.domain.terms import Outcome
from sessionui.minutes.calendar import as_calendar
from tests.minutes.room import confirmed
from tests.minutes.test_change_words import BOTH
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
    assert len(read.walk("VALARM")) == 2  # our own two


def by_uid(document: MinutesDocument) -> dict[str, Any]:
    read = Calendar.from_ical(as_calendar(document, "en"))
    return {str(c["uid"]): c for c in read.walk() if "uid" in c}


def test_an_entry_reminds_before_it_is_due() -> None:
    entries = by_uid(minutes()).values()
    alarms = [(c.name, a) for c in entries for a in c.walk("VALARM")]
    assert [name for name, _ in alarms] == ["VEVENT", "VTODO"]  # none without a date
    assert alarms[0][1].decoded("trigger") == timedelta(days=-7)
    assert alarms[1][1].decoded("trigger") == timedelta(days=-3)
    assert alarms[1][1]["trigger"].params["RELATED"] == "END"


def test_no_alarm_is_over_before_it_can_be_taken_in() -> None:
    document = minutes()
    first, second = document.actions
    day = document.date
    assert document.next_session is not None
    for due, trigger in ((-9, None), (0, None), (1, 0), (3, 0), (4, -3)):
        moved = document.but(actions=(first.but(due=day + timedelta(days=due)), second))
        (entry,) = (c for uid, c in by_uid(moved).items() if uid.endswith("action-1@sessionui"))
        found = [a.decoded("trigger") for a in entry.walk("VALARM")]
        assert found == ([] if trigger is None else [timedelta(days=trigger)])


def test_a_later_version_replaces_the_entries_of_an_earlier_one() -> None:
    first = minutes()
    again = first.but(
        reopenings=(ReopeningNote(at=NOW, reason="a date was wrong"),),
        next_session=date(2027, 3, 1),
    )
    before, after = by_uid(first), by_uid(again)
    assert before.keys() == after.keys()
    assert all(after[uid]["sequence"] > before[uid]["sequence"] for uid in before)
    confirmed = by_uid(first.but(state="confirmed", confirmed_at=NOW))
    assert all(confirmed[uid]["sequence"] > before[uid]["sequence"] for uid in before)
    next_quarter = by_uid(first.but(date=date(2027, 2, 11)))
    assert all(next_quarter[uid]["sequence"] > after[uid]["sequence"] for uid in before)


def test_a_next_session_that_was_taken_back_is_cancelled() -> None:
    again = minutes().but(reopenings=(ReopeningNote(at=NOW, reason="not yet"),), next_session=None)
    (event,) = (c for c in by_uid(again).values() if c.name == "VEVENT")
    assert str(event["status"]) == "CANCELLED"
    assert not event.walk("VALARM")


def test_every_entry_says_of_which_minutes_it_comes() -> None:
    room = confirmed()
    first = room.minutes()
    room.do(ReopenSession("One too many."), WithdrawAction(5), *BOTH, minutes=9)
    second = minutes_of(room.work, room.now, earlier=[first])
    data = as_calendar(second, "nl")
    read = Calendar.from_ical(data)
    assert str(read["x-sessionui-version"]) == "2"
    assert str(read["x-sessionui-content-hash"]) == second.content_hash
    assert str(read["x-sessionui-example"]) == "TRUE"
    assert str(read["x-sessionui-partnership"]) == "Noorderhaven × Helderwit"
    which = f"Verslag van 12 november 2026 · Versie 2 · {printed(second.content_hash)}"
    entries = [c for c in read.walk() if c.name in ("VEVENT", "VTODO")]
    assert len(entries) > 4
    assert all(f"{which}\nVOORBEELD" in str(c["description"]) for c in entries)
    (gone,) = (c for c in entries if str(c["uid"]).endswith("-action-5@sessionui"))
    assert str(gone["summary"]) == "5. Ask for a second key (teruggenomen)"
    assert as_calendar(second, "nl") == data


def test_what_was_taken_back_is_cancelled_and_what_was_done_is_done() -> None:
    work = doing(a_session(), PutAction(text="Ring first"), PutAction(text="Ring twice"))
    work = doing(work, WithdrawAction(1))
    document = minutes_of(work, NOW)
    statuses = [str(c["status"]) for c in by_uid(document).values() if c.name == "VTODO"]
    assert statuses == ["NEEDS-ACTION", "CANCELLED"]
    done = LookedBack(
        number=9, text="An old one", owner=None, due=None, indicator="", agreed_on=NOW.date(),
        outcome="done", note="It helped",
    )  # fmt: skip
    entry = by_uid(document.but(looked_back=(done,)))[
        f"{document.partnership_id}-action-9@sessionui"
    ]
    assert (str(entry["status"]), entry["percent-complete"]) == ("COMPLETED", 100)
    assert "It helped" in entry["description"]


def test_what_was_closed_between_two_sessions_is_off_the_list() -> None:
    document = minutes()
    day = NOW.date() - timedelta(days=40)
    ended: tuple[tuple[int, Outcome], ...] = ((8, "done"), (9, "dropped"))
    done, dropped = (
        LookedBack(
            number=n, text="An old one", owner=None, due=None, indicator="", agreed_on=day,
            outcome=None, told=(ToldNote(on=day, outcome=outcome, note="So it went"),),
        )
        for n, outcome in ended
    )  # fmt: skip
    entries = by_uid(document.but(looked_back=(done, dropped)))
    eight, nine = (entries[f"{document.partnership_id}-action-{n}@sessionui"] for n in (8, 9))
    assert (str(eight["status"]), str(nine["status"])) == ("COMPLETED", "CANCELLED")
    assert eight.decoded("completed").date() == day
    assert "So it went" in nine["description"]


def in_copy(document: MinutesDocument, side: SideKey) -> dict[str, Any]:
    read = Calendar.from_ical(as_calendar(document, "en", side))
    return {str(c["uid"]).partition("-action-")[2]: c for c in read.walk("VTODO")}


def test_a_side_gets_its_own_actions_and_those_that_nobody_owns() -> None:
    document = minutes()
    assert list(in_copy(document, "a")) == ["1@sessionui", "2@sessionui"]
    assert list(in_copy(document, "b")) == ["2@sessionui"]


def test_what_moved_to_the_other_side_is_taken_off_the_calendar_of_the_side_that_had_it() -> None:
    work = a_session()
    a, b = work.raters("a")[0], work.raters("b")[0]
    work = doing(
        work,
        PutAction("Ring", owner_id=a),
        PutAction("Write"),
        # Before the minutes went out nobody had it.
        PutAction("Look", owner_id=a),
        PutAction("Look", owner_id=b, number=3),
        ConfirmMinutes("a", "Anna"),
        ConfirmMinutes("b", "Bram"),
    )
    first = in_copy(minutes_of(work, NOW), "a")
    assert {str(c["status"]) for c in first.values()} == {"NEEDS-ACTION"}
    assert list(first) == ["1@sessionui", "2@sessionui"]
    moved = doing(
        work,
        ReopenSession("the other side does it"),
        PutAction("Ring", owner_id=b, number=1),
        PutAction("Write", owner_id=b, number=2),
    )
    document = minutes_of(moved, NOW)
    again = in_copy(document, "a")
    assert {uid: str(c["status"]) for uid, c in again.items()} == dict.fromkeys(first, "CANCELLED")
    assert all(again[uid]["sequence"] > first[uid]["sequence"] for uid in first)
    assert {str(c["status"]) for c in in_copy(document, "b").values()} == {"NEEDS-ACTION"}
    assert len(in_copy(document, "b")) == 3
    back = minutes_of(doing(moved, PutAction("Ring", owner_id=a, number=1)), NOW)
    assert str(in_copy(back, "a")["1@sessionui"]["status"]) == "NEEDS-ACTION"
    assert str(in_copy(back, "b")["1@sessionui"]["status"]) == "CANCELLED"


def test_a_calendar_takes_it_in_and_gives_it_back() -> None:
    data = as_calendar(minutes("Bel\r\nEND:VEVENT, ; \\ 'quoted' 漢字 " + "ü" * 300), "nl")
    once = Calendar.from_ical(data)
    again = Calendar.from_ical(once.to_ical())
    assert once.to_ical() == again.to_ical()
    assert len(once.walk("VEVENT")) == 1
    assert max(len(row) for row in data.split(b"\r\n")) <= 75
