"""The prompt bar: the most useful question, why, the others, nothing; rules turned off."""

from collections.abc import Sequence

import pytest

from screens.dialogs.guidance import GuidanceDialog
from screens.guidance import OFF, rules_off
from screens.widgets.prompt import PromptBar
from sessionui.domain.intents.look_back import PutIssue
from sessionui.domain.intents.walk import GoToStage
from sessionui.domain.work import Work
from sessionui.locale import Language, set_language
from tests.support.memory import MemoryRepository
from tests.support.room import (
    HOSTILE,
    a_partnership,
    a_session,
    app_on,
    desk_of,
    doing,
    scored,
    screen_text,
)
from tests.support.scoring import NARROW, press

HARD: dict[str, Sequence[int]] = {"a": (3, 4, 8), "b": (8, 8, 9)}


def revealing(*, names: tuple[str, str] = ("Noorderhaven", "Helderwit")) -> Work:
    partnership = a_partnership(names=names)
    indicators = (f"{names[0]} op tijd", "Openness")
    of = scored(a_session(partnership=partnership, indicators=indicators), HARD)
    return doing(of, GoToStage("reveal"))


def keys_of(bar: PromptBar) -> list[str]:
    return [line.key for line in bar.lines]


@pytest.mark.parametrize("lang", ["en", "nl"])
async def test_f2_goes_through_the_prompts_with_their_reasons(lang: Language) -> None:
    set_language(lang)
    hostile = (HOSTILE + "Noorderhaven " * 6, "[@click=app.quit]" + "H" * 80)
    app = app_on(revealing(names=hostile))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        bar = app.screen.query_one(PromptBar)
        before = bar.lines
        assert "fail" not in keys_of(bar)
        await press(pilot, "space")
        assert keys_of(bar)[:3] == ["fail", "spread", "gap"]
        assert keys_of(bar)[-1] == "stage"
        total = len(bar.lines)
        text = screen_text(app)
        asked = next(line for line in text.splitlines() if f" 1/{total} " in line)
        assert ("No solution yet." if lang == "en" else "Nog geen oplossing.") in asked
        assert "…" in asked
        assert not app.screen.query_one("#row-note").display
        seen = []
        for _line in range(total):
            await press(pilot, "f2")
            assert bar.shown is not None
            seen.append(bar.shown.key)
            assert app.screen.query_one("#row-note").display
            assert len(screen_text(app).splitlines()) == 24
        assert seen == keys_of(bar)
        await press(pilot, "f2")
        assert not bar.display
        await press(pilot, "1")
        assert not bar.display  # it stays off while things change
        await press(pilot, "f2")
        assert bar.shown is not None
        assert bar.shown.key == keys_of(bar)[0]
        await press(pilot, "right_square_bracket")
        assert [line.key for line in bar.lines] == [line.key for line in before]


async def test_the_chosen_prompt_stays_as_long_as_it_fits() -> None:
    app = app_on(revealing())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "space", "f2", "f2")
        bar = app.screen.query_one(PromptBar)
        assert bar.shown is not None
        assert bar.shown.key == "spread"
        await press(pilot, "r", "r")
        assert bar.shown.key == "spread"
        await press(pilot, "1", "2")
        assert bar.shown is not None
        assert bar.shown.key == "heard-back"
        assert "spread" not in keys_of(bar)


@pytest.mark.parametrize("lang", ["en", "nl"])
async def test_a_rule_is_turned_off_for_the_whole_file(lang: Language) -> None:
    set_language(lang)
    repository = MemoryRepository()
    app = app_on(revealing(), repository)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "space", "ctrl+f")
        assert isinstance(app.screen, GuidanceDialog)
        text = " ".join(screen_text(app).replace("│", " ").split())
        assert ("5.5" if lang == "en" else "5,5") in text
        assert ("Method, what goes wrong" if lang == "en" else "Methode, wat misgaat") in text
        await press(pilot, "space", "escape")
        bar = app.screen.query_one(PromptBar)
        assert "fail" not in keys_of(bar)
        assert bar.shown is not None
        assert bar.shown.key == "spread"
        assert repository.setting(OFF) == "fail"
        desk_of(app).remember(OFF, "fail,elsewhere")
        assert rules_off(desk_of(app)) == {"fail"}
        await press(pilot, "ctrl+f", "end")
        assert len(screen_text(app).splitlines()) == 24
        await press(pilot, "space", "space", "escape")
        assert rules_off(desk_of(app)) == {"fail"}


async def test_names_in_a_prompt_are_never_markup() -> None:
    partnership = a_partnership(names=("[/]", HOSTILE))
    of = doing(a_session(partnership=partnership), GoToStage("look_back"), PutIssue("a", "[b]"))
    app = app_on(of)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "f2")
        text = screen_text(app)
        assert "Only [/] has told what goes on." in text
