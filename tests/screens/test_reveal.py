"""The reveal: both sides at once, and nothing before its time."""

from datetime import timedelta

import pytest

from screens.plain import Text
from sessionui.domain.indicators import Meaning
from sessionui.domain.intents.meaning import ReviseMeaning
from sessionui.domain.intents.reveal import Reveal
from sessionui.domain.intents.score import SealBallot
from sessionui.domain.intents.walk import GoToStage
from sessionui.domain.intents.welcome import SetRules
from sessionui.domain.scoring import Answer
from sessionui.locale import set_language
from tests.support.memory import MemoryRepository
from tests.support.revealing import revealing, stands
from tests.support.room import (
    a_session,
    app_on,
    doing,
    scored,
    screen_text,
)
from tests.support.scoring import NARROW, flat, press, work_of


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


@pytest.mark.parametrize(("kind", "says"), [("quarterly", "kick-off"), ("year", "F4")])
async def test_without_indicators_it_says_where_they_come_from(kind: str, says: str) -> None:
    of = doing(a_session(kind, indicators=()), GoToStage("reveal"))
    app = app_on(of)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert says in app.screen.query_one("#state", Text).shown.plain
