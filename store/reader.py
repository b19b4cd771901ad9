"""Reading documents: what a store opened for reading and one opened for writing have in common."""

import threading

from store.encoding import Document
from store.storage import FileStorage
from store.tables import Database

DRAFTS = "drafts"


class Reader:
    """Documents by table and id. ``mutex``: held by whoever changes them."""

    def __init__(self, storage: FileStorage, mutex: "threading.RLock") -> None:
        self._storage = storage
        self._mutex = mutex
        self._database = Database(storage=lambda: storage)

    def get(self, table: str, id: str) -> Document | None:  # noqa: A002 - the field's name
        """The document, or ``None``. Raises ``Damaged``, ``OSError``."""
        with self._mutex:
            slot = self._storage.slot(table, id)
            if slot is None:
                return None
            found = self._database.documents(table).get(doc_id=slot.doc_id)
            return dict(found) if isinstance(found, dict) else None

    def has(self, table: str, id: str) -> bool:  # noqa: A002 - the field's name
        """Whether there is such a document, without parsing it."""
        with self._mutex:
            return self._storage.slot(table, id) is not None

    def all(self, table: str) -> list[Document]:
        """The documents of a table, oldest first. Raises ``Damaged``, ``OSError``."""
        with self._mutex:
            return [dict(document) for document in self._database.documents(table)]

    def ids(self, table: str) -> list[str]:
        """The ids in a table, oldest first, without parsing a document."""
        with self._mutex:
            return list(self._storage.names(table).values())

    def seals(self) -> dict[tuple[str, str], str]:
        """Every document, by table and id, with its seal; without parsing one."""
        with self._mutex:
            return self._storage.seals()

    def drafts(self) -> dict[str, str]:
        """Half-typed texts by key."""
        return {document["id"]: document["text"] for document in self.all(DRAFTS)}
