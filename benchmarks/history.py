"""Files with many sessions, forty a partnership, made quickly; and the same in SQLite."""

import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import store.saver
from sessionui.example import example
from store.card_documents import card_document
from store.documents import DocumentStore
from store.mapping import partnership_document, session_documents, urn_documents
from store.shelf import Shelf

EACH = 40
Documents = dict[tuple[str, str], dict[str, Any]]
SIZE = 12 * 1024


def partnership(count: int) -> tuple[str, Documents]:
    """One partnership with ``count`` sessions of some 12 KB with their ballots."""
    told = example("en", date(2026, 11, 12))
    shelf = Shelf(told.partnership)
    found: dict[tuple[str, str], dict[str, Any] | None] = {}
    for n in range(count):
        work = told.works[(n + 1) % len(told.works)]  # not the kick-off first: it has no ballots
        name = f"session-{n:04}"
        session = work.session.but(id=name, rules=work.session.rules.but(secrecy="name"))
        urn, turnout = work.urn.but(id=name), work.turnout.but(id=name)
        made = session_documents(session) | urn_documents(session, urn, turnout)
        size = sum(len(json.dumps(d)) for d in made.values() if d)
        session = session.but(private_notes={"score": "x" * max(SIZE - size, 0)})
        found |= session_documents(session) | urn_documents(session, urn, turnout)
        shelf = shelf.with_session(session, urn)
    found["partnerships", told.partnership.id] = partnership_document(told.partnership)
    found["cards", told.partnership.id] = card_document(shelf)
    return told.partnership.id, {key: d for key, d in found.items() if d is not None}


def partnerships(count: int) -> Iterator[tuple[str, Documents]]:
    """Copies of that partnership under ids of their own, until there are ``count`` sessions."""
    own, found = partnership(min(count, EACH))
    one = json.dumps([[*key, d] for key, d in found.items()])
    for n in range(max(count // EACH, 1)):
        text = one.replace(own, f"{own}-{n}").replace('"session-', f'"{n}-session-')
        yield f"{own}-{n}", {(table, name): d for table, name, d in json.loads(text)}


def make(path: Path, count: int) -> Path:
    """Write the file with ``count`` sessions."""
    usual, store.saver.FOLD_AT = store.saver.FOLD_AT, 10**9  # folded once, at the end
    with DocumentStore.open(path) as made:
        for _, documents in partnerships(count):
            made.put(documents, wait=False)
    store.saver.FOLD_AT = usual
    return path


def make_sqlite(path: Path, count: int) -> Path:
    """The same documents in SQLite, the sessions with an index on their partnership."""
    with sqlite3.connect(path) as base:
        base.execute("create table documents (kind text, id text, owner text, body text)")
        base.execute("create unique index by_id on documents (kind, id)")
        base.execute("create index by_owner on documents (kind, owner)")
        for owner, documents in partnerships(count):
            rows = [(t, n, owner, json.dumps(d)) for (t, n), d in documents.items()]
            base.executemany("insert into documents values (?, ?, ?, ?)", rows)
    base.close()
    return path
