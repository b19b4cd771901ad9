"""How the actions stand between two sessions, as a calendar file."""

from datetime import date, timedelta
from typing import Any

from icalendar import Calendar

from sessionui.domain.intents.agree import PutAction, WithdrawAction
from sessionui.domain.intents.base import Context
from sessionui.domain.intents.between import RecordBetween
from sessionui.domain.intents.close import ConfirmMinutes, ReopenSession
from sessionui.domain.intents.people import SetNextSession
from sessionui.domain.intents.walk import StartSession
from sessionui.domain.minutes.between import standing_now
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.planning import new_session
from sessionui.domain.sides import SideKey
from sessionui.domain.work import Work
from sessionui.minutes.calendar import as_calendar
from sessionui.minutes.names import calendar_name
from tests.support.room import CONTEXT, NOW, TODAY, a_session, doing, fresh_id

DUE = date(2027, 1, 20)


def held() -> Work:
    """A session that agreed four actions and was confirmed."""
    work = doing(a_session(), StartSession())
    a, b = work.raters("a")[0], work.raters("b")[0]
    return doing(
        work,
        *(PutAction(f"Action {n}", owner_id=o, due=DUE) for n, o in enumerate((a, a, b, None), 1)),
        SetNextSession(date(2027, 2, 11)),
        ConfirmMinutes("a", "Anna"),
        ConfirmMinutes("b", "Bram"),
    )


def told(work: Work, *intents: RecordBetween, days: int = 20) -> Work:
    pact = work.partnership
    context = Context(now=NOW + timedelta(days=days), today=TODAY, new_id=fresh_id)
    for intent in intents:
        pact = intent.change(pact, context)
    return work.but(partnership=pact)


def standing(work: Work, days: int = 21) -> MinutesDocument:
    return standing_now(work.partnership, [work.session], NOW + timedelta(days=days))


def entries(document: MinutesDocument, side: SideKey | None = None) -> dict[str, Any]:
    read = Calendar.from_ical(as_calendar(document, "nl", side))
    return {str(c["uid"]): c for c in read.walk() if "uid" in c}


def status(found: dict[str, Any]) -> list[str]:
    return [str(c["status"]) for c in found.values()]


def test_what_was_told_since_the_minutes_is_in_it_under_the_same_ids() -> None:
    work = held()
    handed_out = entries(minutes_of(work, NOW))
    work = told(
        work,
        RecordBetween(1, "done", "it rang"),
        RecordBetween(2, "dropped"),
        RecordBetween(3, "postponed", "", date(2027, 3, 9)),
    )
    now = entries(standing(work))
    assert sorted(status(now)) == ["CANCELLED", "COMPLETED", "NEEDS-ACTION", "NEEDS-ACTION"]
    assert set(now) < set(handed_out)  # the next session stays as the minutes have it
    assert all(now[uid]["sequence"] > handed_out[uid]["sequence"] for uid in now)
    three = next(c for uid, c in now.items() if "action-3" in uid)
    assert three.decoded("due") == date(2027, 3, 9)
    one = next(c for uid, c in now.items() if "action-1" in uid)
    assert "it rang" in one["description"]
    assert "Zoals het er" in one["description"]
    assert "Verslag van" not in one["description"]
    assert "CONCEPT" not in one["description"]


def test_a_side_has_its_own() -> None:
    assert len(entries(standing(held()), "a")) == 3  # one has no owner
    assert len(entries(standing(held()), "b")) == 2


def test_the_next_minutes_come_after_it_and_it_after_those_of_the_same_day() -> None:
    work = held()
    same_day = standing_now(work.partnership, [work.session], NOW + timedelta(hours=3))
    minutes = entries(minutes_of(work, NOW))
    assert all(c["sequence"] > minutes[uid]["sequence"] for uid, c in entries(same_day).items())
    later = NOW + timedelta(days=91)
    planned = new_session(work.partnership, "quarterly", later.date(), CONTEXT)
    that_morning = standing_now(work.partnership, [work.session, planned], later)
    following = minutes_of(work.but(session=planned.but(started_at=later)), later)
    after = entries(following)
    assert all(after[uid]["sequence"] > c["sequence"] for uid, c in entries(that_morning).items())


def test_what_earlier_minutes_closed_is_not_in_it_again() -> None:
    work = told(held(), RecordBetween(1, "done"))
    began = NOW + timedelta(days=90)
    second = new_session(work.partnership, "quarterly", began.date(), CONTEXT)
    second = second.but(started_at=began)
    both, later = [work.session, second], began + timedelta(days=10)
    # As long as those aren't confirmed, nobody has been handed them.
    assert len(entries(standing_now(work.partnership, both, later))) == 4
    both = [work.session, second.but(confirmed_at=began + timedelta(hours=2))]
    now = standing_now(work.partnership, both, later)
    assert status(entries(now)) == ["NEEDS-ACTION"] * 3


def test_its_name_says_what_it_is_and_when() -> None:
    name = calendar_name(standing(held()), "nl", "a")
    assert name.startswith("Noorderhaven-Helderwit_acties_2026-12-03_Noorderhaven")
    assert name.endswith(".ics")


def test_what_was_taken_back_by_amended_minutes_leaves_the_calendars() -> None:
    work = held()
    today = entries(standing(work))
    amended = doing(work, ReopenSession("not that one"), WithdrawAction(1))
    amended = doing(amended, ConfirmMinutes("a", "Anna"), ConfirmMinutes("b", "Bram"))
    later = entries(standing(amended, days=22))
    (uid,) = (uid for uid in today if "action-1@" in uid)
    assert str(today[uid]["status"]) == "NEEDS-ACTION"
    assert str(later[uid]["status"]) == "CANCELLED"
    assert later[uid]["sequence"] > today[uid]["sequence"]
    assert uid in entries(standing(amended, days=22), "b"), "whoever has it"
