"""The partnership screen: its pages, people, one indicator to read."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from textual.pilot import Pilot

from screens.messages import OpenPartnership
from screens.partnership import PartnershipScreen
from screens.partnership.marks_text import marks_text
from screens.partnership.meaning import MeaningScreen
from screens.partnership.sessions import SessionsPage
from screens.partnership.view import View, view_of
from screens.planning import PlanningScreen
from screens.room.board import lines_of
from screens.room.curtain import CurtainScreen
from screens.year import YearScreen
from sessionui.app import SessionUI
from sessionui.domain.intents import define
from sessionui.domain.room import read_scene
from sessionui.domain.room.scenes import Year as YearScene
from sessionui.domain.scoring import Rules
from sessionui.domain.year import year_of
from sessionui.locale import set_language
from sessionui.shelf import FileShelf
from tests.support.memory import MemoryRepository
from tests.support.room import (
    HOSTILE,
    NOW,
    TODAY,
    a_partnership,
    a_session,
    fresh_id,
    press,
    scored,
    screen_text,
    typing,
    until,
)
from tests.support.year import Years, a_year


class Open:
    """The application with a partnership open."""

    def __init__(self, repository: MemoryRepository, partnership_id: str) -> None:
        self.repository, self.id = repository, partnership_id
        self.app = SessionUI(repository, clock=lambda: NOW, new_id=fresh_id)

    async def begin(self, pilot: Pilot[int]) -> None:
        await pilot.pause()
        self.app.post_message(OpenPartnership(self.id))
        await until(pilot, lambda: isinstance(self.app.screen, PartnershipScreen))
        await pilot.pause()

    @property
    def text(self) -> str:
        return screen_text(self.app)

    @property
    def view(self) -> View:
        return a_view(self.repository, self.id)

    def shows(self, *parts: str) -> Callable[[], bool]:
        return lambda: all(part in self.text for part in parts)


def a_view(repository: MemoryRepository, partnership_id: str) -> View:
    return view_of(FileShelf(repository, lambda: NOW, fresh_id), partnership_id)


def the_year() -> Open:
    repository = MemoryRepository()
    return Open(repository, a_year(repository))


def fresh(**changes: object) -> Open:
    repository = MemoryRepository()
    partnership = a_partnership(raters=0, names=("Waterkant", "Delta")).but(**changes)
    repository.save_partnership(partnership)
    return Open(repository, partnership.id)


@pytest.mark.parametrize(
    ("lang", "size"), [("en", (80, 24)), ("nl", (80, 24)), ("nl", (120, 40)), ("en", (200, 50))]
)
async def test_every_page_by_number_key(lang: str, size: tuple[int, int]) -> None:
    here = the_year()
    here.repository.set_setting("language", lang)
    set_language("nl" if lang == "nl" else "en")
    sign = "," if lang == "nl" else "."
    seen = {
        "1": ("13 ", " 2026", f"8{sign}0", "12 nov 2025" if lang == "nl" else "12 Nov 2025"),
        "2": ("Proactivity", "2, 15 ", "We say it before it hurts"),
        "3": ("16", f"5{sign}5", "╎", f"7{sign}3", "Openness"),
        "4": ("1×", "! 4 ", "100", "walk the wards together every Monday morning"),
        "5": ("Anna 2", "Bram 2", "manager"),
    }
    async with here.app.run_test(size=size) as pilot:
        await here.begin(pilot)
        for key, parts in seen.items():
            await pilot.press(key)
            await until(pilot, here.shows("◆ Ziekenhuis Noorderhaven", f"▶{key} ", *parts))
            assert here.text.rstrip().endswith("Help")


async def test_arrows_and_clicks_walk_between_pages() -> None:
    here = the_year()
    async with here.app.run_test(size=(80, 24)) as pilot:
        await here.begin(pilot)
        await pilot.press("left")
        await until(pilot, here.shows("▶5 People"))
        await pilot.press("right", "right")
        await until(pilot, here.shows("▶2 Indicators"))
        await pilot.click("PageStrip", offset=(47, 0))
        await until(pilot, here.shows("▶4 Actions"))
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(here.app.screen, PartnershipScreen))


async def test_a_new_partnership_says_what_to_do_first() -> None:
    here = fresh()
    async with here.app.run_test(size=(80, 24)) as pilot:
        await here.begin(pilot)
        assert here.shows("What to do first", "Add the people", "◆ 0  ● 0")()
        for key, words in (
            ("2", "choose them in the kick-off"),
            ("3", "after the first reveal"),
            ("4", "agreed in a session"),
            ("5", "press a to add a person"),
        ):
            await pilot.press(key)
            await until(pilot, here.shows(words))
        await pilot.press("1", "home", "enter")
        await until(pilot, here.shows("▶5 People"))
        await pilot.press("1", "end", "enter")
        await until(pilot, lambda: isinstance(here.app.screen, PlanningScreen))


async def test_people_come_and_go_by_keyboard() -> None:
    here = fresh()
    async with here.app.run_test(size=(80, 24)) as pilot:
        await here.begin(pilot)
        await pilot.press("5", "a")
        await pilot.pause()
        await press(pilot, *typing("Anna [/]"), "tab", *typing("manager"), "ctrl+s")
        await until(pilot, here.shows("Anna [/]", "1 person"))
        await pilot.press("tab", "a")
        await pilot.pause()
        await press(pilot, *typing("Bram"), "ctrl+s")
        await until(pilot, here.shows("Bram"))
        anna, bram = here.repository.partnership(here.id).people
        assert (anna.side, bram.side) == ("a", "b")
        await pilot.press("e")
        await pilot.pause()
        await press(pilot, *typing(" B."), "ctrl+s")
        await until(pilot, here.shows("Bram B."))
        await pilot.press("l")
        await until(pilot, here.shows("left 12 Nov 2026", "● Delta  0 people"))
        assert here.repository.partnership(here.id).people[1].left == TODAY
        await pilot.press("l")
        await until(pilot, here.shows("● Delta  1 person"))


async def test_the_next_person_comes_on_the_side_of_the_one_before() -> None:
    here = fresh()
    async with here.app.run_test(size=(80, 24)) as pilot:
        await here.begin(pilot)
        await pilot.press("5", "a")
        await pilot.pause()
        await press(pilot, *typing("Bram"), "tab", "tab", "down", "ctrl+s")
        await until(pilot, here.shows("● Delta  1 person"))
        await pilot.pause()
        await pilot.press("a")
        await pilot.pause()
        await press(pilot, *typing("Bea"), "ctrl+s")
        await until(pilot, here.shows("● Delta  2 people"))
        assert [p.side for p in here.repository.partnership(here.id).people] == ["b", "b"]


async def test_the_same_name_twice_is_refused_and_the_form_stays() -> None:
    here = fresh()
    async with here.app.run_test(size=(80, 24)) as pilot:
        await here.begin(pilot)
        await pilot.press("5")
        for _ in range(2):
            await pilot.press("a")
            await pilot.pause()
            await press(pilot, *typing("Anna"), "ctrl+s")
            await pilot.pause()
        await until(pilot, here.shows("is already on this side"))
        assert len(here.repository.partnership(here.id).people) == 1


async def test_contract_and_rhythm() -> None:
    here = fresh()
    async with here.app.run_test(size=(80, 24)) as pilot:
        await here.begin(pilot)
        await pilot.press("c")
        await pilot.pause()
        await press(pilot, "tab", "tab", *typing("Cleaning"), "tab", *typing("C-12"), "tab")
        await press(pilot, *typing("1-1-2024"), "tab", "backspace", "0", "ctrl+s")
        await until(pilot, here.shows("1 to 24"))
        await pilot.press("backspace", "4", "ctrl+s")
        await until(pilot, here.shows("Cleaning · C-12 · since 1 Jan 2024 · every 4 months"))
        assert here.repository.partnership(here.id).contract.since == date(2024, 1, 1)


async def test_whose_public_holidays_are_told() -> None:
    here = fresh()
    async with here.app.run_test(size=(80, 24)) as pilot:
        await here.begin(pilot)
        await pilot.press("c")
        await pilot.pause()
        await press(pilot, *["tab"] * 6, *typing("Atlantis"), "ctrl+s")
        await until(pilot, here.shows("ATLANTIS is no country"))
        assert here.repository.setting("country") == ""
        await press(pilot, *["backspace"] * 8, *typing("be"), "ctrl+s")
        await until(pilot, lambda: here.repository.setting("country") == "BE")


async def test_looking_at_a_form_keeps_nothing() -> None:
    here = the_year()
    async with here.app.run_test(size=(80, 24)) as pilot:
        await here.begin(pilot)
        await pilot.press("c")
        await pilot.pause()
        await pilot.press("x", "backspace", "escape", "5", "e")
        await pilot.pause()
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(here.app.screen, PartnershipScreen))
        assert not here.repository.drafts()


async def test_an_indicator_is_read_whole_with_its_earlier_wording() -> None:
    here = the_year()
    async with here.app.run_test(size=(120, 50)) as pilot:
        await here.begin(pilot)
        await pilot.press("2", "enter")
        await until(pilot, lambda: isinstance(here.app.screen, MeaningScreen))
        assert here.shows(
            "Wording 2, in force since 15 July 2026. Reason: Everybody read it differently",
            "We say it before it hurts",
            "told early and with a proposal",
            "the planning of the wards a week ahead",
            "one number that is answered",
            "Earlier wording 1: 12 Nov 2025 to 15 Jul 2026",
            "We say what we see coming before the other has to ask.",
        )()
        await pilot.press("right_square_bracket")
        await until(pilot, here.shows("Openness", "2 of 4", "In force since 12 November 2025"))
        await pilot.press("left_square_bracket", "left_square_bracket")
        await until(pilot, here.shows("Keeping agreements", "4 of 4"))
        await pilot.press("escape")
        await until(pilot, here.shows("▶2 Indicators"))


async def test_ended_actions_are_one_key_away() -> None:
    repository = MemoryRepository()
    here = Open(repository, a_year(repository))
    partnership = repository.partnership(here.id)
    done = partnership.actions[0].events[0].model_copy(update={"outcome": "done", "due": None})
    first = partnership.actions[0].but(events=(*partnership.actions[0].events, done))
    repository.save_partnership(partnership.but(actions=(first, *partnership.actions[1:])))
    async with here.app.run_test(size=(80, 24)) as pilot:
        await here.begin(pilot)
        await pilot.press("4")
        await until(pilot, here.shows("round 2"))
        assert "round 1" not in here.text
        await pilot.press("o", "home")
        await until(pilot, here.shows("Action of round 1", "done · postponed once", "too busy"))


async def test_language_switches_live_on_every_page() -> None:
    here = the_year()
    async with here.app.run_test(size=(80, 24)) as pilot:
        await here.begin(pilot)
        for key in "12345":
            await pilot.press(key, "ctrl+l")
            await until(pilot, here.shows(f"▶{key} "))
            await pilot.pause()
            assert here.app.focused is not None


async def test_hostile_text_and_twelve_indicators_and_forty_people() -> None:
    repository = MemoryRepository()
    partnership = a_partnership(raters=20, names=(HOSTILE, "Zeer " * 200))
    people = tuple(
        p.but(name=f"{HOSTILE}{n}" * 30, role=HOSTILE) for n, p in enumerate(partnership.people)
    )
    years = Years(repository, partnership.but(people=people))
    years.kick_off(TODAY - timedelta(days=200), [f"{HOSTILE} {n} " * 9 for n in range(12)])
    years.review(TODAY, (4, 7), hold=False)
    here = Open(repository, years.partnership_id)
    async with here.app.run_test(size=(80, 24)) as pilot:
        await here.begin(pilot)
        for key in ("1", "2", "3", "end", "4", "5", "end", "tab", "end", "f1", "escape"):
            await pilot.press(key)
            await pilot.pause()
        await pilot.press("2", "enter")
        await until(pilot, lambda: isinstance(here.app.screen, MeaningScreen))
        assert here.app.is_running


async def test_read_only_dims_what_would_change_something() -> None:
    repository = MemoryRepository()
    years = Years(repository)
    repository.read_only = True
    here = Open(repository, years.partnership_id)
    async with here.app.run_test(size=(80, 24)) as pilot:
        await here.begin(pilot)
        await until(pilot, here.shows("opened for reading only"))
        await pilot.press("n", "c", "5", "a", "e", "l", "enter")
        await pilot.pause()
        assert isinstance(here.app.screen, PartnershipScreen)
        assert all(p.here for p in repository.partnership(here.id).people)


# --- the history of marks in words


@pytest.mark.parametrize("after_a_session", [False, True])
async def test_the_year_picture_of_a_partnership_is_before_the_room_and_nothing_else_is(
    after_a_session: bool,
) -> None:
    repository = MemoryRepository()
    here = Open(repository, a_year(repository))
    async with here.app.run_test(size=(80, 24)) as pilot:
        await here.begin(pilot)
        app = here.app
        if after_a_session:
            await pilot.press("enter")
            await until(pilot, lambda: app.session_shown)
            assert app.room_scene().kind != "away"
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, PartnershipScreen))
        assert app.room_scene().kind == "away"
        await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, YearScreen))
        scene = app.room_scene()
        assert isinstance(scene, YearScene)
        assert scene.year == year_of(here.view.partnership, here.view.rounds)
        assert (scene.names, scene.theme) == (here.view.names, app.theme)
        assert read_scene(scene.model_dump_json()) == scene
        board = "\n".join(line.plain for line in lines_of(scene, 120, 40))
        for name in scene.names.values():
            assert name in board
        await pilot.press("f12")
        await until(pilot, lambda: isinstance(app.screen, CurtainScreen))
        assert app.room_scene() == scene
        await pilot.press("f12", "escape")
        await until(pilot, lambda: isinstance(app.screen, PartnershipScreen))
        assert app.room_scene().kind == "away"


def the_marks(years: Years, width: int = 100) -> str:
    return marks_text(a_view(years.repository, years.partnership_id), width).plain


def test_one_round_is_a_point_and_two_are_a_slope() -> None:
    years = Years(MemoryRepository())
    years.kick_off(TODAY - timedelta(days=300))
    years.review(TODAY - timedelta(days=200), (6, 7))
    assert "a point, no line yet" in the_marks(years)
    years.review(TODAY - timedelta(days=100), (7, 7))
    assert "a slope, not a trend" in the_marks(years)
    years.review(TODAY, (6, 7))
    assert "−0.5 since the round before" in the_marks(years)


def test_another_set_breaks_the_overall_line_and_says_so() -> None:
    years = Years(MemoryRepository())
    years.kick_off(TODAY - timedelta(days=300), ["Openness"])
    years.review(TODAY - timedelta(days=200), (6, 7))
    more = years.session("kickoff", TODAY - timedelta(days=150))
    work = years.do(more, define.AddCandidate(None, "Trust"))
    years.do(more, define.ChooseCandidate(work.session.define.candidates[-1].id))
    years.review(TODAY, (7, 7))
    text = the_marks(years)
    assert "From 12 Nov 2026 on other indicators count" in text
    lines = the_marks(years, 56).splitlines()
    assert "don't compare." in " ".join(lines)
    assert max(map(len, lines)) <= 56
    assert "a point, no line yet" in text
    assert "╎" in text


def test_what_is_hidden_is_said_and_not_shown() -> None:
    years = Years(MemoryRepository())
    years.kick_off(TODAY - timedelta(days=300), ["Openness"])
    years.review(TODAY, (4, 9), rules=Rules(secrecy="side", threshold=4))
    text = the_marks(years)
    assert "No overall mark on 12 Nov 2026" in text
    assert "◆ hidden on 12 Nov 2026: too few answers on that side." in text
    for mark in ("4.3", "4.7", "9.3", "9.7", "6.8", "7.0"):
        assert mark not in text


def test_nothing_of_a_round_that_was_not_revealed() -> None:
    years = Years(MemoryRepository())
    years.kick_off(TODAY - timedelta(days=300), ["Openness"])
    view = a_view(years.repository, years.partnership_id)
    assert view.rounds == ()


@pytest.mark.parametrize("width", [40, 74, 172])
def test_twelve_rounds_fit_in_every_width(width: int) -> None:
    years = Years(MemoryRepository(), a_partnership(raters=1, names=("A " * 30, "B " * 30)))
    years.kick_off(TODAY - timedelta(days=700), ["Openness"])
    for n in range(12):
        years.review(TODAY - timedelta(days=50 * (12 - n)), (3 + n % 6, 4 + n % 5))
    lines = the_marks(years, width).splitlines()
    assert "earlier rounds" in " ".join(lines) or width > 150
    if width > 60:
        assert max(len(line) for line in lines) <= width + 2


async def test_a_planned_session_is_deleted_after_asking_and_a_scored_one_is_not() -> None:
    repository = MemoryRepository()
    empty = a_session(indicators=())
    full = scored(a_session(partnership=empty.partnership))
    repository.save(None, empty)
    repository.save(None, full)
    app = SessionUI(repository, clock=lambda: NOW, new_id=fresh_id)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.post_message(OpenPartnership(empty.partnership.id))
        await pilot.pause()
        await pilot.pause()
        text = screen_text(app)
        assert "planned" in text
        assert "scored" in text  # beforehand: locked, and not begun
        for answer in ("n", "y"):
            app.screen.query_one(SessionsPage).pick(empty.session.id)
            await pilot.press("delete")
            await pilot.pause()
            await pilot.press(answer)
            await pilot.pause()
            left = {s.id for s in repository.sessions(empty.partnership.id)}
            assert (empty.session.id in left) is (answer == "n")
        app.screen.query_one(SessionsPage).pick(full.session.id)
        await pilot.press("delete")
        await until(
            pilot, lambda: "Only a planned" in "".join(n.message for n in app._notifications)
        )
        assert isinstance(app.screen, PartnershipScreen)  # refused without asking
        assert {s.id for s in repository.sessions(empty.partnership.id)} == {full.session.id}
