"""Whether a document is what the models expect, for ``check``."""

from store import mapping
from store.encoding import Document
from store.errors import Invalid


def judge(table: str, document: Document) -> str:
    """The field that is not as it should be, or ``""``."""
    try:
        _read(table, document)
    except Invalid as invalid:
        return str(invalid.sentence.values["field"])
    return ""


def _read(table: str, document: Document) -> None:
    if table == mapping.PARTNERSHIPS:
        mapping.partnership_from(document)
    elif table == mapping.SESSIONS:
        mapping.session_from(document, None)
    elif table == mapping.URNS and not document["id"].endswith("/dots"):
        mapping.urn_from(document["id"], document)
    elif table == mapping.TURNOUT:
        mapping.turnout_from(document["id"], document)
    elif table == mapping.MINUTES:
        mapping.minutes_from(document)
