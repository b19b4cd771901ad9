"""Whether anything was said in a session: one that holds nothing can go without losing a word."""

from typing import Final

from sessionui.domain.session import Session
from sessionui.domain.work import Work

_OF_ITS_PLAN: Final = {
    "id",
    "partnership_id",
    "kind",
    "date",
    "place",
    "facilitator",
    "created",
    "participants",
    "rules",
    "stages",
    "stage",
    "started_at",
    "paused_at",
}
"""What a session has from its plan, and its clock."""


def nothing_said(work: Work) -> bool:
    """Whether the session holds its plan and its clock only, and nothing else came of it.

    Nobody has scored, voted or been noted as present, and no action, decision or meaning of the
    partnership refers to it.
    """
    fields = Session.model_fields.items()
    noted = any(
        getattr(work.session, name) != field.get_default(call_default_factory=True)
        for name, field in fields
        if name not in _OF_ITS_PLAN
    )
    answered = work.has_ballots or bool(work.turnout.answered)
    return not (noted or answered or work.session.id in work.partnership.model_dump_json())
