"""When a stage is nearly over, and what a stage took before: only what the sessions tell."""

from collections.abc import Sequence
from datetime import timedelta
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionui.domain.session import Session, Span, StageState
from sessionui.domain.timing import left, pace, usual
from tests.domain.making import NOON, work


def stage(minutes: int, *spent: float) -> StageState:
    spans = tuple(Span(start=NOON, end=NOON + timedelta(minutes=m)) for m in spent)
    return StageState(key="reveal", minutes=minutes, spans=spans)


def took(*spent: float, kind: str = "quarterly") -> Session:
    of = work(kind=kind).session
    changed = tuple(
        s.but(spans=stage(50, *spent).spans) if s.key == "reveal" else s for s in of.stages
    )
    return of.but(stages=changed)


@pytest.mark.parametrize(
    ("minutes", "spent", "expected"),
    [
        (50, 44.9, "on time"),
        (50, 45, "nearly over"),
        (50, 50, "nearly over"),
        (50, 50.1, "over"),
        (10, 8.9, "on time"),  # a minute at least
        (10, 9, "nearly over"),
        (5, 4.1, "nearly over"),
        (120, 114, "on time"),  # five minutes at most
        (120, 115, "nearly over"),
        (0, 30, "free"),
    ],
)
def test_a_stage_is_nearly_over_in_its_last_tenth(
    minutes: int, spent: float, expected: str
) -> None:
    assert pace(stage(minutes, spent), NOON) == expected


def test_a_stage_that_was_not_begun_is_never_over() -> None:
    assert pace(stage(10), NOON) == "free"


@given(st.integers(1, 600), st.floats(0, 700))
def test_over_is_said_exactly_when_nothing_is_left(minutes: int, spent: float) -> None:
    of = stage(minutes, spent)
    assert (pace(of, NOON) == "over") == (left(of, NOON) < timedelta())


def test_two_sessions_of_the_kind_are_needed() -> None:
    assert usual([], "quarterly", "reveal") is None
    assert usual([took(50)], "quarterly", "reveal") is None
    assert usual([took(50), took(40, kind="year")], "quarterly", "reveal") is None
    two = usual([took(50), took(41)], "quarterly", "reveal")
    assert two is not None
    assert (two.minutes, two.shortest, two.longest, two.times) == (46, 41, 50, 2)
    assert usual([took(50), took(41)], "quarterly", "elsewhere") is None


def test_what_tells_nothing_is_left_out() -> None:
    on = took().but(stages=tuple(s.but(spans=(Span(start=NOON),)) for s in took().stages))
    sessions = [took(0.5), took(300), took(), on, took(20, 10), took(40)]
    found = usual(sessions, "quarterly", "reveal")
    assert found is not None
    assert (found.minutes, found.times) == (35, 2)


@given(st.lists(st.floats(1, 240), min_size=2, max_size=9))
def test_one_odd_session_does_not_carry_the_suggestion(spent: Sequence[float]) -> None:
    found = usual([took(m) for m in spent], "quarterly", "reveal")
    assert found is not None
    assert found.shortest <= found.minutes <= found.longest
    assert abs(found.minutes - median(spent)) <= 0.6
    assert found.times == len(spent)
