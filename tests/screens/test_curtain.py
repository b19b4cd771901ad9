"""The curtain: one key shows only what the room may see, and the keys that lead on work there."""

from textual.pilot import Pilot

from screens.dialogs.audience import AudienceDialog
from screens.room.board import RoomBoard
from screens.room.curtain import CurtainScreen
from screens.too_small import TooSmall
from sessionui.app import SessionUI
from sessionui.domain.intents import agree, walk
from sessionui.domain.room import Scene
from sessionui.domain.work import Work
from tests.support.memory import MemoryRepository
from tests.support.room import a_session, app_on, doing, scored, screen_text, typing, until, work_of
from tests.support.scoring import press, scoring

SIZE = (80, 24)


def reviewing() -> Work:
    work = scored(a_session())
    private = walk.WritePrivateNotes("reveal", "zebranote [/]")
    return doing(work, walk.StartSession(), private, walk.GoToStage("reveal"))


def scene_of(app: SessionUI) -> Scene:
    return app.screen.query_one(RoomBoard).scene


async def on_stage(app: SessionUI, pilot: Pilot[int], stage: str) -> None:
    await until(pilot, lambda: stage in app.stages and app.screen is app.stages[stage])
    await pilot.pause()


async def test_private_notes_are_behind_it_and_keys_lead_through_the_reveal() -> None:
    app = app_on(reviewing())
    async with app.run_test(size=SIZE) as pilot:
        await on_stage(app, pilot, "reveal")
        await press(pilot, "f3")
        await until(pilot, lambda: "zebranote" in screen_text(app))
        await press(pilot, *typing("more"), "f12")
        assert isinstance(app.screen, CurtainScreen)
        assert "zebra" not in screen_text(app)
        await press(pilot, "space", "right_square_bracket")
        assert not work_of(app).revealed.items, "a dialog is open: keys go nowhere"
        await press(pilot, "ctrl+g", "escape", "f12", "space")
        shown = scene_of(app)
        assert shown.kind == "reveal"
        assert shown.shown is not None
        assert "zebra" not in screen_text(app)
        await press(pilot, "right_square_bracket")
        assert getattr(scene_of(app), "place", 0) == 2
        await press(pilot, "left_square_bracket", "r")
        assert "r1" in screen_text(app), "the reasons that the room asked for"


async def test_walking_behind_it_shows_the_next_stage_when_it_is_drawn_back() -> None:
    app = app_on(reviewing())
    async with app.run_test(size=SIZE) as pilot:
        await on_stage(app, pilot, "reveal")
        under = list(app.screen_stack)
        await press(pilot, "f12", "f6")
        assert scene_of(app).kind == "actions"
        assert app.screen_stack[:-1] == under, "nothing below is painted or changed"
        await press(pilot, "f5", "space", "right_square_bracket", "r", "f6", "f6")
        assert scene_of(app).kind == "closing"
        await press(pilot, "f12")
        await on_stage(app, pilot, "close")
        assert len(app.screen_stack) == len(under)


async def test_stages_that_were_never_on_the_screen_take_their_keys_too() -> None:
    work = doing(scored(a_session()), walk.StartSession(), walk.GoToStage("look_back"))
    app = app_on(work)
    async with app.run_test(size=SIZE) as pilot:
        await on_stage(app, pilot, "look_back")
        await press(pilot, "f12", "f6", "f6", "space", "right_square_bracket", "space", "r")
        shown = scene_of(app)
        assert shown.kind == "reveal"
        assert (shown.place, shown.shown is not None) == (2, True)


async def test_nothing_pops_up_in_front_of_the_room() -> None:
    app = app_on(reviewing())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await on_stage(app, pilot, "reveal")
        await press(pilot, "f12")
        app.notify("zebratoast", markup=False)
        await pilot.pause(0.1)
        assert "zebratoast" not in screen_text(app)
        await press(pilot, "f12")
        await until(pilot, lambda: "zebratoast" in screen_text(app))


async def test_no_key_opens_anything_in_front_of_the_room() -> None:
    repository = MemoryRepository()
    app = app_on(reviewing(), repository)
    async with app.run_test(size=SIZE) as pilot:
        await on_stage(app, pilot, "reveal")
        repository.trouble = "No room."
        await press(pilot, "f12")
        curtain = app.screen
        # The first three would show where files lie.
        for key in ("ctrl+w", "f11", "ctrl+o", "ctrl+p", "f1", "f3", "f9", "f10", "ctrl+e"):
            await press(pilot, key)
            assert app.screen is curtain, key
        await press(pilot, "f12", "ctrl+w")
        assert isinstance(app.screen, AudienceDialog)


async def test_a_window_that_is_too_small_for_a_while_leaves_the_curtain_as_it_was() -> None:
    app = app_on(reviewing())
    async with app.run_test(size=SIZE) as pilot:
        await on_stage(app, pilot, "reveal")
        await press(pilot, "f12")
        curtain = app.screen
        await pilot.resize_terminal(40, 10)
        await until(pilot, lambda: isinstance(app.screen, TooSmall))
        await press(pilot, "f12")
        await pilot.resize_terminal(*SIZE)
        await until(pilot, lambda: app.screen is curtain)
        await press(pilot, "f12")
        assert app.screen is app.stages["reveal"]


async def test_it_follows_language_theme_and_size_and_keeps_its_zoom() -> None:
    app = app_on(reviewing())
    async with app.run_test(size=SIZE) as pilot:
        await on_stage(app, pilot, "reveal")
        await press(pilot, "f12", "ctrl+l")
        await until(pilot, lambda: scene_of(app).language == "nl" and "van 3" in screen_text(app))
        await press(pilot, "plus")
        assert app.screen.query_one(RoomBoard).zoom == 1
        await press(pilot, "f12", "f12")
        assert app.screen.query_one(RoomBoard).zoom == 1
        await press(pilot, *["minus"] * 9)
        assert app.screen.query_one(RoomBoard).zoom == -2


async def test_who_is_missing_is_counted_not_named() -> None:
    app = app_on(scoring())
    async with app.run_test(size=SIZE) as pilot:
        await on_stage(app, pilot, "score")
        assert "Anna 0" in screen_text(app)
        await press(pilot, "f12")
        assert scene_of(app).kind == "turnout"
        assert "Anna" not in screen_text(app)


async def test_over_home_there_is_nothing_to_see() -> None:
    app = app_on(a_session())
    async with app.run_test(size=SIZE) as pilot:
        await on_stage(app, pilot, "welcome")
        await press(pilot, "escape", "f12")
        assert scene_of(app).kind == "away"


async def test_the_action_that_is_typed_shows_only_where_it_was_turned_on() -> None:
    work = doing(reviewing(), agree.PutAction("Written down"), walk.GoToStage("actions"))
    app = app_on(work)
    async with app.run_test(size=SIZE) as pilot:
        await on_stage(app, pilot, "actions")
        await press(pilot, "a", *typing("half a word"), "f12")
        assert "Written down" in screen_text(app)
        assert "half" not in screen_text(app)
        await press(pilot, "f12", "ctrl+f", "f12")
        assert "half a word" in screen_text(app)
        await press(pilot, "f12", "ctrl+f", "f12")
        assert "half" not in screen_text(app)
        await press(pilot, "f12", "ctrl+f", "escape", "f5", "f6", "a", "f12")
        assert "half" not in screen_text(app), "off again in the next stage"


async def test_reading_back_goes_on_behind_it() -> None:
    work = doing(reviewing(), agree.PutAction("One"), agree.PutAction("Two"))
    app = app_on(doing(work, walk.GoToStage("actions")))
    async with app.run_test(size=SIZE) as pilot:
        await on_stage(app, pilot, "actions")
        await press(pilot, "r", "f12")
        assert "One" in screen_text(app)
        await press(pilot, "space")
        assert "Two" in screen_text(app)
        await press(pilot, "left")
        assert "One" in screen_text(app)


async def test_silent_writing_tells_whose_turn_it_is_and_no_word_of_it() -> None:
    app = app_on(doing(a_session("kickoff", indicators=()), walk.GoToStage("define")))
    async with app.run_test(size=SIZE) as pilot:
        await on_stage(app, pilot, "define")
        await press(pilot, "space", *typing("zebraword"), "enter", *typing("zebrahalf"))
        assert "zebraword" in screen_text(app)
        await press(pilot, "f12")
        assert "writes" in screen_text(app)
        assert "zebra" not in screen_text(app)


async def test_what_lies_under_the_request_for_a_larger_window_cannot_be_read() -> None:
    app = app_on(reviewing())
    async with app.run_test(size=SIZE) as pilot:
        await on_stage(app, pilot, "reveal")
        await press(pilot, "f3")
        await until(pilot, lambda: "zebranote" in screen_text(app))
        await pilot.resize_terminal(70, 20)
        await until(pilot, lambda: isinstance(app.screen, TooSmall))
        await pilot.pause()
        words = " ".join(screen_text(app).split())
        assert words.startswith("Please make the window larger")
        assert words.endswith("Nothing is lost.")
