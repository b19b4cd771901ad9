"""A whole copy in another folder, for when the file itself can't be saved."""

import os
from pathlib import Path

from store.documents import DocumentStore, now
from store.errors import NotAFile
from store.paths import stamp


def copy_elsewhere(store: DocumentStore, folder: Path) -> Path:
    """Write everything into ``folder``, half-typed text too; returns the path.

    Nothing there is overwritten. Raises ``OSError`` and ``StoreError``.
    """
    path = _free(folder / f"{store.path.stem}-{stamp(now())}{store.path.suffix}")
    if not folder.is_dir():
        raise NotAFile(NotAFile.not_there, folder=str(folder))
    store.copy_to(path)
    return path


def _free(path: Path) -> Path:
    free, count = path, 1
    while os.path.lexists(free):
        count += 1
        free = path.with_name(f"{path.stem}-{count}{path.suffix}")
    return free
