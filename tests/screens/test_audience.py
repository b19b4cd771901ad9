"""The window of the room shows what it is sent, and lets nobody do anything in it."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from screens.room.board import RoomBoard
from sessionui.audience import AudienceApp
from sessionui.domain.room import Away, Scene, Topic, scene_of
from sessionui.locale import language
from sessionui.wall.feed import WallFeed
from tests.support.room import HOSTILE, NOW, a_partnership, a_session, until

SIZE = (80, 24)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "room.json"


@pytest.fixture
def feed(file: Path) -> Iterator[WallFeed]:
    feed = WallFeed(file)
    feed.start()
    yield feed
    feed.close()


def welcome(*names: str, lang: str = "en", theme: str = "") -> Scene:
    work = a_session(partnership=a_partnership(names=names or ("Noorderhaven", "Helderwit")))
    return scene_of(work, Topic(kind="welcome"), NOW, language=lang, theme=theme)


def board(app: AudienceApp) -> RoomBoard:
    return app.screen.query_one(RoomBoard)


def text(app: AudienceApp) -> str:
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in lines)


async def shown(app: AudienceApp, pilot: Pilot[int], scene: Scene) -> None:
    await until(pilot, lambda: board(app).scene == scene)


async def test_it_shows_what_comes_and_is_calm_when_nobody_is_there(file: Path) -> None:
    app = AudienceApp(file)
    async with app.run_test(size=SIZE) as pilot:
        await shown(app, pilot, Away())
        assert "comes back here by itself" in text(app)
        for turn in range(2):
            feed = WallFeed(file)
            feed.start()
            scene = welcome(f"North {turn}", "Clean")
            feed.show(scene.model_dump_json())
            await shown(app, pilot, scene)
            await pilot.pause()
            assert "comes back here" not in text(app)
            await asyncio.to_thread(feed.close)
            await shown(app, pilot, Away())
            await pilot.pause()
            assert "comes back here" in text(app)


async def test_language_and_colours_come_with_the_scene(file: Path, feed: WallFeed) -> None:
    app = AudienceApp(file)
    async with app.run_test(size=SIZE) as pilot:
        for lang, theme in (("nl", "sessionui-light"), ("en", "sessionui-dark")):
            scene = welcome(lang=lang, theme=theme)
            feed.show(scene.model_dump_json())
            await shown(app, pilot, scene)
            assert (language(), app.theme) == (lang, theme)
        scene = welcome(lang="tlh", theme="unknown")
        feed.show(scene.model_dump_json())
        await shown(app, pilot, scene)
        assert (language(), app.theme) == ("en", "sessionui-dark")


async def test_only_size_and_quit_have_keys(file: Path, feed: WallFeed) -> None:
    scene = welcome()
    feed.show(scene.model_dump_json())
    app = AudienceApp(file)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await shown(app, pilot, scene)
        assert {a.binding.action for a in app.screen.active_bindings.values()} == {
            "quit",
            "zoom(1)",
            "zoom(-1)",
        }
        before = text(app)
        for key in (
            "ctrl+p",
            "ctrl+s",
            "f1",
            "tab",
            "escape",
            "enter",
            "space",
            "a",
            "ctrl+wackslash",
        ):
            await pilot.press(key)
        assert len(app.screen_stack) == 1
        assert text(app) == before
        app.notify("somebody called")
        await pilot.pause()
        assert "somebody" not in text(app)
        assert not app._notifications
        zoom = board(app).zoom
        await pilot.press("plus")
        assert board(app).zoom == zoom + 1
        await pilot.press("minus", "minus")
        assert board(app).zoom == zoom - 1
        for _ in range(20):
            await pilot.press("minus")
        for _ in range(20):
            await pilot.press("plus")
        assert text(app).strip()
        await pilot.press("q")
    assert app.return_code == 0


@pytest.mark.parametrize("state", ["", "{", "null", '{"kind": "minutes of the future"}', "[/]"])
async def test_what_can_not_be_read_is_as_if_nobody_was_there(
    state: str, file: Path, feed: WallFeed
) -> None:
    app = AudienceApp(file)
    async with app.run_test(size=SIZE) as pilot:
        scene = welcome()
        feed.show(scene.model_dump_json())
        await shown(app, pilot, scene)
        feed.show(state)
        await shown(app, pilot, Away())
        feed.show(scene.model_dump_json())
        await shown(app, pilot, scene)


async def test_names_are_only_names(file: Path, feed: WallFeed) -> None:
    app = AudienceApp(file)
    async with app.run_test(size=SIZE) as pilot:
        scene = welcome(HOSTILE, "[@click=app.quit]x[/]")
        feed.show(scene.model_dump_json())
        await shown(app, pilot, scene)
        await pilot.pause()
        assert "[/] [b]" in text(app)
        assert "\x1b" not in text(app)


async def test_of_many_quick_scenes_the_last_one_stays(file: Path, feed: WallFeed) -> None:
    app = AudienceApp(file)
    async with app.run_test(size=SIZE) as pilot:
        for n in range(300):
            feed.show(welcome(f"Step {n}", "Clean").model_dump_json())
        await shown(app, pilot, welcome("Step 299", "Clean"))


def logged(home: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in home.rglob("*.log")]


async def test_a_crash_tells_nothing_of_what_was_shown(
    file: Path, feed: WallFeed, capsys: pytest.CaptureFixture[str], own_surroundings: Path
) -> None:
    """One sentence, and in the log the places in the code alone."""

    class Broken(AudienceApp):
        def show(self, scene: Scene) -> None:
            if scene.name_a:  # not yet while no session is followed
                raise RuntimeError(scene.name_a)

    feed.show(welcome("Zebrahaven", "Clean").model_dump_json())

    async def run() -> None:
        app = Broken(file)
        async with app.run_test(size=SIZE) as pilot:
            await until(pilot, lambda: app.return_code is not None)

    with pytest.raises(RuntimeError, match="Zebra"):
        await run()
    printed = capsys.readouterr()
    assert "session goes on" in printed.out + printed.err
    assert "Zebra" not in printed.out + printed.err
    logs = logged(own_surroundings)
    assert len(logs) == 1
    assert "RuntimeError" in logs[0]
    assert "Zebra" not in logs[0]
