"""The few things done to the disk, all in one place, so that each can be made to fail in a test.

Errors are ``OSError`` as the system gives them.
"""

import contextlib
import os
import shutil
import sys
import time
from pathlib import Path

_BINARY = getattr(os, "O_BINARY", 0)
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_MODE = 0o600
# A virus scanner or a sync client may hold a file for a moment on Windows.
_REPLACE_TRIES = 20 if sys.platform == "win32" else 1
_REPLACE_WAIT = 0.05


def create(path: Path) -> int:
    """Open a new file for writing, for its owner only; one left over by that name goes first."""
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY | _NOFOLLOW, _MODE)


def open_to_append(path: Path) -> int:
    """Open for writing at the end; made when it isn't there, for its owner only."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | _BINARY, _MODE)


def write(fd: int, data: bytes | bytearray | memoryview) -> None:
    """Write all of ``data``; the system may take it in pieces."""
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


def sync(fd: int) -> None:
    """Return when the content and size of the file are on the disk itself."""
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
    elif sys.platform == "win32":
        os.fsync(fd)
    else:
        os.fdatasync(fd)


def replace(source: Path, target: Path) -> None:
    """Give ``source`` the name ``target`` in one step; what had that name is gone."""
    for attempt in range(_REPLACE_TRIES):
        try:
            source.replace(target)
        except PermissionError:
            if attempt + 1 == _REPLACE_TRIES:
                raise
            time.sleep(_REPLACE_WAIT)
        else:
            return


def sync_folder(folder: Path) -> None:
    """Return when the names in ``folder`` are on the disk; a no-op where that isn't known."""
    if sys.platform == "win32":
        return
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def link(source: Path, target: Path) -> bool:
    """Give the file ``source`` a second name; false where the file system has no links."""
    try:
        os.link(source, target)
    except FileExistsError:
        target.unlink()
        os.link(source, target)
    except OSError:
        return False
    return True


def for_owner_only(path: Path) -> None:
    """Let nobody but its owner read the file; left as it is where that can't be."""
    with contextlib.suppress(OSError):
        if not path.is_symlink() and path.stat().st_mode & 0o077 and path.is_file():
            path.chmod(_MODE)


def copy(source: Path, target: Path) -> None:
    """Copy a file, for its owner only, and sync the copy."""
    shutil.copy2(source, target)
    for_owner_only(target)
    fd = os.open(target, os.O_RDWR | _BINARY)
    try:
        sync(fd)
    finally:
        os.close(fd)


def remove(path: Path) -> None:
    """Take the name away if it is there."""
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
