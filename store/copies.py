"""The copies that lie beside a file: backups, the file before, damaged ones, conflict copies."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from store import backups
from store.encoding import NotSound
from store.layout import META
from store.migrations import SCHEMA
from store.paths import Paths, moment_of
from store.snapshot import Snapshot, document_in, open_snapshot

PREVIOUS = "previous"
BROKEN = "broken"
CONFLICT = "conflict"

_ASIDE = re.compile(r"(?P<stamp>\d{8}T\d{6}Z)(-\d+)?")


@dataclass(frozen=True)
class Inside:
    """What is in a copy. ``last``: ISO date of the last session, ``""`` when not known.

    ``unreadable``: how many documents are damaged; ``newer``: a newer program wrote it.
    """

    partnerships: int
    sessions: int
    last: str
    unreadable: int
    newer: bool


@dataclass(frozen=True)
class Copy:
    """One copy. ``why``: ``previous``, ``broken``, ``conflict``, or the reason of a backup.

    ``moment``: when what is in it was saved, or when it was put aside. ``inside`` is ``None``
    when nothing in it can be read.
    """

    path: Path
    why: str
    moment: datetime
    revision: int
    inside: Inside | None


def copies(paths: Paths) -> list[Copy]:
    """All copies there are, newest first."""
    found = [_copy(path, why, moment) for path, why, moment in _places(paths)]
    return sorted(found, key=lambda c: (c.moment, c.revision, c.path.name), reverse=True)


def _places(paths: Paths) -> Iterator[tuple[Path, str, datetime]]:
    for backup in backups.listed(paths):
        yield backup.path, backup.reason, backup.moment
    if paths.previous.is_file():
        changed = datetime.fromtimestamp(paths.previous.stat().st_mtime, UTC)
        yield paths.previous, PREVIOUS, changed
    for why in (BROKEN, CONFLICT):
        for path, moment in put_aside(paths.main, why):
            yield path, why, moment


def put_aside(file: Path, why: str) -> list[tuple[Path, datetime]]:
    """What ``Asides`` made of ``file``, with the moment at which it did."""
    start = f"{file.name}.{why}-"
    found = []
    for path in sorted(file.parent.iterdir()) if file.parent.is_dir() else []:
        match = _ASIDE.fullmatch(path.name.removeprefix(start))
        if path.name.startswith(start) and match and path.is_file():
            try:
                found.append((path, moment_of(match["stamp"])))
            except ValueError:
                continue
    return found


def _copy(path: Path, why: str, moment: datetime) -> Copy:
    try:
        snapshot = open_snapshot(path, check=True)
    except (NotSound, OSError):
        return Copy(path, why, moment, -1, None)
    try:
        with suppress(ValueError):  # then the moment at which it was made has to do
            moment = datetime.fromisoformat(snapshot.head.saved).astimezone(UTC)
        return Copy(path, why, moment, snapshot.head.revision, _inside(snapshot))
    finally:
        snapshot.close()


def _inside(snapshot: Snapshot) -> Inside:
    def count(table: str) -> int:
        bad = sum(t == table for t, _ in snapshot.bad)
        return len(snapshot.slots.get(table, {})) - bad

    unreadable = len([key for key in snapshot.bad if key[0] != META])
    newer = snapshot.head.schema > SCHEMA
    last = _last(snapshot)
    return Inside(count("partnerships"), count("sessions"), last, unreadable, newer)


def _last(snapshot: Snapshot) -> str:
    """From the cards, which say it: parsing years of sessions for a list takes too long."""
    dates = [""]
    for slot in snapshot.slots.get("cards", {}).values():
        try:
            dates.append(str(document_in(snapshot, slot).get("session_date", "")))
        except (NotSound, json.JSONDecodeError):
            continue
    return max(dates)
