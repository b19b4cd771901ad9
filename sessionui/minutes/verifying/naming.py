"""What viewers of a PDF show around its pages: title, author, subject, and what pages are called.

Programs that save a file again may leave these out. That they made it, and when, doesn't matter.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from pypdf import PdfReader
from pypdf.errors import PyPdfError

SHOWN_KEYS: Final = ("/Title", "/Author", "/Subject")


def names_of(reader: PdfReader) -> frozenset[tuple[str, str]]:
    """What is shown, by what it is; pages that are called by their own numbers aren't in it."""
    told = (*_of_information(reader), *_of_packet(reader), *_of_pages(reader.root_object))
    return frozenset((key, text) for key, text in told if text.strip())


def _of_information(reader: PdfReader) -> Iterator[tuple[str, str]]:
    information = reader.metadata
    for key in SHOWN_KEYS:
        if information is not None and key in information:
            yield key, str(information[key])


def _of_packet(reader: PdfReader) -> Iterator[tuple[str, str]]:
    """Of XMP, which some viewers prefer."""
    try:
        packet = reader.xmp_metadata
        if packet is None:
            return
        yield from (("/Title", str(text)) for text in (packet.dc_title or {}).values())
        yield from (("/Author", str(text)) for text in packet.dc_creator or ())
        yield from (("/Subject", str(text)) for text in (packet.dc_description or {}).values())
    except PyPdfError:
        yield "/Metadata", "unread"


def _of_pages(root: Any) -> Iterator[tuple[str, str]]:
    for node in _nodes(root.get("/PageLabels")):
        entries = list(_list(node.get("/Nums")))
        for start, label in zip(entries[::2], entries[1::2], strict=True):
            if not _is_plain(int(_there(start)), _there(label)):
                yield "/PageLabels", str(start)


def _is_plain(start: int, label: Any) -> bool:
    """Whether pages from ``start``, counted from 0, are called 1, 2, 3 as without labels."""
    return (
        isinstance(label, dict)
        and label.keys() <= {"/Type", "/S", "/St"}
        and label.get("/S") == "/D"
        and label.get("/St", 1) == start + 1
    )


def _nodes(top: Any) -> Iterator[Any]:
    """Every node of a tree of numbers, each once."""
    waiting, seen = [top], set[int]()
    while waiting:
        node = _there(waiting.pop())
        if isinstance(node, dict) and id(node) not in seen:
            seen.add(id(node))
            yield node
            waiting += _list(node.get("/Kids"))


def _list(value: Any) -> Iterable[Any]:
    found = _there(value)
    return found if isinstance(found, list) else ()


def _there(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value
