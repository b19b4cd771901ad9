"""What the reveal is drawn with: large figures, the axis, dots, spans, shortened texts."""

from decimal import Decimal

from screens.plain import plain
from screens.widgets.axis import cell, dots, dumbbell, fitting_step, length, scale, span
from screens.widgets.big import big, rows_of, veil
from screens.widgets.clamped import clamped


def test_large_figures_and_the_veil_take_the_same_room() -> None:
    for size in (1, 2, 3):
        rows = big("7,8", size)
        assert len(rows) == rows_of(size) == len(veil(size))
        assert len({len(row) for row in rows}) == 1
        assert {len(row) for row in rows} == {len(row) for row in veil(size)}


def test_the_axis_is_linear_and_ends_at_one_and_ten() -> None:
    for step in (6, 8, 12):
        assert (cell(1, step), cell(10, step)) == (0, length(step) - 1)
        assert cell(Decimal("5.5"), step) == round(4.5 * step)
    assert fitting_step(78, 18) == 6
    assert fitting_step(116, 36) == 8


def test_every_mark_is_a_dot_over_its_place() -> None:
    row = dots([6, 7, 7, 10], "◆", "", 6).content().plain
    assert row.rstrip() == " " * 31 + "◆" + "┄" * 5 + "◆◆" + "┄" * 16 + "◆"
    crowded = dots([6] * 9 + [7], "◆", "", 6).content().plain
    assert "◆×9" in crowded
    halves = dots([6] * 9 + [6.5], "◆", "", 6).content().plain
    assert "◆⁹┄◆" in halves
    assert dots([10] * 20, "◆", "", 6).content().plain.rstrip().endswith("◆×20")


def test_a_span_is_lowest_middle_highest() -> None:
    assert span((4, 6, 8), "", 6).content().plain.strip() == "├───────────┃───────────┤"
    assert span((7, 7, 7), "", 6).content().plain.strip() == "┃"


def test_the_dumbbell_shows_both_means() -> None:
    row = dumbbell({"a": Decimal("6.4"), "b": Decimal("7.8")}, scale(6)).content().plain
    assert "◆━━━━━━━━●8" in row
    assert "◈" in dumbbell({"a": Decimal(7), "b": Decimal(7)}, scale(6)).content().plain
    one = dumbbell({"a": Decimal(10), "b": None}, scale(6)).content().plain
    assert one.rstrip().endswith("9─────◆")
    both = dumbbell({"a": Decimal(10), "b": Decimal(10)}, scale(6)).content().plain
    assert both.rstrip().endswith("9─────◈")


def test_a_long_text_ends_in_an_ellipsis() -> None:
    lines = clamped(plain("word " * 100), 20, 2, plain("(m)"))
    assert [len(line.plain) <= 20 for line in lines] == [True, True]
    assert lines[1].plain.endswith("… (m)")
    assert clamped(plain("  "), 20, 2) == []
    assert [line.plain for line in clamped(plain("a\nb"), 20, 2)] == ["a", "b"]
