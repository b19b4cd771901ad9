"""Who a phone speaks for, read from its cookie and checked against the session as it is now.

The cookie is one of these; ``T`` is a token, see ``tokens``:

- ``r.ISSUE.SEAL``: knows the code of the room, hasn't chosen yet;
- ``s.T.SIDE.SEAL``: picked a side (by side);
- ``n.T``: picked a name (by name); the session keeps a hash of T with that person;
- ``k.T`` or ``k.T.CODE``: a personal code, with the receipt code of answers given before;
- ``c.CODE``: the receipt code of answers that are there.
"""

from dataclasses import dataclass, field

from sessionui.domain.scoring import Ballot, receipt_hash
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.work import Work
from sessionui.phones.tokens import key_hash, picked_hash, receipt_code, same, seal


@dataclass(frozen=True)
class Rater:
    """Somebody who may answer: their side, their ballot's receipt code, and who, where known.

    ``picked``: no card proves who it is, so that only the ballot with this code is theirs.
    ``by_receipt``: nothing but the receipt code brought them here. ``by_card``: a card did, and it
    opens the same answers on another phone.
    """

    side: SideKey
    code: str = field(repr=False)
    person_id: str | None = None
    picked: bool = False
    by_receipt: bool = False
    by_card: bool = False


def admission(work: Work, visitor: str) -> str:
    """The cookie of a phone that knows the code of the room."""
    issue = str(work.session.phones.issue)
    return f"r.{issue}.{_admission_seal(work, issue, visitor)}"


def is_admitted(work: Work, cookie: str, visitor: str) -> bool:
    """Whether the phone knows the room's code of now."""
    kind, _, rest = cookie.partition(".")
    issue, _, given = rest.partition(".")
    current = issue == str(work.session.phones.issue)
    return kind == "r" and current and same(given, _admission_seal(work, issue, visitor))


def of_side(work: Work, token: str, side: SideKey) -> str:
    """The cookie of a phone that picked a side."""
    return f"s.{token}.{side}.{_side_seal(work, token, side)}"


def rater_of(work: Work, cookie: str) -> Rater | None:
    """Who the phone with that cookie speaks for; ``None`` for nobody (any more)."""
    kind, *parts = cookie.split(".")
    match kind, parts:
        case "s", [token, side, given] if work.session.rules.secrecy == "side":
            return _picked_side(work, token, side, given)
        case "n", [token] if work.session.rules.secrecy == "name":
            return _keyed(work, token, picked=True)
        case "k", [token]:
            return _keyed(work, token)
        case "k", [token, code]:
            return _keyed(work, token, code)
        case "c", [code]:
            return _by_receipt(work, code)
    return None


def ballot_with(work: Work, code: str) -> Ballot | None:
    """The ballot with that receipt code."""
    return work.urn.with_receipt(receipt_hash(work.session.id, code)) if code else None


def ballot_of(work: Work, rater: Rater) -> Ballot | None:
    """The answers that this phone may see and change."""
    if work.session.rules.secrecy == "name" and not rater.picked:
        return work.urn.of_rater(rater.person_id or "")
    found = ballot_with(work, rater.code)
    return found if found is not None and found.side == rater.side else None


def answered_elsewhere(work: Work, rater: Rater) -> bool:
    """Whether this person's answers are there and this phone has no right to them yet."""
    if rater.person_id is None or ballot_of(work, rater) is not None:
        return False
    if work.session.rules.secrecy == "name":
        return work.urn.of_rater(rater.person_id) is not None
    return rater.person_id in work.turnout.answered


def name_is_taken(work: Work, person_id: str) -> bool:
    """Whether answers under that name are there, so that picking it isn't enough."""
    return work.urn.of_rater(person_id) is not None or person_id in work.turnout.answered


def _picked_side(work: Work, token: str, side: str, given: str) -> Rater | None:
    for key in SIDES:
        if side == key and same(given, _side_seal(work, token, key)):
            return Rater(key, receipt_code(token, work.session.id))
    return None


def _keyed(work: Work, token: str, code: str = "", *, picked: bool = False) -> Rater | None:
    hashed = picked_hash(token) if picked else key_hash(token)
    # Every key is compared, so that the time says nothing of how many there are before it.
    found = [key.person_id for key in work.session.phones.personal if same(key.hash, hashed)]
    person = work.partnership.person(found[0]) if found else None
    if person is None:
        return None
    if code:
        ballot = ballot_with(work, code)
        if ballot is None or ballot.side != person.side:
            code = ""
    own = receipt_code(token, work.session.id)
    # By side a card finds no answers but those that were begun with it.
    finds = work.session.rules.secrecy == "name" or code in ("", own)
    return Rater(person.side, code or own, person.id, picked=picked, by_card=finds and not picked)


def _by_receipt(work: Work, code: str) -> Rater | None:
    ballot = ballot_with(work, code)
    if ballot is None:
        return None
    return Rater(ballot.side, code, ballot.rater_id, picked=True, by_receipt=True)


def with_code(work: Work, cookie: str, code: str) -> str:
    """The cookie of the phone once it has that receipt code; one with a card keeps the card.

    A card of which answers can be found needs no code: then it is that of somebody else, and the
    phone speaks for them.
    """
    kind, _, rest = cookie.partition(".")
    rater, ballot = rater_of(work, cookie), ballot_with(work, code)
    if kind == "k" and rater is not None and ballot is not None:
        if ballot_of(work, rater) == ballot:
            return cookie
        if answered_elsewhere(work, rater) and ballot.side == rater.side:
            return f"k.{rest.partition('.')[0]}.{code}"
    return f"c.{code}"


def _admission_seal(work: Work, issue: str, visitor: str) -> str:
    return seal(work.session.phones.secret, "room", work.session.id, issue, visitor)


def _side_seal(work: Work, token: str, side: SideKey) -> str:
    return seal(work.session.phones.secret, "side", work.session.id, token, side)
