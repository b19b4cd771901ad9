"""Writing a large file in a thread, so that the disk works while the next piece is made ready."""

import queue
import threading

from store import disk

_AHEAD = 8
_SYNC_EVERY = 16 * 1024 * 1024


class Writer:
    """Writes pieces to ``fd`` in the order in which they are put; syncs now and then.

    A small file never starts the thread.
    """

    def __init__(self, fd: int) -> None:
        self._fd = fd
        self._pieces: queue.Queue[bytes | None] = queue.Queue(_AHEAD)
        self._thread: threading.Thread | None = None
        self._error: BaseException | None = None

    def put(self, piece: bytes) -> None:
        """Have it written. Raises what went wrong with an earlier one, ``OSError`` mostly."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
            self._thread.start()
        self._pieces.put(piece)
        self._raise()

    def finish(self, piece: bytes) -> None:
        """Write the last piece and return when all are written. Raises as ``put``."""
        self.stop()
        self._raise()
        disk.write(self._fd, piece)

    def stop(self) -> None:
        """Return when the thread is gone; what was not written yet stays so after an error."""
        if self._thread is not None:
            self._pieces.put(None)
            self._thread.join()
            self._thread = None

    def _raise(self) -> None:
        if self._error is not None:
            raise self._error

    def _run(self) -> None:
        unsynced = 0
        while (piece := self._pieces.get()) is not None:
            if self._error is not None:
                continue  # emptying the queue, so that nobody waits for it
            try:
                disk.write(self._fd, piece)
                unsynced += len(piece)
                if unsynced > _SYNC_EVERY:
                    disk.sync(self._fd)
                    unsynced = 0
            except BaseException as error:  # noqa: BLE001 - raised in the thread that waits
                self._error = error
