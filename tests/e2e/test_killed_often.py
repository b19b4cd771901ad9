"""kill -9 of the whole application while keys arrive at 25 a second: no key is lost.

Once by default; forty times, as the store's long kill run, with KILLS=200. Seeds are printed.
"""

import os
import random
import sys
import time
from pathlib import Path

import pytest

from store.tinydb_repository import TinyDbRepository
from tests.e2e.hands import Hands, bare
from tests.e2e.prepared import prepare

RUNS = 40 if int(os.environ.get("KILLS", "20")) >= 200 else 1
A_SECOND = 25
WORDS = "they call before it goes wrong and bring a proposal with them every single time "
pytestmark = pytest.mark.timeout(60 + 30 * RUNS)


def type_and_kill(file: Path, home: Path, chance: random.Random) -> str:
    """Type at that speed for a while and kill; the letters that stood on the screen by then."""
    with Hands(str(file), home=home) as hands:
        hands.see("Noorderhaven").key("enter", "1 Sessions").key("enter", "Give meaning 1/3")
        hands.key("e", "Leave field")
        end = time.monotonic() + chance.uniform(0.4, 2.5)
        sent = 0
        while time.monotonic() < end and sent < len(WORDS):
            due = time.monotonic() + 1 / A_SECOND
            hands.send(WORDS[sent])
            sent += 1
            while (left := due - time.monotonic()) > 0:
                hands.read(left)
        hands.kill()
        # What it had written before it died may still be on its way.
        hands.settle(0.05)
        seen, typed = bare(hands.flat), bare(WORDS[:sent])
        return next(typed[:n] for n in range(len(typed), -1, -1) if typed[:n] in seen)


def test_every_key_that_was_seen_is_there(tmp_path: Path) -> None:
    seed = random.randrange(10**9)
    sys.stdout.write(f"seed {seed}\n")
    chance = random.Random(seed)
    for run in range(RUNS):
        file = tmp_path / f"{run}.json"
        prepare(file, "kickoff", "meaning")
        seen = type_and_kill(file, tmp_path, chance)
        with TinyDbRepository.open(file) as repository:
            assert repository.notices == ()
            kept = [bare(text) for text in repository.drafts().values()]
        assert any(text.startswith(seen) for text in kept), (run, seen, kept)
        assert len(seen) > 5
