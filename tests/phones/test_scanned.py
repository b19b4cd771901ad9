"""QR codes on pictures of the screen, read by zbar and by OpenCV; and on the sheet of cards."""

from pathlib import Path
from typing import Literal

import pytest

from screens.phones.handed import HandedScreen
from screens.phones.one_code import OneCodeScreen
from screens.phones.wall import PhonesScreen
from screens.room.curtain import CurtainScreen
from screens.widgets.qr_code import QrCode
from sessionui.app import SessionUI
from sessionui.desk import SessionDesk
from sessionui.domain.sides import SIDES
from sessionui.domain.wording import Sentence
from sessionui.phones.address import Address, personal_url, room_url
from sessionui.phones.cards import Card, cards_page
from sessionui.phones.qr import matrix
from sessionui.phones.tokens import new_token
from tests.support.browser import LAPTOP, browser, page_in, violations
from tests.support.camera import (
    FOUR_METRES,
    MODULE,
    by_opencv,
    by_zbar,
    frame,
    looked,
    needs_camera,
    picture,
    until_read,
)
from tests.support.memory import MemoryRepository
from tests.support.phone_room import phone_work
from tests.support.room import HOSTILE, a_partnership, a_session, app_on, until
from tests.support.scoring import desk_of, scoring, work_of

pytestmark = pytest.mark.external

SIZES = [(80, 24), (120, 40)]
WIFI = r"WIFI:T:WPA;S:Noorderhaven\; gast;P:welkom-2026;;"
HOTSPOT = r"WIFI:T:WPA;S:iPhone van Annelies;P:welkom-20261;;"
HARD = r"WIFI:T:WPA;S:Gast\;net\:\"wifi\"\\;P:p\;a\:ss\,w\\\"ord;;"
NETWORKS = {
    WIFI: ("Noorderhaven; gast", "welkom-2026"),
    HOTSPOT: ("iPhone van Annelies", "welkom-20261"),
    HARD: ('Gast;net:"wifi"\\', 'p;a:ss,w\\"ord'),
}


@pytest.fixture(autouse=True)
def _decoders() -> None:
    needs_camera()


def read(svg: str, folder: Path, expected: set[str], module: float = MODULE) -> None:
    """Both decoders read all of it on some frame, and one of them does from four metres."""
    image = picture(svg, folder)
    wanted = len(expected)
    zbar = until_read(looked(image, module), lambda seen: by_zbar(seen, folder), wanted)
    opencv = until_read(looked(image, module), lambda seen: by_opencv(seen, wanted), wanted)
    assert zbar == opencv == expected
    far = frame(image, FOUR_METRES, module)
    assert by_zbar(far, folder) | by_opencv(far, wanted) == expected


def served(app: SessionUI, desk: SessionDesk) -> str:
    """Pretend that it listens on the longest address that a hotspot has; the text of its code."""
    server = desk.phones._server
    assert server is not None
    server._address = Address("192.168.137.100", 8765)
    return room_url(server._address, desk.phones.code)


@pytest.mark.parametrize(
    ("size", "theme", "wifi"),
    [
        (SIZES[0], "sessionui-dark", WIFI),
        (SIZES[0], "sessionui-dark", HOTSPOT),
        (SIZES[0], "sessionui-dark", HARD),
        (SIZES[0], "sessionui-light", ""),
        (SIZES[1], "sessionui-contrast", ""),
        (SIZES[1], "sessionui-light", WIFI),
    ],
)
async def test_codes_on_the_wall(
    size: tuple[int, int], theme: str, wifi: str, tmp_path: Path
) -> None:
    # Always the same code: OpenCV misses one in some fifty straight pictures.
    app = app_on(phone_work(), MemoryRepository())
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.desk is not None)
        app.theme = theme
        desk = desk_of(app)
        if wifi:
            assert desk.phones.set_wifi(*NETWORKS[wifi]) is None
        assert await desk.phones.start("127.0.0.1") is None
        expected = {served(app, desk)} | ({wifi} if wifi else set())
        app.push_screen(PhonesScreen(desk))
        await until(
            pilot, lambda: isinstance(app.screen, PhonesScreen) and bool(app.screen.query(QrCode))
        )
        await pilot.pause(0.7)
        read(app.export_screenshot(), tmp_path, expected)
        if size == SIZES[0]:  # as the room's own picture has them
            await pilot.press("f12")
            await until(pilot, lambda: isinstance(app.screen, CurtainScreen))
            await pilot.pause()
            read(app.export_screenshot(), tmp_path, expected)
            await pilot.press("f12")
            await until(pilot, lambda: isinstance(app.screen, PhonesScreen))
        await pilot.press("x")
        await pilot.pause()
        assert isinstance(app.screen, OneCodeScreen)
        drawn = app.screen.query_one(QrCode).drawing
        assert drawn is not None
        assert drawn.scale == (1 if size == (120, 40) else 0)
        module = MODULE * (2 * drawn.scale or 1)
        read(app.export_screenshot(), tmp_path, {e for e in expected if "HTTP" in e}, module)


@pytest.mark.parametrize("size", SIZES)
async def test_a_personal_code(
    size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sessionui.phone_host.new_token", lambda: new_token(lambda _bits: 3**80))
    app = app_on(scoring(), MemoryRepository())
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.desk is not None)
        desk = desk_of(app)
        assert await desk.phones.start("127.0.0.1") is None
        served(app, desk)
        handed = desk.phones.hand_out(work_of(app).raters("a")[0])
        assert not isinstance(handed, Sentence)
        code = handed.code.replace(" ", "")
        app.push_screen(HandedScreen("Anna 0", handed))
        await until(pilot, lambda: bool(app.screen.query(QrCode)))
        await pilot.pause()
        expected = {f"HTTP://192.168.137.100:8765/P/{code}"}
        read(app.export_screenshot(), tmp_path, expected)


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "nl"])
def test_cards_as_they_are_printed(lang: Literal["en", "nl"], tmp_path: Path) -> None:
    """The sheet as Chromium prints it: every code is there once, and names are only names."""
    work = a_session(partnership=a_partnership(raters=5))
    people = [p for side in SIDES for p in work.raters(side)]
    address = Address("192.168.137.100", 8765)
    # Always the same: zbar misses one code in some hundreds of straight pictures.
    numbers = iter(3**80 + n * 7**44 for n, _ in enumerate(people))
    tokens = [new_token(lambda _bits: next(numbers)) for _ in people]
    expected = {personal_url(address, token) for token in tokens}
    cards = [
        Card(f"{HOSTILE} {n} <b>", SIDES[n % 2], HOSTILE * 4, token, matrix(url))
        for n, (token, url) in enumerate((token, personal_url(address, token)) for token in tokens)
    ]
    path = tmp_path / "cards.html"
    path.write_text(cards_page(work, cards, address.typed, lang), encoding="utf-8")
    with browser() as chromium, page_in(chromium, lang, size=LAPTOP, touch=False) as page:
        page.goto(path.as_uri())
        assert page.locator("script, b").count() == 0
        assert violations(page) == []
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 720, "height": 1050})
        page.screenshot(path=tmp_path / "cards.png", full_page=True, scale="device")
    import cv2

    image = cv2.imread(str(tmp_path / "cards.png"), cv2.IMREAD_GRAYSCALE)
    assert by_zbar(image, tmp_path) == expected
