"""Figures against cases worked out by hand (method, honest figures)."""

from decimal import Decimal
from fractions import Fraction

import pytest

from sessionui.domain.figures import IndicatorFigures
from sessionui.domain.intents.score import CorrectMark, LockRound
from sessionui.domain.intents.welcome import SetParticipant
from sessionui.domain.work import Work
from tests.domain.making import Marks, do, named, revealed, work

# Openness                                  Trust
#   a: 7, 6, 8  -> 21/3 = 7.0                 a: 6, n/a, 7 -> 13/2 = 6.5
#   b: 5, 6, –  -> 11/2 = 5.5                 b: 8, 9, –   -> 17/2 = 8.5
# Finn has not answered: he is missing, not a zero.
GIVEN: dict[str, Marks] = {
    "anna": {"openness": 7, "trust": 6},
    "bram": {"openness": 6, "trust": None},
    "carla": {"openness": 8, "trust": 7},
    "dirk": {"openness": 5, "trust": 8},
    "els": {"openness": 6, "trust": 9},
}


def scored(**changes: bool) -> Work:
    start = work(ids=("openness", "trust"), **changes)  # type: ignore[arg-type]
    return revealed(start, *(named(p, marks) for p, marks in GIVEN.items()))


def item(of: Work, indicator_id: str) -> IndicatorFigures:
    found = of.revealed.item(indicator_id)
    assert found is not None
    return found


def test_each_direction_has_its_own_mean() -> None:
    openness = item(scored(), "openness")
    assert openness.given("a").mean == Decimal("7.0")
    assert openness.given("b").mean == Decimal("5.5")
    assert (openness.a.low, openness.a.high) == (6, 8)
    assert openness.a.middle == 7
    assert openness.b.middle == Fraction(11, 2)


def test_not_applicable_is_no_zero_and_missing_is_not_imputed() -> None:
    trust = item(scored(), "trust")
    assert trust.a.mean == Decimal("6.5")
    assert (trust.a.n, trust.a.not_applicable, trust.a.expected) == (2, 1, 3)
    assert (trust.b.n, trust.b.not_applicable, trust.b.expected) == (2, 0, 3)


def test_distances_are_three_different_things() -> None:
    openness = item(scored(), "openness")
    # asymmetry: a about b minus b about a = 7.0 − 5.5
    assert openness.asymmetry == Decimal("1.5")
    # spread: highest minus lowest within a side
    assert openness.a.spread == Decimal(2)
    assert openness.b.spread == Decimal(1)
    # no self-estimates were asked, so there is no perception gap
    assert openness.perception_gap("a") is None


def test_the_larger_group_does_not_weigh_more() -> None:
    of = scored()
    # openness: (7.0 + 5.5) / 2 = 6.25 -> 6.3; all five marks together would be 32/5 = 6.4
    assert item(of, "openness").mean == Decimal("6.3")
    # a gave (7.0 + 6.5) / 2 = 6.75 -> 6.8; b gave (5.5 + 8.5) / 2 = 7.0
    overall = of.revealed.overall
    assert (overall.mean_a, overall.mean_b) == (Decimal("6.8"), Decimal("7.0"))
    assert overall.mean_of("a") == overall.mean_a
    # (6.75 + 7.0) / 2 = 6.875 -> 6.9
    assert overall.mark == Decimal("6.9")
    assert (overall.counted, overall.total) == (2, 2)


def test_a_whole_side_without_a_mark_leaves_the_indicator_out_of_the_total() -> None:
    start = work(ids=("openness", "trust"))
    of = revealed(
        start,
        named("anna", {"openness": 7, "trust": 4}),
        named("dirk", {"openness": 6, "trust": None}),
    )
    trust = item(of, "trust")
    assert trust.b.mean is None
    assert not trust.b.hidden
    assert (trust.mean, trust.asymmetry) == (None, None)
    # only openness counts: (7 + 6) / 2
    assert of.revealed.overall.mark == Decimal("6.5")
    assert (of.revealed.overall.counted, of.revealed.overall.total) == (1, 2)


def test_perception_gap_is_got_minus_given_to_oneself() -> None:
    start = work(ids=("openness",), self_estimate=True)
    of = revealed(
        start,
        named("anna", {"openness": 6}, own={"openness": 8}),
        named("bram", {"openness": 7}, own={"openness": 7}),
        named("dirk", {"openness": 5}, own={"openness": 6}),
    )
    openness = item(of, "openness")
    # a gave itself (8 + 7) / 2 = 7.5 and got 5.0: −2.5
    assert openness.perception_gap("a") == Decimal("-2.5")
    # b gave itself 6.0 and got (6 + 7) / 2 = 6.5: +0.5
    assert openness.perception_gap("b") == Decimal("0.5")
    # self-estimates are in no other figure: (6.5 + 5.0) / 2 = 5.75 -> 5.8
    assert openness.mean == Decimal("5.8")
    assert of.revealed.overall.mark == Decimal("5.8")


def test_distances_are_those_of_the_shown_means() -> None:
    start = work(ids=("openness",), half_marks=True)
    of = revealed(
        start,
        named("anna", {"openness": 6.5}),
        named("bram", {"openness": 6}),
        # a: 12.5 / 2 = 6.25 -> 6.3
        named("dirk", {"openness": 5}),
        named("els", {"openness": 5}),
        named("finn", {"openness": 6}),
        # b: 16 / 3 = 5.33 -> 5.3
    )
    # 6.3 − 5.3 = 1.0, which everybody can check; the exact distance is 0.92
    assert item(of, "openness").asymmetry == Decimal("1.0")


@pytest.mark.parametrize(("mark", "passed"), [(5.5, True), (5, False), (6, True)])
def test_a_pass_is_five_and_a_half(mark: float, passed: bool) -> None:
    start = work(ids=("openness",), half_marks=True)
    of = revealed(start, named("anna", {"openness": mark}))
    assert item(of, "openness").a.passed is passed
    assert item(of, "openness").b.passed is None


def test_by_name_every_dot_has_its_rater_lowest_first() -> None:
    dots = item(scored(), "openness").a.dots
    assert [(d.rater_id, d.mark) for d in dots] == [("bram", 6), ("anna", 7), ("carla", 8)]


def test_one_mark_has_no_spread() -> None:
    of = revealed(work(ids=("openness",)), named("anna", {"openness": 7}))
    assert item(of, "openness").a.spread is None


def test_who_was_not_asked_is_not_expected() -> None:
    start = do(work(ids=("openness",)), SetParticipant("finn", takes_part=False))
    of = revealed(start, named("dirk", {"openness": 7}))
    assert item(of, "openness").b.expected == 2


def test_a_correction_keeps_the_original_beside_it() -> None:
    of = scored()
    anna = of.urn.of_rater("anna")
    assert anna is not None
    once = do(of, CorrectMark(anna.id, "openness", 9))
    twice = do(once, CorrectMark(anna.id, "openness", 10))
    dot = next(d for d in item(twice, "openness").a.dots if d.rater_id == "anna")
    assert (dot.mark, dot.original, dot.corrected) == (10, 7, True)
    # 24 points over three raters
    assert item(twice, "openness").a.mean == Decimal("8.0")
    assert item(twice, "trust") == item(of, "trust")


def test_nothing_is_counted_before_the_reveal() -> None:
    locked = do(work(ids=("openness",)), named("anna", {"openness": 7}), LockRound())
    assert locked.revealed.items == ()
    assert locked.revealed.overall.counted == 0
    assert locked.revealed.overall.mark is None
    assert locked.rounds == ()
