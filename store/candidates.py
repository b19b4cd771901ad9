"""Files from which a damaged one can be restored."""

from collections.abc import Iterator
from pathlib import Path

from store import backups
from store.encoding import NotSound
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
