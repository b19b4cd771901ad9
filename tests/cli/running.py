"""Commands run as other programs run them, in a process of their own, or quicker in this one."""

import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

from sessionui.cli import main
from sessionui.locale import translator

COMMAND = [sys.executable, "-m", "sessionui"]
ROOT = Path(__file__).parents[2]
ENGLISH, DUTCH = "en_GB.UTF-8", "nl_NL.UTF-8"


@dataclass(frozen=True)
class Result:
    """What came of a command: exit status and what it wrote."""

    status: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode()


class Run(Protocol):
    def __call__(self, *arguments: str | Path, lang: str = ENGLISH) -> Result: ...


def environment(lang: str = ENGLISH) -> dict[str, str]:
    return {**os.environ, "LANG": lang, "PYTHONPATH": str(ROOT), "COLUMNS": "100"}


def said_in_dutch(message: str) -> str:
    return translator("nl").gettext(message)


def execute(*arguments: str, cwd: Path, lang: str = ENGLISH) -> Result:
    done = subprocess.run(
        [*COMMAND, *arguments],
        cwd=cwd,
        env=environment(lang),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=60,
    )
    result = Result(done.returncode, done.stdout, done.stderr.decode())
    assert "Traceback" not in result.err
    return result


def call(*arguments: str, lang: str = ENGLISH) -> Result:
    """The same in this process, so that many cases take little time."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LANG", lang)
        patch.setattr("sys.stdout", out)
        patch.setattr("sys.stderr", err)
        status = main(arguments)
    out.flush()
    err.flush()
    out_bytes, err_bytes = (s.buffer.getvalue() for s in (out, err))
    return Result(status, out_bytes, err_bytes.decode())
