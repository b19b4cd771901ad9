"""Bringing a copy back as a new revision; what was there is kept as a backup.

Half-typed text and settings stay as they are. So do documents with a seal that are in the file:
backups hold them in one revision at most and some not at all, so that bringing back "everything as
it was" would lose the ballots of a secret round, or leave two revisions of them to compare.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from sessionui.domain.wording import N_
from store.asides import Asides
from store.documents import DocumentStore
from store.encoding import Document, NotSound
from store.errors import CannotMigrate, NewerSchema, NoAccess, StoreError, Unreadable
from store.layout import META, NO_SEAL
from store.lock import Lock
from store.migrations import SCHEMA, migrate
from store.paths import Paths
from store.reader import DRAFTS
from store.snapshot import Snapshot, document_in, open_snapshot

_STAY = frozenset({DRAFTS, META})


class NotRestored(StoreError):  # noqa: N818 - named for what is the case
    """The copy could not be brought back; everything is as it was."""

    template = N_("{file} can't be brought back: nothing in it can be read.")
    unsaved = N_("{file} can't be brought back: it can't be saved at the moment.")


def restore(file: Path | str, copy: Path) -> int:
    """Make the file hold what ``copy`` holds, as a new revision.

    Returns how many documents of the copy could not be read. Raises a ``StoreError``; then the
    file is as it was.
    """
    documents, unreadable = _read(copy)
    with _open(Paths.of(file)) as store:
        try:
            store.backup("restore")
        except OSError as error:
            raise NoAccess(error, store.path) from error
        store.put(_changes(store.seals(), documents))
        if not store.fold() and store.save_failed and store.save_failed.waiting:
            store.abandon()
            raise NotRestored(NotRestored.unsaved, file=str(copy))
    return unreadable


def _open(paths: Paths) -> DocumentStore:
    try:
        return DocumentStore.open(paths.main)
    except Unreadable:
        # Then what is there goes aside, as it does when there is something to restore it from.
        lock = Lock(paths.main, paths.lock)
        try:
            Asides(paths, writable=True, now=datetime.now(UTC)).move(paths.main)
        except OSError as error:
            raise NoAccess(error, paths.main) from error
        finally:
            lock.release()
        return DocumentStore.open(paths.main)


def _read(copy: Path) -> tuple[dict[str, dict[str, Document]], int]:
    """The documents of the copy in the present schema, and how many are damaged."""
    try:
        snapshot = open_snapshot(copy, check=True)
    except NotSound:
        raise NotRestored(file=str(copy)) from None
    except OSError as error:
        raise NoAccess(error, copy) from error
    try:
        if snapshot.head.schema > SCHEMA:
            raise NewerSchema(file=str(copy))
        documents, unreadable = _parsed(snapshot)
        if unreadable and not any(documents.values()):
            raise NotRestored(file=str(copy))
        migrated = migrate(documents, snapshot.head.schema)
        return {table: dict(found) for table, found in migrated.items()}, unreadable
    except (LookupError, TypeError, ValueError) as error:
        raise CannotMigrate(file=str(copy)) from error
    finally:
        snapshot.close()


def _parsed(snapshot: Snapshot) -> tuple[dict[str, dict[str, Document]], int]:
    documents: dict[str, dict[str, Document]] = {}
    unreadable = 0
    for table, found in snapshot.slots.items():
        for name, slot in found.items():
            try:
                documents.setdefault(table, {})[name] = document_in(snapshot, slot)
            except NotSound:
                unreadable += 1
    return documents, unreadable


def _changes(
    now: Mapping[tuple[str, str], str], documents: Mapping[str, Mapping[str, Document]]
) -> dict[tuple[str, str], Document | None]:
    changes: dict[tuple[str, str], Document | None] = dict.fromkeys(now)
    changes |= {(table, name): d for table, found in documents.items() for name, d in found.items()}
    return {
        key: document
        for key, document in changes.items()
        if key[0] not in _STAY and now.get(key, NO_SEAL) == NO_SEAL
    }
