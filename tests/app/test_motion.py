"""Less motion: by the environment, the desktop, or a key; what was chosen is kept."""

import subprocess
import sys

import pytest

from screens.stages.reveal_board import Board
from sessionui import motion
from sessionui.app import SessionUI
from sessionui.motion import asked_for_less, desktop_wants_less
from tests.support.memory import MemoryRepository
from tests.support.revealing import revealing
from tests.support.room import app_on
from tests.support.scoring import NARROW, press


@pytest.mark.parametrize(
    ("environment", "less"),
    [
        ({}, False),
        ({"NO_MOTION": ""}, False),
        ({"NO_MOTION": "0"}, False),
        ({"NO_MOTION": "1"}, True),
        ({"REDUCE_MOTION": "true"}, True),
    ],
)
def test_the_environment_may_ask_for_less(environment: dict[str, str], less: bool) -> None:
    assert asked_for_less(environment) is less


@pytest.mark.skipif(sys.platform == "win32", reason="asks Windows itself")
def test_a_desktop_is_asked_and_may_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def answering(said: str | OSError) -> bool:
        def run(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
            if isinstance(said, OSError):
                raise said
            return subprocess.CompletedProcess([], 0, stdout=said)

        monkeypatch.setattr(subprocess, "run", run)
        return desktop_wants_less()

    monkeypatch.setattr(sys, "platform", "linux")
    assert answering("false\n")
    assert not answering("true\n")
    assert not answering(FileNotFoundError("gsettings"))
    monkeypatch.setattr(sys, "platform", "darwin")
    assert answering("1\n")
    assert not answering("")
    monkeypatch.setattr(sys, "platform", "plan9")
    assert not answering("1\n")


async def test_a_key_turns_it_off_and_that_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(motion, "VARIABLES", ())
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "full")
    repository = MemoryRepository()
    app = app_on(revealing(), repository)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        levels = [level(app)]
        for _ in range(3):
            await press(pilot, "ctrl+u")
            levels.append(level(app))
        assert levels == ["full", "none", "full", "none"]
        await press(pilot, "space")
        assert not app.screen.query_one(Board).unveiling.going_on
    assert repository.setting("motion") == "off"
    assert level(app_on(revealing(), repository)) == "none"


def level(app: SessionUI) -> str:
    return app.animation_level
