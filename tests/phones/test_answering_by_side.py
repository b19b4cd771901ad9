"""A phone by side: nobody stands with a form, and nobody counts twice."""

import re

import pytest

from sessionui.domain.indicators import Meaning
from sessionui.domain.intents.meaning import ReviseMeaning
from sessionui.domain.intents.phones import IssueKey, RenewRoomCode
from sessionui.domain.intents.score import SealBallot
from sessionui.domain.scoring import Answer, receipt_hash
from sessionui.phones.address import room_url
from sessionui.phones.tokens import key_hash, new_token, receipt_code
from tests.phones.conftest import Served, path_of, person
from tests.support.phone import Phone

A = "Anna 0"


def test_a_room_code_that_was_renewed_lets_nobody_in_but_keeps_who_is(by_side: Served) -> None:
    old, inside = by_side.code, by_side.joined("a")
    admitted = by_side.phone()
    admitted.join(old)
    by_side.room.do(RenewRoomCode())
    assert by_side.phone().join(old).status == 422
    assert admitted.get("/who").path == "/"
    assert inside.get("/answers").path == "/answers"
    assert by_side.phone().join(by_side.code).path == "/who"


def test_the_scanned_room_code_asks_for_nothing_but_the_side(by_side: Served) -> None:
    phone = by_side.phone()
    reply = phone.get(path_of(by_side, room_url(by_side.address, by_side.code)))
    assert reply.path == "/who"
    phone.post("/who", {"side": "b"})
    phone.answer(1, "7")
    assert phone.get(f"/R/{by_side.code}").path == "/answers"
    assert len(by_side.work.urn.of_side("b")) == 1


def test_without_cookies_there_is_a_page_that_says_so(by_side: Served) -> None:
    phone = by_side.phone()
    phone.raw("GET", f"/R/{by_side.code}")
    phone.cookies.clear()
    assert "refuses cookies" in phone.get("/in").text


def test_by_side_a_card_notes_who_is_done_and_asks_for_the_code_when_reissued(
    by_side: Served,
) -> None:
    token, anna = new_token(), person(by_side, A)
    by_side.room.do(IssueKey(anna, key_hash(token)))
    phone = by_side.phone()
    phone.get(f"/P/{token}")
    phone.answer(1, "7")
    assert by_side.work.turnout.answered == (anna,)
    phone.post("/done", {})
    assert by_side.work.turnout.answered == (anna,)
    same = by_side.phone().get(f"/P/{token}").text
    for page in (same, phone.get("/answers").text, phone.get("/done").text):
        assert "With this code or your card" in page
        assert "only with it" not in page
    fresh = new_token()
    by_side.room.do(IssueKey(anna, key_hash(fresh)))
    other = by_side.phone()
    assert "Answers are in already" in other.get(f"/P/{fresh}").title
    code = receipt_code(token, by_side.work.session.id)
    assert other.post("/elsewhere", {"code": code}).path == "/answers"
    # The new card alone doesn't find them.
    assert "only with it" in other.get("/answers").text
    other.answer(1, "9")
    assert [b.answers[0].mark for b in by_side.work.urn.ballots] == [9]
    assert by_side.work.urn.ballots[0].receipt == receipt_hash(by_side.work.session.id, code)


def test_by_side_who_has_begun_on_a_card_can_begin_nowhere_else(by_side: Served) -> None:
    token, anna = new_token(), person(by_side, A)
    by_side.room.do(IssueKey(anna, key_hash(token)))
    phone = by_side.phone()
    phone.get(f"/P/{token}")
    phone.answer(1, "7")
    item = by_side.work.items[0].indicator_id
    form = SealBallot("a", (Answer(indicator_id=item, mark=3),), anna, "ABCDEF")
    refused = by_side.room.take(form).result(10)
    assert refused is not None
    assert "receipt code" in refused.template
    fresh = new_token()
    by_side.room.do(IssueKey(anna, key_hash(fresh)))
    other = by_side.phone()
    first = other.get(f"/P/{fresh}")
    assert "Answers are in already" in first.title
    assert "it shows the code too" in first.text
    other.get("/q/1")
    assert "Answers are in already" in other.post("/q/1", {"mark": "9", "reason": ""}).title
    assert [b.answers[0].mark for b in by_side.work.urn.ballots] == [7]


def test_by_side_who_sealed_at_the_keyboard_cannot_answer_on_a_card(by_side: Served) -> None:
    token, anna = new_token(), person(by_side, A)
    by_side.room.do(IssueKey(anna, key_hash(token)))
    phone = by_side.phone()
    phone.get(f"/P/{token}")
    phone.get("/answers")
    item = by_side.work.items[0].indicator_id
    by_side.room.do(SealBallot("a", (Answer(indicator_id=item, mark=3),), anna, "ABCDEF"))
    assert "Answers are in already" in phone.post("/q/1", {"mark": "9", "reason": ""}).title
    phone.post("/done", {})
    assert [b.answers[0].mark for b in by_side.work.urn.ballots] == [3]


def test_by_side_answers_taken_back_by_the_receipt_can_be_given_anew(by_side: Served) -> None:
    token, anna = new_token(), person(by_side, A)
    by_side.room.do(IssueKey(anna, key_hash(token)))
    card, other = by_side.phone(), by_side.phone()
    card.get(f"/P/{token}")
    card.answer(1, "7", "taken back")
    card.post("/done", {})
    code = receipt_code(token, by_side.work.session.id)
    other.get("/mine")
    other.post("/mine", {"code": code})
    assert other.post("/mine", {"code": code, "change": "1"}).path == "/answers"
    other.get("/leave")
    back = other.post("/leave", {"withdraw": "1"})
    assert back.path == "/answers"
    assert "Your answers are taken back" in back.text
    assert code[:4] in back.text
    turnout = by_side.work.side_turnout("a")
    assert (turnout.answered, turnout.begun, turnout.taken_back) == (0, 0, 1)
    kept = [f.read_bytes() for f in by_side.path.parent.rglob("*") if f.is_file()]
    assert not any(b"taken back" in data for data in kept)
    assert "0 of 3 filled in" in card.get("/answers").text  # her card finds the same form
    card.answer(1, "8")
    assert "1 of 3 filled in" in other.get("/answers").text
    (only,) = by_side.work.urn.ballots
    assert [a.mark for a in only.answers] == [8]
    turnout = by_side.work.side_turnout("a")
    assert (turnout.begun, turnout.taken_back, turnout.unnamed) == (1, 0, 0)


def test_a_card_that_looked_its_answers_up_by_the_code_stays_that_card(by_side: Served) -> None:
    token, anna = new_token(), person(by_side, A)
    by_side.room.do(IssueKey(anna, key_hash(token)))
    phone, borrowed = by_side.phone(), by_side.joined("a")
    phone.get(f"/P/{token}")
    phone.answer(1, "7")
    code = receipt_code(token, by_side.work.session.id)
    phone.get("/mine")
    phone.post("/mine", {"code": code, "change": "1"})
    phone.get("/leave")
    phone.post("/leave", {"withdraw": "1"})
    assert not by_side.work.urn.ballots
    assert not by_side.work.turnout.answered
    # Somebody else looks theirs up on it: what they do is not noted as the card's.
    borrowed.answer(1, "5")
    theirs = re.search(r'large-code">(....) (....)<', borrowed.get("/answers").text)
    assert theirs is not None
    phone.get(f"/P/{token}")
    phone.answer(1, "7")
    phone.get("/mine")
    phone.post("/mine", {"code": theirs[1] + theirs[2], "change": "1"})
    phone.get("/leave")
    phone.post("/leave", {"withdraw": "1"})
    assert by_side.work.turnout.answered == (anna,)


def test_a_phone_goes_to_somebody_else(by_side: Served) -> None:
    phone = by_side.joined("a")
    phone.answer(1, "7")
    phone.get("/answers")
    assert phone.post("/leave", {}).path == "/"
    phone.join(by_side.code, side="a")
    assert "0 of 3" in phone.get("/answers").text
    phone.answer(1, "8")
    assert len(by_side.work.urn.ballots) == 2


def test_who_picked_the_wrong_side_takes_the_answers_back(by_side: Served) -> None:
    other, phone = by_side.joined("a"), by_side.joined("a")
    other.answer(1, "9")
    phone.answer(1, "7", "for the wrong side")
    page = phone.get("/leave")
    assert "Answers saved from this phone: 1." in page.text
    assert phone.post("/leave", {"withdraw": "1"}, Origin="http://elsewhere").status == 403
    phone.get("/leave")
    cookie = dict(phone.cookies)
    assert phone.post("/leave", {"withdraw": "1"}).path == "/"
    assert [b.answers[0].mark for b in by_side.work.urn.ballots] == [9]
    kept = [f.read_bytes() for f in by_side.path.parent.rglob("*") if f.is_file()]
    assert kept
    assert not any(b"for the wrong side" in data for data in kept)
    phone.join(by_side.code, side="b")
    phone.answer(1, "8")
    assert [len(by_side.work.urn.of_side(s)) for s in ("a", "b")] == [1, 1]
    phone.cookies = cookie
    assert phone.get("/leave").path == "/answers"


@pytest.mark.parametrize(
    ("header", "lang"),
    [("nl-BE,en;q=0.5", "nl"), ("de,en;q=0.3,nl;q=0.8", "nl"), ("fr", "en"), (";;q=x,,", "en")],
)
def test_the_language_is_the_phones_and_can_be_switched(
    by_side: Served, header: str, lang: str
) -> None:
    phone = Phone(by_side.address, header)
    assert f'<html lang="{lang}">' in phone.get("/").text
    other = {"nl": "en", "en": "nl"}[lang]
    assert f'<html lang="{other}">' in phone.get(f"/?lang={other}").text
    assert f'<html lang="{other}">' in phone.get("/mine").text


def test_the_facilitator_sees_how_many(by_side: Served) -> None:
    by_side.joined("a")
    by_side.joined("b").answer(1, "7")
    by_side.phone().join("WRXNGC")
    status = by_side.server.status
    assert (status.joined, status.active, status.refused) == (2, 2, 1)
    assert status.sides == {"a": 1, "b": 1}


def test_anchors_are_told_in_good_english(by_side: Served) -> None:
    item = by_side.work.items[0].indicator_id
    name = by_side.work.indicator_name(item)
    by_side.room.do(ReviseMeaning(item, name, Meaning(at_4="late", at_8="early"), "sharper"))
    text = by_side.joined("a").get("/q/1").text
    assert "An 8 looks like:" in text
    assert "A 4 looks like:" in text
