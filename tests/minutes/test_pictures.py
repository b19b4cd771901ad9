"""Where things stand in the pictures."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sessionui.minutes.html.chart import BOTTOM, TOP, draw_chart, height_of
from sessionui.minutes.html.drawing import Drawing, Symbol, number
from sessionui.minutes.html.dumbbell import LEFT, RIGHT, draw_dumbbell, place
from sessionui.minutes.html.writer import css_string
from sessionui.minutes.outline.blocks import Chart, ChartPoint, Dumbbell, Lane

marks = st.integers(2, 20).map(lambda half: half / 2)


def dumbbell(a: Lane, b: Lane) -> Drawing:
    return draw_dumbbell(Dumbbell("title", "words", a, b, "5.5"))


def means(drawing: Drawing) -> dict[str, Symbol]:
    return {s.series: s for s in drawing.symbols if s.filled}


def chart(*rows: tuple[float | None, float | None, bool]) -> Drawing:
    points = tuple(
        ChartPoint(
            label=str(n),
            values=(a, b),
            labels=tuple("" if v is None else str(v) for v in (a, b)),
            breaks=(new, new),
        )
        for n, (a, b, new) in enumerate(rows)
    )
    return draw_chart(Chart("title", "words", points, ("a", "b"), "5.5", "anew"))


def lines(drawing: Drawing) -> list[str]:
    return [s.look for s in drawing.strokes if s.look.startswith("line")]


def test_the_axis_runs_from_one_to_ten() -> None:
    assert (place(1), place(10)) == (LEFT, RIGHT)
    assert (height_of(10), height_of(1)) == (TOP, BOTTOM)
    assert place(5.5) == (LEFT + RIGHT) / 2


@given(marks, marks)
def test_means_stand_at_their_place_and_never_cover_each_other(a: float, b: float) -> None:
    found = means(dumbbell(Lane(mean=a), Lane(mean=b)))
    assert (found["a"].x, found["b"].x) == (place(a), place(b))
    assert found["a"].y < found["b"].y


@given(marks, marks)
def test_figures_stand_on_the_outer_side(a: float, b: float) -> None:
    drawing = dumbbell(Lane(mean=a, mean_label="A"), Lane(mean=b, mean_label="B"))
    by_text = {t.text: t for t in drawing.texts}
    one, two = by_text["A"], by_text["B"]
    assert {one.anchor, two.anchor} == {"start", "end"}
    left, right = (one, two) if a <= b else (two, one)
    assert left.anchor == "end"
    assert left.x < right.x


@given(st.lists(marks, min_size=1, max_size=20), st.lists(marks, max_size=20))
def test_every_dot_is_inside_the_picture(a: list[float], b: list[float]) -> None:
    drawing = dumbbell(Lane(mean=a[0], dots=tuple(a)), Lane(mean=5, dots=tuple(b)))
    assert all(s.size < s.y < drawing.height - s.size for s in drawing.symbols)
    assert all(s.size < s.x < drawing.width - s.size for s in drawing.symbols)


def test_every_rater_has_a_dot_where_names_allow() -> None:
    drawing = dumbbell(Lane(mean=6, dots=(5, 6, 7, 7)), Lane(mean=7, dots=(7, 7)))
    dots = [s for s in drawing.symbols if s.size == 5]
    assert all(s.filled for s in dots)
    assert len(dots) == 6
    assert len({(s.x, s.y) for s in dots}) == 6
    assert all(0 < s.y < drawing.height for s in dots)


def test_many_equal_marks_are_counted() -> None:
    drawing = dumbbell(Lane(mean=7, dots=(7,) * 12), Lane(mean=7))
    assert len([s for s in drawing.symbols if s.size == 5]) == 1
    assert "12×" in {t.text for t in drawing.texts}


@given(st.lists(marks, min_size=1, max_size=9), st.booleans())
def test_what_a_side_gave_itself_stands_open_and_outside(own: list[float], named: bool) -> None:
    mean = sum(own) / len(own)
    lane = Lane(
        mean=mean, dots=tuple(own) if named else (), low=min(own), median=mean, high=max(own)
    )
    plain = Lane(mean=6, dots=(6, 7))
    block = Dumbbell("title", "words", plain, plain, "5.5", own_a=lane, own_b=lane)
    drawing = draw_dumbbell(block)
    assert all(s.size < s.y < drawing.height - s.size for s in drawing.symbols)
    axis = next(s.y1 for s in drawing.strokes if s.look == "axis")
    given_to = [s for s in drawing.symbols if s.filled]
    opened = [s for s in drawing.symbols if not s.filled]
    assert {s.series for s in opened} == ({"a", "b"} if named else set())
    for sign in opened:  # b got its marks above the axis, a below it
        outside = [g.y for g in given_to if (g.y < axis) == (sign.series == "b")]
        assert sign.y < min(outside) if sign.series == "b" else sign.y > max(outside)
    gaps = [s for s in drawing.strokes if s.look.startswith("range")]
    assert len(gaps) == (0 if named else 2) + (0 if mean == 6 else 2)


def test_two_rounds_are_joined_by_dots_and_three_by_a_line() -> None:
    two = chart((5, 6, False), (6, 6, False))
    assert lines(two) == ["line a slope", "line b slope"]
    broken = chart((5, 6, False), (6, 6, False), (7, 7, True), (7, 7, False), (8, 8, False))
    assert [look for look in lines(broken) if " a" in look] == [
        "line a slope",
        "line a",
        "line a",
    ]


def test_without_names_there_is_a_range() -> None:
    drawing = dumbbell(Lane(mean=6, low=4, median=6.5, high=8), Lane(note="hidden"))
    looks = [s.look for s in drawing.strokes]
    assert looks.count("range a") == 1
    assert looks.count("median a") == 1
    assert "range b" not in looks
    assert set(means(drawing)) == {"a"}
    assert "hidden" in {t.text for t in drawing.texts}


def test_a_line_joins_neighbours() -> None:
    drawing = chart((5, 6, False), (6, 6, False), (7, 8, False))
    assert lines(drawing) == ["line a", "line a", "line b", "line b"]


def test_a_line_is_broken_where_the_meaning_changed() -> None:
    drawing = chart((5, 6, False), (6, 6, True), (7, 8, False))
    assert lines(drawing) == ["line a slope", "line b slope"]
    assert [s.look for s in drawing.strokes].count("break") == 1
    assert "anew" in {t.text for t in drawing.texts}


def test_a_line_is_not_drawn_over_a_round_without_a_figure() -> None:
    drawing = chart((5, 6, False), (None, 6, False), (7, 8, False))
    assert lines(drawing) == ["line b", "line b"]


def test_days_do_not_touch_when_there_are_many_rounds() -> None:
    drawing = chart(*[(6.0, 7.0, False)] * 12)
    days = sorted(t.x for t in drawing.texts if t.y > BOTTOM)
    assert min(b - a for a, b in pairwise(days)) >= 60
    assert days[-1] == max(s.x for s in drawing.symbols)


def test_coordinates_have_a_point_in_every_language() -> None:
    assert (number(1.25), number(3.0), number(-0.04)) == ("1.2", "3", "-0")


@given(st.text(max_size=30))
def test_a_string_in_the_style_sheet_stays_a_string(text: str) -> None:
    made = str(css_string(text))
    assert made[0] == made[-1] == '"'
    assert all(c.isalnum() or c in "\\ " for c in made[1:-1])
    assert made.isascii()
