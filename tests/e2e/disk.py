"""What lies on the disk, read without the product: files, JSON documents, journal lines."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def files(folder: Path) -> list[Path]:
    """Every file below ``folder``: data, previous, journal, backups, lock, logs."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def documents(folder: Path) -> Iterator[tuple[Path, str, dict[str, Any]]]:
    """Each document of each whole file below ``folder``, with its table."""
    for path in files(folder):
        for table, rows in _tables(path).items():
            for document in rows.values():
                yield path, table, document


def _tables(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes())
    except ValueError:  # the journal, a lock
        return {}
    if not isinstance(found, dict) or not all(isinstance(rows, dict) for rows in found.values()):
        return {}  # another file of JSON: how a window for the room finds us
    return found


def lines(folder: Path) -> Iterator[tuple[Path, str]]:
    """Each line of each file, and each of its documents on its own."""
    for path in files(folder):
        for line in path.read_bytes().splitlines():
            yield path, line.decode(errors="replace")
    for path, table, document in documents(folder):
        yield path, f"{table} {json.dumps(document, ensure_ascii=False)}"


def revisions(folder: Path, table: str, name: str) -> set[str]:
    """The distinct contents of one document in all files together."""
    return {
        json.dumps(document, sort_keys=True)
        for _path, where, document in documents(folder)
        if where == table and document.get("id") == name
    }
