"""Answers in a file that a person points at: the path as typed, pasted or dragged in."""

import errno
import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from sessionui.domain.wording import N_, Sentence
from sessionui.domain.work import Work
from sessionui.intake.decoding import MAX_BYTES
from sessionui.intake.imported import Imported
from sessionui.intake.problems import Problem
from sessionui.intake.reading import read_answers

_QUOTES = {'"': '"', "'": "'", "“": "”", "‘": "’"}


def read_file(typed: str, work: Work) -> Imported:
    """The answers in the file at the path ``typed``; what can't be read is a problem too."""
    path = path_of(typed)
    if path is None:
        return _problem(Sentence(N_("Type the path of a CSV file, or drag it into this window.")))
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            # Reading a pipe or a device may never end.
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        sentence = Sentence(
            N_("{file} can't be read: {reason}."), {"file": str(path), "reason": reason}
        )
        return _problem(sentence)
    return read_answers(data, work)


def path_of(typed: str) -> Path | None:
    """The path meant, or ``None``. Terminals put a dragged file in quotes, or escape its spaces."""
    text = typed.strip()
    if len(text) > 1 and _QUOTES.get(text[0]) == text[-1]:
        text = text[1:-1]
    elif os.sep == "/":
        text = re.sub(r"\\(.)", r"\1", text)
    if text.startswith("file://"):
        text = unquote(urlsplit(text).path)
    path = Path(text)
    try:
        return path.expanduser() if text.strip() else None
    except RuntimeError:  # "~somebody" who has no home here
        return path


def _problem(sentence: Sentence) -> Imported:
    return Imported(problems=(Problem(None, "", sentence),))
