"""What the facilitator sees of the phones: how many, and nothing of what anybody answers.

Kept in memory only, by a hash of each phone's cookie, and gone when the server stops.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from sessionui.domain.sides import SideKey

ACTIVE_SECONDS = 120
MOST = 2000


@dataclass(frozen=True)
class PhoneStatus:
    """How the phones are doing.

    ``joined``: phones that came in, ``sides``: of each side, ``active``: heard of in the last two
    minutes, ``refused``: codes that were wrong, since the server started.
    """

    joined: int = 0
    active: int = 0
    refused: int = 0
    sides: dict[SideKey, int] = field(default_factory=dict)


class Presence:
    """Counts phones. May be asked in any thread."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """``clock``: seconds that only go forward."""
        self._clock = clock
        self._seen: dict[str, tuple[SideKey, float]] = {}
        self._refused = 0
        self._lock = threading.Lock()

    def seen(self, phone: str, side: SideKey) -> None:
        """A phone that has come in asked for something. ``phone``: a hash."""
        with self._lock:
            if phone in self._seen or len(self._seen) < MOST:
                self._seen[phone] = (side, self._clock())

    def missed(self) -> None:
        """A code was wrong."""
        with self._lock:
            self._refused += 1

    def status(self) -> PhoneStatus:
        """The counts as they are now."""
        with self._lock:
            seen, refused = list(self._seen.values()), self._refused
        since = self._clock() - ACTIVE_SECONDS
        sides: dict[SideKey, int] = {"a": 0, "b": 0}
        for side, _ in seen:
            sides[side] += 1
        return PhoneStatus(len(seen), sum(at >= since for _, at in seen), refused, sides)
