"""Closing: completeness, confirmation by both sides, reopening (method, stage 8)."""

from datetime import date, timedelta
from importlib import import_module
from pkgutil import iter_modules

import pytest

from sessionui.domain import intents
from sessionui.domain.completeness import missing
from sessionui.domain.intents.agree import PutAction, PutDecision
from sessionui.domain.intents.base import Intent, PartnershipIntent
from sessionui.domain.intents.close import (
    ConfirmMinutes,
    RecordClosing,
    ReopenSession,
    WithdrawConfirmation,
)
from sessionui.domain.intents.look_back import RecordOutcome
from sessionui.domain.intents.people import SetNextSession
from sessionui.domain.intents.reveal import GoToIndicator, NoteDiscussion, Reveal
from sessionui.domain.intents.score import LockRound
from sessionui.domain.intents.walk import (
    GoToStage,
    ParkPoint,
    SkipStage,
    StartSession,
    WritePrivateNotes,
)
from sessionui.domain.intents.welcome import SetPresence
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.room import Topic, scene_of
from sessionui.domain.room.scenes import Closing
from sessionui.domain.undo import step_between, undo
from sessionui.domain.wording import Refused
from sessionui.domain.work import Work
from sessionui.locale import phrase
from tests.domain.making import DAY, NOON, PEOPLE, Clock, do, indicator, named, revealed, work
from tests.domain.refusals import refusal

BOTH = (ConfirmMinutes("b", "Dirk Jansen"), ConfirmMinutes("a", " Anna Bos "))
HERE = tuple(SetPresence(p.id, "present") for p in PEOPLE)


@pytest.fixture
def confirmed() -> Work:
    return do(work(), StartSession(), *BOTH)


def subclasses(kind: type[Intent]) -> set[type[Intent]]:
    found = set(kind.__subclasses__())
    return found | {below for one in found for below in subclasses(one)}


def told(of: Work) -> list[str]:
    return [phrase(s.template, s.values) for s in missing(of)]


def test_minutes_are_final_when_both_sides_have_confirmed(confirmed: Work) -> None:
    one = do(work(), BOTH[0])
    assert one.session.state == "planned"
    assert one.session.confirmed_at is None
    session = confirmed.session
    assert session.state == "confirmed"
    assert [(c.side, c.name) for c in session.confirmations] == [
        ("a", "Anna Bos"),
        ("b", "Dirk Jansen"),
    ]
    assert refusal(work(), ConfirmMinutes("a", " "))


def test_one_side_may_take_its_confirmation_back() -> None:
    of = do(work(), BOTH[0], WithdrawConfirmation("b"))
    assert of.session.confirmations == ()


def test_confirming_stops_the_clock() -> None:
    clock = Clock()
    of = do(work(), StartSession(), GoToStage("close"), *BOTH, clock=clock)
    used = of.session.used(clock.now)
    clock(600)
    assert of.session.used(clock.now) == used
    assert next(s for s in of.session.stages if s.key == "close").done


@pytest.mark.parametrize(
    "intent",
    [
        NoteDiscussion("trust", said="more"),
        PutAction("more"),
        PutDecision("more"),
        ParkPoint("more"),
        SkipStage("close"),
        RecordClosing(surprise="no"),
        RecordOutcome(1, "done"),
        SetPresence("anna", "absent"),
        named("anna", {"openness": 7}),
        LockRound(),
        Reveal("trust"),
        ConfirmMinutes("a", "Bram Vos"),
        WithdrawConfirmation("a"),
    ],
)
def test_confirmed_minutes_are_final(confirmed: Work, intent: Intent) -> None:
    assert "final" in refusal(confirmed, intent)


def test_what_may_still_be_done_is_a_short_list() -> None:
    """None of these changes what the minutes say of the session itself."""
    for module in iter_modules(intents.__path__):
        import_module(f"{intents.__name__}.{module.name}")
    allowed = {i.__name__ for i in subclasses(Intent) if i.on_confirmed}
    of_partnership = {i.__name__ for i in subclasses(PartnershipIntent)} | {"PartnershipIntent"}
    assert allowed - of_partnership == {
        "GoToIndicator",
        "GoToStage",
        "OpenToPhones",
        "WritePrivateNotes",
        "ReopenSession",
    }


def test_what_may_still_be_done_leaves_the_minutes_as_they_are(confirmed: Work) -> None:
    of = do(
        confirmed,
        GoToStage("welcome"),
        GoToIndicator("trust"),
        WritePrivateNotes("close", "well done"),
    )
    now = confirmed.session.confirmed_at
    assert now is not None
    later = now + timedelta(days=3)
    assert minutes_of(of, later) == minutes_of(confirmed, later)
    assert do(of, SetNextSession(DAY)).partnership.next_session == DAY


def test_undo_does_not_reach_into_confirmed_minutes() -> None:
    before = do(work(), StartSession())
    after = do(before, ParkPoint("lifts"))
    step = step_between(before, after)
    with pytest.raises(Refused):
        undo(do(after, *BOTH), step)


def test_reopening_is_recorded_and_needs_a_reason(confirmed: Work) -> None:
    clock = Clock()
    assert refusal(confirmed, ReopenSession(" "))
    of = do(confirmed, ReopenSession(" wrong date "), clock=clock)
    assert of.session.state == "running"
    assert of.session.confirmations == ()
    (reopening,) = of.session.reopenings
    assert (reopening.reason, reopening.at) == ("wrong date", clock.now)
    again = do(of, ParkPoint("more"), *BOTH, ReopenSession("once more"))
    assert [r.reason for r in again.session.reopenings] == ["wrong date", "once more"]
    assert [r.reason for r in minutes_of(again, clock.now).reopenings] == [
        "wrong date",
        "once more",
    ]


def test_there_is_nothing_to_reopen_in_a_draft() -> None:
    assert do(work(), ReopenSession("why")).session.reopenings == ()


def test_the_close_records_surprise_and_trust() -> None:
    of = do(work(), RecordClosing("a_little", "the four", 4, 5, "good talk")).session.closing
    assert (of.surprise, of.trust_a, of.trust_b, of.check_out) == ("a_little", 4, 5, "good talk")
    for wrong in (0, 6):
        assert refusal(work(), RecordClosing(trust_a=wrong))
        assert refusal(work(), RecordClosing(trust_b=wrong))


def test_a_complete_session_misses_nothing() -> None:
    start = do(work(ids=("openness",)), *HERE)
    of = revealed(start, named("anna", {"openness": 7}), named("dirk", {"openness": 7}))
    assert told(do(of, PutAction("call", owner_id="anna", due=DAY + timedelta(days=8)))) == []


def test_everything_missing_is_told() -> None:
    before = do(work(ids=("openness", "trust")), PutAction("call back", due=date(2026, 1, 1)))
    now = before.but(session=before.session.but(id="now"))
    marks = {"openness": 8, "trust": 7}
    now = do(
        now,
        *HERE[1:],
        named("anna", marks),
        named("dirk", {**marks, "openness": 6}),
        LockRound(),
        Reveal("openness"),
        PutAction("paint", due=DAY - timedelta(days=1)),
        PutAction("sing", owner_id="anna"),
    )
    assert told(now) == [
        "Action 1 has no owner.",
        "Action 1 was not looked back on.",
        "Action 2 has no owner.",
        "Action 2 is due before this session.",
        "Action 3 has no date.",
        "Openness: the marks are 2.0 apart and nothing was noted.",
        "Trust was scored but not discussed.",
        "It is not noted whether Anna Bos were present.",
    ]
    assert "Openness" not in " ".join(told(do(now, NoteDiscussion("openness", heard="we see"))))
    looked_back = told(do(now, RecordOutcome(1, "postponed", due=DAY)))
    assert "Action 1 was not looked back on." not in looked_back


def test_a_kind_is_asked_for_its_own_stages_only() -> None:
    kickoff = do(work(kind="kickoff", ids=("openness",)), *HERE)
    assert told(kickoff) == []
    bare = indicator("pace").revisions[0]
    empty = indicator("pace").but(revisions=(bare.but(meaning=bare.meaning.but(text="")),))
    of = kickoff.but(partnership=kickoff.partnership.but(indicators=(empty,)))
    assert told(of) == ["Pace has no meaning yet."]
    assert told(do(work(), *HERE)) == ["Nobody has scored."]


def test_what_is_hidden_is_no_wide_gap() -> None:
    start = do(work("side", ids=("openness",)), *HERE)
    of = revealed(start, *(named(p, {"openness": m}) for p, m in (("anna", 2), ("dirk", 9))))
    assert told(of) == []


def test_the_day_agreed_for_this_session_is_not_its_next_one() -> None:
    agreed = do(work(), SetNextSession(DAY))
    today = agreed.but(session=agreed.session.but(date=DAY))
    assert (today.next_session, minutes_of(today, NOON).next_session) == (None, None)
    before = agreed.but(session=agreed.session.but(date=DAY - timedelta(days=1)))
    assert (before.next_session, minutes_of(before, NOON).next_session) == (DAY, DAY)


def test_confirmed_minutes_keep_to_having_no_next_date_when_a_later_session_agrees_one(
    confirmed: Work,
) -> None:
    agreed = confirmed.partnership.but(next_session=DAY + timedelta(days=109))
    later = confirmed.but(partnership=agreed)
    assert (later.next_session, minutes_of(later, NOON).next_session) == (None, None)
    shown = scene_of(later, Topic(kind="closing"), NOON, language="en", theme="sessionui-dark")
    assert isinstance(shown, Closing)
    assert shown.next_session is None
    # Opened again it may agree a date; that of the partnership is of the later session.
    again = do(later, ReopenSession("a slip"), SetNextSession(DAY + timedelta(days=9)))
    assert again.next_session == DAY + timedelta(days=9)
    assert again.partnership.next_session == DAY + timedelta(days=109)


def test_confirmed_minutes_keep_a_date_that_an_earlier_session_agreed() -> None:
    of = work()
    of = of.but(partnership=of.partnership.but(next_session=DAY + timedelta(days=9)))
    of = do(of, StartSession(), *BOTH)
    later = of.but(partnership=of.partnership.but(next_session=DAY + timedelta(days=109)))
    assert later.next_session == of.next_session == DAY + timedelta(days=9)
