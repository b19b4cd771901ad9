"""What is kept of a crash: where in the code it happened, and nothing of anybody's data.

Messages of errors and local variables may hold marks and names, so only the type of the error and
the places in the code are written, to a file that only its owner can read.
"""

import os
import traceback
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from platformdirs import user_log_path


def places(error: BaseException) -> str:
    """Type and code places of an error and of what caused it, the cause first."""
    parts: list[str] = []
    now: BaseException | None = error
    while now is not None and len(parts) < 10:
        frames = traceback.extract_tb(now.__traceback__)
        lines = [f"  {_in_package(f.filename)}, line {f.lineno}, in {f.name}" for f in frames]
        parts.append("\n".join([type(now).__name__, *lines]))
        now = now.__cause__ or now.__context__
    return "\n\n".join(reversed(parts)) + "\n"


def _in_package(filename: str) -> str:
    """The last parts of a path: enough to find the place, without the user's folders."""
    return "/".join(Path(filename).parts[-3:])


def record_crash(error: BaseException, folder: Path | None = None) -> Path | None:
    """Append the error to the log (0600) and return its path; ``None`` if it can't be written."""
    try:
        place = folder or user_log_path("sessionui", appauthor=False, ensure_exists=True)
        log = place / "crash.log"
        moment = datetime.now().astimezone().isoformat(timespec="seconds")
        handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8") as file:
            with suppress(OSError, AttributeError):
                os.fchmod(handle, 0o600)  # an older log may have been left open to others
            file.write(f"{moment}\n{places(error)}\n")
    except OSError:
        return None
    return log
