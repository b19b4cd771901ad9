"""Documents from models and back. A document that isn't what it should be is refused by name.

What is secret lies in documents of its own (tables ``urns`` and ``turnout``), with a seal that
says how the store may treat them: a round in side secrecy is ``open`` until it is locked. So is a
dot vote until its result is shown: votes, and who voted, are taken out of the session's document.
"""

from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.record import Record
from sessionui.domain.scoring import Turnout, Urn
from sessionui.domain.session import Session
from store.contents import Key
from store.encoding import Document
from store.errors import Invalid
from store.layout import CLOSED, NO_SEAL, OPEN, SEAL_FIELD

if TYPE_CHECKING:
    from sessionui.domain.partnership import Partnership

PARTNERSHIPS = "partnerships"
SESSIONS = "sessions"
URNS = "urns"
TURNOUT = "turnout"
MINUTES = "minutes"

_VOTES = ("votes", "voted")

M = TypeVar("M", bound=Record)


def dots_key(session_id: str) -> Key:
    """Where the dot votes of a session lie."""
    return URNS, f"{session_id}/dots"


def partnership_document(partnership: "Partnership") -> Document:
    """The document of a partnership."""
    return partnership.model_dump(mode="json")


def partnership_from(document: Document) -> "Partnership":
    """The partnership in a document. Raises ``Invalid``."""
    from sessionui.domain.partnership import Partnership  # finished minutes are read without it

    return _model(Partnership, PARTNERSHIPS, document["id"], document)


def session_documents(session: Session) -> dict[Key, Document | None]:
    """The documents of a session: itself, and its dot votes if there are any."""
    document = session.model_dump(mode="json")
    votes = {name: document["define"].pop(name) for name in _VOTES}
    seal = CLOSED if session.define.votes_shown else OPEN
    key = dots_key(session.id)
    dots = {"id": key[1], SEAL_FIELD: seal, **votes} if any(votes.values()) else None
    return {(SESSIONS, session.id): document, key: dots}


def session_from(document: Document, dots: Document | None) -> Session:
    """The session in its documents. Raises ``Invalid``."""
    define = document.get("define")
    if dots is not None and isinstance(define, dict):
        define |= {name: dots.get(name, []) for name in _VOTES}
    return _model(Session, SESSIONS, document["id"], document)


def urn_documents(session: Session, urn: Urn, turnout: Turnout) -> dict[Key, Document | None]:
    """The documents of a round: ballots, and apart from them who answered; none while empty.

    Without a ballot it still matters what was taken in before, and taken back since.
    """
    seal = seal_of(session)
    empty = urn == Urn(id=urn.id)
    return {
        (URNS, session.id): None if empty else _sealed(urn, seal),
        (TURNOUT, session.id): _sealed(turnout, seal) if turnout.answered else None,
    }


def seal_of(session: Session) -> str:
    """How the ballots of a session may be treated."""
    if session.rules.secrecy == "name":
        return NO_SEAL
    return CLOSED if session.locked else OPEN


def _sealed(record: Urn | Turnout, seal: str) -> Document:
    return {"id": record.id, SEAL_FIELD: seal, **record.model_dump(mode="json")}


def urn_from(session_id: str, document: Document | None) -> Urn:
    """The urn in a document; an empty one for none. Raises ``Invalid``."""
    return _unsealed(Urn, URNS, document) if document else Urn(id=session_id)


def turnout_from(session_id: str, document: Document | None) -> Turnout:
    """The turnout in a document; an empty one for none. Raises ``Invalid``."""
    return _unsealed(Turnout, TURNOUT, document) if document else Turnout(id=session_id)


def _unsealed(kind: type[M], table: str, document: Document) -> M:
    bare = {name: value for name, value in document.items() if name != SEAL_FIELD}
    return _model(kind, table, document["id"], bare)


def minutes_document(minutes: MinutesDocument) -> Document:
    """The document of confirmed minutes, under the id of their session."""
    return {"id": minutes.session_id, "minutes": minutes.model_dump(mode="json")}


def minutes_from(document: Document) -> MinutesDocument:
    """The minutes in a document. Raises ``Invalid``."""
    return _model(MinutesDocument, MINUTES, document["id"], document.get("minutes"))


def _model(kind: type[M], table: str, name: str, document: object) -> M:
    try:
        return kind.model_validate(document)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        field = ".".join(map(str, first["loc"]))
        raise Invalid(table=table, id=name, field=field) from None
