"""What others do to the files while they are open: journal gone, file replaced, modes, settings."""

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from store import whole
from store.copies import CONFLICT, put_aside
from store.documents import DocumentStore
from store.failure import SaveFailed
from tests.store.conftest import Opener
from tests.store.support import contents, session

S1 = ("sessions", "s1")


def _failure(store: DocumentStore) -> SaveFailed | None:
    return store.save_failed


def _journal(file: Path) -> Path:
    return file.with_name(file.name + "-journal")


@pytest.mark.parametrize("how", ["unlinked", "replaced", "cut"])
@pytest.mark.parametrize("when", ["before a save", "before a look"])
def test_a_journal_that_goes_is_made_good_from_memory(
    opener: Opener, file: Path, how: str, when: str
) -> None:
    made = opener()
    made.put({S1: session("s1", n=1)})
    made.put({("sessions", "s2"): session("s2")})
    journal = _journal(file)
    if how == "cut":
        os.truncate(journal, 20)
    else:
        journal.unlink()
        if how == "replaced":
            journal.write_bytes(b"somebody else's")
    if when == "before a save":
        made.put({S1: session("s1", n=2)})
        made.retry()
    else:
        made._writing().look()
    assert _failure(made) is None
    expected = contents(made)
    made.abandon()
    again = opener()
    assert contents(again) == expected
    again.close()


def test_a_stranger_in_place_of_the_journal_is_kept(opener: Opener, file: Path) -> None:
    made = opener()
    made.put({S1: session("s1", n=1)})
    _journal(file).unlink()
    _journal(file).write_bytes(b"somebody else's")
    made._writing().look()
    kept = [p for p in file.parent.iterdir() if p.read_bytes() == b"somebody else's"]
    assert len(kept) == 1
    made.close()


@pytest.mark.parametrize("damage", ["all", "tail"])
def test_a_journal_of_nuls_is_put_aside_and_told(opener: Opener, file: Path, damage: str) -> None:
    made = opener()
    made.put({S1: session("s1", n=1)})
    made.put({("sessions", "s2"): session("s2")})
    made.abandon()
    data = _journal(file).read_bytes()
    start = 0 if damage == "all" else len(data) - 20
    broken = data[:start] + bytes(len(data) - start)
    _journal(file).write_bytes(broken)
    again = opener()
    assert again.notices
    assert any(p.read_bytes() == broken for p in file.parent.iterdir())
    again.close()


@pytest.mark.parametrize("change", [{"version": 2}, {"file": None}, {"base": "x"}, {"on": 3}])
def test_a_journal_of_another_kind_is_put_aside_and_told(
    opener: Opener, file: Path, change: dict[str, object]
) -> None:
    made = opener()
    made.put({S1: session("s1", n=1)})
    made.abandon()
    first, rest = _journal(file).read_bytes().split(b"\n", 1)
    header = json.loads(first.split(b" ", 1)[1]) | change
    from store.journal import _sealed

    _journal(file).write_bytes(_sealed("", json.dumps(header).encode()) + rest)
    again = opener()
    assert again.notices
    again.close()


def test_a_file_replaced_while_ours_is_being_written_is_not_overwritten(
    opener: Opener, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = opener()
    made.put({S1: session("s1", n=1)})
    made.fold()
    theirs = file.read_bytes().replace(b'"n":1', b'"n":7')
    real = whole.write_beside

    def meanwhile(*arguments: object) -> object:
        placed = real(*arguments)  # type: ignore[arg-type]
        if arguments[0] == made._writing()._paths.temporary:
            file.unlink()
            file.write_bytes(theirs)
        return placed

    monkeypatch.setattr(whole, "write_beside", meanwhile)
    made.put({S1: session("s1", n=2)})
    made.fold()
    monkeypatch.undo()
    assert file.read_bytes() == theirs
    assert made.conflict
    made.abandon()


def test_their_copy_keeps_no_second_revision_of_what_is_secret(opener: Opener, file: Path) -> None:
    made = opener()
    urn = ("urns", "u")
    made.put({urn: {**session("u", n=1), "seal": "open"}, S1: session("s1")})
    theirs = file.read_bytes()
    file.unlink()
    file.write_bytes(theirs + b"\n")
    made._writing().look()
    made.put({urn: {**session("u", n=2), "seal": "open"}})
    assert made.keep_mine()
    for path, _ in put_aside(file, CONFLICT):
        data = path.read_bytes()
        assert b'"s1"' in data
        assert b'"n":1' not in data
    made.close()


@pytest.mark.skipif(sys.platform == "win32", reason="no such modes")
def test_a_file_that_others_may_read_is_closed_to_them(opener: Opener, file: Path) -> None:
    made = opener()
    made.put({S1: session("s1", n=1)})
    made.close()
    file.chmod(0o644)
    made = opener()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    made.put({S1: session("s1", n=2)})
    made.close()
    for path in file.parent.rglob("*.json*"):
        assert path.is_dir() or stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_long_backlog_becomes_one_whole_file(
    opener: Opener, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = opener()
    made.put({S1: session("s1", n=1)})

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("store.disk.write", full)
        for n in range(600):
            made.draft("k", "x" * 600 + str(n))
        failed = _failure(made)
        assert failed is not None
        assert sum(len(line) for _, line in made._writing()._waiting) < 300 * 1024
    assert made.retry()
    assert _failure(made) is None
    expected = contents(made)
    made.abandon()
    again = opener()
    assert contents(again) == expected
    again.close()
