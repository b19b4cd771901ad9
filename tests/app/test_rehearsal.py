"""Rehearsing: in a copy of its own, away without a trace, the file itself untouched."""

import stat
import tempfile
from pathlib import Path

import pytest
from textual.pilot import Pilot

from screens.messages import OpenPartnership, ShowStage
from screens.minutes import MinutesScreen
from screens.partnership.screen import PartnershipScreen
from screens.room.board import lines_of
from sessionui.app import SessionUI
from sessionui.domain.intents.agree import PutAction
from sessionui.domain.intents.reveal import Reveal
from sessionui.domain.intents.score import LockRound, SealBallot
from sessionui.domain.intents.walk import GoToStage, WritePrivateNotes
from sessionui.domain.rehearsal import rehearsed
from sessionui.domain.room import Topic, scene_of
from sessionui.domain.scoring import Answer, Rules
from sessionui.domain.sides import SIDES
from sessionui.domain.wording import Refused, Sentence
from sessionui.domain.work import Work
from sessionui.rehearsal import FRESH, PREFIX, Rehearsal, begin, sweep
from store.tinydb_repository import TinyDbRepository
from tests.support.room import NOW, a_session, desk_of, doing, fresh_id, screen_text, until, work_of

SECRET = "quokkareason"
HALF_TYPED = "wombatdraft"


def given(work: Work, *, reason: str = SECRET) -> Work:
    """Somebody of each side has really answered."""
    for side in SIDES:
        answers = tuple(
            Answer(indicator_id=i.indicator_id, mark=1, reason=reason) for i in work.items
        )
        rater = work.raters(side)[0]
        work = doing(work, SealBallot(side, answers, rater_id=rater, receipt="RECEIPT"))
    return work


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture(params=["name", "side"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, Work]:
    """A file with a session in which two people have answered, and a half-filled form."""
    work = a_session()
    work = work.but(session=work.session.but(rules=Rules(secrecy=request.param)))
    work = doing(given(work), WritePrivateNotes("reveal", "ask Bram"), GoToStage("score"))
    path = tmp_path / "data" / "real.json"
    path.parent.mkdir()
    with TinyDbRepository.open(path) as repository:
        repository.save(None, work)
        repository.draft(f"{work.session.id}/score/{work.raters('a')[1]}", HALF_TYPED)
    return path, work


def left_in(place: Path) -> list[Path]:
    return list(place.iterdir())


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_copy_holds_nothing_given_and_leaves_the_file_as_it_is(
    kept: tuple[Path, Work], place: Path
) -> None:
    path, work = kept
    with TinyDbRepository.open(path) as repository:
        repository.settle()
        before = contents(path.parent)
        rehearsal = begin(repository, work.session.id, seed="seed")
        copy = rehearsal.repository
        for step in (LockRound(), *(Reveal(i.indicator_id) for i in work.items), PutAction("x")):
            now = copy.work(work.session.id)
            copy.save(now, doing(now, step))
        copy.draft(f"{work.session.id}/x", "typed")
        copy.backup("reveal")
        copy.settle()
        (folder,) = place.iterdir()
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        files = [p for p in folder.rglob("*") if p.is_file()]
        assert {stat.S_IMODE(p.stat().st_mode) for p in files} == {0o600}
        written = b"".join(contents(folder).values())
        for gone in (SECRET, HALF_TYPED, *(b.id for b in work.urn.ballots)):
            assert gone.encode() not in written
        assert b"ask Bram" in written
        assert len(copy.work(work.session.id).revealed.items) == 3
        rehearsal.end()
        rehearsal.end()
        assert left_in(place) == []
        assert contents(path.parent) == before
        assert repository.work(work.session.id) == work


def test_a_refusal_leaves_nothing_behind(kept: tuple[Path, Work], place: Path) -> None:
    path, work = kept
    with TinyDbRepository.open(path) as repository:
        held = doing(work, LockRound(), Reveal(work.items[0].indicator_id))
        repository.save(work, held)
        with pytest.raises(Refused):
            begin(repository, work.session.id, seed="seed")
    assert left_in(place) == []


def test_what_a_killed_rehearsal_left_is_swept_but_nothing_else(place: Path) -> None:
    def folder(name: str, *, lock: bool) -> Path:
        made = place / name
        made.mkdir()
        (made / "rehearsal.json").write_text("{}")
        if lock:
            (made / "rehearsal.json.lock").write_text(" 1")
        return made

    left = folder(f"{PREFIX}left", lock=True)
    new = folder(f"{PREFIX}new", lock=False)  # another program is just making it
    other = folder("somebody-else", lock=True)
    (place / f"{PREFIX}link").symlink_to(other)
    (place / f"{PREFIX}open").mkdir()
    with TinyDbRepository.open(place / f"{PREFIX}open" / "rehearsal.json"):
        assert sweep() == 1
        assert not left.exists()
        assert new.exists()
        assert other.exists()
        assert (place / f"{PREFIX}open" / "rehearsal.json").exists()
    assert FRESH == 60


# --- in the application


def app_over(path: Path) -> tuple[SessionUI, TinyDbRepository]:
    repository = TinyDbRepository.open(path)
    return SessionUI(repository, clock=lambda: NOW, new_id=fresh_id), repository


async def rehearsing(pilot: Pilot[int], app: SessionUI, key: str) -> Rehearsal:
    await pilot.press(key)
    await until(pilot, lambda: app.rehearsal is not None and bool(app.stages))
    await until(pilot, lambda: app.screen in app.stages.values())
    assert app.rehearsal is not None
    return app.rehearsal


def told(app: SessionUI) -> str:
    return " ".join(str(notice.message) for notice in app._notifications)


async def test_the_closing_too_hands_nothing_out(kept: tuple[Path, Work], place: Path) -> None:
    path, work = kept
    app, _repository = app_over(path)
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(OpenPartnership(work.partnership.id))
        await until(pilot, lambda: isinstance(app.screen, PartnershipScreen))
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.stages.get("score"))
        await rehearsing(pilot, app, "ctrl+r")
        app.post_message(ShowStage("close"))
        await until(pilot, lambda: app.screen is app.stages.get("close"))
        await pilot.press("x")
        await until(pilot, lambda: "nothing of it is handed out" in told(app))
        assert app.screen is app.stages["close"]
        await pilot.press("escape")
        await until(pilot, lambda: app.rehearsal is None)


async def test_it_is_walked_and_left_and_the_session_is_where_it_was(
    kept: tuple[Path, Work], place: Path
) -> None:
    path, work = kept
    app, repository = app_over(path)
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(OpenPartnership(work.partnership.id))
        await until(pilot, lambda: isinstance(app.screen, PartnershipScreen))
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.stages.get("score"))
        assert "REHEARSAL" not in screen_text(app)
        repository.settle()
        before = contents(path.parent)
        await rehearsing(pilot, app, "ctrl+r")
        await pilot.pause()
        assert "3 of 3 answered" in screen_text(app)
        assert "REHEARSAL" in screen_text(app).splitlines()[0]
        await pilot.press("l")
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: work_of(app).session.locked)
        await pilot.press("f6")
        await until(pilot, lambda: app.screen is app.stages.get("reveal"))
        await pilot.press("space")
        await until(pilot, lambda: bool(work_of(app).revealed.items))
        await pilot.press("ctrl+k", "ctrl+l")
        await pilot.press("f10")
        await until(pilot, lambda: isinstance(app.screen, MinutesScreen))
        await until(pilot, lambda: "REPETITIE" in screen_text(app))
        await pilot.press("x")
        await until(pilot, lambda: "hiervan wordt niets uitgedeeld" in told(app))
        assert isinstance(app.screen, MinutesScreen), "before a form is filled in for nothing"
        outcome = desk_of(app).export(("md", "html"), "en", str(place))
        assert isinstance(outcome, Sentence)
        assert "rehearsal" in outcome.template
        assert isinstance(desk_of(app).write_forms("en", str(place), numbered=False), Sentence)
        await pilot.press("escape")
        assert contents(path.parent) == before  # not one bit, as long as it lasts
        await pilot.press("escape")
        await until(pilot, lambda: app.rehearsal is None and app.screen is app.stages.get("score"))
        assert "1 van 3" in screen_text(app)
        assert work_of(app) == repository.work(work.session.id)
        assert work_of(app).urn == work.urn
        assert not work_of(app).session.locked
        assert left_in(place) == []
        # What was chosen meanwhile counts from now on.
        assert repository.setting("language") == "nl"
        assert repository.setting("theme") == app.theme
        await pilot.press("ctrl+l")
    repository.close()


async def test_from_the_partnership_it_leads_back_to_the_partnership(place: Path) -> None:
    path = place.parent / "real.json"
    work = a_session()
    with TinyDbRepository.open(path) as repository:
        repository.save(None, work)
    app, repository = app_over(path)
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(OpenPartnership(work.partnership.id))
        await until(pilot, lambda: isinstance(app.screen, PartnershipScreen))
        await pilot.pause()
        await rehearsing(pilot, app, "r")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, PartnershipScreen))
        assert left_in(place) == []
        assert repository.setting("session-on-table") == ""
        await rehearsing(pilot, app, "r")
        assert len(left_in(place)) == 1
    # Ended in the middle of it: the copy goes with the program.
    assert left_in(place) == []
    repository.close()


async def test_beside_another_window_it_is_rehearsed_too(place: Path) -> None:
    work = doing(a_session(), GoToStage("score"))
    path = place.parent / "real.json"
    with TinyDbRepository.open(path) as repository:
        repository.save(None, work)
        repository.set_setting("session-on-table", work.session.id)
        reading = TinyDbRepository.open(path, read_only=True)
        app = SessionUI(reading, clock=lambda: NOW, new_id=fresh_id)
        async with app.run_test(size=(80, 24)) as pilot:
            await until(pilot, lambda: app.screen is app.stages.get("score"))
            await rehearsing(pilot, app, "ctrl+r")
            assert desk_of(app).do(LockRound()) is None
            assert work_of(app).session.locked
            await pilot.press("ctrl+k", "escape")
            await until(pilot, lambda: app.rehearsal is None)
            await until(pilot, lambda: app.screen is app.stages.get("score"))
            assert not work_of(app).session.locked
        reading.close()
    assert left_in(place) == []


def test_the_wall_says_that_it_is_a_rehearsal() -> None:
    work = rehearsed(a_session(), "seed")
    for kind in ("welcome", "blank", "turnout"):
        scene = scene_of(work, Topic(kind=kind), NOW)
        assert scene.rehearsal
        for width, height in ((80, 24), (60, 12), (200, 50)):
            lines = lines_of(scene, width, height)
            assert "REHEARSAL" in lines[0].plain
            assert len(lines) == height
            assert max(line.cell_length for line in lines) <= width
            assert "REHEARSAL" not in lines_of(scene.but(rehearsal=False), width, height)[0].plain


async def test_passing_the_keyboard_is_marked_too(place: Path) -> None:
    work = doing(a_session(), GoToStage("score"))
    path = place.parent / "real.json"
    with TinyDbRepository.open(path) as repository:
        repository.save(None, work)
        repository.set_setting("session-on-table", work.session.id)
    app, repository = app_over(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.screen is app.stages.get("score"))
        await rehearsing(pilot, app, "ctrl+r")
        seen = {app.screen}
        for _screen in range(2):  # the screen between two people, then the questionnaire
            await pilot.press("enter")
            await until(pilot, lambda: app.screen not in seen)
            await until(pilot, lambda: "REHEARSAL" in screen_text(app))
            assert app.screen not in app.stages.values()
            seen.add(app.screen)
    repository.close()
