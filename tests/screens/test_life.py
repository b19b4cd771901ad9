"""The life of minutes on the screen: waving through, versions, adoption, actions in between."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from textual.widgets import Input

from screens.messages import OpenPartnership
from screens.partnership.screen import PartnershipScreen
from screens.room.layout import Sheet
from screens.room.pages.ending import minutes
from screens.versions import VersionScreen
from screens.widgets.minutes_text import MinutesText
from sessionui.domain.intents.agree import PutAction
from sessionui.domain.intents.close import ConfirmMinutes, ReopenSession
from sessionui.domain.intents.look_back import AdoptPrevious
from sessionui.domain.intents.reveal import Reveal
from sessionui.domain.intents.walk import GoToStage, StartSession
from sessionui.domain.intents.welcome import SetPresence
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.planning import new_session, work_on
from sessionui.domain.room.scenes import Minutes
from sessionui.domain.session import MinutesRef
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
    desk_of,
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
        said = {"nl": "Actie 1 heeft geen actiehouder.", "en": "Action 1 has no owner."}
        assert said[lang] in " ".join(screen_text(app).split()), "the form says what may pass"
        await press(pilot, *typing("later"), "ctrl+s")
        await pilot.pause()
        assert "Wie neemt actie 1" not in screen_text(app)
        assert "Who takes action 1" not in screen_text(app)
        (waiver,) = work_of(app).session.waivers
        assert (waiver.key, waiver.reason) == ("action/1/owner", "later")
        await pilot.press("w")
        await pilot.pause()
        assert "later" in screen_text(app)
        await pilot.press("up", "enter")
        await pilot.pause()
        assert work_of(app).session.waivers == ()


def amended() -> tuple[MemoryRepository, Work]:
    """Version 1 with an action of two lines, opened again and amended."""
    repository = MemoryRepository()
    once = doing(at_close(), PutAction("Write", done_when="It is there"), *BOTH)
    repository.keep_minutes(minutes_of(once, NOW))
    again = doing(once, ReopenSession(f"wrong {HOSTILE}"))
    return repository, doing(again, PutAction("Write a letter", number=1), GoToStage("close"))


async def test_a_version_stands_with_what_it_brought_and_the_old_one_is_marked() -> None:
    set_language("en")
    repository, again = amended()
    app = app_on(again, repository)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v")
        await until(pilot, lambda: "Draft of version 2: not confirmed" in screen_text(app))
        await pilot.press("v")
        await until(pilot, lambda: "version 1" in screen_text(app))
        text = screen_text(app)
        assert "The first that was confirmed." in text
        assert "Draft of version 2, because: wrong [/] [b]" in text
        assert "is now “Write a letter”" in text
        assert " Open " in text.splitlines()[-1]
        await pilot.press("enter")
        await until(pilot, lambda: "Minutes: Quarterly review" in screen_text(app))
        assert "Version 1, opened again: a later version is being made" in screen_text(app)
        scene = app.room_scene()
        assert isinstance(scene, Minutes)
        assert (scene.old, scene.edition, scene.actions) == (True, 1, ())
        await app.push_screen(VersionScreen(desk_of(app), desk_of(app).versions[0], 2))
        await until(pilot, lambda: "Version 1, replaced by version 2" in screen_text(app))
        scene = app.room_scene()
        assert isinstance(scene, Minutes)
        assert (scene.old, scene.replaced_by) == (True, 2)
        rows = minutes(scene, Sheet(80, 22)).blocks
        said = " ".join(str(line) for block in rows for line in block.sizes[0])
        assert "Version 1, replaced by version 2" in said
        assert "Write" not in said
        shown = app.screen.query_one(MinutesText)
        lines = [strip.text.strip() for strip in shown.render_lines(shown.size.region)]
        assert any(line.startswith("Done when: It is there") for line in lines), lines


async def test_an_old_version_is_handed_out_again_as_it_was(tmp_path: Path) -> None:
    set_language("en")
    repository, _again = amended()
    app = app_on(_again, repository)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v")
        await until(pilot, lambda: "Draft of version 2" in screen_text(app))
        await pilot.press("v")
        await pilot.press("enter")
        await until(pilot, lambda: "Version 1, opened again" in screen_text(app))
        await pilot.press("x")
        await until(pilot, lambda: bool(app.screen.query("#folder")))
        assert "version 1" in screen_text(app)
        app.screen.query_one("#folder", Input).value = str(tmp_path)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "files written" in screen_text(app))
    _old_calendar(tmp_path)


def _old_calendar(folder: Path) -> None:
    (calendar,) = folder.glob("*.ics")
    assert "draft" not in calendar.name
    assert "v2" not in calendar.name
    assert b"Write a letter" not in calendar.read_bytes()


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


async def test_remarks_stay_with_the_version_that_was_adopted_and_a_later_one_is_told() -> None:
    set_language("en")
    repository = MemoryRepository()
    before = doing(at_close(), *BOTH)
    first = minutes_of(before, NOW)
    repository.save(None, before, minutes=first)
    pact = before.partnership
    later = work_on(pact, new_session(pact, "quarterly", TODAY + timedelta(days=90), CONTEXT))
    ref = MinutesRef(
        session_id=before.session.id, date=TODAY, edition=1, content_hash=first.content_hash
    )
    later = doing(later, StartSession(), AdoptPrevious(True, ref), GoToStage("look_back"))
    again = doing(before, ReopenSession("a date"), *BOTH)
    repository.save(before, again, minutes=minutes_of(again, NOW, earlier=[first]))
    app = app_on(later, repository)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "Since then version 2 was confirmed" in " ".join(screen_text(app).split())
        await pilot.press("m")
        await pilot.pause()
        await pilot.press("end", "enter")
        await pilot.pause()
        await pilot.press(*typing("fine"), "ctrl+s")
        await pilot.pause()
        adoption = work_of(app).session.adoption
        assert (adoption.remarks, adoption.of) == ("fine", ref)
        await pilot.press("m")
        await pilot.pause()
        await pilot.press("home", "enter")
        await pilot.pause()
        of = work_of(app).session.adoption.of
        assert of is not None
        assert of.edition == 2
        assert "Since then" not in screen_text(app)


async def test_actions_go_to_calendars_between_two_sessions(tmp_path: Path) -> None:
    set_language("en")
    repository = MemoryRepository()
    repository.set_setting("export-folder", str(tmp_path))
    app = app_on(at_close(), repository)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.post_message(OpenPartnership(repository.partnerships()[0].id))
        await until(pilot, lambda: isinstance(app.screen, PartnershipScreen))
        for row in ("home", "end"):
            await pilot.press("4", "x")
            await pilot.pause()
            await pilot.press(row, "enter")
            await pilot.pause()
        said = [n.message.removeprefix("Written: ") for n in app._notifications]
        assert said[1].endswith("_Helderwit.ics")
        both = tmp_path / said[0]
        (todo,) = Calendar.from_ical(both.read_bytes()).walk("VTODO")
        assert todo.decoded("due") == date(2026, 11, 21)


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
        assert "told at the one after it" in " ".join(screen_text(app).replace("│", " ").split())
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
