"""Whatever lies where the file should be: a plain sentence, and nothing unreadable is lost."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from store.check import check
from store.documents import DocumentStore
from store.errors import (
    Missing,
    NewerSchema,
    NoAccess,
    NotAFile,
    NotOurs,
    StoreError,
    Unreadable,
)
from store.journal import read_journal
from store.layout import END
from tests.store.conftest import Opener
from tests.store.support import beside, contents, session, stock, ticking

pytestmark = pytest.mark.usefixtures("quiet")

S1 = ("sessions", "s1")
OLDER = {"sessions": {"s1": {"id": "s1", "text": "older"}}}
NEWER = {"sessions": {"s1": {"id": "s1", "text": "newer"}}}

Damage = Callable[[bytes], bytes]


def _repeat_key(data: bytes) -> bytes:
    lines = data.split(b"\n")
    number = next(n for n, line in enumerate(lines) if line.startswith(b'"1": {"id":"s1"'))
    return b"\n".join([*lines[:number], lines[number] + b",", *lines[number:]])


def _repeat_table(data: bytes) -> bytes:
    return b'{\n"sessions": {},\n' + data.removeprefix(b"{\n")


DAMAGES: dict[str, Damage] = {
    "nothing": lambda data: b"",
    "nuls": lambda data: bytes(len(data)),
    "nuls at the end": lambda data: data[:-100] + bytes(100),
    "cut off": lambda data: data[: len(data) // 2],
    "only the end": lambda data: data[-len(END) :],
    "old tail": lambda data: data + data[-200:],
    "garbage": lambda data: os.urandom(500),
    "utf-16 cut": lambda data: data.decode().encode("utf-16")[:-7],
    "id twice": _repeat_key,
    "table twice": _repeat_table,
    "NaN": lambda data: data.replace(b'"newer"', b"NaN"),
    "1e999": lambda data: data.replace(b'"newer"', b"1e999"),
    "nesting": lambda data: b"[" * 100_000,
    "nested objects": lambda data: b'{"a":' * 100_000,
    "merge conflict": lambda data: b"<<<<<<< HEAD\n" + data + b"=======\n" + data + b">>>>>>> b\n",
    "a list": lambda data: b"[1,2]",
    "null": lambda data: b"null",
    "a null document": lambda data: b'{"sessions": {"1": null}}',
    "other JSON": lambda data: b'{"settings": {"theme": "dark"}}',
    "a digit changed": lambda data: data.replace(b'"newer"', b'"newfr"'),
    "a name changed": lambda data: data.replace(b'"sessions": {', b'"sezzions": {'),
    "its head damaged": lambda data: data.replace(b'"tag":', b'"teg":'),
    "its head gone": lambda data: data.replace(b'"format":"sessionui"', b'"format":"x"'),
}

READABLE_IN_PART = {
    "nothing",
    "old tail",
    "id twice",
    "table twice",
    "merge conflict",
    "a name changed",
}


def _two_revisions(opener: Opener, file: Path) -> None:
    """``OLDER`` in ``.prev`` and a backup, ``NEWER`` in the file."""
    made = opener(clock=ticking())
    made.put({S1: session("s1", text="older")})
    made.fold()
    made.backup("opened")
    made.put({S1: session("s1", text="newer")})
    made.close()
    assert stock(file) == NEWER


def _sentence(error: StoreError) -> str:
    return error.sentence.template.format(**error.sentence.values)


@pytest.mark.parametrize("name", DAMAGES)
def test_the_newest_copy_is_restored_and_the_damaged_file_kept(
    opener: Opener, file: Path, name: str
) -> None:
    _two_revisions(opener, file)
    damaged = DAMAGES[name](file.read_bytes())
    assert damaged != file.read_bytes()
    file.write_bytes(damaged)
    made = opener(clock=ticking())
    found = contents(made)
    assert found in (OLDER, NEWER)
    assert len(made.notices) == 1
    values = made.notices[0].values
    text = made.notices[0].template.format(**values)
    aside = file.with_name(Path(str(values["aside"])).name)
    assert str(aside) in text
    assert aside.read_bytes() == damaged
    assert ".broken-2026" in aside.name
    made.put({("sessions", "s2"): session("s2")})
    made.close()
    assert stock(file) == {"sessions": {**found["sessions"], "s2": {"id": "s2"}}}
    assert opener().notices == ()


@pytest.mark.parametrize("name", DAMAGES)
def test_without_any_copy_it_is_left_alone(opener: Opener, file: Path, name: str) -> None:
    made = opener()
    made.put({S1: session("s1", text="newer")})
    made.close()
    file.with_name(file.name + ".prev").unlink()
    damaged = DAMAGES[name](file.read_bytes())
    file.write_bytes(damaged)
    if name in READABLE_IN_PART:
        made = opener(clock=ticking())
        assert contents(made).keys() <= {"sessions"}
        assert damaged in beside(file).values()
        assert made.notices
        return
    for options in ({}, {"read_only": True}):
        with pytest.raises((Unreadable, NotOurs), match=re.escape(str(file))):
            opener(**options)
    assert beside(file).keys() == {file.name, file.name + ".lock"}
    assert file.read_bytes() == damaged


@pytest.mark.parametrize("name", [n for n in DAMAGES if n != "nothing"])
def test_check_says_what_is_wrong(opener: Opener, file: Path, name: str) -> None:
    _two_revisions(opener, file)
    assert check(file).sound
    file.write_bytes(DAMAGES[name](file.read_bytes()))
    before = beside(file)
    report = check(file)
    assert not report.sound
    for problem in report.problems:
        assert str(file) in problem.template.format(**problem.values)
    assert beside(file) == before


def test_only_the_damaged_document_comes_from_a_copy(opener: Opener, file: Path) -> None:
    made = opener(clock=ticking())
    made.put({S1: session("s1", text="older"), ("sessions", "s2"): session("s2", text="older")})
    made.fold()
    made.put({S1: session("s1", text="newer"), ("sessions", "s2"): session("s2", text="newer")})
    made.put({("cards", "new"): session("new")})
    made.close()
    file.write_bytes(file.read_bytes().replace(b'"s2","text":"newer"', b'"s2","text":"newfr"'))
    made = opener()
    assert contents(made) == {
        "sessions": {"s1": session("s1", text="newer"), "s2": session("s2", text="older")},
        "cards": {"new": {"id": "new"}},
    }
    # The one that has no copy is lost, by name.
    made.close()
    file.with_name(file.name + ".prev").unlink()
    file.write_bytes(file.read_bytes().replace(b'{"id":"new"}', b'{"id":"nex"}'))
    made = opener()
    assert "cards" not in contents(made)
    assert {"table": "cards", "id": "new", "file": str(file)} in [n.values for n in made.notices]


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data[:-1],
        lambda data: data + b"\n",
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: re.sub(rb'"size":\d+', b'"size":7', data),
        lambda data: json.dumps(json.loads(data), indent=4).encode(),
    ],
)
def test_sound_json_under_a_wrong_index_is_taken_over_and_told(
    opener: Opener, file: Path, change: Damage
) -> None:
    _two_revisions(opener, file)
    file.write_bytes(change(file.read_bytes()))
    assert check(file).sound
    assert check(file).remarks
    made = opener()
    assert contents(made) == NEWER
    assert len(made.notices) == 1
    assert opener(read_only=True).notices == made.notices


@pytest.mark.parametrize("coding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32-be"])
def test_another_encoding_is_read(opener: Opener, file: Path, coding: str) -> None:
    _two_revisions(opener, file)
    file.write_bytes(file.read_text(encoding="ascii").encode(coding))
    made = opener()
    assert contents(made) == NEWER
    made.put({("sessions", "s2"): session("s2")})
    made.close()
    assert stock(file) == {"sessions": {**NEWER["sessions"], "s2": {"id": "s2"}}}


def test_a_file_that_is_gone_is_restored(opener: Opener, file: Path) -> None:
    _two_revisions(opener, file)
    file.unlink()
    made = opener()
    assert contents(made) == OLDER
    assert len(made.notices) == 1


def test_an_empty_file_is_the_start_of_a_new_one(opener: Opener, file: Path) -> None:
    file.touch()
    made = opener()
    assert contents(made) == {}
    made.put({S1: session("s1")})
    made.close()
    assert stock(file) == {"sessions": {"s1": {"id": "s1"}}}


def test_a_newer_schema_is_refused_untouched(opener: Opener, file: Path) -> None:
    _two_revisions(opener, file)
    with DocumentStore.open(file) as made:
        made.put({S1: session("s1", text="x")})
    text = json.loads(file.read_bytes())
    text["meta"]["1"] |= {"schema": 99}
    text["meta"]["1"].pop("tag")
    text["things"] = {"x": None}
    file.write_text(json.dumps(text))
    before = beside(file)
    for options in ({}, {"read_only": True}):
        with pytest.raises(NewerSchema, match="newer version"):
            opener(**options)
    after = beside(file)
    assert {k: v for k, v in after.items() if "lock" not in k} == {
        k: v for k, v in before.items() if "lock" not in k
    }
    assert not check(file).sound


def test_a_directory_a_dangling_link_a_device(opener: Opener, tmp_path: Path) -> None:
    with pytest.raises(NotAFile):
        opener(tmp_path)
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "nowhere.json")
    with pytest.raises(NotAFile, match="link"):
        opener(link)
    assert not (tmp_path / "nowhere.json").exists()
    with pytest.raises(NotAFile):
        opener(Path("/dev/null"))
    (tmp_path / "plain").touch()
    with pytest.raises(StoreError):
        opener(tmp_path / "plain" / "x.json")
    with pytest.raises(NoAccess):
        opener(tmp_path / ("x" * 300 + ".json"))


def test_a_link_leads_to_the_real_file(opener: Opener, file: Path, tmp_path: Path) -> None:
    _two_revisions(opener, file)
    link = tmp_path / "link.json"
    link.symlink_to(file)
    made = opener(link)
    made.put({S1: session("s1", text="by link")})
    made.close()
    assert link.is_symlink()
    assert stock(file) == {"sessions": {"s1": session("s1", text="by link")}}


def test_reading_only_touches_nothing_damaged(opener: Opener, file: Path) -> None:
    _two_revisions(opener, file)
    file.write_bytes(b"garbage")
    before = beside(file)
    made = opener(read_only=True)
    assert contents(made) == OLDER
    assert len(made.notices) == 1
    made.close()
    assert beside(file) == before


def test_a_finished_write_that_was_not_renamed_is_finished(opener: Opener, file: Path) -> None:
    _two_revisions(opener, file)
    newer = file.read_bytes()
    file.with_name(file.name + ".prev").replace(file)
    file.with_name(file.name + ".tmp").write_bytes(newer)
    made = opener()
    assert contents(made) == NEWER
    assert made.notices == ()
    assert not file.with_name(file.name + ".tmp").exists()
    assert stock(file) == NEWER


@pytest.mark.parametrize("cut", [0, 10, 200])
def test_an_unfinished_write_is_dropped(opener: Opener, file: Path, cut: int) -> None:
    _two_revisions(opener, file)
    for ending in (".tmp", ".prev.tmp", "-journal.tmp", ".tmp.tmp"):
        file.with_name(file.name + ending).write_bytes(file.read_bytes()[:cut])
    made = opener()
    assert contents(made) == NEWER
    assert not [name for name in beside(file) if name.endswith(".tmp")]


def test_check_of_nothing(file: Path) -> None:
    with pytest.raises(Missing):
        check(file)
    with pytest.raises(NotAFile):
        check(file.parent)


def test_no_message_shows_what_was_written(opener: Opener, file: Path) -> None:
    made = opener(clock=ticking())
    made.put({S1: session("s1", mark=8, reason="sentinel-reason"), ("cards", "c"): session("c")})
    assert "sentinel" not in repr(made._contents.slot(S1))
    reading = read_journal(file.with_name(file.name + "-journal"), None)
    assert "sentinel" not in repr(reading)
    made.close()
    file.write_bytes(file.read_bytes().replace(b'"mark":8', b'"mark":9'))
    problems = " ".join(p.template.format(**p.values) for p in check(file).problems)
    assert "s1" in problems
    made = opener()
    told = problems + repr(made.notices) + repr(made) + repr(made._contents.slot(S1))
    assert "sentinel" not in told
