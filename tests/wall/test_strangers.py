"""Whoever can't prove to be a window of this user hears nothing, and keeps nobody out."""

import json
import os
import socket
import stat
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from sessionui.wall import feed as feed_module
from sessionui.wall import place, talk
from sessionui.wall.feed import WallFeed
from sessionui.wall.follow import exactly, prove
from sessionui.wall.place import WayIn
from tests.wall.watching import Seen, until

SECRET = "shown to the room only"
OPENING = len(talk.GREETING) + talk.NONCE


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "room.json"


@pytest.fixture
def feed(file: Path) -> Iterator[WallFeed]:
    feed = WallFeed(file)
    feed.start()
    feed.show(SECRET)
    until(lambda: feed.running)
    yield feed
    feed.close()


@pytest.fixture
def way(file: Path, feed: WallFeed) -> WayIn:
    way = place.read(place.place_of(file))
    assert way is not None
    return way


def call(way: WayIn) -> socket.socket:
    return socket.create_connection(("127.0.0.1", way.port), 5)


def heard_to_the_end(connection: socket.socket) -> bytes:
    """Everything that comes until the other side ends."""
    heard = b""
    with suppress(ConnectionError):
        while part := connection.recv(65536):
            heard += part
    return heard


def test_who_says_nothing_is_cut_after_two_seconds(way: WayIn, feed: WallFeed) -> None:
    begin = time.monotonic()
    with call(way) as silent:
        assert len(heard_to_the_end(silent)) == OPENING
    assert 1.5 < time.monotonic() - begin < 4
    assert feed.watching == 0


@pytest.mark.parametrize(
    "said",
    [
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".ljust(talk.NONCE + talk.PROOF, b"."),
        b"\0" * (talk.NONCE + talk.PROOF),
        b"\xff" * 100_000,
    ],
)
def test_who_says_something_else_is_cut_at_once(said: bytes, way: WayIn, feed: WallFeed) -> None:
    with call(way) as stranger:
        with suppress(ConnectionError):
            stranger.sendall(said)
        assert len(heard_to_the_end(stranger)) <= OPENING
    assert feed.watching == 0


def test_a_wrong_key_hears_nothing(way: WayIn, feed: WallFeed) -> None:
    with call(way) as stranger, pytest.raises((EOFError, ConnectionError)):
        prove(stranger, place.new_key())
    with call(way) as friend:
        prove(friend, way.key)
        assert exactly(friend, 4 + len(SECRET))[4:].decode() == SECRET


def test_what_the_application_says_proves_nothing_to_itself(way: WayIn) -> None:
    """Its own checksum, and its own number, sent back."""
    with call(way) as one, call(way) as two:
        first = exactly(one, OPENING)[-talk.NONCE :]
        exactly(two, OPENING)
        two.sendall(first + talk.proof(way.key, talk.APPLICATION, first, first))
        assert heard_to_the_end(two) == b""


def test_who_proved_it_and_talks_on_is_cut(way: WayIn, feed: WallFeed) -> None:
    with call(way) as friend:
        prove(friend, way.key)
        until(lambda: feed.watching == 1)
        friend.sendall(b"please")
        heard_to_the_end(friend)
    until(lambda: feed.watching == 0)


def test_a_flood_of_silent_connections_keeps_no_window_out(
    file: Path, way: WayIn, feed: WallFeed
) -> None:
    ended = threading.Event()

    def flood() -> None:
        with ExitStack() as open_ones:
            while not ended.is_set():
                with suppress(OSError):
                    open_ones.enter_context(call(way))
                if ended.wait(0.002):
                    return

    flooder = threading.Thread(target=flood)
    flooder.start()
    try:
        until(lambda: len(feed._guests) >= feed_module.MOST)
        with Seen(file) as seen:
            seen.until(SECRET)
            for n in range(20):
                feed.show(f"during {n}")
                seen.until(f"during {n}")
                assert len(feed._guests) <= feed_module.MOST + 1
            assert None not in seen[seen.index(SECRET) :], "it was never cut off"
    finally:
        ended.set()
        flooder.join()
    until(lambda: not feed._guests)


def test_windows_beyond_the_cap_are_refused_and_the_first_stay(way: WayIn, feed: WallFeed) -> None:
    with ExitStack() as open_ones:
        for _ in range(feed_module.MOST):
            prove(open_ones.enter_context(call(way)), way.key)
        until(lambda: feed.watching == feed_module.MOST)
        with call(way) as late, pytest.raises((EOFError, ConnectionError)):
            prove(late, way.key)
        assert feed.watching == feed_module.MOST
    until(lambda: feed.watching == 0)


class Impostor:
    """Somebody else on the port that a killed application left; says what it is told to say."""

    def __init__(self, *sayings: bytes) -> None:
        self.sayings, self.heard = sayings, b""
        self.server = socket.create_server(("127.0.0.1", 0))
        self.port = self.server.getsockname()[1]
        self.met = threading.Event()
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    def _run(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self.server.accept()
                with connection:
                    connection.settimeout(1)
                    with suppress(OSError):
                        for saying in self.sayings:
                            connection.sendall(saying)
                            self.heard += connection.recv(talk.NONCE + talk.PROOF)
                self.met.set()

    def close(self) -> None:
        self.server.close()
        with suppress(OSError):  # an accept under way ends with a call only
            socket.create_connection(("127.0.0.1", self.port), 1).close()
        self.thread.join()


@pytest.mark.parametrize(
    "sayings",
    [
        (b"",),
        (b"SSH-2.0-OpenSSH_9.6\r\n".ljust(OPENING),),
        (talk.GREETING + b"1" * talk.NONCE, b"2" * talk.PROOF + talk.packed(b"a lie")),
        (talk.packed(b"a lie"),),
    ],
)
def test_nobody_else_can_write_on_the_wall(sayings: tuple[bytes, ...], file: Path) -> None:
    impostor = Impostor(*sayings)
    key = place.new_key()
    place.write(place.place_of(file), WayIn(impostor.port, key))
    with Seen(file) as seen:
        assert impostor.met.wait(10)
        seen.until(None)
        assert seen == [None]
        assert key not in impostor.heard
    impostor.close()


def test_the_way_in_is_the_users_alone(file: Path, feed: WallFeed, way: WayIn) -> None:
    lies = place.place_of(file)
    if sys.platform != "win32":
        assert stat.S_IMODE(lies.stat().st_mode) == 0o600
        assert stat.S_IMODE(lies.parent.stat().st_mode) == 0o700
    assert [p.name for p in lies.parent.iterdir()] == [lies.name], "nothing else is left there"
    assert way.key.hex() not in repr(way)


def test_a_way_in_that_somebody_looks_at_is_replaced_a_moment_later(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a file that is open can't be replaced."""
    refusals = [PermissionError(), PermissionError()]
    replace = Path.replace

    def busy(self: Path, target: Path) -> Path:
        if refusals:
            raise refusals.pop()
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", busy)
    way = WayIn(4711, place.new_key())
    place.write(place.place_of(file), way)
    assert place.read(place.place_of(file)) == way
    refusals.extend(PermissionError() for _ in range(place.TRIES))
    with pytest.raises(PermissionError):
        place.write(place.place_of(file), WayIn(4712, place.new_key()))
    assert place.read(place.place_of(file)) == way
    assert len(list(place.place_of(file).parent.iterdir())) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no modes there")
def test_a_way_in_that_others_could_have_made_is_not_taken(file: Path, tmp_path: Path) -> None:
    lies = place.place_of(file)
    place.write(lies, WayIn(4711, place.new_key()))
    assert place.read(lies) is not None
    lies.chmod(0o644)
    assert place.read(lies) is None
    lies.chmod(0o600)
    elsewhere = tmp_path / "elsewhere"
    lies.rename(elsewhere)
    lies.symlink_to(elsewhere)
    assert place.read(lies) is None
    lies.unlink()
    lies.mkdir()
    assert place.read(lies) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"port": 80}',
        b'{"port": "x", "key": ""}',
        json.dumps({"port": 4711, "key": "00"}).encode(),
        json.dumps({"port": 99999, "key": "00" * 32}).encode(),
        json.dumps({"port": 4711, "key": "00" * 32}).encode() + b" " * 2000 + b"x",
    ],
)
def test_a_damaged_way_in_is_none(content: bytes, file: Path) -> None:
    lies = place.place_of(file)
    lies.parent.mkdir(parents=True)
    with os.fdopen(os.open(lies, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as opened:
        opened.write(content)
    assert place.read(lies) is None
    with Seen(file) as seen:
        seen.until(None)


def test_without_a_folder_to_write_in_nothing_is_fed_and_nothing_breaks(file: Path) -> None:
    lies = place.place_of(file)
    lies.parent.parent.mkdir(parents=True)
    lies.parent.write_text("in the way")
    feed = WallFeed(file)
    feed.start()
    feed.show("nowhere")
    assert feed._thread is not None
    feed._thread.join(5)
    assert not feed.running
    assert feed.watching == 0
    feed.close()
