"""A new file out of texts and documents, most of which stand in the old file in the same order."""

import zlib
from collections.abc import Callable

from sessionui.domain.wording import N_
from store.encoding import NotSound
from store.layout import Slot
from store.snapshot import Snapshot

_CHUNK = 512 * 1024


class Assembly:
    """Hands on what it is given, in large pieces, to ``write``; ``at``: how long it is so far.

    Reads the old file a chunk at a time. Documents that follow each other there as they do here go
    over in one stretch; each one is checked against its checksum, and each text in between too.
    """

    def __init__(self, old: Snapshot, write: Callable[[bytes], None]) -> None:
        self.at = 0
        self._old = old
        self._write = write
        self._pieces: list[bytes | memoryview] = []
        self._taken_at = 0
        self._chunk = b""
        self._view = memoryview(b"")
        self._chunk_at = 0
        self._start = self._end = 0

    def text(self, text: bytes) -> None:
        """Put a text."""
        self._end_stretch()
        self._pieces.append(text)
        self.at += len(text)

    def document(self, before: bytes, slot: Slot) -> int:
        """Put a text and a document; returns where the document is.

        Raises ``NotSound`` when it isn't what it was, ``OSError``.
        """
        if slot.data is not None:
            return self._from_memory(before, slot.data, slot.crc)
        start = slot.offset - self._chunk_at
        end = start + slot.length
        goes_on = (
            start == self._end + len(before)
            and end <= len(self._chunk)
            and self._chunk.startswith(before, self._end)
        )
        if not goes_on:
            start, end = self._turn_to(slot)
            self._pieces.append(before)
            self._start = start
        if zlib.crc32(self._view[start:end]) != slot.crc:
            raise NotSound(N_("{file}: a checksum is wrong."))
        self._end = end
        self.at += len(before) + slot.length
        return self.at - slot.length

    def taken(self) -> bytes:
        """Everything that was put since ``write`` was last called."""
        self._end_stretch()
        taken = b"".join(self._pieces)
        self._pieces.clear()
        self._taken_at = self.at
        return taken

    def _from_memory(self, before: bytes, data: bytes, crc: int) -> int:
        if zlib.crc32(data) != crc:
            raise NotSound(N_("{file}: a checksum is wrong."))
        self.text(before)
        self.text(data)
        return self.at - len(data)

    def _end_stretch(self) -> None:
        if self._end > self._start:
            self._pieces.append(self._view[self._start : self._end])
        self._start = self._end = -1

    def _turn_to(self, slot: Slot) -> tuple[int, int]:
        """Where the document is in the chunk, which is read anew when it isn't."""
        self._end_stretch()
        start = slot.offset - self._chunk_at
        if start < 0 or start + slot.length > len(self._chunk):
            if self.at - self._taken_at >= _CHUNK:
                self._write(self.taken())
            found = slot.offset >= 0
            self._chunk = self._old.at(slot.offset, max(_CHUNK, slot.length)) if found else b""
            self._view = memoryview(self._chunk)
            self._chunk_at, start = slot.offset, 0
        return start, start + slot.length
