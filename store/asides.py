"""Putting a file aside: under a name of its own beside it, never deleted."""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from store import disk
from store.paths import Paths


@dataclass(frozen=True)
class Asides:
    """Names for damaged files of ``paths``; without ``writable`` everything stays where it is."""

    paths: Paths
    writable: bool
    now: datetime

    def name(self) -> str:
        """Where ``move`` will put the main file."""
        main = self.paths.main
        return str(self.paths.aside(main, self.now) if self.writable else main)

    def move(self, path: Path) -> str:
        """Move the file aside; returns where it is now."""
        return self._put(path, "broken", copy=False)

    def copy(self, path: Path, why: str = "broken") -> str:
        """Copy the file aside; returns where the copy is."""
        return self._put(path, why, copy=True)

    def _put(self, path: Path, why: str, *, copy: bool) -> str:
        if not self.writable or not os.path.lexists(path):
            return str(path)
        aside = self.paths.aside(path, self.now, why)
        if copy:
            disk.copy(path, aside)
        else:
            disk.replace(path, aside)
        disk.sync_folder(aside.parent)
        return str(aside)
