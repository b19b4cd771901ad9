"""Ending the session now: the question what to do with the rest."""

from screens.dialogs.choose import ChooseDialog
from screens.plain import plain
from sessionui.domain.ending import left_over
from sessionui.domain.intents.walk import ParkPoint
from sessionui.domain.kinds import STAGE_NAMES
from sessionui.domain.work import Work
from sessionui.locale import _, fmt_list
from sessionui.text import shorten_middle


def ending_dialog(work: Work) -> ChooseDialog:
    """Answers "park", "record", or anything else to go on with the session."""
    left = left_over(work)
    said = [_("Everything that was recorded stays. The closing tells what is still missing.")]
    if left.indicators:
        names = [shorten_middle(work.indicator_name(i), 30) for i in left.indicators]
        said.append(_("Not discussed: {names}.").format(names=fmt_list(names)))
    if left.stages:
        stages = fmt_list([_(STAGE_NAMES[key]) for key in left.stages])
        said.append(_("Not begun, so skipped: {stages}.").format(stages=stages))
    rows = [("record", plain(_("End now, and only record what was not reached")))]
    if left.indicators:
        rows.insert(0, ("park", plain(_("End now, and park what was not discussed for next time"))))
    rows.append(("stay", plain(_("Go on with the session"))))
    return ChooseDialog(_("End the session now?"), rows, "\n".join(said))


def points_to_park(work: Work) -> tuple[ParkPoint, ...]:
    """A point for each indicator that was scored and not discussed."""
    text = _("Discuss: {indicator} (scored, not discussed)")
    return tuple(
        ParkPoint(text.format(indicator=work.indicator_name(i)), i)
        for i in left_over(work).indicators
    )
