"""Measure the making of minutes beside pandoc's Markdown to Word of the same text; print ratios.

Three things: each form in a process that runs already, ``sessionui minutes`` as a whole process,
and all forms together from a thread, with the longest time that the interface would have to wait.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks.__main__ import row
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.minutes.document import MinutesDocument
from sessionui.example import example
from sessionui.handing_out import export_minutes
from sessionui.minutes import FORMATS, render
from store.tinydb_repository import TinyDbRepository

INDICATORS = 6
"""Six indicators with everything make ten pages of PDF."""

TICK = 0.001
FRAME = 0.05


def seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def long_minutes(folder: Path) -> tuple[Path, str, MinutesDocument]:
    """A file with the example, the session in it with the longest minutes, and those."""
    file = folder / "example.json"
    with TinyDbRepository.open(file) as repository:
        example("en", date(2026, 11, 12)).keep_in(repository)
        partnership = repository.partnerships()[0]
        works = [repository.work(s.id) for s in repository.sessions(partnership.id)]
    made = [(w.session.id, minutes_of(w, w.session.created)) for w in works]
    session, document = max(made, key=lambda pair: len(render(pair[1], "md", "en")))
    return file, session, document


def ten_pages(document: MinutesDocument) -> MinutesDocument:
    """The same with as many indicators as fill ten pages."""
    many = (document.indicators * INDICATORS)[:INDICATORS]
    named = (i.but(id=f"{i.id}-{n}", name=f"{i.name} {n}") for n, i in enumerate(many))
    return document.but(indicators=tuple(named))


def pandoc(markdown: Path) -> Callable[[], object]:
    command = ["pandoc", str(markdown), "-o", str(markdown.with_suffix(".docx"))]
    return lambda: subprocess.run(command, check=True)


def measure_forms(document: MinutesDocument, beside: Callable[[], object], rounds: int) -> None:
    """Each form, warm; the text differs every time, so that nothing is remembered."""
    for form in FORMATS:
        pairs = []
        for n in range(rounds + 1):
            fresh = document.but(place=f"Room {n}", purpose=f"Round {n} of {form}")
            mine = seconds(lambda fresh=fresh, form=form: render(fresh, form, "en"))  # type: ignore[misc]
            pairs.append((mine, seconds(beside)))
        row(f"{form} in the running app", pairs[1:])


def as_installed(folder: Path) -> dict[str, str]:
    """The environment in which bytecode is kept, as every installation has it.

    Without, each start would compile all sources anew: that is what an editable installation does
    where Python was told to keep none.
    """
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}


def measure_processes(file: Path, session: str, beside: Callable[[], object], rounds: int) -> None:
    """The whole command: start, read the file, make one form, write it."""
    for form in ("md", "html", "docx", "pdf"):
        target = file.with_name(f"made.{form}")
        command = [sys.executable, "-m", "sessionui", "minutes", str(file), "--session", session]
        command += ["--format", form, "--output", str(target), "--force"]
        run = lambda command=command: subprocess.run(  # noqa: E731
            command, check=True, capture_output=True, env=as_installed(file.parent)
        )
        pairs = [(seconds(run), seconds(beside)) for _ in range(rounds + 1)]
        row(f"sessionui minutes --format {form}", pairs[1:])


def longest_wait(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds that work takes in a thread, and the longest that this thread had to wait."""
    thread = threading.Thread(target=work)
    begin = last = time.perf_counter()
    longest = 0.0
    thread.start()
    while thread.is_alive():
        time.sleep(TICK)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return time.perf_counter() - begin, longest


def measure_together(document: MinutesDocument, folder: Path, rounds: int) -> None:
    """All forms from one key, as the export dialog makes them."""
    taken, waits = [], []
    for n in range(rounds + 1):
        fresh = document.but(place=f"Hall {n}")
        work = lambda fresh=fresh: export_minutes(fresh, FORMATS, "en", str(folder))  # noqa: E731
        time_taken, wait = longest_wait(work)
        taken.append(time_taken)
        waits.append(wait)
    print(f"all forms together, from key to saved: {statistics.median(taken[1:]) * 1000:.0f} ms")
    print(f"longest wait of the interface meanwhile: {statistics.median(waits[1:]) * 1000:.0f} ms")
    print(f"the first time, with what has to be loaded: {taken[0] * 1000:.0f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    rounds = 3 if parser.parse_args().quick else 9
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file, session, document = long_minutes(folder)
        long = ten_pages(document)
        markdown = folder / "minutes.md"
        markdown.write_bytes(render(long, "md", "en"))
        beside = pandoc(markdown)
        measure_together(long, folder, rounds)
        measure_forms(long, beside, rounds)
        measure_processes(file, session, beside, rounds)


if __name__ == "__main__":
    main()
