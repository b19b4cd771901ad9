"""Older files: backed up, brought over step by step, started over when interrupted."""

import json
from pathlib import Path
from typing import Any

import pytest

from store import disk
from store.errors import CannotMigrate, NewerSchema
from store.migrations import SCHEMA, STEPS, Tables, migrate
from store.paths import Paths
from store.recovery import Opened, open_newest
from tests.store.conftest import Opener
from tests.store.support import beside, session, stock, ticking


def _first(tables: Tables) -> Tables:
    """An invented step: what was called text is called note."""
    renamed = {
        name: {("note" if k == "text" else k): v for k, v in document.items()}
        for name, document in tables.get("sessions", {}).items()
    }
    return {**tables, "sessions": renamed}


def _second(tables: Tables) -> Tables:
    """Another: sessions get a card, and an old table goes."""
    cards = {name: {"id": name, "of": name} for name in tables.get("sessions", {})}
    return {"cards": cards, "sessions": tables.get("sessions", {})}


INVENTED = {1: _first, 2: _second}


def _open(file: Path, *, writable: bool = True) -> Opened:
    return open_newest(
        Paths.of(file),
        writable=writable,
        create=True,
        now=ticking()(),
        steps=INVENTED,
        schema=3,
    )


@pytest.fixture
def old(opener: Opener, file: Path) -> Path:
    """A file of schema 1 with something in its journal."""
    made = opener()
    made.put({("sessions", "s1"): session("s1", text="folded"), ("olds", "o"): session("o")})
    made.fold()
    made.put({("sessions", "s2"): session("s2", text="journal")})
    made.abandon()
    return file


NEW = {
    "sessions": {"s1": {"id": "s1", "note": "folded"}, "s2": {"id": "s2", "note": "journal"}},
    "cards": {"s1": {"id": "s1", "of": "s1"}, "s2": {"id": "s2", "of": "s2"}},
}


def test_steps_are_taken_in_order() -> None:
    tables: Tables = {"sessions": {"s": {"id": "s", "text": "x"}}}
    assert migrate(tables, 1, steps=INVENTED, to=3) == {
        "sessions": {"s": {"id": "s", "note": "x"}},
        "cards": {"s": {"id": "s", "of": "s"}},
    }
    assert tables == {"sessions": {"s": {"id": "s", "text": "x"}}}
    assert migrate(tables, 3, steps=INVENTED, to=3) == tables
    with pytest.raises(LookupError):
        migrate(tables, 0, steps=INVENTED, to=3)


def test_every_schema_up_to_the_present_has_its_step() -> None:
    assert sorted(STEPS) == list(range(1, SCHEMA))


def test_an_older_file_is_backed_up_and_brought_over(old: Path) -> None:
    before = old.read_bytes()
    opened = _open(old)
    opened.contents.base.close()
    assert stock(old) == NEW
    assert json.loads(old.read_bytes())["meta"]["1"]["schema"] == 3
    kept = [n for n in beside(old) if "-migration" in n]
    assert len(kept) == 1
    assert stock(old.parent / kept[0])["sessions"]["s1"]["text"] == "folded"
    assert stock(old.parent / kept[0])["sessions"]["s2"]["text"] == "journal"
    assert before != old.read_bytes()
    again = _open(old)
    assert again.head.revision == opened.head.revision
    assert len([n for n in beside(old) if "-migration" in n]) == 1


def test_reading_only_migrates_in_memory(old: Path) -> None:
    before = beside(old)
    opened = _open(old, writable=False)
    slot = opened.contents.slot(("sessions", "s2"))
    assert slot is not None
    assert opened.contents.document("sessions", "s2", slot) == NEW["sessions"]["s2"]
    assert beside(old) == before


def test_an_older_program_refuses_the_result(old: Path, opener: Opener) -> None:
    _open(old).contents.base.close()
    with pytest.raises(NewerSchema):
        opener()


def test_a_step_that_fails_leaves_everything(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(tables: Tables) -> Tables:
        raise KeyError("sentinel")

    monkeypatch.setitem(INVENTED, 2, broken)
    before = old.read_bytes()
    with pytest.raises(CannotMigrate, match="older version") as refused:
        _open(old)
    assert "sentinel" not in str(refused.value)
    assert old.read_bytes() == before
    monkeypatch.undo()
    _open(old)
    assert stock(old) == NEW


@pytest.mark.parametrize("step", range(12))
def test_interrupted_anywhere_it_starts_over(
    old: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    class Killed(BaseException):
        pass

    count = 0

    def killing(real: Any) -> Any:
        def call(*arguments: Any) -> Any:
            nonlocal count
            count += 1
            if count == step + 1:
                raise Killed
            return real(*arguments)

        return call

    for name in ("create", "write", "sync", "replace", "sync_folder"):
        monkeypatch.setattr(disk, name, killing(getattr(disk, name)))
    try:
        _open(old)
    except Killed:
        assert json.loads(old.read_bytes())["meta"]["1"]["schema"] in (1, 3)
    monkeypatch.undo()
    _open(old)
    assert stock(old) == NEW
