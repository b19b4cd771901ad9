"""Writing an export: whole or not at all, and never over another file unless asked."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from sessionui.domain.wording import N_, Sentence, Value
from sessionui.file_errors import unwritten


class NotWritten(Exception):  # noqa: N818 - named by what happened
    """The file was not written; ``sentence`` says why and ``exists`` whether one was there."""

    def __init__(self, template: str, *, exists: bool = False, **values: Value) -> None:
        super().__init__(template.format(**values))
        self.sentence = Sentence(template, values)
        self.exists = exists


def write_file(path: Path, data: bytes, *, force: bool = False, private: bool = False) -> None:
    """Write ``data`` beside ``path`` first, then put it in place in one step.

    ``private``: only its owner may read it. Raises ``NotWritten``; then nothing was changed and
    nothing is left lying about.
    """
    try:
        # What a link points to is written, not the link.
        target = Path(os.path.realpath(path))
        _check(target)
        if target.exists() and not force:
            raise FileExistsError
        _write(target, data, force=force, private=private)
    except FileExistsError as error:
        raise NotWritten(
            N_("{file} already exists. Choose another name, or say that it may be overwritten."),
            exists=True,
            file=str(path),
        ) from error
    except (OSError, ValueError) as error:
        why = unwritten(path, error)
        raise NotWritten(why.template, exists=False, **why.values) from error


def _check(target: Path) -> None:
    if not target.parent.is_dir():
        raise NotWritten(N_("There is no folder {folder}."), folder=str(target.parent))
    if target.exists() and not target.is_file():
        raise NotWritten(N_("{file} is not a file."), file=str(target))


def _write(target: Path, data: bytes, *, force: bool, private: bool) -> None:
    beside = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        _fill(beside, data, 0o600 if private else 0o666)
        _put(beside, target, force=force)
    finally:
        with suppress(FileNotFoundError):
            beside.unlink()


def _fill(beside: Path, data: bytes, mode: int) -> None:
    with open(beside, "xb", opener=lambda path, flags: os.open(path, flags, mode)) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _put(beside: Path, target: Path, *, force: bool) -> None:
    """Move the file to its place; without ``force``, a file that came meanwhile stays."""
    if force:
        beside.replace(target)
        return
    try:
        target.hardlink_to(beside)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):
        # A memory stick has no hard links: look once more, then move.
        if target.exists():
            raise FileExistsError from None
        beside.replace(target)
