"""Answers that a person points at: a path as typed, pasted or dragged in, or text out of a mail."""

import errno
import os
import re
from collections.abc import Collection
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from sessionui.domain.mapping import Mapping
from sessionui.domain.wording import N_, Refused, Sentence
from sessionui.domain.work import Work
from sessionui.file_errors import unread
from sessionui.forms.answers import holds_answers, is_answers
from sessionui.intake.answer_files import Source, sources_in, sources_of_texts
from sessionui.intake.decoding import decoded
from sessionui.intake.imported import Imported
from sessionui.intake.mails import answers_in_mail
from sessionui.intake.problems import Problem
from sessionui.intake.reading import read_answers, read_forms
from sessionui.intake.sheet import MAX_BYTES

MAX_FILES: Final = 500
"""Files in a folder that are looked at; others, such as pictures, don't count."""

_TOO_MANY: Final = N_(
    "There are more than {limit} files here that could be answers. Put those that came back in a "
    "folder of their own."
)

_QUOTES = {'"': '"', "'": "'", "“": "”", "‘": "’"}
_LOOKED_AT = (".json", ".txt", ".eml")


def read_file(
    typed: str, work: Work, mapping: Mapping | None = None, skip: Collection[str] = ()
) -> Imported:
    """The answers at the path ``typed`` (a file or a folder), or in that text out of a mail.

    What can't be read is a problem too. ``mapping`` and ``skip``: see ``read_answers``.
    """
    if is_answers(typed) or ("{" in typed and holds_answers(typed)):
        return read_forms(sources_in("", typed), work, skip)
    path = path_of(typed)
    if path is None:
        sentence = Sentence(N_("Type the path of a file or folder, or drag it into this window."))
        return _problem(sentence)
    return read_path(path, work, mapping, skip)


def read_path(
    path: Path, work: Work, mapping: Mapping | None = None, skip: Collection[str] = ()
) -> Imported:
    """The answers in a file or folder; see ``read_file``."""
    try:
        if path.is_dir():
            return _read_folder(path, work, skip)
        return _read_one(path, work, mapping, skip)
    except Refused as refused:
        return _problem(refused.sentence)
    except (OSError, ValueError) as error:
        return _problem(why_unread(str(path), error))


def why_unread(file: str, error: OSError | ValueError) -> Sentence:
    """Why a file gives nothing; a folder would do as well here."""
    if isinstance(error, FileNotFoundError):
        return Sentence(N_("There is no file or folder {file}."), {"file": file})
    return unread(file, error)


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


def _bytes(path: Path) -> bytes:
    if path.exists() and not path.is_file():
        # Reading a pipe or a device may never end.
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _read_one(path: Path, work: Work, mapping: Mapping | None, skip: Collection[str]) -> Imported:
    """The answers in one file; what is named like an answer file or a mail is never a table."""
    data = _bytes(path)
    match path.suffix.lower():
        case ".json":
            return read_forms(sources_in("", _text(data)), work, skip)
        case ".eml":
            return read_forms(sources_of_texts("", answers_in_mail(data)), work, skip)
    return read_answers(data, work, mapping, skip)


def _read_folder(path: Path, work: Work, skip: Collection[str]) -> Imported:
    """The answer files in a folder by name; anything else in it is passed over and counted."""
    sources: list[Source] = []
    others = looked_at = 0
    for file in sorted(path.iterdir()):
        if not file.is_file() or file.name.startswith("."):
            continue
        looks = file.suffix.lower() in _LOOKED_AT
        looked_at += looks
        if looked_at > MAX_FILES:
            raise Refused(_TOO_MANY, limit=MAX_FILES)
        found = _sources(file) if looks else ()
        sources += found
        others += not found
    return read_forms(sources, work, skip, others)


def _sources(file: Path) -> tuple[Source, ...]:
    data = _bytes(file)
    if mailed := answers_in_mail(data):
        return sources_of_texts(file.name, mailed)
    text = _text(data)
    if not holds_answers(text):
        return ()  # some other file that lies there too
    return sources_in(file.name, text)


def _text(data: bytes) -> str:
    try:
        return decoded(data)
    except Refused:
        return ""


def _problem(sentence: Sentence) -> Imported:
    return Imported(problems=(Problem(None, "", sentence),))
