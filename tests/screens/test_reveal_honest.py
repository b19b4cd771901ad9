"""The laptop and the wall claim nothing at the reveal that is not so, nor leave it half said."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from screens.room.board import lines_of
from screens.stages.reveal_words import talk
from screens.widgets.halves import foot
from screens.widgets.overview_rows import heading, reason
from sessionui.domain.intents.look_back import RecordOutcome
from sessionui.domain.intents.people import AddPerson
from sessionui.domain.intents.reveal import Reveal, ShowReasons
from sessionui.domain.intents.score import LockRound, SealBallot
from sessionui.domain.intents.walk import GoToStage
from sessionui.domain.intents.welcome import SetRules
from sessionui.domain.pictures import Lane, remark_of
from sessionui.domain.room import Topic, scene_of
from sessionui.domain.scoring import Answer
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.talk import talk_points
from sessionui.domain.terms import Secrecy
from sessionui.domain.work import Work
from sessionui.locale import LANGUAGES, Language, fmt_date, fmt_mark, language, set_language
from sessionui.text import cell_width
from tests.support.room import CONTEXT, HOSTILE, NOW, a_partnership, a_session, doing
from tests.support.wall import TODAY, on, works

LONG = ("Ziekenhuis Noorderhaven en Omstreken", "Helderwit Schoonmaak en Dienstverlening")
INDICATORS = ("Proactivity", "Openness", "Reachability")


def revealed(
    secrecy: Secrecy,
    raters: tuple[int, int],
    marks: tuple[int, int],
    *,
    own: int | None = None,
    names: Sequence[str] = ("Noorderhaven", "Helderwit"),
    count: int = len(INDICATORS),
) -> Work:
    """Everybody of a side gave that mark and a reason; ``count`` indicators are revealed."""
    partnership = a_partnership(raters=0, names=names)
    for side, n in zip(SIDES, raters, strict=True):
        for k in range(n):
            partnership = AddPerson(side, f"{side} {k}", "").change(partnership, CONTEXT)
    work = a_session(partnership=partnership, indicators=INDICATORS)
    work = doing(work, SetRules(secrecy, self_estimate=own is not None), GoToStage("score"))
    for side, mark in zip(SIDES, marks, strict=True):
        for rater in work.raters(side):
            answers = [
                Answer(indicator_id=i.indicator_id, own=about_itself, mark=given, reason="because")
                for i in work.items
                for about_itself, given in ((False, mark), (True, own))
                if given is not None
            ]
            work = doing(work, SealBallot(side, tuple(answers), rater))
    work = doing(work, LockRound(), GoToStage("reveal"))
    return doing(work, *(Reveal(i.indicator_id) for i in work.items[:count]))


def wall(work: Work, topic: Topic, width: int = 80, height: int = 24) -> str:
    """What the wall shows of it."""
    scene = scene_of(work, topic, NOW, language=language())
    return "\n".join(line.plain.rstrip() for line in lines_of(scene, width, height))


def test_reasons_below_the_threshold_are_hidden_not_absent() -> None:
    work = revealed("side", (10, 2), (6, 8))
    here = work.items[0].indicator_id
    shown = wall(doing(work, ShowReasons(here)), Topic(kind="reveal", indicator_id=here))
    assert "Hidden: fewer than 3 answered." in shown
    assert "No reasons were given." not in shown
    assert shown.count("because") >= 5


def test_where_only_perception_gaps_stand_out_they_are_told() -> None:
    work = revealed("name", (3, 3), (10, 10), own=1)
    figures = work.revealed.item(work.items[0].indicator_id)
    assert figures is not None
    for listed in (0, 60):
        said = talk(work, figures, 20, listed=listed).plain
        assert "nothing stands out" not in said
        assert "Noorderhaven gave itself 9.0 less than it got" in said
        assert "Helderwit gave itself 9.0 less than it got" in said
    work = revealed("name", (3, 3), (10, 8), own=1)
    figures = work.revealed.item(work.items[0].indicator_id)
    assert figures is not None
    said = talk(work, figures, 20, listed=0).plain
    assert "the two marks are 2.0 apart" in said
    assert "gave itself" not in said, "the axis tells it, and there is little room"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_overall_mark_on_the_wall_tells_over_how_many_and_why_its_line_breaks(
    lang: Language,
) -> None:
    set_language(lang)
    ready = next(w for w in works(lang) if w.session.locked and w.session.state != "confirmed")
    work = on(ready, Reveal(ready.items[0].indicator_id))
    over = {"en": "over 1 of 6 indicators", "nl": "over 1 van 6 indicatoren"}[lang]
    broken = {"en": "╎ other indicators: ", "nl": "╎ andere indicatoren: "}[lang]
    assert f"{fmt_mark(work.revealed.overall.mark)}  {over}" in wall(work, Topic(kind="minutes"))
    year = wall(work, Topic(kind="year"))
    assert over in year
    assert broken in year
    assert broken in wall(work, Topic(kind="closing"))
    every = on(ready, *(Reveal(i.indicator_id) for i in ready.items))
    assert broken not in wall(every, Topic(kind="year")), "the same six as last time"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_hidden_side_is_a_whole_word_beside_the_mark_and_no_total_is_promised(
    lang: Language,
) -> None:
    set_language(lang)
    work = revealed("side", (10, 2), (6, 8), names=LONG)
    shown = wall(work, Topic(kind="overview"))
    row = next(line for line in shown.splitlines() if "Proactivity" in line)
    assert row.split()[-2:] == [fmt_mark(Decimal("6.0")), {"en": "hidden", "nl": "geheim"}[lang]]
    never = {"en": "No overall mark: on no indicator", "nl": "Geen totaalcijfer: bij geen"}[lang]
    assert never in shown
    begun = wall(revealed("side", (10, 2), (6, 8), count=2), Topic(kind="overview"))
    assert never not in begun, "the last one may still have both"
    assert {"en": "waits for", "nl": "wacht op"}[lang] in begun
    for text in (shown, begun):
        assert text.rstrip().endswith("."), "whole sentences"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [60, 76, 116, 117, 200])
def test_long_names_are_shortened_in_the_middle_and_never_cut(lang: Language, width: int) -> None:
    set_language(lang)
    names: dict[SideKey, str] = {"a": f"{HOSTILE} {LONG[0]}", "b": LONG[1] * 3}
    assert heading(names, width).cell_length <= width


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_whether_a_side_confirmed_is_never_cut(lang: Language, width: int) -> None:
    set_language(lang)
    work = revealed("name", (3, 3), (6, 8), names=(LONG[0], HOSTILE + LONG[1]))
    words = {"en": "not confirmed yet", "nl": "nog niet bevestigd"}[lang]
    for kind in ("closing", "minutes"):
        shown = wall(work, Topic(kind=kind), width)
        assert shown.count(words) == 2, shown


@pytest.mark.parametrize("lang", LANGUAGES)
def test_from_how_many_answers_a_side_is_shown_is_never_cut(lang: Language) -> None:
    set_language(lang)
    words = {"en": "shown from 3 on", "nl": "getoond vanaf 3"}[lang]
    for width in (34, 35, 60):
        for without in (0, 10):
            lane = Lane(side="b", n=2, expected=12, not_applicable=without, hidden=True)
            said = foot(lane, 3, width)
            assert said.cell_length <= width
            assert said.plain.endswith(words)
            assert ("10 n" in said.plain) == bool(without)
        failed = Lane(side="b", n=2, expected=12, not_applicable=10, mean=Decimal("4.0"))
        assert foot(failed, 3, width).plain.endswith({"en": " fail", "nl": " onvoldoende"}[lang])
    forms = foot(Lane(side="b", n=4, expected=3, not_applicable=2, mean=Decimal("4.0")), 3, 40)
    assert forms.plain.startswith({"en": "4 forms for 3", "nl": "4 formulieren voor 3"}[lang])
    assert forms.plain.endswith({"en": " fail", "nl": " onvoldoende"}[lang])
    work = revealed("side", (10, 2), (6, 8), names=LONG)
    shown = wall(work, Topic(kind="reveal", indicator_id=work.items[0].indicator_id))
    assert f"{words}\n" in shown


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["Noorderhaven", LONG[0] * 3])
def test_what_is_worth_talking_about_is_whole_on_the_smallest_overview(
    lang: Language, name: str
) -> None:
    """Names give way, and no more than they must; the figures stay."""
    set_language(lang)
    work = revealed("name", (3, 3), (4, 10), own=8, names=(name, LONG[1]))
    figures = work.revealed.item(work.items[0].indicator_id)
    assert figures is not None
    low, high = figures.a, figures.b
    spread = replace(figures, a=replace(low, high=low.low + 6 if low.low else None), b=high)
    before = replace(figures, a=replace(low, mean=Decimal("10.0")))
    earlier = [replace(work.revealed, session_id="before", items=(before,))]
    points = talk_points(spread, work.names, earlier)
    assert {p.code for p in points} == {"fail", "asymmetry", "drop", "perception", "spread"}
    for point in points:
        said = reason(remark_of(point.sentence), work.names, 51).plain
        assert cell_width(said) <= 51
        assert said[-1] != "…", said
        assert said.count("…") <= 1
        assert fmt_mark(point.size) in said
    spoken = next(p for p in points if p.code == "spread")
    said = reason(remark_of(spoken.sentence), work.names, 51).plain
    assert cell_width(said) >= 47, "all the room there is"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_overdue_has_a_sign_and_not_a_colour_alone(lang: Language) -> None:
    set_language(lang)
    ready = next(w for w in works(lang) if w.session.locked and w.session.state != "confirmed")
    late = next(a for a in ready.open_actions if a.overdue(TODAY))
    assert late.due_now is not None
    topic = Topic(kind="look_back", place=1)
    shown = wall(ready, topic)
    assert f"! {fmt_date(late.due_now)}" in shown
    assert f"! {fmt_date(late.due_now, 'long')}" in shown
    assert shown.count("! ") == 2, "the others are in time"
    told = wall(on(ready, RecordOutcome(late.number, "done", "")), topic)
    assert "! " not in told, "what is done is not late any more"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
def test_a_mark_of_an_earlier_round_has_its_n_of_n_and_its_month(
    lang: Language, size: tuple[int, int]
) -> None:
    set_language(lang)
    ready = next(w for w in works(lang) if w.session.locked and w.session.state != "confirmed")
    year = wall(on(ready, Reveal(ready.items[0].indicator_id)), Topic(kind="year"), *size)
    marks = [line for line in year.splitlines() if re.search(r"[◆●] ?\d[.,]\d", line)]
    found = re.findall(r"[◆●] ?\d[.,]\d \d/\d( \w{3} 26)?", "\n".join(marks))
    assert len(found) == 2 * len(ready.items), year
    assert sum(map(bool, found)) >= len(ready.items) - 1, "all but the one of today"
