"""The versions of confirmed minutes: numbered, each with why it was opened again."""

from collections.abc import Sequence
from itertools import pairwise

from sessionui.domain.minutes.changes import changes_between
from sessionui.domain.minutes.content import known_hash
from sessionui.domain.minutes.document import MinutesDocument, VersionNote


def numbered(documents: Sequence[MinutesDocument]) -> tuple[MinutesDocument, ...]:
    """Versions, oldest first, with their numbers; before these were kept, all were number 1.

    Of a session that was held elsewhere the first ones may not be there.
    """
    found: list[MinutesDocument] = []
    for document in documents:
        number = max(document.edition, found[-1].edition + 1 if found else 1)
        found.append(document if number == document.edition else document.but(edition=number))
    return tuple(found)


def versions(
    document: MinutesDocument, earlier: Sequence[MinutesDocument]
) -> tuple[VersionNote, ...]:
    """The versions before ``document``, each with what changed from it to the next one."""
    reasons = [reopening.reason for reopening in document.reopenings]
    return tuple(
        VersionNote(
            number=old.edition,
            confirmed_at=old.confirmed_at,
            content_hash=known_hash(old),
            reason=reasons[old.edition - 1] if old.edition <= len(reasons) else "",
            changes=changes_between(old, new),
        )
        for old, new in pairwise((*earlier, document))
        if old.confirmed_at is not None
    )
