"""Means to one decimal, half up (method, honest figures)."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionui.domain.figures import mean, shown


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Fraction(129, 20), "6.5"),  # 6.45: twenty raters, 129 points; banker's rounding says 6.4
        (Fraction(29, 4), "7.3"),  # 7.25
        (Fraction(109, 20), "5.5"),  # 5.45 is shown as a pass
        (Fraction(5449, 1000), "5.4"),
        (Fraction(20, 3), "6.7"),  # 6.66…
        (Fraction(19, 3), "6.3"),
        (Fraction(7), "7.0"),
        (Fraction(10), "10.0"),
        (Fraction(0), "0.0"),
        (Fraction(-1, 4), "-0.3"),  # −0.25: half away from zero, as 0.25 is 0.3
        (Fraction(-29, 20), "-1.5"),  # −1.45
        (Fraction(-1, 3), "-0.3"),
        (6.45, "6.5"),
        (6.35, "6.4"),  # the float lies below 6.35, what people read does not
        (-0.25, "-0.3"),
    ],
)
def test_shown(value: Fraction | float, expected: str) -> None:
    assert str(shown(value)) == expected


def test_nothing_is_shown_as_nothing() -> None:
    assert shown(None) is None
    assert mean([]) is None


def test_the_mean_is_exact() -> None:
    # 7 + 8 + 5.5 = 20.5 over three raters
    assert mean([7, 8, 5.5]) == Fraction(41, 6)


@given(st.fractions(min_value=0, max_value=10, max_denominator=400))
def test_shown_is_the_nearest_tenth_the_upper_one_of_two(value: Fraction) -> None:
    tenths = (value * 10 + Fraction(1, 2)).__floor__()
    assert shown(value) == Decimal(tenths) / 10


@given(st.fractions(min_value=-10, max_value=10, max_denominator=400))
def test_rounding_is_the_same_on_both_sides_of_zero(value: Fraction) -> None:
    up, down = shown(value), shown(-value)
    assert up is not None
    assert down == -up
    assert abs(Fraction(up) - value) <= Fraction(1, 20)


@given(st.lists(st.sampled_from([n / 2 for n in range(2, 21)]), min_size=1, max_size=20))
def test_the_mean_lies_between_the_marks_and_not_on_their_order(marks: list[float]) -> None:
    exact = mean(marks)
    assert exact is not None
    assert min(marks) <= exact <= max(marks)
    assert exact == mean(marks[::-1])
    assert exact * len(marks) == sum(map(Fraction, marks))
