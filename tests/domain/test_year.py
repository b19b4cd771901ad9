"""All rounds together: every line over the same days, broken where it may not be drawn on."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from sessionui.domain.agreements import Action, ActionEvent
from sessionui.domain.history import indicator_line
from sessionui.domain.indicators import Meaning
from sessionui.domain.intents.meaning import ReviseMeaning
from sessionui.domain.rounds import RoundFigures
from sessionui.domain.terms import Outcome, Secrecy
from sessionui.domain.year import Year, YearLine, YearPoint, deeds, direction, year_of
from tests.domain.making import Marks, ballot, do, named, partnership, revealed, work

IDS = ("openness", "trust")
FIRST = date(2026, 2, 12)


def round_on(
    place: int, marks: Marks, *, secrecy: Secrecy = "name", wordings: int = 1
) -> RoundFigures:
    start = work(secrecy, ids=tuple(marks) or IDS, threshold=2)
    for number in range(1, wordings):
        for indicator_id in marks:
            sharper = ReviseMeaning(indicator_id, indicator_id, Meaning(text=f"{number}"), "why")
            start = do(start, sharper)
            start = start.but(session=start.session.but(id=f"s{number}"))
    ballots = (
        (named("anna", marks), named("dirk", marks))
        if secrecy == "name"
        else (ballot("a", marks), ballot("b", marks))
    )
    figures = revealed(start, *ballots).revealed
    day = FIRST + timedelta(days=91 * place)
    return replace(figures, date=day, session_id=f"round-{place}")


def action(number: int, *events: tuple[Outcome, int, str], agreed: int = 0) -> Action:
    """An action agreed in round ``agreed``; events are (outcome, days after it, session)."""
    at = datetime.combine(FIRST, datetime.min.time(), UTC) + timedelta(days=91 * agreed)
    return Action(
        number=number,
        text=f"Walk together {number}",
        indicator_id="openness",
        session_id=f"round-{agreed}",
        at=at,
        events=tuple(
            ActionEvent(outcome=outcome, at=at + timedelta(days=days), session_id=session)
            for outcome, days, session in events
        ),
    )


mark = st.none() | st.integers(1, 10).map(float)
rounds = st.lists(
    st.tuples(
        st.dictionaries(st.sampled_from(IDS), mark, min_size=1),
        st.sampled_from(["name", "side"]),
        st.integers(1, 2),
    ),
    max_size=5,
)


@given(rounds)
@settings(max_examples=40, deadline=None)
def test_every_line_stands_over_the_same_days(of: list[tuple[Marks, Secrecy, int]]) -> None:
    told = [
        round_on(n, marks, secrecy=secrecy, wordings=wordings)
        for n, (marks, secrecy, wordings) in enumerate(of)
    ]
    year = year_of(partnership(IDS), told)
    assert Year.model_validate_json(year.model_dump_json()) == year
    with_items = [r for r in told if r.items]
    assert year.days == tuple(r.date for r in with_items)
    for indicator in year.indicators:
        for side in ("a", "b"):
            line = indicator.line(side)
            assert len(line.points) == len(year.days)
            points = indicator_line(told, indicator.indicator_id, side).points
            assert [p.value for p in points if p.value is not None] == [
                p.value for p in line.points if p.value is not None
            ]
            for figures, point in zip(with_items, line.points, strict=True):
                item = figures.item(indicator.indicator_id)
                shown = item.given(side).mean if item else None
                assert point.value == shown
                assert (point.without == "") is (point.value is not None)
    check_runs(year.overall)


lines = st.lists(
    st.builds(
        YearPoint,
        value=st.none() | st.decimals("1.0", "10.0", places=1),
        break_before=st.sampled_from(["", "", "meaning"]),
    ),
    max_size=9,
).map(lambda points: YearLine(points=tuple(points)))


@given(lines, st.integers(0, 10))
def test_nothing_is_joined_across_a_break_or_a_round_without_a_figure(
    line: YearLine, count: int
) -> None:
    check_runs(line)
    newest = line.newest(count)
    check_runs(newest)
    assert [p.value for p in newest.points] == [p.value for p in line.points][-count or 99 :]
    assert not (newest.points and newest.points[0].break_before)


def check_runs(line: YearLine) -> None:
    known = [n for n, p in enumerate(line.points) if p.value is not None]
    assert [n for run in line.runs for n in run.places] == known
    for one, two, shape in line.joined:
        assert two == one + 1
        assert not line.points[two].break_before
        assert {one, two} <= set(known)
        run = next(run for run in line.runs if two in run.places)
        assert shape == {2: "slope"}.get(len(run.places), "line")


def test_two_rounds_are_a_slope_and_three_a_line() -> None:
    told = [round_on(n, {"openness": 6}) for n in range(3)]
    shapes = [
        [run.shape for run in direction(told[:count], "openness", "a").runs] for count in (1, 2, 3)
    ]
    assert shapes == [["point"], ["slope"], ["line"]]


def test_a_line_breaks_where_the_meaning_changed() -> None:
    told = [round_on(0, {"openness": 6}), round_on(1, {"openness": 8}, wordings=2)]
    line = direction(told, "openness", "b")
    assert (line.breaks, line.joined) == ((1,), ())
    assert year_of(partnership(IDS), told).change == 2  # the set is the same: overall they compare


def test_no_change_is_told_where_the_newest_round_shows_no_figure() -> None:
    marks: list[float | None] = [6, 8, None]
    told = [round_on(n, {"openness": mark}) for n, mark in enumerate(marks)]
    assert direction(told[:2], "openness", "a").change == 2
    assert direction(told, "openness", "a").change is None


def test_a_deed_stands_before_the_round_after_it() -> None:
    told = [round_on(n, {"openness": 6}) for n in range(4)]
    found = deeds(
        [
            action(1, ("done", 40, "")),
            action(2, ("postponed", 91, "round-1"), ("done", 182, "round-2")),
            action(3, ("done", 10, ""), ("reopened", 91, "round-1")),
            action(4, ("dropped", 91, "round-1")),
            action(5, ("done", 400, "")),
            action(6),
        ],
        "openness",
        told,
    )
    assert [(d.number, d.before) for d in found] == [(1, 1), (2, 2)]
    assert deeds([action(1, ("done", 40, ""))], "trust", told) == ()


@given(st.integers(0, 3), st.integers(0, 400))
@settings(max_examples=40, deadline=None)
def test_no_deed_stands_before_the_marks_that_led_to_it(agreed: int, days: int) -> None:
    told = [round_on(n, {"openness": 6}) for n in range(4)]
    for deed in deeds([action(1, ("done", days, "x"), agreed=agreed)], "openness", told):
        assert deed.before > agreed
        assert told[deed.before].date >= deed.done
        earlier = told[deed.before - 1]
        assert earlier.date < deed.done or earlier.session_id == f"round-{agreed}"


def test_what_is_out_of_force_comes_last_and_says_so() -> None:
    pact = partnership(IDS)
    first = pact.indicators[0].but(in_force=False)
    year = year_of(
        pact.but(indicators=(first, pact.indicators[1])), [round_on(0, dict.fromkeys(IDS, 7.0))]
    )
    assert [(i.name, i.in_force) for i in year.indicators] == [("Trust", True), ("Openness", False)]
