"""One TinyDB file: whole, plain, one document a line, for its owner only."""

import json
import sys
from pathlib import Path

import pytest
from tinydb import TinyDB, where

import store.snapshot
from store.layout import FILE_ID
from store.snapshot import open_snapshot
from tests.store.conftest import Opener
from tests.store.support import contents, session, stock


def _filled(opener: Opener) -> None:
    made = opener()
    made.put(
        {("sessions", f"s{n}"): session(f"s{n}", text="é" * n, list=[n, None]) for n in range(20)}
    )
    made.put({("cards", 'a "b"\n'): session('a "b"\n'), ("meta", "x"): session("x")})
    made.put({("sessions", "s3"): None, ("sessions", "s19"): session("s19", n=1)})
    made.put({("sessions", "new"): session("new")})
    made.close()


def test_stock_tinydb_reads_the_same(opener: Opener, file: Path) -> None:
    _filled(opener)
    assert stock(file) == contents(opener())


def test_stock_tinydb_reads_the_last_whole_revision_while_we_write(
    opener: Opener, file: Path
) -> None:
    made = opener()
    made.put({("sessions", "s1"): session("s1", n=1)})
    assert stock(file) == {}
    made.fold()
    made.put({("sessions", "s1"): session("s1", n=2)})
    assert stock(file) == {"sessions": {"s1": {"id": "s1", "n": 1}}}
    assert contents(made) == {"sessions": {"s1": {"id": "s1", "n": 2}}}


def test_each_document_has_a_line(opener: Opener, file: Path) -> None:
    _filled(opener)
    data = file.read_bytes()
    assert data.isascii()
    lines = data.split(b"\n")
    snapshot = open_snapshot(file)
    for table, found in snapshot.slots.items():
        for name, slot in found.items():
            line = next(
                x
                for x in lines
                if x.startswith(b'"%d": ' % slot.doc_id)
                and json.loads(x.split(b": ", 1)[1].rstrip(b","))["id"] == name
            )
            document = data[slot.offset : slot.offset + slot.length]
            assert document in line
            assert json.loads(document)["id"] == name, table


@pytest.mark.skipif(sys.platform == "win32", reason="no such modes")
def test_only_the_owner_can_read_it(opener: Opener, file: Path) -> None:
    made = opener()
    made.put({("sessions", "s1"): session("s1")})
    made.backup("reveal")
    made.fold()
    made.put({("sessions", "s1"): session("s1", n=2)})
    for path in file.parent.rglob("*"):
        assert path.stat().st_mode & 0o077 == 0, path


def test_a_large_file_is_read_by_its_index(
    opener: Opener, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _filled(opener)
    expected = stock(file)
    monkeypatch.setattr(store.snapshot, "WHOLE", 0)
    monkeypatch.setattr(store.snapshot, "_TAIL", 16)
    made = opener()
    assert contents(made) == expected
    made.put({("sessions", "s1"): session("s1", n=9)})
    assert made.fold()
    made.put({("sessions", "s2"): None})
    made.close()
    del expected["sessions"]["s2"]
    expected["sessions"]["s1"] = session("s1", n=9)
    assert stock(file) == expected
    assert contents(opener()) == expected


def test_damage_in_a_large_file_is_noticed_when_read_and_never_copied(
    opener: Opener, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _filled(opener)
    data = file.read_bytes()
    file.write_bytes(data.replace(b'"s5"', b'"t5"', 1))
    monkeypatch.setattr(store.snapshot, "WHOLE", 0)
    made = opener()
    assert made.get("sessions", "s4") is not None
    with pytest.raises(store.errors.Damaged, match="sessions, s5"):
        made.get("sessions", "s5")
    made.put({("sessions", "s1"): session("s1", n=9)})
    assert not made.fold()
    assert made.save_failed is not None
    assert made.save_failed.kind == "damaged"
    assert made.save_failed.waiting == 0


def test_a_file_that_another_program_wrote_is_taken_over(opener: Opener, file: Path) -> None:
    _filled(opener)
    with TinyDB(file) as database:
        database.table("sessions").insert({"id": "theirs"})
        database.table("sessions").remove(where("id") == "s1")
    expected = stock(file)
    made = opener()
    assert [n.template for n in made.notices] == [store.notices.REWRITTEN]
    assert contents(made) == expected
    made.put({("sessions", "ours"): session("ours")})
    made.close()
    expected["sessions"]["ours"] = session("ours")
    assert stock(file) == expected
    assert opener().notices == ()


def test_the_store_works_through_stock_tinydb_calls(opener: Opener, file: Path) -> None:
    """What a table of TinyDB can do goes to the journal, document by document."""
    made = opener()
    table = made._database.documents("sessions")
    first, second = table.insert_multiple([{"id": "a", "n": 1}, {"id": "b", "n": 2}])
    assert table.get(where("n") == 2) == {"id": "b", "n": 2}
    assert table.update({"n": 3}, doc_ids=[first]) == [first]
    assert table.upsert({"id": "c", "n": 5}, where("id") == "c") == [second + 1]
    table.remove(where("n") == 2)
    assert table.contains(doc_id=first)
    assert len(table) == 2
    with pytest.raises(ValueError, match="id"):
        table.insert({"n": 1})
    assert contents(made)["sessions"] == {"a": {"id": "a", "n": 3}, "c": {"id": "c", "n": 5}}
    made._database.drop_table("cards")
    table.truncate()
    assert contents(made) == {}
    made.put({("cards", "x"): session("x")})
    made._database.drop_tables()
    made.close()
    assert stock(file) == {}


def test_numbers_are_kept_and_the_own_document_is_last(opener: Opener, file: Path) -> None:
    _filled(opener)
    with TinyDB(file, access_mode="r") as database:
        numbers = {d["id"]: d.doc_id for d in database.table("sessions")}
        assert [d["id"] for d in database.table("meta")] == ["x", FILE_ID]
    assert numbers["s0"] == 1
    assert numbers["s19"] == 20
    assert numbers["new"] == 21
