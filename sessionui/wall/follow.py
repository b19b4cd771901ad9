"""The window's side: find the application that has the file open, and hear what it shows."""

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sessionui.wall import place, talk
from sessionui.wall.feed import HOST
from sessionui.wall.place import WayIn

AGAIN = 0.1
"""Seconds between two looks for the application while it is away."""


class Follower:
    """Follows the application over ``file``, however often either of them ends and begins again.

    ``on_state`` is called in a thread of its own: with every new state, and with ``None`` when
    there is no application to follow. The data file itself is never opened.
    """

    def __init__(self, file: Path, on_state: Callable[[str | None], None]) -> None:
        self._file, self._on_state = file, on_state
        self._ending = threading.Event()
        self._socket: socket.socket | None = None
        self._told: tuple[str | None] | None = None
        self._thread = threading.Thread(target=self._run, name="follower", daemon=True)

    def start(self) -> None:
        """Begin; returns at once."""
        self._thread.start()

    def close(self) -> None:
        """End, and wait for that. ``on_state`` must not be waiting for the caller."""
        self._ending.set()
        connection = self._socket
        if connection is not None:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        if self._thread.is_alive():
            self._thread.join(talk.PATIENCE)

    def _run(self) -> None:
        while not self._ending.is_set():
            way = place.read(place.place_of(self._file))
            if way is not None:
                with suppress(OSError, EOFError, talk.Stranger, UnicodeDecodeError):
                    self._follow(way)
            self._tell(None)
            self._ending.wait(AGAIN)

    def _tell(self, state: str | None) -> None:
        if self._told != (state,) and not self._ending.is_set():
            self._told = (state,)
            self._on_state(state)

    def _follow(self, way: WayIn) -> None:
        """Hear states until the connection ends. Raises how it ended."""
        with socket.create_connection((HOST, way.port), talk.PATIENCE) as connection:
            self._socket = connection
            try:
                prove(connection, way.key)
                connection.settimeout(None)
                while not self._ending.is_set():
                    size = talk.length(exactly(connection, talk.HEADER.size))
                    self._tell(exactly(connection, size).decode("utf-8"))
            finally:
                self._socket = None


def prove(connection: socket.socket, key: bytes) -> None:
    """Prove to be a window, and see that the other side is the application. Raises ``Stranger``."""
    # A port that nobody listens on can be met by one's own call from that very port.
    if connection.getsockname() == connection.getpeername():
        raise talk.Stranger
    talk.check(exactly(connection, len(talk.GREETING)), talk.GREETING)
    theirs, ours = exactly(connection, talk.NONCE), talk.nonce()
    connection.sendall(ours + talk.proof(key, talk.WINDOW, theirs, ours))
    given = exactly(connection, talk.PROOF)
    talk.check(given, talk.proof(key, talk.APPLICATION, theirs, ours))


def exactly(connection: socket.socket, size: int) -> bytes:
    """So many bytes. Raises ``EOFError`` when the other side ends before."""
    parts: list[bytes] = []
    while size:
        part = connection.recv(min(size, 65536))
        if not part:
            raise EOFError
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
