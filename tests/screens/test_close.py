"""The close: checklist, what is missing, confirmation, reopening, export and preview."""

import json
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from screens.dialogs.export import USUAL, ExportDialog
from screens.stages.close_texts import overall_text
from sessionui.app import SessionUI
from sessionui.domain.intents.close import ConfirmMinutes
from sessionui.domain.intents.reveal import Reveal
from sessionui.domain.intents.walk import GoToStage, StartSession
from sessionui.domain.intents.welcome import SetPresence
from sessionui.domain.minutes.content import printed
from sessionui.domain.planning import new_session, work_on
from sessionui.domain.room.scenes import Closing, Minutes
from sessionui.domain.work import Work
from sessionui.locale import Language, fmt_date, set_language
from sessionui.minutes import FORMATS, make
from tests.support.memory import MemoryRepository
from tests.support.room import (
    CONTEXT,
    NOW,
    a_session,
    app_on,
    box_of,
    doing,
    line_of,
    press,
    scored,
    screen_text,
    typing,
    until,
    work_of,
)
from tests.support.scoring import desk_of


def at_close(*, reveal: int = 3) -> Work:
    work = scored(doing(a_session(), StartSession()))
    for item in work.items[:reveal]:
        work = doing(work, Reveal(item.indicator_id))
    for person in work.session.participants:
        work = doing(work, SetPresence(person, "present"))
    return doing(work, GoToStage("close"))


async def test_the_overall_mark_is_shown_and_over_how_much() -> None:
    app = app_on(at_close(reveal=2))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        text = screen_text(app)
        assert "2 of 3" in text
        assert "6.0" in text
        assert "8.0" in text
        assert "Reachability was scored but not discussed" in text


async def test_nothing_of_a_mark_before_the_reveal() -> None:
    app = app_on(at_close(reveal=0))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        text = screen_text(app)
        assert "No overall mark" in text
        assert "6.0" not in text
        assert "8.0" not in text


async def test_the_checklist_is_filled_in_by_keyboard() -> None:
    app = app_on(at_close())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await press(pilot, "enter", "down", "enter", "tab", *typing("none"), "ctrl+s")
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        await pilot.press("enter", *["down"] * 4, "enter", "ctrl+s")
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        await press(pilot, *typing("good talk"), "ctrl+s")
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        await press(pilot, *typing("in 3 months"), "ctrl+s")
        await pilot.pause()
        closing = work_of(app).session.closing
        assert closing.surprise is not None
        assert closing.surprise_note == "none"
        assert closing.trust_a in range(1, 6)
        assert closing.trust_b is None
        assert closing.check_out == "good talk"
        assert str(work_of(app).partnership.next_session) == "2027-02-12"


async def test_a_session_that_is_planned_for_another_day_is_told() -> None:
    repository = MemoryRepository()
    work = at_close()
    planned = new_session(work.partnership, "year", date(2027, 3, 1), CONTEXT)
    repository.save(None, work_on(work.partnership, planned))
    app = app_on(work, repository)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("down", "down", "down", "enter")
        await pilot.pause()
        assert line_of(app, "#field-day").value == fmt_date(date(2027, 3, 1), "short")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert work_of(app).next_session == date(2027, 3, 1)
        assert "but planned is" not in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        line_of(app, "#field-day").value = "2027-03-02"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert work_of(app).next_session == date(2027, 3, 2)
        assert any("planned already: Year review" in n.message for n in app._notifications)
        assert "but planned is" in screen_text(app)
    # Of an earlier session the one after it counts, and that was held.
    assert app.desk is not None
    held = planned.but(id="held", date=date(2026, 12, 1), started_at=NOW)
    repository.save(None, work_on(work.partnership, held))
    assert app.desk.planned_next() is None


async def test_both_sides_confirm_and_the_minutes_are_final_until_reopened() -> None:
    repository = MemoryRepository()
    app = app_on(at_close(), repository)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("c")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert work_of(app).session.state == "running"
        await pilot.press("c")
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        session = work_of(app).session
        assert session.state == "confirmed"
        assert [c.name for c in session.confirmations] == ["Anna 0", "Bram 1"]
        kept = repository.minutes(session.id)
        assert kept is not None
        assert not kept.draft
        code = f"Version 1 · {printed(kept.content_hash)}"
        assert code in screen_text(app)
        scene = app.room_scene()
        assert isinstance(scene, Closing)
        assert (scene.edition, scene.code) == (1, kept.content_hash)
        await pilot.press("f10")
        await until(pilot, lambda: f"10:00. {code} " in screen_text(app))
        await pilot.press("escape")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.press("o")
        await pilot.pause()
        await press(pilot, *typing("typo"), "ctrl+s")
        await pilot.pause()
        assert work_of(app).session.state == "running"
        assert work_of(app).session.reopenings[0].reason == "typo"


def _check_files(folder: Path) -> None:
    files = sorted(p.name for p in folder.iterdir())
    assert len(files) == 16
    assert sum("(2)" in name for name in files) == 8
    data = json.loads(next(p for p in folder.iterdir() if p.suffix == ".json").read_text())
    assert data["overall"]["mark"] == 7.0


async def test_the_minutes_are_written_to_a_folder_and_never_over_another(tmp_path: Path) -> None:
    app = app_on(at_close())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for _ in range(2):
            await pilot.press("x")
            await pilot.pause()
            line_of(app, "#folder").value = str(tmp_path)
            for form in FORMATS:
                box_of(app, f"#form-{form}").value = True
            await pilot.press("ctrl+s")
            await until(pilot, lambda: "✓" in str(app.screen.query_one("#written").render()))
            await pilot.press("ctrl+s", "ctrl+s")
            assert "✓" in str(app.screen.query_one("#written").render())
            await pilot.press("escape")
            await pilot.pause()
    _check_files(tmp_path)


async def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    app = app_on(at_close())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("x")
        await pilot.pause()
        line_of(app, "#folder").value = str(tmp_path / "nowhere")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "no folder" in str(app.screen.query_one("#refusal").render()))


async def test_writing_goes_on_once_however_often_it_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = Event(), Event()
    makes = make

    def slow(*given: Any) -> Any:
        begun.set()
        assert go_on.wait(30)
        return makes(*given)

    monkeypatch.setattr("sessionui.handing_out.make", slow)
    app = app_on(at_close())

    def dialog() -> ExportDialog:
        assert isinstance(app.screen, ExportDialog)
        return app.screen

    def refusal() -> str:
        return str(app.screen.query_one("#refusal").render())

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("x")
        await pilot.pause()
        line_of(app, "#folder").value = str(tmp_path)
        for _ in range(3):  # no keys: they would wait for what this keeps waiting
            dialog().action_save()
        await until(pilot, begun.is_set)
        assert refusal() == ""
        dialog().action_close()
        await until(pilot, lambda: app.screen is app.stages["close"])
        again = ExportDialog(desk_of(app), "en")
        app.push_screen(again)
        await until(pilot, lambda: app.screen is again and again.is_mounted)
        line_of(app, "#folder").value = str(tmp_path)
        again.action_save()
        await until(pilot, lambda: "still being written" in refusal())
        go_on.set()
        await until(pilot, lambda: any("3 files written" in n.message for n in app._notifications))
    assert len(list(tmp_path.iterdir())) == len(USUAL)  # noqa: ASYNC240 - nothing waits for it


async def test_what_nobody_foresaw_in_an_export_is_told_and_the_session_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: Any) -> Any:
        raise RuntimeError("Anna 0 gave 9.5")

    monkeypatch.setattr("sessionui.handing_out.make", broken)
    app = app_on(at_close())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for _ in range(2):
            await pilot.press("x")
            await pilot.pause()
            line_of(app, "#folder").value = str(tmp_path)
            await pilot.press("ctrl+s")
            await until(pilot, lambda: "unforeseen" in screen_text(app))
            assert "9.5" not in screen_text(app)
            await pilot.press("escape")
            await pilot.pause()
    assert not list(tmp_path.iterdir())  # noqa: ASYNC240 - as above


@pytest.mark.parametrize("lang", ["nl", "en"])
async def test_the_preview_shows_the_draft_in_either_language(lang: Language) -> None:
    set_language(lang)
    app = app_on(at_close())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("v")
        await pilot.pause()
        await pilot.pause()
        assert "Noorderhaven" in screen_text(app)
        await pilot.press("l")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is app.stages["close"]


async def test_reading_the_minutes_back_is_noted_and_asked_for() -> None:
    app = app_on(at_close())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("c")
        await pilot.pause()
        assert "not read back to the room yet" in " ".join(screen_text(app).split())
        await pilot.press("escape", *["down"] * 5, "enter")
        await until(pilot, lambda: "Draft: not confirmed" in screen_text(app))
        await pilot.press("r")
        await until(pilot, lambda: "Read back: " in screen_text(app))
        assert work_of(app).session.minutes_read_at
        await pilot.press("escape")
        await pilot.pause()
        (row,) = (line for line in screen_text(app).splitlines() if "Read back to the" in line)
        assert "✓" in row
        assert "2026" in row
        await pilot.press("c")
        await pilot.pause()
        assert "Who confirms" in screen_text(app)
        assert "not read back" not in screen_text(app)


async def test_the_room_follows_how_far_the_minutes_are_read() -> None:
    app = app_on(at_close())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f10")
        await until(pilot, lambda: "Draft: not confirmed" in screen_text(app))
        await until(pilot, lambda: room_of(app).read == 0)
        await pilot.press("end")
        await until(pilot, lambda: room_of(app).read == 100)


def room_of(app: SessionUI) -> Minutes:
    scene = app.room_scene()
    assert isinstance(scene, Minutes)
    return scene


async def test_version_and_hash_of_final_minutes_stand_above_them_at_80_columns() -> None:
    set_language("nl")
    work = doing(at_close(), ConfirmMinutes("a", "Anna 0"), ConfirmMinutes("b", "Bram 0"))
    app = app_on(work)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f10")
        await until(pilot, lambda: "Definitief" in screen_text(app))
        above = " ".join(screen_text(app).split("──", 1)[0].split())
        version = desk_of(app).in_force
        assert version is not None
        assert f"Versie 1 · {printed(version.content_hash)}" in above


def test_a_session_that_was_held_elsewhere_points_to_its_minutes() -> None:
    set_language("en")
    work = at_close(reveal=0)
    assert "No overall mark" in overall_text(work).plain
    elsewhere = work.but(session=work.session.but(minutes_only=True))
    assert "held elsewhere" in overall_text(elsewhere).plain
