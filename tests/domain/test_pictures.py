"""What may be drawn: nobody's name, nothing hidden, the same figures as everywhere."""

from collections.abc import Sequence
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from sessionui.domain.overview import SORTINGS, Overview, next_sorting, overview_of, worth_talking
from sessionui.domain.pictures import IndicatorPicture, Remark, picture_of, remark_of
from sessionui.domain.sides import SIDES
from sessionui.domain.talk import talk_points
from sessionui.domain.terms import Secrecy
from sessionui.domain.work import Work
from tests.domain.making import NAMES, PEOPLE, Marks, ballot, do, named, revealed, work

IDS = ("openness", "trust", "pace")
marks = st.dictionaries(st.sampled_from(IDS), st.none() | st.integers(1, 10).map(float), min_size=1)
rounds = st.lists(marks, min_size=6, max_size=6)
secrecies = st.sampled_from(["name", "side"])


def told(given_marks: Sequence[Marks], secrecy: Secrecy) -> Work:
    people = [p.id for p in PEOPLE]
    sealed = [
        named(person, of, own=of, reason=f"{person} says why")
        if secrecy == "name"
        else ballot("a" if person in people[:3] else "b", of, own=of, reason=f"{person} says why")
        for person, of in zip(people, given_marks, strict=True)
    ]
    return revealed(work(secrecy, ids=IDS, self_estimate=True), *sealed)


@given(rounds, secrecies)
@settings(max_examples=60, deadline=None)
def test_a_picture_holds_the_shown_figures_and_nobody(of: list[Marks], secrecy: Secrecy) -> None:
    for figures in told(of, secrecy).revealed.items:
        picture = picture_of(figures)
        assert IndicatorPicture.model_validate_json(picture.model_dump_json()) == picture
        written = picture.model_dump_json()
        assert not any(person.id in written for person in PEOPLE)
        assert "says why" not in written
        for side in SIDES:
            lane, was = picture.given(side), figures.given(side)
            assert (lane.mean, lane.spread, lane.passed) == (was.mean, was.spread, was.passed)
            assert list(lane.dots) == sorted(lane.dots)
            assert picture.perception_gap(side) == figures.perception_gap(side)
            if lane.hidden:
                assert (lane.mean, lane.low, lane.middle, lane.high) == (None,) * 4
                assert picture.asymmetry is None
            if secrecy == "side":
                assert lane.dots == ()


@given(rounds, secrecies)
@settings(max_examples=60, deadline=None)
def test_every_sorting_has_every_row_once(of: list[Marks], secrecy: Secrecy) -> None:
    overview = overview_of(told(of, secrecy))
    assert Overview.model_validate_json(overview.model_dump_json()) == overview
    everything = {row.indicator_id for row in overview.rows}
    for by in SORTINGS:
        rows = overview.sorted(by)
        assert {row.indicator_id for row in rows} == everything
        assert len(rows) == len(everything)
    gaps = [row.gap for row in overview.sorted("gap")]
    known = [gap for gap in gaps if gap is not None]
    assert gaps == [*sorted(known, reverse=True), *[None] * (len(gaps) - len(known))]
    found = [row.mark for row in overview.sorted("mark")]
    lowest = [mark for mark in found if mark is not None]
    assert found == [*sorted(lowest), *[None] * (len(found) - len(lowest))]


def test_one_key_goes_through_all_sortings() -> None:
    by = next_sorting("order")
    assert (by, next_sorting(by), next_sorting(next_sorting(by))) == ("gap", "mark", "order")


def test_what_is_not_revealed_has_a_name_and_no_figure() -> None:
    sealed = [named(p.id, dict.fromkeys(IDS, 4.0)) for p in PEOPLE]
    overview = overview_of(do(work(ids=IDS), *sealed))
    assert [row.name for row in overview.rows] == ["Openness", "Trust", "Pace"]
    assert all(row.picture is None and row.mark is None for row in overview.rows)
    assert worth_talking(overview.rows) == 0
    assert "4" not in overview.model_dump_json().replace('"place":4', "")


def test_a_remark_says_the_same_after_it_was_written_down() -> None:
    figures = told([dict.fromkeys(IDS, 4.0)] * 3 + [dict.fromkeys(IDS, 8.0)] * 3, "name")
    points = talk_points(figures.revealed.items[0], NAMES)  # type: ignore[arg-type]
    assert points
    for point in points:
        remark = remark_of(point.sentence)
        assert Remark.model_validate_json(remark.model_dump_json()).sentence == point.sentence
    assert remark_of(points[0].sentence).figures["mark"] == Decimal("4.0")


def test_no_mark_shows_in_a_repr() -> None:
    overview = overview_of(told([dict.fromkeys(IDS, 3.0)] * 6, "name"))
    assert "3" not in repr(overview).replace("place=3", "").replace("total=3", "").replace(
        "counted=3", ""
    ).replace("n=3", "").replace("expected=3", "")
