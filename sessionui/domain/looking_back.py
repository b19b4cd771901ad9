"""What a session looks back on: actions of earlier sessions, and what was told of them since.

Between two sessions an action may be done, dropped or postponed (``intents/between.py``). The next
session that begins hears of it: each word is told once, in the look-back of the session that began
after it, because the sessions before didn't know it yet (``Action.up_to``).
"""

from datetime import date, datetime

from sessionui.domain.agreements import Action, ActionEvent
from sessionui.domain.session import Session
from sessionui.domain.work import Work


def to_look_back_on(work: Work) -> tuple[Action, ...]:
    """The actions that were open when the session before began, as this session knows them.

    So those that were closed in between are among them, with those that this session closed.
    """
    return tuple(
        a
        for a in work.actions
        if not (work.of_this_session(a) or a.withdrawn)
        and (a.state == "open" or a.event_in(work.session.id) or told_since(work, a))
    )


def told_since(work: Work, action: Action) -> tuple[ActionEvent, ...]:
    """What was said of it outside any session since the one before this began, oldest first."""
    known = action.up_to(work.session.id, work.session.started_at)
    before = _began_before(work)
    return tuple(
        e for e in known.events if e.session_id is None and (before is None or e.at > before)
    )


def last_word(work: Work, action: Action) -> ActionEvent | None:
    """What became of it: as this session said, else as was told since last time, or ``None``.

    One that was opened again in between has to be looked at.
    """
    if event := action.event_in(work.session.id):
        return event
    told = told_since(work, action)
    return told[-1] if told and told[-1].outcome != "reopened" else None


def due_at_start(work: Work, action: Action) -> date | None:
    """The date that it was due when the session began: before the session postponed it."""
    mine = work.session.id
    return action.but(events=tuple(e for e in action.events if e.session_id != mine)).due_now


def late_by(work: Work, today: date) -> date:
    """The day that dates are late by: of a session that was confirmed once its own, else today."""
    session = work.session
    past = session.state == "confirmed" or session.reopenings
    return min(session.date, today) if past else today


def _began_before(work: Work) -> datetime | None:
    """When the last session before this one began, or ``None`` when there was none."""
    mine = work.session.started_at
    began = [moment for s in work.past if (moment := _began(s)) is not None]
    return max((b for b in began if mine is None or b < mine), default=None)


def _began(session: Session) -> datetime | None:
    return session.started_at or (session.created if session.minutes_only else None)
