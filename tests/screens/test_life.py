"""The life of minutes on the screen: waving through, versions, adoption, actions in between."""

from datetime import date, timedelta

import pytest

from screens.messages import OpenPartnership
from screens.partnership.screen import PartnershipScreen
from sessionui.domain.intents.agree import PutAction
from sessionui.domain.intents.close import ConfirmMinutes, ReopenSession
from sessionui.domain.intents.reveal import Reveal
from sessionui.domain.intents.walk import GoToStage, StartSession
from sessionui.domain.intents.welcome import SetPresence
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.planning import new_session, work_on
from sessionui.domain.work import Work
from sessionui.locale import Language, set_language
from tests.support.memory import MemoryRepository
from tests.support.room import (
    CONTEXT,
    HOSTILE,
    NOW,
    TODAY,
    a_session,
    app_on,
    doing,
    press,
    scored,
    screen_text,
    typing,
    until,
    work_of,
)

BOTH = (ConfirmMinutes("a", "Anna 0"), ConfirmMinutes("b", "Bram 0"))
SIZE = (80, 24)


def at_close() -> Work:
    work = scored(doing(a_session(), StartSession()))
    for item in work.items:
        work = doing(work, Reveal(item.indicator_id))
    for person in work.session.participants:
        work = doing(work, SetPresence(person, "present"))
    first = work.items[0].indicator_id
    return doing(work, PutAction(f"Call {HOSTILE}", indicator_id=first, due=date(2026, 11, 21)))


@pytest.mark.parametrize("lang", ["nl", "en"])
async def test_a_remark_is_waved_through_with_a_reason_and_taken_back(lang: Language) -> None:
    set_language(lang)
    app = app_on(doing(at_close(), GoToStage("close")))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "21" in screen_text(app)
        await pilot.press("w")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await press(pilot, *typing("later"), "ctrl+s")
        await pilot.pause()
        (waiver,) = work_of(app).session.waivers
        assert (waiver.key, waiver.reason) == ("action/1/owner", "later")
        await pilot.press("w")
        await pilot.pause()
        assert "later" in screen_text(app)
        await pilot.press("up", "enter")
        await pilot.pause()
        assert work_of(app).session.waivers == ()


async def test_versions_are_listed_with_what_differs_and_the_old_one_can_be_read() -> None:
    set_language("en")
    repository = MemoryRepository()
    once = doing(at_close(), *BOTH)
    first = minutes_of(once, NOW)
    repository.keep_minutes(first)
    again = doing(once, ReopenSession(f"wrong {HOSTILE}"))
    again = doing(again, PutAction("Write a letter", number=1), GoToStage("close"))
    app = app_on(again, repository)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("v")
        await pilot.pause()
        await pilot.press("v")
        await pilot.pause()
        text = screen_text(app)
        assert "version 1" in text
        assert "Opened again because: wrong [/] [b]" in text
        assert "Write a letter" in text
        await pilot.press("enter")
        await pilot.pause()
        await until(pilot, lambda: "Minutes: Quarterly review" in screen_text(app))


async def test_the_version_that_is_adopted_is_named_with_its_hash_and_remarks() -> None:
    set_language("en")
    repository = MemoryRepository()
    before = doing(at_close(), *BOTH)
    repository.save(None, before, minutes=minutes_of(before, NOW))
    pact = before.partnership
    later = work_on(pact, new_session(pact, "quarterly", TODAY + timedelta(days=90), CONTEXT))
    later = doing(later, StartSession(), GoToStage("look_back"))
    app = app_on(later, repository)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "marks when agreed: ◆ 6.0, ● 8.0" in screen_text(app)
        await pilot.press("m")
        await pilot.pause()
        assert "version 1" in screen_text(app)
        await pilot.press("home", "enter")
        await pilot.pause()
        await pilot.press("m")
        await pilot.pause()
        await pilot.press("end", "enter")
        await pilot.pause()
        await press(pilot, *typing("fine"), "ctrl+s")
        await pilot.pause()
        adoption = work_of(app).session.adoption
        assert adoption.remarks == "fine"
        assert adoption.of is not None
        kept = repository.minutes(before.session.id)
        assert kept is not None
        assert adoption.of.content_hash == kept.content_hash


async def test_an_action_is_postponed_between_sessions_and_that_is_taken_back() -> None:
    set_language("en")
    repository = MemoryRepository()
    app = app_on(at_close(), repository)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.post_message(OpenPartnership(repository.partnerships()[0].id))
        await until(pilot, lambda: isinstance(app.screen, PartnershipScreen))
        await pilot.press("4")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        await press(pilot, *typing("2027-01-12"), "tab", *typing("ill"), "ctrl+s")
        await pilot.pause()
        (action,) = repository.partnerships()[0].actions
        assert (action.times_postponed, action.due_now) == (1, date(2027, 1, 12))
        assert action.events[0].note == "ill"
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("up", "enter")
        await pilot.pause()
        assert repository.partnerships()[0].actions[0].events == ()
