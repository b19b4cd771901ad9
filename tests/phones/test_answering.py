"""What somebody with a phone does from beginning to end."""

import re
from pathlib import Path

import pytest

from sessionui.domain.intents.people import AddPerson
from sessionui.domain.intents.phones import IssueKey, RevokeKeys
from sessionui.domain.intents.score import LockRound, SealBallot, UnlockRound
from sessionui.domain.scoring import Answer
from sessionui.intake.taking import TakeInAnswers
from sessionui.phones.address import personal_url
from sessionui.phones.tokens import key_hash, new_token, receipt_code
from tests.phones.conftest import Served, path_of, person
from tests.support.phone_room import a_room, phone_work, serving

A = "Anna 0"


def marks_of(served: Served, name: str) -> list[tuple[float | None, str, bool]]:
    ballot = served.work.urn.of_rater(person(served, name))
    assert ballot is not None
    return [(a.mark, a.reason, a.own) for a in ballot.answers]


def test_from_the_code_to_thanks(by_name: Served) -> None:
    phone = by_name.phone()
    assert phone.get("/").title == "Come in · sessionui"
    chosen = phone.post("/", {"code": by_name.code.lower()})
    assert "Who are you?" in chosen.title
    assert all(f"Anna {n}" in chosen.text and f"Bram {n}" in chosen.text for n in range(3))
    assert phone.post("/who", {"person": person(by_name, A)}).path == "/answers"
    for number, mark in enumerate(["7", "na", "10", "6", "8", "1"], 1):
        reply = phone.answer(number, mark, f"reason {number}")
        assert reply.status == 200
    assert reply.path == "/answers?saved=6"
    last = by_name.work.indicator_name(by_name.work.items[-1].indicator_id)
    assert f"Saved: {last}" in reply.text
    assert "6 of 6 filled in" in reply.text
    assert "Saved: Proactivity" in phone.answer(1, "7", "reason 1").text
    assert "Saved" not in phone.get("/answers").text
    begun = by_name.work.side_turnout("a")
    assert (begun.answered, begun.begun) == (0, 1)
    assert "Thank you" in phone.post("/done", {}).title
    assert by_name.work.side_turnout("a").answered == 1
    assert marks_of(by_name, A) == [
        (7, "reason 1", False),
        (None, "reason 2", False),
        (10, "reason 3", False),
        (6, "reason 4", True),
        (8, "reason 5", True),
        (1, "reason 6", True),
    ]


def test_by_name_begun_answers_are_somebodys_once_the_round_is_locked(by_name: Served) -> None:
    phone = by_name.joined(person(by_name, A))
    phone.answer(1, "7")
    anna = person(by_name, A)
    assert anna in by_name.work.side_turnout("a").missing
    by_name.room.do(LockRound())
    turnout = by_name.work.side_turnout("a")
    assert (turnout.answered, turnout.unnamed) == (1, 0)
    assert anna not in turnout.missing
    by_name.room.do(UnlockRound())
    assert by_name.work.side_turnout("a").unnamed == 0


def test_what_was_saved_is_there_on_another_day_and_can_be_changed(by_name: Served) -> None:
    phone = by_name.joined(person(by_name, A))
    phone.answer(1, "7", "first")
    phone.post("/done", {})
    again = phone.get("/q/1")
    assert 'value="7" checked' in again.text
    assert "first" in again.text
    phone.answer(1, "4", "second")
    assert marks_of(by_name, A) == [(4, "second", False)]
    assert by_name.work.side_turnout("a").answered == 1


def test_saved_is_said_of_what_is_saved_only(by_name: Served) -> None:
    phone = by_name.joined(person(by_name, A))
    assert "Saved: Proactivity" in phone.answer(1, "7").text
    assert "Saved" not in phone.get("/q/3?saved=2").text
    assert "Saved" not in phone.get("/q/3?saved=<b>").text


def test_half_a_form_is_handed_back_with_what_was_typed(by_name: Served) -> None:
    phone = by_name.joined(person(by_name, A))
    reply = phone.answer(2, "", "typed & kept </textarea><b>")
    assert reply.status == 422
    assert "Not saved" in reply.title
    assert b"typed &amp; kept &lt;/textarea&gt;&lt;b&gt;</textarea>" in reply.body
    assert by_name.work.urn.of_rater(person(by_name, A)) is None


def test_a_name_is_picked_once_and_comes_back_with_the_receipt_code(by_name: Served) -> None:
    first = by_name.joined(person(by_name, A))
    first.answer(1, "7", "a secret")
    code = receipt_code(first.cookies["me"].split(".")[1], by_name.work.session.id)
    assert f"{code[:4]} {code[4:]}" in first.get("/answers").text
    second = by_name.phone()
    refused = second.join(by_name.code, person=person(by_name, A))
    assert refused.status == 409
    assert "receipt code" in refused.text
    second.get("/mine")
    assert "a secret" in second.post("/mine", {"code": code}).text
    assert second.post("/mine", {"code": code, "change": "1"}).path == "/answers"
    second.answer(2, "5")
    assert [m for m, _, _ in marks_of(by_name, A)] == [7, 5]
    assert "a secret" in first.get("/q/1").text


def test_a_phone_that_picked_a_name_early_never_sees_the_others_answers(by_name: Served) -> None:
    waiting, first = by_name.joined(person(by_name, A)), by_name.joined(person(by_name, A))
    first.answer(1, "7", "a secret")
    for path in ("/answers", "/q/1", "/done"):
        page = waiting.get(path)
        assert "a secret" not in page.text
        assert "Answers are in already" in page.title
    waiting.get("/q/1")
    stolen = waiting.post("/q/1", {"mark": "2", "reason": "mine"})
    assert "Answers are in already" in stolen.title
    assert "mine</textarea>" in stolen.text
    forged = by_name.phone()
    forged.cookies |= {**waiting.cookies, "me": waiting.cookies["me"].replace("n.", "k.", 1)}
    assert forged.get("/answers").path == "/"
    assert marks_of(by_name, A) == [(7, "a secret", False)]
    wrong = waiting.post("/elsewhere", {"code": "AAAAAAAA"})
    assert wrong.status == 422
    (switch,) = re.findall(r'href="([^"]*[?]lang=nl)"', wrong.text)
    assert "Er zijn al antwoorden" in waiting.get(switch).title
    code = receipt_code(first.cookies["me"].split(".")[1], by_name.work.session.id)
    assert waiting.post("/elsewhere", {"code": code}).path == "/answers"


def test_two_first_answers_under_one_name_at_once_leave_one(by_name: Served) -> None:
    from concurrent.futures import ThreadPoolExecutor

    phones = [by_name.joined(person(by_name, A)) for _ in range(6)]
    for phone in phones:
        phone.get("/q/1")
    with ThreadPoolExecutor(6) as pool:
        marks = [str(n + 1) for n in range(6)]
        replies = list(
            pool.map(lambda p, m: p.post("/q/1", {"mark": m, "reason": ""}), phones, marks)
        )
    assert sum(r.path.startswith("/q/2") for r in replies) == 1
    assert len(by_name.work.urn.ballots) == 1


def test_a_card_works_on_any_phone_until_it_is_revoked(by_name: Served) -> None:
    token, anna = new_token(), person(by_name, A)
    by_name.room.do(IssueKey(anna, key_hash(token)))
    path = path_of(by_name, personal_url(by_name.address, token))
    one, two = by_name.phone(), by_name.phone()
    assert one.get(path).path == "/answers"
    assert token not in one.get("/answers").text
    one.answer(1, "7")
    assert two.get(path.lower().replace("/p/", "/p/")).path == "/answers"
    two.answer(2, "5")
    assert [m for m, _, _ in marks_of(by_name, A)] == [7, 5]
    typed = by_name.phone()
    typed.get("/")
    assert typed.post("/", {"code": token.lower()}).path == "/answers"
    by_name.room.do(RevokeKeys(anna))
    lost = one.get("/answers")
    assert (lost.path, lost.status) == ("/", 200)
    assert "not in any more" in lost.text
    assert by_name.phone().get(path).status == 404
    fresh = new_token()
    by_name.room.do(IssueKey(anna, key_hash(fresh)))
    assert one.get(f"/P/{fresh}").path == "/answers"
    assert "5" in one.get("/q/2").text


def test_a_card_leaves_the_phone_in_that_picked_the_name(by_name: Served) -> None:
    anna, one, two = person(by_name, A), new_token(), new_token()
    picked = by_name.joined(anna)
    picked.answer(1, "7")
    for token in (one, two):
        by_name.room.do(IssueKey(anna, key_hash(token)))
    assert picked.get("/answers").path == "/answers"
    phones = by_name.work.session.phones
    assert (phones.has_card(anna), phones.is_picked(anna), len(phones.personal)) == (True, True, 2)
    assert by_name.phone().get(f"/P/{one}").status == 404
    by_name.room.do(RevokeKeys(anna))
    assert by_name.phone().get(f"/P/{two}").status == 404
    assert picked.get("/answers").path == "/answers"
    by_name.room.do(RevokeKeys(anna, picked=True))
    assert "not in any more" in picked.get("/answers").text
    assert by_name.work.session.phones.personal == ()


def test_what_a_phone_sends_that_was_put_out_is_handed_back_with_the_way_in(
    by_name: Served,
) -> None:
    anna = person(by_name, A)
    phone = by_name.joined(anna)
    phone.get("/q/2")
    by_name.room.do(RevokeKeys(anna, picked=True))
    typed = {"mark": "8", "reason": "long & typed <b>"}
    reply = phone.post("/q/2", typed)
    assert (reply.status, reply.title) == (409, "Not saved · sessionui")
    assert 'name="mark" value="8"' in reply.text
    assert b"long &amp; typed &lt;b&gt;</textarea>" in reply.body
    assert "Openness" not in reply.text
    assert 'action="/q/2"' in reply.text
    assert "not in any more" in phone.get("/").text
    phone.post("/", {"code": by_name.code})
    phone.post("/who", {"person": anna})
    phone.post("/q/2", typed)
    assert marks_of(by_name, A) == [(8, "long & typed <b>", False)]
    by_name.room.do(RevokeKeys(anna, picked=True))
    assert phone.post("/q/<b>", typed).status == 404
    by_name.room.do(LockRound())
    assert phone.post("/q/2", typed).path == "/"


def test_latecomers_get_in(by_name: Served) -> None:
    by_name.room.do(AddPerson("b", "Late", "guest"))
    phone = by_name.joined(person(by_name, "Late"))
    phone.answer(1, "7")
    assert marks_of(by_name, "Late")[0][0] == 7


def test_locking_shows_a_closed_page_and_takes_nothing_more(by_name: Served) -> None:
    phone = by_name.joined(person(by_name, A))
    phone.answer(1, "7")
    phone.get("/q/2")
    by_name.room.do(LockRound())
    late = phone.post("/q/2", {"mark": "3", "reason": "too late"})
    assert late.status == 409
    assert "closed" in late.title
    assert phone.get("/answers").path == "/results"
    assert phone.get("/q/2").path == "/results"
    assert marks_of(by_name, A) == [(7, "", False)]
    assert "on the screen in the room" in by_name.phone().join(by_name.code).text


def test_answers_given_at_the_keyboard_are_not_shown_to_a_picked_name(by_name: Served) -> None:
    anna = person(by_name, A)
    item = by_name.work.items[0].indicator_id
    by_name.room.do(SealBallot("a", (Answer(indicator_id=item, mark=7, reason="typed"),), anna))
    phone = by_name.phone()
    assert phone.join(by_name.code, person=anna).status == 409


@pytest.mark.parametrize("by_file", [False, True])
def test_answers_given_in_another_way_are_none_of_a_phone_that_picked_the_name(
    by_name: Served, *, by_file: bool
) -> None:
    anna = person(by_name, A)
    wrong = by_name.joined(anna)
    wrong.answer(1, "3", "somebody else's")
    code = receipt_code(wrong.cookies["me"].split(".")[1], by_name.work.session.id)
    given = tuple(
        Answer(indicator_id=item.indicator_id, mark=9, reason="a secret")
        for item in by_name.work.items
    )
    sealed = SealBallot("a", given, anna)
    by_name.room.do(TakeInAnswers((sealed,)) if by_file else sealed)
    for path in ("/answers", "/q/1", "/q/2", "/done", "/leave"):
        page = wrong.get(path)
        assert "Answers are in already" in page.title, path
        assert "a secret" not in page.text
        assert "saved from this phone" not in page.text
    wrong.get("/mine")
    for form in ({"own": "1"}, {"code": code}):
        assert "a secret" not in wrong.post("/mine", form).text
    wrong.get("/answers")
    assert "Answers are in already" in wrong.post("/q/1", {"mark": "2", "reason": "mine"}).title
    cookies = dict(wrong.cookies)
    wrong.post("/leave", {"withdraw": "1"})
    wrong.cookies = dict(cookies)
    assert [m for m, _, _ in marks_of(by_name, A)] == [9, 9, 9]
    token = new_token()
    by_name.room.do(IssueKey(anna, key_hash(token)))
    wrong.get("/answers")
    assert wrong.post("/elsewhere", {"code": new_token()}).status == 422
    card = by_name.joined(person(by_name, "Anna 1"))
    card.cookies["me"] = wrong.cookies["me"]
    card.get("/answers")
    assert card.post("/elsewhere", {"code": token.lower()}).path == "/answers"
    assert "a secret" in card.get("/q/2").text
    card.answer(1, "4")
    assert [m for m, _, _ in marks_of(by_name, A)] == [4, 9, 9]
    assert "a secret" not in wrong.get("/q/2").text


def test_what_was_given_under_a_wrong_name_is_taken_back_until_the_lock(by_name: Served) -> None:
    phone, anna = by_name.joined(person(by_name, A)), person(by_name, A)
    phone.answer(1, "7")
    phone.post("/done", {})
    phone.get("/leave")
    phone.post("/leave", {"withdraw": "1"})
    assert (by_name.work.urn.ballots, by_name.work.turnout.answered) == ((), ())
    right = by_name.joined(anna)
    right.answer(1, "6")
    right.get("/leave")
    by_name.room.do(LockRound())
    assert right.get("/leave").path == "/results"
    assert right.post("/leave", {"withdraw": "1"}).status == 409
    assert marks_of(by_name, A) == [(6, "", False)]


@pytest.mark.parametrize("rehearsal", [True, False])
def test_a_rehearsal_says_so_on_every_page(tmp_path: Path, rehearsal: bool) -> None:
    of = phone_work(secrecy="side")
    of = of.but(session=of.session.but(rehearsal=rehearsal))
    with a_room(tmp_path / "file.json", of) as room, serving(room) as (server, address):
        served = Served(room, server, address, tmp_path / "file.json")
        pages = [served.phone().get("/").text, served.joined("a").get("/answers").text]
    assert ["REHEARSAL" in page for page in pages] == [rehearsal, rehearsal]
