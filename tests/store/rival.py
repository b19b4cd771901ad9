"""What the killed process of ``test_rivals`` does: the same work with three ways to store it."""

import itertools
import resource
import signal
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tinydb import TinyDB

from store.documents import DocumentStore

ROWS = 40


def filler(n: int) -> str:
    """Text of 4 to 20 KB: what people write gets longer and shorter."""
    return "x" * (4_000 + n * 7_919 % 16_000)


def ours(file: Path) -> Callable[[int], None]:
    store = DocumentStore.open(file)

    def save(n: int) -> None:
        names = [f"s{row}" for row in range(ROWS if n == 0 else 2)]
        changes = {("sessions", x): {"id": x, "n": n, "text": filler(n)} for x in names}
        store.put(changes)
        if store.save_failed:
            raise OSError("full")

    return save


def tinydb(file: Path) -> Callable[[int], None]:
    base = TinyDB(file)

    def save(n: int) -> None:
        if n == 0:
            base.insert_multiple(
                {"id": f"s{row}", "n": 0, "text": filler(row)} for row in range(ROWS)
            )
        else:
            base.update({"n": n, "text": filler(n)}, doc_ids=[1, 2])

    return save


def sqlite(file: Path) -> Callable[[int], None]:
    base = sqlite3.connect(file)
    base.execute("pragma synchronous = full")
    base.execute("create table sessions (id text primary key, n integer, body text)")

    def save(n: int) -> None:
        with base:
            if n == 0:
                rows = [(f"s{row}", 0, filler(row)) for row in range(ROWS)]
                base.executemany("insert into sessions values (?, ?, ?)", rows)
            else:
                change = "update sessions set n = ?, body = ? where id in ('s0', 's1')"
                base.execute(change, (n, filler(n)))

    return save


def read(kind: str, file: Path) -> tuple[int, int]:
    """The two numbers that must agree. Raises when the file can't be read."""
    if kind == "sqlite":
        with closing(sqlite3.connect(file)) as base:
            found = dict(base.execute("select id, n from sessions"))
    elif kind == "tinydb":
        with TinyDB(file) as documents:
            found = {d["id"]: d["n"] for d in documents}
    else:
        with DocumentStore.open(file) as store:
            found = {d["id"]: d["n"] for d in store.all("sessions")}
    if len(found) != ROWS:
        raise ValueError("rows are gone")
    return found["s0"], found["s1"]


def main(kind: str, file: Path, full: bool) -> None:
    save = {"ours": ours, "tinydb": tinydb, "sqlite": sqlite}[kind](file)
    save(0)
    sys.stdout.write("0\n")
    sys.stdout.flush()
    if full:
        # The disk is full from here on, but for a little.
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        room = file.stat().st_size // 2
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
    for n in itertools.count(1):
        save(n)
        sys.stdout.write(f"{n}\n")
        sys.stdout.flush()
        if full and n == 50:
            return


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3] == "full")
