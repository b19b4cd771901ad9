"""Walking through the stages, and the clock (method, the stages)."""

from datetime import timedelta

import pytest

from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.parking import SettleParked
from sessionui.domain.intents.walk import (
    GoToStage,
    MoveStage,
    ParkPoint,
    PauseClock,
    PlanSession,
    SetBudget,
    SkipStage,
    StartSession,
    WritePrivateNotes,
    stage_after,
)
from sessionui.domain.kinds import StageKey
from sessionui.domain.work import Work
from tests.domain.making import DAY, Clock, do, work
from tests.domain.refusals import refusal


def minutes(of: Work, clock: Clock) -> dict[str, float]:
    """Minutes used by each stage that took any."""
    used = {s.key: s.used(clock.now) for s in of.session.stages}
    return {key: span / timedelta(minutes=1) for key, span in used.items() if span}


def at(of: Work, clock: Clock, *steps: tuple[float, Intent]) -> Work:
    """``of`` after each intent, so many minutes after the one before."""
    for wait, intent in steps:
        of = intent.apply(of, clock(wait))
    return of


def test_the_clock_runs_from_the_start_in_the_stage_that_it_is_on() -> None:
    clock = Clock()
    of = at(work(), clock, (0, StartSession()), (10, GoToStage("look_back", finished=True)))
    clock(20)
    assert minutes(of, clock) == {"welcome": 10, "look_back": 20}
    assert of.session.used(clock.now) == timedelta(minutes=30)
    assert [s.key for s in of.session.stages if s.done] == ["welcome"]
    assert of.session.state == "running"


def test_starting_twice_changes_nothing() -> None:
    of = do(work(), StartSession())
    assert do(of, StartSession()) == of


def test_looking_ahead_before_the_start_takes_no_time() -> None:
    clock = Clock()
    of = at(work(), clock, (0, GoToStage("score")), (30, StartSession()), (5, GoToStage("score")))
    assert of.session.stage == "score"
    assert minutes(of, clock) == {"score": 5}


def test_a_break_counts_for_no_stage() -> None:
    clock = Clock()
    of = at(
        work(),
        clock,
        (0, StartSession()),
        (10, PauseClock(paused=True)),
        (15, GoToStage("score")),
        (5, PauseClock(paused=False)),
        (7, PauseClock(paused=False)),
    )
    assert minutes(of, clock) == {"welcome": 10, "score": 7}


def test_going_back_adds_to_what_a_stage_took_and_loses_nothing() -> None:
    clock = Clock()
    of = at(
        work(),
        clock,
        (0, StartSession()),
        (10, GoToStage("actions", finished=True)),
        (3, ParkPoint("later")),
        (0, GoToStage("welcome")),
        (4, GoToStage("actions")),
    )
    assert minutes(of, clock) == {"welcome": 14, "actions": 3}
    assert [p.text for p in of.session.parked] == ["later"]


def test_a_clock_that_was_set_back_never_counts_below_zero() -> None:
    clock = Clock()
    of = at(work(), clock, (0, StartSession()), (-60, GoToStage("score")))
    assert of.session.used(clock.now) == timedelta()


def test_a_stage_that_the_session_does_not_have() -> None:
    assert refusal(work(kind="quarterly"), GoToStage("define"))


def test_skipped_stages_are_passed_over_but_can_be_visited() -> None:
    of = do(work(), SkipStage("look_back"))
    assert stage_after(of.session, 1) == "score"
    assert stage_after(do(of, GoToStage("look_back")).session, 1) == "score"
    assert stage_after(of.session, -1) is None
    assert stage_after(do(of, GoToStage("close")).session, 1) is None
    assert stage_after(do(of, SkipStage("look_back", skipped=False)).session, 1) == "look_back"


def test_budgets_are_those_of_the_stages_that_are_not_skipped() -> None:
    of = do(work(), SetBudget("reveal", 65), SkipStage("look_back"))
    # 10 + 10 + 65 + 20 + 10
    assert of.session.budget == timedelta(minutes=115)
    for wrong in (-1, 601):
        assert refusal(work(), SetBudget("reveal", wrong))


def test_stages_can_be_reordered_and_keep_what_is_theirs() -> None:
    clock = Clock()
    of = at(work(), clock, (0, StartSession()), (10, MoveStage("welcome", 1)))
    assert [s.key for s in of.session.stages][:2] == ["look_back", "welcome"]
    assert minutes(of, clock) == {"welcome": 10}
    assert do(of, MoveStage("look_back", -1)) == of
    assert do(of, MoveStage("define", 1)) == of


@pytest.mark.parametrize("key", ["welcome", "score"])
def test_private_notes_belong_to_a_stage(key: StageKey) -> None:
    of = do(work(), WritePrivateNotes(key, "watch Dirk"), WritePrivateNotes(key, "calm"))
    assert of.session.private_notes == {key: "calm"}


def test_a_point_is_parked_and_taken_out() -> None:
    of = do(work(), ParkPoint("  the car park ", "trust"), ParkPoint("lifts"))
    first, second = of.session.parked
    assert (first.text, first.indicator_id, second.text) == ("the car park", "trust", "lifts")
    assert do(of, SettleParked(first.id)).session.parked == (second,)
    assert refusal(work(), ParkPoint("  "))


def test_date_place_and_facilitator_can_change() -> None:
    of = do(work(), PlanSession(DAY.replace(day=1), " Room 4 ", " Noor "))
    assert (of.session.date.day, of.session.place, of.session.facilitator) == (1, "Room 4", "Noor")
