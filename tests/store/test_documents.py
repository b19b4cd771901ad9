import threading
from pathlib import Path

import pytest

from store.documents import DocumentStore
from store.errors import Missing, ReadOnly
from tests.store.conftest import Opener
from tests.store.support import contents, session, stock

S1 = ("sessions", "s1")


def test_what_was_put_is_there_after_reopening(opener: Opener) -> None:
    store = opener()
    store.put({S1: session("s1", note="é 界 \ud800"), ("cards", "p1"): session("p1")})
    store.put({S1: session("s1", note="later")})
    before = contents(store)
    store.close()
    assert before == {
        "sessions": {"s1": {"id": "s1", "note": "later"}},
        "cards": {"p1": {"id": "p1"}},
    }
    again = opener()
    assert contents(again) == before
    assert again.revision == 2
    assert again.notices == ()


def test_a_removed_document_stays_away(opener: Opener) -> None:
    store = opener()
    store.put({S1: session("s1"), ("sessions", "s2"): session("s2")})
    store.put({S1: None})
    assert store.get(*S1) is None
    assert store.ids("sessions") == ["s2"]
    store.close()
    assert opener().ids("sessions") == ["s2"]


def test_documents_are_replaced_not_merged(opener: Opener) -> None:
    store = opener()
    store.put({S1: session("s1", old=1)})
    store.put({S1: session("s1", new=2)})
    assert store.get(*S1) == {"id": "s1", "new": 2}


def test_nothing_handed_out_or_in_stays_connected(opener: Opener) -> None:
    store = opener()
    mine = session("s1", notes=["a"])
    store.put({S1: mine})
    mine["notes"].append("b")
    got = store.get(*S1)
    assert got is not None
    got["notes"].append("c")
    store.all("sessions")[0]["notes"].append("d")
    assert store.get(*S1) == {"id": "s1", "notes": ["a"]}


@pytest.mark.parametrize(
    "bad",
    [
        {"id": "s1", "mark": float("nan")},
        {"id": "s1", "mark": float("inf")},
        {"id": "s1", "when": object()},
        {"id": "another"},
        {},
    ],
)
def test_a_document_that_can_not_be_kept_changes_nothing(
    opener: Opener, bad: dict[str, object]
) -> None:
    store = opener()
    store.put({S1: session("s1")})
    with pytest.raises((ValueError, TypeError)):
        store.put({("cards", "c"): session("c"), S1: bad})
    assert contents(store) == {"sessions": {"s1": {"id": "s1"}}}
    assert store.revision == 1
    store.close()
    assert contents(opener()) == {"sessions": {"s1": {"id": "s1"}}}


def test_nesting_without_end_is_refused(opener: Opener) -> None:
    store = opener()
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(ValueError, match="nested"):
        store.put({S1: {"id": "s1", "deep": deep}})
    assert store.get(*S1) is None


def test_the_own_document_of_the_file_is_out_of_reach(opener: Opener) -> None:
    store = opener()
    with pytest.raises(ValueError, match="own"):
        store.put({("meta", "file"): session("file")})
    store.put({("meta", "language"): session("language", value="nl")})
    assert store.all("meta") == [{"id": "language", "value": "nl"}]


def test_saving_what_is_so_already_makes_no_revision(opener: Opener) -> None:
    store = opener()
    first = store.put({S1: session("s1", note="x")})
    assert store.put({S1: session("s1", note="x")}) == first
    assert store.put({("sessions", "none"): None}) == first


def test_drafts_come_back_and_go(opener: Opener) -> None:
    store = opener()
    for length in range(1, 40):
        store.draft("s1/note", "x" * length)
    store.draft("s1/other", "kept")
    store.draft("s1/note", None)
    store.draft("s1/emptied", "")
    assert store.drafts() == {"s1/other": "kept", "s1/emptied": ""}
    store.close()
    assert opener().drafts() == {"s1/other": "kept", "s1/emptied": ""}


def test_a_draft_can_go_in_the_revision_that_saves_it(opener: Opener) -> None:
    store = opener()
    store.draft("s1/note", "half")
    before = store.revision
    store.put({S1: session("s1", note="whole"), ("drafts", "s1/note"): None})
    assert store.revision == before + 1
    assert store.drafts() == {}


def test_read_only_sees_everything_and_saves_nothing(opener: Opener, file: Path) -> None:
    store = opener()
    store.put({S1: session("s1")})
    store.draft("k", "half")
    reader = opener(read_only=True)
    assert reader.get(*S1) == {"id": "s1"}
    assert reader.drafts() == {"k": "half"}
    assert reader.revision == store.revision
    for attempt in (
        lambda: reader.put({S1: None}),
        lambda: reader.draft("k", None),
        reader.fold,
        reader.retry,
    ):
        with pytest.raises(ReadOnly):
            attempt()
    reader.close()
    store.close()


def test_no_file_is_made_when_none_is_wanted(opener: Opener, file: Path) -> None:
    with pytest.raises(Missing, match=file.name):
        opener(create=False)
    with pytest.raises(Missing):
        opener(read_only=True)
    assert list(file.parent.iterdir()) == []


def test_folders_are_made(opener: Opener, tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.json"
    opener(path).close()
    assert path.exists()


def test_closing_twice_and_using_a_closed_store(opener: Opener) -> None:
    store = opener()
    store.close()
    store.close()
    with pytest.raises(ReadOnly):
        store.put({S1: session("s1")})


def test_threads_save_without_losing_anything(opener: Opener, file: Path) -> None:
    store = opener()

    def work(number: int) -> None:
        for count in range(30):
            store.put({("sessions", f"{number}"): session(f"{number}", count=count)}, wait=False)
            store.draft(f"{number}", f"{count}")
            if count % 10 == number:
                store.fold()

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.save_failed is None
    before = contents(store)
    assert {d["count"] for d in before["sessions"].values()} == {29}
    assert store.revision == 4 * 30 * 2
    store.close()
    assert stock(file) == before
    assert contents(opener()) == before


def test_it_is_a_context(file: Path) -> None:
    with DocumentStore.open(file) as store:
        store.put({S1: session("s1")})
    assert store.closed
    assert stock(file) == {"sessions": {"s1": {"id": "s1"}}}
