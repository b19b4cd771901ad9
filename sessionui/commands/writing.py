"""What a command says: answers on stdout, what is wrong on stderr; nothing a terminal obeys."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sessionui.domain.wording import N_, Refused
from sessionui.file_errors import code_of
from sessionui.text import clean

PROGRAM = "sessionui"
_LONGEST = 100_000_000


def prepare() -> None:
    """Make both streams take any text: what they can't show becomes a question mark."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started us
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - until the end
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def answer(text: str) -> None:
    """Write lines of text to stdout. Raises ``Refused`` when they can't be written."""
    with _stdout():
        sys.stdout.write(f"{clean(text, limit=_LONGEST)}\n")


def data(content: bytes) -> None:
    """Write the bytes of a file to stdout, as they are. Raises ``Refused`` likewise."""
    with _stdout():
        sys.stdout.flush()
        sys.stdout.buffer.write(content)


def finish() -> None:
    """Hand on everything that was written. Raises ``Refused`` likewise."""
    with _stdout():
        sys.stdout.flush()


def tell(text: str) -> None:
    """Write one sentence to stderr, on a line of its own."""
    with suppress(OSError):
        sys.stderr.write(f"{PROGRAM}: {clean(text, multiline=False)}\n")
        sys.stderr.flush()


def stop_answering() -> None:
    """Drop what could not be written, so that the interpreter doesn't try again at its end."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


@contextmanager
def _stdout() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        stop_answering()
        raise
    except OSError as error:
        stop_answering()
        raise Refused(
            N_("The answer could not be written ({code})."), code=code_of(error)
        ) from error
