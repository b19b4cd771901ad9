"""Measure the store against what the disk itself needs, and against SQLite; print the ratios.

python -m benchmarks.store [--quick]
"""

import argparse
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from benchmarks.history import make, make_sqlite
from sessionui.domain.session import Session
from store import disk
from store.documents import DocumentStore
from store.mapping import partnership_from, session_from, urn_from
from store.shelf import Shelf
from store.tinydb_repository import TinyDbRepository

FRAME = 0.016
MEMORY = """
import sys
from store.tinydb_repository import TinyDbRepository
with TinyDbRepository.open(sys.argv[1]) as repository:
    repository.cards()
    print(next(x for x in open("/proc/self/status") if x.startswith("VmRSS")).split()[1])
"""


def timed(work: Callable[[], object]) -> float:
    """Seconds that ``work`` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def pairs(
    ours: Callable[[], object], other: Callable[[], object], rounds: int
) -> list[tuple[float, float]]:
    """Both, in turn, ``rounds`` times after one that does not count."""
    made = [(timed(ours), timed(other)) for _ in range(rounds + 1)]
    return made[1:]


def row(name: str, found: list[tuple[float, float]], aim: str) -> None:
    """Print the median ratio of the pairs and both medians in milliseconds."""
    ratio = statistics.median(a / b for a, b in found)
    ours, other = (statistics.median(p[i] for p in found) * 1000 for i in (0, 1))
    print(f"{name:<52}{ratio:7.2f}×  {ours:9.3f} ms against {other:9.3f} ms  aim {aim}", flush=True)


def saving(path: Path, count: int, rounds: int) -> float:
    """Save one answer; returns the median seconds."""
    with DocumentStore.open(path) as store, (path.parent / "beside").open("ab", 0) as beside:
        names = [name for name in store.ids("urns") if not name.endswith("/dots")]
        document = store.get("urns", names[-1]) or {}
        line = b"x" * (len(json.dumps(document)) + 40)
        key = ("urns", str(document["id"]))
        numbers = iter(range(10**6))

        def ours() -> None:
            store.put({key: {**document, "n": next(numbers)}})

        def other() -> None:
            beside.write(line)
            disk.sync(beside.fileno())

        found = pairs(ours, other, rounds)
        row(f"save one answer, {count} sessions: append + sync", found, "1.3×")
        shown = [
            (timed(partial(store.put, {key: {**document, "n": n}}, wait=False)), FRAME)
            for n in range(rounds)
        ]
        row(f"what the interface waits for, {count} sessions: a frame", shown, "0.06× (1 ms)")
    return statistics.median(a for a, _ in found)


def opening(path: Path, rounds: int) -> None:
    """Open until the data of home are there, against reading the bytes."""

    def ours() -> None:
        with TinyDbRepository.open(path, read_only=True) as repository:
            assert repository.cards()

    row("open 4,000 sessions: read the bytes", pairs(ours, path.read_bytes, rounds), "1×")


def history(path: Path, base: Path, rounds: int) -> None:
    """The history of one partnership, against SQLite with an index."""
    with TinyDbRepository.open(path, read_only=True) as repository:
        owner = repository.cards()[len(repository.cards()) // 2].id

    def theirs(connection: sqlite3.Connection) -> Shelf:
        ask = "select id, body from documents where kind = ? and owner = ?"
        read = {
            kind: {name: json.loads(body) for name, body in connection.execute(ask, (kind, owner))}
            for kind in ("partnerships", "sessions", "urns")
        }
        shelf = Shelf(partnership_from(read["partnerships"][owner]))
        for name, document in read["sessions"].items():
            urn = urn_from(name, read["urns"].get(name))
            shelf = shelf.with_session(session_from(document, None), urn)
        return shelf

    def sqlite_cold() -> None:
        with closing(sqlite3.connect(base)) as connection:
            assert len(theirs(connection).sessions) == 40

    def ours_cold() -> None:
        with TinyDbRepository.open(path, read_only=True) as repository:
            found: tuple[Session, ...] = repository.sessions(owner)
            assert len(found) == 40

    row("history, 40 of 4,000, cold: SQLite", pairs(ours_cold, sqlite_cold, rounds), "1.5×")
    with (
        TinyDbRepository.open(path, read_only=True) as repository,
        closing(sqlite3.connect(base)) as connection,
    ):
        warm = pairs(lambda: repository.sessions(owner), lambda: theirs(connection), rounds)
        row("history, 40 of 4,000, warm: SQLite", warm, "0.5×")


def folding(path: Path, rounds: int) -> None:
    """Fold, against writing the same bytes; and how long another thread is held up meanwhile."""
    data = path.read_bytes()
    beside = path.with_name("beside")
    with DocumentStore.open(path) as store:
        numbers = iter(range(10**6))

        def ours() -> None:
            store.put({("meta", "n"): {"id": "n", "n": next(numbers)}}, wait=False)
            assert store.fold()

        def other() -> None:
            fd = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            disk.write(fd, data)
            disk.sync(fd)
            os.close(fd)

        name = f"fold {len(data) / 1e6:.0f} MB: write the bytes + sync"
        row(name, pairs(ours, other, rounds), "2×")
        gaps = []
        for _ in range(3):
            store.put({("meta", "n"): {"id": "n", "n": next(numbers)}}, wait=False)
            revision = store.revision
            store.fold_soon()
            last, longest = time.perf_counter(), 0.0
            while store._saver is not None and store._saver._file.head.revision < revision:  # noqa: SLF001
                time.sleep(0.001)
                now = time.perf_counter()
                last, longest = now, max(longest, now - last)
            gaps.append((longest, FRAME))
        row("longest wait of another thread while folding: a frame", gaps, "3.1× (50 ms)")


def memory(small: Path, large: Path) -> None:
    """Memory with the data of home read, 4,000 sessions against one."""
    sizes = [
        int(subprocess.check_output([sys.executable, "-c", MEMORY, str(p)])) for p in (large, small)
    ]
    ratio = sizes[0] / sizes[1]
    told = f"{sizes[0] / 1024:9.1f} MB against {sizes[1] / 1024:9.1f} MB"
    print(f"{'memory, 4,000 sessions: one session':<52}{ratio:7.2f}×  {told}  aim 1.5×", flush=True)


def main() -> None:
    """Measure everything."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.store")
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    rounds = 7 if parser.parse_args().quick else 21
    with tempfile.TemporaryDirectory() as folder:
        files = {n: make(Path(folder) / f"{n}.json", n) for n in (1, 40, 400, 4000)}
        saved = {count: saving(path, count, rounds * 5) for count, path in files.items()}
        found = [(saved[4000], saved[1])]
        row("save one answer, 4,000 sessions: the same with one", found, "1.1×")
        opening(files[4000], rounds)
        history(files[4000], make_sqlite(Path(folder) / "4000.sqlite", 4000), rounds)
        folding(files[4000], min(rounds, 7))
        memory(files[1], files[4000])


if __name__ == "__main__":
    main()
