"""TinyDB's tables over our storage: they read what is asked for and hand on what was touched.

Stock ``Table`` builds the whole table anew for every change and hands the whole database to the
storage. Ours gives an updater a view that parses documents on access and notes what it changes.
"""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any, Protocol, cast

from tinydb import TinyDB
from tinydb.table import Table

from store.encoding import Document
from store.layout import Slot


class Source(Protocol):
    """What a table needs of the storage."""

    def names(self, table: str) -> Mapping[int, str]:
        """The documents of a table: number to our id, in the order of the numbers."""

    def slot(self, table: str, name: str) -> Slot | None:
        """Where one document is."""

    def parsed(self, table: str, name: str, slot: Slot) -> Document:
        """One document, afresh."""

    def hand_on(self, table: str, changes: Mapping[str, tuple[int, Document | None]]) -> None:
        """Take changes: our id to number and document, ``None`` for one taken out."""


class TableView(Mapping[str, Document]):
    """A table as TinyDB reads it: number (as text) to document, each parsed when asked for."""

    def __init__(self, source: Source, table: str) -> None:
        self._source = source
        self._table = table
        self._names = source.names(table)

    def name(self, number: int) -> str | None:
        """Our id of the document with that number."""
        return self._names.get(number)

    def __getitem__(self, key: str) -> Document:
        name = self._names[int(key)]
        slot = self._source.slot(self._table, name)
        if slot is None:
            raise KeyError(key)
        return self._source.parsed(self._table, name, slot)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key.isdecimal() and int(key) in self._names

    def __iter__(self) -> Iterator[str]:
        return map(str, self._names)

    def __len__(self) -> int:
        return len(self._names)


class _Updated(MutableMapping[int, Document]):
    """A table while it is being updated: remembers what was read, set and deleted."""

    def __init__(self, view: TableView) -> None:
        self._view = view
        self.touched: dict[int, Document | None] = {}

    def __getitem__(self, key: int) -> Document:
        if key not in self.touched:
            # It may be changed in place, so from here on it counts as touched.
            self.touched[key] = self._view[str(key)]
        document = self.touched[key]
        if document is None:
            raise KeyError(key)
        return document

    def __setitem__(self, key: int, document: Document) -> None:
        self.touched[key] = document

    def __delitem__(self, key: int) -> None:
        if key not in self:
            raise KeyError(key)
        self.touched[key] = None

    def __contains__(self, key: object) -> bool:
        if key in self.touched:
            return self.touched[key] is not None
        return str(key) in self._view

    def __iter__(self) -> Iterator[int]:
        return iter([*self._kept(), *self._added()])

    def _kept(self) -> Iterator[int]:
        return (key for key in map(int, self._view) if self.touched.get(key, {}) is not None)

    def _added(self) -> Iterator[int]:
        return (
            k for k, doc in self.touched.items() if doc is not None and str(k) not in self._view
        )

    def __len__(self) -> int:
        return sum(1 for _ in self)


class DocumentTable(Table):
    """A TinyDB table whose documents carry an ``"id"`` of ours, unique in the table."""

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        source = cast("Source", self._storage)
        view = TableView(source, self.name)
        updated = _Updated(view)
        updater(updated)
        changes: dict[str, tuple[int, Document | None]] = {}
        for number, document in updated.touched.items():
            old = view.name(number)
            name = document.get("id") if document is not None else old
            if not isinstance(name, str):
                raise ValueError('a document needs an "id" that is text')
            if old is not None and name != old:
                changes[old] = (number, None)
            changes[name] = (number, dict(document) if document is not None else None)
        source.hand_on(self.name, changes)
        self.clear_cache()

    def set_all(self, documents: Mapping[int, Document | None]) -> None:
        """Set documents by number, whatever was there; ``None`` takes one out."""

        def updater(table: MutableMapping[int, Document]) -> None:
            for number, document in documents.items():
                if document is not None:
                    table[number] = document
                elif number in table:
                    del table[number]

        self._update_table(updater)


class Database(TinyDB):
    """TinyDB with our tables."""

    table_class = DocumentTable

    def documents(self, table: str) -> DocumentTable:
        """The table, typed."""
        # TinyDB's cache of query results would hold on to documents that the journal replaced.
        return cast("DocumentTable", self.table(table, cache_size=0))
