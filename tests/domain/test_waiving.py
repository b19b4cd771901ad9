"""The checks before confirming, and waving through what they find."""

from datetime import date, timedelta

import pytest

from sessionui.domain.completeness import missing, standing, waved_through
from sessionui.domain.intents.agree import PutAction, PutDecision, WithdrawAction
from sessionui.domain.intents.close import (
    ConfirmMinutes,
    LookAgain,
    NoteMinutesRead,
    ReopenSession,
    WaveThrough,
)
from sessionui.domain.intents.people import SetPersonHere
from sessionui.domain.intents.welcome import SetPresence
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.undo import step_between, undo
from sessionui.domain.work import Work
from sessionui.holidays import holiday_in
from sessionui.locale import Language, phrase, set_language
from tests.domain.making import DAY, NOON, do, named, revealed, work

HERE = tuple(SetPresence(p, "present") for p in ("anna", "bram", "carla", "dirk", "els", "finn"))


@pytest.fixture(autouse=True)
def english() -> None:
    set_language("en")


def whole() -> Work:
    start = do(work(ids=("openness",)), *HERE)
    return revealed(start, named("anna", {"openness": 7}), named("dirk", {"openness": 7}))


def told(of: Work, lang: Language = "en") -> list[str]:
    def holiday(day: date) -> dict[str, str]:
        king = {"nl": "Koningsdag", "en": "King's Day"}
        return king if (day.month, day.day) == (4, 27) else {}

    return [phrase(s.template, s.values, lang) for s in missing(of, holiday)]


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (None, ["Action 1 has no date."]),
        (DAY - timedelta(days=1), ["Action 1 is due before this session."]),
        (date(2026, 11, 21), ["Action 1 is due in a weekend, 21 Nov 2026."]),
        (
            date(2027, 4, 27),
            ["Action 1 is due on a public holiday, 27 Apr 2027 (King's Day)."],
        ),
        (date(2026, 11, 20), []),
    ],
)
def test_dates_are_told_and_not_forbidden(due: date | None, said: list[str]) -> None:
    assert told(do(whole(), PutAction("call", owner_id="anna", due=due))) == said


def test_a_holiday_is_named_in_the_language_of_the_reader() -> None:
    of = do(whole(), PutAction("call", owner_id="anna", due=date(2027, 4, 27)))
    assert told(of, "nl") == ["De datum van actie 1 is een feestdag, 27 apr 2027 (Koningsdag)."]
    names = holiday_in("NL", date(2026, 12, 25))
    assert names == {"nl": "Eerste kerstdag", "en": "Christmas Day"}
    assert holiday_in("NL", date(2026, 12, 28)) == {}
    assert holiday_in("-", date(2026, 12, 25)) == {}


def test_an_owner_who_left_is_told() -> None:
    of = do(whole(), PutAction("call", owner_id="anna", due=DAY), SetPersonHere("anna", False))
    assert told(of) == ["Anna Bos, the owner of action 1, is no longer in the partnership."]


def test_somebody_who_was_absent_and_scored_is_told() -> None:
    assert told(do(whole(), SetPresence("anna", "absent_notice"))) == [
        "Anna Bos is marked absent and has scored."
    ]


@pytest.mark.parametrize(
    ("decision", "found"),
    [
        ("No weekly call about cleaning the wards", True),
        ("Geen weekly call about cleaning the wards", True),
        ("A weekly call about cleaning the wards", False),
        ("No new contract before the summer", False),
    ],
)
def test_a_decision_not_to_do_what_an_action_says_is_told(decision: str, found: bool) -> None:
    action = PutAction("A weekly call about cleaning the wards", owner_id="anna", due=DAY)
    said = told(do(whole(), action, PutDecision(decision)))
    assert said == ["Decision 1 says not to do what action 1 says."] * found


def test_a_decision_that_says_what_an_ended_action_said_is_told() -> None:
    action = PutAction("A weekly call about cleaning the wards", owner_id="anna", due=DAY)
    of = do(whole(), action, WithdrawAction(1))
    assert told(do(of, PutDecision("A weekly call on cleaning the wards"))) == [
        "Decision 1 says nearly what action 1 said, which was ended."
    ]


@pytest.mark.parametrize("decision", ["Actie 1 gaat niet door", "Action 1 is dropped."])
def test_a_decision_that_ends_an_open_action_by_its_number_is_told(decision: str) -> None:
    action = PutAction("A weekly call about cleaning the wards", owner_id="anna", due=DAY)
    of = do(whole(), action, PutDecision(decision))
    said = "Decision 1 says that action 1 ends, but that is still on the list."
    assert told(of) == [said]
    assert told(do(of, WithdrawAction(1))) == []


def test_a_decision_that_keeps_an_ended_action_by_its_number_is_told() -> None:
    action = PutAction("A weekly call about cleaning the wards", owner_id="anna", due=DAY)
    of = do(whole(), action, WithdrawAction(1), PutDecision("Actie 1 gaat door"))
    assert told(of) == ["Decision 1 says that action 1 goes on, but that was ended."]


def test_what_is_waved_through_is_noted_with_its_reason_and_comes_back() -> None:
    of = do(whole(), PutAction("call", owner_id="anna"), ConfirmMinutes("a", "Anna Bos"))
    (remark,) = standing(of)
    waved = do(of, WaveThrough(remark.key, " as soon as it can "))
    assert missing(waved) == ()
    assert waved_through(waved) == ((remark, "as soon as it can"),)
    assert waved.session.confirmations == (), "the minutes say something else now"
    document = minutes_of(waved, NOON)
    assert document.missing == ()
    assert document.waived[0].reason == "as soon as it can"
    assert missing(do(waved, LookAgain(remark.key))) == (remark.sentence,)
    assert missing(undo(waved, step_between(of, waved))) == (remark.sentence,)
    put_right = do(waved, PutAction("call", owner_id="anna", due=DAY, number=1))
    assert waved_through(put_right) == ()


def test_what_passed_does_not_cover_what_came_later() -> None:
    of = do(whole(), SetPresence("carla", "expected"))
    waved = do(of, WaveThrough(standing(of)[0].key, "Carla rings"))
    assert missing(waved) == ()
    more = do(waved, SetPresence("els", "expected"))
    assert told(more) == ["It is not noted whether Carla de Wit, Els Özer were present."]
    assert waved_through(more) == ()
    early = do(whole(), PutAction("call", owner_id="anna", due=DAY - timedelta(days=1)))
    early = do(early, WaveThrough(standing(early)[0].key))
    earlier = PutAction("call", owner_id="anna", due=DAY - timedelta(days=30), number=1)
    assert told(do(early, earlier)) == ["Action 1 is due before this session."]


def test_it_was_read_back_until_the_minutes_say_something_else() -> None:
    of = do(whole(), PutAction("call", owner_id="anna"), NoteMinutesRead())
    assert minutes_of(of, NOON).read_back_at == of.session.minutes_read_at is not None
    waved = do(of, ConfirmMinutes("a", "Anna Bos"), WaveThrough(standing(of)[0].key))
    assert waved.session.minutes_read_at, "a remark is no other text"
    assert do(of, NoteMinutesRead(read=False)).session.minutes_read_at is None
    changed = do(of, PutDecision("Call on Mondays"))
    assert changed.session.minutes_read_at is None
    assert undo(changed, step_between(of, changed)) == of
    final = do(of, ConfirmMinutes("a", "Anna Bos"), ConfirmMinutes("b", "Dirk Jansen"))
    assert final.session.minutes_read_at
    assert do(final, ReopenSession("a name")).session.minutes_read_at is None


def test_a_date_on_another_weekend_has_to_be_waved_through_again() -> None:
    of = do(whole(), PutAction("call", owner_id="anna", due=date(2026, 11, 21)))
    waved = do(of, WaveThrough(standing(of)[0].key))
    assert missing(waved) == ()
    assert missing(do(waved, PutAction("call", owner_id="anna", due=date(2026, 11, 22), number=1)))
