"""Every test starts in English, with no settings and no folders of the person who runs it."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# Read by Textual when it is imported.
os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ["TEXTUAL_FPS"] = "1000"
os.environ.pop("TEXTUAL", None)
# Programs that tests start keep what they compiled: each would do it anew, some hundred times.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# A busy machine must not fail a property; what failed is printed so that it can be repeated.
settings.register_profile("default", deadline=None, print_blob=True)
settings.load_profile("default")

import textual._wait  # noqa: E402 - after the environment is set

from sessionui.locale import set_language  # noqa: E402
from tests.support.idle import nothing_left  # noqa: E402

# Before Textual's modules take it from there.
textual._wait.wait_for_idle = nothing_left

from tests.support.ending import pause_to_the_end  # noqa: E402
from tests.support.stylesheets import parse_once  # noqa: E402

pause_to_the_end()
parse_once()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Let the worker that is done first take over tests of the other."""
    from xdist.scheduler import WorkStealingScheduling

    return WorkStealingScheduling(config, log)


REAL_TIME = frozenset({"app", "e2e", "forms", "phones", "screens", "wall"})
"""Folders of tests that go by a real clock, threads, sockets, terminals or a browser."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Long tests first, so that none of them is left for one worker alone at the end.

    What goes by a real clock has one more try, and is named: docs/decisions/0027.
    """
    for item in items:
        if item.path.relative_to(config.rootpath / "tests").parts[0] in REAL_TIME:
            item.add_marker(pytest.mark.flaky(reruns=1))
    items.sort(
        key=lambda item: not {"slow", "timeout"} & {mark.name for mark in item.iter_markers()}
    )


def pytest_collection_finish() -> None:
    """Spare the collector what stays anyway: looking through it took a quarter of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture(autouse=True)
def own_surroundings(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Give the test a home folder of its own and a fixed locale and time zone; return the home."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    return home


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    set_language("en")
    yield
    set_language("en")
