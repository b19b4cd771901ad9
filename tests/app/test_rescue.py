"""When saving is in trouble: a lasting banner, a copy elsewhere, the question which file counts."""

from pathlib import Path

import pytest

from screens.dialogs.rescue import ConflictDialog, CopyDialog, QuitDialog
from screens.plain import Text
from screens.rescue import REOPEN
from sessionui.app import SessionUI
from sessionui.domain.wording import Sentence
from sessionui.locale import set_language
from sessionui.opening import run
from store.tinydb_repository import TinyDbRepository
from tests.store.support import stock
from tests.support.memory import MemoryRepository
from tests.support.room import a_partnership, until

FULL = "The disk is full."


class Troubled(MemoryRepository):
    trouble = FULL


def banner(app: SessionUI) -> str:
    text = app.screen.query_one("#banner", Text)
    return str(text.content) if text.display else ""


@pytest.fixture(autouse=True)
def english() -> None:
    set_language("en")


async def test_the_key_is_there_only_in_trouble() -> None:
    repository = MemoryRepository()
    app = SessionUI(repository)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert not isinstance(app.screen, CopyDialog)
        assert banner(app) == ""
        repository.trouble = FULL
        app.watch_saving()
        assert banner(app).startswith(FULL)
        assert "ctrl+o" in banner(app)
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert isinstance(app.screen, CopyDialog)
        await pilot.press("escape")
        repository.trouble = ""
        app.watch_saving()
        assert banner(app) == ""
        assert repository.looks >= 2


async def test_a_copy_goes_where_it_is_told(tmp_path: Path) -> None:
    app = SessionUI(Troubled())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+o")
        await pilot.pause()
        app.screen.query_one("#folder").value = str(tmp_path / "[b]nowhere")  # type: ignore[attr-defined]
        await pilot.press("enter")
        refusal, written = (app.screen.query_one(f"#{n}", Text) for n in ("refusal", "written"))
        await until(pilot, lambda: "nowhere" in str(refusal.content))
        app.screen.query_one("#folder").value = str(tmp_path)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await until(pilot, lambda: "copy.json" in str(written.content))
        await pilot.press("escape")
        await pilot.pause()
        assert app.is_running


async def test_quitting_with_unsaved_work_is_asked() -> None:
    app = SessionUI(Troubled())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert isinstance(app.screen, QuitDialog)
        await pilot.press("escape")
        await pilot.pause()
        assert app.is_running
        await pilot.press("ctrl+q")
        await pilot.pause()
        await pilot.press("down", "down", "enter")
        await pilot.pause()
    assert app.return_value == 0


@pytest.mark.parametrize(("downs", "outcome"), [(0, None), (1, REOPEN), (3, None)])
async def test_which_file_counts_is_asked(
    downs: int, outcome: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = Troubled()
    repository.conflict = True
    app = SessionUI(repository)
    async with app.run_test(size=(80, 24)) as pilot:
        app.watch_saving()
        assert "ctrl+o: choose" in banner(app)
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert isinstance(app.screen, ConflictDialog)
        await pilot.press(*["down"] * downs, "enter")
        await until(pilot, lambda: repository.conflict == (downs == 3))
        await until(pilot, lambda: app._exit == (outcome is not None))
        await pilot.pause(0.05)
        assert repository.conflict == (downs == 3)
    assert app.return_value == outcome


async def test_news_are_told_as_text() -> None:
    repository = MemoryRepository()
    app = SessionUI(repository)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        repository.told = [Sentence("{file} was gone.", {"file": "[/]"})]
        app.watch_saving()
        await pilot.pause()
        assert [n.message for n in app._notifications] == ["[/] was gone."]


def test_taking_theirs_opens_the_other_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "data.json"
    seen: list[str] = []

    def run_it(app: SessionUI) -> int:
        names = [card.name_a for card in app.repository.cards()]
        seen.append(" ".join(names))
        if len(seen) > 1:
            return 0
        with TinyDbRepository.open(tmp_path / "other.json") as other:
            other.save_partnership(a_partnership(names=("Theirs", "B")))
        app.repository.save_partnership(a_partnership(names=("Mine", "B")))
        file.write_bytes((tmp_path / "other.json").read_bytes())
        assert app.repository.take_theirs()
        return REOPEN

    monkeypatch.setattr(SessionUI, "run", run_it)
    assert run(file) == 0
    assert seen == ["", "Theirs"]
    (copy,) = tmp_path.glob("data.json.conflict-*")
    assert "Mine" in str(stock(copy)["partnerships"])


def test_a_cloud_folder_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "Dropbox").mkdir()
    file = tmp_path / "Dropbox" / "data.json"
    told: list[int] = []
    monkeypatch.setattr(SessionUI, "run", lambda app: told.append(len(app.notices)))
    for _ in range(2):
        assert run(file) == 0
    assert told == [1, 0]
