"""The thread that makes saves last: syncs, folds, tries again what failed."""

import threading
from collections.abc import Callable

#: Seconds: half-typed text is on the disk at the latest after this and the sync itself.
SYNC_WITHIN = 0.5
#: Seconds between two tries after a failure.
RETRY_AFTER = 2.0


class Keeper:
    """Calls ``work`` soon after ``wake``, again and again while it returns true.

    ``work`` says whether it has to be called again. The thread starts at the first ``wake``.
    """

    def __init__(self, work: Callable[[], bool]) -> None:
        self._work = work
        self._condition = threading.Condition()
        self._thread: threading.Thread | None = None
        self._woken = False
        self._now = False
        self._stopping = False

    def wake(self, *, now: bool = False) -> None:
        """There is work: within ``SYNC_WITHIN``, or at once."""
        with self._condition:
            if self._stopping:
                return
            self._woken = True
            if now:
                self._now = True
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._run, name="keeper", daemon=True)
                self._thread.start()
            self._condition.notify()

    def stop(self) -> None:
        """Return when the thread is gone."""
        with self._condition:
            self._stopping = True
            self._condition.notify()
            thread = self._thread
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        while self._wait():
            if self._work():
                self._pause()

    def _wait(self) -> bool:
        """Wait for work; false when stopping."""
        with self._condition:
            self._condition.wait_for(lambda: self._woken or self._stopping)
            self._condition.wait_for(lambda: self._now or self._stopping, timeout=SYNC_WITHIN)
            self._woken = self._now = False
            return not self._stopping

    def _pause(self) -> None:
        with self._condition:
            self._condition.wait_for(lambda: self._stopping, timeout=RETRY_AFTER)
            self._woken = self._now = True
