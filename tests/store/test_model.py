"""Random work, crashes and reopenings against a plain dictionary."""

import shutil
import tempfile
from pathlib import Path
from typing import Any
from unittest.mock import patch

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

import store.snapshot
from store.documents import DocumentStore
from store.keeper import Keeper
from store.layout import OPEN, SEAL_FIELD, SEALED_TABLES, seal_of
from store.snapshot import open_snapshot
from tests.store.support import Documents, contents, stock, ticking

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
TABLES = st.sampled_from(["cards", "sessions", "meta", "urns", "turnout"])
IDS = st.sampled_from(["a", "b", "é", '"', "0"])
SEALS = st.sampled_from([{}, {SEAL_FIELD: "open"}, {SEAL_FIELD: "closed"}, {SEAL_FIELD: "none"}])


class Quiet(Keeper):
    """Does nothing by itself: what hypothesis repeats must come out the same."""

    def wake(self, *, now: bool = False) -> None:
        pass


def _take(documents: Documents, changes: dict[tuple[str, str], Any]) -> None:
    for (table, name), document in changes.items():
        documents.setdefault(table, {}).pop(name, None)
        if document is not None:
            documents[table][name] = document


class Model(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.file = self.folder / "x.json"
        self.clock = ticking()
        self.model: Documents = {}
        # What survives a crash: all but what waits for the whole file to be written.
        self.safe: Documents = {}
        self.store: DocumentStore | None = None
        self.clean: Documents = {}

    @initialize(large=st.booleans())
    def start(self, large: bool) -> None:
        store.snapshot.WHOLE = 0 if large else 8 * 1024 * 1024
        self.open()

    def teardown(self) -> None:
        store.snapshot.WHOLE = 8 * 1024 * 1024
        if self.store is not None:
            self.store.abandon()
        shutil.rmtree(self.folder)

    @precondition(lambda self: self.store is None)
    @rule()
    def open(self) -> None:
        with patch("store.rescue.Keeper", Quiet):
            self.store = DocumentStore.open(self.file, clock=self.clock)
        assert self.store.notices == ()

    @precondition(lambda self: self.store is not None)
    @rule(
        changes=st.dictionaries(
            st.tuples(TABLES, IDS),
            st.none() | st.tuples(st.dictionaries(st.text(), VALUES, max_size=2), SEALS),
            max_size=3,
        ),
        unlinkable=st.booleans(),
        wait=st.booleans(),
    )
    def put(self, changes: dict[tuple[str, str], Any], unlinkable: bool, wait: bool) -> None:
        assert self.store is not None
        made = {k: v and {**v[0], **v[1], "id": k[1]} for k, v in changes.items()}
        saver = self.store._saver
        assert saver is not None
        forced = saver.forced
        self.store.put(made, unlinkable=unlinkable, wait=wait)
        _take(self.model, made)
        if saver.forced == forced:
            _take(self.safe, made)
        elif wait:
            self.all_is_safe()

    def all_is_safe(self) -> None:
        self.safe = {table: dict(documents) for table, documents in self.model.items()}

    @precondition(lambda self: self.store is not None)
    @rule()
    def settle(self) -> None:
        assert self.store is not None
        assert self.store.settle()
        self.all_is_safe()

    @precondition(lambda self: self.store is not None)
    @rule(key=IDS, text=st.none() | st.text())
    def draft(self, key: str, text: str | None) -> None:
        assert self.store is not None
        self.store.draft(key, text)
        made = {("drafts", key): None if text is None else {"id": key, "text": text}}
        _take(self.model, made)
        _take(self.safe, made)

    @precondition(lambda self: self.store is not None)
    @rule(reason=st.sampled_from(["fold", "reveal"]))
    def keep(self, reason: str) -> None:
        assert self.store is not None
        if reason == "fold":
            assert self.store.fold()
            self.all_is_safe()
        else:
            self.store.backup(reason)

    @precondition(lambda self: self.store is not None)
    @rule()
    def close(self) -> None:
        assert self.store is not None
        self.store.close()
        self.all_is_safe()
        self.store = None
        assert stock(self.file) == self._expected()

    @precondition(lambda self: self.store is not None)
    @rule()
    def crash(self) -> None:
        assert self.store is not None
        self.store.abandon()
        self.store = None
        self.model = {table: dict(documents) for table, documents in self.safe.items()}

    def _expected(self) -> Documents:
        return {table: documents for table, documents in self.model.items() if documents}

    @invariant()
    def it_is_as_the_model(self) -> None:
        if self.store is not None:
            assert contents(self.store) == self._expected()

    @invariant()
    def no_sidecar_knows_another_revision_of_what_is_secret(self) -> None:
        for path in self.folder.rglob("*.json*"):
            if path.name.endswith((".lock", "-journal")) or path == self.file or path.is_dir():
                continue
            snapshot = open_snapshot(path)
            for table, found in snapshot.slots.items():
                for name, slot in found.items():
                    assert slot.seal != OPEN
                    if table in SEALED_TABLES and slot.seal != "none":
                        # What waits for the whole file is on no disk yet.
                        now = self.safe.get(table, {}).get(name)
                        assert now is None or now == self._read(snapshot, slot)
            snapshot.close()
        journal = self.folder / "x.json-journal"
        text = journal.read_text() if journal.exists() else ""
        for table in SEALED_TABLES:
            for name, document in self.model.get(table, {}).items():
                if seal_of(table, document) != "none":
                    assert f'["{table}","{name}"' not in text

    @staticmethod
    def _read(snapshot: Any, slot: Any) -> Any:
        return store.snapshot.document_in(snapshot, slot)


Model.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestModel = Model.TestCase
