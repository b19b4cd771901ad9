"""Minutes that are confirmed and amended by a process that is killed at random moments."""

import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from sessionui.domain.minutes.content import hash_of
from sessionui.kept_minutes import kept_minutes
from store.tinydb_repository import TinyDbRepository
from tests.support.room import a_session

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("KILLS", "20")) // 4


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.timeout(60 + 4 * KILLS)
def test_a_confirmed_version_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    seed = random.randrange(10**9)
    sys.stdout.write(f"seed {seed}\n")
    chance = random.Random(seed)
    file = tmp_path / "file.json"
    work = a_session()
    with TinyDbRepository.open(file) as repository:
        repository.save(None, work)
    said = 0
    for _round in range(KILLS):
        said = max(said, amend_and_kill(file, work.session.id, chance.uniform(0.01, 0.4)))
        said = max(said, check(file, work.session.id, at_least=said))
    assert said > 1, "it was always killed before it had confirmed twice"


def amend_and_kill(file: Path, session_id: str, after: float) -> int:
    """Let it work for ``after`` seconds from its first confirmation; the last one that it told."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.app.amending", str(file), session_id],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stdout is not None
    timer = threading.Timer(after, process.send_signal, [signal.SIGKILL])
    last = 0
    for line in process.stdout:
        if not last:
            timer.start()
        if line.endswith("\n"):
            last = int(line)
    timer.join()
    assert process.wait() == -signal.SIGKILL
    process.stdout.close()
    return last


def check(file: Path, session_id: str, *, at_least: int) -> int:
    """Every version is there once, whole, with its own hash and decisions; how many there are."""
    with TinyDbRepository.open(file) as repository:
        session = repository.session(session_id)
        versions = repository.minutes_versions(session_id)
        in_force = kept_minutes(repository, session)
    assert [v.edition for v in versions] == list(range(1, len(versions) + 1))
    assert len(versions) >= at_least
    for version in versions:
        assert version.content_hash == hash_of(version)
        assert [d.text for d in version.decisions][-1] == f"decision {version.edition}"
        assert len(version.versions) == version.edition - 1
    if session.state == "confirmed":
        assert in_force == versions[-1]
        assert in_force.edition == len(session.reopenings) + 1
    else:
        assert in_force is None
        assert len(versions) == len(session.reopenings)
    return len(versions)
