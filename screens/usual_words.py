"""What a stage took before, in words that claim no more than two or three sessions can."""

from sessionui.domain.timing import Usual
from sessionui.locale import _


def short(usual: Usual | None) -> str:
    """For a row: the minutes in the middle, or nothing."""
    return _("before: {n}").format(n=usual.minutes) if usual else ""


def full(usual: Usual | None) -> str:
    """The figures behind it, or why there are none."""
    if usual is None:
        return _("No suggestion: fewer than two earlier sessions of this kind tell a time.")
    if usual.times == 2:
        text = _("It took {shortest} and {longest} min in two earlier sessions of this kind.")
    else:
        text = _(
            "Median of {times} earlier sessions of this kind: {n} min, "
            "from {shortest} to {longest}."
        )
    said = text.format(
        times=usual.times, n=usual.minutes, shortest=usual.shortest, longest=usual.longest
    )
    return f"{said} {_('t takes {n} min over.').format(n=usual.minutes)}"
