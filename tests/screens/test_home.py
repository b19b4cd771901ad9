"""Home: the partnerships, searching, archiving, deleting, and the first start."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from screens import messages
from screens.home import HomeScreen
from screens.home_rows import card_row, face_for, found
from screens.partnership import PartnershipScreen
from sessionui.app import SessionUI
from sessionui.domain.cards import Card
from sessionui.locale import set_language
from tests.support.memory import MemoryRepository
from tests.support.room import (
    HOSTILE,
    NOW,
    TODAY,
    a_partnership,
    fresh_id,
    press,
    screen_text,
    typing,
    until,
)
from tests.support.year import Years, a_year

ROOT = Path(__file__).parents[2]


def an_app(repository: MemoryRepository) -> SessionUI:
    return SessionUI(repository, clock=lambda: NOW, new_id=fresh_id)


def some(*names: tuple[str, str]) -> MemoryRepository:
    repository = MemoryRepository()
    for pair in names:
        repository.save_partnership(a_partnership(names=pair))
    return repository


def picked(app: SessionUI) -> str:
    assert isinstance(app.screen, HomeScreen)
    assert app.screen.card is not None
    return app.screen.card.name_a


def test_home_loads_no_models() -> None:
    code = (
        "import sys; import screens.home\n"
        "print([m for m in sys.modules if m.split('.')[0] in ('pydantic', 'babel', 'tinydb')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(("lang", "size"), [("en", (80, 24)), ("nl", (80, 24)), ("nl", (200, 50))])
async def test_partnerships_with_all_that_matters(lang: str, size: tuple[int, int]) -> None:
    repository = some(("Gemeente", "Bouwer"))
    a_year(repository)
    repository.set_setting("language", lang)
    set_language("nl" if lang == "nl" else "en")
    async with (app := an_app(repository)).run_test(size=size) as pilot:
        await pilot.pause()
        text = screen_text(app)
        for part in ("◆ Ziekenhuis Noorderhaven", "● Helderwit Schoonmaak", "2026"):
            assert part in text
        assert "█" in text or "▆" in text
        await until(pilot, lambda: screen_text(app).rstrip().endswith("Help"))
        assert "ctrl+l" in text
        assert "ctrl+q" in text


def test_the_face_shrinks_until_all_fit() -> None:
    assert [face_for(n, 18) for n in (1, 3, 4, 6, 7, 40)] == [
        "large",
        "large",
        "airy",
        "airy",
        "small",
        "small",
    ]


@pytest.mark.parametrize("face", ["large", "small"])
@pytest.mark.parametrize("width", [30, 75, 107])
def test_a_row_fits_whatever_the_names_are(face: str, width: int) -> None:
    card = Card(
        id="1",
        name_a="Zeer lange naam " * 60,
        name_b="👩‍🚒" * 500,
        marks=("5.3", "5.8", "6.4", "7.2", "6.0", "6.1", "6.2", "6.3", "10.0"),
        breaks=(4,),
        due=("2026-01-01", "", "2027-01-01"),
        next_session="2027-02-11",
        session_kind="quarterly",
        session_date="2026-11-12",
        session_state="running",
        sessions=9,
        example=True,
        archived=True,
    )
    row = card_row(card, width, TODAY, "large" if face == "large" else "small")
    lines = row.split("\n")
    assert len(lines) == (4 if face == "large" else 2)
    if width > 60:
        assert max(line.cell_length for line in lines) <= width + 2
    if width > 70:
        assert "EXAMPLE" in row.plain
        assert "3 open actions, 1 overdue" in row.plain
        assert "running" in row.plain


def test_marks_of_a_card_show_the_last_one_and_break_where_the_set_changed() -> None:
    card = Card(id="1", name_a="A", name_b="B", marks=("5.3", "7.2"), breaks=(1,), sessions=2)
    assert "7.2 ▄╎▆" in card_row(card, 75, TODAY, "small").plain


def test_a_date_that_lies_behind_the_last_session_is_not_the_next_one() -> None:
    card = Card(
        id="1",
        name_a="A",
        name_b="B",
        session_kind="quarterly",
        session_date="2026-11-01",
        session_state="confirmed",
        next_session="2026-10-01",
    )
    assert "next" not in card_row(card, 75, TODAY, "small").plain


def test_search_needs_all_words_and_no_accents() -> None:
    card = Card(id="1", name_a="Één Café", name_b="Bouwmij [/] Delta")
    assert found(card, ())
    assert found(card, ("cafe", "DELTA"))
    assert found(card, ("[/]",))
    assert not found(card, ("cafe", "water"))


async def test_search_as_you_type_by_keyboard() -> None:
    app = an_app(some(("Alfa", "Een"), ("Beta", "Twee"), ("Gamma", "Drie")))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "slash", *typing("twee"))
        await pilot.pause()
        text = screen_text(app)
        assert "Beta" in text
        assert "Alfa" not in text
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, PartnershipScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await press(pilot, "slash", *typing("xyz"))
        await pilot.pause()
        assert "Escape shows everything again" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "Alfa" in screen_text(app)
        await pilot.press("down")
        assert picked(app) == "Beta"


async def test_letters_are_letters_while_searching() -> None:
    app = an_app(some(("Alfa", "Een"), ("Nova", "Twee")))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "slash", *typing("nova"))
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        assert picked(app) == "Nova"
        assert not any(card.archived for card in app.shelf.cards())


async def test_archive_hides_and_v_shows() -> None:
    app = an_app(some(("Alfa", "Een"), ("Beta", "Twee")))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("a")
        await pilot.pause()
        text = screen_text(app)
        assert "Alfa" not in text
        assert "1 archived · v shows it" in text
        await pilot.press("v")
        await pilot.pause()
        assert "archived" in screen_text(app)
        await pilot.press("down")
        await pilot.pause()
        assert picked(app) == "Alfa"
        assert "Take out" in screen_text(app)
        await pilot.press("a", "v")
        await pilot.pause()
        assert "Alfa" in screen_text(app)
        await pilot.press("a", "a")
        await pilot.pause()
        assert "Press v to show them" in screen_text(app)


async def test_delete_asks_for_the_name() -> None:
    app = an_app(some(("Alfa", "Een"), ("Beta", "Twee")))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("delete")
        await pilot.pause()
        await press(pilot, *typing("Twee"), "enter")
        await pilot.pause()
        assert len(app.shelf.cards()) == 2
        await press(pilot, *typing("een"), "enter")
        await until(pilot, lambda: len(app.shelf.cards()) == 1)
        await until(pilot, lambda: "Alfa" not in screen_text(app))
        await pilot.press("delete", "escape")
        await pilot.pause()
        assert len(app.shelf.cards()) == 1


async def test_new_by_keyboard_and_the_draft_survives_a_crash() -> None:
    repository = some(("Alfa", "Een"))
    async with (app := an_app(repository)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        await press(pilot, *typing("Waterkant"))
        await pilot.pause()
    async with (app := an_app(repository)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert "Give both sides a name." in screen_text(app)
        await press(pilot, *typing("Delta [/]"), "ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, PartnershipScreen))
        assert "◆ Waterkant × ● Delta [/]" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert picked(app) == "Waterkant"
        assert not repository.drafts()


@pytest.mark.parametrize("lang", ["en", "nl"])
async def test_first_start(lang: str) -> None:
    repository = MemoryRepository()
    repository.set_setting("language", lang)
    set_language("nl" if lang == "nl" else "en")
    async with (app := an_app(repository)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        other = "English" if lang == "nl" else "Nederlands"
        assert other in screen_text(app)
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        await pilot.pause()
        assert repository.setting("language") != lang
        await pilot.press("up", "up", "enter")
        await pilot.pause()
        await press(pilot, *typing("A"), "tab", *typing("B"), "enter")
        await until(pilot, lambda: isinstance(app.screen, PartnershipScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await pilot.pause()
        assert picked(app) == "A"


async def test_first_start_opens_the_example(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[messages.OpenExample] = []
    monkeypatch.setattr(SessionUI, "on_open_example", lambda self, message: asked.append(message))
    for keys in (("e",), ("down", "enter")):
        async with an_app(MemoryRepository()).run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await pilot.press(*keys)
            await pilot.pause()
    assert len(asked) == 2


async def test_hostile_names() -> None:
    repository = some((HOSTILE, "x" * 1000), ("y" * 1000, HOSTILE))
    async with (app := an_app(repository)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "[@click=app.quit]x[/]" in screen_text(app).replace("…", "") or "[/]" in (
            screen_text(app)
        )
        await pilot.press("delete")
        await pilot.pause()
        await pilot.press("escape", "enter")
        await until(pilot, lambda: isinstance(app.screen, PartnershipScreen))
        await pilot.press("escape", "a", "a", "v", "f1")
        await pilot.pause()
        assert app.is_running


async def test_twenty_partnerships_scroll_at_80_by_24() -> None:
    app = an_app(some(*((f"Klant {n:02}", f"Bedrijf {n:02}") for n in range(20))))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "20 partnerships" in screen_text(app)
        await pilot.press("end")
        await pilot.pause()
        assert "Klant 19" in screen_text(app)


async def test_read_only_says_so_and_changes_nothing() -> None:
    repository = some(("Alfa", "Een"))
    repository.read_only = True
    async with (app := an_app(repository)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "opened for reading only" in screen_text(app)
        await pilot.press("a", "delete", "n")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        assert [card.archived for card in app.shelf.cards()] == [False]


async def test_a_card_follows_what_a_session_changed() -> None:
    repository = MemoryRepository()
    years = Years(repository, a_partnership(names=("Alfa", "Een")))
    async with (app := an_app(repository)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "no session yet" in screen_text(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PartnershipScreen))
        years.session("kickoff", date(2026, 12, 1))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await pilot.pause()
        assert "Kick-off workshop · 1 Dec 2026 · planned" in screen_text(app)


async def test_a_click_opens() -> None:
    app = an_app(some(("Alfa", "Een"), ("Beta", "Twee")))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.click("#partnerships", offset=(10, 6))
        await until(pilot, lambda: isinstance(app.screen, PartnershipScreen))
        assert "Beta" in screen_text(app)
