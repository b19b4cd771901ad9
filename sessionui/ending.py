"""Ending when the system asks for it: a closed window, a shutdown, another program."""

import asyncio
import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress

HANGING = 5.0
"""Seconds after which a program that was told to end, and hangs, is stopped."""


def end_on_signals(leave: Callable[[], None]) -> None:
    """Call ``leave`` on SIGTERM and SIGHUP, in the loop that runs now.

    If the terminal is gone and leaving hangs on it, the process stops all the same: one that stays
    would keep locks and ports.
    """

    def end() -> None:
        watch = threading.Timer(HANGING, os._exit, [1])
        watch.daemon = True
        watch.start()
        leave()

    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGHUP"):
        with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
            # Not on Windows, and not in a thread; there the journal is the safety net.
            loop.add_signal_handler(getattr(signal, name), end)
