"""Where the data file lies and how the files beside it are called."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from store.errors import NoAccess, NotAFile


def default_file() -> Path:
    """The data file in the user's data folder."""
    # Loaded here: a start with a file named on the command line doesn't need it.
    import platformdirs

    return platformdirs.user_data_path("sessionui", appauthor=False) / "sessionui.json"


def stamp(moment: datetime) -> str:
    """A moment for a file name, to the second, in UTC."""
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def moment_of(text: str) -> datetime:
    """The moment that ``stamp`` wrote. Raises ``ValueError``."""
    return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


@dataclass(frozen=True)
class Paths:
    """The data file and everything that may lie beside it."""

    main: Path

    @classmethod
    def of(cls, file: Path | str) -> "Paths":
        """The paths for ``file``; links are followed, so that the real file is replaced.

        Raises ``NotAFile`` for a directory, a dangling link, a device; ``NoAccess``.
        """
        path = Path(file)
        real = Path(os.path.realpath(path))
        try:
            there = real.exists()
            if path.is_symlink() and not there:
                raise NotAFile(NotAFile.dangling, file=str(path))
            if there and not real.is_file():
                raise NotAFile(file=str(path))
        except OSError as error:
            raise NoAccess(error, path) from error
        return cls(real)

    def _beside(self, ending: str) -> Path:
        return self.main.with_name(self.main.name + ending)

    @property
    def folder(self) -> Path:
        """The folder of all of them."""
        return self.main.parent

    @property
    def journal(self) -> Path:
        """What was saved since the file was last written whole."""
        return self._beside("-journal")

    @property
    def previous(self) -> Path:
        """A second whole copy: the file before it was last written, or the like."""
        return self._beside(".prev")

    @property
    def lock(self) -> Path:
        """Held by the one instance that may write."""
        return self._beside(".lock")

    @property
    def backups(self) -> Path:
        """The folder of backups."""
        return self._beside("-backups")

    @property
    def temporary(self) -> Path:
        """The file while it is being written."""
        return self._beside(".tmp")

    def aside(self, path: Path, moment: datetime, why: str = "broken") -> Path:
        """A free name to move a damaged file to."""
        name = f"{path.name}.{why}-{stamp(moment)}"
        free = path.with_name(name)
        count = 1
        while os.path.lexists(free):
            count += 1
            free = path.with_name(f"{name}-{count}")
        return free


def temporary_of(path: Path) -> Path:
    """The name under which ``path`` is written before it gets its own."""
    return path.with_name(path.name + ".tmp")
