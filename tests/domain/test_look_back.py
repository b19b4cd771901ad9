"""Looking back: outcomes, hard figures, issues (method, stage 2)."""

from datetime import date, timedelta

import pytest

from sessionui.domain.agreements import Action
from sessionui.domain.intents.agree import PutAction
from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.look_back import (
    AdoptPrevious,
    ClearOutcome,
    PutIssue,
    PutKpi,
    RecordOutcome,
    RemoveIssue,
    RemoveKpi,
)
from sessionui.domain.intents.people import SetNextSession
from sessionui.domain.intents.walk import StartSession
from sessionui.domain.looking_back import late_by
from sessionui.domain.room.of_agreements import of_today, to_read_back
from sessionui.domain.session import Reopening
from sessionui.domain.work import Work
from tests.domain.making import DAY, Clock, do, work
from tests.domain.refusals import refusal

DUE = date(2026, 12, 1)
LATER = date(2027, 1, 15)
LATEST = date(2027, 3, 1)


def next_session(of: Work, days: int) -> Work:
    """The same partnership, in a session so many days later."""
    session = of.session.but(id=f"later-{days}", date=DAY + timedelta(days=days))
    return of.but(session=session)


@pytest.fixture
def with_action() -> Work:
    """A later session that looks back on action 1, due on 1 December."""
    return next_session(do(work(), PutAction("call back within a day", due=DUE)), 90)


def action(of: Work) -> Action:
    found = of.partnership.action(1)
    assert found is not None
    return found


def test_an_open_action_is_due_and_then_overdue(with_action: Work) -> None:
    one = action(with_action)
    assert (one.state, one.due_now, one.times_postponed) == ("open", DUE, 0)
    assert not one.overdue(DUE)
    assert one.overdue(DUE + timedelta(days=1))


def test_postponing_is_counted_and_keeps_the_first_date(with_action: Work) -> None:
    of = do(with_action, RecordOutcome(1, "postponed", "no staff", LATER))
    of = do(next_session(of, 180), RecordOutcome(1, "postponed", due=LATEST))
    one = action(of)
    assert (one.state, one.due, one.due_now) == ("open", DUE, LATEST)
    assert one.times_postponed == 2
    assert "date" in refusal(of, RecordOutcome(1, "postponed"))


def test_a_second_word_in_one_session_replaces_the_first(with_action: Work) -> None:
    of = do(with_action, RecordOutcome(1, "postponed", due=LATER), RecordOutcome(1, "done", "fast"))
    one = action(of)
    assert (one.state, one.times_postponed, one.due_now) == ("done", 0, DUE)
    assert [e.note for e in one.events] == ["fast"]
    assert do(of, ClearOutcome(1)).partnership == with_action.partnership


def test_what_an_earlier_session_said_stays(with_action: Work) -> None:
    of = do(with_action, RecordOutcome(1, "postponed", due=LATER))
    of = do(next_session(of, 180), RecordOutcome(1, "dropped"), ClearOutcome(1))
    assert action(of).times_postponed == 1
    assert action(of).state == "open"


def test_done_can_be_opened_again(with_action: Work) -> None:
    of = do(with_action, RecordOutcome(1, "done"))
    assert of.partnership.open_actions == ()
    of = do(next_session(of, 180), RecordOutcome(1, "reopened"))
    assert action(of).state == "open"
    assert not action(of).overdue(DUE)


def test_an_action_that_does_not_exist() -> None:
    assert refusal(work(), RecordOutcome(9, "done"))


def test_figures_are_kept_apart_and_changed_by_id() -> None:
    of = do(work(), PutKpi(" Complaints ", "12", "< 10", "more"), PutKpi("Absence"))
    first, second = of.session.kpis
    assert (first.name, first.value, first.target) == ("Complaints", "12", "< 10")
    of = do(of, PutKpi("Complaints", "11", kpi_id=first.id))
    assert [k.value for k in of.session.kpis] == ["11", ""]
    assert do(of, RemoveKpi(first.id)).session.kpis == (second,)


def test_each_side_brings_what_is_going_on() -> None:
    of = do(work(), PutIssue("a", " short of staff ", "patience", "plan together"))
    (issue,) = of.session.issues
    assert (issue.side, issue.text, issue.help_wanted) == ("a", "short of staff", "patience")
    of = do(of, PutIssue("b", "reorganisation"), PutIssue("a", "solved", issue_id=issue.id))
    assert [i.text for i in of.session.issues] == ["solved", "reorganisation"]
    assert [i.text for i in do(of, RemoveIssue(issue.id)).session.issues] == ["reorganisation"]


@pytest.mark.parametrize("intent", [PutKpi(" "), PutIssue("a", "")])
def test_nothing_nameless(intent: Intent) -> None:
    assert refusal(work(), intent)


def test_the_minutes_before_are_adopted_or_not() -> None:
    of = work()
    assert of.session.adopted_previous is None
    assert do(of, AdoptPrevious(adopted=True)).session.adopted_previous is True


def test_a_session_planned_ahead_knows_what_was_agreed_before_it_began() -> None:
    """All four quarters may be planned in January; an action of March is earlier than June."""
    clock = Clock()
    june = work()
    march = june.but(session=june.session.but(id="march"))
    agreed = do(march, PutAction("call back"), clock=clock)
    of = june.but(partnership=agreed.partnership)
    assert of.session.created < of.partnership.actions[0].at
    assert [a.number for a in of.actions] == [1]
    began = of.but(session=of.session.but(started_at=clock(60 * 24).now))
    assert [a.number for a in began.actions] == [1]
    assert not began.of_this_session(began.actions[0])


def test_a_session_does_not_know_what_came_after_it() -> None:
    clock = Clock()
    first = do(work(), clock=clock)
    first = first.but(session=first.session.but(started_at=clock().now))
    first = do(first, PutAction("call back"), clock=clock)
    second = next_session(first, 90)
    second = second.but(session=second.session.but(started_at=clock(60).now))
    after = do(second, RecordOutcome(1, "done"), PutAction("another"), clock=clock)
    seen = first.but(partnership=after.partnership).actions
    assert [(a.number, a.state) for a in seen] == [(1, "open")]
    assert [(a.number, a.state) for a in after.actions] == [(1, "done"), (2, "open")]


def a_year_of_two() -> tuple[Work, Work]:
    """A session that agreed action 1, and the one after it, which closed that; both begun."""
    clock = Clock()
    first = do(work(), StartSession(), PutAction("call back", due=DUE), clock=clock)
    second = next_session(first, 90)
    second = second.but(session=second.session.but(started_at=clock(60 * 24).now))
    second = do(second, RecordOutcome(1, "done"), clock=clock)
    reopened = (Reopening(at=clock(60).now, reason="a date"),)
    session = first.session.but(reopenings=reopened)
    return first.but(partnership=second.partnership, session=session), second


def test_a_past_session_opened_again_shows_the_actions_as_they_were_then() -> None:
    past, second = a_year_of_two()
    assert action(past).state == "done"
    assert [a.number for a in past.open_actions] == [1]
    assert [a.number for a in to_read_back(past, LATEST)] == [1]
    assert [a.outcome for a in of_today(past, LATEST)] == [None]
    assert late_by(past, LATEST) == past.session.date
    assert second.open_actions == ()


def test_what_a_past_session_says_after_all_does_not_undo_what_was_said_since() -> None:
    past, second = a_year_of_two()
    said = do(past, RecordOutcome(1, "postponed", "ill", LATER))
    assert action(said).state == "done"
    assert [e.outcome for e in action(said).events] == ["postponed", "done"]
    assert [a.due_now for a in said.open_actions] == [LATER]
    seen = second.but(partnership=said.partnership)
    assert seen.actions[0].times_postponed == 1
    again = do(said, RecordOutcome(1, "dropped"))
    assert [e.outcome for e in action(again).events] == ["dropped", "done"]


def test_an_earlier_action_that_was_postponed_can_be_reworded(with_action: Work) -> None:
    of = do(with_action, RecordOutcome(1, "postponed", due=LATER))
    shown = of.action(1)
    assert shown is not None
    of = do(of, PutAction("call back at once", due=shown.due_now, number=1))
    assert (action(of).text, action(of).due, action(of).due_now) == (
        "call back at once",
        DUE,
        LATER,
    )


def test_each_session_keeps_the_next_date_that_was_agreed_in_it() -> None:
    first = do(work(), SetNextSession(DAY + timedelta(days=90)))
    second = do(next_session(first, 90), SetNextSession(DAY + timedelta(days=180)))
    past = first.but(partnership=second.partnership)
    assert past.next_session == DAY + timedelta(days=90)
    assert second.next_session == second.partnership.next_session == DAY + timedelta(days=180)
    mended = do(past, SetNextSession(DAY + timedelta(days=91)))
    assert mended.next_session == DAY + timedelta(days=91)
    assert mended.partnership.next_session == DAY + timedelta(days=180)
    # A file of before it was noted with the session has the one of the partnership only.
    older = past.but(session=past.session.but(next_session=None, next_noted=False))
    assert older.next_session == DAY + timedelta(days=180)
