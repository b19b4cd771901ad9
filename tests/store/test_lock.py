"""One owner at a time; a dead one is no obstacle."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import store.lock
from store.documents import DocumentStore
from store.errors import Locked
from tests.store.conftest import Opener
from tests.store.support import session

HOLD = """
import sys
from store.documents import DocumentStore
store = DocumentStore.open(sys.argv[1])
print("held", flush=True)
sys.stdin.read()
"""


def hold(file: Path) -> "subprocess.Popen[str]":
    """A process that has the file open and says so."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def end(process: "subprocess.Popen[str]") -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate()


@pytest.fixture(params=["kernel", "filelock"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to lock, one as good as the other."""
    if request.param == "filelock":
        monkeypatch.setattr(store.lock, "_by_kernel", lambda lock: None)
    return str(request.param)


def test_a_second_instance_is_refused_and_told_where_the_lock_is(
    way: str, opener: Opener, file: Path
) -> None:
    process = hold(file)
    try:
        with pytest.raises(Locked) as refused:
            opener()
        assert refused.value.pid == process.pid
        assert f"{file}.lock" in str(refused.value)
        assert str(process.pid) in str(refused.value)
        opener(read_only=True)
    finally:
        end(process)
    opener().put({("sessions", "s1"): session("s1")})


def test_a_second_one_in_the_same_process(way: str, opener: Opener, file: Path) -> None:
    first = opener()
    with pytest.raises(Locked) as refused:
        opener()
    assert refused.value.pid == os.getpid()
    first.close()
    opener().close()


def test_a_lock_file_of_somebody_dead_or_with_nonsense_is_no_obstacle(
    way: str, opener: Opener, file: Path
) -> None:
    file.with_name(file.name + ".lock").write_bytes(b"\0 999999999999 nonsense")
    opener().close()
    with DocumentStore.open(file):
        file.with_name(file.name + ".lock").write_bytes(b"")
        with pytest.raises(Locked) as refused:
            opener()
        assert refused.value.pid is None


def test_the_lock_is_let_go_when_opening_fails(opener: Opener, file: Path) -> None:
    file.write_bytes(b"garbage")
    for _ in range(2):
        with pytest.raises(store.errors.Unreadable):
            opener()
    file.write_bytes(b"")
    opener()
