"""Saving: each change set to the journal, now and then everything to the file.

``Saver`` owns the contents and knows what of them is where: in memory only, in the journal, on
the disk itself, in the file. It never raises because of the disk: what can't be saved stays in
memory, ``failure`` says so, and every later save and ``retry`` tries again.
"""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from store import backups
from store.asides import Asides
from store.contents import Contents, Image, Key
from store.encoding import NotSound
from store.failure import ChangedOutside, SaveFailed, save_failed
from store.journal import Journal, line_of
from store.layout import CLOSED, NO_SEAL, Head, Slot, folded_with, new_tag
from store.mainfile import PASSING, MainFile
from store.migrations import SCHEMA
from store.paths import Paths
from store.whole import write_whole

#: Past this size, in bytes, the journal is folded into the file.
FOLD_AT = 4 * 1024 * 1024
#: Past this, in bytes, what waits for a disk that takes nothing is saved as a whole file instead.
BACKLOG = 256 * 1024


@dataclass(frozen=True)
class _Fold:
    """What one fold takes along. ``traces``: documents no other file may keep a revision of."""

    image: Image
    head: Head
    offset: int
    traces: frozenset[Key]
    forced: int


class Saver:
    """See the module. All methods may be called from any thread."""

    def __init__(
        self,
        paths: Paths,
        contents: Contents,
        journal: Journal,
        head: Head,
        clock: Callable[[], datetime],
    ) -> None:
        self.contents = contents
        self.lock = threading.RLock()
        self.failure: SaveFailed | None = None
        self.revision = head.revision
        self._paths = paths
        self._journal = journal
        self._clock = clock
        self._file = MainFile(paths, contents.base.head)
        self._lineage = head.lineage
        self._waiting: list[tuple[int, bytes]] = []
        self._written = self._synced = self.revision
        self._forced = 0
        self._folds_forced = 0
        self._fold_due = False
        self._traces: set[Key] = set()
        self._stuck = False
        self._folding = threading.Lock()
        self._syncing = threading.Lock()

    # What is where.

    @property
    def due(self) -> bool:
        """Whether the journal has grown so much that it should be folded, or can't be used."""
        return self._journal.size > FOLD_AT or self._forced > self._folds_forced

    @property
    def unsynced(self) -> bool:
        """Whether a power cut now would lose something."""
        return self._synced < self.revision or self.waiting > 0

    @property
    def forced(self) -> int:
        """Counts what only a fold can save."""
        return self._forced

    @property
    def waiting(self) -> int:
        """How many change sets are in memory only."""
        return len(self._waiting) + (self._forced > self._folds_forced)

    @property
    def synced(self) -> int:
        """The revision up to which everything is on the disk itself."""
        return self._synced

    # Taking changes in.

    def take(self, changes: Mapping[Key, Slot | None], *, unlinkable: bool) -> int:
        """Make one revision of the changes and write it to the journal; returns the revision.

        An unlinkable one is only in memory until ``fold`` is done.
        """
        with self.lock:
            sealed = {key for key, slot in changes.items() if self._is_sealed(key, slot)}
            line = self._line(changes)
            for key, slot in changes.items():
                self.contents.set(key, slot)
            self.revision += 1
            if unlinkable or sealed:
                self._forced += 1
                self._traces |= sealed
            else:
                self._waiting.append((self.revision, line))
                self._write_if_it_goes()
            return self.revision

    def _write_if_it_goes(self) -> None:
        """Write now; while the disk takes nothing the keeper tries, not every key anew."""
        if self.failure is None:
            self._write_waiting()
            return
        if sum(len(line) for _, line in self._waiting) > BACKLOG:
            # The state is smaller than the way to it, and so may be the room on the disk.
            self._waiting.clear()
            self._forced += 1
        self.failure = replace(self.failure, waiting=self.waiting)

    def _is_sealed(self, key: Key, slot: Slot | None) -> bool:
        """Whether no other file may keep a revision of this document from here on."""
        old = self.contents.slot(key)
        if slot is None and old is not None and old.seal == CLOSED:
            # Deleted with its session: the revision in the backups is then the only one, and the
            # only way to bring the session back with its ballots.
            return False
        return any(s is not None and s.seal != NO_SEAL for s in (slot, old))

    def _line(self, changes: Mapping[Key, Slot | None]) -> bytes:
        numbered: dict[Key, tuple[int, Slot | None]] = {}
        for key, slot in changes.items():
            known = slot or self.contents.slot(key)
            numbered[key] = (known.doc_id if known else 0, slot)
        return line_of(self._lineage, self.revision + 1, numbered)

    def _write_waiting(self) -> None:
        if not self._waiting:
            return
        try:
            self._journal.append([line for _, line in self._waiting])
        except OSError as error:
            if isinstance(error, FileNotFoundError):
                self._forced += 1  # the journal is gone: only a whole file helps
            self._fail(error)
        else:
            self._written = self._waiting[-1][0]
            self._waiting.clear()
            self._settle()

    def _fail(self, error: Exception) -> None:
        since = self.failure.since if self.failure else self._clock()
        self.failure = save_failed(error, since, self.waiting)

    def _settle(self) -> None:
        """Forget the failure when nothing is left in memory only and the file can be written."""
        if not self.waiting and not self._stuck:
            self.failure = None
        elif self.failure:
            self.failure = replace(self.failure, waiting=self.waiting)

    # Making it last.

    def sync(self) -> None:
        """Return when what was written to the journal is on the disk itself, or failed to be."""
        with self._syncing:
            with self.lock:
                target = self.revision if not self.waiting else self._written
            if target <= self._synced:
                return
            try:
                self._journal.sync()
            except OSError as error:
                # After a failed sync the system may drop what it had: only writing it anew helps.
                with self.lock:
                    self._forced += 1
                    self._fail(error)
            else:
                with self.lock:
                    self._synced = max(self._synced, target)

    def retry(self) -> bool:
        """Save what waits, if it can be now; true when nothing waits any more."""
        with self.lock:
            due = self._fold_due or self._forced > self._folds_forced
        if due:
            self.fold()
        with self.lock:
            self._write_waiting()
        self.sync()
        with self.lock:
            return self.failure is None and not self.waiting

    def settle(self) -> bool:
        """Save what waits now; true when that is on the disk, whatever came after meanwhile."""
        with self.lock:
            revision, forced = self.revision, self._forced
        self.retry()
        with self.lock:
            return self._synced >= revision and self._folds_forced >= forced

    # Folding.

    def fold(self) -> bool:
        """Write everything to the file and empty the journal; false when it failed."""
        with self._folding:
            with self.lock:
                forced = self._forced > self._folds_forced
                if self.revision == self._file.head.revision and not forced and not self._fold_due:
                    return True
                fold = self._capture()
                self._fold_due = True
            try:
                self._fold(fold)
            except (OSError, NotSound) as error:
                with self.lock:
                    self._stuck = isinstance(error, ChangedOutside | NotSound)
                    self._fail(error)
                if isinstance(error, ChangedOutside):
                    self._changed_outside()
                return False
            return True

    def _changed_outside(self) -> None:
        """What to do when another program changed the file: see ``Caretaker``."""

    def _capture(self) -> _Fold:
        return _Fold(
            self.contents.capture(),
            self._new_head(),
            self._journal.size,
            frozenset(self._traces),
            self._forced,
        )

    def _new_head(self) -> Head:
        moment = self._clock().isoformat(timespec="seconds")
        folded = folded_with(self._file.head, self._journal.tag)
        return Head(SCHEMA, self._lineage, self.revision, moment, new_tag(), folded)

    def _fold(self, fold: _Fold) -> None:
        alone = fold.forced > self._folds_forced
        new = self._file.write(fold.image, fold.head, fold.traces, alone=alone)
        with self.lock:
            self._file.put_in_place(fold.image.base, new)
            old = self.contents.rebase(new)
            self._waiting = [w for w in self._waiting if w[0] > fold.head.revision]
        old.close()
        self._file.last()
        with self.lock:
            self._synced = max(self._synced, fold.head.revision)
            self._written = max(self._written, fold.head.revision)
            self._journal.restart(fold.head.revision, fold.head.tag, self._ours_up_to(fold.offset))
            self._traces -= fold.traces
            self._folds_forced = fold.forced
            self._fold_due = self._stuck = False
            self._settle()

    def _ours_up_to(self, offset: int) -> int:
        """``offset`` in the journal; its end when a stranger's file lies there, put aside then."""
        if not self._journal.gone:
            return offset
        Asides(self._paths, writable=True, now=self._clock()).move(self._paths.journal)
        if self._journal.size > offset:
            self._forced += 1  # what came since is in memory only
        return self._journal.size

    # Backups, copies and the end.

    def copy_to(self, path: Path) -> None:
        """Write everything as of now to ``path``, drafts too. Raises ``OSError``, ``NotSound``."""
        with self._folding:
            with self.lock:
                image, head = self.contents.image(), self._new_head()
            write_whole(path, image, head)

    def backup(self, reason: str) -> None:
        """Keep a backup of the contents as of now. Raises ``OSError``, ``NotSound``."""
        with self._folding:
            with self.lock:
                image = self.contents.image()
                head = replace(self._new_head(), lacks=image.open_ones)
                traces = set(self._traces)
            clean = image.without(traces, PASSING)
            backups.keep(self._paths, clean, head, reason, self._clock())

    def back_up_opened(self) -> None:
        """Keep a backup of the file as it was opened, if it still is. Raises as ``backup``."""
        with self._folding:
            base = self.contents.base
            image = Image(base, base.slots)
            clean, lacks = image.without(self._traces, PASSING), image.open_ones
            head = replace(base.head, lacks=lacks)
            backups.keep(self._paths, clean, head, "opened", self._clock())

    def abandon(self) -> None:
        """Let go of the files as they are."""
        with self._folding, self.lock:
            self._journal.close()
            self.contents.base.close()

    def close(self) -> bool:
        """Fold and let go of the files; true when everything is safe, if need be in the journal."""
        self.retry()
        self.fold()
        with self.lock:
            safe = self._is_safe()
            if safe:
                self._journal.close()
                self.contents.base.close()
            return safe

    def _is_safe(self) -> bool:
        """Whether nothing is in memory only."""
        return not self.waiting
