"""One request of a phone: who it is, in which language, and the ways to answer it."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from sessionui.domain.intents.base import Intent
from sessionui.domain.scoring import Ballot
from sessionui.domain.wording import Sentence
from sessionui.domain.work import Work
from sessionui.locale import Language
from sessionui.phones.address import Address
from sessionui.phones.forms import read_form
from sessionui.phones.limits import Bucket, Limits
from sessionui.phones.replies import COOKIE_SECONDS, page, redirect
from sessionui.phones.room import NotSavedError, Room
from sessionui.phones.saving import give, on_disk
from sessionui.phones.status import Presence
from sessionui.phones.tokens import new_token, same, seal
from sessionui.phones.trouble import Trouble
from sessionui.phones.visitor import Rater, ballot_of, is_admitted, rater_of

ME, VISITOR, LANG = "me", "visitor", "lang"


@dataclass
class Surroundings:
    """What every visit shares.

    ``unsettled``: receipt codes and people of whom something was given that isn't on the disk.
    """

    room: Room
    address: Address
    limits: Limits
    presence: Presence
    misses: Bucket
    random_bits: Callable[[int], int] = secrets.randbits
    unsettled: set[str] = field(default_factory=set, repr=False)


@dataclass
class Visit:
    """A request, read against the session as it was when it came in."""

    request: Request
    around: Surroundings
    lang: Language
    work: Work
    cookies: dict[str, str | None] = field(default_factory=dict, repr=False)
    unsettled: bool = False

    @cached_property
    def me(self) -> str:
        """The cookie that says who the phone speaks for, as it came in."""
        return self.request.cookies.get(ME, "")[:200]

    @cached_property
    def visitor(self) -> str:
        """A random name for this browser, which its forms are sealed with."""
        known = self.request.cookies.get(VISITOR, "")
        if known.isalnum() and known.isascii() and len(known) <= 40:
            return known
        fresh = new_token(self.around.random_bits)
        self.cookies[VISITOR] = fresh
        return fresh

    @cached_property
    def rater(self) -> Rater | None:
        """Who the phone speaks for."""
        return rater_of(self.work, self.me) if self.me else None

    @cached_property
    def admitted(self) -> bool:
        """Whether the phone has come in, with or without having said for whom."""
        return self.rater is not None or is_admitted(self.work, self.me, self.visitor)

    @property
    def ballot(self) -> Ballot | None:
        """The answers that this phone may see and change."""
        return ballot_of(self.work, self.rater) if self.rater else None

    @property
    def host(self) -> str:
        """The address that the request came from."""
        return self.request.client.host if self.request.client else "?"

    @property
    def form_token(self) -> str:
        """What a form of this browser carries to show that the browser was given it."""
        return seal(self.work.session.phones.secret, "form", self.visitor)

    async def form(self) -> dict[str, str]:
        """The fields of a form that this server gave out. Raises ``Trouble``."""
        if self.request.headers.get("origin") != self.around.address.origin:
            raise Trouble(403)
        fields = await read_form(self.request, self.around.limits)
        if VISITOR not in self.request.cookies or not same(
            fields.get("token", ""), self.form_token
        ):
            raise Trouble(403)
        return fields

    def may_guess(self) -> None:
        """Raises ``Trouble`` for an address with too many wrong codes behind it."""
        if self.around.misses.left(self.host) < 1:
            raise Trouble(429)

    def missed(self) -> None:
        """Note a wrong code. Raises ``Trouble`` when there were too many."""
        self.around.presence.missed()
        if not self.around.misses.take(self.host):
            raise Trouble(429)

    def be(self, cookie: str | None) -> None:
        """From now on the phone speaks for that cookie, or for nobody."""
        self.cookies[ME] = cookie

    def token(self) -> str:
        """A new token."""
        return new_token(self.around.random_bits)

    def page(self, template: str, status: int = 200, **values: Any) -> Response:
        """The page made from ``template``, with what every page needs."""
        shared = {
            "names": self.work.names if self.admitted else None,
            "path": self.request.url.path,
            "rehearsal": self.work.session.rehearsal,
            "rater": self.rater,
            "state": self.state,
            "secrecy": self.work.session.rules.secrecy,
            "form_token": self.form_token,
            "unsettled": self.unsettled,
        }
        return self.with_cookies(page(template, self.lang, status, **{**shared, **values}))

    def go(self, path: str) -> Response:
        """On to another page."""
        return self.with_cookies(redirect(path))

    def with_cookies(self, response: Response) -> Response:
        """The response with the cookies that changed."""
        for name, value in self.cookies.items():
            if value is None:
                response.delete_cookie(name, httponly=True, samesite="strict")
            else:
                response.set_cookie(
                    name, value, max_age=COOKIE_SECONDS, httponly=True, samesite="strict"
                )
        return response

    @property
    def state(self) -> str:
        """What the session has for phones: ``empty``, ``open``, ``locked`` or ``confirmed``."""
        session = self.work.session
        if session.state == "confirmed":
            return "confirmed"
        if session.locked:
            return "locked"
        return "open" if self.work.items else "empty"

    async def give(self, intent: Intent) -> Sentence | None:
        """Have it carried out; returns when it is on the disk. Raises ``NotSavedError``."""
        try:
            refused = await give(self.around.room, intent)
        except NotSavedError:
            self.around.unsettled |= self._marks
            raise
        if refused is None:
            self.around.unsettled -= self._marks
        return refused

    async def look(self) -> None:
        """Find out whether what this rater gave is on the disk by now, where it wasn't."""
        if self._marks & self.around.unsettled:
            self.unsettled = not await on_disk(self.around.room)
            if not self.unsettled:
                self.around.unsettled -= self._marks

    @property
    def _marks(self) -> set[str]:
        rater = self.rater
        return {m for m in (rater.code, rater.person_id) if m} if rater else set()
