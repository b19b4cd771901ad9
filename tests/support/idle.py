"""Waiting for the application to be done, by looking at what its event loop still has to do.

Textual's own way measures how busy the process is, in slices of 20 ms and at least two of them a
key: most of the time of a test of a screen was spent asleep, and on a busy machine a process that
did not get its turn looked as if it were done.
"""

import asyncio
import time
from asyncio import BaseEventLoop
from concurrent.futures import ThreadPoolExecutor

SOON = 0.02
"""Seconds: a timer that is due within them belongs to what is going on, a clock's next tick not."""
TIMERS = 0.1
"""Seconds that one timer after the other is waited for; what goes on longer is an animation."""
LOOK_AGAIN = 0.002
"""Seconds between two looks at a thread that is at work."""


async def nothing_left(min_sleep: float = 0, max_sleep: float = 5) -> None:
    """Wait until nothing can run any more before a key is pressed or a clock ticks.

    Nothing: no callback is ready, no timer is due soon and no thread of the loop is at work; a
    thread is waited for ``max_sleep`` seconds.
    """
    loop = asyncio.get_running_loop()
    assert isinstance(loop, BaseEventLoop)
    end = time.monotonic() + max_sleep
    timers_until = time.monotonic() + TIMERS
    await asyncio.sleep(min_sleep)
    while time.monotonic() < end:
        # Twice: what the system has for us (a socket, a thread's answer) is looked at in between.
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        if _ready(loop):
            continue
        due = _due(loop)
        if due is not None and time.monotonic() < timers_until:
            await asyncio.sleep(max(due, 0))
        elif _threads_at_work(loop):
            await asyncio.sleep(LOOK_AGAIN)
        else:
            return


def _ready(loop: BaseEventLoop) -> bool:
    return bool(loop._ready)  # type: ignore[attr-defined]


def _due(loop: BaseEventLoop) -> float | None:
    """Seconds until the next timer, if it is due soon."""
    timers = loop._scheduled  # type: ignore[attr-defined]
    waits = [t.when() - loop.time() for t in timers if not t.cancelled()]
    first = min(waits, default=None)
    return first if first is not None and first < SOON else None


def _threads_at_work(loop: BaseEventLoop) -> bool:
    pool = loop._default_executor  # type: ignore[attr-defined]
    if not isinstance(pool, ThreadPoolExecutor):
        return False
    idle: int = pool._idle_semaphore._value
    return len(pool._threads) > idle
