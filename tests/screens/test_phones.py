"""Phones on the facilitator's screen: network check, wall, personal codes, cards, take-home."""

import asyncio
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from screens.phones.handed import HandedScreen
from screens.phones.network import NetworkScreen
from screens.phones.personal import PersonalScreen
from screens.phones.wall import PhonesScreen
from screens.stages.score import ScoreScreen
from sessionui.app import SessionUI
from sessionui.domain.intents.close import ConfirmMinutes
from sessionui.domain.intents.phones import GiveAnswers, IssueKey, OpenToPhones
from sessionui.domain.intents.score import LockRound
from sessionui.domain.scoring import Answer
from sessionui.domain.sides import SIDES
from sessionui.domain.terms import Secrecy
from sessionui.domain.work import Work
from sessionui.locale import set_language
from sessionui.phones.network import sorted_places
from sessionui.phones.tokens import key_hash, new_token
from tests.support.depth import everyday
from tests.support.memory import MemoryRepository
from tests.support.phone import Phone
from tests.support.room import (
    HOSTILE,
    NOW,
    a_partnership,
    a_session,
    app_on,
    doing,
    line_of,
    screen_text,
    typing,
    until,
)
from tests.support.scoring import NARROW, desk_of, flat, press, scoring, work_of


@pytest.fixture(autouse=True)
def _this_laptop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Addresses as a laptop has them; only its own can be listened on."""
    found = [("lo", "127.0.0.1"), ("docker0", "172.17.0.1"), ("wlp2s0", "192.168.137.1")]
    monkeypatch.setattr("sessionui.phone_host.places", lambda: sorted_places(found))


@asynccontextmanager
async def on_table(
    work: Work, size: tuple[int, int] = NARROW, repository: MemoryRepository | None = None
) -> AsyncIterator[tuple[SessionUI, Pilot[Any]]]:
    """The application with that session in the score stage; stops what it started."""
    app = app_on(work, repository or MemoryRepository())
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.desk is not None)
        await pilot.pause()
        yield app, pilot
    assert not desk_of(app).phones.running


async def to_wall(app: SessionUI, pilot: Pilot[Any]) -> PhonesScreen:
    """Ask phones in on this laptop's own address."""
    await press(pilot, "p")
    await until(pilot, lambda: isinstance(app.screen, NetworkScreen))
    await press(pilot, "end", "enter")
    await until(pilot, lambda: isinstance(app.screen, PhonesScreen))
    await pilot.pause()
    assert isinstance(app.screen, PhonesScreen)
    return app.screen


def runs(app: SessionUI) -> bool:
    return desk_of(app).phones.running


def phone_of(app: SessionUI) -> Phone:
    server = desk_of(app).phones._server
    assert server is not None
    assert server.address is not None
    return Phone(server.address)


async def comes_in(app: SessionUI, person: str) -> Phone:
    """A phone that came in by the room's code as that person."""
    phone = phone_of(app)
    code = desk_of(app).phones.code
    reply = await asyncio.to_thread(lambda: phone.join(code, person=person))
    assert reply.path == "/answers"
    return phone


async def test_off_until_one_key_and_bound_to_the_chosen_address_only() -> None:
    async with on_table(scoring()) as (app, pilot):
        host = desk_of(app).phones
        assert not runs(app)
        await press(pilot, "p")
        await until(pilot, lambda: isinstance(app.screen, NetworkScreen))
        text = flat(app)
        assert "hotspot 192.168.137.1 wlp2s0" in text
        assert "this laptop only 127.0.0.1" in text
        assert text.index("192.168.137.1") < text.index("172.17.0.1") < text.index("127.0.0.1")
        for word in ("No common network", "client isolation", "firewall", "mobile data", "F1 says"):
            assert word in text
        await press(pilot, "enter")  # an address that this machine does not have
        await until(pilot, lambda: "can't listen on 192.168.137.1" in flat(app))
        assert not runs(app)
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(app.screen, ScoreScreen))
        await to_wall(app, pilot)
        assert runs(app)
        assert host.typed.startswith("127.0.0.1:87")
        port = int(host.typed.split(":")[1])
        with socket.socket() as elsewhere:
            assert elsewhere.connect_ex(("127.0.0.2", port)) != 0
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(app.screen, ScoreScreen))
        await until(pilot, lambda: f"{host.typed}, code {host.code}" in flat(app))
        assert runs(app)


async def test_phones_that_were_in_before_a_restart_are_said_to_be_off_now() -> None:
    for work, said in ((scoring(), False), (doing(scoring(), OpenToPhones("0" * 32)), True)):
        async with on_table(work) as (app, _pilot):
            assert ("Phones off; p lets them in" in flat(app)) == said
            assert "m Mail" in flat(app)


async def test_help_says_what_to_do_on_every_system() -> None:
    async with on_table(scoring(), (120, 40)) as (app, pilot):
        await press(pilot, "p")
        await until(pilot, lambda: isinstance(app.screen, NetworkScreen))
        for word in ("Windows:", "macOS:", "Linux:", "iPhone:", "Android:"):
            assert word in NetworkScreen.HELP_TEXT
        await press(pilot, "f1")
        await pilot.pause()
        assert "Mobile hotspot" in flat(app)
        await press(pilot, "escape", "escape")


async def test_the_wall_shows_who_has_finished_and_who_began_and_nothing_of_a_score() -> None:
    async with on_table(scoring(), (120, 40)) as (app, pilot):
        await to_wall(app, pilot)
        first, second = work_of(app).raters("a")[:2]
        phone = await comes_in(app, first)
        assert (await asyncio.to_thread(phone.answer, 1, "7", "zeven redenen")).status == 200
        await until(pilot, lambda: "0 of 3 finished, 1 begun" in flat(app))
        assert "1 phone is in" in flat(app)
        for number in (2, 3):
            await asyncio.to_thread(phone.answer, number, "9")
        await asyncio.to_thread(phone.post, "/done", {})
        await until(pilot, lambda: "1 of 3 finished" in flat(app))
        assert "Anna 0" in flat(app)
        other = await comes_in(app, second)
        await asyncio.to_thread(other.answer, 1, "4")
        await until(pilot, lambda: "1 of 3 finished, 1 begun" in flat(app))
        assert "redenen" not in screen_text(app)
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(app.screen, ScoreScreen))
        await until(pilot, lambda: "… Anna 1  begun" in screen_text(app))
        assert "✓ Anna 0" in screen_text(app)
        await press(pilot, "l")
        await until(pilot, lambda: "Lock the scoring?" in flat(app))
        text = flat(app)
        assert "Anna 1 began on a phone" in text
        assert "Missing: Anna 2." in text
        await press(pilot, "y")
        await until(pilot, lambda: work_of(app).session.locked)
        reply = await asyncio.to_thread(other.answer, 2, "5")
        assert reply.status in (200, 409)
        assert len(work_of(app).urn.of_rater(second).answers) == 1  # type: ignore[union-attr]
        await press(pilot, "p")
        await until(pilot, lambda: isinstance(app.screen, PhonesScreen))
        await until(pilot, lambda: "phones show that it is closed" in flat(app))


async def test_by_side_how_many_and_no_names() -> None:
    work = scoring(secrecy="side")
    item = work.items[0].indicator_id
    work = doing(
        work,
        GiveAnswers("a", (Answer(indicator_id=item, mark=7),), "CODEA", finished=True),
        GiveAnswers("a", (Answer(indicator_id=item, mark=3),), "CODEB"),
    )
    async with on_table(work, (120, 40)) as (app, pilot):
        await to_wall(app, pilot)
        await until(pilot, lambda: "1 of 3 finished, 1 begun" in flat(app))
        assert "Anna" not in screen_text(app)
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(app.screen, ScoreScreen))
        await press(pilot, "l")
        await until(pilot, lambda: "Lock the scoring?" in flat(app))
        assert "1 began on a phone" in flat(app)


async def test_wifi_is_asked_once_and_kept() -> None:
    repository = MemoryRepository()
    async with on_table(scoring(), (120, 40), repository) as (app, pilot):
        await to_wall(app, pilot)
        await press(pilot, "w", *typing("Gast net"), "tab", *typing("kort"), "ctrl+s")
        await until(pilot, lambda: "8 characters at least" in flat(app))
        await press(pilot, *typing("-welkom"), "ctrl+s")
        await until(pilot, lambda: "1 Wi-Fi Gast net" in flat(app))
        assert "kort-welkom" in flat(app)
        work = work_of(app)
    async with on_table(work, (120, 40), repository) as (app, pilot):
        assert desk_of(app).phones.wifi == ("Gast net", "kort-welkom")


async def test_new_code_results_and_stop() -> None:
    async with on_table(scoring()) as (app, pilot):
        await to_wall(app, pilot)
        host = desk_of(app).phones
        before = host.code
        phone = await comes_in(app, work_of(app).raters("a")[0])
        await press(pilot, "n", "y")
        await until(pilot, lambda: host.code != before)
        assert (await asyncio.to_thread(phone.get, "/answers")).path == "/answers"
        assert (await asyncio.to_thread(phone_of(app).join, before)).status == 422
        await press(pilot, "r")
        await until(pilot, lambda: work_of(app).session.phones.show_revealed)
        await press(pilot, "r")
        await until(pilot, lambda: not work_of(app).session.phones.show_revealed)
        await press(pilot, "s", "y")
        await until(pilot, lambda: isinstance(app.screen, ScoreScreen))
        assert not host.running


async def test_a_personal_code_one_person_at_a_time_revoked_and_reissued() -> None:
    async with on_table(scoring()) as (app, pilot):
        await to_wall(app, pilot)
        await press(pilot, "p")
        await until(pilot, lambda: isinstance(app.screen, PersonalScreen))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, HandedScreen))
        await until(pilot, lambda: "For Anna 0 only" in flat(app))
        screen = app.screen
        assert isinstance(screen, HandedScreen)
        text = flat(app)
        assert "For Anna 0 only" in text
        assert screen._handed.code in text
        assert "Anna 1" not in text
        assert screen._handed.code not in repr(screen._handed)
        token = screen._handed.code.replace(" ", "")
        phone = phone_of(app)
        reply = await asyncio.to_thread(phone.get, f"/P/{token}")
        assert reply.status == 200
        assert (await asyncio.to_thread(phone.get, "/answers")).path == "/answers"
        await press(pilot, "enter")
        await until(pilot, lambda: "✓ Anna 0" in screen_text(app))
        assert token not in screen_text(app).replace(" ", "")
        await press(pilot, "enter")  # asks before the first one ends
        await until(pilot, lambda: "a new code?" in flat(app))
        await press(pilot, "y")
        await until(pilot, lambda: isinstance(app.screen, HandedScreen))
        assert (await asyncio.to_thread(phone.get, "/answers")).path == "/"
        await press(pilot, "enter")
        await press(pilot, "d", "y")
        await until(pilot, lambda: not work_of(app).session.phones.personal)


async def test_a_picked_name_is_no_code_and_cards_put_nobody_out(tmp_path: Path) -> None:
    async with on_table(scoring(), (120, 40)) as (app, pilot):
        anna = work_of(app).raters("a")[0]
        await to_wall(app, pilot)
        phone = await comes_in(app, anna)
        await press(pilot, "p")
        await until(pilot, lambda: isinstance(app.screen, PersonalScreen))
        await until(pilot, lambda: "Anna 0  picked on a phone" in screen_text(app))
        assert "has a code" not in screen_text(app)
        await press(pilot, "c")
        await until(pilot, lambda: "earlier codes end." in flat(app))
        line_of(app, "RecordInput").value = str(tmp_path)
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: "✓ Anna 0  has a code" in screen_text(app))
        assert (await asyncio.to_thread(phone.get, "/answers")).path == "/answers"
        await press(pilot, "d")
        await until(pilot, lambda: "Take back the code of Anna 0?" in flat(app))
        await press(pilot, "y")
        await until(pilot, lambda: "Anna 0  picked on a phone" in screen_text(app))
        assert (await asyncio.to_thread(phone.get, "/answers")).path == "/answers"
        await press(pilot, "d")
        await until(pilot, lambda: "Put out every phone that picked Anna 0?" in flat(app))
        await press(pilot, "y")
        await until(pilot, lambda: "picked on a phone" not in screen_text(app))
        assert (await asyncio.to_thread(phone.get, "/answers")).path == "/"


async def test_by_side_a_new_code_warns_who_has_begun() -> None:
    work = scoring(secrecy="side")
    anna, answer = work.raters("a")[0], Answer(indicator_id=work.items[0].indicator_id, mark=7)
    work = doing(
        work, IssueKey(anna, key_hash(new_token())), GiveAnswers("a", (answer,), "CODEANNA", anna)
    )
    async with on_table(work, (120, 40)) as (app, pilot):
        await to_wall(app, pilot)
        await press(pilot, "p")
        await until(pilot, lambda: isinstance(app.screen, PersonalScreen))
        await press(pilot, "enter")
        await until(pilot, lambda: "Give Anna 0 a new code?" in flat(app))
        await until(pilot, lambda: "nothing but the receipt code" in flat(app))


def open_to_others(folder: Path) -> list[str]:
    """Files that others than their owner may read."""
    return [p.name for p in folder.iterdir() if p.stat().st_mode & 0o77]


async def test_cards_are_written_and_nothing_is_overwritten(tmp_path: Path) -> None:
    async with on_table(scoring()) as (app, pilot):
        await to_wall(app, pilot)
        desk = desk_of(app)
        people = [p for side in SIDES for p in work_of(app).raters(side)]
        one = await desk.phones.write_cards(people, str(tmp_path))
        first_keys = work_of(app).session.phones.personal
        two = await desk.phones.write_cards(people, str(tmp_path))
        assert isinstance(one, str)
        assert isinstance(two, str)
        assert one != two
        if os.name == "posix":  # whoever reads it can answer as anybody
            assert open_to_others(tmp_path) == []
        assert len(first_keys) == len(work_of(app).session.phones.personal) == 6
        assert not set(first_keys) & set(work_of(app).session.phones.personal)
        wrong = await desk.phones.write_cards(people, str(tmp_path / "nowhere"))
        assert not isinstance(wrong, str)
        await press(pilot, "p")
        await until(pilot, lambda: isinstance(app.screen, PersonalScreen))
        await press(pilot, "c", *["backspace"] * 60, *typing(str(tmp_path)), "enter")
        await until(pilot, lambda: len(list(tmp_path.glob("*.html"))) == 3)


async def test_leaving_the_session_stops_the_server() -> None:
    async with on_table(scoring()) as (app, pilot):
        await to_wall(app, pilot)
        host = desk_of(app).phones
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(app.screen, ScoreScreen))
        await press(pilot, "escape")
        await until(pilot, lambda: "Leave the session?" in flat(app))
        assert "Phones are served no longer" in flat(app)
        await press(pilot, "n")
        await until(pilot, lambda: isinstance(app.screen, ScoreScreen))
        assert host.running
        await press(pilot, "escape", "y")
        await until(pilot, lambda: not host.running)


async def test_minutes_and_calendar_go_home_after_both_confirmed() -> None:
    work = scoring()
    item = work.items[0].indicator_id
    work = doing(
        work,
        GiveAnswers("a", (Answer(indicator_id=item, mark=7),), "C", work.raters("a")[0], True),
        LockRound(),
        *(ConfirmMinutes(side, "Somebody") for side in SIDES),
    )
    repository = MemoryRepository()
    from sessionui.domain.minutes.build import minutes_of

    repository.keep_minutes(minutes_of(work, NOW))
    async with on_table(work, (120, 40), repository) as (app, pilot):
        await to_wall(app, pilot)
        await until(pilot, lambda: "Minutes and actions" in flat(app))
        assert "phones can take them home" in flat(app)
        phone = phone_of(app)
        reply = await asyncio.to_thread(phone.get, f"/T/{desk_of(app).phones.code}")
        assert reply.status == 200
        minutes = await asyncio.to_thread(phone.get, "/minutes")
        assert minutes.status == 200
        assert "Noorderhaven" in minutes.text
        calendar = await asyncio.to_thread(phone.get, "/calendar.ics")
        assert calendar.body.startswith(b"BEGIN:VCALENDAR")


@pytest.mark.parametrize(
    ("lang", "size", "secrecy"),
    everyday(
        [
            ("nl", (80, 24), "name"),
            ("en", (80, 24), "side"),
            ("en", (120, 40), "name"),
            ("nl", (200, 50), "side"),
        ],
        list(product(("en", "nl"), ((80, 24), (120, 40), (200, 50)), ("name", "side"))),
    ),
)
async def test_twenty_people_and_hostile_text_break_nothing(
    lang: str, size: tuple[int, int], secrecy: Secrecy
) -> None:
    set_language("nl" if lang == "nl" else "en")
    partnership = a_partnership(raters=10, names=(HOSTILE * 3, "Helderwit [b]" * 6))
    people = tuple(p.but(name=f"{HOSTILE} {p.name}") for p in partnership.people)
    work = scoring(
        a_session(partnership=partnership.but(people=people), indicators=["[red]x"]),
        secrecy=secrecy,
    )
    item = work.items[0].indicator_id
    for n, rater in enumerate(work.raters("a")):
        work = doing(
            work,
            GiveAnswers("a", (Answer(indicator_id=item, mark=7),), f"C{n}", rater, n % 2 == 0),
        )
    async with on_table(work, size) as (app, pilot):
        assert desk_of(app).phones.set_wifi(HOSTILE[:20], HOSTILE[:20]) is None
        await to_wall(app, pilot)
        code = desk_of(app).phones.code
        count = {"en": "5 of 10 finished, 5 begun", "nl": "5 van 10 klaar, 5 begonnen"}[lang]
        assert count in flat(app)
        await press(pilot, "x")
        await pilot.pause()
        assert code in flat(app)
        assert {"en": f"and the code {code}", "nl": f"en de code {code}"}[lang] in flat(app)
        await press(pilot, "space", "escape")
        await press(pilot, "p")
        await pilot.pause()
        await press(pilot, "tab", "down", "enter")
        await until(pilot, lambda: isinstance(app.screen, HandedScreen))
        await press(pilot, "enter", "escape", "escape")
        await until(pilot, lambda: isinstance(app.screen, ScoreScreen))
