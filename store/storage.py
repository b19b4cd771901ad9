"""Our TinyDB ``Storage``: parses only what is read, saves only what was touched, all or nothing.

``read`` and ``write`` are what TinyDB knows; ``together`` makes one revision of several changes.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tinydb.storages import Storage

from store.contents import Contents, Key
from store.encoding import Document, encode
from store.errors import ReadOnly
from store.layout import FILE_ID, META, Slot, slot_of
from store.paths import Paths
from store.tables import TableView

if TYPE_CHECKING:
    from store.saver import Saver


class FileStorage(Storage):
    """Documents in ``contents``; changes go to ``saver``, or nowhere when that is ``None``."""

    def __init__(self, paths: Paths, contents: Contents, saver: "Saver | None") -> None:
        self._paths = paths
        self._contents = contents
        self._saver = saver
        self._batch: dict[Key, Slot | None] | None = None

    # What TinyDB knows.

    def read(self) -> dict[str, dict[str, Any]] | None:
        """All tables; each parses a document when it is asked for."""
        tables: dict[str, Any] = {t: TableView(self, t) for t in self._contents.tables()}
        return tables or None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Make the database hold exactly ``data``. Raises ``ValueError``, ``TypeError``."""
        with self.together():
            for table in set(self._contents.tables()) - set(data):
                self._write_table(table, {})
            for table, documents in data.items():
                if not isinstance(documents, TableView):
                    self._write_table(table, documents)

    def _write_table(self, table: str, documents: Mapping[str, Document]) -> None:
        names = {document["id"] for document in documents.values()}
        gone = {n: (i, None) for i, n in self.names(table).items() if n not in names}
        self.hand_on(table, gone)
        self.hand_on(table, {d["id"]: (int(n), d) for n, d in documents.items()})

    def close(self) -> None:
        """Nothing: the store closes what it opened."""

    # What our tables know.

    def names(self, table: str) -> Mapping[int, str]:
        """The documents of a table: number to our id; within ``together`` as they will be."""
        known = self._contents.names(table)
        touched = {n: s for (t, n), s in (self._batch or {}).items() if t == table}
        if not touched:
            return known
        kept = {number: name for number, name in known.items() if name not in touched}
        added = {slot.doc_id: name for name, slot in touched.items() if slot is not None}
        return dict(sorted((kept | added).items()))

    def slot(self, table: str, name: str) -> Slot | None:
        """Where one document is; within ``together`` where it will be."""
        key = (table, name)
        return self._batch[key] if self._batch and key in self._batch else self._contents.slot(key)

    def seals(self) -> dict[Key, str]:
        """Every document with its seal."""
        found = self._contents.image().slots
        return {(t, name): slot.seal for t in found for name, slot in found[t].items()}

    def parsed(self, table: str, name: str, slot: Slot) -> Document:
        """One document, afresh. Raises ``Damaged``, ``OSError``."""
        return self._contents.document(table, name, slot)

    def hand_on(self, table: str, changes: Mapping[str, tuple[int, Document | None]]) -> None:
        """Take changes; one revision each time, unless within ``together``.

        Raises ``ValueError`` and ``TypeError`` for a document that JSON can't hold; nothing
        is changed then.
        """
        if self._saver is None:
            raise ReadOnly(file=str(self._paths.main))
        if (table == META) and FILE_ID in changes:
            raise ValueError("that document is the store's own")
        slots = {
            (table, name): None if document is None else slot_of(number, table, document)
            for name, (number, document) in changes.items()
        }
        changed = {key: slot for key, slot in slots.items() if not self._is_same(key, slot)}
        if self._batch is not None:
            self._batch |= changed
        elif changed:
            self._saver.take(changed, unlinkable=False)

    def _is_same(self, key: Key, slot: Slot | None) -> bool:
        """Whether this document is so already; read and not changed, as an update does."""
        old = self.slot(*key)
        if old is None or slot is None:
            return old is slot
        same = (old.doc_id, old.crc, old.length) == (slot.doc_id, slot.crc, slot.length)
        return same and encode(self.parsed(*key, old)) == slot.data

    @contextmanager
    def together(self, *, unlinkable: bool = False) -> Iterator[None]:
        """Make one revision of everything changed within; none at all if an error leaves it."""
        if self._batch is not None:
            raise RuntimeError("already together")
        self._batch = {}
        try:
            yield
            if self._batch and self._saver is not None:
                self._saver.take(self._batch, unlinkable=unlinkable)
        finally:
            self._batch = None
