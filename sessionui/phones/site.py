"""The pages of the phones as one ASGI application, with everything that guards them."""

import asyncio
import secrets
import time
from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sessionui.crash import record_crash
from sessionui.locale import Language, as_language
from sessionui.phones import answering, joining, looking, replies
from sessionui.phones.address import Address
from sessionui.phones.gate import Gate, Peer
from sessionui.phones.limits import Bucket, Limits
from sessionui.phones.room import Room
from sessionui.phones.status import Presence
from sessionui.phones.trouble import WORDS, Trouble
from sessionui.phones.visit import LANG, Surroundings, Visit

Handler = Callable[[Visit], Awaitable[Response]]

# Entry paths are in capitals in QR codes.
PAGES: tuple[tuple[str, str, Handler], ...] = (
    ("/", "GET", joining.door),
    ("/", "POST", joining.knock),
    ("/r/{code}", "GET", joining.by_room_code),
    ("/R/{code}", "GET", joining.by_room_code),
    ("/p/{token}", "GET", joining.by_card),
    ("/P/{token}", "GET", joining.by_card),
    ("/t/{code}", "GET", joining.take_home),
    ("/T/{code}", "GET", joining.take_home),
    ("/in", "GET", joining.inside),
    ("/who", "GET", joining.who),
    ("/who", "POST", joining.choose),
    ("/elsewhere", "POST", joining.elsewhere),
    ("/leave", "GET", joining.leaving),
    ("/leave", "POST", joining.leave),
    ("/answers", "GET", answering.overview),
    ("/q/{number}", "GET", answering.question),
    ("/q/{number}", "POST", answering.answer),
    ("/done", "GET", answering.done),
    ("/done", "POST", answering.finish),
    ("/mine", "GET", looking.ask_code),
    ("/mine", "POST", looking.mine),
    ("/results", "GET", looking.results),
    ("/home", "GET", looking.home),
    ("/minutes", "GET", looking.minutes),
    ("/minutes.html", "GET", looking.minutes_file),
    ("/calendar.ics", "GET", looking.calendar),
)


def make_site(
    room: Room,
    address: Address,
    limits: Limits | None = None,
    presence: Presence | None = None,
    *,
    gate: Gate | None = None,
    now: Callable[[], float] = time.monotonic,
    random_bits: Callable[[int], int] = secrets.randbits,
) -> ASGIApp:
    """The whole site; ``now``: seconds that only go forward."""
    limits = limits or Limits()
    misses = Bucket(limits.misses, 1 / limits.miss_seconds, now)
    around = Surroundings(
        room, address, limits, Presence(now) if presence is None else presence, misses, random_bits
    )
    routes = [Route(path, _page(around, handler), methods=[m]) for path, m, handler in PAGES]
    routes += [
        Route("/phone.css", _style, methods=["GET"]),
        Route("/icon.svg", _icon, methods=["GET"]),
        Route("/favicon.ico", _icon, methods=["GET"]),
    ]
    app = Starlette(routes=routes, exception_handlers={HTTPException: _no_page})
    app.router.redirect_slashes = False
    return Guard(app, address, limits, Gate(limits, now) if gate is None else gate)


class Guard:
    """Stands before every page: pace, host, time, and what becomes of an error."""

    def __init__(self, app: ASGIApp, address: Address, limits: Limits, gate: Gate) -> None:
        self._app, self._address, self._limits, self._gate = app, address, limits, gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http":
            return
        peer: Peer = tuple(scope.get("client") or ("?", 0))
        answered = False

        async def sending(message: Message) -> None:
            nonlocal answered
            answered = True
            await send(message)

        allowed = self._gate.began(peer)
        try:
            refusal = self._refusal(scope, allowed=allowed)
            if not allowed:
                # Who asks for too much waits for the answer: each one takes the interface's time.
                await asyncio.sleep(self._limits.pause)
            if refusal is not None:
                await refusal(scope, receive, sending)
                return
            async with asyncio.timeout(self._limits.request):
                await self._app(scope, receive, sending)
        except Exception as error:  # noqa: BLE001 - it would be logged with what somebody wrote
            status = 408 if isinstance(error, TimeoutError) else 500
            if status == 500:
                record_crash(error)
            if not answered:
                await trouble_page(_lang(Request(scope)), status)(scope, receive, send)
        finally:
            self._gate.ended(peer)

    def _refusal(self, scope: Scope, *, allowed: bool) -> Response | None:
        lang = _lang(Request(scope))
        if not allowed:
            return trouble_page(lang, 429)
        if _head_bytes(scope) > self._limits.head_bytes:
            return trouble_page(lang, 431)
        hosts = [value for name, value in scope["headers"] if name == b"host"]
        if hosts != [self._address.authority.encode()]:
            return trouble_page(lang, 421)
        return None


def _head_bytes(scope: Scope) -> int:
    """How long the head of a request was; h11 stops only one that comes in pieces."""
    line = len(scope["method"]) + len(scope["raw_path"]) + len(scope["query_string"])
    return line + sum(len(name) + len(value) + len(": \r\n") for name, value in scope["headers"])


def trouble_page(lang: Language, status: int) -> Response:
    """A friendly page that says what is wrong and nothing else."""
    title, text = WORDS.get(status, WORDS[400])
    response = replies.page(
        "trouble.html.j2", lang, status, title=title, text=text, names=None, path="/"
    )
    # What the phone was still sending is not waited for.
    response.headers["Connection"] = "close"
    if status in (429, 503):
        response.headers["Retry-After"] = "30"
    return response


def _page(around: Surroundings, handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        lang = _lang(request)
        visit = Visit(request, around, lang, around.room.work)
        if as_language(request.query_params.get("lang", "")):
            visit.cookies[LANG] = lang
        try:
            if not visit.work.session.phones.secret:
                raise Trouble(503)
            if visit.rater is not None:
                around.presence.seen(f"{hash(visit.me):x}", visit.rater.side)
            if request.method == "GET":
                await visit.look()
            return await handler(visit)
        except Trouble as trouble:
            return visit.with_cookies(trouble_page(lang, trouble.status))
        except Exception as error:  # noqa: BLE001 - Starlette's own page and log say too much
            record_crash(error)
            return trouble_page(lang, 500)

    return endpoint


def _lang(request: Request) -> Language:
    """Asked for, chosen before, or first of the browser's languages that is ours; else English."""
    for asked in (request.query_params.get("lang", ""), request.cookies.get(LANG, "")):
        if known := as_language(asked):
            return known
    wanted = request.headers.get("accept-language", "")[:200].split(",")
    ranked = sorted(wanted, key=lambda tag: -_weight(tag))
    return next((known for tag in ranked if (known := as_language(tag.partition(";")[0]))), "en")


def _weight(tag: str) -> float:
    try:
        return float(tag.partition(";q=")[2] or 1)
    except ValueError:
        return 0


async def _no_page(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return trouble_page(_lang(request), status if status in WORDS else 404)


async def _style(_request: Request) -> Response:
    return replies.fixed(replies.style(), "text/css; charset=utf-8")


async def _icon(_request: Request) -> Response:
    return replies.fixed(replies.icon(), "image/svg+xml")
