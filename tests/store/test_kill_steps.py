"""kill -9 at every single step on the disk of a fold, a backup, a sealing and a migration."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from store.backups import listed
from store.documents import DocumentStore
from store.paths import Paths
from store.recovery import open_newest
from tests.store.support import contents, stock, ticking
from tests.store.test_migrations import INVENTED

ROOT = Path(__file__).parents[2]
pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL"),
    pytest.mark.slow,
]


def _begin(file: Path) -> None:
    with DocumentStore.open(file, clock=ticking()) as store:
        store.put({("sessions", "s1"): {"id": "s1", "n": 1}, ("cards", "c"): {"id": "c", "n": 1}})
        store.put({("urns", "u"): {"id": "u", "ballots": ["one"]}, ("turnout", "u"): {"id": "u"}})


def _killed(what: str, file: Path, at: int) -> bool:
    """Whether it got as far as that step."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.killed_at", what, str(file), str(at)],
        cwd=ROOT,
        check=False,
        capture_output=True,
    )
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.returncode != 0


@pytest.mark.parametrize("what", ["fold", "backup", "sealing"])
def test_whatever_step_it_dies_at_the_file_is_whole(what: str, tmp_path: Path) -> None:
    at, killed = 0, True
    while killed:
        at += 1
        file = tmp_path / str(at) / "x.json"
        _begin(file)
        killed = _killed(what, file, at)
        by_stock = stock(file)
        assert by_stock["sessions"]["s1"]["n"] == by_stock["cards"]["c"]["n"]
        assert ("n" in by_stock["turnout"]["u"]) == (len(by_stock["urns"]["u"]["ballots"]) == 2)
        for backup in listed(Paths.of(file)):
            stock(backup.path)
        with DocumentStore.open(file) as store:
            assert store.notices == ()
            found = contents(store)
        # What was acknowledged before is there.
        assert found["sessions"]["s1"]["n"] == (1 if what == "sealing" else 2)
        assert stock(file) == found
        assert not [p for p in file.parent.rglob("*.tmp") if "-backups" not in str(p)]
    assert at > 4


def test_a_migration_that_dies_starts_over(tmp_path: Path) -> None:
    at, killed = 0, True
    while killed:
        at += 1
        file = tmp_path / str(at) / "x.json"
        _begin(file)
        killed = _killed("migration", file, at)
        assert stock(file)["sessions"]["s1"]["n"] == 1
        opened = open_newest(
            Paths.of(file),
            writable=True,
            create=True,
            now=ticking()(),
            steps=INVENTED,
            schema=3,
        )
        opened.contents.base.close()
        assert opened.notices == []
        assert opened.head.schema == 3
        assert set(stock(file)["cards"]) == {"s1"}
    assert at > 4
