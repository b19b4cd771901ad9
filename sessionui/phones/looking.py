"""Looking: one's own answers by receipt code, what the wall shows, and the minutes."""

import asyncio
import base64
import re
from decimal import Decimal
from hashlib import sha256
from typing import Literal
from urllib.parse import quote

from starlette.responses import Response

from sessionui.domain.figures import Given, IndicatorFigures
from sessionui.domain.scoring import Ballot
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.talk import talk_points
from sessionui.domain.work import Work
from sessionui.phones.joining import WRONG
from sessionui.phones.marks import sent, shown_mark
from sessionui.phones.replies import HEADERS, POLICY, html
from sessionui.phones.room import Room
from sessionui.phones.tokens import RECEIPT_LENGTH, normal
from sessionui.phones.trouble import Trouble
from sessionui.phones.visit import Visit
from sessionui.phones.visitor import ballot_with, with_code

_STYLES = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_ATTRIBUTES = re.compile(r'<[a-z]+ style="([^"]*)"')

# The axis of a picture: 1 to 10 over so many units, from the left edge.
LEFT, WIDTH = 16, 288


async def ask_code(visit: Visit) -> Response:
    """A field for a receipt code."""
    return visit.page("code.html.j2", wrong="", own=visit.ballot is not None)


async def mine(visit: Visit) -> Response:
    """One's own answers, and nobody else's."""
    fields = await visit.form()
    own = "own" in fields
    if own:
        ballot, code = visit.ballot, ""
    else:
        visit.may_guess()
        code = normal(fields.get("code", ""))
        ballot = ballot_with(visit.work, code) if len(code) == RECEIPT_LENGTH else None
    if ballot is None:
        if not own:
            visit.missed()
        return visit.page("code.html.j2", 422, wrong=WRONG, own=visit.ballot is not None)
    if "change" in fields and code:
        visit.be(with_code(visit.work, visit.me, code))
        return visit.go("/in")
    return visit.page(
        "mine.html.j2",
        answers=[(own, _rows(visit, ballot, own=own)) for own in (False, True)],
        side=ballot.side,
        sides=visit.work.names,
        code=code,
    )


async def results(visit: Visit) -> Response:
    """Scoring is closed: what the wall shows, if the session allows it."""
    if not visit.admitted:
        return visit.go("/")
    if visit.state in ("open", "empty"):
        return visit.go("/answers" if visit.rater else "/who")
    work = visit.work
    shown = work.session.phones.show_revealed
    return visit.page(
        "results.html.j2",
        shown=shown,
        items=[_picture(work, item) for item in work.revealed.items] if shown else [],
        total=len(work.items),
    )


async def home(visit: Visit) -> Response:
    """What may be taken home after confirmation."""
    if not visit.admitted:
        return visit.go("/")
    return visit.page("home.html.j2", ready=visit.state == "confirmed")


async def minutes(visit: Visit) -> Response:
    """The confirmed minutes, as they are exported, to read at once."""
    text = await asyncio.to_thread(_for_guests(visit).minutes_page, visit.lang)
    if text is None:
        return visit.go("/home")
    return visit.with_cookies(html(text, policy=POLICY.format(style=_styles_of(text))))


async def minutes_file(visit: Visit) -> Response:
    """The same page as a file that stays on the phone."""
    room = _for_guests(visit)
    text = await asyncio.to_thread(room.minutes_page, visit.lang)
    if text is None:
        return visit.go("/home")
    return _file(text.encode(), "text/html", await _name(room, "html", visit.lang))


async def _name(room: Room, form: Literal["html", "ics"], lang: str) -> str:
    return await asyncio.to_thread(room.file_name, form, lang)


def _file(content: bytes, kind: str, name: str) -> Response:
    """A download; the name in the two ways of RFC 6266, for it may have any letters."""
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "-_.") else "_" for c in name)
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    headers = {**HEADERS, "Content-Disposition": disposition}
    return Response(content, 200, headers, f"{kind}; charset=utf-8")


def _styles_of(text: str) -> str:
    """What the policy allows: the styles that stand in this page, and no others.

    Text of people is escaped in it, so no quote of theirs makes an attribute.
    """
    sheets, attributes = _STYLES.findall(text), sorted(set(_ATTRIBUTES.findall(text)))
    allowed = ["'unsafe-hashes'"] if attributes else []
    allowed += [
        f"'sha256-{base64.b64encode(sha256(style.encode()).digest()).decode()}'"
        for style in (*sheets, *attributes)
    ]
    return " ".join(allowed) or "'none'"


async def calendar(visit: Visit) -> Response:
    """The next session and the actions for a calendar."""
    room = _for_guests(visit)
    content = await asyncio.to_thread(room.calendar, visit.lang)
    if content is None:
        return visit.go("/home")
    return _file(content, "text/calendar", await _name(room, "ics", visit.lang))


def _for_guests(visit: Visit) -> Room:
    if not visit.admitted or visit.state != "confirmed":
        raise Trouble(404)
    return visit.around.room


def _rows(visit: Visit, ballot: Ballot, *, own: bool) -> list[tuple[str, str, str]]:
    """(indicator, mark as written, reason) of what was filled in; "" for not applicable."""
    rows = []
    for item in visit.work.items:
        answer = ballot.answer(item.indicator_id, own=own)
        if answer is not None:
            written = "" if answer.mark is None else shown_mark(sent(answer.mark), visit.lang)
            rows.append((visit.work.indicator_name(item.indicator_id), written, answer.reason))
    return rows


def _picture(work: Work, item: IndicatorFigures) -> dict[str, object]:
    """One indicator as the wall shows it."""
    sides: dict[SideKey, dict[str, object]] = {}
    for side in SIDES:
        given = item.given(side)
        sides[side] = {
            "given": given,
            "at": _place(given.mean),
            "dots": [_place(Decimal(str(dot.mark))) for dot in given.dots],
            "range": _range(given),
        }
    return {
        "name": work.indicator_name(item.indicator_id),
        "text": _meaning(work, item),
        "sides": sides,
        "talk": [p.sentence for p in talk_points(item, work.names, work.earlier)],
        "now": item.indicator_id == work.session.at_indicator,
    }


def _meaning(work: Work, item: IndicatorFigures) -> str:
    indicator = work.partnership.indicator(item.indicator_id)
    return indicator.revision(item.revision).meaning.text if indicator else ""


def _range(given: Given) -> tuple[float | None, float | None] | None:
    """The ends of what a side gave; ``None`` where dots say it or it is hidden."""
    if given.dots or given.low is None or given.high is None or given.low == given.high:
        return None
    return _place(Decimal(str(given.low))), _place(Decimal(str(given.high)))


def _place(mark: Decimal | None) -> float | None:
    """Where a mark stands on the axis."""
    return None if mark is None else round(LEFT + WIDTH * (float(mark) - 1) / 9, 1)
