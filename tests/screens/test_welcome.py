"""The welcome stage: presence, rules, purpose, people; and what all stages share."""

import pytest

from screens.dialogs.form import FormDialog
from sessionui.domain.intents.walk import GoToStage
from sessionui.locale import Language, set_language
from tests.support.memory import MemoryRepository
from tests.support.room import (
    HOSTILE,
    a_partnership,
    a_session,
    app_on,
    area_of,
    desk_of,
    line_of,
    screen_text,
    until,
    work_of,
)


async def test_space_walks_through_presence() -> None:
    app = app_on(a_session())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        first = work_of(app).raters("a")[0]
        seen = []
        for _ in range(4):
            await pilot.press("space")
            seen.append(work_of(app).session.presence_of(first))
        assert seen == ["present", "absent_notice", "absent", "expected"]


async def test_everybody_here_keeps_who_is_absent() -> None:
    app = app_on(a_session())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("space", "space", "e")
        presence = work_of(app).session.presence
        assert sorted(presence.values()) == ["absent_notice", *["present"] * 5]
        await pilot.press("f7")
        assert "present" in screen_text(app)


async def test_rules_are_chosen_by_keyboard_and_refused_when_wrong() -> None:
    app = app_on(a_session())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("r")
        await pilot.pause()
        await pilot.press("enter", "down", "enter", "tab", "backspace", "1", "ctrl+s")
        await pilot.pause()
        assert "2 to 8" in screen_text(app)
        assert work_of(app).session.rules.secrecy == "name"
        await pilot.press("backspace", "4", "ctrl+s")
        await pilot.pause()
        rules = work_of(app).session.rules
        assert (rules.secrecy, rules.threshold) == ("side", 4)


async def test_a_hostile_person_is_only_text() -> None:
    repository = MemoryRepository()
    app = app_on(a_session(), repository)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("a")
        await pilot.pause()
        line_of(app, "#field-name").value = HOSTILE + "x" * 1000
        await pilot.press("ctrl+s")
        await pilot.pause()
        newest = work_of(app).partnership.people[-1]
        assert newest.name.startswith("[/] [b] [@click=app.quit]x[/]")
        assert "\x1b" not in newest.name
        assert "\x1b" not in screen_text(app)
        assert "[/]" in screen_text(app)
        assert work_of(app).session.presence_of(newest.id) == "present"


async def test_who_was_taken_out_is_let_in_again_by_name_as_the_same_person() -> None:
    app = app_on(a_session())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        people = work_of(app).partnership.people
        first = work_of(app).raters("a")[0]
        name = work_of(app).person_name(first)
        await pilot.press("delete")
        await until(pilot, lambda: first not in work_of(app).raters("a"))
        for _ in range(2):
            await pilot.press("a")
            await until(pilot, lambda: isinstance(app.screen, FormDialog))
            line_of(app, "#field-name").value = name
            await pilot.press("ctrl+s")
            await until(pilot, lambda: first in work_of(app).raters("a"))
        await until(pilot, lambda: "Add an initial" in screen_text(app))
        assert work_of(app).partnership.people == people
        assert work_of(app).raters("a").count(first) == 1
        assert work_of(app).session.presence_of(first) == "present"


async def test_half_typed_text_is_there_after_a_crash() -> None:
    repository = MemoryRepository()
    work = a_session()
    app = app_on(work, repository)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.screen.query_one("#purpose").focus()
        await pilot.press(*"half a sen")
        # No leaving, no quitting: the process is gone here.
        kept = repository.drafts()
    assert any(text == "half a sen" for text in kept.values())
    repository._drafts = dict(kept)
    again = app_on(work, repository)
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert area_of(again, "#purpose").text == "half a sen"


async def test_a_form_that_was_open_opens_again_with_its_text() -> None:
    repository = MemoryRepository()
    work = a_session()
    app = app_on(work, repository)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("a")
        await pilot.pause()
        await pilot.press(*"Chris")
        kept = dict(repository.drafts())
    repository._drafts = kept
    again = app_on(work, repository)
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert line_of(again, "#field-name").value == "Chris"


async def test_walking_on_records_what_is_in_the_field() -> None:
    app = app_on(a_session("kickoff"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.screen.query_one("#purpose").focus()
        await pilot.press(*"why", "f6")
        await pilot.pause()
        assert work_of(app).session.purpose == "why"
        assert work_of(app).session.stage == "define"
        left = work_of(app).session.stage_state("welcome")
        assert left is not None
        assert left.done


async def test_private_notes_stay_out_of_the_minutes() -> None:
    app = app_on(a_session())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f3")
        await pilot.pause()
        await pilot.press(*"SECRETNOTE", "ctrl+s")
        await pilot.pause()
        assert work_of(app).session.private_notes == {"welcome": "SECRETNOTE"}
        assert "SECRETNOTE" not in str(desk_of(app).minutes().model_dump())
        assert "SECRETNOTE" not in repr(work_of(app).session)


async def test_stages_can_be_skipped_reordered_and_budgeted() -> None:
    app = app_on(a_session())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f4")
        await pilot.pause()
        await pilot.press("down", "s", "plus", "d", "escape")
        await pilot.pause()
        stages = work_of(app).session.stages
        assert [s.key for s in stages][:3] == ["welcome", "score", "look_back"]
        moved = work_of(app).session.stage_state("look_back")
        assert moved is not None
        assert moved.skipped
        assert moved.minutes == 25


async def test_undo_and_redo_by_key() -> None:
    app = app_on(a_session())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        first = work_of(app).raters("a")[0]
        await pilot.press("space", "f7")
        assert work_of(app).session.presence_of(first) == "expected"
        await pilot.press("f8")
        assert work_of(app).session.presence_of(first) == "present"


async def test_a_window_that_is_too_small_says_so_and_loses_nothing() -> None:
    app = app_on(a_session())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.screen.query_one("#purpose").focus()
        await pilot.press(*"abc")
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert "80" in screen_text(app)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert area_of(app, "#purpose").text == "abc"


@pytest.mark.parametrize("lang", ["nl", "en"])
async def test_twenty_people_with_long_names_fit(lang: Language) -> None:
    set_language(lang)
    try:
        long_names = ("Stichting Samenwerkende Ziekenhuizen Noordoost-Nederland en Zo", "B" * 60)
        work = a_session(partnership=a_partnership(raters=20, names=long_names))
        app = app_on(work)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            text = screen_text(app)
            assert "…" in text
            assert max(map(len, text.splitlines())) <= 80
            await pilot.press(*["down"] * 19, "space")
            assert work_of(app).session.presence_of(work.raters("a")[19]) == "present"
    finally:
        set_language("en")


async def test_the_language_switches_live_and_keeps_the_place() -> None:
    app = app_on(a_session())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+l")
        await pilot.pause()
        await pilot.pause()
        assert app.repository.setting("language") == "nl"
        assert app.screen is app.stages["welcome"]
        assert "Noorderhaven" in screen_text(app)
        await pilot.press("ctrl+l")
        await pilot.pause()


async def test_confirmed_minutes_can_be_walked_but_not_changed() -> None:
    work = a_session("kickoff")
    closed = work.but(
        session=work.session.but(confirmed_at=work.session.created, started_at=work.session.created)
    )
    app = app_on(closed)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("space")
        assert work_of(app).session.presence == {}
        assert desk_of(app).do(GoToStage("close")) is None


async def test_date_and_place_are_corrected() -> None:
    app = app_on(a_session())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("d")
        await pilot.pause()
        line_of(app, "#field-day").value = "18-12-2026"
        line_of(app, "#field-place").value = "Zaal 3"
        await pilot.press("ctrl+s")
        await pilot.pause()
        session = work_of(app).session
        assert (session.date.isoformat(), session.place) == ("2026-12-18", "Zaal 3")
