"""Files from which a damaged one can be restored."""

from collections.abc import Iterator
from pathlib import Path

from store import backups
from store.contents import Contents, Key
from store.encoding import NotSound
from store.layout import Slot
from store.paths import Paths, temporary_of
from store.snapshot import Snapshot, open_snapshot


def others(paths: Paths) -> Iterator[Path]:
    """Every file beside the main one that may hold a whole revision; backups newest first."""
    yield paths.temporary
    yield paths.previous
    yield temporary_of(paths.previous)
    for backup in backups.listed(paths):
        yield backup.path


def usable(path: Path) -> Snapshot | None:
    """The file, checked throughout; ``None`` when anything is wrong with it."""
    try:
        snapshot = open_snapshot(path, check=True)
    except (NotSound, OSError):
        return None
    if snapshot.sound and not snapshot.rewritten:
        return snapshot
    snapshot.close()
    return None


def best(paths: Paths) -> Snapshot | None:
    """The sound one with the highest revision, or ``None``."""
    found: Snapshot | None = None
    for path in others(paths):
        other = usable(path)
        if other is None:
            continue
        if found is None or other.head.revision > found.head.revision:
            found, other = other, found
        if other is not None:
            other.close()
    return found


def mend(paths: Paths, contents: Contents) -> set[Key]:
    """Put sound documents from elsewhere in the place of damaged ones; returns those it can't."""
    # What the journal brought since needs no mending.
    missing = {k for k in contents.base.bad if (slot := contents.slot(k)) and slot.data is None}
    mended = found(paths, missing)
    for key, slot in mended.items():
        contents.set(key, slot)
    return missing - mended.keys()


def found(paths: Paths, keys: set[Key]) -> dict[Key, Slot]:
    """Those of the documents that a sound copy has, in memory, from the newest one."""
    slots: dict[Key, Slot] = {}
    for path in others(paths):
        other = usable(path) if keys - slots.keys() else None
        if other is None:
            continue
        for table, name in keys - slots.keys():
            slot = other.slots.get(table, {}).get(name)
            if slot is not None:
                slots[table, name] = slot._replace(offset=-1, data=other.read(slot))
        other.close()
    return slots
