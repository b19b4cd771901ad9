"""The server of the phones: its thread, its socket, its start and stop."""

import asyncio
import logging
import secrets
import socket
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from sessionui.domain.wording import N_, Refused
from sessionui.phones.address import Address
from sessionui.phones.limits import Limits
from sessionui.phones.room import Room
from sessionui.phones.status import PhoneStatus, Presence

if TYPE_CHECKING:
    import uvicorn

PORTS = tuple(range(8765, 8775))
"""Tried in this order, so that a page kept open on a phone mostly survives a restart."""

BACKLOG = 128
START_SECONDS = 10.0
STOP_SECONDS = 5.0


class PhoneServer:
    """A small web server beside the interface, with a thread and an event loop of its own.

    ``room`` is all it sees of the application. The session has to be open to phones
    (``OpenToPhones``) before anybody can come in. ``now``: seconds that only go forward.
    ``random_bits``: where tokens come from.
    """

    def __init__(
        self,
        room: Room,
        *,
        now: Callable[[], float] = time.monotonic,
        random_bits: Callable[[int], int] = secrets.randbits,
        limits: Limits | None = None,
    ) -> None:
        self._room, self._now, self._random_bits = room, now, random_bits
        self._limits = limits or Limits()
        self._presence = Presence(now)
        self._address: Address | None = None
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def running(self) -> bool:
        """Whether phones are served now."""
        return self._thread is not None and self._thread.is_alive()

    @property
    def address(self) -> Address | None:
        """Where it listens, or ``None``."""
        return self._address if self.running else None

    @property
    def status(self) -> PhoneStatus:
        """How many phones there are. May be asked in any thread."""
        return self._presence.status()

    def start(self, address: str, port: int = 0) -> Address:
        """Listen on ``address`` (an IP address of this machine) and say where.

        Blocks until it listens, the first time some 0.3 s for the imports: call it in a thread.
        ``port`` 0 takes the first free one of ``PORTS``, else any.

        Raises:
            Refused: the address isn't one of this machine's, or the port is taken.
        """
        if self.running:
            self.stop()
        listener = _bound(address, port)
        self._address = Address(address, listener.getsockname()[1])
        ready = threading.Event()
        self._thread = threading.Thread(
            target=self._run, args=(listener, ready), name="phones", daemon=True
        )
        self._thread.start()
        if not ready.wait(START_SECONDS) or not self.running:
            self.stop()
            raise Refused(N_("The server for phones did not start. Try another port."))
        return self._address

    def stop(self) -> None:
        """Stop listening and end every connection; at most some five seconds. Idempotent."""
        server, thread = self._server, self._thread
        self._server = self._thread = self._address = None
        if server is not None:
            server.should_exit = True
        if thread is not None and thread is not threading.current_thread():
            thread.join(STOP_SECONDS)

    def _run(self, listener: socket.socket, ready: threading.Event) -> None:
        from sessionui.crash import record_crash
        from sessionui.phones.listening import make_server  # loaded when phones are first used

        assert self._address is not None  # noqa: S101 - set before the thread starts
        try:
            server = make_server(
                self._room,
                self._address,
                self._limits,
                self._presence,
                now=self._now,
                random_bits=self._random_bits,
            )
            server.when_listening = ready.set
            self._server = server
            with asyncio.Runner(loop_factory=_loop) as runner:
                runner.run(server.serve(sockets=[listener]))
        except Exception as error:  # noqa: BLE001 - the session goes on without phones
            record_crash(error)
        finally:
            ready.set()
            with suppress(OSError):
                listener.close()


def _loop() -> asyncio.AbstractEventLoop:
    loop = asyncio.SelectorEventLoop()
    # What a phone does wrong is no news, and the terminal belongs to the interface.
    loop.set_exception_handler(lambda _loop, _context: None)
    logging.getLogger("asyncio").addHandler(logging.NullHandler())
    return loop


def _bound(address: str, port: int) -> socket.socket:
    """A socket bound to that address. Raises ``Refused``."""
    ports = (port,) if port else (*PORTS, 0)
    for candidate in ports:
        listener = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)
        try:
            _not_shared(listener)
            listener.bind((address, candidate))
            # Two programs may bind a port before either listens on it; the second is refused here.
            listener.listen(BACKLOG)
            listener.setblocking(False)
        except (OSError, OverflowError) as error:
            listener.close()
            if isinstance(error, OSError) and _taken(error):
                continue
            raise Refused(
                N_("This computer can't listen on {address}. Is that network still on?"),
                address=address,
            ) from None
        return listener
    raise Refused(
        N_("Port {port} is in use by another program. Choose another port."), port=str(port)
    )


def _not_shared(listener: socket.socket) -> None:
    """Take the port again at once after a restart, and never one that somebody else has."""
    if sys.platform == "win32":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)


def _taken(error: OSError) -> bool:
    """Whether the port is the trouble and not the address (``WSAEACCES``: taken exclusively)."""
    import errno

    return error.errno in (errno.EADDRINUSE, errno.EACCES, 10048, 10013)
