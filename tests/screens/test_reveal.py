"""The reveal: both sides at once, the people before the actions, and nothing before its time."""

from datetime import timedelta
from decimal import Decimal

import pytest

from screens.dialogs.confirm import ConfirmDialog
from screens.plain import Text, plain
from screens.stages.reveal import RevealScreen
from screens.stages.reveal_board import Board
from screens.widgets import unveiling
from screens.widgets.axis import cell, dots, dumbbell, fitting_step, length, scale, span
from screens.widgets.big import big, rows_of, veil
from screens.widgets.clamped import clamped
from screens.widgets.fields import RecordArea
from screens.widgets.marks import Marks
from sessionui.domain.indicators import Meaning
from sessionui.domain.intents.meaning import ReviseMeaning
from sessionui.domain.intents.reveal import Reveal
from sessionui.domain.intents.score import LockRound, SealBallot
from sessionui.domain.intents.walk import GoToStage, StartSession
from sessionui.domain.intents.welcome import SetRules
from sessionui.domain.scoring import Answer
from sessionui.domain.work import Work
from sessionui.locale import set_language
from tests.support.memory import MemoryRepository
from tests.support.room import (
    HOSTILE,
    a_partnership,
    a_session,
    app_on,
    doing,
    scored,
    screen_text,
    typing,
    until,
)
from tests.support.scoring import NARROW, desk_of, flat, press, work_of

SMALL = {text: "\n".join(big(text)) for text in ("6.0", "8.0", "6,0", "8,0")}


def revealing(work: Work | None = None) -> Work:
    return doing(work or scored(a_session()), GoToStage("reveal"))


def stands(figure: str, text: str) -> bool:
    """Whether the rows of a large figure stand under each other somewhere in ``text``."""
    rows = [row.rstrip() for row in big(figure)]
    lines = text.splitlines()
    return any(
        all(row in lines[n + k] for k, row in enumerate(rows))
        for n in range(len(lines) - len(rows) + 1)
    )


# --- the parts


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


def test_a_long_text_ends_in_an_ellipsis() -> None:
    lines = clamped(plain("word " * 100), 20, 2, plain("(m)"))
    assert [len(line.plain) <= 20 for line in lines] == [True, True]
    assert lines[1].plain.endswith("… (m)")
    assert clamped(plain("  "), 20, 2) == []
    assert [line.plain for line in clamped(plain("a\nb"), 20, 2)] == ["a", "b"]


# --- the screen


async def test_both_marks_come_at_once_and_not_before() -> None:
    app = app_on(revealing())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        text = screen_text(app)
        assert "PROACTIVITY" in text
        assert "▒▒▒" in text
        assert text.count("3 of 3 answered") == 2
        assert "▶ Reveal 1/3" in text
        await press(pilot, "space")
        text = screen_text(app)
        assert stands("6.0", text)
        assert stands("8.0", text)
        assert "▒" not in text
        assert "◆ Noorderhaven about Helderwit" in text
        assert "● Helderwit about Noorderhaven" in text
        assert "2.0 apart" in text
        assert "the two marks are 2.0 apart" in flat(app)
        assert "◆◆◆" in text
        assert "●●●" in text
        assert "scored for the first time" in text
        assert "r0" not in text
        assert "Anna" not in text


async def test_the_decimal_sign_is_that_of_the_language() -> None:
    set_language("nl")
    app = app_on(revealing())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "space")
        assert stands("6,0", screen_text(app))
        await press(pilot, "ctrl+l")
        assert stands("6.0", screen_text(app))


async def test_an_open_round_offers_the_lock() -> None:
    work = a_session()
    answer = Answer(indicator_id=work.items[0].indicator_id, mark=4)
    work = doing(work, SealBallot("a", (answer,), work.raters("a")[0]), GoToStage("reveal"))
    app = app_on(work)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        text = flat(app)
        assert "Scoring is still open" in text
        assert "1 of 3 answered · missing: Anna 1, Anna 2" in text
        await press(pilot, "space")
        assert not work_of(app).revealed.items
        await press(pilot, "l")
        assert "Lock the scoring?" in screen_text(app)
        await press(pilot, "y", "space")
        assert stands("4.0", screen_text(app))
        assert "no marks" in screen_text(app)
        assert "Helderwit gave no marks" in flat(app)
        assert "nothing stands out" not in flat(app)


async def test_reasons_come_when_asked_with_names_and_marks() -> None:
    app = app_on(revealing(scored(a_session(), {"a": (5, 6, 9)})))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await press(pilot, "space", "r")
        text = screen_text(app)
        assert "9  Anna 2" in text
        assert "r2" in text
        await press(pilot, "r")
        assert "9  Anna 2" not in screen_text(app)


async def test_by_side_there_are_no_names_and_no_dots() -> None:
    work = doing(a_session(), SetRules("side"))
    app = app_on(revealing(scored(work, {"a": (5, 6, 9)})))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await press(pilot, "space", "r")
        text = screen_text(app)
        assert "├" in text
        assert "◆◆" not in text
        assert "– r2" in text
        assert "Anna" not in text
        await press(pilot, "c")
        assert app.screen is app.stages["reveal"]


async def test_below_the_threshold_everything_is_hidden_and_said() -> None:
    work = doing(a_session(), SetRules("side", threshold=4))
    app = app_on(revealing(scored(work)))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "space")
        text = flat(app)
        assert text.count("hidden") >= 2
        assert "shown from 4 on" in text
        assert "fewer than 4 answered" in text
        assert not stands("6.0", screen_text(app))
        await press(pilot, "r")
        assert "r0" not in screen_text(app)


async def test_actions_wait_until_both_sides_have_spoken() -> None:
    app = app_on(revealing())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "space", "a")
        assert "Noorderhaven speaks first, then ● Helderwit" in flat(app)
        assert app.screen is app.stages["reveal"]
        assert any("First both sides speak" in n.message for n in app._notifications)
        await press(pilot, "f")
        assert "Helderwit speaks first" in flat(app)
        await press(pilot, "2")
        assert "Helderwit has spoken, now ◆ Noorderhaven" in flat(app)
        await press(pilot, "a")
        assert app.screen is app.stages["reveal"]
        await press(pilot, "1")
        assert "Both sides have spoken" in flat(app)
        await press(pilot, "a")
        assert "Action 1" in screen_text(app)
        await press(pilot, *typing("Call back"), "ctrl+s")
        work = work_of(app)
        (action,) = work.actions
        assert action.indicator_id == work.items[0].indicator_id
        assert "action 1: Call back" in flat(app)
        await press(pilot, "1")
        assert "Helderwit has spoken" in flat(app)


async def test_decisions_parked_points_and_an_agreed_mark() -> None:
    app = app_on(revealing())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "p", *typing("Later"), "ctrl+s", "space", "1", "2")
        await press(pilot, "d", *typing("We do"), "ctrl+s")
        await press(pilot, "g", "9", "9", "enter")
        assert "whole or half number" in screen_text(app)
        await press(pilot, "backspace", "backspace", *typing("7,5"), "enter")
        text = flat(app)
        assert "agreed mark 7.5" in text
        assert "decision 1: We do" in text
        assert stands("6.0", screen_text(app))
        here = work_of(app).items[0].indicator_id
        assert work_of(app).session.discussion(here).agreed_mark == 7.5
        assert work_of(app).session.parked[0].indicator_id == here


async def test_notes_belong_to_their_indicator_and_survive() -> None:
    repository = MemoryRepository()
    app = app_on(revealing(), repository)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        one, two, _three = (i.indicator_id for i in work_of(app).items)
        await press(pilot, "space", "n", *typing("said 1"), "escape", "h", *typing("heard 1"))
        await press(pilot, "escape", "right_square_bracket", "n", *typing(""))
        assert "OPENNESS" in screen_text(app)
        assert "said 1" not in screen_text(app)
        await press(pilot, "n", *typing("said 2"))
        talk = work_of(app).session.discussion(one)
        assert (talk.said, talk.heard) == ("said 1", "heard 1")
    again = app_on(repository.work(work_of(app).session.id), repository)
    async with again.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert "OPENNESS" in screen_text(again)
        await press(pilot, "n")
        assert again.screen.query_one("#note-said", RecordArea).text == "said 2"
        await press(pilot, "escape", "left_square_bracket", "n")
        assert again.screen.query_one("#note-said", RecordArea).text == "said 1"
        assert work_of(again).session.discussion(two).said == "said 2"


async def test_a_note_that_is_being_typed_is_not_shown_under_another_indicator() -> None:
    app = app_on(revealing())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "n", *typing("mine"))
        second = work_of(app).items[1].indicator_id
        app.stages["reveal"].go_to(second)  # type: ignore[attr-defined]
        await pilot.pause()
        assert app.screen.query_one("#note-said", RecordArea).text == ""
        first = work_of(app).items[0].indicator_id
        assert work_of(app).session.discussion(first).said == "mine"


async def test_walking_through_the_indicators_and_their_order() -> None:
    app = app_on(revealing())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "left_square_bracket")
        assert "PROACTIVITY" in screen_text(app)
        await press(pilot, "right_square_bracket", "right_square_bracket")
        assert "REACHABILITY" in screen_text(app)
        assert "Reveal 3/3" in screen_text(app)
        await press(pilot, "i", "u", "u", "enter")
        assert "Reveal 1/3" in screen_text(app)
        assert work_of(app).indicator_name(work_of(app).items[0].indicator_id) == "Reachability"
        await press(pilot, "i", "end", "enter")
        assert "OPENNESS" in screen_text(app)


async def test_it_stays_on_the_indicator_that_was_just_revealed() -> None:
    app = app_on(revealing())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "space")
        assert "PROACTIVITY" in screen_text(app)
        await press(pilot, "right_square_bracket")
        assert "▒▒▒" in screen_text(app)
        assert not stands("6.0", screen_text(app))


async def test_the_overview_holds_what_was_revealed() -> None:
    app = app_on(revealing())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "o")
        assert screen_text(app).count("not revealed yet") == 3
        assert "Overall mark" not in screen_text(app)
        await press(pilot, "escape", "space", "o")
        text = screen_text(app)
        assert "◆━" in text
        assert "6.0" in text
        assert "Overall mark 7.0  over 1 of 3 indicators" in text
        await press(pilot, "down", "enter")
        assert "OPENNESS" in screen_text(app)


async def test_a_corrected_mark_keeps_the_original_beside_it() -> None:
    app = app_on(revealing())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await press(pilot, "space", "c", "enter", "backspace", "9", "enter")
        await press(pilot, "r")
        assert "9 (was 6)" in screen_text(app)
        assert stands("7.0", screen_text(app)) or "7.0" in flat(app)
        dot = work_of(app).revealed.items[0].a.dots[-1]
        assert (dot.mark, dot.original) == (9, 6)


async def test_the_meaning_can_be_read_and_sharpened() -> None:
    app = app_on(revealing())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert "Its meaning was not written down" in screen_text(app)
        await press(pilot, "m")
        assert app.screen is not app.stages["reveal"]
        await press(pilot, "escape", "s")
        assert app.screen is not app.stages["reveal"]
        await press(pilot, "escape")
        assert app.screen is app.stages["reveal"]


async def test_earlier_rounds_and_the_break_are_said() -> None:
    repository = MemoryRepository()
    first = scored(a_session())
    item = first.items[0].indicator_id
    first = doing(first, Reveal(item))
    repository.save(None, first)
    partnership = first.partnership
    work = a_session(partnership=partnership, indicators=())
    session = work.session.but(date=work.session.date + timedelta(days=91))
    work = work.but(session=session)
    repository.save(None, work)
    work = repository.work(work.session.id)
    revise = ReviseMeaning(item, "Proactivity", Meaning(text="Sharper"), "too vague")
    work = scored(doing(work, revise), {"a": (4,)})
    app = app_on(revealing(work), repository)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await press(pilot, "space")
        text = flat(app)
        assert "Nov 26 Feb 27" in text
        assert "◆ 6.0 3/3 ╎ 4.0 3/3" in text
        assert "Helderwit got a fail: 4.0" in text
        assert "fail" in text


async def test_read_from_another_window_nothing_changes() -> None:
    repository = MemoryRepository()
    repository.read_only = True
    app = app_on(revealing(), repository)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "space")
        assert not work_of(app).revealed.items
        assert "▒▒▒" in screen_text(app)


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("secrecy", ["name", "side"])
async def test_everything_fits_on_a_small_screen(lang: str, secrecy: str) -> None:
    set_language(lang)  # type: ignore[arg-type]
    names = ("Ziekenhuis Noorderhaven " * 3, HOSTILE + "h" * 1000)
    work = a_session(
        partnership=a_partnership(raters=20, names=names),
        indicators=[f"Onderhoudswerkzaamhedenplanning {HOSTILE} {n}" for n in range(12)],
    )
    first = work.items[0].indicator_id
    work = doing(
        work,
        ReviseMeaning(first, HOSTILE, Meaning(text=f"{HOSTILE} lang " * 300)),
        SetRules(secrecy, self_estimate=True),  # type: ignore[arg-type]
    )
    for side in ("a", "b"):
        for n, rater in enumerate(work.raters(side)):
            answers = tuple(
                Answer(indicator_id=i.indicator_id, own=own, mark=3 + n % 8, reason=HOSTILE * 20)
                for i in work.items
                for own in (False, True)
            )
            work = doing(work, SealBallot(side, answers, rater))
    app = app_on(revealing(doing(work, LockRound())))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "space")
        text = screen_text(app)
        board = app.screen.query_one(Board)
        assert stands("6,1" if lang == "nl" else "6.1", text)
        for part in ("#marks", "#axis", "#since", "#talk"):
            widget = board.query_one(part)
            assert widget.display, part
            assert widget.region.bottom <= board.region.bottom, part
        assert app.screen.query_one("#speaking").region.bottom <= 22
        assert "\x1b" not in text
        await press(pilot, "r", "n", "escape", "n", "m", "escape", "o")
        assert "\x1b" not in screen_text(app)
        assert desk_of(app).work.revealed.items


async def test_a_larger_window_has_larger_figures_and_the_notes_beside_them() -> None:
    app = app_on(revealing())
    async with app.run_test(size=(200, 50)) as pilot:
        await pilot.pause()
        await press(pilot, "space")
        text = screen_text(app)
        assert all(row.rstrip() in text for row in big("6.0", 3))
        assert "What was heard back" in text
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert stands("6.0", screen_text(app))
        assert "What was heard back" not in screen_text(app)


def moves(board: Board) -> bool:
    return board.unveiling.going_on


async def test_the_veil_goes_and_leaves_what_would_have_been_there_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    still = app_on(revealing())
    async with still.run_test(size=NARROW) as pilot:
        still.animation_level = "none"
        await pilot.pause()
        await press(pilot, "space")
        at_once = screen_text(still)
    monkeypatch.setattr(unveiling, "LASTS", 0.5)
    moving = app_on(revealing())
    async with moving.run_test(size=NARROW) as pilot:
        moving.animation_level = "full"
        await pilot.pause()
        board = moving.screen.query_one(Board)
        frames: list[str] = []
        drawn = board.unveiling._draw

        def watched(grown: float) -> None:
            drawn(grown)
            frames.append("\n".join(line.plain for line in board.query_one(Marks).draw(78)))

        monkeypatch.setattr(board.unveiling, "_draw", watched)
        await press(pilot, "space")
        await until(pilot, lambda: not moves(board))
        assert len(frames) > 2
        for text in frames:
            whole = text.replace("▒", " ")
            assert stands("6.0", whole)
            assert stands("8.0", whole)
        assert frames[0].count("▒") > 20
        assert "▒" not in frames[-1]
        assert screen_text(moving) == at_once
        # Back to it: it was revealed before, so nothing moves.
        await press(pilot, "right_square_bracket", "left_square_bracket")
        assert not moves(board)


async def test_keys_do_not_wait_for_the_veil(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unveiling, "LASTS", 60)
    app = app_on(revealing())
    async with app.run_test(size=NARROW) as pilot:
        app.animation_level = "full"
        await pilot.pause()
        await press(pilot, "space")
        board = app.screen.query_one(Board)
        assert moves(board)
        assert stands("6.0", screen_text(app).replace("▒", " "))
        await press(pilot, "1")
        assert "Noorderhaven has spoken" in flat(app)
        assert moves(board)
        await press(pilot, "right_square_bracket")
        assert not moves(board)
        assert "OPENNESS" in screen_text(app)
        assert not stands("6.0", screen_text(app))


async def test_the_line_takes_the_place_of_the_axis_in_a_low_window() -> None:
    app = app_on(revealing())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "t")
        assert not app.screen.query_one("#line").display
        await press(pilot, "space", "t")
        text = flat(app)
        assert "a point, no line yet" in text
        assert "2.0 apart" not in text
        await press(pilot, "t")
        assert "2.0 apart" in flat(app)
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert "2.0 apart" in flat(app)
        assert "a point, no line yet" in flat(app)


async def test_the_overview_is_sorted_by_one_key_and_leads_to_the_year() -> None:
    work = revealing(scored(a_session(), {"a": (6, 7, 6)}))
    ids = [item.indicator_id for item in work.items]
    app = app_on(doing(work, Reveal(ids[0]), Reveal(ids[1])))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "o")
        assert "in the order of the discussion" in flat(app)
        await press(pilot, "s")
        assert "the widest gap first" in flat(app)
        await press(pilot, "s")
        assert "the lowest mark first" in flat(app)
        await press(pilot, "s", "y")
        assert "every picture from 1 to 10" in flat(app)
        await press(pilot, "y", "down", "enter")
        assert "OPENNESS" in screen_text(app)
        await press(pilot, "o", "f6")
        await until(pilot, lambda: app.screen is app.stages.get("actions"))


async def test_escape_closes_what_is_open_before_it_leaves() -> None:
    app = app_on(doing(revealing(), StartSession()))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "space", "r", "t")
        here = work_of(app).items[0].indicator_id
        assert work_of(app).session.discussion(here).reasons_shown
        await press(pilot, "escape")
        assert not work_of(app).session.discussion(here).reasons_shown
        assert isinstance(app.screen, RevealScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, RevealScreen)
        assert not app.screen.line_open
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(app.screen, ConfirmDialog))


@pytest.mark.parametrize(("kind", "says"), [("quarterly", "kick-off"), ("year", "F4")])
async def test_without_indicators_it_says_where_they_come_from(kind: str, says: str) -> None:
    of = doing(a_session(kind, indicators=()), GoToStage("reveal"))
    app = app_on(of)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert says in app.screen.query_one("#state", Text).shown.plain
