"""The year on the wall: pictures in every window, and nothing left out without a sign."""

import re

import pytest

from screens.room.board import lines_of
from sessionui.domain.room.scenes import Year as YearScene
from sessionui.domain.year import Year, YearIndicator, YearLine, YearPoint
from sessionui.locale import LANGUAGES, Language, fmt_mark, fmt_month, set_language
from tests.support.wall import every_scene

SIZES = ((80, 24), (100, 30), (120, 40), (200, 50))
BRAILLE = {chr(code) for code in range(0x2801, 0x2900)}


def the_year(lang: Language) -> YearScene:
    set_language(lang)
    scene = every_scene(lang)["year"]
    assert isinstance(scene, YearScene)
    return scene


def text_of(scene: YearScene, size: tuple[int, int]) -> str:
    return "\n".join(line.plain.rstrip() for line in lines_of(scene, *size))


def many(year: Year, count: int) -> Year:
    """The same year with so many indicators."""
    all_of_them = (year.indicators * (count // len(year.indicators) + 1))[:count]
    named = tuple(i.but(name=f"#{n:02} {i.name}") for n, i in enumerate(all_of_them))
    return year.but(indicators=named)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_every_indicator_has_its_picture_its_marks_and_its_actions(
    lang: Language, size: tuple[int, int]
) -> None:
    scene = the_year(lang)
    text = text_of(scene, size)
    assert set(text) & BRAILLE
    assert all(fmt_month(day) in text for day in scene.year.days), "the overall line has dates"
    for indicator in scene.year.indicators:
        assert indicator.name[:5] in text
        for line in (indicator.a, indicator.b):
            point = line.points[-1]
            assert f"{fmt_mark(point.value)} {point.n}/{point.expected}" in text
        if indicator.deeds:
            assert "✓ " + " ".join(str(d.number) for d in indicator.deeds) in text
    assert {"en": "╎ new meaning", "nl": "╎ "}[lang] in text
    assert {"en": " done before ", "nl": " gedaan vóór "}[lang] in text, "what a tick is"


@pytest.mark.parametrize("size", [(120, 40), (200, 50)])
def test_what_was_done_is_told_to_the_last_action(size: tuple[int, int]) -> None:
    scene = the_year("en")
    text = text_of(scene, size)
    for indicator in scene.year.indicators:
        for deed in indicator.deeds:
            assert re.search(
                rf"^ *✓ {deed.number} \w.*{fmt_month}".split("<")[0], text, re.MULTILINE
            )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [1, 7, 9, 12, 30])
def test_what_does_not_fit_is_counted(size: tuple[int, int], count: int) -> None:
    scene = the_year("en")
    text = text_of(scene.but(year=many(scene.year, count)), size)
    assert "7.3" in text
    missing = [n for n in range(count) if f"#{n:02}" not in text]
    more = re.search(r"and (\d+) more indicator", text)
    assert (int(more.group(1)) if more else 0) == len(missing)


def a_table(*points: YearPoint) -> list[str]:
    """The rows of a year with too many indicators to draw, all of them with these points."""
    scene = the_year("en")
    year = many(scene.year, 30)
    lines = {"a": YearLine(points=points), "b": scene.year.indicators[1].b}
    changed = tuple(i.but(**lines, deeds=()) for i in year.indicators)
    return text_of(scene.but(year=year.but(indicators=changed)), (80, 24)).splitlines()


def test_figures_stand_under_their_month_and_under_each_other_across_a_break() -> None:
    base = YearIndicator.model_validate(the_year("en").year.indicators[0].model_dump())
    broken = next(n for n, p in enumerate(base.a.points) if p.break_before)
    rows = a_table(*base.a.points)
    head = next(row for row in rows if "Nov 25" in row)
    drawn = [row for row in rows if "◆" in row and "4.5" in row]
    other = [row for row in rows if "●" in row and "4.7" in row]
    assert drawn
    assert other
    for n, point in enumerate(base.a.points):
        figure = fmt_mark(point.value)
        end = head.index(fmt_month(the_year("en").year.days[n])) + len("Nov 25")
        assert drawn[0][:end].endswith(figure)
        assert other[0][end - 1].isdigit()
        assert ("╎" in drawn[0][end - 8 : end]) is (n == broken)
    assert any("╎ new meaning" in row for row in rows)


def test_hidden_without_marks_and_not_scored_differ() -> None:
    points = [YearPoint(value=None, without=why) for why in ("hidden", "no marks", "not scored")]
    five = (*points, *the_year("en").year.indicators[0].a.points[3:])
    row = next(row for row in a_table(*five) if "◆" in row and "hidden" in row)
    assert re.search(r"hidden +– {10,}", row)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_of_one_round_it_is_said_whole_that_there_is_no_line_yet(lang: Language) -> None:
    scene = the_year(lang)
    year = scene.year
    first = YearLine(points=(year.overall.points[-1].but(break_before=False),))
    one = year.but(
        days=year.days[-1:],
        overall=first,
        indicators=tuple(
            i.but(a=i.a.newest(1), b=i.b.newest(1), deeds=()) for i in year.indicators
        ),
    )
    text = text_of(scene.but(year=one), (80, 24))
    assert {"en": "a point, no line yet.", "nl": "een punt, nog geen lijn."}[lang] in text
