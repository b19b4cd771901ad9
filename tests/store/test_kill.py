"""Real processes, killed at random moments. Seeds are printed; more rounds with KILLS=200."""

import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from store.documents import DocumentStore
from tests.store.support import contents, stock

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("KILLS", "20"))

pytestmark = pytest.mark.timeout(60 + 3 * KILLS)


def _run_and_kill(file: Path, seed: int, after: float) -> dict[str, int]:
    """Let it work for ``after`` seconds from its first word; returns the last of each kind."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.store.killed", str(file), str(seed)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stdout is not None
    done: dict[str, int] = {}
    timer = threading.Timer(after, process.send_signal, [signal.SIGKILL])
    for line in process.stdout:
        if not done:
            timer.start()
        if line.endswith("\n"):
            what, n = line.split()
            done[what] = int(n)
    timer.join()
    assert process.wait() == -signal.SIGKILL
    process.stdout.close()
    return done


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_nothing_that_was_acknowledged_is_lost(file: Path) -> None:
    seed = random.randrange(10**9)
    sys.stdout.write(f"seed {seed}\n")
    chance = random.Random(seed)
    secret = draft = 0
    for round_ in range(KILLS):
        done = _run_and_kill(file, seed + round_, chance.uniform(0, 0.12))
        by_stock = stock(file)
        assert ("urns" in by_stock) == ("turnout" in by_stock)
        with DocumentStore.open(file) as store:
            assert store.notices == ()
            found = contents(store)
        last = found["cards"]["last"]["n"]
        assert last >= done["put"]
        assert last <= done["put"] + 1
        assert found["sessions"][f"s{last % 7}"]["n"] == last
        draft = done.get("draft", draft)
        assert int(found["drafts"]["typing"]["text"].split()[0]) in (draft, draft + 1, last)
        secret = done.get("secret", secret)
        if secret:
            assert found["urns"]["u"]["n"] == found["turnout"]["u"]["n"] >= secret
        assert stock(file) == found
