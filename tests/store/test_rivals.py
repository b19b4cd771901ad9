"""The same faults for us, stock TinyDB and SQLite; only on request: COMPARE=30 kills each.

Prints the table that stands in README.md.
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.store.rival import read

ROOT = Path(__file__).parents[2]
ROUNDS = int(os.environ.get("COMPARE", "0"))
KINDS = ("ours", "tinydb", "sqlite")
pytestmark = [
    pytest.mark.skipif(not ROUNDS, reason="only on request: COMPARE=30"),
    pytest.mark.timeout(1200),
]


def _outcome(kind: str, file: Path, mode: str, after: float) -> str:
    """``sound``, ``lost`` (something that was acknowledged), ``mixed`` or ``unreadable``."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.store.rival", kind, str(file), mode],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=ROOT,
    )
    assert process.stdout is not None
    told = [process.stdout.readline()]
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    told += process.stdout.readlines()
    process.wait()
    process.stdout.close()
    acknowledged = max(int(line) for line in told if line.endswith("\n"))
    try:
        first, second = read(kind, file)
    except Exception:  # noqa: BLE001 - whatever a damaged file makes of it
        return "unreadable"
    if first != second:
        return "mixed"
    return "sound" if first >= acknowledged else "lost"


@pytest.mark.parametrize("mode", ["killed", "full"])
def test_side_by_side(mode: str, tmp_path: Path) -> None:
    chance = random.Random(4711)
    rounds = ROUNDS if mode == "killed" else min(ROUNDS, 5)
    table = {}
    for kind in KINDS:
        outcomes = [
            _outcome(kind, tmp_path / f"{kind}-{n}.json", mode, chance.uniform(0.02, 0.3))
            for n in range(rounds)
        ]
        table[kind] = {o: outcomes.count(o) for o in ("sound", "lost", "mixed", "unreadable")}
        sys.stdout.write(f"{mode:<8}{kind:<8}{table[kind]}\n")
    assert table["ours"]["sound"] == rounds
