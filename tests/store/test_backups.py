from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from store.backups import KEPT, Backup, listed, surplus
from store.paths import Paths
from tests.store.conftest import Opener
from tests.store.support import session, stock, ticking

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def test_one_is_made_after_opening_what_has_something_in_it(opener: Opener, file: Path) -> None:
    store = opener(clock=ticking())
    store.put({("sessions", "s1"): session("s1", n=1)})
    store.draft("k", "half")
    store.close()
    assert listed(Paths.of(file)) == []
    store = opener(clock=ticking())
    store.put({("sessions", "s1"): session("s1", n=2)})
    store.close()
    found = listed(Paths.of(file))
    assert [b.reason for b in found] == ["opened"]
    assert found[0].moment.year == 2026
    assert stock(found[0].path) == {"sessions": {"s1": {"id": "s1", "n": 1}}}


def test_the_same_revision_is_kept_once(opener: Opener, file: Path) -> None:
    store = opener(clock=ticking())
    store.put({("sessions", "s1"): session("s1", n=1)})
    store.backup("reveal")
    store.backup("deletion")
    assert [b.reason for b in listed(Paths.of(file))] == ["reveal"]


def test_the_last_twenty_stay(opener: Opener, file: Path) -> None:
    store = opener(clock=ticking())
    for n in range(KEPT + 5):
        store.put({("sessions", "s1"): session("s1", n=n)}, wait=False)
        store.backup("reveal")
    found = listed(Paths.of(file))
    assert len(found) == KEPT
    assert stock(found[0].path)["sessions"]["s1"]["n"] == KEPT + 4
    assert stock(found[-1].path)["sessions"]["s1"]["n"] == 5


def test_other_files_in_the_folder_are_nobodys_business(opener: Opener, file: Path) -> None:
    folder = Paths.of(file).backups
    folder.mkdir()
    (folder / "notes.txt").touch()
    (folder / "20261340T000000Z-r1-opened.json").touch()
    assert listed(Paths.of(file)) == []
    store = opener(clock=ticking())
    store.put({("sessions", "s1"): session("s1")})
    store.backup("reveal")
    assert (folder / "notes.txt").exists()


@given(st.lists(st.integers(0, 60 * 24 * 30), unique=True, max_size=60))
def test_thinning_keeps_the_newest_and_one_a_day(minutes: list[int]) -> None:
    backups = [
        Backup(Path(str(n)), NOW - timedelta(minutes=n), -n, "opened") for n in sorted(minutes)
    ]
    dropped = surplus(reversed(backups), NOW)
    kept = [b for b in backups if b not in dropped]
    assert len(kept) <= KEPT
    assert kept[:1] == backups[:1]
    fresh = [b for b in backups if NOW - b.moment <= timedelta(days=7)]
    assert kept[: len(fresh)] == fresh[:KEPT]
    days = [b.moment.date() for b in kept if b not in fresh]
    assert len(days) == len(set(days))
    assert surplus(kept, NOW) == []
