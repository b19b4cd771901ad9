"""The parts of a PDF as text that is the same for what looks the same.

Numbers of objects, names of resources, compression and the order of keys differ when another
program saves a file again; fonts, pictures and what is drawn don't.
"""

from hashlib import sha256
from typing import Any, Final

from pypdf.generic import (
    ArrayObject,
    ContentStream,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

PASSED_OVER: Final = frozenset(
    {
        "/Length",
        "/Filter",
        "/DecodeParms",
        "/Parent",
        "/P",
        "/StructParent",
        "/StructParents",
        "/Metadata",
        "/PieceInfo",
        "/LastModified",
        "/M",
        "/NM",
    }
)
"""Keys that say how something is kept, or what it belongs to."""

DIGITS: Final = 3
"""Decimals of a number that are looked at: thousandths of a point."""

_KINDS: Final = {
    b"Tf": "/Font",
    b"Do": "/XObject",
    b"cs": "/ColorSpace",
    b"CS": "/ColorSpace",
    b"gs": "/ExtGState",
    b"scn": "/Pattern",
    b"SCN": "/Pattern",
    b"sh": "/Shading",
    b"BDC": "/Properties",
    b"DP": "/Properties",
}
"""In which part of the resources an operator looks up a name."""


class Teller:
    """Tells values of one file. An object that many refer to is looked at once."""

    def __init__(self) -> None:
        self._known: dict[int, str] = {}
        self._above: set[int] = set()

    def told(self, value: Any) -> str:
        """A value with all that it refers to; whatever holds other values as a digest of them."""
        if not isinstance(value, IndirectObject):
            return self._direct(value)
        if value.idnum in self._above:
            return "above"
        if value.idnum not in self._known:
            self._above.add(value.idnum)
            self._known[value.idnum] = self._direct(value.get_object())
            self._above.discard(value.idnum)
        return self._known[value.idnum]

    def _direct(self, value: Any) -> str:
        match value:
            case DictionaryObject() if value.get("/Type") == "/Page":
                return "page"
            case DictionaryObject():
                return _digest(self._entries(value))
            case ArrayObject() | list() | tuple():
                return _digest(" ".join(self.told(entry) for entry in value))
            case _:
                return _plain(value)

    def _entries(self, value: DictionaryObject) -> str:
        kept = sorted(key for key in value if key not in PASSED_OVER)
        said = [f"{key} {self.told(value.raw_get(key))}" for key in kept]
        if isinstance(value, StreamObject):
            said.append(sha256(_bytes(value)).hexdigest())
        return "\n".join(said)


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()


def _plain(value: Any) -> str:
    match value:
        case FloatObject() | NumberObject() | int() | float():
            return f"{round(float(value), DIGITS) + 0:g}"
        case NameObject():
            return str(value)
        case TextStringObject():
            return repr(value.original_bytes)
        case bytes():
            return repr(bytes(value))
        case _:
            return repr(value)


def _bytes(stream: StreamObject) -> bytes:
    return bytes(stream.get_data())


def steps_of(page: Any, teller: Teller) -> tuple[str, ...]:
    """What is drawn on a page of pypdf, step by step, with the fonts and pictures themselves."""
    contents = page.get_contents()
    if contents is None:
        return ()
    resources = page.get("/Resources")
    held = resources.get_object() if resources is not None else {}
    names = _Resources(held, teller)
    operations = ContentStream(contents, page.pdf).operations
    return tuple(names.step(operands, bytes(operator)) for operands, operator in operations)


class _Resources:
    """The fonts, pictures and colours of a page by their names on it; each is told once."""

    def __init__(self, held: Any, teller: Teller) -> None:
        self._held = held
        self._teller = teller
        self._told: dict[tuple[str, str], str] = {}

    def step(self, operands: Any, operator: bytes) -> str:
        entries = operands.items() if isinstance(operands, dict) else operands  # of an inline image
        said = [self._operand(entry, operator) for entry in entries]
        return " ".join([*said, operator.decode("latin-1")])

    def _operand(self, operand: Any, operator: bytes) -> str:
        kind = _KINDS.get(operator)
        if kind and isinstance(operand, NameObject):
            return self._named(kind, operand)
        return self._teller.told(operand)

    def _named(self, kind: str, name: str) -> str:
        known = self._told.get((kind, name))
        if known is None:
            group = self._held.get(kind)
            group = DictionaryObject() if group is None else group.get_object()
            raw = group.raw_get(name) if name in group else None
            # What isn't a resource is a word of its own, as /DeviceRGB or /Artifact.
            known = name if raw is None else self._teller.told(raw)
            self._told[kind, name] = known
        return known
