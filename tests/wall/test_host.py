"""The application works out a scene when something changed and somebody watches, and only then."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from sessionui import wall_host
from sessionui.domain.intents.walk import GoToStage, StartSession
from sessionui.domain.room import Scene, Topic, read_scene, scene_of
from sessionui.domain.room.scenes import Welcome
from sessionui.wall import talk
from sessionui.wall_host import Before, WallHost, command_for
from tests.support.room import NOW, a_session, doing
from tests.wall.watching import Seen, until


class Stage:
    """What the host asks for, and how often it made a scene of it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.before = Before(Topic(kind="welcome"), a_session(), "en", "sessionui-dark")
        self.now, self.made = NOW, 0

        def counting(*arguments: object, **options: object) -> Scene:
            self.made += 1
            return scene_of(*arguments, **options)  # type: ignore[arg-type]

        monkeypatch.setattr(wall_host, "scene_of", counting)


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Stage:
    return Stage(monkeypatch)


@pytest.fixture
def came() -> list[str]:
    return []


@pytest.fixture
def host(tmp_path: Path, stage: Stage, came: list[str]) -> Iterator[WallHost]:
    host = WallHost(
        tmp_path / "room.json", lambda: stage.before, lambda: stage.now, lambda: came.append("came")
    )
    host.start()
    yield host
    host.close()


@pytest.fixture
def seen(tmp_path: Path, host: WallHost) -> Iterator[Seen]:
    with Seen(tmp_path / "room.json") as seen:
        until(lambda: host.watching == 1)
        yield seen


def scene(seen: Seen) -> Scene:
    state = seen[-1]
    assert state is not None
    return read_scene(state)


def shows(seen: Seen, kind: str) -> None:
    until(lambda: bool(seen) and seen[-1] is not None and scene(seen).kind == kind)


def test_nothing_is_worked_out_while_nobody_watches(
    tmp_path: Path, host: WallHost, stage: Stage, came: list[str]
) -> None:
    for _ in range(5):
        host.look()
    assert (stage.made, came) == (0, [])
    with Seen(tmp_path / "room.json") as seen:
        until(lambda: came == ["came"])
        assert stage.made == 0
        host.look()
        shows(seen, "welcome")


def test_what_is_the_same_is_made_and_said_once(host: WallHost, seen: Seen, stage: Stage) -> None:
    for _ in range(5):
        host.look()
    shows(seen, "welcome")
    assert stage.made == 1
    stage.now += timedelta(seconds=5)
    host.look()
    assert stage.made == 1, "a welcome has no clock"


def test_every_kind_of_change_is_said(host: WallHost, seen: Seen, stage: Stage) -> None:
    host.look()
    stage.before = replace(stage.before, topic=Topic(kind="actions"))
    host.look()
    shows(seen, "actions")
    stage.before = replace(stage.before, language="nl")
    host.look()
    until(lambda: scene(seen).language == "nl")
    stage.before = replace(stage.before, theme="sessionui-light")
    host.look()
    until(lambda: scene(seen).theme == "sessionui-light")
    assert stage.before.work is not None
    stage.before = replace(
        stage.before,
        work=doing(stage.before.work, GoToStage("score")),
        topic=Topic(kind="welcome"),
    )
    host.look()
    shows(seen, "welcome")
    found = scene(seen)
    assert isinstance(found, Welcome)
    assert [item.key for item in found.agenda if item.here] == ["score"]
    stage.before = replace(stage.before, topic=None)
    host.look()
    shows(seen, "away")


def test_a_clock_runs_on_the_wall_too(host: WallHost, seen: Seen, stage: Stage) -> None:
    assert stage.before.work is not None
    running = doing(stage.before.work, StartSession())
    stage.before = replace(stage.before, work=running, topic=Topic(kind="writing"))
    host.look()
    shows(seen, "writing")
    first = scene(seen).clock
    stage.now += timedelta(seconds=1)
    host.look()
    until(lambda: scene(seen).clock != first)
    host.look()
    assert stage.made == 2


def test_who_comes_later_sees_nothing_of_what_was_there_before(
    tmp_path: Path, host: WallHost, stage: Stage, came: list[str]
) -> None:
    with Seen(tmp_path / "room.json") as first:
        until(lambda: host.watching == 1)
        host.look()
        shows(first, "welcome")
    until(lambda: host.watching == 0)
    host.look()
    stage.before = replace(stage.before, topic=Topic(kind="closing"))
    with Seen(tmp_path / "room.json") as second:
        until(lambda: len(came) == 2)
        host.look()
        shows(second, "closing")
        assert len([state for state in second if state is not None]) == 1


def test_a_scene_that_can_not_be_made_leaves_the_wall_empty_and_the_session_alone(
    host: WallHost, seen: Seen, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    host.look()
    shows(seen, "welcome")

    def broken(*_: object, **__: object) -> Scene:
        raise RuntimeError("Anna gave a 4")

    monkeypatch.setattr(wall_host, "scene_of", broken)
    stage.before = replace(stage.before, topic=Topic(kind="actions"))
    host.look()
    shows(seen, "away")


def test_a_screen_that_can_not_tell_keeps_the_wall_as_it_is_for_a_while(
    tmp_path: Path, stage: Stage, own_surroundings: Path
) -> None:
    """As one that is composed anew at that moment; one that never can leaves the wall empty."""
    fails = [0]

    def ask() -> Before:
        if fails[0]:
            fails[0] -= 1
            raise LookupError("no widget of that name")
        return stage.before

    host = WallHost(tmp_path / "room.json", ask, lambda: stage.now, lambda: None)
    host.start()
    with Seen(tmp_path / "room.json") as seen:
        until(lambda: host.watching == 1)
        host.look()
        shows(seen, "welcome")
        fails[0] = wall_host.PATIENCE - 1
        for _ in range(wall_host.PATIENCE):
            host.look()
        assert not list(own_surroundings.rglob("*.log"))
        stage.before = replace(stage.before, topic=Topic(kind="actions"))
        host.look()
        shows(seen, "actions")
        fails[0] = 10 * wall_host.PATIENCE
        for _ in range(3 * wall_host.PATIENCE):
            host.look()
        shows(seen, "away")
        (log,) = own_surroundings.rglob("*.log")
        assert log.read_text().count("LookupError") == 1
        fails[0] = 0
        host.look()
        shows(seen, "actions")
    host.close()


def test_a_scene_beyond_all_measure_leaves_it_empty_too(
    host: WallHost, seen: Seen, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(talk, "LARGEST", 300)
    host.look()
    shows(seen, "away")


def test_the_command_can_be_typed_in_any_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is run as a shell would run it, to its help."""
    file = tmp_path / "it's a 'room' $HOME.json"
    command = command_for(file)
    assert command.endswith(f" audience {file.name}") is False
    done = subprocess.run(
        f"{command} --help",
        shell=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(Path.cwd()), "LANG": "C.UTF-8", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "sessionui audience [FILE]" in done.stdout


def test_the_command_is_short_where_it_can_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from store.paths import default_file

    script = tmp_path / "bin" / "sessionui"
    script.parent.mkdir()
    script.write_text("#!/bin/sh\n")
    script.chmod(0o755)
    monkeypatch.setattr(sys, "argv", [str(script)])
    monkeypatch.setenv("PATH", "/nowhere")
    assert command_for(tmp_path / "a.json") == f"{script} audience {tmp_path / 'a.json'}"
    monkeypatch.setenv("PATH", str(script.parent))
    assert command_for(tmp_path / "a.json") == f"sessionui audience {tmp_path / 'a.json'}"
    assert command_for(default_file()) == "sessionui audience"
