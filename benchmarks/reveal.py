"""Measure the reveal: frames a second while the veil goes, keys meanwhile, and walking on.

The application runs in a pseudo-terminal, the reveal at 200×50. A frame is a burst of output:
what is written without a pause of some milliseconds. Keys pressed while the veil goes are timed
until their own words are on the screen, not until the next frame.
"""

import argparse
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from benchmarks.__main__ import BARE, bare_note, ours, row
from benchmarks.terminal import Terminal
from screens.widgets.unveiling import LASTS
from sessionui.example import example
from store.tinydb_repository import TinyDbRepository

COLUMNS, ROWS = 200, 50
PAUSE = 0.004
"""Seconds without output between two frames."""

INDICATORS = 6
NEXT, REVEAL, SPOKE = b"]", b" ", b"1"
SAID, UNSAID = b" first", b"has spoken"
ON, BACK = b"\x1b[17~", b"\x1b[15~"
"""F6 and F5."""


def example_file(path: Path) -> Path:
    """The worked example in a file of its own."""
    with TinyDbRepository.open(path) as repository:
        example("en", date(2026, 11, 12)).keep_in(repository)
    return path


def opened(file: Path, *, animations: str = "full") -> Terminal:
    """The application in the reveal of the session that is ready for it, nothing revealed."""
    terminal = Terminal(ours(file), columns=COLUMNS, rows=ROWS, animations=animations)
    terminal.wait_for(b"Helderwit")
    terminal.settle(0.6)
    for key in (b"\r", b"\x1b[B", b"\r"):  # the partnership, one session down, open it
        terminal.press(key)
        terminal.settle(0.8)
    return terminal


def frames(terminal: Terminal) -> list[float]:
    """Reveal, and return when each frame was written, in seconds since the key."""
    terminal.settle(0.2)
    begin = time.perf_counter()
    terminal.press(REVEAL)
    found: list[float] = []
    last = begin
    while time.perf_counter() - begin < LASTS + 0.4:
        if not terminal.read(0.001):
            continue
        now = time.perf_counter()
        if not found or now - last > PAUSE:
            found.append(now - begin)
        last = now
    return found


def rate(times: list[float]) -> float:
    """Frames a second from the first to the last that moved; what comes after is a clock."""
    moving = [t for t in times if t <= times[0] + LASTS + 0.03]
    return (len(moving) - 1) / (moving[-1] - moving[0])


def keys(terminal: Terminal, each: int) -> list[float]:
    """Seconds from a key to its own words while the veil goes, ``each`` keys at most."""
    terminal.settle(0.2)
    terminal.press(REVEAL)
    begin = time.perf_counter()
    while not terminal.read(0.01):
        pass
    found: list[float] = []
    wanted = UNSAID
    while len(found) < each and time.perf_counter() - begin < LASTS - 0.1:
        start, pressed = len(terminal.seen), time.perf_counter()
        terminal.press(SPOKE)
        while wanted not in terminal.seen[start:]:
            terminal.read(0.001)
            if time.perf_counter() - pressed > 5:
                raise TimeoutError(wanted.decode())
        found.append(time.perf_counter() - pressed)
        wanted = SAID if wanted == UNSAID else UNSAID
    return found


def measure_frames(folder: Path, rounds: int) -> None:
    """Frames a second, and keys meanwhile."""
    rates: list[float] = []
    first: list[float] = []
    times: list[float] = []
    for n in range(rounds):
        with opened(example_file(folder / f"frames-{n}.json")) as terminal:
            for _ in range(INDICATORS):
                seen = frames(terminal)
                rates.append(rate(seen))
                first.append(seen[0])
                terminal.press(NEXT)
        with opened(example_file(folder / f"keys-{n}.json")) as terminal:
            for _ in range(INDICATORS):
                times += keys(terminal, 4)
                terminal.settle(0.1)
                terminal.press(NEXT)
    told("frames a second, median", statistics.median(rates), "")
    told("frames a second, slowest reveal", min(rates), "")
    told("key to the first frame, median", statistics.median(first) * 1000, "ms")
    times.sort()
    told(f"key to paint meanwhile, median of {len(times)}", statistics.median(times) * 1000, "ms")
    told("key to paint meanwhile, 95th percentile", times[int(len(times) * 0.95)] * 1000, "ms")


def told(name: str, value: float, unit: str) -> None:
    """Print a measurement."""
    print(f"{name:<52}{value:8.1f} {unit}", flush=True)


def burst(terminal: Terminal, key: bytes) -> tuple[float, float]:
    """Seconds from a key to the first and to the last of what it painted."""
    terminal.settle(0.1)
    begin = time.perf_counter()
    terminal.press(key)
    first = last = 0.0
    while True:
        if terminal.read(0.06):
            last = time.perf_counter() - begin
            first = first or last
        elif first or time.perf_counter() - begin > 2:
            return first, last


def measure_walk(folder: Path, rounds: int, steps: int) -> None:
    """From stage to stage, beside a letter in the note field of a bare app."""
    firsts, lasts = [], []
    for n in range(rounds):
        file = example_file(folder / f"walk-{n}.json")
        with opened(file, animations="none") as terminal:
            for key in (BACK,) * 6 + (ON,) * 6:  # every stage has been seen once
                burst(terminal, key)
            walked = [burst(terminal, BACK) for _ in range(4)]
            walked += [
                burst(terminal, ON if step % 6 < 3 else BACK)
                for step in range(steps)  # to and fro
            ]
        with Terminal(BARE, columns=COLUMNS, rows=ROWS) as terminal:
            bare_note(terminal)
            bare = [burst(terminal, b"a") for _ in range(steps)]
        firsts.append(tuple(statistics.median(t[0] for t in side) for side in (walked, bare)))
        lasts.append(tuple(statistics.median(t[1] for t in side) for side in (walked, bare)))
    row("walking to another stage, first paint", [(a, b) for a, b in firsts])
    row("walking to another stage, all of it", [(a, b) for a, b in lasts])


def main() -> None:
    """Measure everything."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reveal")
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    quick = parser.parse_args().quick
    with tempfile.TemporaryDirectory() as folder:
        print(f"{COLUMNS}×{ROWS}, {sys.platform}, Python {sys.version.split()[0]}")
        measure_frames(Path(folder), 1 if quick else 4)
        measure_walk(Path(folder), 2 if quick else 5, 12 if quick else 30)


if __name__ == "__main__":
    main()
