"""Who may connect and how long: caps on connections, so that idle ones never lock others out.

A connection is *waiting* until the head of a request is complete and after its answer; in between
it is *busy*. Where a cap is reached, the one that has waited longest makes room for the new one.
"""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from sessionui.phones.limits import Bucket, Limits

Peer = tuple[str, int]
EVERYBODY = ""


@dataclass
class _Connection:
    transport: asyncio.Transport
    since: float
    busy: bool = False


class Gate:
    """The open connections. Lives in the thread of the server."""

    def __init__(self, limits: Limits, clock: Callable[[], float]) -> None:
        """``clock``: seconds that only go forward."""
        self._limits, self._clock = limits, clock
        self._open: dict[Peer, _Connection] = {}
        self._each: Counter[str] = Counter()
        self._rate = Bucket(limits.burst, limits.rate, clock)
        self._little = Bucket(limits.little_burst, limits.little_rate, clock)
        self._all = Bucket(limits.all_burst, limits.all_rate, clock)

    def admits(self, host: str) -> bool:
        """Whether a connection from there is worth accepting; makes room for it if need be."""
        if self.exhausted(host):
            return False
        if self._each[host] >= self._limits.each:
            return self._make_room(host)
        if len(self._open) >= self._limits.connections:
            busiest = max(self._each, key=lambda h: self._each[h])
            return self._make_room(busiest) or self._make_room(None)
        return True

    def came(self, peer: Peer, transport: asyncio.Transport) -> None:
        """A connection was made."""
        self._open[peer] = _Connection(transport, self._clock())
        self._each[peer[0]] += 1

    def gone(self, peer: Peer) -> None:
        """A connection ended."""
        if self._open.pop(peer, None) is None:
            return
        self._each[peer[0]] -= 1
        if not self._each[peer[0]]:
            del self._each[peer[0]]

    def began(self, peer: Peer) -> bool:
        """A request came in; false when its sender has asked for too much."""
        if connection := self._open.get(peer):
            connection.busy = True
        if not self._rate.take(peer[0]):
            return False
        little = self._little.take(peer[0])
        # When everybody together asks for too much, those who asked for little go on.
        return self._all.take(EVERYBODY) or little

    def ended(self, peer: Peer) -> None:
        """The request was answered."""
        if connection := self._open.get(peer):
            connection.busy, connection.since = False, self._clock()

    def exhausted(self, host: str) -> bool:
        """Whether that address has asked for too much just now."""
        return self._rate.left(host) < 1

    def sweep(self) -> None:
        """End the connections that have waited too long, and those stuck in a request."""
        now = self._clock()
        for connection in list(self._open.values()):
            limits = self._limits
            patience = limits.request + limits.patience if connection.busy else limits.patience
            if now - connection.since > patience:
                connection.transport.abort()

    def _make_room(self, host: str | None) -> bool:
        """End the connection (of ``host``) that has waited longest; false if none is waiting."""
        waiting = [
            (c.since, peer)
            for peer, c in self._open.items()
            if not c.busy and host in (None, peer[0])
        ]
        if not waiting:
            return False
        peer = min(waiting)[1]
        self._open[peer].transport.abort()
        self.gone(peer)
        return True
