"""A phone without a screen: keeps cookies, follows redirects, fills in the forms that it sees."""

import re
from dataclasses import dataclass, field
from html import unescape
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from sessionui.phones.address import Address

TOKEN = re.compile(r'name="token" value="([^"]*)"')


@dataclass
class Reply:
    """What came back. ``path``: of the page at the end."""

    status: int
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return unescape(self.body.decode())

    @property
    def title(self) -> str:
        return unescape(self.body.decode().partition("<title>")[2].partition("</title>")[0])


@dataclass
class Phone:
    """``source``: the address that it calls from (any in 127.0.0.0/8)."""

    address: Address
    lang: str = "en"
    source: str = "127.0.0.1"
    cookies: dict[str, str] = field(default_factory=dict)
    replies: list[Reply] = field(default_factory=list)

    def raw(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Reply:
        """One request and what came back at once."""
        connection = HTTPConnection(
            self.address.host, self.address.port, timeout=30, source_address=(self.source, 0)
        )
        sent = {"Accept-Language": self.lang, "Host": self.address.authority}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in sent.items():
            connection.putheader(name, value)
        if body is not None:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        response = connection.getresponse()
        reply = Reply(response.status, path, dict(response.getheaders()), response.read())
        for name, value in response.getheaders():
            if name.lower() == "set-cookie":
                for morsel in SimpleCookie(value).values():
                    if morsel["max-age"] == "0" or not morsel.value:
                        self.cookies.pop(morsel.key, None)
                    else:
                        self.cookies[morsel.key] = morsel.value
        connection.close()
        self.replies.append(reply)
        return reply

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Reply:
        """One request and where it leads to."""
        for _ in range(6):
            reply = self.raw(method, path, body, **headers)
            if reply.status != 303:
                return reply
            method, path, body = "GET", reply.headers["location"], None
            headers = {}
        raise AssertionError("it goes round")

    def get(self, path: str, **headers: str) -> Reply:
        return self.ask("GET", path, None, **headers)

    def post(self, path: str, form: dict[str, str], **headers: str) -> Reply:
        """Send a form with the token of the last page that had one."""
        tokens = [m for r in self.replies if (m := TOKEN.search(r.body.decode("utf-8", "ignore")))]
        token = {"token": tokens[-1][1]} if tokens else {}
        body = urlencode({**token, **form}).encode()
        kept = {
            "Content_Type": "application/x-www-form-urlencoded",
            "Origin": self.address.origin,
            **headers,
        }
        return self.ask("POST", path, body, **kept)

    def join(self, code: str, **choice: str) -> Reply:
        """Type the code of the room and pick a side or person."""
        self.get("/")
        reply = self.post("/", {"code": code})
        return self.post("/who", choice) if choice else reply

    def answer(self, number: int, mark: str, reason: str = "") -> Reply:
        """Fill in one page."""
        self.get(f"/q/{number}")
        return self.post(f"/q/{number}", {"mark": mark, "reason": reason})
