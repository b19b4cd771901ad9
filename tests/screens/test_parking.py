"""Parking from everywhere, coming back to it, and ending early: at 80×24, with hostile text."""

from functools import partial
from typing import Any

import pytest
from textual.screen import Screen

from screens.dialogs.agreement_form import AgreementForm
from screens.dialogs.choose import ChooseDialog
from screens.dialogs.notes import NotesDialog
from screens.dialogs.parking import ParkingDialog
from screens.dialogs.read_back import ReadBackDialog
from screens.messages import OpenSession
from screens.minutes import MinutesScreen
from screens.plain import Text
from screens.stages.close import CloseScreen
from screens.stages.registry import SCREENS
from screens.stages.score_paper import PaperScreen
from sessionui.app import SessionUI
from sessionui.domain.intents.agree import PutAction
from sessionui.domain.intents.reveal import Reveal
from sessionui.domain.intents.walk import GoToStage, ParkPoint, StartSession
from sessionui.domain.kinds import KINDS, StageKey
from sessionui.domain.work import Work
from sessionui.locale import Language, set_language
from tests.support.depth import EXHAUSTIVE
from tests.support.memory import MemoryRepository
from tests.support.room import (
    HOSTILE,
    a_partnership,
    a_session,
    app_on,
    area_of,
    desk_of,
    doing,
    fresh_id,
    scored,
    screen_text,
    typing,
    until,
    work_of,
)
from tests.support.scoring import NARROW, press


def shows(app: SessionUI, kind: type[Screen[Any]]) -> bool:
    return isinstance(app.screen, kind)


def leaves(app: SessionUI, kind: type[Screen[Any]]) -> bool:
    return not isinstance(app.screen, kind)


@pytest.mark.parametrize("kind", ["kickoff", "quarterly"])
async def test_f9_parks_in_every_stage_and_over_the_minutes(kind: str) -> None:
    """Over the minutes in the first stage and the last: they are one screen for all stages."""
    app = app_on(doing(a_session(kind), StartSession()))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        parked: list[str] = []
        stages = KINDS[kind].stages
        for stage in stages:
            await until(pilot, partial(shows, app, SCREENS[stage.key]))
            over_minutes = EXHAUSTIVE or stage in (stages[0], stages[-1])
            for keys in ((), ("f10",)) if over_minutes else ((),):
                await press(pilot, *keys, "f9")
                assert isinstance(app.screen, NotesDialog), stage.key
                parked.append(f"point {len(parked)}")
                await press(pilot, *typing(parked[-1]), "ctrl+s")
                await until(pilot, partial(leaves, app, NotesDialog))
                assert [p.text for p in work_of(app).session.parked] == parked
            if over_minutes:
                assert isinstance(app.screen, MinutesScreen)
                assert parked[-1] in desk_of(app).minutes_text("en")
                await press(pilot, "escape")
            await press(pilot, "f6")


@pytest.mark.parametrize("lang", ["en", "nl"])
async def test_a_parked_point_becomes_an_action_at_the_actions(lang: Language) -> None:
    set_language(lang)
    partnership = a_partnership(names=(HOSTILE, "[/]"))
    of = doing(
        a_session(partnership=partnership),
        StartSession(),
        GoToStage("actions"),
        ParkPoint(HOSTILE + "the lift " * 20),
        ParkPoint("[/] the stairs"),
    )
    app = app_on(of)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "p")
        assert isinstance(app.screen, ParkingDialog)
        assert "[/] the stairs" in screen_text(app)
        assert len(screen_text(app).splitlines()) == 24
        await press(pilot, "down", "a")
        assert isinstance(app.screen, AgreementForm)
        assert area_of(app, "#field-text").text == "[/] the stairs"
        await press(pilot, "ctrl+end", *typing(" and mop"))
        # A point that comes up meanwhile is parked from the form, which stays as it was.
        await press(pilot, "f9", *typing("the car park"), "ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, AgreementForm))
        assert area_of(app, "#field-text").text == "[/] the stairs and mop"
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, ParkingDialog))
        assert [a.text for a in work_of(app).partnership.actions] == ["[/] the stairs and mop"]
        assert [p.text[:12] for p in work_of(app).session.parked][1:] == ["the car park"]
        await press(pilot, "end", "x", "escape")
        assert len(work_of(app).session.parked) == 1
        await press(pilot, "f7")
        assert len(work_of(app).session.parked) == 2


async def test_a_half_made_action_of_a_parked_point_comes_back_after_a_crash() -> None:
    repository = MemoryRepository()
    of = doing(a_session(), StartSession(), GoToStage("actions"), ParkPoint("the lift"))
    app = app_on(of, repository)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "p", "a", "end", *typing(" works"))
    again = SessionUI(repository, clock=app.clock, new_id=fresh_id)
    async with again.run_test(size=NARROW) as pilot:
        again.post_message(OpenSession(of.session.id))
        await until(pilot, lambda: isinstance(again.screen, AgreementForm))
        await until(pilot, lambda: bool(again.screen.query("#field-text")))
        assert "works" in area_of(again, "#field-text").text


def running(*names: str) -> Work:
    partnership = a_partnership(names=names)
    of = scored(a_session(partnership=partnership, indicators=("[/] On time", "Openness")))
    first = of.items[0].indicator_id
    return doing(of, StartSession(), GoToStage("reveal"), Reveal(first))


@pytest.mark.parametrize("lang", ["en", "nl"])
async def test_ending_early_asks_and_walks_to_the_closing(lang: Language) -> None:
    set_language(lang)
    app = app_on(running(HOSTILE, "[@click=app.quit]x[/]"))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "f4", "e")
        await until(pilot, lambda: isinstance(app.screen, ChooseDialog))
        text = screen_text(app)
        assert "Openness" in text
        assert "[/] On time" not in text.split("Openness")[0].splitlines()[-1]
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, CloseScreen))
        await pilot.pause()
        session = work_of(app).session
        assert session.stage == "close"
        assert [p.indicator_id for p in session.parked] == [work_of(app).items[1].indicator_id]
        assert [s.key for s in session.stages if s.skipped] == ["look_back", "actions"]
        told = app.screen.query_one("#missing", Text).shown.plain
        assert "Openness" not in told
        ended = "ended early" if lang == "en" else "vroegtijdig"
        assert ended in desk_of(app).minutes_text(lang)


async def test_taking_the_end_back_leads_to_where_it_was_and_again_to_the_closing() -> None:
    app = app_on(running("Noorderhaven", "Helderwit"))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        before = work_of(app).session
        await press(pilot, "ctrl+e", "enter")
        await until(pilot, partial(shows, app, CloseScreen))
        assert work_of(app).session.parked
        await press(pilot, "f7")
        await until(pilot, partial(shows, app, SCREENS["reveal"]))
        session = work_of(app).session
        assert (session.stage, session.parked, session.ended_early) == ("reveal", (), False)
        assert [s.key for s in session.stages if s.skipped] == []
        assert session.at_indicator == before.at_indicator
        assert "▶ Reveal" in screen_text(app)
        await press(pilot, "f8")
        await until(pilot, partial(shows, app, CloseScreen))
        assert work_of(app).session.parked
        # Who walked on since stays where they are.
        await press(pilot, "f5")
        await until(pilot, lambda: not isinstance(app.screen, CloseScreen))
        here = work_of(app).session.stage
        await press(pilot, "f7")
        await until(pilot, lambda: not work_of(app).session.ended_early)
        assert work_of(app).session.stage == here


async def test_going_on_changes_nothing_and_only_recording_parks_nothing() -> None:
    app = app_on(running("Noorderhaven", "Helderwit"))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        before = work_of(app)
        for keys in (("escape",), ("end", "enter")):
            await press(pilot, "ctrl+e")
            await until(pilot, lambda: isinstance(app.screen, ChooseDialog))
            await press(pilot, *keys)
            assert work_of(app) == before
        await press(pilot, "ctrl+e", "down", "enter")
        await until(pilot, lambda: isinstance(app.screen, CloseScreen))
        assert work_of(app).session.parked == ()
        state = work_of(app).session.stage_state("actions")
        assert state is not None
        assert state.skipped
        await press(pilot, "ctrl+e")
        assert isinstance(app.screen, CloseScreen)


@pytest.mark.parametrize("keys", [("o",), ("o", "y"), ("m",)])
async def test_f9_parks_over_what_lies_over_the_reveal(keys: tuple[str, ...]) -> None:
    app = app_on(running("Noorderhaven", "Helderwit"))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, *keys)
        over = type(app.screen)
        await press(pilot, "f9", *typing("the lift"), "ctrl+s")
        await until(pilot, partial(shows, app, over))
        assert over is not SCREENS["reveal"]
        assert [p.text for p in work_of(app).session.parked] == ["the lift"]


@pytest.mark.parametrize(
    ("stage", "key", "over"), [("score", "g", PaperScreen), ("actions", "r", ReadBackDialog)]
)
async def test_f9_parks_in_the_grid_and_while_reading_back(
    stage: StageKey, key: str, over: type[Screen[Any]]
) -> None:
    app = app_on(doing(a_session(), StartSession(), PutAction("paint the lines"), GoToStage(stage)))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, key)
        if isinstance(app.screen, ChooseDialog):
            await press(pilot, "enter")
        await until(pilot, partial(shows, app, over))
        await press(pilot, "f9", *typing("the lift"), "ctrl+s")
        await until(pilot, partial(shows, app, over))
        assert [p.text for p in work_of(app).session.parked] == ["the lift"]
