"""Ending the session now: what was not begun is skipped, and nothing that was recorded is lost."""

from dataclasses import dataclass

from sessionui.domain.ending import LAST, left_over
from sessionui.domain.intents.base import Context, Intent
from sessionui.domain.intents.walk import ParkPoint
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work


@dataclass(frozen=True)
class EndEarly(Intent):
    """Skip the stages that were not begun; ``park``: the points to come back to next time."""

    park: tuple[ParkPoint, ...] = ()

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. Refused before the start."""
        if work.session.started_at is None:
            raise Refused(N_("The session has not started yet."))
        session = work.session
        left = left_over(work).stages
        stages = tuple(
            s.but(skipped=s.key in left or (s.skipped and s.key != LAST)) for s in session.stages
        )
        ended = session.but(stages=stages, ended_early=True, ended_in=session.stage)
        after = work.but(session=ended)
        for point in self.park:
            after = point.apply(after, context)
        return after
