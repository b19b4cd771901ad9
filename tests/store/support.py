"""What several tests of the store need."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tinydb import TinyDB

Documents = dict[str, dict[str, dict[str, Any]]]

TABLES = (
    "meta",
    "cards",
    "partnerships",
    "sessions",
    "urns",
    "turnout",
    "minutes",
    "drafts",
)


def ticking(start: datetime = datetime(2026, 11, 12, 14, 0, tzinfo=UTC)) -> Callable[[], datetime]:
    """A clock that goes on by a minute each time it is read."""
    now = start

    def clock() -> datetime:
        nonlocal now
        now += timedelta(minutes=1)
        return now

    return clock


def session(name: str, **fields: Any) -> dict[str, Any]:
    return {"id": name, **fields}


def contents(store: Any) -> Documents:
    """Everything in the store, by table and id."""
    found = {table: {d["id"]: d for d in store.all(table)} for table in TABLES}
    return {table: documents for table, documents in found.items() if documents}


def stock(path: Path) -> Documents:
    """Everything that stock TinyDB finds in the file, less the store's own document."""
    with TinyDB(path, access_mode="r") as database:
        found = {t: {d["id"]: dict(d) for d in database.table(t)} for t in database.tables()}
    assert found["meta"].pop("file")["format"] == "sessionui"
    return {table: documents for table, documents in found.items() if documents}


def beside(path: Path) -> dict[str, bytes]:
    """All files in the folder of ``path`` and below, by name."""
    root = path.parent
    return {
        str(p.relative_to(root)): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()
    }


def plain(document: Any) -> Any:
    """As JSON has it."""
    return json.loads(json.dumps(document))
