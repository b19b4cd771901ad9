"""Lines over the quarters, and where they break (method, honest figures)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from sessionui.domain.history import Line, Point, indicator_line, overall_line
from sessionui.domain.indicators import Meaning
from sessionui.domain.intents.meaning import ReviseMeaning
from sessionui.domain.intents.reveal import Reveal
from sessionui.domain.intents.score import LockRound
from sessionui.domain.rounds import RoundFigures
from tests.domain.making import Marks, ballot, do, named, revealed, work


def round_on(
    day: date, marks: Marks, *, ids: tuple[str, ...] = (), revisions: int = 1
) -> RoundFigures:
    """A round in which both sides gave those marks, on wordings revised so many times."""
    start = work(ids=ids or tuple(marks))
    for number in range(1, revisions):
        for indicator_id in marks:
            meaning = Meaning(text=f"wording {number}")
            sharper = ReviseMeaning(indicator_id, indicator_id, meaning, reason="sharper")
            start = do(start, sharper)
            # The next wording is one of a later session.
            start = start.but(session=start.session.but(id=f"s{number}"))
    of = revealed(start, named("anna", marks), named("dirk", marks))
    return replace(of.revealed, date=day, session_id=day.isoformat())


Q1, Q2, Q3, Q4 = (date(2026, month, 12) for month in (2, 5, 8, 11))


def values(line: Line) -> list[Decimal | None]:
    return [p.value for p in line.points]


def test_rounds_are_joined_by_date() -> None:
    rounds = [round_on(Q3, {"openness": 7}), round_on(Q1, {"openness": 5})]
    line = indicator_line(rounds, "openness", "a")
    assert values(line) == [Decimal("5.0"), Decimal("7.0")]
    assert [(p.n, p.expected) for p in line.points] == [(1, 3), (1, 3)]
    assert line.change == Decimal("2.0")


@pytest.mark.parametrize(
    ("count", "shape"), [(0, "none"), (1, "point"), (2, "slope"), (3, "line"), (4, "line")]
)
def test_two_rounds_make_a_slope_not_a_line(count: int, shape: str) -> None:
    rounds = [round_on(day, {"openness": 6}) for day in (Q1, Q2, Q3, Q4)[:count]]
    assert indicator_line(rounds, "openness", "b").shape == shape
    assert overall_line(rounds).shape == shape


def test_the_line_of_an_indicator_breaks_where_its_meaning_changed() -> None:
    rounds = [
        round_on(Q1, {"openness": 8}),
        round_on(Q2, {"openness": 8}),
        round_on(Q3, {"openness": 5}, revisions=2),
        round_on(Q4, {"openness": 6}, revisions=2),
    ]
    line = indicator_line(rounds, "openness", "a")
    assert [p.break_before for p in line.points] == ["", "", "meaning", ""]
    assert [p.date for p in line.since_break] == [Q3, Q4]
    # four points, of which two may be compared
    assert line.shape == "slope"
    assert line.change == Decimal("1.0")
    assert [p.date for p in line.breaks] == [Q3]
    # the set did not change
    assert overall_line(rounds).breaks == ()


def test_there_is_no_change_across_a_break() -> None:
    rounds = [
        round_on(Q1, {"openness": 8}),
        round_on(Q2, {"openness": 5}, revisions=2),
    ]
    line = indicator_line(rounds, "openness", "a")
    assert line.change is None
    assert line.shape == "point"


def test_the_overall_line_breaks_where_the_set_changed() -> None:
    rounds = [
        round_on(Q1, {"openness": 6, "trust": 8}),
        round_on(Q2, {"openness": 6, "pace": 4}),
        round_on(Q3, {"openness": 6, "pace": 5}),
    ]
    line = overall_line(rounds)
    assert values(line) == [Decimal("7.0"), Decimal("5.0"), Decimal("5.5")]
    assert [p.break_before for p in line.points] == ["", "set", ""]
    assert indicator_line(rounds, "openness", "a").breaks == ()
    assert [p.date for p in indicator_line(rounds, "pace", "a").points] == [Q2, Q3]


def test_a_mark_over_fewer_indicators_is_not_comparable() -> None:
    """An indicator hidden on one side is not in the mark of that round; the line says so."""
    whole = round_on(Q1, {"openness": 6, "trust": 8})
    start = work("side", ids=("openness", "trust"))
    sealed = [
        *(ballot("a", {"openness": 6, "trust": 8}) for _ in range(3)),
        *(ballot("b", {"openness": 6, "trust": None}) for _ in range(3)),
    ]
    part = replace(revealed(start, *sealed).revealed, date=Q2)
    line = overall_line([whole, part, replace(whole, date=Q3)])
    assert values(line) == [Decimal("7.0"), Decimal("6.0"), Decimal("7.0")]
    assert [p.break_before for p in line.points] == ["", "set", "set"]
    assert line.shape == "point"


def test_a_round_without_a_mark_is_passed_over() -> None:
    whole = round_on(Q1, {"openness": 6})
    start = work("side", ids=("openness",))
    hidden = replace(revealed(start, ballot("a", {"openness": 9})).revealed, date=Q2)
    line = overall_line([whole, hidden, replace(whole, date=Q3)])
    assert values(line) == [Decimal("6.0"), None, Decimal("6.0")]
    assert line.breaks == ()
    assert line.shape == "slope"
    assert line.change == 0
    assert values(indicator_line([whole, hidden], "openness", "b")) == [Decimal("6.0"), None]


def test_a_side_has_a_line_of_its_own() -> None:
    start = work(ids=("openness",))
    of = revealed(start, named("anna", {"openness": 6}), named("dirk", {"openness": 8})).revealed
    assert values(overall_line([of], lambda r: r.overall.mean_a)) == [Decimal("6.0")]
    assert values(overall_line([of], lambda r: r.overall.mean_b)) == [Decimal("8.0")]


def test_what_is_not_revealed_is_on_no_line() -> None:
    of = do(work(ids=("openness", "trust")), named("anna", {"openness": 6, "trust": 6}))
    assert overall_line([of.revealed]).points == ()
    of = do(of, LockRound(), Reveal("openness"))
    assert indicator_line(of.rounds, "trust", "a").points == ()
    assert len(indicator_line(of.rounds, "openness", "a").points) == 1


def test_an_empty_line() -> None:
    line = Line(())
    assert (line.shape, line.change, line.since_break, line.breaks) == ("none", None, (), ())
    assert Line((Point("s", Q1, None),)).shape == "none"
