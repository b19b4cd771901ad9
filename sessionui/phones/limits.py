"""How much anybody may ask of the server. Generous to a room, tight to a flood."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Caps and times; seconds and bytes.

    ``connections`` in all and ``each`` from one address (a hotspot with address translation may
    show a whole room as one). ``patience``: how long a connection may take to send the head of a
    request, from its opening or from the answer before. ``request``: how long a request may take
    from its head to the end of its answer; ``body``: to the end of what it sends. ``head_bytes``:
    of a request line with its headers, however they arrive. ``body_bytes``: a reason of the
    longest, nine bytes a character, and what comes with it. ``rate`` and ``burst``: requests a
    second from one address, in the long run and at once; ``all_rate`` and ``all_burst``: from
    everybody; ``little_rate`` and ``little_burst``: from one address that is served even when
    everybody together asks for more than that. ``pause``: how long a request beyond all those
    waits for its refusal. ``misses``: wrong codes at once from one address, of which one is
    forgotten every ``miss_seconds``.
    """

    connections: int = 192
    each: int = 96
    patience: float = 8
    request: float = 30
    body: float = 8
    head_bytes: int = 8_192
    body_bytes: int = 40_960
    rate: float = 60
    burst: float = 400
    all_rate: float = 200
    all_burst: float = 1_200
    little_rate: float = 5
    little_burst: float = 80
    pause: float = 1
    misses: float = 10
    miss_seconds: float = 6


class Bucket:
    """A token bucket a key: ``burst`` at once, ``rate`` a second in the long run."""

    def __init__(
        self, burst: float, rate: float, clock: Callable[[], float], most: int = 4096
    ) -> None:
        """``most``: keys remembered; beyond it full ones are forgotten, then the oldest."""
        self._burst, self._rate, self._clock, self._most = burst, rate, clock, most
        self._left: dict[str, tuple[float, float]] = {}

    def left(self, key: str) -> float:
        """How much ``key`` may still take now."""
        left, at = self._left.get(key, (self._burst, 0.0))
        return min(self._burst, left + (self._clock() - at) * self._rate)

    def take(self, key: str) -> bool:
        """Take one for ``key``; false when there is none left."""
        left = self.left(key)
        allowed = left >= 1
        # Moved to the end, so that the first key is the one that took longest ago.
        self._left.pop(key, None)
        if len(self._left) >= self._most:
            self._forget()
        self._left[key] = (left - 1 if allowed else left, self._clock())
        return allowed

    def _forget(self) -> None:
        full = [k for k in self._left if self.left(k) >= self._burst]
        for key in full or [next(iter(self._left))]:
            del self._left[key]
