"""Files with 1, 40, 400 and 4,000 sessions of about 12 KB each, made from the worked example."""

from datetime import date
from pathlib import Path

from sessionui.example import example
from store.tinydb_repository import TinyDbRepository


def make(path: Path, sessions: int) -> Path:
    """Write a file with that many sessions, seven a partnership at most; return its path."""
    repository = TinyDbRepository.open(path)
    left = sessions
    n = 0
    while left > 0:
        told = example("en", date(2026, 11, 12), seed=str(n))
        works = told.works[: min(left, len(told.works))]
        for work in works:
            repository.save(None, work.but(partnership=told.partnership))
        left -= len(works)
        n += 1
    repository.close()
    return path
