"""Where a window finds the application that has a data file open, and what lets it in.

One small file for each data file, in the user's state folder, readable by its owner alone. Its
name says nothing of the data file; in it are a port and a key that is new at every start.
"""

import hashlib
import json
import os
import secrets
import stat
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from platformdirs import user_state_path

KEY_BYTES = 32
TRIES = 25
LARGEST = 1024
"""Bytes of such a file at most; ours have about a hundred."""


@dataclass(frozen=True)
class WayIn:
    """The port on 127.0.0.1, and the key that both sides prove to have."""

    port: int
    key: bytes = field(repr=False)


def new_key() -> bytes:
    """256 random bits."""
    return secrets.token_bytes(KEY_BYTES)


def place_of(file: Path) -> Path:
    """The file with the way in for a data file; the same however the path is written."""
    real = os.path.normcase(os.path.realpath(file))
    name = hashlib.sha256(os.fsencode(real)).hexdigest()[:32]
    return user_state_path("sessionui", appauthor=False) / "wall" / f"{name}.json"


def write(place: Path, way: WayIn) -> None:
    """Put the way in there, whole or not at all, in place of an earlier one. Raises ``OSError``."""
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    new = place.with_name(f"{place.name}.{secrets.token_hex(4)}")
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as opened:
            json.dump({"port": way.port, "key": way.key.hex()}, opened)
        _replace(new, place)
    except OSError:
        with suppress(OSError):
            new.unlink()
        raise


def _replace(new: Path, place: Path) -> None:
    """Windows refuses it while a window has just opened the old one to look."""
    for _ in range(TRIES - 1):
        try:
            new.replace(place)
        except PermissionError:
            time.sleep(0.02)
        else:
            return
    new.replace(place)


def read(place: Path) -> WayIn | None:
    """The way in, or ``None``: there is none, it is damaged, or others could have written it."""
    try:
        handle = os.open(place, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(handle, "rb") as opened:
            if not _mine_alone(os.fstat(handle)):
                return None
            return _way_in(opened.read(LARGEST + 1))
    except OSError:
        return None


def remove(place: Path, way: WayIn) -> None:
    """Take it away again, unless somebody wrote another one since."""
    if read(place) == way:
        with suppress(OSError):
            place.unlink()


def _mine_alone(status: os.stat_result) -> bool:
    """Whether it is a plain file that nobody else can read or write.

    On Windows the folder sees to that: each user has one of their own.
    """
    if not stat.S_ISREG(status.st_mode):
        return False
    if os.name == "nt":
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & 0o077


def _way_in(content: bytes) -> WayIn | None:
    if len(content) > LARGEST:
        return None
    try:
        found = json.loads(content)
        port, key = int(found["port"]), bytes.fromhex(found["key"])
    except (ValueError, KeyError, TypeError):
        return None
    if len(key) != KEY_BYTES or not 0 < port < 65536:
        return None
    return WayIn(port, key)
