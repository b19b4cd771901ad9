"""``sessionui demo``: the example in a file, and nothing of anybody's work lost to it."""

import json
import stat
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from sessionui.commands.demo import write_example
from sessionui.domain.intents.base import Context
from sessionui.domain.intents.people import AddPerson, ArchivePartnership
from sessionui.domain.planning import new_partnership
from sessionui.domain.wording import Refused
from sessionui.example import example
from sessionui.example.scene import ids
from sessionui.locale import Language
from store.tinydb_repository import TinyDbRepository
from tests.cli.running import DUTCH, Run

TODAY = date(2026, 11, 20)


def contents(path: Path) -> tuple[str, date | None]:
    with TinyDbRepository.open(path, read_only=True) as repository:
        (partnership,) = repository.partnerships()
        return partnership.contract.name, partnership.next_session


def test_it_gets_a_file_of_its_own(shell: Run, own_surroundings: Path) -> None:
    result = shell("demo", "--write-only")
    assert (result.status, result.err) == (0, "")
    (path,) = own_surroundings.rglob("*.json")
    assert path.name == "example.json"
    assert str(path) in result.text
    assert shell("sessions").status == 1  # the user's own file was not touched, nor made
    assert shell("sessions", path).status == 0
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_is_stored_is_what_was_told(tmp_path: Path) -> None:
    path = tmp_path / "example.json"
    write_example(path, "nl", TODAY)
    told = example("nl", TODAY)
    with TinyDbRepository.open(path, read_only=True) as repository:
        assert repository.partnerships() == (told.partnership,)
        works = tuple(repository.work(s.id) for s in repository.sessions(told.partnership.id))
        assert works == told.works
        kept = tuple(repository.minutes(w.session.id) for w in works)
        assert kept == (*told.minutes, None, None)
        (card,) = repository.cards()
        assert card.marks == ("5.3", "5.9", "6.5", "7.2")
        assert (card.open_actions, card.overdue(TODAY)) == (3, 1)
        assert card.example


def test_scores_by_side_lie_in_the_file_without_their_author(tmp_path: Path) -> None:
    path = tmp_path / "example.json"
    write_example(path, "en", TODAY)
    stored = json.loads(path.read_bytes())
    told = example("en", TODAY)
    people = [p.id for p in told.partnership.people]
    for work in told.works[1:3]:
        urn = next(u for u in stored["urns"].values() if u["id"] == work.session.id)
        text = json.dumps(urn)
        assert not [p for p in people if p in text]


def test_the_language_of_the_system_unless_asked(run: Run, tmp_path: Path) -> None:
    assert run("demo", "a.json", "--write-only", lang=DUTCH).status == 0
    assert run("demo", "b.json", "--write-only", "--lang", "en", lang=DUTCH).status == 0
    assert contents(tmp_path / "a.json")[0].startswith("Schoonmaak")
    assert contents(tmp_path / "b.json")[0].startswith("Cleaning")


def test_an_untouched_example_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "example.json"
    languages: tuple[Language, ...] = ("nl", "en", "nl")
    for days, lang in enumerate(languages):
        write_example(path, lang, TODAY + timedelta(days=days))
        assert contents(path)[1] == TODAY + timedelta(days=days)
    with TinyDbRepository.open(path, read_only=True) as repository:
        assert len(repository.sessions(repository.partnerships()[0].id)) == 7


def play(path: Path) -> None:
    """Change one small thing."""
    with TinyDbRepository.open(path) as repository:
        partnership = repository.partnerships()[0]
        new = AddPerson("a", "Somebody Else").change(partnership, context())
        repository.save_partnership(new)


def type_half_a_sentence(path: Path) -> None:
    with TinyDbRepository.open(path) as repository:
        repository.draft("somewhere", "half a sent")


def start_something_real(path: Path) -> None:
    with TinyDbRepository.open(path) as repository:
        repository.save_partnership(new_partnership("Real", "Other", context()))


def context() -> Context:
    return Context(datetime(2026, 11, 20, tzinfo=UTC), TODAY, ids("test"))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (play, "Somebody has worked in the example"),
        (type_half_a_sentence, "Somebody has worked in the example"),
        (start_something_real, "holds more than the worked example"),
    ],
)
def test_nobodys_work_is_lost(
    tmp_path: Path, change: Callable[[Path], None], sentence: str
) -> None:
    path = tmp_path / "example.json"
    write_example(path, "nl", TODAY)
    change(path)
    before = path.read_bytes()
    with pytest.raises(Refused) as refused:
        write_example(path, "nl", TODAY)
    assert sentence in refused.value.sentence.template.replace("{file} ", "")
    assert path.read_bytes() == before
    write_example(path, "nl", TODAY, force=True)
    assert contents(path)[0].startswith("Schoonmaak")
    # Even so it can be had back.
    assert list((tmp_path / "example.json-backups").iterdir())


def test_told_what_to_do_instead(run: Run, file: Path) -> None:
    play(file)
    result = run("demo", file, "--write-only")
    assert (result.status, result.out) == (1, b"")
    assert f"Open it with sessionui {file}" in result.err
    assert "--force" in result.err
    assert result.err.count("\n") == 1


def test_anything_else_is_left_alone(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    for content in (b'{"name": "somebody else\'s"}', b"no JSON at all"):
        other.write_bytes(content)
        for extra in ([], ["--force"]):
            result = run("demo", other, "--write-only", *extra)
            assert result.status == 1
            assert result.err.count("\n") == 1
            assert other.read_bytes() == content


def test_a_file_that_another_window_owns(run: Run, file: Path) -> None:
    with TinyDbRepository.open(file):
        result = run("demo", file, "--write-only", "--force")
    assert result.status == 1
    assert "already open in another window" in result.err


def test_an_archived_example_counts_as_worked_in(tmp_path: Path) -> None:
    path = tmp_path / "example.json"
    write_example(path, "en", TODAY)
    with TinyDbRepository.open(path) as repository:
        partnership = repository.partnerships()[0]
        repository.save_partnership(ArchivePartnership().change(partnership, context()))
    with pytest.raises(Refused):
        write_example(path, "en", TODAY)
