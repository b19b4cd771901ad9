"""Actions and decisions: one series of numbers, owners and dates (method, stage 7)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionui.domain.intents.agree import (
    PutAction,
    PutDecision,
    RecordReadBack,
    WithdrawAction,
    WithdrawDecision,
)
from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.look_back import RecordOutcome
from sessionui.domain.work import Work
from tests.domain.making import DAY, do, work
from tests.domain.refusals import refusal

DUE = date(2026, 12, 1)


def next_session(of: Work, number: int = 1) -> Work:
    session = of.session.but(id=f"later-{number}", date=DAY + timedelta(days=90 * number))
    return of.but(session=session)


def numbers(of: Work) -> list[int]:
    return [a.number for a in of.partnership.actions]


def test_an_action_has_all_that_it_needs() -> None:
    of = do(work(), PutAction(" call back ", " the log says so ", "dirk", DUE, "trust", True))
    (action,) = of.partnership.actions
    assert (action.number, action.text, action.done_when) == (1, "call back", "the log says so")
    assert (action.owner_id, action.due, action.indicator_id) == ("dirk", DUE, "trust")
    assert action.quick_win
    assert action.session_id == of.session.id


@pytest.mark.parametrize(
    "intent",
    [
        PutAction("  "),
        PutAction("call", owner_id="stranger"),
        PutAction("call", number=7),
        WithdrawAction(7),
        PutDecision(" "),
        PutDecision("weekly", number=7),
    ],
)
def test_what_is_no_agreement(intent: Intent) -> None:
    assert refusal(work(), intent)


def test_owner_and_date_may_follow_later_also_in_a_later_session() -> None:
    of = next_session(do(work(), PutAction("call")))
    of = do(of, PutAction("call", owner_id="anna", due=DUE, number=1))
    (action,) = of.partnership.actions
    assert (action.owner_id, action.due, action.number) == ("anna", DUE, 1)
    assert action.session_id != of.session.id


def test_the_date_of_an_earlier_action_changes_by_postponing_only() -> None:
    of = next_session(do(work(), PutAction("call", due=DUE)))
    later = DUE + timedelta(days=30)
    assert "look-back" in refusal(of, PutAction("call", due=later, number=1))
    assert "look-back" in refusal(of, PutAction("call", number=1))
    of = do(of, RecordOutcome(1, "postponed", due=later))
    # A form shows the date as it is now; saving it again must not wipe out the first one.
    of = do(of, PutAction("call", owner_id="els", due=later, number=1))
    (action,) = of.partnership.actions
    assert (action.due, action.due_now, action.owner_id) == (DUE, later, "els")


def test_the_date_of_an_action_of_this_session_is_free() -> None:
    of = do(work(), PutAction("call", due=DUE), PutAction("call", due=DAY, number=1))
    assert of.partnership.actions[0].due == DAY
    assert do(of, PutAction("call", number=1)).partnership.actions[0].due is None


def test_numbers_run_on_across_sessions_and_after_withdrawing() -> None:
    of = do(work(), PutAction("one"), PutAction("two"), WithdrawAction(2))
    of = do(next_session(of), PutAction("three"), WithdrawAction(3), PutAction("four"))
    assert numbers(of) == [1, 2, 3, 4]
    assert [a.number for a in of.partnership.open_actions] == [1, 4]
    assert do(of, WithdrawAction(3, withdrawn=False)).partnership.open_actions[1].number == 3


def test_an_action_of_an_earlier_session_is_dropped_not_withdrawn() -> None:
    of = next_session(do(work(), PutAction("one")))
    assert "drop" in refusal(of, WithdrawAction(1))
    assert do(of, RecordOutcome(1, "dropped")).partnership.open_actions == ()


def test_decisions_are_numbered_on_and_stay_as_their_minutes_have_them() -> None:
    of = do(work(), PutDecision(" weekly call ", "trust"), PutDecision("no mail"))
    of = do(of, PutDecision("weekly talk", "trust", number=1), WithdrawDecision(2))
    first, second = of.partnership.decisions
    assert (first.number, first.text, first.indicator_id) == (1, "weekly talk", "trust")
    assert second.withdrawn
    later = do(next_session(of), PutDecision("monthly"))
    assert [d.number for d in later.partnership.decisions] == [1, 2, 3]
    assert "earlier" in refusal(later, PutDecision("other words", number=1))
    assert do(later, WithdrawDecision(1)) == later


def test_actions_are_read_back_with_objections_and_consent() -> None:
    of = do(work(), RecordReadBack(read=True, objections="too soon", consent=False))
    read_back = of.session.read_back
    assert (read_back.read, read_back.objections, read_back.consent) == (True, "too soon", False)


steps = st.lists(
    st.sampled_from(["put", "withdraw", "back", "decide", "walk on", "done"]), max_size=25
)


@given(steps)
def test_no_number_is_ever_used_twice(what: list[str]) -> None:
    of, session = work(), 0
    texts: dict[int, str] = {}
    for n, step in enumerate(what):
        own = [a.number for a in of.partnership.actions if a.session_id == of.session.id]
        if step == "put":
            of = do(of, PutAction(f"action {n}"))
            texts[of.partnership.actions[-1].number] = f"action {n}"
        elif step == "decide":
            of = do(of, PutDecision(f"decision {n}"))
        elif step == "walk on":
            session += 1
            of = next_session(of, session)
        elif step == "done" and texts:
            of = do(of, RecordOutcome(max(texts), "done"))
        elif own:
            of = do(of, WithdrawAction(own[-1], withdrawn=step == "withdraw"))
    assert numbers(of) == list(range(1, len(texts) + 1))
    assert {a.number: a.text for a in of.partnership.actions} == texts
    decisions = [d.number for d in of.partnership.decisions]
    assert decisions == list(range(1, len(decisions) + 1))
