"""Marks as they are typed, and the draft of a form."""

import pytest

from screens.stages.score_answers import Answers, slots_of
from screens.stages.score_typing import mark_of, may_go_on, parse_mark, typed_mark, typed_of
from tests.support.scoring import scoring


@pytest.mark.parametrize(
    ("keys", "halves", "typed"),
    [
        ("7", False, "7"),
        ("78", False, "8"),
        ("10", False, "10"),
        ("0", False, "10"),
        ("100", False, "10"),
        ("7.", False, "7"),
        ("7.", True, "7."),
        ("7,5", True, "7.5"),
        ("7.0", True, "7.0"),
        ("10.5", True, "5"),
        ("7n", False, "n"),
        ("n4", False, "4"),
        (".", True, ""),
        ("17", False, "7"),
    ],
)
def test_a_mark_is_typed(keys: str, halves: bool, typed: str) -> None:
    so_far = ""
    for key in keys:
        so_far = typed_mark(so_far, key, halves=halves)
    assert so_far == typed


def test_what_was_typed_is_a_mark() -> None:
    assert [mark_of(t) for t in ("7", "10", "7.", "7.5", "7.0", "n", "")] == [
        7,
        10,
        7.5,
        7.5,
        7,
        None,
        None,
    ]
    assert [typed_of(m) for m in (7, 7.5, 10, None)] == ["7", "7.5", "10", "n"]
    assert may_go_on("1", halves=False)
    assert not may_go_on("7", halves=False)
    assert may_go_on("7", halves=True)


@pytest.mark.parametrize("text", ["11", "0", "6.2", "x", "7.", "-3", "½"])
def test_what_is_no_mark_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^$"):
        parse_mark(text)


def test_a_written_mark_has_comma_or_point() -> None:
    assert [parse_mark(t) for t in ("7", " 7,5 ", "10", "")] == [7, 7.5, 10, None]


def test_a_damaged_draft_is_an_empty_form() -> None:
    for text in ("", "{", '[["x"]]', "[1]", "null", '{"a": 1}'):
        assert Answers.from_text(text).empty


def test_a_round_asks_each_indicator_and_perhaps_the_own_side() -> None:
    assert [own for _i, own in slots_of(scoring(self_estimate=True))] == [False] * 3 + [True] * 3
