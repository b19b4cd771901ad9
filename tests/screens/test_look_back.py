"""The look-back by keyboard: outcomes, notes, adoption, hard figures, what is going on."""

from datetime import date, timedelta

import pytest
from textual.pilot import Pilot

from screens.messages import OpenSession
from screens.widgets.fields import RecordArea
from screens.widgets.pick_list import PickList
from sessionui.app import SessionUI
from sessionui.domain.agreements import Action
from sessionui.domain.intents.base import Context, Intent
from sessionui.domain.intents.between import RecordBetween
from sessionui.domain.intents.look_back import PutIssue, PutKpi
from sessionui.domain.intents.walk import GoToStage, StartSession
from sessionui.domain.work import Work
from sessionui.locale import Language, set_language
from tests.support.memory import MemoryRepository
from tests.support.room import HOSTILE, NOW, TODAY, a_partnership, a_session, fresh_id, screen_text
from tests.support.year import Years, a_year


def looking_back(repository: MemoryRepository, *intents: Intent, started: bool = True) -> str:
    """A review after a year of sessions, in the look-back; the id of the session."""
    years = Years.__new__(Years)
    years.repository, years.partnership_id = repository, a_year(repository)
    session = years.session("quarterly", TODAY)
    start = (StartSession(),) if started else ()
    years.do(session, *start, GoToStage("look_back"), *intents)
    return session.id


def app_with(repository: MemoryRepository, session_id: str) -> SessionUI:
    app = SessionUI(repository, clock=lambda: NOW, new_id=fresh_id)
    app.call_later(lambda: app.post_message(OpenSession(session_id)))
    return app


def work_of(app: SessionUI) -> Work:
    assert app.desk is not None
    return app.desk.work


def action(app: SessionUI, number: int) -> Action:
    found = work_of(app).partnership.action(number)
    assert found is not None
    return found


async def settle(pilot: Pilot[int]) -> None:
    for _ in range(2):
        await pilot.pause()


async def test_one_key_a_word_and_on_to_the_next() -> None:
    repository = MemoryRepository()
    app = app_with(repository, looking_back(repository))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "0 of 4" in screen_text(app)
        await pilot.press("d", *"ok", "escape")
        await settle(pilot)
        event = action(app, 1).event_in(work_of(app).session.id)
        assert event is not None
        assert (event.outcome, event.note) == ("done", "ok")
        assert app.screen.query_one("#earlier-actions", PickList).picked == "2"
        await pilot.press("x", "escape")
        await settle(pilot)
        await pilot.press("n", *"no", "escape")
        await settle(pilot)
        states = [action(app, n).state for n in (1, 2, 3, 4)]
        assert states == ["done", "dropped", "open", "open"]
        event = action(app, 3).event_in(work_of(app).session.id)
        assert event is not None
        assert (event.outcome, event.note) == ("reopened", "no")
        assert "3 of 4" in screen_text(app)


async def test_what_was_told_between_sessions_stands_there_and_may_be_said_otherwise() -> None:
    repository = MemoryRepository()
    session_id = looking_back(repository, started=False)
    work = repository.work(session_id)
    context = Context(now=NOW - timedelta(days=9), today=TODAY, new_id=fresh_id)
    told = work
    for intent in (
        RecordBetween(1, "done", "it rang [/]"),
        RecordBetween(2, "dropped"),
        RecordBetween(3, "postponed", "ill", TODAY + timedelta(days=30)),
    ):
        told = told.but(partnership=intent.change(told.partnership, context))
    repository.save(work, told)
    app = app_with(repository, session_id)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        text = screen_text(app)
        assert "3 of 4" in text
        assert "✓ done · told since last time" in text
        assert "it rang [/]" in text
        assert "done · what did it bring?" not in text
        await pilot.press("n", *"no", "escape")
        await settle(pilot)
        assert action(app, 1).state == "open"
        assert app.screen.query_one("#earlier-actions", PickList).picked == "4"  # the one left
        await pilot.press("home")
        await settle(pilot)
        text = screen_text(app)
        assert "it rang [/]" in text
        assert "… not yet" in text


async def test_postponing_asks_a_date_counts_and_can_be_taken_back() -> None:
    repository = MemoryRepository()
    app = app_with(repository, looking_back(repository))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "postponed once" in screen_text(app)
        await pilot.press("p")
        await settle(pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "to which date" in screen_text(app)
        await pilot.press(*"26-11", "tab", *"so", "ctrl+s")
        await settle(pilot)
        event = action(app, 1).event_in(work_of(app).session.id)
        assert event is not None
        assert (event.due, event.note) == (date(2026, 11, 26), "so")
        await pilot.press("up")
        await settle(pilot)
        assert "postponed 2 times" in screen_text(app)
        await pilot.press("delete")
        await settle(pilot)
        assert action(app, 1).event_in(work_of(app).session.id) is None
        await pilot.press("f7")
        await settle(pilot)
        assert action(app, 1).due_now == date(2026, 11, 26)


async def test_enter_offers_what_the_keys_do() -> None:
    repository = MemoryRepository()
    app = app_with(repository, looking_back(repository))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert action(app, 1).state == "done"
        assert isinstance(app.screen.focused, RecordArea)


async def test_late_is_said_calmly_and_the_facts_stand_there() -> None:
    repository = MemoryRepository()
    app = app_with(repository, looking_back(repository))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        text = screen_text(app)
        assert "100 days ago" in text
        assert "for Proactivity" in text
        assert "done when both have signed the list" in text
        assert "no owner" in text
        assert "too busy" in text


async def test_the_minutes_of_last_time() -> None:
    repository = MemoryRepository()
    app = app_with(repository, looking_back(repository))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("m")
        await settle(pilot)
        await pilot.press("home", "enter")
        await settle(pilot)
        assert work_of(app).session.adopted_previous is True
        assert "Minutes of last time: adopted." in screen_text(app)
        await pilot.press("m", "down", "enter")
        await settle(pilot)
        assert work_of(app).session.adopted_previous is False


async def test_a_first_session_says_what_to_do() -> None:
    work = a_session("quarterly", indicators=())
    repository = MemoryRepository()
    repository.save(None, work)
    app = app_with(repository, work.session.id)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f6")
        await settle(pilot)
        text = screen_text(app)
        assert "first session together" in text
        assert "Minutes of last time" not in text
        await pilot.press("d", "m", "p")
        await settle(pilot)
        assert app.screen.focused is None


async def test_hard_figures_by_keyboard() -> None:
    repository = MemoryRepository()
    app = app_with(repository, looking_back(repository))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("2", "a")
        await settle(pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Give the figure a name." in screen_text(app)
        await pilot.press(*"VSR", "enter", *"7,8", "enter", "8", "enter", *"w4", "enter")
        await settle(pilot)
        (kpi,) = work_of(app).session.kpis
        assert (kpi.name, kpi.value, kpi.target, kpi.comment) == ("VSR", "7,8", "8", "w4")
        assert "target 8" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("end", "2", "ctrl+s")
        await settle(pilot)
        assert work_of(app).session.kpis[0].name == "VSR2"
        await pilot.press("delete")
        await settle(pilot)
        assert work_of(app).session.kpis == ()
        await pilot.press("f7")
        await settle(pilot)
        assert len(work_of(app).session.kpis) == 1


async def test_what_is_going_on_at_each_side() -> None:
    repository = MemoryRepository()
    app = app_with(repository, looking_back(repository))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("3", "s", "a")
        await settle(pilot)
        await pilot.press(*"Ill", "tab", *"wait", "tab", *"rota", "ctrl+s")
        await settle(pilot)
        (issue,) = work_of(app).session.issues
        assert (issue.side, issue.text) == ("b", "Ill")
        text = screen_text(app)
        assert "wait" in text
        assert "together: rota" in text
        await pilot.press("e")
        await settle(pilot)
        await pilot.press("!", "ctrl+s")
        await settle(pilot)
        assert work_of(app).session.issues[0].text == "Ill!"
        await pilot.press("delete")
        await settle(pilot)
        assert work_of(app).session.issues == ()


async def test_a_half_typed_note_and_the_section_survive() -> None:
    repository = MemoryRepository()
    session_id = looking_back(repository)
    app = app_with(repository, session_id)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("d", *"half")
        await settle(pilot)
        kept = dict(repository.drafts())
    repository._drafts = kept
    again = app_with(repository, session_id)
    async with again.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert again.screen.query_one("#action-note", RecordArea).text == "half"
        await pilot.press("3", "a", *"New")
        await settle(pilot)
        kept = dict(repository.drafts())
    repository._drafts = kept
    third = app_with(repository, session_id)
    async with third.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await settle(pilot)
        assert third.screen.query_one("#field-text", RecordArea).text == "New"


@pytest.mark.parametrize(("lang", "size"), [("nl", (80, 24)), ("en", (80, 24))])
async def test_hostile_and_long_words_stay_text(lang: Language, size: tuple[int, int]) -> None:
    set_language(lang)
    repository = MemoryRepository()
    names = ("[/]" * 20, "Helderwit Schoonmaak- en Bedrijfsdienstverlening Nederland BV")
    years = Years.__new__(Years)
    years.repository = repository
    years.partnership_id = a_year(repository, a_partnership(raters=10, names=names))
    session = years.session("quarterly", TODAY)
    hostile = HOSTILE + "y" * 1000
    years.do(
        session,
        GoToStage("look_back"),
        PutKpi(hostile, hostile, hostile, hostile),
        PutIssue("a", hostile, hostile, hostile),
        PutIssue("b", hostile, hostile, hostile),
    )
    app = app_with(repository, session.id)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for section in ("1", "2", "3"):
            await pilot.press(section)
            await settle(pilot)
            text = screen_text(app)
            assert "\x1b" not in text
            assert "[/]" in text
        assert app.is_running


async def test_confirmed_minutes_are_only_read() -> None:
    repository = MemoryRepository()
    session_id = looking_back(repository)
    years = Years.__new__(Years)
    years.repository = repository
    years.partnership_id = repository.session(session_id).partnership_id
    years.confirm(repository.session(session_id))
    app = app_with(repository, session_id)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = work_of(app)
        await pilot.press("d", "x", "n", "p", "m", "enter", "2", "a", "3", "a")
        await settle(pilot)
        assert work_of(app).partnership == before.partnership
        assert len(app.screen_stack) == 2


async def test_the_mouse_and_the_other_language() -> None:
    repository = MemoryRepository()
    app = app_with(repository, looking_back(repository))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.click("#tab-issues")
        await settle(pilot)
        assert app.screen.query_one("#pane-issues").display
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert app.screen.query_one("#pane-issues").display
        await pilot.click("#tab-earlier")
        await settle(pilot)
        await pilot.click("#earlier-actions", offset=(10, 1))
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert action(app, 2).state == "done"
