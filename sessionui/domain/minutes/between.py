"""How the actions of a partnership stand between two sessions, for calendars."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.minutes.document import BETWEEN, MinutesDocument
from sessionui.domain.partnership import Partnership
from sessionui.domain.scoring import Turnout, Urn
from sessionui.domain.session import Session, StageState
from sessionui.domain.work import Work

KIND: Final = "quarterly"


def standing_now(
    partnership: Partnership, sessions: Sequence[Session], now: datetime
) -> MinutesDocument:
    """The actions as they stand at ``now``: open ones, and what was told since the last minutes.

    Every one that was ever withdrawn is named as such.

    It has the shape of minutes and is none: its ``session_id`` is ``BETWEEN``, ``confirmed_at`` is
    the moment. ``date`` is today; the day before while a session of today has not begun,
    because its minutes come later than this.
    """
    today = now.date()
    waits = any(s.date == today and s.started_at is None for s in sessions)
    session = Session(
        id=BETWEEN,
        partnership_id=partnership.id,
        kind=KIND,
        date=today,
        created=now,
        started_at=now,
        stages=(StageState(key="look_back", minutes=0),),
        stage="look_back",
    )
    # Of one that isn't confirmed no minutes took the entries off.
    past = tuple(s for s in sessions if s.date <= today and s.state == "confirmed")
    work = Work(partnership, session, Urn(id=BETWEEN), Turnout(id=BETWEEN), past=past)
    day = today - timedelta(days=1) if waits else today
    # Whenever it was agreed: one that was taken back has to go from every calendar.
    withdrawn = tuple(a.number for a in partnership.actions if a.withdrawn)
    return minutes_of(work, now).but(
        date=day, confirmed_at=now, next_session=None, withdrawn_actions=withdrawn
    )
