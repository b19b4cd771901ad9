"""One owner of a file at a time.

The lock is the operating system's on ``NAME.lock``: it goes with the process that holds it, so a
crash leaves none behind. The lock file itself stays where it is: removing it would let two
processes lock two different files of that name. It holds the owner's process id, for the message.
"""

import contextlib
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import cast

from store.errors import Locked, NoAccess

_BUSY = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES}
_NO_LOCKS = {errno.ENOSYS, errno.ENOTSUP, errno.ENOLCK, errno.EINVAL}


class Lock:
    """The lock on ``file``, held from construction to ``release``. Raises ``Locked``."""

    def __init__(self, file: Path, lock: Path) -> None:
        self._release: Callable[[], None] | None
        try:
            self._release = _by_kernel(lock) or _by_filelock(lock)
        except BlockingIOError:
            raise Locked(file, lock, owner(lock)) from None
        except OSError as error:
            raise NoAccess(error, lock) from error

    def release(self) -> None:
        """Let the next one in; harmless when done already."""
        if self._release is not None:
            self._release()
            self._release = None


def owner(lock: Path) -> int | None:
    """The process id noted in the lock file, when it can be read."""
    try:
        with lock.open("rb", buffering=0) as file:
            # The first byte is what filelock locks on Windows; nobody else may read it there.
            file.seek(1)
            return int(file.read(20))
    except (OSError, ValueError):
        return None


def _note_owner(lock: Path) -> None:
    with contextlib.suppress(OSError):
        fd = os.open(lock, os.O_WRONLY)
        try:
            os.lseek(fd, 1, os.SEEK_SET)
            os.write(fd, f"{os.getpid():<20}".encode())
        finally:
            os.close(fd)


if sys.platform == "win32":

    def _by_kernel(_: Path) -> Callable[[], None] | None:
        return None

else:
    import fcntl

    def _by_kernel(lock: Path) -> Callable[[], None] | None:
        """Lock by ``flock``, the very lock that filelock takes; ``None`` where there is none.

        filelock alone would do, but importing it takes 50 ms of a start that has 300.
        """
        fd = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(fd)
            if error.errno in _BUSY:
                raise BlockingIOError(error.errno, error.strerror) from error
            if error.errno in _NO_LOCKS:
                return None
            raise
        _note_owner(lock)
        return lambda: os.close(fd)


def _by_filelock(lock: Path) -> Callable[[], None]:
    import filelock

    held = cast("filelock.BaseFileLock", filelock.FileLock(lock, timeout=0, mode=0o600))
    try:
        held.acquire()
    except filelock.Timeout as error:
        raise BlockingIOError(errno.EAGAIN, "locked") from error
    if not isinstance(held, filelock.SoftFileLock):  # that one keeps notes of its own in there
        _note_owner(lock)
    return held.release
