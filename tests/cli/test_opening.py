"""Opening the application from the command line, in a terminal of its own."""

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from store.tinydb_repository import TinyDbRepository
from tests.cli.running import COMMAND, environment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

QUIT = b"\x11"


def in_terminal(*arguments: str | Path, wait_for: bytes, cwd: Path) -> tuple[int, bytes]:
    """Run a command in a terminal, press ctrl+q once ``wait_for`` shows; status and screen."""
    main, terminal = os.openpty()
    process = subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        env={**environment(), "TERM": "xterm-256color", "LINES": "24", "COLUMNS": "80"},
        cwd=cwd,
        start_new_session=True,
    )
    os.close(terminal)
    shown, pressed, until = b"", False, time.monotonic() + 60
    try:
        while time.monotonic() < until:
            if select.select([main], [], [], 0.1)[0]:
                try:
                    shown += os.read(main, 65536)
                except OSError:
                    break
            if not pressed and wait_for in shown:
                os.write(main, QUIT)
                pressed = True
        return process.wait(timeout=10), shown
    finally:
        process.kill()
        process.wait()
        os.close(main)


def test_demo_opens_what_it_wrote(tmp_path: Path) -> None:
    status, shown = in_terminal("demo", "x.json", wait_for=b"Helderwit", cwd=tmp_path)
    assert status == 0, shown[-2000:]
    with TinyDbRepository.open(tmp_path / "x.json", read_only=True) as repository:
        assert repository.partnerships()[0].example


def test_a_file_that_another_window_owns(file: Path) -> None:
    with TinyDbRepository.open(file):
        status, shown = in_terminal(file, wait_for=b"\0", cwd=file.parent)
    assert status == 1
    assert b"already open in another window" in shown
    assert b"--read-only" in shown
    assert b"Traceback" not in shown
