"""Which of the minutes in the store belong to a session as it is now."""

from typing import TYPE_CHECKING

from sessionui.domain.minutes.content import known_hash
from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.session import MinutesRef, Session
from store.repository import Repository

if TYPE_CHECKING:
    from sessionui.domain.work import Work


def kept_minutes(repository: Repository, session: Session) -> MinutesDocument | None:
    """The minutes as they were confirmed, or ``None`` of a draft.

    Those of an earlier confirmation don't count: older programs could stop between the two.
    """
    if session.minutes_only:
        return repository.minutes(session.id)
    confirmed = session.confirmed_at
    kept = repository.minutes(session.id) if confirmed else None
    return kept if kept is not None and kept.confirmed_at == confirmed else None


def earlier_versions(repository: Repository, session: Session) -> tuple[MinutesDocument, ...]:
    """The versions that were confirmed before the one that ``session`` is now, oldest first."""
    if not session.reopenings:
        return ()
    found = repository.minutes_versions(session.id)
    return tuple(d for d in found if d.confirmed_at != session.confirmed_at)


def version_of(repository: Repository, session: Session, number: int) -> MinutesDocument | None:
    """One confirmed version by its number, or ``None``."""
    found = repository.minutes_versions(session.id)
    return next((d for d in found if d.edition == number), None)


def previous_minutes(repository: Repository, work: "Work") -> MinutesRef | None:
    """The minutes in force of the last confirmed session before ``work``, or ``None``."""
    for session in reversed(work.past):
        if session.state != "confirmed":
            continue
        kept = repository.minutes(session.id)
        if kept is None:
            return MinutesRef(session_id=session.id, date=session.date)
        return MinutesRef(
            session_id=session.id,
            date=session.date,
            edition=kept.edition,
            content_hash="" if kept.altered else known_hash(kept),
        )
    return None
