"""The home screen's summary of a partnership, made from its sessions."""

from collections.abc import Sequence

from sessionui.domain.cards import Card
from sessionui.domain.history import overall_line
from sessionui.domain.partnership import Partnership
from sessionui.domain.rounds import RoundFigures
from sessionui.domain.session import Session


def card_of(
    partnership: Partnership, sessions: Sequence[Session], rounds: Sequence[RoundFigures]
) -> Card:
    """The card of a partnership. ``rounds``: its revealed rounds; nothing else may show a mark."""
    last = max(sessions, key=lambda s: (s.state != "planned", s.date, s.created), default=None)
    planned = [s.date for s in sessions if s.state == "planned"]
    following = min(planned, default=partnership.next_session)
    marked = [p for p in overall_line(rounds).points if p.value is not None]
    return Card(
        id=partnership.id,
        name_a=partnership.name_a,
        name_b=partnership.name_b,
        marks=tuple(str(p.value) for p in marked),
        breaks=tuple(n for n, p in enumerate(marked) if p.break_before),
        due=tuple(a.due_now.isoformat() if a.due_now else "" for a in partnership.open_actions),
        next_session=following.isoformat() if following else "",
        session_id=last.id if last else "",
        session_kind=last.kind if last else "",
        session_date=last.date.isoformat() if last else "",
        session_state=last.state if last else "",
        sessions=len(sessions),
        archived=partnership.archived,
        example=partnership.example,
    )
