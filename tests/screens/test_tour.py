"""The tour: on first use of one's own, over the screen, in nobody's way, and again when asked."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from screens.widgets.tour_card import TourCard
from sessionui.app import SessionUI
from sessionui.domain.intents.walk import StartSession
from sessionui.domain.tour import CARDS, DONE, TOUR
from sessionui.domain.work import Work
from sessionui.locale import Language, set_language, translator
from tests.support.memory import MemoryRepository
from tests.support.room import a_session, app_on, doing, screen_text, until, work_of


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    set_language("en")


def card(app: SessionUI) -> TourCard | None:
    return next(iter(app.screen.query(TourCard)), None)


def first_time(work: Work, repository: MemoryRepository) -> SessionUI:
    app = app_on(work, repository)
    app.first_use = True
    return app


@pytest.mark.parametrize("lang", ["en", "nl"])
async def test_its_cards_stand_on_the_screen_and_every_other_key_works(lang: Language) -> None:
    set_language(lang)
    repository = MemoryRepository()
    app = first_time(a_session(), repository)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: card(app) is not None)
        await pilot.pause()
        for shown in CARDS:
            text = " ".join(screen_text(app).split())
            assert translator(lang).gettext(shown.title) in text
            assert f"{shown.number}/{len(CARDS)}" in text
            lines = screen_text(app).splitlines()
            assert "Noorderhaven" in lines[0]  # what the card points at stays to be seen
            assert "f1" in lines[-1]
            box = card(app)
            assert box is not None
            assert app.screen.region.contains_region(box.region)
            assert app.focused is not box
            if shown.number == 1:
                await pilot.press("space")  # presence, as without the card
                assert list(work_of(app).session.presence.values()) == ["present"]
            if shown.number == 2:
                await pilot.press("f6")  # it goes along to the next stage
                await until(pilot, lambda: app.screen is app.stages["look_back"])
                await pilot.pause()
                assert card(app) is not None
            await pilot.press("question_mark")
            await pilot.pause()
        assert card(app) is None
        assert repository.setting(TOUR) == DONE
        await pilot.press("escape")  # leaves the session
        await until(pilot, lambda: app.screen not in app.stages.values())


async def test_it_is_ended_by_one_key_and_taken_again_by_another() -> None:
    repository = MemoryRepository()
    app = first_time(a_session(), repository)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: card(app) is not None)
        await pilot.press("question_mark", "exclamation_mark")
        await pilot.pause()
        assert card(app) is None
        assert repository.setting(TOUR) == DONE
        await pilot.press("question_mark")
        await until(pilot, lambda: card(app) is not None)
        # The language changes the card too, and a crash would bring it back.
        await pilot.press("ctrl+l")
        await until(pilot, lambda: "Steeds hetzelfde kader" in screen_text(app))
        assert repository.setting(TOUR) == "1"


def running() -> Work:
    return doing(a_session(), StartSession())


def invented() -> Work:
    work = a_session()
    return work.but(partnership=work.partnership.but(example=True))


@pytest.mark.parametrize("work", [running(), invented()], ids=["running", "example"])
async def test_it_comes_up_by_itself_in_a_session_of_ones_own_that_is_prepared(work: Work) -> None:
    repository = MemoryRepository()
    app = first_time(work, repository)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: bool(app.stages))
        await pilot.pause()
        assert card(app) is None
        assert repository.setting(TOUR) == ""
        await pilot.press("question_mark")
        await until(pilot, lambda: card(app) is not None)


async def test_scripts_and_the_second_time_go_without() -> None:
    app = app_on(a_session())
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: bool(app.stages))
        await pilot.pause()
        assert card(app) is None
    repository = MemoryRepository()
    repository.set_setting(TOUR, DONE)
    again = first_time(a_session(), repository)
    async with again.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: bool(again.stages))
        await pilot.pause()
        assert card(again) is None


def test_a_start_waits_for_none_of_it() -> None:
    late = (
        "screens.widgets.tour_card",
        "sessionui.domain.tour",
        "sessionui.domain.background",
        "screens.dialogs.help",
        "sessionui.rehearsal",
        "sessionui.domain.rehearsal",
        "sessionui.commands.key_tables",
    )
    script = f"import sys, sessionui.app; print([m for m in {late} if m in sys.modules])"
    run = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True, timeout=60
    )
    assert run.stdout.strip() == "[]"
