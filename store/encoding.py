"""Documents to bytes and back: plain JSON, one line, ASCII.

ASCII because stock TinyDB opens the file in the encoding of the machine.
"""

import json
import math
from collections.abc import Mapping
from typing import Any, Never

from sessionui.domain.wording import N_

Document = dict[str, Any]

_ENCODER = json.JSONEncoder(allow_nan=False, separators=(",", ":"))


class NotSound(ValueError):  # noqa: N818 - a verdict on the bytes
    """The bytes can't be taken for whole.

    The message says why, without content: a template with ``{file}``, to be translated.
    """


def encode(value: object) -> bytes:
    """The value as one line of JSON without a line end.

    Raises ``ValueError`` for NaN, infinities, circles and nesting without end, ``TypeError`` for
    what JSON does not know.
    """
    try:
        return _ENCODER.encode(value).encode("ascii")
    except RecursionError:
        raise ValueError("nested too deeply") from None


def decode(data: bytes) -> Any:
    """What ``encode`` made into bytes. Raises ``NotSound``."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        raise NotSound(N_("{file}: it is not valid JSON.")) from None


def decode_strictly(data: bytes) -> Any:
    """JSON of unknown origin, in any encoding that JSON allows. Raises ``NotSound``.

    Refused as well: the same name twice in one object, NaN, numbers that overflow.
    """
    try:
        return json.loads(
            data, object_pairs_hook=_once, parse_constant=_refuse, parse_float=_finite
        )
    except NotSound:
        raise
    except RecursionError:
        raise NotSound(N_("{file}: it is nested too deeply.")) from None
    except ValueError:
        raise NotSound(N_("{file}: it is not valid JSON.")) from None


def same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two documents are the same on disk."""
    return encode(one) == encode(other)


def _once(pairs: list[tuple[str, Any]]) -> Document:
    document = dict(pairs)
    if len(document) != len(pairs):
        raise NotSound(N_("{file}: a name stands twice in one place."))
    return document


def _refuse(_: str) -> Never:
    raise NotSound(N_("{file}: a number in it is none."))


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise NotSound(N_("{file}: a number in it is too large."))
    return value
