"""How the data file is laid out: TinyDB's JSON, one document a line, an index in the last line.

``{"table": {"1": {…}, "2": {…}}, …}`` as stock TinyDB writes it, but with each document on a line
of its own. The last document is ours (table ``meta``, id ``file``): format, schema, revision, and
an index that says of every other document where its line is and what its checksum must be. So a
reader parses the index and then only the documents it shows.
"""

import itertools
import secrets
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from sessionui.domain.wording import N_
from store.encoding import Document, NotSound, decode, encode
from store.migrations import SCHEMA

FORMAT = "sessionui"
META = "meta"
FILE_ID = "file"
FILE_DOC_ID = 1
END = b"\n}}\n"

OPEN = "open"
CLOSED = "closed"
NO_SEAL = "none"
SEAL_FIELD = "seal"
_FOLDED = 20
SEALED_TABLES = frozenset({"urns", "turnout"})
_SEALS = (NO_SEAL, OPEN, CLOSED)


class Slot(NamedTuple):
    """A document that is known and not parsed: in memory (``data``) or in the file.

    ``length`` in bytes; ``offset`` from the start of the file, -1 for one in memory.
    """

    doc_id: int
    seal: str
    length: int
    crc: int
    offset: int
    data: bytes | None

    def __repr__(self) -> str:
        return f"<Slot {self.doc_id}, {self.length} bytes>"


Slots = dict[str, dict[str, Slot]]
as_slot = partial(tuple.__new__, Slot)  # quicker than Slot(...) where thousands are made


@dataclass(frozen=True)
class Head:
    """What the file says of itself.

    ``lineage``: drawn at random when the file was first made, kept by its copies and backups.
    ``saved``: ISO moment with offset. ``tag``: drawn at random each time the file is written
    whole; ``folded``: the tags of the last journals that are in it. By these a journal is known
    to be on top of exactly this file or in it already, and not of another copy of the file.
    ``lacks``: documents with an open seal that a copy was made without.
    """

    schema: int
    lineage: str
    revision: int
    saved: str
    tag: str
    folded: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()


def folded_with(head: Head, journal: str) -> tuple[str, ...]:
    """The tags of the journals in a file that follows ``head`` and takes in ``journal``."""
    return (*(tag for tag in head.folded if tag != journal), journal)[-_FOLDED:]


def new_tag() -> str:
    """A tag that no other file or journal has."""
    return secrets.token_hex(8)


def seal_of(table: str, document: Mapping[str, Any]) -> str:
    """Whether the document must not be followed from revision to revision.

    ``open``: it is being filled in secret, ``closed``: it was, ``none``: anybody may follow it.
    A document of the tables for secret things that doesn't say is ``open``.
    """
    default = OPEN if table in SEALED_TABLES else NO_SEAL
    seal = document.get(SEAL_FIELD, default)
    return seal if seal in {OPEN, CLOSED, NO_SEAL} else default


def slot_of(doc_id: int, table: str, document: Document) -> Slot:
    """The document, encoded. Raises ``ValueError`` and ``TypeError`` as ``encode`` does."""
    data = encode(document)
    return Slot(doc_id, seal_of(table, document), len(data), zlib.crc32(data), -1, data)


Ordered = list[tuple[str, Slot]]
"""Documents of a table by id, in the order of their numbers."""


class Piece(NamedTuple):
    """A stretch of the file: fixed text, or a document when ``slot`` is given."""

    text: bytes
    table: str = ""
    id: str = ""
    slot: Slot | None = None


def pieces(slots: Mapping[str, Mapping[str, Slot]]) -> Iterator[Piece]:
    """Everything up to the line of the file's own document, in order."""
    for opening, table, ordered in tables_in(slots):
        between = opening
        for name, slot in ordered:
            yield Piece(between + b'"%d": ' % slot.doc_id)
            yield Piece(b"", table, name, slot)
            between = b",\n"
        if not ordered:
            yield Piece(opening)
    yield Piece(own_line_start(slots))


def tables_in(slots: Mapping[str, Mapping[str, Slot]]) -> Iterator[tuple[bytes, str, Ordered]]:
    """Each table: the text before its first document, its name, its documents by number.

    The one with the file's own document comes last, and comes even if it has no other.
    """
    opening = b"{\n"
    for table in [*sorted(t for t in slots if slots[t] and t != META), META]:
        ordered = list(slots.get(table, {}).items())
        if any(a[1].doc_id > b[1].doc_id for a, b in itertools.pairwise(ordered)):
            ordered.sort(key=lambda item: item[1].doc_id)
        yield opening + encode(table) + b": {\n", table, ordered
        opening = b"\n},\n"


def own_line_start(slots: Mapping[str, Mapping[str, Slot]]) -> bytes:
    """What stands before the file's own document."""
    return (b",\n" if slots.get(META) else b"") + b'"%d": ' % FILE_DOC_ID


def last_line(head: Head, slots: Slots, start: int) -> bytes:
    """The file's own document for a body of ``start`` bytes, and the end of the file.

    The index is in columns, a list for each field of a slot: many times quicker to write and to
    read than a list for each document. It is encoded a table at a time, so that other threads
    get their turn.
    """
    document = {
        "id": FILE_ID,
        "format": FORMAT,
        "schema": head.schema,
        "file": head.lineage,
        "revision": head.revision,
        "saved": head.saved,
        "tag": head.tag,
        "folded": head.folded,
        **({"lacks": head.lacks} if head.lacks else {}),
        "size": start,
    }
    columns = [
        encode(table) + b":" + encode(_columns(found)) for table, found in slots.items() if found
    ]
    body = encode(document)[:-1] + b',"places":{' + b",".join(columns) + b"}"
    return body + b',"crc":%d}' % zlib.crc32(body) + END


def _columns(found: Mapping[str, Slot]) -> list[list[Any]]:
    doc_ids, seals, lengths, crcs, offsets, _ = map(list, zip(*found.values(), strict=True))
    digits = [_SEALS.index(seal) for seal in seals]
    return [list(found), doc_ids, digits, lengths, crcs, offsets]


def _slots_in(columns: list[list[Any]]) -> dict[str, Slot]:
    """Raises ``TypeError``, ``ValueError``, ``IndexError`` for what ``_columns`` did not make."""
    names, doc_ids, digits, lengths, crcs, offsets = columns
    seals = [_SEALS[digit] for digit in digits]
    nothing = itertools.repeat(None, len(names))
    fields = zip(doc_ids, seals, lengths, crcs, offsets, nothing, strict=True)
    return dict(zip(names, map(as_slot, fields), strict=True))


def _slots_in_rows(rows: list[list[Any]]) -> dict[str, Slot]:
    """The index as the first versions wrote it."""
    return {
        name: Slot(doc_id, seal, length, crc, offset, None)
        for name, doc_id, seal, length, crc, offset in rows
    }


class LastLine(NamedTuple):
    """The last line, read back."""

    head: Head
    slots: Slots


def read_last_line(line: bytes, start: int | None) -> LastLine:
    """Read the file's own document, which stands at ``start``. Raises ``NotSound``.

    ``None``: wherever it stands; then the offsets of the documents mean nothing.
    """
    body, mark, crc = line.rpartition(b',"crc":')
    if not mark or crc != b"%d}" % zlib.crc32(body):
        raise NotSound(N_("{file}: its last line is damaged."))
    document = decode(line)
    head = head_of(document)
    if start is not None and document.get("size") != start:
        raise NotSound(N_("{file}: it is longer or shorter than it was."))
    try:
        if "places" in document:
            slots = {table: _slots_in(found) for table, found in document["places"].items()}
        else:
            slots = {table: _slots_in_rows(found) for table, found in document["index"].items()}
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        raise NotSound(N_("{file}: its last line is damaged.")) from None
    return LastLine(head, slots)


def head_of(document: object) -> Head:
    """The head in the file's own document. Raises ``NotSound`` when it isn't one.

    Of a newer schema than ours perhaps only that is known.
    """
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise NotSound(N_("{file}: it was not made by sessionui."))
    schema = document.get("schema")
    numbers = [schema, document.get("revision")]
    folded = document.get("folded")
    tags: list[Any] = folded if isinstance(folded, list) else [None]
    texts = [document.get("file"), document.get("saved"), document.get("tag"), *tags]
    if not all(isinstance(n, int) for n in numbers) or not all(isinstance(t, str) for t in texts):
        if isinstance(schema, int) and schema > SCHEMA:
            return Head(schema, "", -1, "", "")  # whatever it says there, we don't know it
        raise NotSound(N_("{file}: its last line is damaged."))
    return Head(
        document["schema"],
        document["file"],
        document["revision"],
        document["saved"],
        document["tag"],
        tuple(tags),
        tuple(map(str, document.get("lacks") or ())),
    )
