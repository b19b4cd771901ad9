"""Writing a file that was asked for: never over another one unless that was asked for too."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from sessionui.commands.writing import answer
from sessionui.domain.wording import N_, Refused
from sessionui.locale import _
from sessionui.minutes import write
from sessionui.minutes.files import NotWritten

FORCE: Final = "--force"


def put(path: Path, content: bytes, *, force: bool, private: bool = False) -> None:
    """Write a file and say where; see ``sessionui.minutes.write``."""
    try:
        write(path, content, force=force, private=private)
    except NotWritten as problem:
        if not problem.exists:
            raise
        raise Refused(
            N_("{file} already exists. Choose another name, or add {option} to overwrite it."),
            file=str(path),
            option=FORCE,
        ) from problem
    answer(_("Written: {file}").format(file=str(path)))


def all_free(paths: Iterable[Path], *, force: bool) -> None:
    """Raise ``Refused`` when one of several files is there, before any of them is written."""
    there = [] if force else [path for path in paths if path.exists()]
    if there:
        raise Refused(
            N_(
                "{file} already exists, so nothing was written. Choose another folder, or add "
                "{option} to overwrite what is there."
            ),
            file=str(there[0]),
            option=FORCE,
        )
