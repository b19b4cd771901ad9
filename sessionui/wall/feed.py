"""The application's side: whoever proves to be a window of this user is told the latest state."""

import asyncio
import threading
from asyncio import StreamReader, StreamWriter
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sessionui.wall import place, talk
from sessionui.wall.place import WayIn

HOST = "127.0.0.1"
MOST = 16
"""Connections at once; beyond it the one that has waited longest to prove itself has to go."""

GOODBYE = 2.0
"""Seconds that ending may take."""


class TooLarge(ValueError):  # noqa: N818 - named by what it is
    """A state of more than ``talk.LARGEST`` bytes."""


@dataclass(eq=False)
class _Guest:
    """A connection. ``news`` is set when there is something to send, or nobody to send it to."""

    task: "asyncio.Task[Any] | None"
    news: asyncio.Event = field(default_factory=asyncio.Event)
    known: bool = False
    gone: bool = False


class WallFeed:
    """Feeds the windows that follow a data file. It has a thread and a loop of its own.

    Nothing here waits for a window: a slow one skips states and gets the latest. ``came`` is called
    in that thread whenever a window begins to follow.
    """

    def __init__(self, file: Path, came: Callable[[], object] = lambda: None) -> None:
        self._place, self._came = place.place_of(file), came
        self._state: bytes | None = None
        self._guests: list[_Guest] = []
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._end: asyncio.Event | None = None
        self._closing = False

    @property
    def watching(self) -> int:
        """How many windows follow now."""
        return sum(guest.known for guest in tuple(self._guests))

    @property
    def running(self) -> bool:
        """Whether windows can find it; false too while it is starting or when that failed."""
        return self._loop is not None and not self._closing

    @property
    def failed(self) -> bool:
        """Whether it was started and no window can find it: no loopback, or no state folder."""
        return self._thread is not None and not self._thread.is_alive() and not self._closing

    def start(self) -> None:
        """Begin; returns at once. Without a loopback or a state folder nothing comes of it."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="wall", daemon=True)
            self._thread.start()

    def show(self, state: str | None) -> None:
        """What windows show from now on. Never waits. Raises ``TooLarge``.

        ``None``: they keep what they show, and whoever comes hears nothing until there is a state.
        """
        data = None if state is None else state.encode("utf-8", "replace")
        if data is not None and len(data) > talk.LARGEST:
            raise TooLarge
        if data != self._state:
            self._state = data
            self._call(self._wake)

    def close(self) -> None:
        """End: every window is told so by the connection, and the way in is taken away."""
        self._closing = True
        if self._end is not None:
            self._call(self._end.set)
        if self._thread is not None:
            self._thread.join(GOODBYE)

    def _call(self, what: Any) -> None:
        loop = self._loop
        if loop is not None:
            with suppress(RuntimeError):  # it has ended meanwhile
                loop.call_soon_threadsafe(what)

    # --- in the thread of its own

    def _run(self) -> None:
        with suppress(OSError):
            asyncio.run(self._serve())

    async def _serve(self) -> None:
        self._end = asyncio.Event()
        server = await asyncio.start_server(self._meet, HOST, 0, limit=talk.PROOF * 4)
        way = WayIn(server.sockets[0].getsockname()[1], place.new_key())
        self._key = way.key
        try:
            place.write(self._place, way)
            self._loop = asyncio.get_running_loop()
            if not self._closing:  # before it could be told so
                await self._end.wait()
        finally:
            self._loop = None
            place.remove(self._place, way)
            server.close()
            await self._part()

    async def _part(self) -> None:
        """Let every guest go, and wait for that."""
        tasks = [guest.task for guest in self._guests if guest.task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _wake(self) -> None:
        for guest in self._guests:
            guest.news.set()

    async def _meet(self, reader: StreamReader, writer: StreamWriter) -> None:
        guest = _Guest(asyncio.current_task())
        if not self._has_room():
            writer.transport.abort()
            return
        self._guests.append(guest)
        try:
            with suppress(OSError, TimeoutError, asyncio.IncompleteReadError, talk.Stranger):
                await self._greet(guest, reader, writer)
                await self._tell(guest, reader, writer)
        except asyncio.CancelledError:
            pass  # cut, or everything ends: there is nothing to say
        finally:
            self._guests.remove(guest)
            writer.transport.abort()

    def _has_room(self) -> bool:
        if len(self._guests) < MOST:
            return True
        waiting = next((g for g in self._guests if not g.known and not g.gone), None)
        if waiting is None or waiting.task is None:
            return False
        waiting.gone = True
        waiting.task.cancel()
        return True

    async def _greet(self, guest: _Guest, reader: StreamReader, writer: StreamWriter) -> None:
        async with asyncio.timeout(talk.PATIENCE):
            ours = talk.nonce()
            writer.write(talk.GREETING + ours)
            theirs = await reader.readexactly(talk.NONCE)
            given = await reader.readexactly(talk.PROOF)
            talk.check(given, talk.proof(self._key, talk.WINDOW, ours, theirs))
            writer.write(talk.proof(self._key, talk.APPLICATION, ours, theirs))
            await writer.drain()
        guest.known = True
        self._came()

    async def _tell(self, guest: _Guest, reader: StreamReader, writer: StreamWriter) -> None:
        """Send the latest state, again at every change; until the window is gone."""
        # A window says nothing more: whatever comes is its end.
        ended = asyncio.create_task(_ended(reader))
        ended.add_done_callback(lambda _task: _left(guest))
        # Drained is when the system has it all, so that at most one state waits here.
        writer.transport.set_write_buffer_limits(0)
        sent: bytes | None = None
        try:
            while not guest.gone:
                guest.news.clear()
                state = self._state
                if state is not None and state is not sent:
                    writer.write(talk.packed(state))
                    await _first(writer.drain(), ended)
                    sent = state
                else:
                    await guest.news.wait()
        finally:
            ended.cancel()


async def _ended(reader: StreamReader) -> None:
    with suppress(OSError):
        await reader.read(1)


def _left(guest: _Guest) -> None:
    guest.gone = True
    guest.news.set()


async def _first(what: Coroutine[Any, Any, None], ended: "asyncio.Task[None]") -> None:
    """Wait until it is done, or the other side has ended."""
    doing = asyncio.ensure_future(what)
    try:
        await asyncio.wait({doing, ended}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        if doing.done():
            doing.exception()
        doing.cancel()
