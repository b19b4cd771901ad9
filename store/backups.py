"""Copies of the file kept beside it, in a folder, named by moment, revision and reason.

Never in them: half-typed text, and documents with an open seal (the ballots of a secret round
while it is open). The ballots of a round that is closed are in them, in one revision at most:
``forget`` takes them out before such a document changes again.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from store import disk
from store.contents import Image, Key
from store.encoding import NotSound
from store.layout import Head
from store.paths import Paths, moment_of, stamp
from store.snapshot import open_snapshot
from store.whole import write_whole

#: How many are kept.
KEPT = 20
#: After this only the last of each day is kept.
THINNED_AFTER = timedelta(days=7)

_NAME = re.compile(r"(?P<stamp>\d{8}T\d{6}Z)-r(?P<revision>\d+)-(?P<reason>[a-z-]+)\.json")


@dataclass(frozen=True)
class Backup:
    """One backup; ``reason``: ``opened``, ``migration``, ``deletion``, ``reveal``, …"""

    path: Path
    moment: datetime
    revision: int
    reason: str


def listed(paths: Paths) -> list[Backup]:
    """The backups there are, newest first."""
    try:
        names = list(paths.backups.iterdir())
    except OSError:
        return []
    found = [backup for path in names if (backup := _backup(path)) is not None]
    return sorted(found, key=lambda b: (b.moment, b.revision), reverse=True)


def _backup(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        moment = moment_of(match["stamp"])
    except ValueError:
        return None
    return Backup(path, moment, int(match["revision"]), match["reason"])


def keep(paths: Paths, image: Image, head: Head, reason: str, now: datetime) -> Path | None:
    """Keep ``image`` as a backup and drop those too many; ``None`` if the newest is the same.

    Raises ``OSError``, ``NotSound``.
    """
    newest = next(iter(listed(paths)), None)
    if newest is not None and _is_of(newest, head):
        return None
    paths.backups.mkdir(mode=0o700, exist_ok=True)
    path = paths.backups / f"{stamp(now)}-r{head.revision}-{reason}.json"
    write_whole(path, image, head)
    for backup in surplus(listed(paths), now):
        disk.remove(backup.path)
    return path


def _is_of(backup: Backup, head: Head) -> bool:
    if backup.revision != head.revision:
        return False
    try:
        snapshot = open_snapshot(backup.path)
    except (NotSound, OSError):
        return False
    snapshot.close()
    return snapshot.sound and snapshot.head.lineage == head.lineage


def surplus(backups: Iterable[Backup], now: datetime) -> list[Backup]:
    """Those to drop: all but the last of a day when older than a week, and all but the last 20."""
    days: set[object] = set()
    kept = 0
    dropped = []
    for backup in sorted(backups, key=lambda b: (b.moment, b.revision), reverse=True):
        old = now - backup.moment > THINNED_AFTER
        day = backup.moment.date()
        if kept == KEPT or (old and day in days):
            dropped.append(backup)
        else:
            kept += 1
            days.add(day)
    return dropped


def forget(paths: Paths, keys: set[Key]) -> None:
    """Rewrite every backup that holds one of these documents, without it. Raises ``OSError``.

    A backup that can't be read any more is left as it is.
    """
    for backup in listed(paths):
        try:
            snapshot = open_snapshot(backup.path, check=False)
        except NotSound:
            continue
        try:
            if any(name in snapshot.slots.get(table, {}) for table, name in keys):
                image = Image(snapshot, snapshot.slots).without(keys)
                write_whole(backup.path, image, snapshot.head)
        except NotSound:
            continue
        finally:
            snapshot.close()
