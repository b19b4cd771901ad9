"""Who speaks first on an indicator (method, stage 6: the side that speaks first alternates).

Within a session the sides take turns by place in the order. Which of them begins the session is
chosen so that on as many indicators as possible the other side speaks first than last time.
"""

from sessionui.domain.sides import SIDES, SideKey, other
from sessionui.domain.work import Work


def first_speaker(work: Work, indicator_id: str) -> SideKey:
    """The side that speaks first: as set, else in turn by place in the order."""
    set_by_hand = work.session.discussion(indicator_id).first_speaker
    if set_by_hand:
        return set_by_hand
    ids = [i.indicator_id for i in work.items]
    begins = _begins(work, ids)
    place = ids.index(indicator_id) if indicator_id in ids else 0
    return begins if place % 2 == 0 else other(begins)


def first_last_time(work: Work, indicator_id: str) -> SideKey | None:
    """The side that spoke first when the indicator was last discussed; ``None`` if it never was.

    As far as it was noted who had spoken; else the side whose turn it was.
    """
    for session in reversed(work.past):
        talk = session.discussion(indicator_id)
        if talk.revealed_at is not None:
            return talk.spoken[0] if talk.spoken else talk.first_speaker
    return None


def _begins(work: Work, ids: list[str]) -> SideKey:
    """The side to begin with: the one with which most indicators go the other way round."""
    turned = 0
    for place, indicator_id in enumerate(ids):
        last = first_last_time(work, indicator_id)
        if last is not None:
            turned += 1 if last != SIDES[place % 2] else -1
    return "a" if turned >= 0 else "b"
