"""Secrecy holds on the disk: no two revisions of what is secret, no trace of order or author."""

import itertools
from pathlib import Path
from typing import Any

import pytest

from store import backups, disk
from store.documents import DocumentStore
from store.layout import FILE_ID, META
from store.paths import Paths
from store.snapshot import document_in, open_snapshot
from tests.store.conftest import Opener
from tests.store.support import beside, contents, session, stock, ticking

pytestmark = pytest.mark.usefixtures("quiet")

URN, TURNOUT = ("urns", "s1"), ("turnout", "s1")


def ballots(*texts: str, seal: str = "open") -> dict[tuple[str, str], dict[str, Any]]:
    """A round in which ``texts`` lie in the urn; the n-th was given by person ``pn``."""
    answered = [f"p{n}" for n, _ in enumerate(texts)]
    return {
        URN: session("s1", seal=seal, ballots=sorted(texts)),
        TURNOUT: session("s1", seal=seal, answered=answered),
    }


def revisions(file: Path) -> list[tuple[str, str]]:
    """Each revision of the urn and of the turnout to be found in any file, as (table, content)."""
    found = set()
    for path in file.parent.rglob("*"):
        if not path.is_file() or path.name.endswith((".lock", "-journal")):
            continue
        snapshot = open_snapshot(path)
        for table, name in (URN, TURNOUT):
            slot = snapshot.slots.get(table, {}).get(name)
            if slot:
                found.add((table, repr(document_in(snapshot, slot))))
        snapshot.close()
    return sorted(found)


def test_a_round_leaves_one_revision_of_urn_and_turnout(opener: Opener, file: Path) -> None:
    store = opener(clock=ticking())
    store.put({("sessions", "s1"): session("s1", stage="score")})
    store.fold()
    texts = ("first-mark", "second-mark", "third-mark", "fourth-mark")
    for count in range(1, len(texts) + 1):
        store.draft("s1/p3/reason", "fourth-ma")
        store.put({("sessions", "s1"): session("s1", stage="score", note="x" * count)})
        store.put({**ballots(*texts[:count]), ("drafts", "s1/p3/reason"): None}, unlinkable=True)
        assert len(revisions(file)) == 2
        # Only the file itself holds them, and nothing that was typed is left anywhere.
        for name, data in beside(file).items():
            assert (b"mark" in data) == (name == file.name)
            assert b"fourth-ma" not in data or count == 4
        if count % 2:
            store.put({("sessions", "s1"): session("s1", stage="score", note="y")})
            store.fold()
            store.backup("reveal")
        else:
            store.close()
            store = opener(clock=ticking())
        assert len(revisions(file)) == 2
    assert contents(store)["urns"]["s1"]["ballots"] == sorted(texts)


def test_a_closed_round_is_in_backups_and_goes_when_it_is_opened_again(
    opener: Opener, file: Path
) -> None:
    store = opener(clock=ticking())
    store.put(ballots("one", "two"))
    store.backup("reveal")
    assert b"one" not in b"".join(d for n, d in beside(file).items() if "-backups" in n)
    store.put(ballots("one", "two", seal="closed"))
    store.backup("reveal")
    store.put({("sessions", "s1"): session("s1")})
    store.fold()
    holding = [n for n, d in beside(file).items() if b"two" in d]
    assert len(holding) == 3, holding
    assert len(revisions(file)) == 2

    store.put(ballots("one", "two", "three"))
    assert [n for n, d in beside(file).items() if b"two" in d] == [file.name]
    store.put({("sessions", "s1"): session("s1", n=2)})
    store.fold()
    store.put(ballots("one", "two", "three", seal="closed"))
    assert len(revisions(file)) == 2
    for backup in backups.listed(Paths.of(file)):
        assert "sessions" in stock(backup.path) or stock(backup.path) == {}


def test_a_correction_after_closing_leaves_one_revision(opener: Opener, file: Path) -> None:
    store = opener(clock=ticking())
    store.put(ballots("one", "two", seal="closed"))
    store.backup("reveal")
    store.put({("sessions", "s1"): session("s1")})
    store.fold()
    store.put(ballots("one", "two corrected", seal="closed"))
    assert len(revisions(file)) == 2
    store.close()
    assert len(revisions(file)) == 2


def test_the_journal_never_holds_what_is_secret(opener: Opener, file: Path) -> None:
    """Even when the caller forgets to say so."""
    store = opener()
    store.put({("sessions", "s1"): session("s1")})
    store.put({URN: {"id": "s1", "ballots": ["unmarked"]}})
    store.put({("sessions", "s1"): session("s1", n=2)})
    journal = file.with_name(file.name + "-journal").read_bytes()
    assert b"unmarked" not in journal
    assert b"urns" not in journal


def test_by_name_the_journal_and_the_backups_hold_ballots(opener: Opener, file: Path) -> None:
    store = opener()
    store.put(ballots("named", seal="none"))
    assert b"named" in file.with_name(file.name + "-journal").read_bytes()
    store.backup("reveal")
    assert any(b"named" in d for n, d in beside(file).items() if "-backups" in n)


@pytest.mark.parametrize("step", range(12))
def test_killed_at_any_step_of_sealing_there_is_one_revision_after_opening(
    opener: Opener, file: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """And before opening only in the unfinished file that replaces the other."""
    store = opener(clock=ticking())
    store.put(ballots("one", "two", seal="closed"))
    store.backup("reveal")
    store.put({("sessions", "s1"): session("s1")})
    store.fold()
    calls = itertools.count()

    class Killed(BaseException):
        pass

    for name in ("create", "sync", "replace", "remove", "sync_folder"):
        real = getattr(disk, name)

        def call(*arguments: Any, real: Any = real) -> Any:
            if next(calls) == step:
                raise Killed
            return real(*arguments)

        monkeypatch.setattr(disk, name, call)
    killed = False
    try:
        store.put(ballots("one", "two", "three"))
    except Killed:
        killed = True
    monkeypatch.undo()
    store.abandon()
    temporary = file.with_name(file.name + ".tmp")
    unfinished = temporary.exists()
    if unfinished:
        temporary.rename(file.parent.parent / "unfinished")
    assert len(revisions(file)) == 2, killed
    if unfinished:
        (file.parent.parent / "unfinished").rename(temporary)
    opener().put({("sessions", "s1"): session("s1", n=1)})
    assert len(revisions(file)) == 2


def test_no_time_stands_with_a_document(opener: Opener, file: Path) -> None:
    store = opener(clock=ticking())
    store.put(ballots("one"))
    store.put({("sessions", "s1"): session("s1")})
    journal = file.with_name(file.name + "-journal").read_bytes()
    assert b"2026" not in journal
    lines = [x for x in file.read_bytes().splitlines() if b"2026" in x]
    assert len(lines) == 1
    assert FILE_ID.encode() in lines[0]
    assert META not in stock(file)


def test_abandoned_stores_do_not_hold_back_others(file: Path) -> None:
    with DocumentStore.open(file) as store:
        store.put(ballots("one"))
    assert stock(file)["urns"]["s1"]["ballots"] == ["one"]
