"""Each step on the disk fails in turn: work goes on, and the file is the old or the new one."""

import errno
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from store import disk
from store.documents import DocumentStore
from store.errors import StoreError, Unsaved
from store.failure import SaveFailed
from tests.store.conftest import Opener
from tests.store.support import contents, session, stock

STEPS = ("create", "open_to_append", "write", "sync", "replace", "sync_folder", "link", "remove")
S1 = ("sessions", "s1")


class Faults:
    """Makes one call of ``disk``, counted over all its steps, fail; ``broken`` all from there."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls = 0
        self.fail_at = -1
        self.broken = False
        self.code = errno.EIO
        for step in STEPS:
            monkeypatch.setattr(disk, step, self._wrapped(getattr(disk, step), step))

    def _wrapped(self, real: Callable[..., Any], step: str) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            self.calls += 1
            due = self.calls >= self.fail_at if self.broken else self.calls == self.fail_at
            if self.fail_at > 0 and due:
                if step == "write":
                    # A full disk takes a part.
                    descriptor, data = arguments
                    os.write(descriptor, bytes(data)[: len(data) // 2])
                raise OSError(self.code, os.strerror(self.code))
            return real(*arguments)

        return call

    def arm(self, at: int, *, broken: bool = False) -> None:
        self.calls, self.fail_at, self.broken = 0, at, broken


def failure(store: DocumentStore) -> SaveFailed | None:
    """The state now; a call, so that nobody takes it for settled."""
    return store.save_failed


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> Iterator[Faults]:
    made = Faults(monkeypatch)
    yield made
    made.fail_at = -1


def _work(store: DocumentStore) -> None:
    store.put({S1: session("s1", n=1), ("cards", "c"): session("c", n=1)})
    store.draft("k", "half")
    store.put({("urns", "u"): session("u", n=1), ("turnout", "u"): session("u", n=1)})
    store.put({S1: session("s1", n=2), ("cards", "c"): session("c", n=2)})
    store.fold()
    store.put({S1: session("s1", n=3), ("cards", "c"): session("c", n=3)})


EXPECTED = {
    "sessions": {"s1": {"id": "s1", "n": 3}},
    "cards": {"c": {"id": "c", "n": 3}},
    "urns": {"u": {"id": "u", "n": 1}},
    "turnout": {"u": {"id": "u", "n": 1}},
    "drafts": {"k": {"id": "k", "text": "half"}},
}


def _count(opener: Opener, faults: Faults, file: Path) -> int:
    store = opener()
    faults.arm(10**6)
    _work(store)
    store.close()
    calls = faults.calls
    faults.arm(-1)
    for path in file.parent.iterdir():
        path.unlink()
    return calls


def _pairs_agree(found: dict[str, Any]) -> None:
    sessions, cards = found.get("sessions", {}), found.get("cards", {})
    assert sessions.get("s1", {}).get("n") == cards.get("c", {}).get("n")
    assert ("urns" in found) == ("turnout" in found)


def test_one_failure_is_made_good_by_itself(opener: Opener, file: Path, faults: Faults) -> None:
    for at in range(1, _count(opener, faults, file) + 1):
        store = opener()
        faults.arm(at)
        _work(store)
        assert contents(store) == EXPECTED
        _pairs_agree(stock(file))
        store.retry()
        assert failure(store) is None, at
        # What fails in closing itself leaves the journal, which is as good.
        store.close()
        _pairs_agree(stock(file))
        again = opener()
        assert contents(again) == EXPECTED, at
        again.close()
        assert stock(file) == EXPECTED
        for path in file.parent.iterdir():
            path.unlink()


def test_a_lasting_failure_keeps_the_file_whole_and_the_work_in_memory(
    opener: Opener, file: Path, faults: Faults
) -> None:
    for at in range(1, _count(opener, faults, file) + 1):
        store = opener()
        faults.arm(at, broken=True)
        _work(store)
        assert contents(store) == EXPECTED
        _pairs_agree(stock(file))
        # A reader, or we after a kill, find an earlier revision, whole.
        _pairs_agree(contents(opener(read_only=True)))
        state = failure(store)
        if state is not None and state.waiting:
            with pytest.raises(Unsaved):
                store.close()
            assert not store.closed
        faults.arm(-1)
        assert store.retry()
        assert failure(store) is None
        store.close()
        assert stock(file) == EXPECTED, at
        for path in file.parent.iterdir():
            path.unlink()


def test_after_a_lasting_failure_and_a_kill_it_opens_with_an_earlier_revision(
    opener: Opener, file: Path, faults: Faults
) -> None:
    for at in range(1, _count(opener, faults, file) + 1):
        store = opener()
        faults.arm(at, broken=True)
        _work(store)
        store.abandon()
        faults.arm(-1)
        again = opener()
        _pairs_agree(contents(again))
        assert again.notices == (), at
        again.close()
        for path in file.parent.iterdir():
            path.unlink()


def test_failing_while_opening_after_damage_leaves_everything(
    opener: Opener, file: Path, faults: Faults
) -> None:
    store = opener()
    _work(store)
    store.close()
    damaged = file.read_bytes().replace(b'"n":3', b'"n":4', 1)
    previous = file.with_name(file.name + ".prev")
    kept = previous.read_bytes()
    at = 0
    while True:
        at += 1
        file.write_bytes(damaged)
        previous.write_bytes(kept)
        faults.arm(at)
        try:
            opener().abandon()
        except StoreError:
            found = [p.read_bytes() for p in file.parent.iterdir()]
            assert damaged in found
            assert kept in found
        if faults.calls < at:
            break
        faults.arm(-1)
        again = opener()
        assert contents(again)["sessions"] == {"s1": {"id": "s1", "n": 3}} or again.notices
        again.abandon()
        for path in file.parent.iterdir():
            path.unlink()
    assert at > 4


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.ENOSPC, "full"),
        (errno.EACCES, "refused"),
        (errno.EROFS, "refused"),
        (errno.ENODEV, "gone"),
        (errno.EINVAL, "other"),
    ],
)
def test_the_state_says_what_is_wrong_until_it_is_right(
    opener: Opener, faults: Faults, code: int, kind: str
) -> None:
    store = opener()
    store.put({S1: session("s1", n=1)})
    faults.code = code
    faults.arm(1, broken=True)
    store.put({S1: session("s1", n=2)})
    first = failure(store)
    assert first is not None
    assert (first.kind, first.waiting) == (kind, 1)
    assert first.sentence.template.format()
    store.put({S1: session("s1", n=3)})
    state = failure(store)
    assert state is not None
    assert state.waiting == 2
    assert state.since == first.since
    assert not store.synced
    faults.arm(-1)
    store.put({S1: session("s1", n=4)})
    assert failure(store) is None
    assert store.synced


def test_it_saves_by_itself_when_it_can_again(
    opener: Opener, file: Path, faults: Faults, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.keeper.RETRY_AFTER", 0.02)
    monkeypatch.setattr("store.keeper.SYNC_WITHIN", 0.01)
    store = opener()
    faults.arm(1, broken=True)
    store.draft("k", "half")
    assert failure(store) is not None
    faults.arm(-1)
    for _ in range(500):
        if failure(store) is None and store.synced:
            break
        store._keeper._condition.acquire()
        store._keeper._condition.wait(0.01)
        store._keeper._condition.release()
    assert failure(store) is None
    store.abandon()
    assert opener().drafts() == {"k": "half"}


def test_a_file_changed_under_our_feet_is_left_alone(opener: Opener, file: Path) -> None:
    store = opener()
    store.put({S1: session("s1", n=1)})
    store.fold()
    store.put({S1: session("s1", n=2)})
    theirs = file.read_bytes().replace(b'"n":1', b'"n":7')
    file.write_bytes(theirs)
    assert not store.fold()
    state = failure(store)
    assert state is not None
    assert state.kind == "changed"
    assert state.waiting == 0
    assert file.read_bytes() == theirs
    store.put({S1: session("s1", n=3), ("sessions", "s2"): session("s2")})
    assert store.get(*S1) == session("s1", n=3)
    store.close()
    assert file.read_bytes() == theirs
    again = opener()
    assert again.notices
    assert contents(again)["sessions"] == {"s1": session("s1", n=3), "s2": session("s2")}


def test_the_same_file_with_another_date_is_no_change(opener: Opener, file: Path) -> None:
    store = opener()
    store.put({S1: session("s1", n=1)})
    store.fold()
    os.utime(file, (1, 1))
    store.put({S1: session("s1", n=2)})
    assert store.fold()
    assert stock(file) == {"sessions": {"s1": {"id": "s1", "n": 2}}}


def test_a_folder_that_went_away_and_came_back(opener: Opener, file: Path) -> None:
    store = opener()
    store.put({S1: session("s1", n=1)})
    away = file.parent.with_name("away")
    file.parent.rename(away)
    store.put({S1: session("s1", n=2)})
    assert not store.fold()
    state = failure(store)
    assert state is not None
    assert state.kind == "gone"
    away.rename(file.parent)
    assert store.retry()
    assert store.fold()
    store.close()
    assert stock(file) == {"sessions": {"s1": {"id": "s1", "n": 2}}}


FULL = """
import resource, signal, sys
from store.documents import DocumentStore

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = DocumentStore.open(sys.argv[1])
store.put({("sessions", "s1"): {"id": "s1", "text": "x" * 1000}})
store.fold()
limit = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
for number in range(20):
    store.put({("sessions", "s2"): {"id": "s2", "text": "y" * 300, "n": number}})
print(store.save_failed.kind, store.save_failed.waiting > 0, store.get("sessions", "s2")["n"])
sys.stdout.flush()
if sys.argv[3] == "relieved":
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    store.close()
else:
    import os
    os._exit(0)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit")
@pytest.mark.parametrize("end", ["relieved", "killed"])
@pytest.mark.parametrize("limit", [10, 1000, 3000])
def test_a_full_disk(opener: Opener, file: Path, limit: int, end: str) -> None:
    assert resource.RLIM_INFINITY
    result = subprocess.run(
        [sys.executable, "-c", FULL, str(file), str(limit), end],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert result.stdout == "full True 19\n"
    found = stock(file)["sessions"]
    assert found["s1"]["text"] == "x" * 1000
    if end == "relieved":
        assert found["s2"]["n"] == 19
    assert opener().notices == ()
