"""The codes of the room close together: everything whole, whatever the network is called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from screens.phones.one_code import OneCodeScreen
from screens.phones.wall import PhonesScreen
from screens.room.pages.join_tight import tight
from screens.widgets.letters import letters
from sessionui.app import SessionUI
from sessionui.domain.room.topic import JoinCode
from sessionui.phones.address import Address, room_url
from sessionui.phones.qr import Matrix, matrices, wifi_text
from tests.support.memory import MemoryRepository
from tests.support.phone_room import phone_work
from tests.support.room import app_on, screen_text, until
from tests.support.scoring import NARROW, desk_of, flat, press

ADDRESS = Address("192.168.137.100", 8765)
CODE = "4586T4"
HOTSPOT = ("iPhone van Annelies", "welkom-20261")
HARD = ('Gast;net:"wifi"\\', 'p;a:ss,w\\"ord')
LONGEST = ("Ziekenhuis Noorderhaven Gasten 5", "w" * 63)


def rows_of(found: tuple[Matrix, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple("".join("01"[dark] for dark in row) for row in code) for code in found)


def joining(name: str, secret: str) -> JoinCode:
    return JoinCode(
        typed=ADDRESS.typed,
        code=CODE,
        scan=rows_of(matrices(room_url(ADDRESS, CODE))),
        wifi_name=name,
        wifi_password=secret,
        wifi_scan=rows_of(matrices(wifi_text(name, secret))) if name else (),
    )


def notes(width: int) -> list[Content]:
    return [Content("of one side" * 9), Content("of the other")]


def has_large(text: str, word: str) -> bool:
    """Whether the word stands there in large letters, its rows below each other."""
    lines = text.replace("\u00a0", " ").split("\n")
    for bold in (True, False):
        rows = letters(word, bold=bold)
        assert rows
        for n in range(len(lines) - len(rows) + 1):
            at = lines[n].find(rows[0].rstrip())
            if at >= 0 and all(
                lines[n + k].startswith(row.rstrip(), at) for k, row in enumerate(rows)
            ):
                return True
    return False


@given(
    st.text(st.sampled_from('abcXYZ 0189;:,"\\-'), min_size=1, max_size=32),
    st.text(st.sampled_from('abcXYZ0189;:,"\\-'), max_size=63),
    st.sampled_from([(76, (20, 22)), (78, (22, 23)), (116, (36, 38))]),
)
def test_nothing_is_cut_off_and_no_password_is_shortened(
    name: str, secret: str, room: tuple[int, tuple[int, int]]
) -> None:
    width, heights = room
    found = tight(joining(name, secret), notes, width, heights)
    if found is None:
        return
    lines, height = found
    assert height in heights
    assert len(lines) <= height
    assert all(line.cell_length <= width for line in lines)
    text = "\n".join(line.plain for line in lines)
    assert secret in text
    assert has_large(text, CODE)
    assert has_large(text, ADDRESS.typed) or ADDRESS.typed in text
    assert ("of one side" in text) == ("of the other" in text)


async def on_the_wall(app: SessionUI, wifi: tuple[str, str] | None) -> PhonesScreen:
    desk = desk_of(app)
    if wifi:
        assert desk.phones.set_wifi(*wifi) is None
    assert await desk.phones.start("127.0.0.1") is None
    server = desk.phones._server
    assert server is not None
    server._address = ADDRESS
    screen = PhonesScreen(desk)
    app.push_screen(screen)
    return screen


@pytest.mark.parametrize(
    ("wifi", "large"),
    [(None, True), (("Gast", ""), True), (HOTSPOT, True), (HARD, False)],
)
async def test_at_80_by_24_both_codes_and_what_to_type(
    wifi: tuple[str, str] | None, large: bool
) -> None:
    app = app_on(phone_work(), MemoryRepository())
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: app.desk is not None)
        await on_the_wall(app, wifi)
        code = desk_of(app).phones.code
        for keys in ((), ("f12",)):
            await press(pilot, *keys)
            await until(pilot, lambda: has_large(screen_text(app), code))
            text = flat(app)
            assert "or type" in text
            # Where the address stands in one line there may be no room for it.
            assert not large or "and the code" in text or "address and code" in text
            assert has_large(screen_text(app), ADDRESS.typed) == large
            assert large or f"2 Scan, or type {ADDRESS.typed}" in " ".join(
                text.replace(f"Password: {wifi and wifi[1]}", "").split()
            )
            if wifi:
                assert f"1 Wi-Fi {wifi[0]}" in text
                assert ("Password: " + wifi[1] in text) == bool(wifi[1])
        await press(pilot, "f12")
        await until(pilot, lambda: "x Large" in flat(app))
        desk_of(app).phones.stop()


async def test_a_network_without_room_for_its_code_is_told_in_words_with_the_key() -> None:
    app = app_on(phone_work(), MemoryRepository())
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: app.desk is not None)
        await on_the_wall(app, (LONGEST[0], "w" * 40))
        await until(pilot, lambda: "No room for its code here: x shows it" in flat(app))
        assert f"1 Wi-Fi {LONGEST[0]}" in flat(app)
        assert f"Password:{'w' * 40}" in _column(screen_text(app))
        assert has_large(screen_text(app), ADDRESS.typed)
        assert has_large(screen_text(app), desk_of(app).phones.code)
        await press(pilot, "x")
        await until(pilot, lambda: isinstance(app.screen, OneCodeScreen))
        await until(pilot, lambda: f"Wi-Fi {LONGEST[0]}" in flat(app))
        await press(pilot, "f12")
        await until(pilot, lambda: "Ziekenhuis Noorderhaven" in _column(screen_text(app)))
        assert "192.168" not in flat(app), "the room scans what is on the laptop"
        await press(pilot, "f12", "escape")
        await until(pilot, lambda: isinstance(app.screen, PhonesScreen))
        desk_of(app).phones.stop()


async def test_a_network_whose_code_fits_nowhere_is_told_whole() -> None:
    app = app_on(phone_work(), MemoryRepository())
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: app.desk is not None)
        await on_the_wall(app, LONGEST)
        await until(pilot, lambda: "make the window larger" in flat(app))
        for keys in ((), ("f12",)):
            await press(pilot, *keys)
            await until(pilot, lambda: LONGEST[0] in flat(app))
            assert LONGEST[1] in _column(screen_text(app))
        await press(pilot, "f12")
        desk_of(app).phones.stop()


def _column(text: str) -> str:
    """The words beside the code, without what breaks them."""
    return "".join(line[30:].strip() for line in text.split("\n"))


@pytest.mark.parametrize("wifi", [None, HARD])
async def test_in_a_larger_window_the_address_is_large_on_the_wall_too(
    wifi: tuple[str, str] | None,
) -> None:
    app = app_on(phone_work(), MemoryRepository())
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.desk is not None)
        await on_the_wall(app, wifi)
        for keys in ((), ("f12",)):
            await press(pilot, *keys)
            await until(pilot, lambda: has_large(screen_text(app), ADDRESS.typed))
            assert has_large(screen_text(app), desk_of(app).phones.code)
            text = flat(app)
            assert "or type" in text
            assert "and the code" in text or "address and code" in text
        await press(pilot, "f12")
        desk_of(app).phones.stop()
