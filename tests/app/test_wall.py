"""The application feeds windows of the room, and tells how to open one."""

import asyncio
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.pilot import Pilot

from screens.dialogs.audience import AudienceDialog
from screens.stages.base import StageScreen
from screens.wall import WallApp
from sessionui.app import SessionUI
from sessionui.commands.key_tables import TABLES
from sessionui.domain.room import Scene, Topic, read_scene
from sessionui.wall import place
from tests.support.memory import MemoryRepository
from tests.support.room import NOW, a_session, app_on, fresh_id, screen_text, until
from tests.wall.watching import Seen


def with_file(app: SessionUI, file: Path) -> SessionUI:
    app.file = file
    return app


def scene(seen: Seen) -> Scene | None:
    return read_scene(seen[-1]) if seen and seen[-1] is not None else None


async def shows(pilot: Pilot[int], seen: Seen, kind: str) -> None:
    def holds() -> bool:
        found = scene(seen)
        return found is not None and found.kind == kind

    await until(pilot, holds)


async def test_the_room_follows_from_stage_to_stage_and_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        StageScreen, "topic", property(lambda self: Topic(kind=self.STAGE)), raising=False
    )
    file = tmp_path / "room.json"
    app = with_file(app_on(a_session(), MemoryRepository()), file)
    with Seen(file) as seen:
        async with app.run_test(size=(80, 24)) as pilot:
            await shows(pilot, seen, "welcome")
            await pilot.press("f6")
            await shows(pilot, seen, "look_back")
            await pilot.press("f4")
            await until(pilot, lambda: len(app.screen_stack) > 2)
            await pilot.pause(0.2)
            await shows(pilot, seen, "look_back")
            await pilot.press("escape")
            await pilot.press("ctrl+l")
            await until(pilot, lambda: (s := scene(seen)) is not None and s.language == "nl")
            await pilot.press("ctrl+k")
            await until(pilot, lambda: (s := scene(seen)) is not None and s.theme == app.theme)
            await pilot.press("escape")
            await shows(pilot, seen, "away")
        await asyncio.to_thread(seen.until, None)
    assert not place.place_of(file).exists(), "the way in is gone with the application"


async def test_one_key_tells_how_and_whether_a_window_follows(tmp_path: Path) -> None:
    file = tmp_path / "my [/] room.json"
    app = with_file(app_on(a_session(), MemoryRepository()), file)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: bool(app.stages))
        await pilot.press("ctrl+w")
        await until(pilot, lambda: isinstance(app.screen, AudienceDialog))
        await pilot.pause()
        text = screen_text(app)
        assert "audience" in text
        assert "room.json" in text
        assert "No window follows now" in text
        with Seen(file):
            await until(pilot, lambda: "1 window follows now" in screen_text(app))
        await until(pilot, lambda: "No window follows now" in screen_text(app))
        await pilot.press("c")
        assert app.clipboard.endswith(f" audience '{file}'")
        await pilot.press("ctrl+w")
        await until(pilot, lambda: not isinstance(app.screen, AudienceDialog))


async def test_no_window_follows_a_file_that_is_open_for_reading_only(tmp_path: Path) -> None:
    repository = MemoryRepository()
    repository.save(None, a_session())
    repository.read_only = True
    app = SessionUI(repository, clock=lambda: NOW, new_id=fresh_id, file=tmp_path / "room.json")
    async with app.run_test(size=(80, 24)) as pilot:
        await asyncio.sleep(0)
        await pilot.press("ctrl+w")
        await until(pilot, lambda: isinstance(app.screen, AudienceDialog))
        await pilot.pause()
        assert "for reading only" in screen_text(app)
        assert app.wall is None
    assert not place.place_of(tmp_path / "room.json").exists()


def test_no_other_key_of_the_program_is_taken() -> None:
    """A stage's own key would win, and the window's would do nothing there."""
    ours = {key for b in WallApp.BINDINGS if isinstance(b, Binding) for key in b.key.split(",")}
    for table in TABLES:
        for owner in table.owners:
            if owner not in (WallApp, AudienceDialog):
                theirs = {
                    key
                    for b in vars(owner).get("BINDINGS", ())
                    if isinstance(b, Binding)
                    for key in b.key.split(",")
                }
                assert not ours & theirs, owner
