"""The program in a real pseudo-terminal, its screen read by an independent terminal emulator."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Self

import pyte

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "space": " ",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
    "f10": "\x1b[21~",
    "f12": "\x1b[24~",
    "shift+tab": "\x1b[Z",
    "ctrl+down": "\x1b[1;5B",
    "ctrl+up": "\x1b[1;5A",
}


def key_code(key: str) -> str:
    """What a terminal sends for a key: ``ctrl+s``, ``f6``, ``enter``, or the letter itself."""
    if key.startswith("ctrl+") and len(key) == 6:
        return chr(ord(key[-1]) - 96)
    return key if len(key) == 1 else KEYS[key]


class Terminal:
    """Runs ``python -m sessionui ARGUMENTS`` in a pseudo-terminal and shows what stands in it.

    ``written`` keeps every byte that the program ever wrote, for searches afterwards. ``watched``:
    patterns to look for on every screen and in every title; ``seen`` has the first screen that
    each of them was found on.
    """

    def __init__(
        self,
        *arguments: str,
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.written = b""
        self.watched: tuple[str, ...] = ()
        self.seen: dict[str, str] = {}
        self.status: int | None = None
        self.pid, self._handle = pty.fork()
        if self.pid == 0:
            os.environ.update(
                TERM="xterm-256color", TEXTUAL_ANIMATIONS="none", **(environment or {})
            )
            os.execv(sys.executable, [sys.executable, "-m", "sessionui", *arguments])
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._handle, termios.TIOCSWINSZ, size)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()
        os.close(self._handle)

    # --- looking

    @property
    def text(self) -> str:
        """What stands on the screen now."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    @property
    def flat(self) -> str:
        """The screen as one line with single spaces, so that wrapping does not matter."""
        return " ".join(self.text.split())

    def read(self, timeout: float = 0.05) -> bool:
        """Take in what the program writes; whether there was anything."""
        ready, _, _ = select.select([self._handle], [], [], timeout)
        if not ready:
            return False
        try:
            data = os.read(self._handle, 65536)
        except OSError:
            return False
        self.written += data
        self._stream.feed(data)
        self._watch()
        return bool(data)

    def _watch(self) -> None:
        for pattern in self.watched:
            if pattern not in self.seen:
                shown = f"{self.flat} {self.screen.title} {self.screen.icon_name}"
                if re.search(pattern, shown):
                    self.seen[pattern] = self.text

    @property
    def look(self) -> int:
        """A fingerprint of the screen with its colours, without the header (its clock ticks)."""
        buffer, columns = self.screen.buffer, range(self.screen.columns)
        rows = (tuple(buffer[y][x] for x in columns) for y in range(3, self.screen.lines))
        return hash((self.screen.cursor.x, self.screen.cursor.y, *rows))

    def settle(self, quiet: float = 0.12, limit: float = 5) -> Self:
        """Read until nothing has been written for ``quiet`` seconds."""
        end = time.monotonic() + limit
        while time.monotonic() < end and self.read(quiet):
            pass
        return self

    def wait_for(self, *texts: str, timeout: float = 45) -> Self:
        """Wait until all ``texts`` stand on the screen; else fail and show the screen."""
        self.until(lambda: all(text in self.flat for text in texts), f"never saw {texts}", timeout)
        return self.settle(0.04)

    def until(self, holds: Callable[[], bool], complaint: str, timeout: float = 45) -> None:
        """Read until ``holds()``; else fail with the complaint, and show the screen."""
        end = time.monotonic() + timeout
        while not holds():
            ended = self._ended()
            if not self.read(0.05) and (ended or time.monotonic() > end):
                raise AssertionError(f"{complaint}; the screen:\n{self.text}")

    def _ended(self) -> bool:
        if self.status is None:
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                self.status = os.waitstatus_to_exitcode(status)
        return self.status is not None

    # --- typing

    def press(self, *keys: str, patience: float = 8) -> Self:
        """Press keys one after the other, each answered on the screen before the next.

        A key that changes nothing at all within ``patience`` seconds is an error.
        """
        for key in keys:
            self._press(key, patience)
        return self

    def _press(self, key: str, patience: float) -> None:
        self.settle(0.01)
        before = self.look
        self.send(key_code(key))
        self.until(lambda: self.look != before, f"{key!r} changed nothing", patience)
        self.settle(0.03)

    def send(self, text: str) -> Self:
        """Send a text as fast as a terminal does, and wait for nothing."""
        return self.send_bytes(text.encode())

    def send_bytes(self, data: bytes) -> Self:
        """Send what a terminal of another coding sends."""
        while data:
            data = data[os.write(self._handle, data) :]
        return self

    # --- ending

    def wait(self, timeout: float = 45) -> int:
        """Wait until the program ends; its exit status."""
        end = time.monotonic() + timeout
        while not self._ended():
            if time.monotonic() > end:
                raise AssertionError(f"it did not end; the screen:\n{self.text}")
            self.read(0.05)
        while self.read(0.05):
            pass
        assert self.status is not None
        return self.status

    def kill(self, sign: int = signal.SIGKILL) -> None:
        """End the program at once, as a crash or a closed window would."""
        if self.status is not None:
            return
        try:
            os.kill(self.pid, sign)
            _, status = os.waitpid(self.pid, 0)
            self.status = os.waitstatus_to_exitcode(status)
        except (ProcessLookupError, ChildProcessError):
            self.status = -1
