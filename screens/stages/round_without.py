"""What score and reveal say of a round without indicators."""

from sessionui.domain.work import Work
from sessionui.locale import _


def no_indicators_text(work: Work) -> str:
    """Where indicators come from: a stage of this session, or a session of another kind."""
    if work.session.stage_state("define") is not None:
        return _("There are no indicators yet. Define them first; F4 goes to a stage.")
    return _(
        "There are no indicators yet, and this session has no stage to define them. "
        "Leave it with escape and plan a kick-off workshop with n; this one waits."
    )
