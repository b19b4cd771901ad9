"""The example's figures, worked out again from the score sheets by other arithmetic."""

import json
from datetime import UTC, date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import pytest

from sessionui.example import Example, example

TODAY = date(2026, 11, 20)

# The sheets as a facilitator would hold them: what each rater gave on the six indicators.
SHEETS = {
    "first": (
        ["4 5 4 5 5 6", "5 5 4 6 5 7", "4 5 3 5 5 6", "5 6 5 6 6 6"],
        ["6 5 6 6 5 5", "5 4 6 6 6 6", "5 5 7 5 5 4"],
    ),
    "second": (
        ["5 6 5 6 6 7", "6 6 5 6 6 7", "5 6 4 6 5 7", "6 6 5 7 6 6"],
        ["6 6 7 6 6 6", "6 5 6 6 6 7", "5 6 7 6 6 6", "6 6 6 6 5 6"],
    ),
    "third": (
        ["6 7 7 6 6 7", "6 6 7 7 7 7", "6 7 6 6 6 8", "7 7 - 5 6 7"],
        ["6 6 7 6 6 7", "7 7 7 6 7 7", "6 6 7 7 6 7", "6 7 6 6 6 6"],
    ),
    "fourth": (
        ["7 7 8 7 7 8", "7 7 8 7 7 7", "7 8 7 7 7 8", "8 7 7 6 7 8"],
        ["7 7 7 7 7 7", "7 8 8 7 8 8", "7 7 7 7 7 8", "7 7 7 6 7 7"],
    ),
}


def rounded(value: Fraction) -> Decimal:
    """One decimal, half up."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


def columns(rows: list[str]) -> list[list[int]]:
    """The marks on each indicator, n/a left out."""
    return [
        [int(cell) for cell in column if cell != "-"]
        for column in zip(*(row.split() for row in rows), strict=True)
    ]


def mean(numbers: list[int] | list[Fraction]) -> Fraction:
    return Fraction(sum(numbers)) / len(numbers)


@pytest.fixture(scope="module", params=["nl", "en"])
def told(request: pytest.FixtureRequest) -> Example:
    return example(request.param, TODAY, zone=UTC)


def test_a_year_from_5_3_to_7_2(told: Example) -> None:
    marks = [work.revealed.overall.mark for work in told.works[1:5]]
    assert marks == [Decimal("5.3"), Decimal("5.9"), Decimal("6.5"), Decimal("7.2")]


@pytest.mark.parametrize("number", range(4))
def test_every_figure_follows_from_the_score_sheets(told: Example, number: int) -> None:
    sheet_a, sheet_b = list(SHEETS.values())[number]
    document: dict[str, Any] = json.loads(told.minutes[number + 1].model_dump_json())
    means_a = [mean(marks) for marks in columns(sheet_a)]
    means_b = [mean(marks) for marks in columns(sheet_b)]
    for entry, of_a, of_b in zip(document["indicators"], means_a, means_b, strict=True):
        assert entry["a"]["mean"] == float(rounded(of_a))
        assert entry["b"]["mean"] == float(rounded(of_b))
        assert entry["asymmetry"] == float(rounded(of_a) - rounded(of_b))
        assert entry["mean"] == float(rounded((of_a + of_b) / 2))
    total = document["overall"]
    assert total["a"] == float(rounded(mean(means_a)))
    assert total["b"] == float(rounded(mean(means_b)))
    assert total["mark"] == float(rounded((mean(means_a) + mean(means_b)) / 2))
    assert (total["counted"], total["total"]) == (6, 6)
    assert len(total["line"]["points"]) == number + 1


def test_nothing_is_hidden_and_missing_is_not_imputed(told: Example) -> None:
    first, third = told.minutes[1].indicators, told.minutes[3].indicators
    assert all(i.b is not None and (i.b.n, i.b.expected) == (3, 4) for i in first)
    reachability = third[2].a
    assert reachability is not None
    assert (reachability.n, reachability.not_applicable, reachability.expected) == (3, 1, 4)
    for document in told.minutes[1:]:
        for entry in document.indicators:
            assert entry.a is not None
            assert entry.b is not None
            assert not entry.a.hidden
            assert not entry.b.hidden


def test_the_line_breaks_where_the_meaning_was_sharpened(told: Example) -> None:
    for entry in told.minutes[4].indicators:
        assert entry.line_a is not None
        breaks = [p.break_before for p in entry.line_a.points]
        sharpened = entry.id == told.partnership.indicators[0].id
        assert breaks == (["", "", "meaning", ""] if sharpened else [""] * 4)
        assert entry.line_a.shape == ("slope" if sharpened else "line")
    assert [r.number for r in told.partnership.indicators[0].revisions] == [1, 2]
    assert told.partnership.indicators[0].current.reason
    assert all(len(i.revisions) == 1 for i in told.partnership.indicators[1:])
    assert [len(i.revised) for i in told.minutes[2].indicators] == [1, 0, 0, 0, 0, 0]


def test_the_review_of_today_has_something_to_talk_about(told: Example) -> None:
    from sessionui.domain.intents.base import Context, carry_out
    from sessionui.domain.intents.reveal import Reveal
    from sessionui.domain.minutes.build import minutes_of
    from sessionui.example.build import OPENING
    from sessionui.example.scene import ids, moment

    work = told.works[5]
    now = moment(TODAY, OPENING, UTC)
    for item in work.items:
        work = carry_out(Reveal(item.indicator_id), work, Context(now, TODAY, ids("test")))
    document = minutes_of(work, now)
    first, agreements = document.indicators[0], document.indicators[3]
    assert first.a is not None
    assert first.b is not None
    assert (first.a.mean, first.b.mean) == (Decimal("7.8"), Decimal("5.7"))
    assert {p.template for p in first.talk} >= {
        "the two marks are {size} apart",
        "{receiver} dropped {size} since last time, from {was} to {now}",
        "{side} gave itself {size} more than it got",
    }
    assert agreements.a is not None
    assert agreements.a.spread == 3
    assert document.overall.mark == Decimal("7.3")
