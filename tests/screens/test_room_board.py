"""The board of the room: everything fits, whatever its size, and the key pictures as text.

Write the pictures anew with ``UPDATE_SNAPSHOTS=1 pytest tests/screens/test_room_board.py``.
"""

import os
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens.room.board import ZOOMS, lines_of
from screens.room.layout import Block, fitted
from screens.widgets.big import big
from screens.widgets.letters import fitting_letters, letters
from sessionui.domain.room import Scene
from sessionui.domain.room.parts import Agreed, Figure, Numbered
from sessionui.domain.room.scenes import Join, LookBack, Minutes, Reveal, Welcome
from sessionui.locale import LANGUAGES, Language, set_language
from sessionui.text import cell_width
from tests.support.room import HOSTILE
from tests.support.wall import CODE, every_scene

FILES = Path(__file__).with_name("snapshots") / "room"
SIZES = ((80, 24), (120, 40), (200, 50))
KEPT = ("welcome", "turnout", "meaning", "veiled", "open", "actions", "closing")


def text_of(scene: Scene, width: int, height: int, zoom: int = 0) -> str:
    return "\n".join(line.plain.rstrip() for line in lines_of(scene, width, height, zoom))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", [*SIZES, (40, 12), (300, 90)])
def test_every_scene_fits_at_every_size_and_zoom(lang: Language, size: tuple[int, int]) -> None:
    set_language(lang)
    width, height = size
    for name, scene in every_scene(lang).items():
        for zoom in ZOOMS:
            lines = lines_of(scene, width, height, zoom)
            assert len(lines) == height, (name, zoom)
            assert max(line.cell_length for line in lines) <= width, (name, zoom)
            assert any(line.plain.strip() for line in lines), (name, zoom)


@pytest.mark.parametrize("size", [*SIZES, (40, 12)])
def test_a_terminal_without_blocks_gets_words_that_can_be_read(size: tuple[int, int]) -> None:
    for name, scene in every_scene("en").items():
        for zoom in (0, 2):
            lines = lines_of(scene, *size, zoom, blocks=False)
            assert len(lines) == size[1]
            text = "\n".join(line.plain for line in lines)
            assert not set(text) & set("▘▝▖▗▚▞▙▛▜▟"), name
            assert name != "join_code" or not set(text) & set("▀▄"), name


def test_there_is_a_page_for_every_kind_of_scene() -> None:
    kinds = {scene.kind for scene in every_scene("en").values()}
    assert kinds == {kind.model_fields["kind"].default for kind in get_args(Scene)}


def test_a_code_that_does_not_fit_is_told_to_the_room() -> None:
    set_language("en")
    code = CODE.but(typed="no. 2", code="", title="Actions as text 1/1", to_take_home=True)
    scene = every_scene("en")["join"]
    assert isinstance(scene, Join)
    scene = scene.but(join=code.but(scan=(("10" * 26 + "1",) * 53,)))
    small = " ".join(text_of(scene, 80, 24).split())
    assert "Actions as text 1/1 no. 2 The code doesn't fit in this window: make" in small
    assert "doesn't fit" not in text_of(scene, 120, 40)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", SIZES[:2])
def test_the_key_pictures(lang: Language, size: tuple[int, int]) -> None:
    set_language(lang)
    wrong = []
    for name in KEPT:
        file = FILES / f"{name}-{lang}-{size[0]}x{size[1]}.txt"
        now = text_of(every_scene(lang)[name], *size) + "\n"
        if os.environ.get("UPDATE_SNAPSHOTS"):
            file.write_text(now, encoding="utf-8")
        if not file.exists() or file.read_text(encoding="utf-8") != now:
            wrong.append(f"{file.name}:\n{now}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("size", SIZES)
def test_marks_and_names_are_larger_than_the_rest_and_the_direction_is_told(
    size: tuple[int, int],
) -> None:
    scene = every_scene("en")["open"]
    assert isinstance(scene, Reveal)
    assert scene.shown is not None
    text = text_of(scene, *size)
    for side, name in scene.names.items():
        mark = scene.shown.picture.means["a" if side == "a" else "b"]
        assert any(
            all(row.strip() in text for row in big(str(mark), scale)) for scale in (2, 3, 4, 5)
        ), "at least twice as large as the smallest figures"
        drawn = [letters(name, n, bold=bold) for n in (1, 2, 3) for bold in (True, False)]
        assert any(rows and all(row.strip() in text for row in rows) for rows in drawn), name
    assert "about Helderwit" in text
    assert "about Noorderhaven" in text
    assert "2.1 apart" in text


@pytest.mark.parametrize(
    ("lang", "heads"), [("en", ["Figure", "Value", "Target"]), ("nl", ["KPI", "Waarde", "Norm"])]
)
@pytest.mark.parametrize("size", SIZES)
def test_hard_figures_stand_under_what_they_are(
    size: tuple[int, int], lang: Language, heads: list[str]
) -> None:
    set_language(lang)
    scene = every_scene(lang)["figures"]
    assert isinstance(scene, LookBack)
    asked = (Figure(name="Op tijd", value="92%", target="95%"), Figure(name="設備" * 9, value="7"))
    lines = text_of(scene.but(figures=asked), *size).splitlines()
    head = next(line for line in lines if line.split() == heads)
    row = next(line for line in lines if "Op tijd" in line)
    assert row.index("95%") == head.index(heads[2])
    assert row.index("92%") + len("92%") == head.index(heads[1]) + len(heads[1])
    other = next(line for line in lines if "設" in line)
    assert cell_width(other[: other.index("7")]) == head.index(heads[1]) + len(heads[1]) - 1


def test_the_agenda_marks_where_we_are_also_in_a_stage_that_was_done_before() -> None:
    scene = every_scene("en")["welcome"]
    assert isinstance(scene, Welcome)
    first, *others = scene.agenda
    rest = [item.but(here=False) for item in others]
    again = scene.but(agenda=(first.but(done=True, here=True), *rest))
    lines = text_of(again, 80, 24).splitlines()
    assert sum("▶ Welcome" in line for line in lines) == 1
    assert "✓ Welcome" not in "\n".join(lines)


def test_zoom_makes_marks_larger_and_smaller() -> None:
    scene = every_scene("en")["open"]
    filled = [text_of(scene, 200, 50, zoom).count("█") for zoom in (-2, 0, 1)]
    assert filled == sorted(filled)
    assert len(set(filled)) == 3


def test_a_veil_is_the_same_whatever_lies_under_it() -> None:
    scene = every_scene("en")["veiled"]
    assert "▒" in text_of(scene, 80, 24)
    assert "7.8" not in text_of(scene, 80, 24)
    opened = text_of(every_scene("en")["open"], 80, 24)
    assert "▒" not in opened


def test_hostile_and_endless_names_stay_text_and_fit() -> None:
    names = {"name_a": HOSTILE + "x" * 300, "name_b": "[/]"}
    for name, scene in every_scene("en").items():
        hostile = scene.model_copy(update=names)
        for size in SIZES:
            lines = lines_of(hostile, *size)
            assert max(line.cell_length for line in lines) <= size[0], name
            assert not any("\x1b" in line.plain or "\n" in line.plain for line in lines), name


@given(
    st.lists(
        st.tuples(st.lists(st.integers(0, 9), min_size=1, max_size=4), st.integers(0, 99)),
        max_size=6,
    ),
    st.integers(0, 30),
)
def test_blocks_never_take_more_rows_than_there_are(
    made: list[tuple[list[int], int]], height: int
) -> None:
    from textual.content import Content

    blocks = [
        Block(tuple((Content("x"),) * n for n in sorted(set(rows), reverse=True)), weight)
        for rows, weight in made
    ]
    least = sum(len(block.sizes[-1]) for block in blocks)
    most = sum(len(block.sizes[0]) for block in blocks)
    rows = len(fitted(blocks, height))
    assert rows <= height
    if most <= height:
        assert rows == most
    elif least <= height:
        assert rows >= least


@pytest.mark.parametrize(
    "name",
    [
        "Noorderhaven",
        "Gemeente 's-Gravenhage & Zn.",
        "Łódź Çelik Öz",
        "ÉÈËÊ éèëê ïíîì ñÑ åÅ øØ ß",
        "7,2",
    ],
)
def test_letters_know_names_with_their_accents(name: str) -> None:
    for scale in (1, 2):
        rows = letters(name, scale)
        assert rows is not None
        assert len(rows) == 4 * scale
        assert len({len(row) for row in rows}) == 1
        assert "".join(rows).strip()


def test_letters_that_do_not_fit_or_are_unknown_are_left_to_normal_ones() -> None:
    assert fitting_letters("Noorderhaven", 20) is None
    assert letters("日本") is None
    assert letters("") is None
    bold, slim = letters("Helderwit"), letters("Helderwit", bold=False)
    assert bold is not None
    assert slim is not None
    assert fitting_letters("Helderwit", len(slim[0])) == slim
    assert fitting_letters("Helderwit", len(bold[0])) == bold
    assert letters("ë") != letters("e")


@pytest.mark.parametrize("size", SIZES[:2])
def test_the_minutes_are_followed_to_the_last_action_with_owner_and_date(
    size: tuple[int, int],
) -> None:
    set_language("en")
    many = tuple(
        Agreed(number=n, text=f"Task {n} [/]", owner=f"Owner {n}", side="b", due=date(2026, 12, n))
        for n in range(1, 21)
    )
    decided = tuple(Numbered(number=n, text=f"Rule {n}") for n in range(1, 4))
    scene = every_scene("en")["minutes"]
    assert isinstance(scene, Minutes)
    shown = [
        text_of(scene.but(actions=many, decisions=decided, read=read), *size)
        for read in (0, 50, 100)
    ]
    assert "Rule 1" in shown[0]
    assert "Task 20" not in shown[0]
    assert "Task 10 [/]" in shown[1]
    last = shown[2].split("Task 20 [/]", 1)[1]
    assert "Owner 20" in last
    assert "20 December 2026" in last
    assert "Rule 1" not in shown[2]
    assert "confirmed" in last, "who confirmed stays below"


def test_a_short_list_stays_whole_however_far_it_is_read() -> None:
    scene = every_scene("en")["minutes"]
    assert isinstance(scene, Minutes)
    one = scene.but(actions=(Agreed(number=1, text="Task"),), decisions=(), read=100)
    assert "Task" in text_of(one, 80, 24)
    assert "no owner" in text_of(one, 80, 24)
    assert text_of(one.but(actions=()), 80, 24)
