"""The pictures of the reveal: nothing drawn that is not known, and one scale everywhere."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from screens.widgets.axis import cell, distance, dots, dumbbell, scale
from screens.widgets.axis_picture import axis_picture, label_width
from screens.widgets.big import VEIL, big, veil
from screens.widgets.history_line import History, filled, history_lines
from screens.widgets.line_plot import Grid
from screens.widgets.marks import uncovered
from screens.widgets.overview_rows import columns_for, row_lines, together
from screens.widgets.plot import Plot
from screens.widgets.year_picture import year_lines
from sessionui.domain.overview import Overview, OverviewRow
from sessionui.domain.pictures import IndicatorPicture, Lane, Remark
from sessionui.domain.sides import SideKey
from sessionui.domain.year import Deed, Year, YearIndicator, YearLine, YearPoint
from sessionui.locale import Language, set_language
from tests.support.room import HOSTILE

NAMES: dict[SideKey, str] = {"a": "Noorderhaven", "b": "Helderwit"}
DAYS = tuple(date(2025 + (m // 12), m % 12 + 1, 12) for m in range(1, 24, 3))
BRAILLE = range(0x2801, 0x2900)


def texts(lines: Sequence[Content]) -> list[str]:
    return [line.plain.rstrip() for line in lines]


def line(*values: str | None, broken: int = 0) -> YearLine:
    """A line through those marks, its meaning changed before round ``broken``."""
    return YearLine(
        points=tuple(
            YearPoint(
                value=Decimal(v) if v else None,
                n=3,
                expected=4,
                without="" if v else "hidden",
                break_before="meaning" if n and n == broken else "",
            )
            for n, v in enumerate(values)
        )
    )


def history(*values: str | None, broken: int = 0, deeds: tuple[Deed, ...] = ()) -> History:
    return History(DAYS[: len(values)], (("a", line(*values, broken=broken)),), deeds)


def strokes(lines: Sequence[str]) -> int:
    """How many dots are drawn."""
    return sum((ord(c) - 0x2800).bit_count() for text in lines for c in text if ord(c) in BRAILLE)


# --- the axis


def test_the_spread_is_a_line_from_the_lowest_to_the_highest() -> None:
    assert dots([4, 6, 6], "◆", "", 4).content().plain.strip() == "◆┄┄┄┄┄┄┄◆◆"
    assert dots([6], "◆", "", 4).content().plain.strip() == "◆"


@given(st.integers(10, 100), st.integers(10, 100), st.floats(0, 1))
def test_a_growing_bar_never_moves_a_mark(one: int, two: int, grown: float) -> None:
    """The signs stand at the true marks in every frame; the bar stays between them."""
    means: dict[SideKey, Decimal | None] = {"a": Decimal(one) / 10, "b": Decimal(two) / 10}
    whole = dumbbell(means, scale(8)).content().plain
    part = dumbbell(means, scale(8), grown=grown).content().plain
    for sign in "◆●◈":
        assert [n for n, c in enumerate(part) if c == sign] == [
            n for n, c in enumerate(whole) if c == sign
        ]
    bar = {n for n, c in enumerate(part) if c == "━"}
    assert bar <= {n for n, c in enumerate(whole) if c in "━◆●"}
    assert dumbbell(means, scale(8), grown=1).content().plain == whole


def test_a_distance_is_drawn_between_its_two_marks() -> None:
    row = distance(Decimal("5.7"), Decimal("7.5"), "", 6).content().plain
    assert row.index("├") - 1 == cell(Decimal("5.7"), 6)
    assert row.index("┤") - 1 == cell(Decimal("7.5"), 6)
    assert distance(Decimal(6), Decimal(6), "", 6).content().plain.strip() == "│"


def test_a_perception_gap_is_told_and_drawn() -> None:
    shown = IndicatorPicture(
        a=Lane(side="a", n=1, expected=1, mean=Decimal("7.0"), dots=(7,), low=7, middle=7, high=7),
        b=Lane(side="b", n=1, expected=1, mean=Decimal("5.7"), dots=(6,), low=6, middle=6, high=6),
        own_a=Lane(side="a", own=True, n=1, mean=Decimal("7.5"), dots=(8,)),
        own_b=Lane(side="b", own=True, hidden=True),
        perception_a=Decimal("-1.8"),
    )
    width = label_width(78)
    drawn = axis_picture(shown, NAMES, width, perception="worth").lines(6)
    rows = texts(drawn)
    assert len(rows) == 6
    assert rows[4].split() == ["├──────────┤", "got", "1.8", "less"]
    assert len(axis_picture(shown, NAMES, width, perception="none").lines(6)) == 5
    near = shown.but(perception_a=Decimal("-0.4"))
    assert len(axis_picture(near, NAMES, width, perception="worth").lines(6)) == 5


# --- the veil


@pytest.mark.parametrize("size", [1, 2, 3])
@given(st.integers(10, 100), st.floats(0, 1))
def test_the_figure_is_whole_in_every_frame(size: int, tenths: int, grown: float) -> None:
    """What moves is the veil around it, never a part of the figure."""
    for row in big(f"{tenths / 10:.1f}", size):
        frame = uncovered(row, "", size, grown).plain
        shown = row if grown >= 1 else row.center(len(veil(size)[0]))
        assert frame.replace(VEIL, " ") == shown
    assert VEIL not in uncovered("█ █", "", size, 1).plain


def test_the_veil_goes_from_the_middle_out() -> None:
    frames = [uncovered(" " * 16, "", 1, part / 10).plain for part in range(11)]
    assert frames[0].count(VEIL) == 16
    left = [frame.count(VEIL) for frame in frames]
    assert left == sorted(left, reverse=True)
    assert all(frame == frame[::-1] for frame in frames)
    assert left[-1] == 0


# --- the line


@given(st.decimals("1.0", "10.0", places=1), st.decimals("1.0", "10.0", places=1))
def test_a_higher_mark_never_stands_lower(one: Decimal, two: Decimal) -> None:
    grid = Grid(7, 10, 6, 3)
    higher, lower = max(one, two), min(one, two)
    assert grid.dot(0, higher)[1] <= grid.dot(0, lower)[1]
    assert (grid.row(Decimal(10)), grid.row(Decimal(1))) == (0, 5)


def test_one_round_is_a_point_two_a_slope_three_a_line() -> None:
    point, slope, drawn = (
        history_lines(history(*marks), 60, 6)
        for marks in (("6.0",), ("6.0", "6.0"), ("6.0", "6.0", "6.0"))
    )
    assert strokes(texts(point)) == 0
    assert any("a point, no line yet" in text for text in texts(point))
    assert any("a slope, not a trend" in text for text in texts(slope))
    assert not any("slope" in text for text in texts(drawn))
    # Between two rounds of a line stand three times as many dots as on a slope.
    assert strokes(texts(drawn)) / 2 > 2 * strokes(texts(slope)) > 0


def test_nothing_is_drawn_across_a_break_or_what_is_hidden() -> None:
    broken = texts(history_lines(history("6.0", "7.0", broken=1), 60, 6))
    assert strokes(broken) == 0
    assert sum("╎" in text for text in broken) >= 7
    assert any("new meaning from May 25" in text for text in broken)
    hidden = texts(history_lines(history("6.0", None, "7.0"), 60, 6))
    assert strokes(hidden) == 0
    assert any(text.split()[:4] == ["◆", "6.0", "3/4", "–"] for text in hidden)


def test_figures_stand_under_their_points_and_n_of_n_where_there_is_room() -> None:
    wide = texts(history_lines(history("6.0", "6.5", "10.0"), 78, 6))
    assert "◆     6.0 3/4" in wide[7]
    column = wide[0].index("◆")
    assert wide[7][column - 1 : column + 3] == "10.0"
    narrow = texts(history_lines(history(*["6.0"] * 6), 60, 6))
    assert "3/4" not in "".join(narrow)


def test_the_newest_rounds_are_shown_and_the_others_counted() -> None:
    lines = texts(history_lines(history(*["6.0"] * 8, broken=1), 40, 6, notes=4))
    assert any("and 4 earlier rounds" in text for text in lines)
    assert not any("╎" in text for text in lines)


def test_what_was_done_stands_between_two_rounds() -> None:
    deeds = (
        Deed(number=3, text="Walk", done=DAYS[0], before=1),
        Deed(number=12, text="Call", done=DAYS[0], before=1),
    )
    lines = texts(history_lines(history("6.0", "7.0", deeds=deeds), 60, 6))
    row = next(text for text in lines if "✓" in text)
    assert row.strip() == "✓ 3 12"
    assert lines[0].index("10") < row.index("✓") < 7 + 18


@given(st.integers(4, 30), st.integers(30, 120), st.integers(1, 8))
def test_a_picture_is_never_higher_or_wider_than_its_room(
    height: int, width: int, rounds: int
) -> None:
    deeds = (Deed(number=1, text="x", done=DAYS[0], before=1),)
    lines = filled(history(*["6.0"] * rounds, broken=2, deeds=deeds), width, height)
    assert len(lines) <= max(height, 3)
    assert all(text.cell_length <= width for text in lines)


def test_strokes_of_two_colours_meet_in_neither() -> None:
    plot = Plot(4, 1)
    plot.stroke((0, 0), (7, 0), "red")
    plot.stroke((4, 3), (7, 3), "blue")
    (drawn,) = plot.lines()
    assert drawn.plain == "⠉⠉⣉⣉"
    assert [(s.start, s.end, s.style) for s in drawn.spans] == [(0, 2, "red")]


# --- the overview


def a_row(place: int, *, hidden: bool = False, name: str = "Openness") -> OverviewRow:
    b = Lane(side="b", hidden=True) if hidden else Lane(side="b", n=3, mean=Decimal("8.0"))
    gap = None if hidden else Decimal("-2.0")
    return OverviewRow(
        indicator_id=f"i{place}",
        name=name,
        place=place,
        picture=IndicatorPicture(a=Lane(side="a", n=3, mean=Decimal("6.0")), b=b, asymmetry=gap),
        mark=None if hidden else Decimal("7.0"),
        remarks=(Remark(template="the two marks are {size} apart", figures={"size": Decimal(2)}),),
    )


@pytest.mark.parametrize("width", [76, 116, 174])
def test_every_row_fits_and_says_why(width: int) -> None:
    columns = columns_for(width)
    for name in ("Openness", HOSTILE * 20, "Onderhoudswerkzaamhedenplanning " * 3):
        for lines in (
            row_lines(a_row(1, name=name), NAMES, columns),
            row_lines(a_row(1, name=name, hidden=True), NAMES, columns),
            row_lines(OverviewRow(indicator_id="x", name=name, place=1), NAMES, columns),
        ):
            assert all(text.cell_length <= width for text in lines)
            assert "\x1b" not in "".join(texts(lines))
    said = " ".join(texts(row_lines(a_row(1), NAMES, columns)))
    assert "▸ the two marks are 2.0 apart" in said
    hidden = " ".join(texts(row_lines(a_row(1, hidden=True), NAMES, columns)))
    assert "●" not in hidden
    assert "━" not in hidden
    empty = together(Overview(rows=()), columns)
    assert len(empty) == 1


# --- the year


def a_year(indicators: int, rounds: int) -> Year:
    lines = line(*["6.0"] * rounds)
    return Year(
        days=DAYS[:rounds],
        overall=lines,
        indicators=tuple(
            YearIndicator(
                indicator_id=f"i{n}",
                name=f"{n:02} {HOSTILE}",
                a=lines,
                b=line(*[None] * rounds),
                in_force=n % 3 > 0,
                deeds=(Deed(number=n, text=HOSTILE * 9, done=DAYS[0], before=1),)
                if rounds > 1
                else (),
            )
            for n in range(indicators)
        ),
    )


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize(("width", "height"), [(76, 19), (116, 36), (174, 45)])
def test_twenty_indicators_over_many_rounds(lang: str, width: int, height: int) -> None:
    set_language(lang)  # type: ignore[arg-type]
    for rounds in (1, 2, 8):
        lines = year_lines(a_year(20, rounds), NAMES, width, height)
        text = "\n".join(texts(lines))
        assert all(one.cell_length <= width for one in lines)
        assert all(f"{n:02} " in text for n in range(20))
        assert "\x1b" not in text
        assert text.count("✓") >= (40 if rounds > 1 else 0)
    nothing = Year(days=(), overall=YearLine(points=()), indicators=())
    assert len(year_lines(nothing, NAMES, width, height)) == 1


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("width", [44, 120])
def test_why_a_line_is_broken_is_never_cut_short(lang: Language, width: int) -> None:
    set_language(lang)
    broken = line("5.3", "6.1", "7.0", broken=2)
    notes = texts(history_lines(History(DAYS[:3], (("a", broken),)), width, 5))
    words = ("doesn't compare", "don't compare", "niet te vergelijken", "vergelijken met ervoor")
    assert any(note.startswith("╎") and note.endswith(words) for note in notes)
    set_language("en")
