"""Coming back to the parking lot: a point becomes an action or a decision, or goes."""

from dataclasses import dataclass

from sessionui.domain.intents.base import Context, Intent
from sessionui.domain.parking import open_point
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work


@dataclass(frozen=True)
class SettleParked(Intent):
    """Take a point out of the parking lot; ``by``: the intent that it became, carried out with it.

    One of an earlier session stays in that session's minutes; this one notes that it is settled.
    """

    parked_id: str
    by: Intent | None = None

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. Refuses a point that is not parked, and what ``by`` refuses."""
        point = open_point(work, self.parked_id)
        if point is None:
            raise Refused(N_("That point is not parked any more."))
        after = self.by.apply(work, context) if self.by else work
        session = after.session
        if point.parked_on is None:
            parked = tuple(p for p in session.parked if p.id != self.parked_id)
            return after.but(session=session.but(parked=parked))
        settled = (*session.parked_settled, self.parked_id)
        return after.but(session=session.but(parked_settled=settled))
