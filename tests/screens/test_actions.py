"""The actions stage: forms, numbers, withdrawing, read-back."""

from datetime import timedelta

import pytest

from sessionui.domain.intents.agree import PutAction, PutDecision
from sessionui.domain.intents.base import Context, Intent
from sessionui.domain.intents.between import RecordBetween
from sessionui.domain.intents.close import ConfirmMinutes, ReopenSession
from sessionui.domain.intents.walk import GoToStage, StartSession
from sessionui.domain.work import Work
from sessionui.locale import Language, set_language
from tests.support.memory import MemoryRepository
from tests.support.room import (
    HOSTILE,
    NOW,
    TODAY,
    a_session,
    app_on,
    area_of,
    doing,
    fresh_id,
    line_of,
    press,
    screen_text,
    typing,
    work_of,
)


def at_actions(*intents: Intent) -> Work:
    return doing(a_session(), GoToStage("actions"), *intents)


async def test_an_action_is_agreed_by_keyboard() -> None:
    app = app_on(at_actions())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "press a" in screen_text(app)
        await pilot.press("a")
        await pilot.pause()
        await press(pilot, *typing("Call weekly"), "tab", *typing("four weeks long"), "tab")
        await press(
            pilot, "enter", "down", "enter", "tab", *typing("in 2 weeks"), "tab", "tab", "space"
        )
        await pilot.press("ctrl+s")
        await pilot.pause()
        action = work_of(app).partnership.actions[0]
        assert (action.number, action.text, action.done_when) == (
            1,
            "Call weekly",
            "four weeks long",
        )
        assert str(action.due) == "2026-11-26"
        assert action.quick_win
        assert work_of(app).person_name(action.owner_id) == "Anna 0"
        assert "Call weekly" in screen_text(app)
        assert not [k for k in app.repository.drafts() if "form/" in k]


async def test_a_date_that_is_none_is_refused_and_the_form_stays() -> None:
    app = app_on(at_actions())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("a")
        await pilot.pause()
        await press(pilot, *typing("Call"))
        line_of(app, "#field-due").value = "yesterdayish"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert work_of(app).partnership.actions == ()
        assert area_of(app, "#field-text").text == "Call"
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("a")
        await pilot.pause()
        assert area_of(app, "#field-text").text == "Call"


async def test_numbers_run_on_after_withdrawing() -> None:
    app = app_on(at_actions(PutAction("one"), PutAction("two"), PutDecision("yes")))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("down", "delete")
        await pilot.pause()
        assert [a.number for a in work_of(app).partnership.open_actions] == [1]
        assert "two" not in screen_text(app)
        await pilot.press("f7")
        await pilot.pause()
        assert [a.number for a in work_of(app).partnership.open_actions] == [1, 2]
        await pilot.press("tab", "delete")
        await pilot.pause()
        assert work_of(app).partnership.decisions[0].withdrawn


async def test_an_action_and_a_decision_are_changed() -> None:
    app = app_on(at_actions(PutAction("one"), PutDecision("yes")))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await press(pilot, "end", *typing(" more"), "ctrl+s")
        await pilot.pause()
        assert work_of(app).partnership.actions[0].text == "one more"
        await pilot.press("tab", "enter")
        await pilot.pause()
        await press(pilot, "end", *typing(" indeed"), "ctrl+s")
        await pilot.pause()
        assert work_of(app).partnership.decisions[0].text == "yes indeed"


async def test_reading_back_records_objections_and_consent() -> None:
    repository = MemoryRepository()
    app = app_on(at_actions(PutAction("one"), PutAction("two")), repository)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("r")
        await pilot.pause()
        assert "1/2" in screen_text(app)
        await pilot.press("y")
        assert not work_of(app).session.read_back.read, "consent only after the last action"
        await press(pilot, "space", "space", "o", *typing("too soon"))
        assert "too soon" in repository.drafts().values() or any(
            "too soon" in text for text in repository.drafts().values()
        )
        await pilot.press("escape", "y")
        await pilot.pause()
        read_back = work_of(app).session.read_back
        assert (read_back.read, read_back.objections, read_back.consent) == (True, "too soon", True)
        assert "too soon" in screen_text(app)


@pytest.mark.parametrize("lang", ["nl", "en"])
async def test_hostile_and_long_texts_are_only_text(lang: Language) -> None:
    set_language(lang)
    texts = [PutAction(HOSTILE + "y" * 1000), PutDecision(HOSTILE + "z" * 1000)]
    texts += [PutAction(f"Actie {n} {'lang' * 30}") for n in range(19)]
    app = app_on(at_actions(*texts))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        text = screen_text(app)
        assert "[/] [b]" in text
        assert "\x1b" not in text
        await pilot.press("r")
        await pilot.pause()
        assert "[/] [b]" in screen_text(app)
        await pilot.press(*["space"] * 25, "escape")
        await pilot.pause()
        assert app.screen is app.stages["actions"]


async def test_a_past_session_opened_again_lists_what_was_open_then() -> None:
    set_language("en")
    work = doing(at_actions(PutAction("Call weekly", due=TODAY)), StartSession())
    later = RecordBetween(1, "done", "it rang").change(
        work.partnership,
        Context(now=NOW + timedelta(days=200), today=TODAY, new_id=fresh_id),
    )
    both = (ConfirmMinutes("a", "Anna"), ConfirmMinutes("b", "Bram"))
    past = doing(work.but(partnership=later), *both, ReopenSession("a date"), GoToStage("actions"))
    app = app_on(past)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "1 action agreed today" in screen_text(app)
        await pilot.press("r")
        await pilot.pause()
        assert "1/1" in screen_text(app)
