"""Why something could not be saved, as a state that lasts until it could."""

import errno
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from sessionui.domain.wording import N_, Sentence

Kind = Literal["full", "refused", "gone", "changed", "damaged", "other"]

_KINDS: dict[int, Kind] = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EROFS: "refused",
    errno.EACCES: "refused",
    errno.EPERM: "refused",
    errno.ENOENT: "gone",
    errno.ENODEV: "gone",
    errno.ENXIO: "gone",
    errno.EIO: "gone",
    errno.ESTALE: "gone",
    errno.ENOTDIR: "gone",
}

_SENTENCES: dict[Kind, str] = {
    "full": N_(
        "The disk is full, so nothing can be saved. Go on: everything is kept here and saved "
        "as soon as there is room."
    ),
    "refused": N_(
        "The system does not let us write in {folder}. Go on: everything is kept here and saved "
        "as soon as that is allowed."
    ),
    "gone": N_(
        "The disk with {file} can't be reached. Go on: everything is kept here and saved as soon "
        "as it is back."
    ),
    "changed": N_(
        "Another program changed {file}. It was left as it is; your work is kept in the journal "
        "beside it. Choose which of the two counts."
    ),
    "damaged": N_(
        "A part of {file} can't be read any more. Your work is kept in the journal beside it."
    ),
    "other": N_("{file} can't be saved. Go on: everything is kept here and saved when it can be."),
}


class ChangedOutside(OSError):  # noqa: N818 - named for what happened
    """The file is not the one we wrote or opened."""


@dataclass(frozen=True)
class SaveFailed:
    """Saving failed at ``since`` and hasn't worked since.

    ``waiting``: change sets that are in memory only.
    """

    kind: Kind
    sentence: Sentence
    since: datetime
    waiting: int


def kind_of(error: Exception) -> Kind:
    """What sort of trouble it is."""
    if isinstance(error, ChangedOutside):
        return "changed"
    if isinstance(error, OSError):
        return _KINDS.get(error.errno or 0, "other")
    return "damaged"


def save_failed(error: Exception, file: Path, since: datetime, waiting: int) -> SaveFailed:
    """The state after ``error``."""
    kind = kind_of(error)
    sentence = Sentence(_SENTENCES[kind], {"file": str(file), "folder": str(file.parent)})
    return SaveFailed(kind, sentence, since, waiting)
