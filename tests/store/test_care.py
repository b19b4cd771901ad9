"""What happens to the file while it is open: lost, damaged, changed by somebody else."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import store.snapshot
from store.check import check
from store.documents import DocumentStore
from store.elsewhere import copy_elsewhere
from store.errors import NotAFile
from store.failure import SaveFailed
from tests.store.conftest import Opener
from tests.store.support import beside, contents, session, stock, ticking

S1 = ("sessions", "s1")
OPEN_URN = {
    ("urns", "u"): session("u", seal="open", ballots=["secret-one"]),
    ("turnout", "u"): session("u", seal="open", answered=["p1"]),
}


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file is a large one: read in parts, not checked on opening."""
    monkeypatch.setattr(store.snapshot, "WHOLE", 0)


def trouble(made: DocumentStore) -> SaveFailed | None:
    return made.save_failed


def asides(file: Path, why: str) -> list[Path]:
    return sorted(file.parent.glob(f"{file.name}.{why}-*"))


def looked(made: DocumentStore) -> None:
    """What the store's own thread does after ``look``, in this one."""
    made._keeper.stop()
    made._to_look = True
    made._look(made._writing())


def wait_until(true: Callable[[], bool]) -> None:
    for _ in range(3000):
        if true():
            return
        time.sleep(0.01)
    raise AssertionError("never")


def theirs(made: DocumentStore, file: Path) -> bytes:
    """Another program writes the file, while a change waits in our journal."""
    made.put({S1: session("s1", n=1)})
    made.fold()
    made.put({S1: session("s1", n=2)})
    elsewhere = file.parent.parent / "elsewhere.json"
    shutil.copy(file, elsewhere)
    with DocumentStore.open(elsewhere) as another:
        another.put({S1: session("s1", n=7)})
    other = elsewhere.read_bytes()
    file.write_bytes(other)
    return other


# Somebody else's hand.


def test_it_is_noticed_without_writing_and_ours_is_kept_beside(opener: Opener, file: Path) -> None:
    made = opener(clock=ticking())
    other = theirs(made, file)
    made.look()
    wait_until(lambda: made.conflict)
    state = trouble(made)
    assert state is not None
    assert state.kind == "changed"
    assert file.read_bytes() == other
    (copy,) = asides(file, "conflict")
    assert stock(copy)["sessions"]["s1"]["n"] == 2
    # It stays so, however much is saved.
    made.put({S1: session("s1", n=3)})
    made.draft("k", "half")
    assert made.conflict
    assert trouble(made) is not None
    assert not made.retry()
    assert file.read_bytes() == other


def test_keeping_mine(opener: Opener, file: Path) -> None:
    made = opener(clock=ticking())
    other = theirs(made, file)
    looked(made)
    made.put({S1: session("s1", n=3)})
    assert made.keep_mine()
    assert trouble(made) is None
    assert not made.conflict
    assert stock(file)["sessions"]["s1"]["n"] == 3
    assert [p.read_bytes() for p in asides(file, "conflict")] == [other]
    made.put({S1: session("s1", n=4)})
    made.close()
    assert stock(file)["sessions"]["s1"]["n"] == 4
    assert opener().notices == ()


def test_taking_theirs(opener: Opener, file: Path) -> None:
    made = opener(clock=ticking())
    theirs(made, file)
    looked(made)
    made.put({**OPEN_URN, S1: session("s1", n=3)})
    assert made.leave_theirs()
    assert made.closed
    (copy,) = asides(file, "conflict")
    assert stock(copy)["sessions"]["s1"]["n"] == 3
    assert "secret-one" in str(stock(copy)["urns"])
    assert not file.with_name(file.name + "-journal").exists()
    again = opener()
    assert contents(again)["sessions"] == {"s1": {"id": "s1", "n": 7}}


def test_deciding_later(opener: Opener, file: Path) -> None:
    made = opener(clock=ticking())
    other = theirs(made, file)
    looked(made)
    made.put({S1: session("s1", n=3)})
    made.close()
    assert file.read_bytes() == other
    (copy,) = asides(file, "conflict")
    assert stock(copy)["sessions"]["s1"]["n"] == 3
    assert contents(opener())["sessions"]["s1"]["n"] == 3


def test_an_open_round_is_not_copied_while_undecided_and_not_lost_on_leaving(
    opener: Opener, file: Path
) -> None:
    made = opener(clock=ticking())
    theirs(made, file)
    looked(made)
    made.put(OPEN_URN)
    assert not [n for n, data in beside(file).items() if b"secret-one" in data]
    made.close()
    (copy,) = asides(file, "conflict")
    assert "secret-one" in str(stock(copy)["urns"])


def test_the_others_file_is_garbage(opener: Opener, file: Path) -> None:
    made = opener(clock=ticking())
    made.put({S1: session("s1", n=1)})
    made.fold()
    file.write_bytes(b"garbage")
    looked(made)
    assert made.conflict
    assert made.keep_mine()
    assert [p.read_bytes() for p in asides(file, "conflict")] == [b"garbage"]
    made.close()
    assert stock(file) == {"sessions": {"s1": {"id": "s1", "n": 1}}}


def test_a_touched_file_is_no_change(opener: Opener, file: Path) -> None:
    made = opener()
    made.put({S1: session("s1", n=1)})
    made.fold()
    before = file.stat().st_ino
    file.touch()
    looked(made)
    assert not made.conflict
    assert file.stat().st_ino == before


# Gone.


def test_a_lost_file_is_written_anew_with_the_open_round_in_it(opener: Opener, file: Path) -> None:
    made = opener(clock=ticking())
    made.put({**OPEN_URN, S1: session("s1", n=1)})
    made.put({S1: session("s1", n=2)})
    file.unlink()
    looked(made)
    found = stock(file)
    assert found["sessions"]["s1"]["n"] == 2
    assert found["urns"]["u"]["ballots"] == ["secret-one"]
    (told,) = made.news()
    assert "gone" in told.template
    assert made.news() == ()
    looked(made)
    assert made.news() == ()
    made.close()
    assert stock(file) == found


def test_a_file_lost_during_a_secret_round_is_told_on_opening(opener: Opener, file: Path) -> None:
    made = opener(clock=ticking())
    made.put({S1: session("s1", n=1)})
    made.put(OPEN_URN)
    made.abandon()
    file.unlink()
    again = opener(clock=ticking())
    assert any("secret round" in n.template for n in again.notices)
    assert "urns" not in contents(again)
    again.close()
    assert not any("secret round" in n.template for n in opener().notices)


def test_a_lost_file_without_a_secret_round_is_told_plainly(opener: Opener, file: Path) -> None:
    made = opener(clock=ticking())
    made.put({S1: session("s1", n=1)})
    made.fold()
    made.put({S1: session("s1", n=2)})
    made.close()
    file.unlink()
    assert not any("secret round" in n.template for n in opener().notices)


# Damage.


@pytest.mark.usefixtures("large")
def test_damage_in_a_large_file_is_found_in_the_background_and_mended(
    opener: Opener, file: Path
) -> None:
    made = opener(clock=ticking())
    made.put({S1: session("s1", text="older"), ("sessions", "s2"): session("s2")})
    made.fold()
    made.put({("sessions", "s2"): session("s2", n=2)})
    made.close()
    damaged = file.read_bytes().replace(b'"older"', b'"oldxr"')
    file.write_bytes(damaged)
    made = opener(clock=ticking())
    assert made.notices == ()
    made.look()
    wait_until(lambda: bool(asides(file, "broken")) and check(file).sound)
    wait_until(lambda: made._saver is not None and bool(made._saver.news))
    (told,) = made.news()
    assert str(asides(file, "broken")[0]) == told.values["aside"]
    assert asides(file, "broken")[0].read_bytes() == damaged
    assert made.get(*S1) == session("s1", text="older")
    made.close()
    assert stock(file)["sessions"] == {"s1": session("s1", text="older"), "s2": session("s2", n=2)}


@pytest.mark.usefixtures("large")
def test_damage_that_nothing_can_mend_is_told_and_left(opener: Opener, file: Path) -> None:
    made = opener(clock=ticking())
    made.put({S1: session("s1", text="only")})
    made.close()
    file.with_name(file.name + ".prev").unlink(missing_ok=True)
    damaged = file.read_bytes().replace(b'"only"', b'"onlx"')
    file.write_bytes(damaged)
    made = opener(clock=ticking())
    looked(made)
    made.put({("sessions", "s2"): session("s2")})
    state = trouble(made)
    assert state is not None
    assert state.kind == "damaged"
    assert file.read_bytes() == damaged
    made.abandon()
    assert opener().get("sessions", "s2") == {"id": "s2"}


# A copy elsewhere.


def test_a_copy_elsewhere_holds_everything(opener: Opener, file: Path, tmp_path: Path) -> None:
    made = opener(clock=ticking())
    made.put({**OPEN_URN, S1: session("s1", n=1)})
    made.put({S1: session("s1", n=2)})
    made.draft("k", "half")
    before = beside(file)
    folder = tmp_path / "stick"
    folder.mkdir()
    paths = [copy_elsewhere(made, folder) for _ in range(3)]
    assert len(set(paths)) == 3
    assert beside(file) == before
    for path in paths:
        assert stock(path) == contents(made)
        assert path.stat().st_mode & 0o777 == 0o600
        assert opener(path).notices == ()
    with pytest.raises(NotAFile, match="no folder"):
        copy_elsewhere(made, tmp_path / "nowhere")


def test_a_copy_elsewhere_while_the_disk_fails(
    opener: Opener, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = opener(clock=ticking())
    made.put({S1: session("s1", n=1)})
    made.fold()
    away = file.parent.with_name("away")
    file.parent.rename(away)
    made.put({S1: session("s1", n=2)})
    assert not made.fold()
    assert stock(copy_elsewhere(made, tmp_path))["sessions"]["s1"]["n"] == 2
    assert trouble(made) is not None
    away.rename(file.parent)
    assert made.retry()
