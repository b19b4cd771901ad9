"""Whether a session asks for scores now: before forms go out, and before answers come in."""

from sessionui.domain.intents.base import FINAL, MINUTES_ONLY
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work


def check_asking(work: Work) -> None:
    """Raise ``Refused`` with the reason where no answer can come in now."""
    session = work.session
    if session.minutes_only:
        raise Refused(MINUTES_ONLY)
    if session.stage_state("score") is None:
        raise Refused(N_("This session has no scoring."))
    if session.state == "confirmed":
        raise Refused(FINAL)
    if not work.items:
        raise Refused(N_("There are no indicators to score yet. Define them first."))
    if session.locked:
        raise Refused(N_("Scoring is locked. Unlock it to take in another answer."))
