"""What is in the file as of now: the last whole revision and what changed since, unparsed."""

from collections.abc import Mapping
from dataclasses import dataclass

from store.encoding import Document, NotSound
from store.errors import Damaged
from store.layout import FILE_DOC_ID, META, OPEN, Slot, Slots, slot_of
from store.snapshot import Snapshot, document_in

Key = tuple[str, str]


@dataclass(frozen=True)
class Image:
    """The contents at one moment. ``base`` reads the documents that ``slots`` has not in memory."""

    base: Snapshot
    slots: Slots

    def without(self, keys: set[Key], tables: frozenset[str] = frozenset()) -> "Image":
        """The image less documents with an open seal, those of ``keys`` and those of ``tables``."""
        kept = {
            table: {
                name: slot
                for name, slot in found.items()
                if slot.seal != OPEN and (table, name) not in keys
            }
            for table, found in self.slots.items()
            if table not in tables
        }
        return Image(self.base, kept)

    @property
    def open_ones(self) -> tuple[str, ...]:
        """What ``without`` leaves out for its seal, as ``table/id``."""
        return tuple(
            f"{table}/{name}"
            for table, found in sorted(self.slots.items())
            for name, slot in sorted(found.items())
            if slot.seal == OPEN
        )


class Contents:
    """Documents by table and id. Not thread-safe: whoever owns it locks."""

    def __init__(self, base: Snapshot) -> None:
        self.base = base
        self._slots: Slots = {table: dict(found) for table, found in base.slots.items()}
        self._changed: set[Key] = set()
        self._names: dict[str, dict[int, str]] = {}

    def slots(self, table: str) -> dict[str, Slot]:
        """The documents of a table by id, in the order of their numbers; not to be changed."""
        return self._slots.get(table, {})

    def slot(self, key: Key) -> Slot | None:
        """The document, or ``None``."""
        return self._slots.get(key[0], {}).get(key[1])

    def tables(self) -> list[str]:
        """The tables that have documents."""
        return [table for table, found in self._slots.items() if found]

    def document(self, table: str, name: str, slot: Slot) -> Document:
        """The document, parsed afresh. Raises ``Damaged``, ``OSError``."""
        try:
            return document_in(self.base, slot)
        except NotSound:
            raise Damaged(table=table, id=name) from None

    def names(self, table: str) -> dict[int, str]:
        """The documents of a table: number to id, in the order of the numbers."""
        names = self._names.get(table)
        if names is None:
            found = sorted((slot.doc_id, name) for name, slot in self.slots(table).items())
            names = self._names[table] = dict(found)
        return names

    def next_doc_id(self, table: str) -> int:
        """A number above those of all documents of the table."""
        names = self.names(table)
        last = next(reversed(names)) if names else 0
        return max(last, FILE_DOC_ID if table == META else 0) + 1

    def set(self, key: Key, slot: Slot | None) -> None:
        """Put the document in, or take it out.

        A number that another document has is not given twice: it gets a new one.
        """
        table, name = key
        self._changed.add(key)
        found = self._slots.setdefault(table, {})
        old = found.get(name)
        names = self.names(table)
        if old is not None and (slot is None or slot.doc_id != old.doc_id):
            del names[old.doc_id]
        if slot is None:
            found.pop(name, None)
            return
        if names.get(slot.doc_id, name) != name:
            slot = slot._replace(doc_id=self.next_doc_id(table))
        found[name] = slot
        if slot.doc_id not in names and slot.doc_id < self.next_doc_id(table) - 1:
            del self._names[table]  # out of order: sort them anew when asked
        else:
            names[slot.doc_id] = name

    def put(self, key: Key, doc_id: int, document: Document | None) -> None:
        """``set`` for a document that isn't encoded yet."""
        self.set(key, None if document is None else slot_of(doc_id, key[0], document))

    def documents(self) -> dict[str, dict[str, Document]]:
        """Everything, parsed: by table and id. Raises ``Damaged``, ``OSError``."""
        return {
            table: {name: self.document(table, name, slot) for name, slot in found.items()}
            for table, found in self._slots.items()
            if found
        }

    def become(self, tables: Mapping[str, Mapping[str, Document]]) -> None:
        """Hold exactly these documents, each with the number that it had."""
        for table in self.tables():
            for name in set(self.slots(table)) - set(tables.get(table, {})):
                self.set((table, name), None)
        for table, documents in tables.items():
            for name, document in documents.items():
                old = self.slot((table, name))
                number = old.doc_id if old else self.next_doc_id(table)
                self.put((table, name), number, document)

    def image(self) -> Image:
        """The contents now."""
        return Image(self.base, {table: dict(found) for table, found in self._slots.items()})

    def capture(self) -> Image:
        """The contents now; what changes from here on is remembered for ``rebase``."""
        self._changed = set()
        return self.image()

    def rebase(self, base: Snapshot) -> Snapshot:
        """``base`` is what was last captured, on disk; keep what changed since on top of it.

        Returns the base until now, for the caller to close.
        """
        fresh: Slots = {table: dict(found) for table, found in base.slots.items()}
        for table, name in self._changed:
            slot = self._slots.get(table, {}).get(name)
            if slot is None:
                fresh.get(table, {}).pop(name, None)
            else:
                fresh.setdefault(table, {})[name] = slot
        self._slots = fresh
        self.base, old = base, self.base
        return old
