"""After the reveal: people before actions, decisions, and notes that belong to their indicator."""

from screens.widgets.fields import RecordArea
from tests.support.memory import MemoryRepository
from tests.support.revealing import revealing, stands
from tests.support.room import (
    app_on,
    screen_text,
    typing,
)
from tests.support.scoring import NARROW, flat, press, work_of


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
