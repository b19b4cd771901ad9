"""One revision of the file, open for reading: its head, its index, its documents on demand."""

import os
import sys
import threading
import zlib
from pathlib import Path
from typing import BinaryIO, NamedTuple

from sessionui.domain.wording import N_
from store.encoding import Document, NotSound, decode
from store.layout import (
    END,
    Head,
    Slot,
    Slots,
    last_line,
    pieces,
    read_last_line,
)
from store.salvage import Foreign, rewritten, salvaged

#: Up to this size a file is read and checked as a whole on opening, and kept in memory.
WHOLE = 8 * 1024 * 1024
_TAIL = 64 * 1024


class Identity(NamedTuple):
    """By which we notice that somebody else changed the file."""

    device: int
    inode: int
    size: int
    modified: int


def identity_of(path: Path) -> Identity | None:
    """The identity of the file at ``path`` now, or ``None`` when there is none."""
    try:
        stat = path.stat()
    except FileNotFoundError:
        return None
    return Identity(stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns)


class Snapshot:
    """A whole revision. ``slots`` says what is in it; ``read`` gets one document's bytes.

    ``bad`` names documents whose bytes don't agree with their checksum, ``torn`` tells that the
    text between them was changed; both as far as checked.
    ``rewritten`` tells that another program wrote these bytes.
    """

    def __init__(
        self,
        head: Head,
        slots: Slots,
        source: "bytes | BinaryIO",
        *,
        rewritten: bool = False,
        salvaged: bool = False,
    ) -> None:
        self.head = head
        self.slots = slots
        self.rewritten = rewritten
        self.bad: list[tuple[str, str]] = []
        self.torn = self._salvaged = salvaged
        self._source = source
        self._lock = threading.Lock()

    def read(self, slot: Slot) -> bytes:
        """The bytes of a document. Raises ``NotSound`` when they were changed, ``OSError``."""
        data = slot.data
        if data is None:
            data = self._at(slot.offset, slot.length) if slot.offset >= 0 else b""
        if zlib.crc32(data) != slot.crc:
            raise NotSound(N_("{file}: a checksum is wrong."))
        return data

    def _at(self, offset: int, length: int) -> bytes:
        if isinstance(self._source, bytes):
            return self._source[offset : offset + length]
        with self._lock:
            self._source.seek(offset)
            return self._source.read(length)

    def at(self, offset: int, length: int) -> bytes:
        """Bytes of the file as they are, fewer at its end. Raises ``OSError``."""
        return self._at(offset, length)

    def check(self) -> None:
        """Read everything and note what isn't as it was written. Raises ``OSError``."""
        at = 0
        self.bad, self.torn = [], self._salvaged
        for piece in pieces(self.slots):
            if piece.slot is None:
                self.torn = self.torn or self._at(at, len(piece.text)) != piece.text
                at += len(piece.text)
                continue
            try:
                self.read(piece.slot)
            except NotSound:
                self.bad.append((piece.table, piece.id))
            self.torn = self.torn or piece.slot.offset != at
            at += piece.slot.length

    @property
    def unchecked(self) -> bool:
        """Whether it is so large that opening it does not check every document."""
        return not isinstance(self._source, bytes)

    @property
    def sound(self) -> bool:
        """Whether everything that was checked is as it was written."""
        return not self.bad and not self.torn

    def suspend(self) -> None:
        """Let go of the file for a moment where the system can't rename over an open one."""
        if sys.platform == "win32":
            self.close()

    def resume(self, path: Path) -> None:
        """Undo ``suspend``: the file at ``path`` is still this one."""
        if sys.platform == "win32" and not isinstance(self._source, bytes):
            self._source = path.open("rb", buffering=0)

    def close(self) -> None:
        """Let go of the file."""
        if not isinstance(self._source, bytes):
            self._source.close()


def written(path: Path, head: Head, slots: Slots) -> Snapshot:
    """The file at ``path``, just written by us with this head and these slots."""
    size = path.stat().st_size
    source = path.read_bytes() if size <= WHOLE else path.open("rb", buffering=0)
    return Snapshot(head, slots, source)


def open_snapshot(path: Path, *, check: bool | None = None) -> Snapshot:
    """Open the file at ``path``. Raises ``NotSound``, ``Foreign``, ``OSError``.

    ``check``: read and check every document now; by default only up to ``WHOLE`` bytes.
    """
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        snapshot = _from_bytes(file.read()) if size <= WHOLE else _from_file(path, size)
    if check or (check is None and size <= WHOLE):
        try:
            snapshot.check()
        except BaseException:
            snapshot.close()
            raise
    return snapshot


def _from_bytes(data: bytes) -> Snapshot:
    try:
        start = data.rindex(b"\n", 0, -len(END)) + 1 if data.endswith(END) else -1
        if start < 0:
            raise NotSound(N_("{file}: it is cut off."))
        start += data.index(b": ", start) + 2 - start
        line = read_last_line(data[start : -len(END)], start)
    except (NotSound, ValueError):
        return _otherwise(data)
    return Snapshot(line.head, line.slots, data)


def _from_file(path: Path, size: int) -> Snapshot:
    file = path.open("rb", buffering=0)
    try:
        tail = _tail(file, size)
        start = size - len(tail)
        name = tail.index(b": ") + 2
        line = read_last_line(tail[name : -len(END)], start + name)
    except (NotSound, ValueError):
        file.seek(0)
        data = file.read()
        file.close()
        return _otherwise(data)
    except BaseException:
        file.close()
        raise
    return Snapshot(line.head, line.slots, file)


def _tail(file: "BinaryIO", size: int) -> bytes:
    """The last line with its end; found from behind, however long it is."""
    length = _TAIL
    while True:
        length = min(length, size)
        file.seek(size - length)
        tail = file.read(length)
        if not tail.endswith(END):
            raise NotSound(N_("{file}: it is cut off."))
        at = tail.rfind(b"\n", 0, -len(END))
        if at >= 0:
            return tail[at + 1 :]
        if length == size:
            raise NotSound(N_("{file}: it is not a list of documents."))
        length *= 4


def _otherwise(data: bytes) -> Snapshot:
    """A file that isn't laid out as we write it: by another program, or damaged."""
    try:
        return in_memory(*rewritten(data), rewritten=True)
    except Foreign:
        raise
    except NotSound as error:
        line = salvaged(data)
        if line is None:
            raise error from None
        return Snapshot(line.head, line.slots, data, salvaged=True)


def in_memory(head: Head, slots: Slots, *, rewritten: bool = False) -> Snapshot:
    """A snapshot of documents that are all in memory."""
    data = bytearray()
    placed: Slots = {}
    for piece in pieces(slots):
        if piece.slot is None:
            data += piece.text
        else:
            assert piece.slot.data is not None  # noqa: S101 - that is what in memory means
            placed.setdefault(piece.table, {})[piece.id] = piece.slot._replace(
                offset=len(data), data=None
            )
            data += piece.slot.data
    data += last_line(head, placed, len(data))
    return Snapshot(head, placed, bytes(data), rewritten=rewritten)


def document_in(snapshot: Snapshot, slot: Slot) -> Document:
    """The document, parsed. Raises ``NotSound``, ``OSError``."""
    document = decode(snapshot.read(slot))
    if not isinstance(document, dict):
        raise NotSound(N_("{file}: it is not a list of documents."))
    return document
