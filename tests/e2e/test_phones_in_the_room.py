"""The whole path: the program in a terminal, and phones in a real browser at once.

By name four and by side six; with ``EXHAUSTIVE=1`` twelve. They join by the QR code that stands on
the terminal's screen, answer, refresh, change an answer, say that they are done; the facilitator
locks and reveals.
"""

import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyte
import pytest

from sessionui.domain.scoring import Rules
from sessionui.domain.terms import Secrecy
from sessionui.domain.work import Work
from store.tinydb_repository import TinyDbRepository
from tests.e2e.hands import Hands
from tests.e2e.prepared import prepare
from tests.support.browser import browser, page_in
from tests.support.camera import by_zbar, needs_camera
from tests.support.depth import EXHAUSTIVE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.external, pytest.mark.slow, pytest.mark.timeout(400)]

CLIENTS = ("Anna Bos", "Ben Mol", "Carla Vis", "Daan Smit", "Eva Kok", "Fred Tol")
SUPPLIERS = ("Gijs Jansen", "Hilde Vos", "Ivo Bakker", "Jet Prins", "Kees de Wit", "Lotte Mulder")
ASIDE = {"name": 2, "side": 3}
"""Phones a side. By side no figure shows of fewer than three."""
APART = {2: "2.0 apart", 3: "1.3 apart", 6: "0.1 apart"}
"""How far apart both sides' means of the first indicator are, by the number of phones a side."""
FIRST, CHANGED = 4, 8
REASON = "Zeldzaam woord onderbouwing"
PIXELS = 8


@pytest.fixture(scope="module")
def chromium() -> Iterator["Browser"]:
    needs_camera()
    with browser() as running:
        yield running


def photographed(screen: pyte.Screen) -> Any:
    """The terminal's screen as a picture: every cell two square halves, one above the other."""
    import numpy as np

    def dark(colour: str, default: bool) -> bool:
        known = re.fullmatch(r"[0-9a-f]{6}", colour)
        return int(colour[:2], 16) < 128 if known else default

    rows = []
    for y in range(screen.lines):
        cells = [screen.buffer[y][x] for x in range(screen.columns)]
        below = [dark(cell.bg, True) for cell in cells]
        above = [
            dark(cell.fg, False) if cell.data == "▀" else under
            for cell, under in zip(cells, below, strict=True)
        ]
        rows += [above, below]
    light = 255 * (1 - np.array(rows, dtype=np.uint8))
    return light.repeat(PIXELS, 0).repeat(PIXELS, 1).astype(np.uint8)


def tapped(page: "Page", selector: str) -> None:
    """Tap what leads to another page, and wait for that page."""
    with page.expect_navigation():
        page.locator(selector).first.tap()


def say(page: "Page", text: str) -> None:
    with page.expect_navigation():
        page.locator("main").get_by_text(text, exact=True).first.tap()


def mark(page: "Page", value: int) -> None:
    page.locator(f'label:has(input[value="{value}"])').tap()


@contextmanager
def read_meanwhile(hands: Hands) -> Iterator[None]:
    """Take in what the program writes, as a terminal does, while the browser is busy."""
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            hands.read(0.05)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        yield
    finally:
        done.set()
        reader.join()


@pytest.mark.parametrize("secrecy", ["name", "side"])
def test_phones_in_the_room(chromium: "Browser", secrecy: Secrecy, tmp_path: Path) -> None:
    file = tmp_path / "room.json"
    each = 6 if EXHAUSTIVE else ASIDE[secrecy]
    clients, suppliers = CLIENTS[:each], SUPPLIERS[:each]
    names = clients + suppliers
    work = prepare(
        file,
        "quarterly",
        "score",
        rules=Rules(secrecy=secrecy),
        clients=clients,
        suppliers=suppliers,
    )
    with Hands(str(file), home=tmp_path, environment={"COLORTERM": "truecolor"}) as hands:
        hands.see("Noorderhaven").key("enter", "1 Sessions").key("enter", f"0 of {each} answered")
        hands.key("p", "On which network").key("end enter", "no phone is in yet")
        hands.settle(0.3)
        (url,) = by_zbar(photographed(hands.screen), tmp_path)
        assert url.startswith("HTTP://127.0.0.1:87")
        hands.press("r")
        with ExitStack() as stack:
            phones = [stack.enter_context(page_in(chromium, "nl")) for _ in names]
            with read_meanwhile(hands):
                in_the_room(phones, names, url, secrecy)
            hands.see(f"{2 * each} phones are in", f"{each} of {each} finished")
            assert not any(text in hands.flat for text in (REASON, "Zeldzaam"))
            hands.key("escape", "Everybody has answered").key("l", "Locked at")
            closed_and_revealed(hands, phones)
            secret = hands.written.decode("utf-8", "ignore")
            assert REASON not in secret
        hands.press("ctrl+q")
    assert_everything_is_there(file, work, secrecy, len(names))


def in_the_room(phones: list["Page"], names: Sequence[str], url: str, secrecy: Secrecy) -> None:
    """Everybody does one step, then everybody the next."""
    for page, name in zip(phones, names, strict=True):
        page.goto(url.replace("HTTP", "http"))
        if secrecy == "name":
            say(page, name)
        else:
            tapped(page, "button.pick.a" if name in CLIENTS else "button.pick.b")
        say(page, "Begin")
    for number in (1, 2, 3):
        for n, page in enumerate(phones):
            mark(page, FIRST + n % 5)
            if number == 1:
                page.fill("#reason", f"{REASON} {n}")
            say(page, "Opslaan en verder")
            if number == 2:
                page.reload()
    base = "/".join(phones[0].url.split("/", 3)[:3])
    for page in phones:
        page.goto(f"{base}/q/2")
        mark(page, CHANGED)
        say(page, "Opslaan en verder")
        page.goto(f"{base}/answers")
        say(page, "Ik ben klaar")


def closed_and_revealed(hands: Hands, phones: list["Page"]) -> None:
    """Locked, then revealed: what phones show of that, and not a moment earlier."""
    base = "/".join(phones[0].url.split("/", 3)[:3])
    with read_meanwhile(hands):
        for page in phones:
            page.goto(f"{base}/q/1")
            assert page.locator("input[type=radio]").count() == 0
            assert "Proactivity" not in page.locator("main").inner_text()
    hands.key("f6", "Reveal").key("space", APART[len(phones) // 2])
    with read_meanwhile(hands):
        for page in phones:
            page.goto(f"{base}/results")
            text = page.locator("main").inner_text()
            assert "Proactivity" in text
            assert "Openness" not in text


def assert_everything_is_there(file: Path, work: Work, secrecy: Secrecy, phones: int) -> None:
    """Every answer once, changed ones as changed; by side nobody's name with any of them."""
    with TinyDbRepository.open(file) as repository:
        after = repository.work(work.session.id)
    assert len(after.urn.ballots) == phones
    first = sorted(b.answers[0].mark or 0 for b in after.urn.ballots)
    assert first == sorted(FIRST + n % 5 for n in range(phones))
    assert {b.answers[1].mark for b in after.urn.ballots} == {CHANGED}
    reasons = {b.answers[0].reason for b in after.urn.ballots}
    assert reasons == {f"{REASON} {n}" for n in range(phones)}
    raters = {b.rater_id for b in after.urn.ballots}
    assert raters == ({*work.raters("a"), *work.raters("b")} if secrecy == "name" else {None})
