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


class Piece(NamedTuple):
    """A stretch of the file: fixed text, or a document when ``slot`` is given."""

    text: bytes
    table: str = ""
    id: str = ""
    slot: Slot | None = None


def pieces(slots: Mapping[str, Mapping[str, Slot]]) -> Iterator[Piece]:
    """Everything up to the line of the file's own document, in order."""
    opening = b"{\n"
    for table in sorted(t for t in slots if slots[t] and t != META):
        yield Piece(opening + encode(table) + b": {\n")
        yield from _documents(table, slots[table])
        opening = b"\n},\n"
    yield Piece(opening + encode(META) + b": {\n")
    if slots.get(META):
        yield from _documents(META, slots[META])
        yield Piece(b",\n")
    yield Piece(b'"%d": ' % FILE_DOC_ID)


def _documents(table: str, slots: Mapping[str, Slot]) -> Iterator[Piece]:
    ordered = sorted(slots.items(), key=lambda item: item[1].doc_id)
    for between, (name, slot) in zip(
        itertools.chain([b""], itertools.repeat(b",\n")), ordered, strict=False
    ):
        yield Piece(b'%s"%d": ' % (between, slot.doc_id))
        yield Piece(b"", table, name, slot)


def last_line(head: Head, slots: Slots, start: int) -> bytes:
    """The file's own document for a body of ``start`` bytes, and the end of the file."""
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
        "index": {
            table: [
                [name, s.doc_id, s.seal, s.length, s.crc, s.offset] for name, s in found.items()
            ]
            for table, found in slots.items()
            if found
        },
    }
    body = encode(document)[:-1]
    return body + b',"crc":%d}' % zlib.crc32(body) + END


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
        slots = {
            table: {
                name: Slot(doc_id, seal, length, crc, offset, None)
                for name, doc_id, seal, length, crc, offset in rows
            }
            for table, rows in document["index"].items()
        }
    except (AttributeError, KeyError, TypeError, ValueError):
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
