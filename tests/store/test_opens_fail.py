"""Each opening of a file fails in turn, for reading as for writing: nothing is lost by it."""

import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import store.snapshot
from store.documents import DocumentStore
from store.errors import StoreError
from tests.store.conftest import Opener
from tests.store.support import contents, session, stock


class Opens:
    """Counts what is opened in ``folder`` and makes the one numbered ``fail_at`` fail."""

    def __init__(self) -> None:
        self.folder: Path | None = None
        self.calls = 0
        self.fail_at = -1

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if (
            self.folder is None
            or event != "open"
            or not isinstance(arguments[0], str | os.PathLike)
        ):
            return
        path = Path(os.fspath(arguments[0]))
        # The lock's library decides for itself; the folder is opened to be synced.
        if path.parent != self.folder or path.name.endswith(".lock"):
            return
        self.calls += 1
        if self.calls == self.fail_at:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))

    def arm(self, at: int) -> None:
        self.calls, self.fail_at = 0, at


OPENS = Opens()
sys.addaudithook(OPENS)


@pytest.fixture(params=[0, 8 * 1024 * 1024], ids=["large", "small"])
def opens(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, file: Path
) -> Iterator[Opens]:
    monkeypatch.setattr(store.snapshot, "WHOLE", request.param)
    OPENS.folder = file.parent
    OPENS.arm(-1)
    yield OPENS
    OPENS.folder = None


EXPECTED = {
    "sessions": {"s1": {"id": "s1", "n": 2}, "s2": {"id": "s2"}},
    "urns": {"u": {"id": "u", "n": 1}},
    "drafts": {"k": {"id": "k", "text": "half"}},
}


def _fill(opener: Opener) -> None:
    """A file, its ``.prev``, a backup, and a journal on top as a kill leaves it."""
    made = opener()
    made.put({("sessions", "s1"): session("s1", n=1)})
    made.close()
    made = opener()
    made.put({("sessions", "s2"): session("s2"), ("urns", "u"): session("u", n=1)})
    made.put({("sessions", "s1"): session("s1", n=2)})
    made.draft("k", "half")
    made.abandon()


def _clear(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()


@pytest.mark.parametrize("read_only", [False, True], ids=["writing", "reading"])
def test_while_opening(opener: Opener, file: Path, opens: Opens, read_only: bool) -> None:
    at = 0
    while True:
        at += 1
        _fill(opener)
        opens.arm(at)
        try:
            opener(read_only=read_only).abandon()
        except StoreError as error:
            assert error.sentence.template  # noqa: PT017 - whether it raises depends on the step
        reached = opens.calls >= at
        opens.arm(-1)
        again = opener()
        assert contents(again) == EXPECTED, at
        again.close()
        assert stock(file) == EXPECTED, at
        _clear(file.parent)
        if not reached:
            break
    assert at > 2


def _work(made: DocumentStore) -> None:
    made.put({("sessions", "s1"): session("s1", n=3)})
    made.put({("urns", "u"): session("u", n=2)})
    made.fold()
    made.put({("sessions", "s1"): session("s1", n=2), ("urns", "u"): session("u", n=1)})


def test_while_working(opener: Opener, file: Path, opens: Opens) -> None:
    at = 0
    while True:
        at += 1
        _fill(opener)
        made = opener()
        opens.arm(at)
        _work(made)
        reached = opens.calls >= at
        opens.arm(-1)
        assert made.retry(), at
        assert contents(made) == EXPECTED, at
        made.close()
        assert stock(file) == EXPECTED, at
        _clear(file.parent)
        if not reached:
            break
    assert at > 4
