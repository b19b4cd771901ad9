"""A new file out of an old one: stretches that go over as they are, and damage that doesn't."""

import json
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

import store.disk
import store.snapshot
from store.contents import Image
from store.encoding import NotSound
from store.layout import Head, slot_of
from store.snapshot import Snapshot, open_snapshot
from store.whole import write_beside
from tests.store.support import stock

HEAD = Head(1, "lineage", 1, "2026-11-22T10:00:00+01:00", "tag")
BIG = 300_000
OPENED: list[Snapshot] = []


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    while OPENED:
        OPENED.pop().close()


def _opened(path: Path, *, check: bool = True) -> Snapshot:
    OPENED.append(open_snapshot(path, check=check))
    return OPENED[-1]


def _made(path: Path, count: int, size: int = 40) -> Image:
    documents = {
        f"s{n}": slot_of(n, "sessions", {"id": f"s{n}", "text": chr(97 + n % 26) * size})
        for n in range(1, count + 1)
    }
    nothing = Image(store.snapshot.in_memory(HEAD, {}), {"sessions": documents})
    write_beside(path, nothing, HEAD)
    snapshot = _opened(path, check=False)
    return Image(snapshot, snapshot.slots)


@pytest.fixture(params=[True, False], ids=["large", "small"], autouse=True)
def _size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param:
        monkeypatch.setattr(store.snapshot, "WHOLE", 0)


def test_what_did_not_change_goes_over_byte_by_byte(tmp_path: Path) -> None:
    image = _made(tmp_path / "old", 200, 20_000)
    placed = write_beside(tmp_path / "new", image, HEAD)
    assert (tmp_path / "new").read_bytes() == (tmp_path / "old").read_bytes()
    assert placed == _opened(tmp_path / "new").slots


def test_changes_in_the_middle_at_the_start_and_at_the_end(tmp_path: Path) -> None:
    image = _made(tmp_path / "old", 30)
    slots = dict(image.slots["sessions"])
    for name in ("s1", "s12", "s30"):
        del slots[name]
    slots["s13"] = slot_of(13, "sessions", {"id": "s13", "text": "new"})
    slots["late"] = slot_of(31, "sessions", {"id": "late"})
    slots["s2"] = slots["s2"]._replace(doc_id=40)
    write_beside(tmp_path / "new", Image(image.base, {"sessions": slots}), HEAD)
    found = stock(tmp_path / "new")["sessions"]
    assert set(found) == set(slots)
    assert found["s13"]["text"] == "new"
    assert list(found)[-1] == "s2"
    assert _opened(tmp_path / "new").sound


def test_documents_larger_than_a_chunk(tmp_path: Path) -> None:
    image = _made(tmp_path / "old", 5, BIG * 3)
    write_beside(tmp_path / "new", image, HEAD)
    assert (tmp_path / "new").read_bytes() == (tmp_path / "old").read_bytes()


def test_a_damaged_document_is_not_carried_over(tmp_path: Path) -> None:
    image = _made(tmp_path / "old", 20, BIG)
    slot = image.slots["sessions"]["s17"]
    with (tmp_path / "old").open("r+b") as file:
        file.seek(slot.offset + 30)
        file.write(b"#")
    damaged = _opened(tmp_path / "old", check=False)
    with pytest.raises(NotSound):
        write_beside(tmp_path / "new", Image(damaged, damaged.slots), HEAD)
    assert not (tmp_path / "new").exists()


def test_damage_between_documents_is_not_carried_over(tmp_path: Path) -> None:
    image = _made(tmp_path / "old", 20)
    with (tmp_path / "old").open("r+b") as file:
        file.seek(image.slots["sessions"]["s9"].offset - 3)
        file.write(b"#")
    damaged = _opened(tmp_path / "old", check=False)
    write_beside(tmp_path / "new", Image(damaged, damaged.slots), HEAD)
    assert _opened(tmp_path / "new").sound


def test_a_disk_that_fails_in_the_thread_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    image = _made(tmp_path / "old", 20, BIG)
    real, calls = store.disk.write, iter(range(100))

    def failing(fd: int, data: bytes) -> None:
        if next(calls) == 2:
            raise OSError(28, "No space left on device")
        real(fd, data)

    monkeypatch.setattr(store.disk, "write", failing)
    with pytest.raises(OSError, match="No space"):
        write_beside(tmp_path / "new", image, HEAD)
    assert not (tmp_path / "new").exists()


def test_the_first_index_is_read_too(tmp_path: Path) -> None:
    """Rows instead of columns, as the first versions wrote it."""
    image = _made(tmp_path / "old", 3)
    data = (tmp_path / "old").read_bytes()
    start = data.rindex(b'"1": ') + 5
    document = json.loads(data[start : -len(b"\n}}\n")])
    del document["crc"], document["places"]
    document["index"] = {
        "sessions": [
            [name, s.doc_id, s.seal, s.length, s.crc, s.offset]
            for name, s in image.slots["sessions"].items()
        ]
    }
    body = json.dumps(document, separators=(",", ":")).encode()[:-1]
    line = body + b',"crc":%d}' % zlib.crc32(body) + b"\n}}\n"
    (tmp_path / "old").write_bytes(data[:start] + line)
    assert _opened(tmp_path / "old").slots == image.slots
