"""The written reasons on the wall: whole, in the order of the laptop, and what is left is told."""

import re

import pytest

from screens.room.board import lines_of
from screens.stages.reveal import RevealScreen
from screens.stages.reveal_words import reasons as on_the_laptop
from sessionui.domain.intents.reveal import Reveal
from sessionui.domain.intents.score import LockRound, SealBallot
from sessionui.domain.room.parts import Reason
from sessionui.domain.room.scenes import Reveal as RevealScene
from sessionui.domain.scoring import Answer
from sessionui.domain.sides import SIDES
from sessionui.locale import LANGUAGES, Language, set_language
from tests.support.revealing import revealing
from tests.support.room import a_session, app_on, doing, until
from tests.support.scoring import NARROW, press
from tests.support.wall import every_scene, on, works

SIZES = ((80, 24), (120, 40), (200, 50))


def asked(lang: Language = "en") -> RevealScene:
    set_language(lang)
    scene = every_scene(lang)["reasons"]
    assert isinstance(scene, RevealScene)
    return scene


def with_reasons(count: int, *, read: int = 0) -> RevealScene:
    scene = asked()
    assert scene.shown is not None
    made = tuple(
        Reason(side=side, text=f"Reason {n}. " + "More of it. " * (n % 5), name=f"P{n}", mark=6.0)
        for side in SIDES
        for n in range(1, count + 1)
    )
    return scene.but(shown=scene.shown.but(reasons=made), read=read)


def rows_of(scene: RevealScene, size: tuple[int, int]) -> list[str]:
    return [line.plain.rstrip() for line in lines_of(scene, *size)]


def halves(scene: RevealScene, size: tuple[int, int]) -> list[list[str]]:
    rows = rows_of(scene, size)
    column = next(row.rindex("P") for row in rows if row.count("6  P") == 2) - 3
    return [[row[:column].strip() for row in rows], [row[column:].strip() for row in rows]]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_all_that_fits_is_there_in_the_order_of_the_laptop(
    lang: Language, size: tuple[int, int]
) -> None:
    scene = asked(lang)
    work = next(w for w in works(lang) if w.session.locked and w.session.state != "confirmed")
    here = work.items[0].indicator_id
    figures = on(work, Reveal(here)).revealed.item(here)
    assert figures is not None
    text = "\n".join(rows_of(scene, size))
    for side in SIDES:
        laptop = on_the_laptop(work, figures, side).plain
        named = [p.name for p in work.partnership.people if p.side == side and p.name in laptop]
        assert sorted(named, key=laptop.index) == named
        wall = [name for name in named if name in text]
        assert sorted(wall, key=text.index) == wall
        assert len(wall) > 1
    assert scene.shown is not None
    for reason in scene.shown.reasons or ():
        assert reason.text.split()[0] in text
    assert not re.search(r"more|nog \d", text)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("read", [0, 30, 100])
def test_no_heading_stands_without_its_reason_and_the_rest_is_counted(
    size: tuple[int, int], read: int
) -> None:
    for half in halves(with_reasons(40, read=read), size):
        heads = [n for n, row in enumerate(half) if re.fullmatch(r"6  P\d+", row)]
        assert heads
        shown = [int(half[n].split("P")[1]) for n in heads]
        for n, number in zip(heads, shown, strict=True):
            assert half[n + 1].startswith(f"Reason {number}.")
        assert shown == list(range(shown[0], shown[-1] + 1))
        assert (shown[0] == 1) is (read == 0)
        assert (shown[-1] == 40) is (read == 100)
        told = f"{shown[0]} to {shown[-1]} of 40" if read else f"and {40 - len(shown)} more"
        assert told in half


def test_every_reason_comes_by_while_it_is_read() -> None:
    seen: set[str] = set()
    for read in range(0, 101, 2):
        seen |= set(re.findall(r"P\d+", "\n".join(rows_of(with_reasons(12, read=read), NARROW))))
    assert seen == {f"P{n}" for n in range(1, 13)}


@pytest.mark.parametrize(("size", "long"), [(NARROW, True), ((120, 60), False)])
async def test_the_wall_follows_how_far_the_laptop_has_read(
    size: tuple[int, int], long: bool
) -> None:
    """By scrolling, or by the same keys where all of it shows on the laptop already."""
    work = a_session()
    for side in SIDES:
        for rater in work.raters(side):
            made = tuple(
                Answer(indicator_id=i.indicator_id, mark=6, reason="line\n" * (12 if long else 1))
                for i in work.items
            )
            work = doing(work, SealBallot(side, made, rater_id=rater))
    work = revealing(doing(work, LockRound()))
    app = app_on(work)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, RevealScreen)
        await press(pilot, "space", "r")
        scroll = screen.query_one("#reasons")
        await until(pilot, lambda: bool(scroll.size) and bool(scroll.max_scroll_y) is long)
        assert screen.topic.place == 0
        scroll.focus()
        await press(pilot, "pagedown")
        await until(pilot, lambda: 0 < (screen.topic.place or 0) < 100)
        await press(pilot, "end")
        await until(pilot, lambda: screen.topic.place == 100)
        await press(pilot, "home")
        await until(pilot, lambda: screen.topic.place == 0)
        await press(pilot, "end", "r")
        await until(pilot, lambda: screen.topic.place == 0)
        await press(pilot, "r")
        await until(pilot, lambda: scroll.display)
        assert screen.topic.place == 0


def test_a_long_name_gives_way_to_what_the_reason_is_about() -> None:
    scene = asked()
    assert scene.shown is not None
    long = Reason(side="a", own=True, name="Johannes Petrus van der Hoeven", text="So.", mark=7.5)
    rows = rows_of(scene.but(shown=scene.shown.but(reasons=(long,))), (80, 24))
    assert any(re.search(r"7\.5  Joh.*…\w+  about its own side", row) for row in rows)
