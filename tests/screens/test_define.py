"""The define stage by keyboard: silent writing, one list, the blind vote, the set."""

import pytest
from textual.pilot import Pilot

from screens.messages import OpenSession
from screens.widgets.fields import RecordInput
from screens.widgets.pick_list import PickList
from sessionui.app import SessionUI
from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.define import (
    AddCandidate,
    CastDots,
    MergeCandidates,
    ShowCandidates,
)
from sessionui.domain.intents.walk import GoToStage
from sessionui.domain.session import Candidate, Define
from sessionui.domain.sides import SIDES
from sessionui.domain.work import Work
from sessionui.locale import Language, set_language
from tests.support.memory import MemoryRepository
from tests.support.room import (
    HOSTILE,
    NOW,
    TODAY,
    a_partnership,
    a_session,
    doing,
    fresh_id,
    screen_text,
    until,
)
from tests.support.year import Years, a_year

WRITTEN = (
    AddCandidate("a", "Bereikbaarheid"),
    AddCandidate("a", "Openheid"),
    AddCandidate("b", "Bereikbaar zijn"),
    AddCandidate("b", "Vertrouwen"),
)


def defining(*intents: Intent) -> Work:
    """A kick-off in the define stage."""
    work = a_session("kickoff", indicators=())
    return doing(work, GoToStage("define"), *intents)


def app_on(work: Work, repository: MemoryRepository | None = None) -> SessionUI:
    repository = repository or MemoryRepository()
    repository.save(None, work)
    return app_with(repository, work.session.id)


def app_with(repository: MemoryRepository, session_id: str) -> SessionUI:
    app = SessionUI(repository, clock=lambda: NOW, new_id=fresh_id)
    app.call_later(lambda: app.post_message(OpenSession(session_id)))
    return app


def work_of(app: SessionUI) -> Work:
    assert app.desk is not None
    return app.desk.work


def define_of(app: SessionUI) -> Define:
    return work_of(app).session.define


def called(app: SessionUI, text: str) -> Candidate:
    return next(c for c in define_of(app).candidates if c.text == text)


async def settle(pilot: Pilot[int]) -> None:
    for _ in range(2):
        await pilot.pause()


async def test_one_side_writes_and_the_other_sees_nothing() -> None:
    repository = MemoryRepository()
    app = app_on(defining(AddCandidate("b", "Vertrouwen")), repository)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Vertrouwen" not in screen_text(app)
        assert "1 written, hidden" in screen_text(app)
        await pilot.press("space", *"Eis", "enter", *"Nu", "enter", *"ha")
        await settle(pilot)
        text = screen_text(app)
        assert "Eis" in text
        assert "Vertrouwen" not in text
        assert [c.side for c in define_of(app).candidates] == ["b", "a", "a"]
        await pilot.press("escape", "s")
        await settle(pilot)
        assert "2 written, hidden" in screen_text(app)
        await pilot.press("space")
        await settle(pilot)
        text = screen_text(app)
        assert "Vertrouwen" in text
        assert "Eis" not in text
        assert "ha" not in app.screen.query_one("#new-b", RecordInput).value
        # What was half typed waits for its own side.
        assert "ha" in repository.drafts().values()


async def test_the_same_twice_is_refused_and_stays_in_the_field() -> None:
    app = app_on(defining(AddCandidate("a", "Eis")))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("space", *"eis", "enter")
        await until(pilot, lambda: "already on the list" in screen_text(app))
        assert app.screen.query_one("#new-a", RecordInput).value == "eis"
        assert len(define_of(app).candidates) == 1


async def test_walking_away_covers_what_a_side_wrote() -> None:
    app = app_on(defining(*WRITTEN))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("space")
        await settle(pilot)
        assert "Openheid" in screen_text(app)
        await pilot.press("f6")
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        assert "Openheid" not in screen_text(app)


async def test_masked_words_show_as_dots() -> None:
    app = app_on(defining())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("h", "space", *"Eis", "enter", *"Nu")
        await settle(pilot)
        text = screen_text(app)
        assert "Eis" not in text
        assert "Nu" not in text
        assert called(app, "Eis").side == "a"


async def test_the_library_speaks_the_language_of_the_room() -> None:
    app = app_on(defining())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("space", "escape", "l")
        await settle(pilot)
        await pilot.press("down", "enter", "enter")
        await settle(pilot)
        assert "already on the list" in screen_text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert [(c.side, c.text) for c in define_of(app).candidates] == [("a", "Openness")]


async def test_all_words_at_once_and_near_duplicates_merged() -> None:
    app = app_on(defining(*WRITTEN))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("2")
        await settle(pilot)
        assert "Openheid" not in screen_text(app)
        await pilot.press("space")
        await settle(pilot)
        assert define_of(app).shown
        text = screen_text(app)
        assert "Openheid" in text
        assert "Do these mean the same?" in text
        await pilot.press("p", "enter")
        await settle(pilot)
        kept, gone = called(app, "Bereikbaarheid"), called(app, "Bereikbaar zijn")
        assert gone.merged_into == kept.id
        assert "Do these mean the same?" not in screen_text(app)
        assert "= ● Bereikbaar zijn" in screen_text(app)
        await pilot.press("down", "x")
        await settle(pilot)
        assert called(app, "Bereikbaar zijn").merged_into is None
        await pilot.press("p", "end", "enter")
        await settle(pilot)
        assert called(app, "Bereikbaar zijn").merged_into is None
        assert "Do these mean the same?" not in screen_text(app)


async def test_merge_what_no_letter_tells_and_take_it_back() -> None:
    app = app_on(defining(*WRITTEN, ShowCandidates()))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("end", "m")
        await settle(pilot)
        await pilot.press("end", "enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert sum(c.merged_into is not None for c in define_of(app).candidates) == 1
        await pilot.press("f7")
        await settle(pilot)
        assert len(define_of(app).standing) == 4


async def test_reword_take_off_and_put_back() -> None:
    app = app_on(defining(*WRITTEN, ShowCandidates()))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        await pilot.press("end", "2", "enter")
        await settle(pilot)
        assert called(app, "Bereikbaarheid2").side == "a"
        await pilot.press("delete")
        await settle(pilot)
        assert "Bereikbaarheid2" not in screen_text(app)
        await pilot.press("w", "end", "delete")
        await settle(pilot)
        assert not called(app, "Bereikbaarheid2").withdrawn


async def test_the_vote_is_blind_until_it_is_shown() -> None:
    repository = MemoryRepository()
    app = app_on(defining(*WRITTEN, ShowCandidates()), repository)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("3", "minus")
        await settle(pilot)
        assert define_of(app).dots_each == 2
        await pilot.press("space")
        await settle(pilot)
        assert "Anna 0" in screen_text(app)
        assert "Openheid" not in screen_text(app)
        await pilot.press("enter", "down", "space", "space", "space")
        await settle(pilot)
        assert "■■" in screen_text(app)
        assert not any("■" in text or "Openheid" in text for text in repository.drafts().values())
        await pilot.press("enter")
        await settle(pilot)
        text = screen_text(app)
        assert "Sealed" in text
        assert "■" not in text
        assert "Openheid" not in text
        await pilot.press("enter")
        await settle(pilot)
        openheid = called(app, "Openheid").id
        assert define_of(app).votes == ((openheid, openheid),)
        assert len(define_of(app).voted) == 1
        text = screen_text(app)
        assert "✓ Anna 0" in text
        assert "1 of 6" in text
        await pilot.press("minus", "4")
        await settle(pilot)
        assert define_of(app).dots_each == 2
        assert "■" not in screen_text(app)
        await pilot.press("3", "o")
        await settle(pilot)
        await pilot.press("space", "enter")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert len(define_of(app).votes) == 2
        assert len(define_of(app).voted) == 1
        await pilot.press("v")
        await settle(pilot)
        assert "4 have not voted yet" in screen_text(app)
        await pilot.press("y")
        await settle(pilot)
        assert define_of(app).votes_shown
        assert "2 ■■" in screen_text(app)


async def test_who_goes_back_has_not_voted() -> None:
    app = app_on(defining(*WRITTEN, ShowCandidates()))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("3", "space")
        await settle(pilot)
        await pilot.press("enter", "space", "escape")
        await settle(pilot)
        assert define_of(app).votes == ()
        assert "0 of 6" in screen_text(app)


async def test_choose_and_order_the_set() -> None:
    app = app_on(defining(*WRITTEN, ShowCandidates()))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("4", "space", "down", "space", "down", "space")
        await settle(pilot)
        names = [i.name for i in work_of(app).partnership.in_force]
        assert names == ["Bereikbaarheid", "Openheid", "Bereikbaar zijn"]
        assert "About six is usual." in screen_text(app)
        await pilot.press("s", "d")
        await settle(pilot)
        assert work_of(app).partnership.in_force[0].name == "Openheid"
        await pilot.press("x")
        await settle(pilot)
        assert len(work_of(app).partnership.in_force) == 2
        await pilot.press("f7")
        await settle(pilot)
        assert len(work_of(app).partnership.in_force) == 3
        await pilot.press("s", "space")
        await settle(pilot)
        assert len(work_of(app).partnership.in_force) == 2


async def test_a_year_review_keeps_and_ends_with_a_reason() -> None:
    repository = MemoryRepository()
    years = Years.__new__(Years)
    years.repository, years.partnership_id = repository, a_year(repository)
    session = years.session("year", TODAY)
    years.do(session, GoToStage("define"))
    app = app_with(repository, session.id)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "4 indicators" in screen_text(app)
        await pilot.press("x")
        await settle(pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Say why it leaves the set" in screen_text(app)
        await pilot.press(*"ok", "ctrl+s")
        await settle(pilot)
        ended = next(i for i in work_of(app).partnership.indicators if not i.in_force)
        assert ended.ended_reason == "ok"
        await pilot.press("end", "space")
        await settle(pilot)
        assert len(work_of(app).partnership.in_force) == 4


@pytest.mark.parametrize(("lang", "size"), [("nl", (80, 24)), ("en", (80, 24)), ("en", (200, 50))])
async def test_forty_hostile_candidates_do_not_break_it(
    lang: Language, size: tuple[int, int]
) -> None:
    set_language(lang)
    names = ("[/]" * 20, "Helderwit Schoonmaak- en Bedrijfsdienstverlening Nederland BV")
    work = a_session("kickoff", partnership=a_partnership(raters=10, names=names), indicators=())
    hostile = [AddCandidate(SIDES[n % 2], f"{n}{HOSTILE}" + "y" * 1000) for n in range(38)]
    long = AddCandidate("a", "Samenwerkingstevredenheidsindicatorverantwoordelijkheid")
    work = doing(work, GoToStage("define"), *hostile, long, ShowCandidates())
    first, second = work.session.define.standing[:2]
    dots = CastDots((first.id, first.id, second.id))
    work = doing(work, dots, MergeCandidates(first.id, second.id))
    app = app_on(work)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for phase in ("1", "2", "3", "4"):
            await pilot.press(phase)
            await settle(pilot)
            text = screen_text(app)
            assert "\x1b" not in text
            assert "[/]" in text
        await pilot.press("3", "space", "enter", "space")
        await settle(pilot)
        assert "[@click=app.quit]" in screen_text(app)
        assert app.screen.query_one(PickList).option_count == 38
        assert app.is_running


async def test_the_other_language_covers_what_a_side_writes() -> None:
    app = app_on(defining(*WRITTEN))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("space", *"ha", "ctrl+l")
        await settle(pilot)
        assert "Openheid" not in screen_text(app)
        await pilot.press("space")
        await settle(pilot)
        assert app.screen.query_one("#new-a", RecordInput).value == "ha"
