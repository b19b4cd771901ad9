"""What can go wrong with the file, each as one sentence for people.

No sentence and no ``repr`` carries the content of a document: it may hold marks.
"""

# ruff: noqa: N818 - each is named for what is the case, as the sentence says

import errno
from pathlib import Path

from sessionui.domain.wording import N_, Sentence, Value


class StoreError(Exception):
    """The base of all errors of the store. ``sentence`` is to be translated where it is shown."""

    template = N_("The file can't be used.")

    def __init__(self, template: str | None = None, **values: Value) -> None:
        self.sentence = Sentence(template or self.template, values)
        super().__init__(self.sentence.template.format(**values))


class Locked(StoreError):
    """Another running instance owns the file."""

    template = N_("{file} is already open in another window. The lock is {lock}.")
    with_pid = N_("{file} is already open in another window (process {pid}). The lock is {lock}.")

    def __init__(self, file: Path, lock: Path, pid: int | None) -> None:
        self.pid = pid
        if pid is None:
            super().__init__(file=str(file), lock=str(lock))
        else:
            super().__init__(self.with_pid, file=str(file), lock=str(lock), pid=pid)


class Missing(StoreError):
    """There is no such file, and none was to be made."""

    template = N_("There is no file {file}.")


class NotAFile(StoreError):
    """A directory, a dangling link, a device."""

    template = N_("{file} is not a file.")
    dangling = N_("{file} is a link to a file that does not exist.")
    no_folder = N_("The folder of {file} does not exist and can't be made.")
    not_there = N_("There is no folder {folder}.")


class NoAccess(StoreError):
    """The system does not let us read or write there."""

    template = N_("{file} can't be opened ({code}).")
    denied = N_(
        "You are not allowed to open {file}, or to write in its folder. "
        "With --read-only it can be looked at."
    )
    full = N_("{file} can't be opened, because the disk is full.")

    def __init__(self, error: OSError, file: Path) -> None:
        name = str(error.filename or file)
        if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
            super().__init__(self.denied, file=name)
        elif error.errno in {errno.ENOSPC, errno.EDQUOT}:
            super().__init__(self.full, file=name)
        else:
            code = errno.errorcode.get(error.errno or 0, type(error).__name__)
            super().__init__(file=name, code=code)


class Unreadable(StoreError):
    """The file is damaged and nothing was found to restore it from; it was left as it is."""

    template = N_("{file} is damaged, and there is no backup of it. It was left as it is.")


class NotOurs(StoreError):
    """Sound JSON that this program did not write; it was left as it is."""

    template = N_("{file} was not made by sessionui. It was left as it is.")


class NewerSchema(StoreError):
    """A later version of the program wrote the file; it was left as it is."""

    template = N_("{file} was made by a newer version of sessionui. It was left as it is.")


class CannotMigrate(StoreError):
    """A file of an older version that we can't bring to the present one; left as it is."""

    template = N_("{file} is of an older version and can't be converted. It was left as it is.")


class ReadOnly(StoreError):
    """Something was to be saved in a file that was opened for reading only."""

    template = N_("{file} is open for reading only.")


class Damaged(StoreError):
    """One document can't be read; names where it is, never what it holds."""

    template = N_("A part of the file is damaged: {table}, {id}.")


class Invalid(Damaged):
    """A document is whole but not what it should be; names the field, never what it holds."""

    template = N_("A part of the file is not as it should be: {table}, {id}, {field}.")


class NotFound(StoreError):
    """There is no document with that id."""

    template = N_("There is no such document: {table}, {id}.")


class Unsaved(StoreError):
    """On closing, something is still in memory only."""

    template = N_("Not everything could be saved in {file}.")
