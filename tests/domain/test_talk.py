"""What is worth talking about goes by the figures as shown (method, honest figures)."""

from dataclasses import replace
from decimal import Decimal

import pytest

from sessionui.domain.indicators import Meaning
from sessionui.domain.intents.meaning import ReviseMeaning
from sessionui.domain.rounds import RoundFigures
from sessionui.domain.sides import SideKey
from sessionui.domain.talk import TalkPoint, talk_points
from sessionui.locale import phrase
from tests.domain.making import DAY, Marks, ballot, do, named, revealed, work

NAMES: dict[SideKey, str] = {"a": "Noorderhaven", "b": "Helderwit"}
A = ("anna", "bram", "carla")
B = ("dirk", "els", "finn")


def round_of(
    a: tuple[float, ...],
    b: tuple[float, ...],
    *,
    own_a: float | None = None,
    own_b: float | None = None,
) -> RoundFigures:
    """A revealed round by name on openness, halves allowed."""
    start = work(ids=("openness",), half_marks=True, self_estimate=True)
    owns: list[tuple[str, float, float | None]] = [
        *((p, m, own_a) for p, m in zip(A, a, strict=False)),
        *((p, m, own_b) for p, m in zip(B, b, strict=False)),
    ]
    sealed = [
        named(p, {"openness": m}, own=None if own is None else {"openness": own})
        for p, m, own in owns
    ]
    return revealed(start, *sealed).revealed


def points(now: RoundFigures, *earlier: RoundFigures) -> tuple[TalkPoint, ...]:
    return talk_points(now.items[0], NAMES, earlier)


def codes(now: RoundFigures, *earlier: RoundFigures) -> list[str]:
    return [p.code for p in points(now, *earlier)]


def test_nothing_to_say_of_a_quiet_round() -> None:
    assert codes(round_of((7, 7), (6.5, 6.5))) == []


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ((7,), (6,), ["asymmetry"]),  # 7.0 − 6.0
        ((7,), (6.5,), []),
        # 6.25 is shown as 6.3 and 16/3 as 5.3, which is 1.0 apart; exactly it is 0.92
        ((6.5, 6), (5.5, 5, 5.5), ["asymmetry", "fail"]),
        # 19/3 is shown as 6.3 and 29/4 as 7.3
        ((6, 6.5, 6.5), (7, 7.5), ["asymmetry"]),
    ],
)
def test_asymmetry_of_one_point_as_shown(
    a: tuple[float, ...], b: tuple[float, ...], expected: list[str]
) -> None:
    assert sorted(codes(round_of(a, b))) == expected


@pytest.mark.parametrize(
    ("marks", "fails"),
    [
        ((5.5,), False),
        ((5, 5.5), True),  # 5.25 is shown as 5.3
        ((5.5, 5, 5.5), True),  # 5.33
        ((5.5, 5.5, 5.5), False),
        ((5,), True),
    ],
)
def test_a_fail_goes_by_the_shown_mean(marks: tuple[float, ...], fails: bool) -> None:
    assert ("fail" in codes(round_of(marks, ()))) is fails


def test_just_under_the_pass_mark_is_shown_as_a_pass() -> None:
    """5.45 is shown as 5.5, and nobody can call what is on the wall a fail."""
    marks = [5.0, 5.5, 5.5, 5.5, 5.5, 5.5, 5.5, 5.5, 5.5, 5.5]  # 54.5 / 10 = 5.45
    start = work("side", ids=("openness",), half_marks=True)
    now = revealed(start, *(ballot("a", {"openness": m}) for m in marks)).revealed
    assert now.items[0].a.mean == Decimal("5.5")
    assert "fail" not in codes(now)


def test_a_fail_names_the_side_that_got_it() -> None:
    (point, _) = points(round_of((5,), (8,)))
    assert (point.code, point.side, point.size) == ("fail", "a", Decimal("5.0"))
    assert phrase(point.sentence.template, point.sentence.values) == "Helderwit got a fail: 5.0"


@pytest.mark.parametrize(("marks", "expected"), [((6, 7), ["spread"]), ((6.5, 7), [])])
def test_spread_of_one_point(marks: tuple[float, ...], expected: list[str]) -> None:
    assert codes(round_of(marks, (7,))) == expected


def test_spread_names_lowest_and_highest() -> None:
    (point,) = points(round_of((5.5, 7), (6.5,)))
    words = phrase(point.sentence.template, point.sentence.values)
    assert words == "Noorderhaven's own marks lie 1.5 apart (5.5 to 7.0)"


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (8.0, "Noorderhaven gave itself 1.0 more than it got"),
        (6.0, "Noorderhaven gave itself 1.0 less than it got"),
        (7.5, None),
    ],
)
def test_perception_gap_of_one_point_either_way(own: float, expected: str | None) -> None:
    found = points(round_of((7,), (7,), own_a=own))
    assert [phrase(p.sentence.template, p.sentence.values) for p in found] == (
        [expected] if expected else []
    )


def test_a_drop_of_one_point_since_last_time() -> None:
    before = replace(round_of((8,), (7,)), date=DAY.replace(month=8))
    (point,) = points(round_of((7,), (7,)), before)
    assert (point.code, point.side, point.size) == ("drop", "a", Decimal("1.0"))
    words = phrase(point.sentence.template, point.sentence.values)
    assert words == "Helderwit dropped 1.0 since last time, from 8.0 to 7.0"


def test_a_rise_and_a_small_drop_are_no_prompt() -> None:
    before = replace(round_of((7.5,), (5.5,)), date=DAY.replace(month=8))
    assert codes(round_of((7,), (7,)), before) == []


def test_last_time_is_the_last_round_in_whatever_order_they_come() -> None:
    oldest = replace(round_of((9,), (7,)), date=DAY.replace(month=5))
    last = replace(round_of((7,), (7,)), date=DAY.replace(month=8))
    now = round_of((7,), (7,))
    assert codes(now, last, oldest) == codes(now, oldest, last) == []


def test_no_drop_across_a_sharpened_meaning() -> None:
    start = work(ids=("openness",))
    before = revealed(start, named("anna", {"openness": 9})).revealed
    before = replace(before, date=DAY.replace(month=8))
    sharper = ReviseMeaning("openness", "Openness", Meaning(text="sharper"), reason="too vague")
    now = revealed(do(start, sharper), named("anna", {"openness": 7})).revealed
    assert now.items[0].revision == 2
    assert codes(now, before) == []


def test_below_the_threshold_there_is_nothing_to_talk_about() -> None:
    marks: list[Marks] = [{"openness": 1}, {"openness": 10}]
    start = work("side", ids=("openness",))
    now = revealed(start, *(ballot("a", m) for m in marks), *(ballot("b", m) for m in marks))
    assert points(now.revealed) == ()


def test_every_kind_of_prompt_at_once_the_most_telling_first() -> None:
    before = replace(round_of((7,), (7,)), date=DAY.replace(month=8))
    now = round_of((4, 6), (8,), own_b=9)
    assert codes(now, before) == ["fail", "asymmetry", "drop", "perception", "spread"]
