"""Why a file can't be read or written, in our own words: the system's may be in another language.

What is rare is told by the name that every system gives it (``EIO``), for who has to look it up.
"""

import errno
from pathlib import Path
from typing import Final

from sessionui.domain.wording import N_, Sentence, Value

_FORBIDDEN: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
_NOWHERE: Final = frozenset({errno.ENOENT, errno.ENOTDIR})


def unread(file: str | Path, error: OSError | ValueError) -> Sentence:
    """Why a file can't be read."""
    number = getattr(error, "errno", None)
    values: dict[str, Value] = {"file": str(file)}
    if number in _NOWHERE:
        return Sentence(N_("There is no file {file}."), values)
    if number == errno.EISDIR:
        return Sentence(N_("{file} is a folder, not a file."), values)
    if number in _FORBIDDEN:
        return Sentence(N_("You are not allowed to read {file}."), values)
    return Sentence(N_("{file} can't be read ({code})."), {**values, "code": code_of(error)})


def unwritten(file: str | Path, error: OSError | ValueError) -> Sentence:
    """Why a file could not be written."""
    number = getattr(error, "errno", None)
    values: dict[str, Value] = {"file": str(file)}
    if number in _FORBIDDEN:
        return Sentence(N_("You are not allowed to write {file}."), values)
    if number in _FULL:
        return Sentence(N_("{file} could not be written, because the disk is full."), values)
    return Sentence(N_("{file} could not be written ({code})."), {**values, "code": code_of(error)})


def code_of(error: Exception) -> str:
    """The name of an error that is the same on every system and in every language."""
    return errno.errorcode.get(getattr(error, "errno", None) or 0, type(error).__name__)
