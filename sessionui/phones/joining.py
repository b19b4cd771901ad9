"""Coming in: by the code of the room, by a personal code, by a receipt code; and going out."""

from starlette.responses import Response

from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.phones import IssueKey, WithdrawAnswers
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.work import Work
from sessionui.locale import N_, phrase
from sessionui.phones.room import NotSavedError
from sessionui.phones.tokens import (
    RECEIPT_LENGTH,
    ROOM_LENGTH,
    TOKEN_LENGTH,
    normal,
    picked_hash,
    room_code,
    same,
)
from sessionui.phones.trouble import Trouble
from sessionui.phones.visit import Visit
from sessionui.phones.visitor import (
    admission,
    ballot_with,
    name_is_taken,
    of_side,
    rater_of,
    with_code,
)

WRONG = N_("That is not a code of this session. Look at the screen and type it once more.")


async def door(visit: Visit) -> Response:
    """The first page: on to the answers for who is in, else a field for a code."""
    if visit.rater is not None:
        return visit.go(next_page(visit))
    if visit.admitted:
        return visit.go("/home" if visit.state == "confirmed" else "/who")
    if visit.me:
        visit.be(None)  # it speaks for nobody any more: revoked, or of another session
    return visit.page("door.html.j2", wrong="", renewed=bool(visit.me))


async def knock(visit: Visit) -> Response:
    """A code was typed."""
    fields = await visit.form()
    cookie = await _cookie_for(visit, normal(fields.get("code", "")))
    if cookie is None:
        visit.missed()
        return visit.page("door.html.j2", 422, wrong=WRONG, renewed=False)
    visit.be(cookie)
    return visit.go("/in")


async def by_room_code(visit: Visit) -> Response:
    """The QR code of the room was scanned."""
    return await _entered(visit, ROOM_LENGTH, "code")


async def by_card(visit: Visit) -> Response:
    """A personal QR code was scanned."""
    return await _entered(visit, TOKEN_LENGTH, "token")


async def take_home(visit: Visit) -> Response:
    """The QR code of the minutes was scanned."""
    return await _entered(visit, ROOM_LENGTH, "code")


async def inside(visit: Visit) -> Response:
    """After coming in. A phone that has no cookie yet gets a page with one tap more.

    Browsers hold a strict cookie back right after a link in a mail; it comes with the next tap.
    """
    if not visit.me:
        return visit.page("tap.html.j2")
    return await door(visit)


async def who(visit: Visit) -> Response:
    """Whose answers will these be?"""
    if visit.rater is not None:
        return visit.go(next_page(visit))
    if not visit.admitted:
        return visit.go("/")
    return _choices(visit)


async def choose(visit: Visit) -> Response:
    """A side or a name was picked."""
    fields = await visit.form()
    if visit.rater is not None:
        return visit.go(next_page(visit))
    if not visit.admitted:
        return visit.go("/")
    if visit.work.session.locked:
        return visit.go("/results")
    if visit.work.session.rules.secrecy == "side":
        for side in SIDES:
            if fields.get("side") == side:
                visit.be(of_side(visit.work, visit.token(), side))
                return visit.go("/answers")
        raise Trouble(400)
    return await _pick_name(visit, fields.get("person", ""))


async def elsewhere(visit: Visit) -> Response:
    """Somebody whose answers are in already gave the receipt code of them, or a personal code."""
    fields = await visit.form()
    rater = visit.rater
    if rater is None:
        return visit.go("/")
    code = normal(fields.get("code", ""))
    if len(code) == TOKEN_LENGTH and (cookie := await _cookie_for(visit, code)):
        visit.be(cookie)
        return visit.go("/answers")
    visit.may_guess()
    ballot = ballot_with(visit.work, code) if len(code) == RECEIPT_LENGTH else None
    by_name = visit.work.session.rules.secrecy == "name"
    right = ballot is not None and ballot.side == rater.side
    if ballot is None or not right or (by_name and ballot.rater_id != rater.person_id):
        visit.missed()
        return visit.page("elsewhere.html.j2", 422, wrong=WRONG, path="/answers")
    visit.be(with_code(visit.work, visit.me, code))
    return visit.go("/answers")


async def leaving(visit: Visit) -> Response:
    """What shall become of the answers that this phone has given?"""
    ballot = visit.ballot
    if ballot is None or visit.work.session.locked:
        return visit.go("/")
    return visit.page("leave.html.j2", count=len(ballot.answers))


async def leave(visit: Visit) -> Response:
    """This phone is for somebody else from now on; their answers stay unless they take them."""
    fields = await visit.form()
    rater = visit.rater
    if "withdraw" in fields and rater is not None and visit.ballot is not None:
        if visit.work.session.locked:
            return visit.page("closed.html.j2", 409)
        back = WithdrawAnswers(
            rater.side,
            rater.code,
            rater.person_id,
            picked=rater.picked,
            by_receipt=rater.by_receipt,
        )
        refused = await _given(visit, back)
        if refused is not None:
            return refused
        if rater.by_receipt and rater.person_id is None:
            return visit.go("/answers")  # the code is still theirs, and the way to answer again
    visit.be(None)
    return visit.go("/")


def next_page(visit: Visit) -> str:
    """Where somebody who is in goes."""
    return {"confirmed": "/home", "locked": "/results"}.get(visit.state, "/answers")


def people_to_pick(work: Work) -> list[tuple[SideKey, list[tuple[str, str]]]]:
    """(id, name) of everybody who may answer, by side: those who are asked first."""
    sides: list[tuple[SideKey, list[tuple[str, str]]]] = []
    for side in SIDES:
        asked = work.raters(side)
        others = [p.id for p in work.partnership.people_of(side) if p.id not in asked]
        sides.append((side, [(p, work.person_name(p)) for p in (*asked, *others)]))
    return sides


async def _entered(visit: Visit, length: int, name: str) -> Response:
    code = normal(str(visit.request.path_params[name]))
    cookie = await _cookie_for(visit, code) if len(code) == length else None
    if cookie is None:
        visit.missed()
        return visit.page("door.html.j2", 404, wrong=WRONG, renewed=False, path="/")
    # Who is in stays who they are: scanning the wall again must not forget whose phone it is.
    if visit.rater is None or not cookie.startswith("r."):
        visit.be(cookie)
    return visit.go("/in")


async def _cookie_for(visit: Visit, code: str) -> str | None:
    """What a phone with that code gets; ``None`` for a wrong one."""
    work = visit.work
    if len(code) == TOKEN_LENGTH:  # too long to be guessed, so nobody has to wait for others
        return f"k.{code}" if rater_of(work, f"k.{code}") else None
    visit.may_guess()
    if len(code) == ROOM_LENGTH and same(code, room_code(work.session.phones)):
        return admission(work, visit.visitor)
    if len(code) == RECEIPT_LENGTH and ballot_with(work, code):
        return f"c.{code}"
    return None


def _choices(visit: Visit, status: int = 200, refused: str = "") -> Response:
    if visit.work.session.locked:
        return visit.go("/results")
    return visit.page("who.html.j2", status, people=people_to_pick(visit.work), refused=refused)


async def _pick_name(visit: Visit, person_id: str) -> Response:
    known = [p for _, people in people_to_pick(visit.work) for p, _ in people]
    if person_id not in known:
        raise Trouble(400)
    if name_is_taken(visit.work, person_id):
        return _choices(visit, 409, visit.work.person_name(person_id))
    token = visit.token()
    refused = await _given(visit, IssueKey(person_id, picked_hash(token), picked=True))
    if refused is not None:
        return refused
    visit.be(f"n.{token}")
    return visit.go("/answers")


async def _given(visit: Visit, intent: Intent) -> Response | None:
    """``None`` when it is carried out and on the disk. Raises ``Trouble``."""
    try:
        refused = await visit.give(intent)
    except NotSavedError:
        raise Trouble(503) from None
    if refused is None:
        return None
    text = phrase(refused.template, refused.values, visit.lang)
    return visit.page("refused.html.j2", 409, text=text, path="/")
