"""The data file that a command is about, opened and closed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sessionui.domain.wording import N_, Refused
from store.errors import NotFound
from store.paths import default_file

if TYPE_CHECKING:
    from sessionui.domain.session import Session
    from store.repository import Repository
    from store.tinydb_repository import TinyDbRepository

EXAMPLE = "example.json"


def data_file(given: str | None) -> Path:
    """The file that was given, or the user's own."""
    return default_file() if given is None else Path(given)


def example_file(given: str | None) -> Path:
    """The file that was given, or one beside the user's own: never that one itself."""
    return default_file().with_name(EXAMPLE) if given is None else Path(given)


@contextmanager
def opened(path: Path, *, read_only: bool, create: bool = False) -> "Iterator[TinyDbRepository]":
    """The repository in the file, closed at the end. Raises a ``StoreError`` with a sentence.

    Reading alone needs no lock, so a running application is no obstacle.
    """
    # Opening the application needs the path alone; it opens the file itself.
    from store.tinydb_repository import TinyDbRepository

    with TinyDbRepository.open(path, read_only=read_only, create=create) as repository:
        yield repository


def session_in(repository: "Repository", session_id: str) -> "Session":
    """The session with that id. Raises ``Refused`` when there is none."""
    try:
        return repository.session(session_id)
    except NotFound:
        raise Refused(
            N_("There is no session {id} in this file. List them: sessionui sessions"),
            id=session_id,
        ) from None
