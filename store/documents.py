"""The document store: JSON documents by table and id, in one TinyDB file that is always whole."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sessionui.domain.wording import Sentence
from store.encoding import Document, NotSound
from store.errors import Damaged, Missing, Unsaved
from store.keeper import Keeper
from store.lock import Lock
from store.paths import Paths
from store.reader import DRAFTS
from store.recovery import Opened, open_newest
from store.rescue import Rescue

if TYPE_CHECKING:
    from store.care import Caretaker
    from store.failure import SaveFailed


def now() -> datetime:
    """The moment, with its time zone."""
    return datetime.now(UTC)


class DocumentStore(Rescue):
    """See ``open``. Documents are plain dicts with an ``"id"``; each call gives fresh ones.

    ``revision`` counts change sets, drafts included. ``notices``: what had to be done on opening,
    as sentences for the user. All methods may be called from any thread.
    """

    def __init__(
        self, paths: Paths, opened: Opened, lock: Lock | None, clock: Callable[[], datetime]
    ) -> None:
        self.notices: tuple[Sentence, ...] = tuple(opened.notices)
        self._lock = lock
        self._to_fold = False
        self._backups_due: list[str] = []
        self._contents = opened.contents
        self._opened_at = opened.head.revision
        saver = None
        if lock is not None:
            # Whoever only reads needs nothing of what saves.
            from store.care import Caretaker
            from store.journal import Journal

            head = opened.head
            journal = Journal(
                paths.journal,
                head.lineage,
                head.revision,
                head.tag,
                tag=opened.journal_tag,
                end=opened.journal_end,
            )
            saver = Caretaker(paths, opened.contents, journal, opened.head, clock)
        super().__init__(paths, opened.contents, saver)
        self._to_back_up = lock is not None and opened.head.revision > 0

    @classmethod
    def open(
        cls,
        path: Path | str,
        *,
        read_only: bool = False,
        create: bool = True,
        clock: Callable[[], datetime] = now,
    ) -> Self:
        """Open the file, making it if ``create`` and it isn't there.

        Raises a ``StoreError`` with a sentence: ``Locked`` when another instance writes it
        (``read_only`` never needs the lock), ``NewerSchema``, ``NotOurs``, ``Unreadable``, …
        """
        paths = Paths.of(path)
        if read_only:
            opened = open_newest(paths, writable=False, create=False, now=clock())
            return cls(paths, opened, None, clock)
        lock = _lock(paths, create=create)
        try:
            opened = open_newest(paths, writable=True, create=create, now=clock())
            return cls(paths, opened, lock, clock)
        except BaseException:
            lock.release()
            raise

    # Reading.

    @property
    def revision(self) -> int:
        """The number of the newest change set."""
        return self._saver.revision if self._saver else self._opened_at

    @property
    def read_only(self) -> bool:
        """Whether the file was opened for reading only."""
        return self._saver is None

    # Saving.

    def put(
        self,
        changes: Mapping[tuple[str, str], Document | None],
        *,
        unlinkable: bool = False,
        wait: bool = True,
    ) -> int:
        """Save documents by table and id, all or none, as one revision; returns its number.

        ``None`` takes one out. ``unlinkable``: no other revision of these may be left to compare
        with, so the whole file is written anew; so it is for any document with a seal. With
        ``wait`` it is on the disk itself when this returns (or ``save_failed`` says why not).
        Without, the store's own thread sees to that: what goes to the journal survives the
        process at once, what needs the whole file when that is written; ``settle`` waits for it.

        Raises ``ReadOnly``, and ``ValueError`` or ``TypeError`` for what JSON can't hold.
        """
        saver = self._writing()
        revision, fold = self._put(changes, unlinkable=unlinkable)
        if not wait:
            self._to_fold = self._to_fold or fold
            self._watch(saver, now=True)
            return revision
        if fold:
            self._back_up_opened(saver)
            saver.fold()
        elif saver.failure is None:
            saver.sync()
        else:
            saver.retry()
        self._watch(saver)
        return revision

    def settle(self) -> bool:
        """Return when everything put so far is on the disk itself; false when it can't be now.

        For a thread of its own.
        """
        if self._saver is None or self.closed:
            return True
        self._back_up_opened(self._saver)
        return self._saver.settle()

    def _put(
        self, changes: Mapping[tuple[str, str], Document | None], *, unlinkable: bool
    ) -> tuple[int, bool]:
        """The revision of these changes, and whether only a fold can save it."""
        saver = self._writing()
        with self._mutex:
            before = saver.forced
            with self._storage.together(unlinkable=unlinkable):
                for table in dict.fromkeys(table for table, _ in changes):
                    self._put_table(table, {n: d for (t, n), d in changes.items() if t == table})
            return saver.revision, saver.forced > before

    def _put_table(self, table: str, documents: Mapping[str, Document | None]) -> None:
        numbered: dict[int, Document | None] = {}
        free = self._contents.next_doc_id(table)
        for name, document in documents.items():
            if document is not None and document.get("id") != name:
                raise ValueError('the "id" in a document is the id it is saved under')
            slot = self._storage.slot(table, name)
            if slot is not None:
                numbered[slot.doc_id] = document
            elif document is not None:
                numbered[free] = document
                free += 1
        self._database.documents(table).set_all(numbered)

    def draft(self, key: str, text: str | None) -> None:
        """Keep a half-typed text, or forget it with ``None``. Never waits for the disk.

        It survives the process at once, and a power cut after a second at most.
        """
        document = {"id": key, "text": text} if text is not None else None
        self._put({(DRAFTS, key): document}, unlinkable=False)
        self._watch(self._writing())

    @property
    def save_failed(self) -> "SaveFailed | None":
        """Why something is not saved at the moment, or ``None``; lasts until it could be."""
        return self._saver.failure if self._saver else None

    @property
    def synced(self) -> bool:
        """Whether everything is on the disk itself."""
        return self._saver is None or not self._saver.unsynced

    def retry(self) -> bool:
        """Try again now what could not be saved; true when nothing waits any more."""
        return self._writing().retry()

    def fold(self) -> bool:
        """Write everything to the file itself and empty the journal; false when that failed.

        May run in a thread of its own: saving goes on meanwhile.
        """
        saver = self._writing()
        self._back_up_opened(saver)
        return saver.fold()

    def fold_soon(self) -> None:
        """``fold`` in the store's own thread; returns at once."""
        self._writing()
        self._to_fold = True
        self._keeper.wake(now=True)

    def forget_opened(self) -> None:
        """Keep no backup of the file as it was opened: it holds what has to be forgotten."""
        self._to_back_up = False

    def backup_soon(self, reason: str) -> None:
        """``backup`` in the store's own thread; returns at once. One that fails is passed over."""
        self._writing()
        self._backups_due.append(reason)
        self._keeper.wake(now=True)

    def backup(self, reason: str) -> None:
        """Keep a backup of everything as of now. Raises ``OSError``; ``reason``: letters only."""
        try:
            self._writing().backup(reason)
        except NotSound:
            raise Damaged(table="", id="") from None

    def close(self) -> None:
        """Fold, let go of the file and the lock.

        Raises ``Unsaved``, and stays open, when something is in memory only; ``abandon`` lets go.
        """
        if self.closed:
            return
        if self._saver is not None:
            self._keeper.stop()
            self._back_up_opened(self._saver)
            if not self._saver.close():
                self._keeper = Keeper(self._keep)
                self._watch(self._saver)
                raise Unsaved(file=str(self.path))
        else:
            self._contents.base.close()
        self._done()

    def abandon(self) -> None:
        """Let go of everything without saving what isn't saved yet."""
        if not self.closed:
            self._keeper.stop()
            if self._saver is not None:
                self._saver.abandon()
            else:
                self._contents.base.close()
            self._done()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _done(self) -> None:
        self.closed = True
        if self._lock is not None:
            self._lock.release()

    def _back_up_opened(self, saver: "Caretaker") -> None:
        """Once, when something was changed: keep the file as it was opened."""
        with self._mutex:
            due = self._to_back_up and saver.revision > self._opened_at
            self._to_back_up = self._to_back_up and not due
        if due:
            # A backup that fails is no reason to trouble anybody: the file itself is there.
            with suppress(OSError, NotSound):
                saver.back_up_opened()

    def _keep(self) -> bool:
        """What the thread does; true when it has to come back."""
        saver = self._writing()
        self._back_up_opened(saver)
        while self._backups_due:
            with suppress(OSError, NotSound):
                saver.backup(self._backups_due.pop(0))
        self._look(saver)
        if saver.failure:
            return not saver.retry()
        saver.sync()
        if saver.due or self._to_fold:
            self._to_fold = False
            saver.fold()
        return saver.failure is not None or saver.due


def _lock(paths: Paths, *, create: bool) -> Lock:
    if create:
        with suppress(OSError):
            paths.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    elif not paths.main.exists() and not paths.journal.exists():
        raise Missing(file=str(paths.main))
    return Lock(paths.main, paths.lock)
