"""The journal: what was acknowledged is there again, whatever its end looks like."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from store import disk, whole
from store.documents import DocumentStore
from store.journal import read_journal
from tests.store.conftest import Opener
from tests.store.support import beside, contents, session, stock, ticking


def _left_behind(opener: Opener, file: Path, count: int = 5) -> bytes:
    """A file with ``count`` revisions in its journal, as after a crash; returns the journal."""
    made = opener()
    made.put({("sessions", "s0"): session("s0")})
    made.fold()
    for number in range(1, count + 1):
        made.put({("sessions", f"s{number}"): session(f"s{number}", text="x\u2028\r\n" * number)})
    made.abandon()
    return journal_of(file).read_bytes()


def journal_of(file: Path) -> Path:
    return file.with_name(file.name + "-journal")


def _ids(store: DocumentStore) -> list[str]:
    return store.ids("sessions")


def test_it_comes_on_top_of_the_file(opener: Opener, file: Path) -> None:
    _left_behind(opener, file)
    assert stock(file) == {"sessions": {"s0": {"id": "s0"}}}
    made = opener()
    assert _ids(made) == ["s0", "s1", "s2", "s3", "s4", "s5"]
    assert made.notices == ()
    made.put({("sessions", "s6"): session("s6")})
    made.abandon()
    again = opener()
    assert _ids(again)[-1] == "s6"
    again.close()
    assert not journal_of(file).exists()
    assert stock(file) == contents(opener())


def test_wherever_it_is_cut_the_whole_lines_count(
    opener: Opener, file: Path, tmp_path: Path
) -> None:
    journal = _left_behind(opener, file)
    ends = [n + 1 for n, byte in enumerate(journal) if byte == ord("\n")]
    for cut in {*range(0, len(journal), 7), *ends, *(e - 1 for e in ends), *(e + 1 for e in ends)}:
        folder = tmp_path / str(cut)
        folder.mkdir()
        copy = folder / file.name
        shutil.copy(file, copy)
        journal_of(copy).write_bytes(journal[:cut])
        whole = max(sum(e <= cut for e in ends) - 1, 0)
        with DocumentStore.open(copy) as made:
            assert _ids(made) == [f"s{n}" for n in range(whole + 1)], cut
            assert made.notices == ()
            made.put({("sessions", "more"): session("more")})
            made.abandon()
        with DocumentStore.open(copy) as made:
            assert _ids(made)[-1] == "more"


def test_nuls_at_the_end_cost_nothing_before_them_and_are_told(opener: Opener, file: Path) -> None:
    journal = _left_behind(opener, file)
    journal_of(file).write_bytes(journal + bytes(4096))
    made = opener()
    assert len(_ids(made)) == 6
    assert len(made.notices) == 1


@pytest.mark.parametrize("line", [0, 1, 2, 5])
def test_a_damaged_line_costs_itself_only(opener: Opener, file: Path, line: int) -> None:
    journal = _left_behind(opener, file)
    lines = journal.splitlines(keepends=True)
    lines[line] = lines[line].replace(b'"', b"'", 1)
    damaged = b"".join(lines)
    journal_of(file).write_bytes(damaged)
    made = opener(clock=ticking())
    assert _ids(made) == [f"s{n}" for n in range(6) if n != line or line == 0]
    assert len(made.notices) == 1
    aside = file.with_name(Path(str(made.notices[0].values["aside"])).name)
    assert aside.read_bytes() == damaged
    assert stock(file) == contents(made)
    made.put({("sessions", "more"): session("more")})
    made.abandon()
    again = opener()
    assert again.notices == ()
    assert _ids(again)[-1] == "more"


def test_lines_of_another_file_do_not_count(opener: Opener, file: Path, tmp_path: Path) -> None:
    journal = _left_behind(opener, file)
    other = tmp_path / "other.json"
    with DocumentStore.open(other) as made:
        made.put({("sessions", "theirs"): session("theirs")})
        foreign = journal_of(other).read_bytes()
    journal_of(file).write_bytes(journal + foreign.splitlines(keepends=True)[1])
    made = opener()
    assert "theirs" not in _ids(made)
    assert len(_ids(made)) == 6
    assert len(made.notices) == 1
    made.close()

    journal_of(file).write_bytes(foreign)
    made = opener()
    assert len(_ids(made)) == 6
    assert len(made.notices) == 1
    assert foreign in beside(file).values()
    made.put({("sessions", "more"): session("more")})
    made.abandon()
    assert _ids(opener())[-1] == "more"


def test_what_the_file_has_already_is_not_done_again(opener: Opener, file: Path) -> None:
    """Killed between writing the file and emptying the journal."""
    journal = _left_behind(opener, file)
    made = opener()
    made.put({("sessions", "s1"): None, ("sessions", "s2"): session("s2", text="newer")})
    made.close()
    expected = stock(file)
    journal_of(file).write_bytes(journal)
    made = opener()
    assert contents(made) == expected
    made.put({("sessions", "more"): session("more")})
    made.abandon()
    assert contents(opener())["sessions"].keys() == {*expected["sessions"], "more"}


def test_a_journal_that_was_folded_long_ago_does_nothing(opener: Opener, file: Path) -> None:
    """Brought back by a program that keeps folders alike, after two more folds."""
    journal = _left_behind(opener, file)
    made = opener()
    for text in ("newer", "newest"):
        made.put({("sessions", "s1"): session("s1", text=text), ("sessions", "s2"): None})
        made.fold()
    made.close()
    expected = stock(file)
    journal_of(file).write_bytes(journal)
    made = opener()
    assert contents(made) == expected
    assert made.notices == ()
    made.put({("sessions", "more"): session("more")})
    made.abandon()
    assert contents(opener())["sessions"].keys() == {*expected["sessions"], "more"}


def test_another_copy_of_the_file_is_joined_with_what_was_waiting(
    opener: Opener, file: Path, tmp_path: Path
) -> None:
    """A sync program put the copy of another machine in the place of ours."""
    made = opener(clock=ticking())
    made.put({("sessions", "s0"): session("s0", text="both"), ("cards", "c"): session("c")})
    made.close()
    other = tmp_path / "other.json"
    shutil.copy(file, other)
    with DocumentStore.open(other) as theirs:
        for number in range(5):
            theirs.put({("sessions", f"theirs{number}"): session(f"theirs{number}")})
            theirs.fold()
        theirs.put({("sessions", "s0"): session("s0", text="theirs")})
    made = opener(clock=ticking())
    made.put(
        {("sessions", "ours"): session("ours"), ("sessions", "s0"): session("s0", text="ours")}
    )
    made.abandon()
    shutil.copy(other, file)

    made = opener(clock=ticking())
    (notice,) = made.notices
    aside = file.with_name(Path(str(notice.values["aside"])).name)
    assert stock(aside) == stock(other)
    found = contents(made)["sessions"]
    assert found.keys() == {"s0", "ours", *(f"theirs{n}" for n in range(5))}
    assert found["s0"]["text"] == "ours"
    assert stock(file)["sessions"] == found
    made.put({("sessions", "more"): session("more")})
    made.abandon()
    again = opener()
    assert again.notices == ()
    assert again.ids("sessions")[-1] == "more"


def test_drafts_are_one_line_each_and_hold_the_last(opener: Opener, file: Path) -> None:
    made = opener()
    for length in range(1, 50):
        made.draft("k", "x" * length)
    reading = read_journal(journal_of(file), None)
    assert reading is not None
    assert len(reading.sets) == 49
    made.abandon()
    assert opener().drafts() == {"k": "x" * 49}


def test_it_is_folded_when_it_has_grown(
    opener: Opener, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.saver.FOLD_AT", 20_000)
    made = opener()
    for number in range(100):
        made.put({("sessions", "s"): session("s", text="x" * 2000, n=number)})
    made._keeper.wake(now=True)
    made.close()
    assert stock(file)["sessions"]["s"]["n"] == 99


def test_an_empty_file_and_its_journal_alone(opener: Opener, file: Path) -> None:
    """The first file of all was lost before it was ever folded."""
    made = opener()
    made.put({("sessions", "s1"): session("s1")})
    made.abandon()
    file.unlink()
    made = opener()
    assert _ids(made) == ["s1"]
    assert len(made.notices) == 1


def test_what_is_saved_during_a_fold_stays_in_the_journal(
    opener: Opener, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = opener()
    made.put({("sessions", "s1"): session("s1", n=1), ("sessions", "s2"): session("s2", n=1)})
    real = whole.write_beside

    def saving_meanwhile(*arguments: Any) -> Any:
        placed = real(*arguments)
        made.put({("sessions", "s1"): session("s1", n=2)}, wait=False)
        made.put({("sessions", "s2"): None, ("sessions", "s3"): session("s3", n=2)})
        made.draft("k", "half")
        return placed

    monkeypatch.setattr(whole, "write_beside", saving_meanwhile)
    assert made.fold()
    monkeypatch.undo()
    expected = {
        "sessions": {"s1": session("s1", n=2), "s3": session("s3", n=2)},
        "drafts": {"k": {"id": "k", "text": "half"}},
    }
    assert contents(made) == expected
    assert stock(file)["sessions"]["s1"] == session("s1", n=1)
    made.abandon()
    again = opener()
    assert contents(again) == expected
    again.close()
    assert stock(file) == expected


def test_everything_is_on_the_disk_before_what_it_replaces_goes(
    opener: Opener, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order of steps; no power can be cut in a test."""
    made = opener()
    made.put({("sessions", "s1"): session("s1", n=1)})
    steps: list[str] = []

    def noting(name: str) -> None:
        real = getattr(disk, name)

        def call(*arguments: Any) -> Any:
            last = arguments[-1]
            what = last.name.removeprefix(file.name) if isinstance(last, Path) else ""
            steps.append(f"{name} {what}".strip())
            return real(*arguments)

        monkeypatch.setattr(disk, name, call)

    for name in ("create", "replace", "remove", "sync", "sync_folder", "write"):
        noting(name)
    made.put({("sessions", "s1"): session("s1", n=2)})
    assert steps == ["write", "sync"]
    steps.clear()
    assert made.fold()
    folder = f"sync_folder {file.parent.name}"
    assert steps == [
        *("create .tmp", "write", "sync"),
        *("replace .prev", "replace", folder),
        *("remove -journal", folder),
    ]
    steps.clear()
    made.put({("urns", "u"): session("u")})
    assert steps == [
        *("create .prev.tmp", "write", "sync", "replace .prev", folder),
        *("create .tmp", "write", "sync", "replace", folder),
        *("remove -journal", folder),
    ]
