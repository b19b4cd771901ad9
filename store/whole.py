"""Writing a file whole: encode, temporary file beside it, sync, rename, sync the folder."""

import os
from pathlib import Path

from store import disk
from store.assembly import Assembly
from store.beside import Writer
from store.contents import Image
from store.layout import Head, Ordered, Slot, Slots, as_slot, last_line, own_line_start, tables_in
from store.paths import temporary_of


def write_whole(target: Path, image: Image, head: Head) -> None:
    """Give ``target`` the content ``image``, in one step. Raises ``OSError``, ``NotSound``."""
    temporary = temporary_of(target)
    write_beside(temporary, image, head)
    put_in_place(temporary, target)


def write_beside(temporary: Path, image: Image, head: Head) -> Slots:
    """Write ``image`` to ``temporary`` and sync it; leaves nothing there when it can't.

    Every document is checked on the way, so damage is never carried over. Returns where each
    document is in the new file.
    """
    fd = disk.create(temporary)
    try:
        try:
            placed = _write(fd, image, head)
            disk.sync(fd)
        finally:
            os.close(fd)
    except BaseException:
        disk.remove(temporary)
        raise
    return placed


def put_in_place(temporary: Path, target: Path) -> None:
    """Rename ``temporary`` to ``target`` and make that last."""
    disk.replace(temporary, target)
    disk.sync_folder(target.parent)


def _write(fd: int, image: Image, head: Head) -> Slots:
    writer = Writer(fd)
    try:
        out = Assembly(image.base, writer.put)
        placed: Slots = {}
        for opening, table, ordered in tables_in(image.slots):
            found = _write_table(out, opening, ordered)
            if found:
                placed[table] = found
        out.text(own_line_start(image.slots))
        out.text(last_line(head, placed, out.at))
        writer.finish(out.taken())
        return placed
    finally:
        writer.stop()


def _write_table(out: Assembly, opening: bytes, ordered: Ordered) -> dict[str, Slot]:
    """Thousands of documents go through here in one fold, so every call in the loop counts."""
    placed: dict[str, Slot] = {}
    between = opening
    for name, slot in ordered:
        offset = out.document(b'%b"%d": ' % (between, slot.doc_id), slot)
        placed[name] = as_slot((*slot[:4], offset, None))
        between = b",\n"
    if not ordered:
        out.text(opening)
    return placed
