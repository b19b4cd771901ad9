"""Near-duplicate names, by shared letter triples (Dice's coefficient)."""

import unicodedata
from collections.abc import Sequence

from sessionui.domain.session import Candidate

ALIKE = 0.5


def _triples(text: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    padded = f"  {' '.join(letters.split())} "
    return {padded[i : i + 3] for i in range(len(padded) - 2)}


def alikeness(one: str, two: str) -> float:
    """From 0 (no letter triple shared) to 1 (the same letters)."""
    return _dice(_triples(one), _triples(two))


def _dice(one: set[str], two: set[str]) -> float:
    return 2 * len(one & two) / (len(one) + len(two))


def near_duplicates(candidates: Sequence[Candidate]) -> tuple[tuple[Candidate, Candidate], ...]:
    """Pairs that may mean the same, most alike first; each pair once."""
    triples = [_triples(c.text) for c in candidates]
    pairs = [
        (_dice(triples[n], triples[m]), candidates[n], candidates[m])
        for n in range(len(candidates))
        for m in range(n + 1, len(candidates))
    ]
    alike = sorted((p for p in pairs if p[0] >= ALIKE), key=lambda p: -p[0])
    return tuple((one, two) for _, one, two in alike)
