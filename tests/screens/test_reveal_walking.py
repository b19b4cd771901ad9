"""From one indicator to the other, to the overview, the meaning, the line, and back."""

import pytest

from screens.dialogs.confirm import ConfirmDialog
from screens.stages.reveal import RevealScreen
from sessionui.domain.intents.reveal import Reveal
from sessionui.domain.intents.walk import StartSession
from tests.support.revealing import revealing, stands
from tests.support.room import (
    a_session,
    app_on,
    doing,
    scored,
    screen_text,
    until,
)
from tests.support.scoring import NARROW, flat, press, work_of


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


@pytest.mark.parametrize("size", [NARROW, (120, 40)])
async def test_the_wall_follows_the_line_from_a_window_of_any_height(
    size: tuple[int, int],
) -> None:
    app = app_on(revealing())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await press(pilot, "space")
        screen = app.screen
        assert isinstance(screen, RevealScreen)
        for key, line in (("t", True), ("escape", False)):
            await press(pilot, key)
            assert screen.topic.line is line
            assert screen.query_one("#axis").display is not line


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
