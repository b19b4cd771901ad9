"""Reopening the program brings back the session that was on the table."""

from pathlib import Path

from screens.home import HomeScreen
from sessionui.app import SessionUI
from sessionui.domain.intents.agree import PutAction
from sessionui.domain.intents.close import ConfirmMinutes, ReopenSession
from sessionui.domain.intents.walk import GoToStage
from sessionui.domain.minutes.build import minutes_of
from store.tinydb_repository import TinyDbRepository
from tests.support.memory import MemoryRepository
from tests.support.room import NOW, a_session, app_on, doing, fresh_id, until


async def test_the_session_on_the_table_is_there_again_until_it_is_left() -> None:
    repository = MemoryRepository()
    work = doing(a_session(), GoToStage("actions"))
    app = app_on(work, repository)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: bool(app.stages))
    again = SessionUI(repository, clock=lambda: NOW, new_id=fresh_id)
    async with again.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: again.screen is again.stages.get("actions"))
        await pilot.press("escape")
        await pilot.pause()
    last = SessionUI(repository, clock=lambda: NOW, new_id=fresh_id)
    async with last.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(last.screen, HomeScreen)


async def test_a_session_that_is_gone_leaves_home() -> None:
    repository = MemoryRepository()
    repository.set_setting("session-on-table", "gone")
    app = SessionUI(repository, clock=lambda: NOW, new_id=fresh_id)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


def test_minutes_confirmed_before_a_reopening_stay(tmp_path: Path) -> None:
    work = doing(a_session(), PutAction("one"), ConfirmMinutes("a", "A"), ConfirmMinutes("b", "B"))
    path = tmp_path / "file.json"
    with TinyDbRepository.open(path) as repository:
        repository.save(None, work)
        repository.keep_minutes(minutes_of(work, NOW))
        changed = doing(work, ReopenSession("typo"), PutAction("two"))
        again = doing(changed, ConfirmMinutes("a", "A"), ConfirmMinutes("b", "B"))
        repository.save(work, again)
        repository.keep_minutes(minutes_of(again, NOW))
        latest = repository.minutes(work.session.id)
        first = repository.minutes(f"{work.session.id}/1")
        assert latest is not None
        assert first is not None
        assert [a.text for a in latest.actions] == ["one", "two"]
        assert [a.text for a in first.actions] == ["one"]
        repository.delete_session(work.session.id)
        assert repository.minutes(f"{work.session.id}/1") is None
