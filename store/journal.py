"""What was saved since the file was last written whole: one line a change set, append only.

A line is ``CRC PAYLOAD``: eight hex digits, a blank, JSON. The checksum is salted with the file's
lineage, so a line of another file doesn't pass. The first line is a header; every other one is
``[revision, [[table, id, number, document or null], …]]``. There are no times in it.
"""

import contextlib
import io
import os
import threading
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from store import disk
from store.contents import Key
from store.encoding import Document, NotSound, decode, encode
from store.layout import Slot, new_tag
from store.paths import temporary_of

_FORMAT = "sessionui-journal"
_VERSION = 1


class Change(NamedTuple):
    """One document in a change set; ``document`` is ``None`` when it was taken out."""

    key: Key
    doc_id: int
    document: Document | None

    def __repr__(self) -> str:
        return f"<Change of {self.key}>"


class ChangeSet(NamedTuple):
    """What one line says."""

    revision: int
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Reading:
    """A journal read back. ``end``: bytes up to which it is sound (a torn last line begins there).

    ``base``: the revision it builds on, -1 when not known; ``tag``: its own, ``on``: that of the
    file it builds on, ``""`` when not known. ``bad``: numbers of damaged lines that
    have sound ones after them, or whose damage isn't that of a torn line; the first line is 1.
    """

    lineage: str
    base: int
    tag: str
    on: str
    sets: tuple[ChangeSet, ...]
    end: int
    bad: tuple[int, ...]
    torn: bool


def line_of(lineage: str, revision: int, changes: Mapping[Key, tuple[int, Slot | None]]) -> bytes:
    """The line for a change set whose documents are encoded already."""
    parts = [
        b"[%s,%s,%d,%s]"
        % (encode(table), encode(name), doc_id, slot.data if slot and slot.data else b"null")
        for (table, name), (doc_id, slot) in changes.items()
    ]
    return _sealed(lineage, b"[%d,[%s]]" % (revision, b",".join(parts)))


def _sealed(lineage: str, payload: bytes) -> bytes:
    return b"%08x %s\n" % (_crc(lineage, payload), payload)


def _crc(lineage: str, payload: bytes) -> int:
    return zlib.crc32(payload, zlib.crc32(lineage.encode()))


def _header(lineage: str, base: int, tag: str, on: str) -> bytes:
    names = {"format": _FORMAT, "version": _VERSION, "file": lineage}
    return _sealed("", encode({**names, "base": base, "tag": tag, "on": on}))


def read_journal(path: Path, lineage: str | None) -> Reading | None:
    """Read the journal at ``path``; ``None`` when there is none. Raises ``OSError``.

    ``lineage``: of the file it must belong to; ``None`` takes what its header says.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    try:
        header = _read_header(data[: data.find(b"\n") + 1])
    except NotSound:
        header = None
    named = str(header["file"]) if header else ""
    reading = _read_lines(data, named if lineage is None else lineage)
    if header is None:
        return reading
    tag, on = str(header["tag"]), str(header["on"])
    return replace(reading, lineage=named, base=int(header["base"]), tag=tag, on=on)


def _read_lines(data: bytes, lineage: str) -> Reading:
    sets: list[ChangeSet] = []
    bad: list[int] = []
    end = at = 0
    torn = False
    for number, line in enumerate(io.BytesIO(data), start=1):
        at += len(line)
        try:
            if number == 1:
                _read_header(line)
            else:
                sets.append(_read_line(line, lineage))
        except NotSound:
            bad.append(number)
            # A line that was being written when the process died is cut off, never overwritten.
            torn = not line.endswith(b"\n") and at == len(data) and b"\0" not in line
        else:
            end = at
    if torn:
        bad.pop()
    return Reading(lineage, -1, "", "", tuple(sets), end, tuple(bad), torn)


def _payload(line: bytes, lineage: str) -> bytes:
    if not line.endswith(b"\n"):
        raise NotSound("torn")
    crc, _, payload = line[:-1].partition(b" ")
    if crc != b"%08x" % _crc(lineage, payload):
        raise NotSound("a checksum is wrong")
    return payload


def _read_header(line: bytes) -> Document:
    document = decode(_payload(line, ""))
    if not isinstance(document, dict) or document.get("format") != _FORMAT:
        raise NotSound("no header")
    texts = [document.get(name) for name in ("file", "tag", "on")]
    if document.get("version") != _VERSION or not isinstance(document.get("base"), int):
        raise NotSound("no header of ours")
    if not all(isinstance(text, str) for text in texts):
        raise NotSound("no header of ours")
    return document


def _read_line(line: bytes, lineage: str) -> ChangeSet:
    payload = decode(_payload(line, lineage))
    try:
        revision, changes = payload
        found = tuple(Change((table, name), doc_id, doc) for table, name, doc_id, doc in changes)
    except (TypeError, ValueError):
        raise NotSound("no change set") from None
    return ChangeSet(revision, found)


class Journal:
    """The journal, open for appending. Errors are ``OSError``; a failed append leaves no trace.

    ``append`` may run beside ``sync``; everything else is for one thread at a time.
    """

    def __init__(
        self, path: Path, lineage: str, base: int, on: str, *, tag: str = "", end: int = 0
    ) -> None:
        self.path = path
        self.tag = tag or new_tag()
        self._on = on
        self._lineage = lineage
        self._base = base
        self._size = end
        self._fd: int | None = None
        self._named = end > 0
        self._syncing = threading.Lock()

    @property
    def size(self) -> int:
        """Bytes so far."""
        return self._size

    @property
    def gone(self) -> bool:
        """Whether the file that was written to is not, or not whole, at its place any more."""
        size = self._size  # first: another thread may be appending
        if not size:
            return False
        try:
            now = self.path.stat()
            ours = now if self._fd is None else os.fstat(self._fd)
        except OSError:
            return True
        same = (now.st_dev, now.st_ino) == (ours.st_dev, ours.st_ino)
        return not same or now.st_size < size

    def append(self, lines: Iterable[bytes]) -> None:
        """Write the lines in one go; after this they survive the process, not yet a power cut."""
        fd = self._open()
        data = b"".join(lines)
        if not self._size:
            data = _header(self._lineage, self._base, self.tag, self._on) + data
        try:
            disk.write(fd, data)
        except OSError:
            self._give_up(fd)
            raise
        self._size += len(data)

    def _open(self) -> int:
        if self.gone:
            self._let_go()
            raise FileNotFoundError(2, "the journal is gone", str(self.path))
        if self._fd is not None:
            return self._fd
        fd = disk.open_to_append(self.path)
        try:
            os.ftruncate(fd, self._size)
        except OSError:
            os.close(fd)
            raise
        self._fd = fd
        return fd

    def _give_up(self, fd: int) -> None:
        """Cut off what was half written and open afresh next time: the disk may be another."""
        with contextlib.suppress(OSError):
            os.ftruncate(fd, self._size)
        self._let_go()

    def _let_go(self) -> None:
        with self._syncing:
            if self._fd is not None:
                os.close(self._fd)
                self._fd = None

    def sync(self) -> None:
        """Return when everything appended before is on the disk itself."""
        with self._syncing:
            if self._fd is None:
                return
            disk.sync(self._fd)
            if self.gone:
                raise FileNotFoundError(2, "the journal is gone", str(self.path))
            if not self._named:
                disk.sync_folder(self.path.parent)
                self._named = True

    def restart(self, base: int, on: str, offset: int) -> None:
        """Drop everything before ``offset``: it is in the file with revision ``base``, tag ``on``.

        What was appended after ``offset`` stays. Done by replacing the file, so no old line
        survives in it.
        """
        tail = self._from(offset)
        if not tail:
            self.discard(base, on)
            return
        temporary = temporary_of(self.path)
        tag = new_tag()
        data = _header(self._lineage, base, tag, on) + tail
        fd = disk.create(temporary)
        try:
            disk.write(fd, data)
            disk.sync(fd)
        except OSError:
            os.close(fd)
            disk.remove(temporary)
            raise
        os.close(fd)
        self._let_go()
        disk.replace(temporary, self.path)
        disk.sync_folder(self.path.parent)
        self.tag, self._base, self._on = tag, base, on
        self._size, self._named = len(data), True

    def _from(self, offset: int) -> bytes:
        if self._size <= offset:
            return b""
        with self.path.open("rb") as file:
            file.seek(offset)
            return file.read(self._size - offset)

    def discard(self, base: int, on: str) -> None:
        """Remove the journal: everything in it is in the file now."""
        self._let_go()
        disk.remove(self.path)
        disk.sync_folder(self.path.parent)
        self.tag, self._base, self._on = new_tag(), base, on
        self._size, self._named = 0, False

    def close(self) -> None:
        """Let go of the file; what is in it stays."""
        self._let_go()
