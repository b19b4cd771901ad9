"""The clock says when a stage is nearly over; one key adds time; earlier sessions suggest it."""

from datetime import date, datetime, timedelta

import pytest

from screens.dialogs.stages import StagesDialog
from screens.messages import OpenPartnership
from screens.planning import PlanningScreen
from screens.stages.base import StageScreen
from screens.widgets.header import StageStrip, clock_of
from sessionui.app import SessionUI
from sessionui.domain.intents.walk import GoToStage, PauseClock, StartSession
from sessionui.domain.session import Span
from sessionui.locale import Language, set_language
from tests.support.memory import MemoryRepository
from tests.support.room import (
    HOSTILE,
    NOW,
    TODAY,
    a_partnership,
    a_session,
    app_on,
    doing,
    fresh_id,
    screen_text,
    until,
    work_of,
)
from tests.support.scoring import NARROW, press
from tests.support.year import Years


def at(minutes: float) -> datetime:
    return NOW + timedelta(minutes=minutes)


def test_the_clock_says_how_the_stage_stands() -> None:
    session = doing(a_session(), StartSession()).session
    assert clock_of(session, at(4)).plain.startswith("04:00 of 10 min")
    near = clock_of(session, at(9.5))
    assert near.plain.startswith("00:30 left of 10 min")
    assert any("warning" in str(span.style) for span in near.spans)
    assert clock_of(session, at(12)).plain.startswith("02:00 over 10 min")
    paused = doing(a_session(), StartSession(), PauseClock(paused=True)).session
    assert clock_of(paused, at(30)).plain.startswith("❚❚ paused · 00:00 of 10 min")


@pytest.mark.parametrize("lang", ["en", "nl"])
async def test_one_key_adds_five_minutes_and_the_strip_says_so(lang: Language) -> None:
    set_language(lang)
    partnership = a_partnership(names=(HOSTILE + "N" * 60, "[/]" * 30))
    app = app_on(doing(a_session(partnership=partnership), StartSession(), GoToStage("look_back")))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        before = work_of(app).stage.minutes
        await press(pilot, "ctrl+n")
        assert work_of(app).stage.minutes == before + 5
        strip = app.screen.query_one(StageStrip).render().plain
        assert ("5 min added" if lang == "en" else "5 min erbij") in strip
        assert f"{before + 5} min" in strip
        assert len(strip) <= 78
        assert not app._notifications
        app.screen.query_one(StageStrip).tick(at(1))
        assert "added" not in app.screen.query_one(StageStrip).render().plain
        await press(pilot, "f7")
        assert work_of(app).stage.minutes == before


async def test_before_the_start_there_is_no_time_to_add() -> None:
    app = app_on(a_session())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        before = work_of(app).stage.minutes
        await press(pilot, "ctrl+n")
        assert work_of(app).stage.minutes == before


def reviews(*minutes: int) -> tuple[MemoryRepository, str]:
    """A partnership whose earlier reviews took so many minutes at the reveal."""
    repository = MemoryRepository()
    years = Years(repository, a_partnership(names=(HOSTILE, "Helderwit")))
    years.kick_off(date(2025, 1, 10))
    for n, spent in enumerate(minutes):
        session = years.session("quarterly", date(2025, 2 + n, 10))
        span = Span(start=NOW, end=at(spent))
        stages = tuple(s.but(spans=(span,)) if s.key == "reveal" else s for s in session.stages)
        work = repository.work(session.id)
        repository.save(work, work.but(session=session.but(stages=stages)))
    return repository, years.partnership_id


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        ((40,), "No suggestion: fewer than two"),
        ((40, 52), "It took 40 and 52 min in two earlier sessions"),
        ((40, 52, 43), "Median of 3 earlier sessions of this kind: 43 min, from 40 to 52."),
    ],
)
async def test_the_list_of_stages_tells_what_it_took(minutes: tuple[int, ...], said: str) -> None:
    repository, partnership_id = reviews(*minutes)
    years = Years(repository, repository.partnership(partnership_id))
    session = years.session("quarterly", TODAY)
    app = app_on(repository.work(session.id), repository)
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: isinstance(app.screen, StageScreen))
        await press(pilot, "f4", "down", "down", "down")
        assert isinstance(app.screen, StagesDialog)
        text = screen_text(app)
        assert said in " ".join(text.replace("│", " ").split())
        await press(pilot, "t")
        state = work_of(app).session.stage_state("reveal")
        assert state is not None
        expected = {(40,): 50, (40, 52): 46, (40, 52, 43): 43}[minutes]
        assert state.minutes == expected


async def test_planning_tells_it_too() -> None:
    repository, partnership_id = reviews(40, 52, 43)
    app = SessionUI(repository, clock=lambda: NOW, new_id=fresh_id)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        app.post_message(OpenPartnership(partnership_id))
        await until(pilot, lambda: len(app.screen_stack) > 1)
        await press(pilot, "n")
        await until(pilot, lambda: isinstance(app.screen, PlanningScreen))
        assert isinstance(app.screen, PlanningScreen)
        await pilot.pause()
        assert "before: 43" in screen_text(app)
        assert "Median of 3" not in screen_text(app)
        app.screen.query_one("#stages").focus()
        await press(pilot, "home", "down", "down", "down")
        assert "Median of 3" in screen_text(app)
        await press(pilot, "t")
        assert app.screen.draft.minutes_of("reveal") == 43
