"""The program in a real pseudo-terminal, its screen read by an independent terminal emulator."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping
from types import TracebackType

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
    "shift+tab": "\x1b[Z",
}


def key_code(key: str) -> str:
    """What a terminal sends for a key: ``ctrl+s``, ``f6``, ``enter``, or the letter itself."""
    if key.startswith("ctrl+") and len(key) == 6:
        return chr(ord(key[-1]) - 96)
    return KEYS.get(key, key)


class Terminal:
    """Runs ``python -m sessionui ARGUMENTS`` in a pseudo-terminal and shows what stands in it.

    ``written`` keeps every byte that the program ever wrote, for searches afterwards.
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
        self.status: int | None = None
        self.pid, self._handle = pty.fork()
        if self.pid == 0:
            os.environ.update(
                TERM="xterm-256color", TEXTUAL_ANIMATIONS="none", **(environment or {})
            )
            os.execv(sys.executable, [sys.executable, "-m", "sessionui", *arguments])
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._handle, termios.TIOCSWINSZ, size)

    def __enter__(self) -> "Terminal":
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
        return bool(data)

    def settle(self, quiet: float = 0.12, limit: float = 5) -> "Terminal":
        """Read until nothing has been written for ``quiet`` seconds."""
        end = time.monotonic() + limit
        while time.monotonic() < end and self.read(quiet):
            pass
        return self

    def wait_for(self, *texts: str, timeout: float = 15) -> "Terminal":
        """Wait until all ``texts`` stand on the screen; else fail and show the screen."""
        end = time.monotonic() + timeout
        while not all(text in self.flat for text in texts):
            if time.monotonic() > end:
                raise AssertionError(f"never saw {texts}; the screen:\n{self.text}")
            self.read(0.05)
        return self.settle()

    # --- typing

    def press(self, *keys: str) -> "Terminal":
        """Press keys one after the other, each answered before the next."""
        for key in keys:
            os.write(self._handle, key_code(key).encode())
            self.settle(0.08 if key != "escape" else 0.25)
        return self

    def type(self, text: str) -> "Terminal":
        """Type a text as fast as a terminal sends it."""
        os.write(self._handle, text.encode())
        return self.settle()

    # --- ending

    def wait(self, timeout: float = 15) -> int:
        """Wait until the program ends; its exit status."""
        end = time.monotonic() + timeout
        while self.status is None:
            self.read(0.05)
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                self.status = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > end:
                raise AssertionError(f"it did not end; the screen:\n{self.text}")
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
