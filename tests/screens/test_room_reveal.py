"""The reveal on the wall: gap, drop and line are there in every window, in words and picture."""

import pytest

from screens.room.board import lines_of
from sessionui.domain.pictures import Remark
from sessionui.domain.room.parts import Shown
from sessionui.domain.room.scenes import Reveal
from sessionui.locale import LANGUAGES, Language, fmt_month, set_language
from tests.support.wall import every_scene

SIZES = ((80, 24), (100, 30), (120, 40), (200, 50))
BRAILLE = {chr(code) for code in range(0x2801, 0x2900)}


def opened(lang: Language) -> tuple[Reveal, Shown]:
    set_language(lang)
    scene = every_scene(lang)["open"]
    assert isinstance(scene, Reveal)
    assert scene.shown is not None
    return scene, scene.shown


def text_of(scene: Reveal, size: tuple[int, int], zoom: int = 0) -> str:
    return "\n".join(line.plain.rstrip() for line in lines_of(scene, *size, zoom))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_the_meaning_the_perception_gap_and_the_drop_are_on_the_wall(
    lang: Language, size: tuple[int, int]
) -> None:
    scene, _shown = opened(lang)
    text = text_of(scene, size)
    assert scene.meaning[:40] in text
    assert "├───" in text
    assert {"en": "got 1.8 less", "nl": "kreeg 1,8 minder"}[lang] in text
    assert {"en": "dropped 1.3 since", "nl": "daalde 1,3"}[lang] in text
    spread = {"en": "own marks lie 1.0 apart", "nl": "1,0 verschil (7,0 tot 8,0)"}[lang]
    assert spread in " ".join(text.split())


def test_what_the_axis_says_itself_is_said_too_where_nothing_else_stands_out() -> None:
    scene, shown = opened("en")
    alone = tuple(r for r in shown.remarks if r.code == "perception")
    text = text_of(scene.but(shown=shown.but(remarks=alone)), (80, 24))
    assert "gave itself 1.8 more than it got" in text


def test_remarks_that_do_not_fit_end_in_an_ellipsis() -> None:
    scene, shown = opened("en")
    many = tuple(Remark(template=f"remark {n} that takes its room") for n in range(9))
    text = text_of(scene.but(shown=shown.but(remarks=many)), (80, 24))
    assert "remark 0" in text
    assert "remark 8" not in text
    assert "…" in text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("size", "asked"), [(s, s[1] < 34) for s in SIZES])
def test_the_line_is_drawn_with_its_dates_and_its_break_explained(
    lang: Language, size: tuple[int, int], asked: bool
) -> None:
    scene, shown = opened(lang)
    text = text_of(scene.but(line=asked), size)
    assert set(text) & BRAILLE
    assert all(fmt_month(day) in text for day in shown.days)
    assert {"en": "╎ new meaning", "nl": "╎ nieuwe betekenis"}[lang] in text
    assert ("├───" in text) is not asked, "asked for in a low window it takes the axis' place"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_figures_of_a_low_window_say_since_when_and_what_the_stroke_is(lang: Language) -> None:
    scene, _shown = opened(lang)
    last = text_of(scene, (80, 24)).splitlines()[-1]
    assert {"en": "since Feb 26", "nl": "sinds 12 feb 2026"}[lang] in last
    assert last.endswith({"en": "╎ new meaning", "nl": "╎ herzien"}[lang])


def test_one_round_is_a_point_where_the_line_is_asked_for_as_on_the_laptop() -> None:
    scene, shown = opened("en")
    alone = shown.but(days=shown.days[-1:], a=shown.a.newest(1), b=shown.b.newest(1))
    for size in SIZES:
        text = text_of(scene.but(shown=alone), size)
        assert "2.1 apart" in text
        assert not set(text) & BRAILLE
        text = text_of(scene.but(shown=alone, line=True), size)
        assert "a point, no line yet" in text
        assert "2.1 apart" not in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_remarks_with_long_names_are_whole_in_a_low_window_the_gap_first(lang: Language) -> None:
    scene, shown = opened(lang)
    long = {
        scene.name_a: "Woonstichting De Lange Adem Noordoost-Veluwe [b]",
        scene.name_b: "Aannemersbedrijf Van der Heijden-Kuipers & Zonen B.V. [/]",
    }
    remarks = tuple(
        r.but(texts={k: long.get(v, v) for k, v in r.texts.items()}) for r in shown.remarks
    )
    scene = scene.but(name_a=long[scene.name_a], name_b=long[scene.name_b])
    text = text_of(scene.but(shown=shown.but(remarks=remarks)), (80, 24))
    said = " ".join(text[text.index("▸") :].split()).split(" · ")
    assert {"en": "the two marks are 2.1 apart", "nl": "de cijfers liggen 2,1 uit elkaar"}[
        lang
    ] in said[0]
    assert len(said) > 2
    assert said[-1].startswith("…"), "not all of them fit: it ends after a whole one"
    assert all(any(word.isdigit() for word in one) for one in said[:-1])
    assert not any(one.endswith("…") for one in said[:-1])
