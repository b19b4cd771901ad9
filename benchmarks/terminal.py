"""A real pseudo-terminal with a program in it, and a clock on what it writes."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

COLUMNS, ROWS = 120, 40


class Terminal:
    """Runs a program in a pseudo-terminal; times are seconds since it was started.

    ``animations`` is what ``TEXTUAL_ANIMATIONS`` says.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = COLUMNS,
        rows: int = ROWS,
        animations: str = "none",
    ) -> None:
        self.started = time.perf_counter()
        self.pid, self.handle = pty.fork()
        if self.pid == 0:  # the program itself
            environment = {
                **os.environ,
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                "TEXTUAL_ANIMATIONS": animations,
                "LANG": "en_GB.UTF-8",
            }
            os.execvpe(command[0], list(command), environment)
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, size)
        self.seen = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        except (ProcessLookupError, ChildProcessError):
            pass
        os.close(self.handle)

    def read(self, timeout: float) -> bytes:
        """What the program writes next, waiting at most ``timeout`` seconds."""
        ready, _, _ = select.select([self.handle], [], [], timeout)
        if not ready:
            return b""
        try:
            data = os.read(self.handle, 65536)
        except OSError:
            return b""
        self.seen += data
        return data

    def wait_for(self, text: bytes, timeout: float = 30) -> float:
        """Seconds since the start until ``text`` has been written. Raises ``TimeoutError``."""
        end = time.perf_counter() + timeout
        start = max(len(self.seen) - len(text), 0)
        while time.perf_counter() < end:
            if text in self.seen[start:]:
                return time.perf_counter() - self.started
            self.read(0.05)
        raise TimeoutError(text.decode())

    def press(self, key: bytes) -> None:
        """Send a key."""
        os.write(self.handle, key)

    def press_until(self, key: bytes, timeout: float = 30) -> float:
        """Press ``key`` again and again until it stands on the screen; seconds since start."""
        end = time.perf_counter() + timeout
        start = len(self.seen)
        while time.perf_counter() < end:
            self.press(key)
            self.read(0.005)
            if key in self.seen[start:]:
                return time.perf_counter() - self.started
        raise TimeoutError(key.decode())

    def key_to_paint(self, key: bytes) -> float:
        """Seconds from sending a key until the program has answered it on the screen."""
        self.settle()
        begin = time.perf_counter()
        self.press(key)
        while not self.read(1.0):
            if time.perf_counter() - begin > 5:
                raise TimeoutError(key.decode())
        return time.perf_counter() - begin

    def settle(self, quiet: float = 0.03) -> None:
        """Read until nothing has been written for ``quiet`` seconds."""
        while self.read(quiet):
            pass

    def memory(self) -> int:
        """Resident memory of the program in KiB (Linux; 0 elsewhere)."""
        try:
            with Path(f"/proc/{self.pid}/status").open(encoding="ascii") as status:
                line = next(line for line in status if line.startswith("VmRSS"))
        except (OSError, StopIteration):
            return 0
        return int(line.split()[1])
