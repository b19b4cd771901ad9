"""Files that aren't laid out as we write them: by another program, or damaged."""

import zlib
from collections.abc import Iterator

from sessionui.domain.wording import N_
from store.encoding import Document, NotSound, decode_strictly
from store.layout import (
    FILE_ID,
    FORMAT,
    META,
    Head,
    LastLine,
    Slots,
    head_of,
    read_last_line,
    slot_of,
)
from store.migrations import SCHEMA


class Foreign(NotSound):
    """Sound JSON, but not ours."""


def salvaged(data: bytes) -> LastLine | None:
    """What is left of a damaged file: its last line if that is whole, and the lines it names.

    A document whose line isn't there any more has an offset of -1.
    """
    lines = data.split(b"\n")
    line = next((found for text in reversed(lines) if (found := _own_line(text))), None)
    if line is None:
        return None
    places: dict[tuple[int, int, int], int] = {}
    at = 0
    for text in lines:
        number, mark, document = text.rstrip(b",").partition(b": ")
        if mark and number[1:-1].isdigit():
            place = (int(number[1:-1]), len(document), zlib.crc32(document))
            places[place] = at + len(number) + len(mark)
        at += len(text) + 1
    slots = {
        table: {
            name: slot._replace(offset=places.get((slot.doc_id, slot.length, slot.crc), -1))
            for name, slot in found.items()
        }
        for table, found in line.slots.items()
    }
    return LastLine(line.head, slots)


def _own_line(text: bytes) -> LastLine | None:
    try:
        return read_last_line(text.partition(b": ")[2], None)
    except NotSound:
        return None


def rewritten(data: bytes) -> tuple[Head, Slots]:
    """The documents of a file that another program wrote, all in memory.

    None when they are of a newer schema that we don't understand. Raises ``NotSound``,
    ``Foreign``.
    """
    if not data.strip(b"\0 \r\n\t"):
        raise NotSound(N_("{file}: it is empty."))
    tables = decode_strictly(data)
    if not isinstance(tables, dict):
        raise Foreign(N_("{file}: it was not made by sessionui."))
    head = _own_document(tables)
    try:
        return head, _slots(tables)
    except NotSound:
        if head.schema > SCHEMA:
            return head, {}
        raise


def _slots(tables: Document) -> Slots:
    slots: Slots = {}
    for table, documents in tables.items():
        found = slots.setdefault(table, {})
        for doc_id, document in _checked(documents):
            if (table, document["id"]) == (META, FILE_ID):
                continue
            if document["id"] in found:
                raise NotSound(N_("{file}: an id stands twice."))
            found[document["id"]] = slot_of(doc_id, table, document)
    return slots


def _own_document(tables: Document) -> Head:
    meta = tables.get(META)
    if isinstance(meta, dict):
        for document in meta.values():
            if isinstance(document, dict) and document.get("format") == FORMAT:
                return head_of(document)
    raise Foreign(N_("{file}: it was not made by sessionui."))


def _checked(documents: object) -> Iterator[tuple[int, Document]]:
    if not isinstance(documents, dict):
        raise NotSound(N_("{file}: it is not a list of documents."))
    for key, document in documents.items():
        if not isinstance(document, dict) or not isinstance(document.get("id"), str):
            raise NotSound(N_("{file}: a document has no id."))
        if not (key.isascii() and key.isdigit()):
            raise NotSound(N_("{file}: a document has no number."))
        yield int(key), document
