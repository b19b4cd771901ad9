"""What every form says of minutes that were taken in although their hash didn't fit."""

from typing import Final

from sessionui.domain.wording import N_

NOT_CONFIRMED: Final = N_(
    "This is not what was confirmed: it does not give the hash that it carries. "
    "It was taken in as it is, from a file that was altered."
)
