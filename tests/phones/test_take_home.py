"""The action list as codes: read from the screen as a phone does, and told where it doesn't fit."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Event
from textual.pilot import Pilot
from textual.screen import Screen

from screens.minutes import MinutesScreen
from screens.room.board import lines_of
from screens.take_home import Size, TakeHomeScreen
from screens.widgets.qr_code import QrCode
from sessionui.app import SessionUI
from sessionui.domain.intents.agree import PutAction
from sessionui.domain.room.scenes import Join, read_scene
from sessionui.domain.work import Work
from tests.support.camera import MODULE, by_zbar, looked, needs_camera, picture, until_read
from tests.support.memory import MemoryRepository
from tests.support.room import HOSTILE, a_session, app_on, doing, screen_text, until
from tests.support.scoring import desk_of

pytestmark = pytest.mark.slow
DUE = date(2026, 12, 18)


def with_actions(*texts: str) -> Work:
    work = a_session()
    owner = work.raters("a")[0]
    return doing(work, *(PutAction(text=text, owner_id=owner, due=DUE) for text in texts))


async def opened(
    app: SessionUI, pilot: Pilot[Any], wanted: type[Screen[Any]] = TakeHomeScreen
) -> None:
    await until(pilot, lambda: app.desk is not None)
    await pilot.press("f10")
    await until(pilot, lambda: isinstance(app.screen, MinutesScreen))
    await pilot.press("t")
    await until(pilot, lambda: isinstance(app.screen, wanted))
    await pilot.pause()


@pytest.mark.parametrize(("size", "codes"), [((120, 40), "large"), ((80, 24), "small")])
async def test_a_phone_reads_the_list_and_the_entry(
    size: tuple[int, int], codes: Size, tmp_path: Path
) -> None:
    needs_camera()
    app = app_on(with_actions("Ring before nine"), MemoryRepository())
    async with app.run_test(size=size) as pilot:
        await opened(app, pilot)
        text, entry = (pages[0] for pages in _said(app, codes))
        assert "Ring before nine" in text
        assert scanned(app, tmp_path, text) == set(text.split("\n"))
        assert "Actions as text 1/1" in screen_text(app)
        await pilot.press("space")
        await pilot.pause()
        assert "Into a calendar 1/1   1. Ring before nine" in screen_text(app)
        assert scanned(app, tmp_path, entry) == set(entry.split("\r\n"))
        assert Event.from_ical(entry).decoded("dtstart") == DUE


def scanned(app: SessionUI, folder: Path, expected: str) -> set[str]:
    """The lines that a reader of codes finds on a picture of the screen."""
    image = picture(app.export_screenshot(), folder)
    wanted = len(expected.splitlines())
    found = until_read(looked(image, MODULE), lambda seen: by_zbar(seen, folder), wanted)
    return {line.removesuffix("\r") for line in found}


def _said(app: SessionUI, size: Size) -> tuple[tuple[str, ...], tuple[str, ...]]:
    from sessionui.minutes.pocket import calendar_pieces, text_pieces

    minutes = desk_of(app).minutes()
    kinds = text_pieces(minutes, "en", size), calendar_pieces(minutes, "en", size)
    return tuple(piece.text for piece in kinds[0]), tuple(piece.text for piece in kinds[1])


async def test_a_long_action_is_said_to_be_shortened_and_the_room_gets_the_code() -> None:
    app = app_on(with_actions(f"{HOSTILE} " + "ü" * 300), MemoryRepository())
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot)
        assert isinstance(app.screen, TakeHomeScreen)
        assert "shortened" in screen_text(app)
        topic = app.screen.topic
        assert topic.join is not None
        assert len(topic.join.scan) > 0


async def test_a_smaller_window_of_the_room_gets_the_same_in_a_smaller_code() -> None:
    app = app_on(with_actions(f"Ring {HOSTILE} " + "before nine " * 9), MemoryRepository())
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot)
        await pilot.press("space")
        await pilot.pause()
        assert "Into a calendar 1/1" in screen_text(app)
        scene = read_scene(app.room_scene().model_dump_json())
        assert isinstance(scene, Join)
        assert scene.join.smaller is not None
        assert len(scene.join.smaller.scan[0]) < len(scene.join.scan[0])
        low = "".join(line.plain for line in lines_of(scene, 80, 24))
        assert "▀" in low
        assert "(shortened)" in " ".join(low.split())
        alone = scene.but(join=scene.join.but(smaller=None))
        assert "▀" not in "".join(line.plain for line in lines_of(alone, 80, 24))
        assert lines_of(alone, 120, 40) == lines_of(scene, 120, 40)


async def test_every_code_fits_the_smallest_window_and_its_wall_and_a_larger_one_holds_more() -> (
    None
):
    app = app_on(with_actions(f"{HOSTILE} {'ü' * 300}", *(f"Ring them {n}" for n in range(6))))
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot)
        screen = app.screen
        assert isinstance(screen, TakeHomeScreen)
        for _page in screen.pages:
            assert screen.query_one(QrCode).drawing is not None
            assert "too small" not in screen_text(app)
            drawn = "".join(line.plain for line in lines_of(app.room_scene(), 80, 24))
            assert "▀" in drawn, "the wall has it too"
            await pilot.press("space")
            await pilot.pause()
        small = len(screen.pages)
        await pilot.resize_terminal(120, 40)
        await until(pilot, lambda: len(screen.pages) < small)
        await until(pilot, lambda: screen.query_one(QrCode).drawing is not None)


async def test_nothing_to_take_home_is_told() -> None:
    app = app_on(a_session())
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, MinutesScreen)
        await until(pilot, lambda: any("no open action" in n.message for n in app._notifications))
