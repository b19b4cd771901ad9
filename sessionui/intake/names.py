"""Names found forgivingly: case, spaces, accents and punctuation don't matter."""

import unicodedata
from collections.abc import Iterable
from typing import Generic, TypeVar

from sessionui.text import one_line

T = TypeVar("T")

# Letters with a stroke and the like, which Unicode does not take apart.
_PLAIN = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"}
)


def fold(text: str) -> str:
    """The letters and digits of ``text``, one space between words: ``"N.V.T. "`` is ``n v t``."""
    plain = unicodedata.normalize("NFKD", one_line(text).casefold()).translate(_PLAIN)
    letters = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(letters).split())


class Lookup(Generic[T]):
    """Things by name; of several that fold to the same the one that is spelled so wins."""

    def __init__(self, named: Iterable[tuple[str, T]]) -> None:
        self._tiers: list[dict[str, list[T]]] = [{}, {}, {}]
        for name, thing in named:
            for tier, key in zip(self._tiers, _keys(name), strict=True):
                things = tier.setdefault(key, [])
                if thing not in things:
                    things.append(thing)

    def find(self, name: str) -> tuple[T, ...]:
        """Everything that goes by that name: nothing, one, or more where it is ambiguous."""
        for tier, key in zip(self._tiers, _keys(name), strict=True):
            if key and key in tier:
                return tuple(tier[key])
        return ()

    def one(self, name: str) -> T | None:
        """The one thing that goes by that name, or ``None``."""
        found = self.find(name)
        return found[0] if len(found) == 1 else None


def _keys(name: str) -> tuple[str, str, str]:
    written = one_line(name)
    return written, written.casefold(), fold(name)
