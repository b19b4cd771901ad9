"""Measure how soon the window of the room shows what a key did, and what that costs the key.

Two processes in two pseudo-terminals: the application in the reveal of the worked example, and
``sessionui audience``. Each key walks to the next or the previous indicator, so each changes the
wall.
"""

import argparse
import os
import select
import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.terminal import Terminal

NEXT, PREVIOUS = b"]", b"["
PACE = 0.1
"""Seconds between keys at least, whoever watches; a processor that rested wakes up slower."""
NEVER = 5.0
"""Seconds after which a key is said to have been lost."""


def opened(file: Path) -> Terminal:
    """The application in the reveal of the session that is ready for it."""
    terminal = Terminal([sys.executable, "-m", "sessionui", str(file)])
    terminal.wait_for(b"Helderwit")
    terminal.settle(0.6)
    for key in (b"\r", b"\x1b[B", b"\r"):  # the partnership, one session down, open it
        terminal.press(key)
        terminal.settle(0.8)
    terminal.press(b" ")  # reveal the first one
    terminal.settle(0.5)
    return terminal


def following(file: Path) -> Terminal:
    """The window of the room."""
    terminal = Terminal([sys.executable, "-m", "sessionui", "audience", str(file)])
    terminal.wait_for(b"\x1b[?1049h")
    terminal.settle(1.0)
    return terminal


def key_times(app: Terminal, wall: Terminal | None, keys: int) -> tuple[list[float], list[float]]:
    """Seconds from each key to its paint in the application, and on the wall."""
    painted, walled = [], []
    for n in range(keys):
        time.sleep(PACE)
        app.settle()
        if wall is not None:
            wall.settle()
        begin = time.perf_counter()
        app.press(NEXT if n % 2 == 0 else PREVIOUS)
        waiting = {app.handle: painted} | ({} if wall is None else {wall.handle: walled})
        while waiting:
            ready, _, _ = select.select(list(waiting), [], [], NEVER)
            if not ready:
                raise TimeoutError(f"key {n} changed nothing")
            now = time.perf_counter()
            for handle in ready:
                os.read(handle, 65536)
                waiting.pop(handle).append(now - begin)
    return painted, walled


def told(name: str, times: list[float]) -> None:
    """Print the median and the 95th percentile."""
    ordered = sorted(times)
    tail = ordered[int(len(ordered) * 0.95)]
    middle = statistics.median(times) * 1000
    print(f"{name:<52} median {middle:6.1f} ms   p95 {tail * 1000:6.1f} ms", flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.wall")
    parser.add_argument("--quick", action="store_true", help="fewer keys")
    keys, rounds = (30, 3) if parser.parse_args().quick else (60, 10)
    alone: list[float] = []
    beside: list[float] = []
    on_wall: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(HOME=folder, XDG_STATE_HOME=folder, XDG_DATA_HOME=folder)
        file = Path(folder) / "example.json"
        Terminal([sys.executable, "-m", "sessionui", "demo", str(file), "--write-only"]).wait_for(
            b"example.json"
        )
        with opened(file) as app:
            key_times(app, None, 20)  # the first ones load what the others find loaded
            for _ in range(rounds):
                alone += key_times(app, None, keys)[0]
                with following(file) as wall:
                    key_times(app, wall, 20)
                    painted, walled = key_times(app, wall, keys)
                beside += painted
                on_wall += walled
    told("key to paint, nobody watches", alone)
    told("key to paint, a window follows", beside)
    told("key to wall", on_wall)
    told("wall behind the laptop", [w - p for w, p in zip(on_wall, beside, strict=True)])


if __name__ == "__main__":
    main()
