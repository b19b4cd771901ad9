"""Writing a file whole: encode, temporary file beside it, sync, rename, sync the folder."""

import os
from pathlib import Path

from store import disk
from store.contents import Image
from store.layout import Head, Slots, last_line, pieces
from store.paths import temporary_of

_CHUNK = 1024 * 1024


def write_whole(target: Path, image: Image, head: Head) -> None:
    """Give ``target`` the content ``image``, in one step. Raises ``OSError``, ``NotSound``."""
    temporary = temporary_of(target)
    write_beside(temporary, image, head)
    put_in_place(temporary, target)


def write_beside(temporary: Path, image: Image, head: Head) -> None:
    """Write ``image`` to ``temporary`` and sync it; leaves nothing there when it can't.

    Every document is checked on the way, so damage is never carried over.
    """
    fd = disk.create(temporary)
    try:
        try:
            _write(fd, image, head)
            disk.sync(fd)
        finally:
            os.close(fd)
    except BaseException:
        disk.remove(temporary)
        raise


def put_in_place(temporary: Path, target: Path) -> None:
    """Rename ``temporary`` to ``target`` and make that last."""
    disk.replace(temporary, target)
    disk.sync_folder(target.parent)


def _write(fd: int, image: Image, head: Head) -> None:
    placed: Slots = {}
    buffer = bytearray()
    start = 0
    for piece in pieces(image.slots):
        if piece.slot is None:
            buffer += piece.text
            continue
        offset = start + len(buffer)
        placed.setdefault(piece.table, {})[piece.id] = piece.slot._replace(offset=offset)
        buffer += image.base.read(piece.slot)
        if len(buffer) >= _CHUNK:
            disk.write(fd, buffer)
            start += len(buffer)
            buffer.clear()
    buffer += last_line(head, placed, start + len(buffer))
    disk.write(fd, buffer)
