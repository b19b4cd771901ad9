"""Measure start, key to paint and memory against a bare Textual app; print the ratios."""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.files import make
from benchmarks.terminal import Terminal

BARE = [sys.executable, "-m", "benchmarks.bare"]
ALTERNATE_SCREEN = b"\x1b[?1049h"
F1 = b"\x1bOP"


def ours(path: Path) -> list[str]:
    """The command that opens our application on a file."""
    return [sys.executable, "-m", "sessionui", str(path)]


def start(command: list[str], ready: bytes) -> tuple[float, float, int]:
    """Seconds to first paint and to usable (a search is typed and seen), and memory in KiB then."""
    with Terminal(command) as terminal:
        terminal.wait_for(ALTERNATE_SCREEN)
        painted = terminal.wait_for(ready)
        terminal.press(b"/")
        usable = terminal.press_until(b"%")
        terminal.settle()
        return painted, usable, terminal.memory()


def row(name: str, pairs: list[tuple[float, float]], unit: str = "ms", scale: float = 1000) -> None:
    """Print a measurement: the median ratio of the pairs, and both medians."""
    ratio = statistics.median(a / b for a, b in pairs)
    mine, bare = (statistics.median(p[i] for p in pairs) * scale for i in (0, 1))
    print(f"{name:<44}{ratio:6.2f}×   {mine:8.1f} {unit}  against {bare:8.1f} {unit}", flush=True)


def measure_start(path: Path, sessions: int, rounds: int) -> None:
    """First paint, usable home and memory with that many sessions in the file."""
    runs = []
    for _ in range(rounds + 1):
        mine = start(ours(path), b"Helderwit")
        bare = start(BARE, b"bare home")
        runs.append((mine, bare))
    runs = runs[1:]  # the first one warms the file cache
    for n, name in enumerate(("first paint", "usable home")):
        row(f"{name}, {sessions} sessions", [(m[n], b[n]) for m, b in runs])
    row(f"memory, {sessions} sessions", [(m[2], b[2]) for m, b in runs], "MB", 1 / 1024)


def note_times(command: list[str], to_note: Callable[[Terminal], None], keys: int) -> list[float]:
    """Key to paint for typed letters in a note field, in seconds."""
    with Terminal(command) as terminal:
        to_note(terminal)
        terminal.settle(0.3)
        return [terminal.key_to_paint(b"abcdefgh "[n % 9 : n % 9 + 1]) for n in range(keys)]


def bare_note(terminal: Terminal) -> None:
    """Walk to the note field of the bare app."""
    terminal.wait_for(b"bare home")
    terminal.settle(0.3)
    terminal.press(F1)


def our_note(terminal: Terminal) -> None:
    """Walk to the purpose field of the welcome stage of the last session in the example."""
    terminal.wait_for(b"Helderwit")
    terminal.settle(0.5)
    for key in (b"\r", b"\r"):
        terminal.press(key)
        terminal.settle(0.6)
    terminal.press(b"\x1b[15~")  # F5 walks back to the first stage
    terminal.settle(0.3)
    for _ in range(8):
        terminal.press(b"\x1b[15~")
        terminal.settle(0.15)
    for _ in range(2):
        terminal.press(b"\t")
        terminal.settle(0.15)


def measure_keys(path: Path, rounds: int, keys: int) -> None:
    """Key to paint in a note field, beside the same widget in a bare app."""
    medians, tails = [], []
    for n in range(rounds):
        # A copy each time: the program would go on in the session it was ended in.
        copy = path.with_name(f"keys-{n}.json")
        copy.write_bytes(path.read_bytes())
        mine = sorted(note_times(ours(copy), our_note, keys))
        bare = sorted(note_times(BARE, bare_note, keys))
        medians.append((statistics.median(mine), statistics.median(bare)))
        at = int(keys * 0.95)
        tails.append((mine[at], bare[at]))
    row("key to paint, note field, median", medians)
    row("key to paint, note field, 95th percentile", tails)


def main() -> None:
    """Measure everything."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, no 4,000 sessions")
    quick = parser.parse_args().quick
    rounds, keys = (5, 60) if quick else (11, 200)
    sizes = (1, 40, 400) if quick else (1, 40, 400, 4000)
    with tempfile.TemporaryDirectory() as folder:
        for sessions in sizes:
            path = make(Path(folder) / f"{sessions}.json", sessions)
            measure_start(path, sessions, rounds)
        measure_keys(Path(folder) / "40.json", 3 if quick else 5, keys)


if __name__ == "__main__":
    main()
