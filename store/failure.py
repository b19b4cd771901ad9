"""Why something could not be saved, as a state that lasts until it could."""

import errno
from dataclasses import dataclass
from datetime import datetime
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

# Without values to fill in: they are shown as a lasting banner, in one line or two.
_SENTENCES: dict[Kind, str] = {
    "full": N_(
        "The disk is full, so nothing can be saved. Go on: everything is kept here and saved as "
        "soon as there is room."
    ),
    "refused": N_(
        "The system does not let us write there, so nothing can be saved. Go on: everything is "
        "kept here and saved as soon as it is allowed."
    ),
    "gone": N_(
        "The disk with the file can't be reached, so nothing can be saved. Go on: everything is "
        "kept here and saved as soon as it is back."
    ),
    "changed": N_(
        "Another program changed the file while it was open here. It was left as it is; your work "
        "is kept beside it."
    ),
    "damaged": N_(
        "A part of the file can't be read any more, so it was left as it is. Your work is kept "
        "beside it."
    ),
    "other": N_(
        "The file can't be saved. Go on: everything is kept here and saved as soon as it can be."
    ),
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


def save_failed(error: Exception, since: datetime, waiting: int) -> SaveFailed:
    """The state after ``error``."""
    kind = kind_of(error)
    return SaveFailed(kind, Sentence(_SENTENCES[kind]), since, waiting)
