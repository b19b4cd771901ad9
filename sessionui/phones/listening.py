"""Uvicorn with a doorman: it accepts by the gate's leave and logs nothing.

Left to itself uvicorn puts no time limit on the head of a request and no cap on idle connections,
and 400 of those keep a phone out. Here every connection goes through ``gate.Gate``.
"""

import asyncio
import logging
import secrets
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from sessionui.phones.address import Address
from sessionui.phones.gate import Gate
from sessionui.phones.limits import Limits
from sessionui.phones.room import Room
from sessionui.phones.site import make_site
from sessionui.phones.status import Presence

SWEEP_SECONDS = 1.0
BREATH = 0.005
"""Seconds that accepting rests after a handful, so that the interface keeps its turn."""
HANDFUL = 16

_TOO_MUCH = (
    b"HTTP/1.1 429 Too Many Requests\r\nConnection: close\r\nRetry-After: 10\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\nContent-Length: 0\r\n\r\n"
)


class GuardedProtocol(H11Protocol):
    """HTTP on one connection, known to the gate."""

    gate: Gate

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        if self.client is not None:
            self.gate.came(self.client, transport)

    def connection_lost(self, exc: Exception | None) -> None:
        if self.client is not None:
            self.gate.gone(self.client)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self.client is not None and self.gate.exhausted(self.client[0]):
            self.transport.write(_TOO_MUCH)
            self.transport.close()
            return
        super().data_received(data)


class QuietServer(uvicorn.Server):
    """Accepts connections itself, a handful at a time, and tells when it listens."""

    def __init__(self, config: uvicorn.Config, gate: Gate) -> None:
        super().__init__(config)
        self.when_listening: Callable[[], None] = lambda: None
        self._gate = gate
        self._tasks: list[asyncio.Task[None]] = []

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Serve ``sockets``, which listen already; uvicorn's own accepting is left out."""
        await super().startup(sockets=[])
        for listener in sockets or ():
            self._tasks.append(asyncio.create_task(self._accept(listener)))
        self._tasks.append(asyncio.create_task(self._sweep()))
        self.when_listening()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop accepting, then end the connections."""
        for task in self._tasks:
            task.cancel()
        for listener in sockets or ():
            listener.close()
        await super().shutdown(sockets=[])

    async def _accept(self, listener: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        count = 0
        while True:
            try:
                connection, peer = await loop.sock_accept(listener)
            except OSError:  # too many open files, or gone before it was accepted
                await asyncio.sleep(0.1)
                continue
            count += 1
            if not self._gate.admits(peer[0]):
                connection.close()
            else:
                with suppress(OSError):
                    await loop.connect_accepted_socket(self._protocol, connection)
            if count % HANDFUL == 0:
                await asyncio.sleep(BREATH)

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(SWEEP_SECONDS)
            self._gate.sweep()

    def _protocol(self) -> asyncio.Protocol:
        made: Any = self.config.http_protocol_class
        protocol: GuardedProtocol = made(
            config=self.config, server_state=self.server_state, app_state={}
        )
        protocol.gate = self._gate
        return protocol


def make_server(
    room: Room,
    address: Address,
    limits: Limits,
    presence: Presence,
    *,
    now: Callable[[], float] = time.monotonic,
    random_bits: Callable[[int], int] = secrets.randbits,
) -> QuietServer:
    """A server for the pages of ``room``, to be given bound sockets to serve."""
    gate = Gate(limits, now)
    site = make_site(room, address, limits, presence, gate=gate, now=now, random_bits=random_bits)
    _silence("uvicorn", "uvicorn.error", "uvicorn.access")
    config = uvicorn.Config(
        site,
        http=GuardedProtocol,
        loop="asyncio",
        ws="none",
        lifespan="off",
        interface="asgi3",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        date_header=False,
        timeout_keep_alive=max(1, int(limits.patience)),
        timeout_graceful_shutdown=1,
        h11_max_incomplete_event_size=limits.head_bytes,
    )
    return QuietServer(config, gate)


def _silence(*names: str) -> None:
    """No line of these loggers goes anywhere: it would land on the facilitator's screen."""
    for name in names:
        logger = logging.getLogger(name)
        logger.handlers[:] = [logging.NullHandler()]
        logger.propagate = False
        logger.setLevel(logging.CRITICAL + 1)
