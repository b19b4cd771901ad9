from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from store.documents import DocumentStore

Opener = Callable[..., DocumentStore]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A data file that isn't there yet, in a folder of its own."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder / "sessions.json"


@pytest.fixture
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """The store's own thread does nothing, so that every file beside is as the calls left it."""
    monkeypatch.setattr("store.keeper.Keeper.wake", lambda self, *, now=False: None)


@pytest.fixture
def opener(file: Path) -> Iterator[Opener]:
    """Opens ``file``; whatever is still open at the end is let go."""
    opened: list[DocumentStore] = []

    def open_it(path: Path = file, **options: Any) -> DocumentStore:
        store = DocumentStore.open(path, **options)
        opened.append(store)
        return store

    yield open_it
    for store in opened:
        store.abandon()
