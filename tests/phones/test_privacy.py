"""Nothing of a mark or reason leaves before the reveal, and by side nothing links an answer."""

import logging
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from sessionui.domain.intents.close import ConfirmMinutes
from sessionui.domain.intents.phones import IssueKey, ShowRevealedOnPhones
from sessionui.domain.intents.reveal import Reveal
from sessionui.domain.intents.score import LockRound
from sessionui.phones.tokens import key_hash, new_token, receipt_code
from tests.phones.conftest import Served
from tests.support.phone import Phone, Reply

REASON = "SENTINELREASON"
MARK = "9"
PATHS = (
    *("/", "/in", "/who", "/answers", "/q/1", "/q/2", "/q/99", "/done", "/mine", "/results"),
    *(
        "/home",
        "/minutes",
        "/minutes.html",
        "/calendar.ics",
        "/nothing",
        "/phone.css",
        "/icon.svg",
        "/P/AAAA",
    ),
)


def person(served: Served, name: str) -> str:
    return next(p.id for p in served.work.partnership.people if p.name == name)


def leaks(reply: Reply, served: Served) -> bool:
    """Whether a page tells a reason, or that somebody chose a mark."""
    whole = reply.body + repr(reply.headers).encode() + reply.path.encode()
    return REASON.encode() in whole or b" checked>" in whole or b"<strong>9" in whole


def test_nothing_shows_on_anybody_elses_phone_before_the_reveal(
    by_name: Served, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    writer = by_name.joined(person(by_name, "Anna 0"))
    for number in (1, 2, 3):
        writer.answer(number, MARK, REASON)
    others = [
        by_name.phone(),
        by_name.joined(person(by_name, "Anna 1")),
        by_name.joined(person(by_name, "Bram 0")),
    ]
    by_name.room.do(ShowRevealedOnPhones(True))
    for lock in (False, True):
        if lock:
            by_name.room.do(LockRound())
        for phone in others:
            for path in PATHS:
                assert not leaks(phone.get(path), by_name), path
            for form in ({"code": "AAAAAAAA"}, {"own": "1"}):
                phone.get("/mine")
                assert not leaks(phone.post("/mine", form), by_name)
    for reply in writer.replies:
        assert REASON not in reply.path + reply.title + repr(reply.headers)
        assert not re.search(r"[?&=/](9|na)\b", reply.path.replace("/q/", ""))
    printed = "".join(capfd.readouterr()) + caplog.text
    assert REASON not in printed
    assert by_name.code not in printed


def test_after_the_reveal_phones_show_what_the_wall_shows_if_the_session_allows_it(
    by_side: Served,
) -> None:
    for side, marks in (("a", ("7", "8", "9", "na")), ("b", ("4", "5", "na"))):
        for mark in marks:
            by_side.joined(side).answer(1, mark, REASON)
    phone = by_side.joined("a")
    by_side.room.do(LockRound(), Reveal(by_side.work.items[0].indicator_id))
    assert "Proactivity" not in phone.get("/results").text
    by_side.room.do(ShowRevealedOnPhones(True))
    text = phone.get("/results").text
    assert "Proactivity" in text
    assert "Openness" not in text
    assert "1 of 3 has been shown" in text
    assert '<dd class="big">8.0</dd>' in text
    assert text.count("not applicable") == 1, "nothing but that it is hidden where it is"
    assert "3 of 3 scored · 1× not applicable" in text
    assert '<dd class="big">–</dd>' in text, "two answers are below the threshold"
    assert "Too few answers to show." in text
    assert REASON not in text
    assert "4.5" not in text


def everything(path: Path) -> bytes:
    """All bytes in the folder of the file."""
    return b"\n".join(p.read_bytes() for p in path.parent.rglob("*") if p.is_file())


def test_by_side_no_stored_byte_links_an_answer_to_a_person(by_side: Served) -> None:
    token, anna = new_token(), person(by_side, "Anna 0")
    by_side.room.do(IssueKey(anna, key_hash(token)))
    phones: list[Phone] = [by_side.phone(), by_side.joined("a")]
    phones[0].get(f"/P/{token}")
    for phone in phones:
        phone.answer(1, "7", REASON)
        phone.post("/done", {})
    stored = everything(by_side.path)
    code = receipt_code(token, by_side.work.session.id)
    for secret in (token, code, phones[0].cookies["me"], phones[1].cookies["me"].split(".")[1]):
        assert secret.encode() not in stored
    for line in stored.splitlines():
        # One document a line: those with ballots name nobody, those with names hold no ballot.
        if REASON.encode() in line:
            assert anna.encode() not in line
            assert key_hash(token).encode() not in line
            assert b"rater_id" not in line or b'"rater_id":null' in line
    assert [b.rater_id for b in by_side.work.urn.ballots] == [None, None]
    assert [b.id for b in by_side.work.urn.ballots] == sorted(
        b.id for b in by_side.work.urn.ballots
    )


def test_what_is_taken_home_is_there_after_confirmation_only(by_name: Served) -> None:
    phone = by_name.joined(person(by_name, "Anna 0"))
    phone.answer(1, "7")
    for path in ("/minutes", "/minutes.html", "/calendar.ics"):
        assert phone.get(path).status == 404
    by_name.room.do(LockRound(), ConfirmMinutes("a", "Anna"), ConfirmMinutes("b", "Bram"))
    assert by_name.phone().get("/minutes").status == 404
    guest = by_name.phone()
    assert guest.get(f"/T/{by_name.code}").path == "/home"
    minutes = guest.get("/minutes")
    assert "All of it" in minutes.text
    for style in (b"p{color:red}", b"width:8%"):
        digest = b64encode(sha256(style).digest()).decode()
        assert f"'sha256-{digest}'" in minutes.headers["content-security-policy"]
    assert "unsafe-inline" not in minutes.headers["content-security-policy"]
    assert guest.get("/calendar.ics").headers["content-type"].startswith("text/calendar")
    kept = guest.get("/minutes.html")
    assert kept.text == minutes.text
    named = "attachment; filename=\"Zuid-__en.html\"; filename*=UTF-8''Zuid-%C3%96_en.html"
    assert kept.headers["content-disposition"] == named
    assert phone.get("/").path == "/home"


def test_every_page_keeps_to_itself(by_side: Served) -> None:
    phone = by_side.joined("a")
    for path in PATHS:
        reply = phone.raw("GET", path)
        headers = {name.lower(): value for name, value in reply.headers.items()}
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["referrer-policy"] == "same-origin"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert path in ("/phone.css", "/icon.svg") or headers["cache-control"] == "no-store"
        assert "server" not in headers
        assert "date" not in headers
        assert not re.search(rb"(?:src|href)=.(?:https?:|//)| style=|<script", reply.body)


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(by_side: Served) -> None:
    phone = by_side.phone()
    raw = phone.raw("GET", f"/R/{by_side.code}")
    cookies = [v for k, v in raw.headers.items() if k.lower() == "set-cookie"]
    assert cookies
    for cookie in cookies:
        assert "HttpOnly" in cookie
        assert "samesite=strict" in cookie.lower()


def test_a_first_visit_stays_under_50_kilobytes(by_name: Served) -> None:
    phone = by_name.joined(person(by_name, "Anna 0"))
    phone.get("/phone.css")
    phone.get("/icon.svg")
    phone.get("/q/1")
    assert sum(len(r.body) + len(repr(r.headers)) for r in phone.replies) < 50_000
