"""What a form may send: exactly what was offered, from a page of ours, once."""

from concurrent.futures import Future
from urllib.parse import urlencode

import pytest

from sessionui.domain.intents.phones import IssueKey
from sessionui.domain.scoring import Rules
from sessionui.domain.wording import Sentence
from sessionui.phones.forms import fields_of
from sessionui.phones.marks import offered, read_mark
from sessionui.phones.tokens import key_hash, new_token
from sessionui.phones.trouble import Trouble
from tests.phones.conftest import Served
from tests.support.phone import Phone

NO_MARKS = (
    *("0", "11", "-1", "−1", "1e9", "1e0", "٣", "７", "7,25", "7.25", "7,5", "7.5", " 7", "7 "),
    *("+7", "07", "7.0", "nan", "inf", "NaN", "Infinity", "None", "null", "true", "0x7", "1_0"),
    *("7\n", "7\x00", "<b>7", "9" * 400, "10.5", "NA", "n/a"),
)
FORM = {"Content_Type": "application/x-www-form-urlencoded"}


def test_what_is_no_mark_is_handed_back_and_invents_nothing(by_side: Served) -> None:
    phone = by_side.joined("a")
    for text in NO_MARKS:
        reply = phone.answer(1, text, f"kept {len(phone.replies)}")
        assert reply.status == 422, text
        assert f"kept {len(phone.replies) - 2}</textarea>" in reply.text, text
        assert not by_side.work.urn.ballots, text


def test_every_offered_mark_is_taken_and_halves_only_where_allowed() -> None:
    whole, halves = Rules(), Rules(half_marks=True)
    assert [read_mark(t, whole) for t in offered(whole)] == list(range(1, 11))
    assert [read_mark(t, halves) for t in offered(halves)] == [n / 2 for n in range(2, 21)]
    with pytest.raises(ValueError, match="not a mark"):
        read_mark("7.5", whole)


def test_a_double_tap_is_one_answer(by_side: Served) -> None:
    from concurrent.futures import ThreadPoolExecutor

    phone = by_side.joined("a")
    phone.get("/q/1")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: phone.post("/q/1", {"mark": "7", "reason": "r"}), range(16)))
    assert [[a.mark for a in b.answers] for b in by_side.work.urn.ballots] == [[7]]


ELSEWHERE = ("http://evil.example", "null", "", "https://127.0.0.1:8765", "http://127.0.0.1")


def test_a_form_from_elsewhere_does_nothing(by_side: Served) -> None:
    phone = by_side.joined("a")
    for origin in ELSEWHERE:
        phone.get("/q/1")
        form = {"mark": "7", "reason": ""}
        assert phone.post("/q/1", form, Origin=origin).status == 403, origin
        assert not by_side.work.urn.ballots, origin


def test_a_form_without_an_origin_or_with_another_token_does_nothing(by_side: Served) -> None:
    phone, other = by_side.joined("a"), by_side.joined("a")
    stolen = other.cookies["visitor"]
    body = urlencode({"mark": "7", "reason": ""}).encode()
    assert phone.ask("POST", "/q/1", body, **FORM).status == 403
    phone.get("/q/1")
    assert phone.post("/q/1", {"mark": "7", "reason": "", "token": "0" * 32}).status == 403
    phone.cookies["visitor"] = stolen
    assert phone.post("/q/1", {"mark": "7", "reason": ""}).status == 403
    del phone.cookies["visitor"]
    assert phone.post("/q/1", {"mark": "7", "reason": ""}).status == 403
    assert not by_side.work.urn.ballots


HOSTS = ("evil.example", "127.0.0.1", "localhost:8765", "127.0.0.1:1", "", "127.0.0.1:8765.")


def test_another_host_gets_nothing(by_side: Served) -> None:
    phone = by_side.joined("a")
    for host in HOSTS:
        reply = phone.get("/answers", Host=host)
        assert reply.status == 421, host
        assert "Noorderhaven" not in reply.text, host
    assert "Noorderhaven" in phone.get("/answers").text


def test_cookies_that_were_made_up_open_nothing(by_side: Served) -> None:
    good = by_side.joined("a")
    token, seal = good.cookies["me"].split(".")[1], good.cookies["me"].split(".")[3]
    made_up = (
        f"s.{token}.b.{seal}",
        f"s.{token}.a.{'0' * 32}",
        f"s.{token[::-1]}.a.{seal}",
        f"n.{token}",
        f"k.{token}",
        f"k.{new_token()}",
        "k..",
        "c.",
        "c.AAAAAAAA",
        "r.1." + "0" * 32,
        "r.1",
        ".",
        "s.é.a.é",
        "x" * 4000,
    )
    for cookie in made_up:
        phone = by_side.phone()
        phone.cookies = {"visitor": "V" * 26, "me": cookie.encode().decode("latin-1")}
        for path in ("/answers", "/q/1", "/done", "/results", "/who"):
            assert phone.get(path).path == "/", (cookie, path)


def test_a_card_of_one_is_no_card_of_another(by_name: Served) -> None:
    anna, bram = (p.id for p in by_name.work.partnership.people if p.name in ("Anna 0", "Bram 0"))
    tokens = {anna: new_token(), bram: new_token()}
    for who, token in tokens.items():
        by_name.room.do(IssueKey(who, key_hash(token)))
    phone = by_name.phone()
    phone.get(f"/P/{tokens[anna]}")
    phone.answer(1, "7", "of Anna")
    other = by_name.phone()
    other.get(f"/P/{tokens[bram]}")
    assert "of Anna" not in other.get("/q/1").text
    assert (
        other.get("/answers").text.count("filled in")
        == by_name.phone().get("/").text.count("filled in") + 1
    )  # "0 of 6 filled in" and nothing else


@pytest.mark.parametrize(
    "body",
    [
        *(b"a", b"a=1&a=2", b"mark=7&mark=8", b"&&", b"\xff=1", b"a=%ff", b"a=1;b=2&c" * 9),
        b"&".join(b"f%d=1" % n for n in range(40)),
    ],
)
def test_a_broken_form_is_refused(body: bytes) -> None:
    with pytest.raises(Trouble):
        fields_of(body)


def test_another_kind_of_body_is_refused(by_side: Served) -> None:
    phone = by_side.joined("a")
    for kind in ("application/json", "multipart/form-data; boundary=x", ""):
        phone.get("/q/1")
        assert phone.post("/q/1", {"mark": "7"}, Content_Type=kind).status == 415, kind


def test_a_long_reason_is_handed_back_and_a_longer_one_refused(by_side: Served) -> None:
    phone = by_side.joined("a")
    reply = phone.answer(1, "7", "x" * 4001)
    assert reply.status == 422
    assert "Your reason is longer than 4,000 characters." in reply.text
    assert "x" * 4001 in reply.text
    assert 'value="7" checked' in reply.text
    assert phone.answer(1, "7", "x" * 50_000).status == 413
    assert not by_side.work.urn.ballots
    for longest in ("x" * 4000, "不" * 4000, "👩" * 2000, "a\n" * 1999 + "a"):
        assert phone.answer(1, "7", longest).status == 200
        assert by_side.work.urn.ballots[0].answers[0].reason == longest
    assert phone.answer(1, "7", "👩" * 2001).status == 422


def test_text_is_cleaned_and_never_markup(by_side: Served) -> None:
    phone = by_side.joined("a")
    hostile = "<script>x</script> \x1b[31m\x1b]52;c;eA==\x07 [/] {{7*7}} \u202e\u0000 é👩‍🚒"
    phone.answer(1, "7", hostile)
    (ballot,) = by_side.work.urn.ballots
    assert ballot.answers[0].reason == "<script>x</script>  [/] {{7*7}}  é👩‍🚒"
    assert b"<script" not in phone.get("/q/1").body
    assert "{{7*7}}" in phone.get("/q/1").text


def test_not_on_the_disk_is_said_and_what_was_typed_stays(by_side: Served) -> None:
    phone = by_side.joined("a")
    by_side.room.broken = True
    reply = phone.answer(1, "7", "typed")
    assert reply.status == 503
    assert "Not on the disk yet" in reply.text
    assert 'value="7" checked' in reply.text
    assert "typed</textarea>" in reply.text
    assert "Saved" not in reply.text
    by_side.room.broken = False
    assert "Saved" in phone.post("/q/1", {"mark": "7", "reason": "typed"}).text
    assert len(by_side.work.urn.ballots) == 1


def test_no_page_says_saved_before_it_is_and_finishing_can_be_tapped_again(
    by_side: Served,
) -> None:
    other, phone = by_side.joined("a"), by_side.joined("a")
    for each in (other, phone):
        each.answer(1, "7")
    by_side.room.broken = True
    assert phone.answer(2, "8").status == 503
    for path in ("/answers", "/q/3?saved=1", "/q/3?saved=2", "/answers?saved=2", "/leave"):
        page = phone.get(path)
        assert page.text.count("Not on the disk yet") == 1, path
        assert "aved" not in page.text, path
        assert "counts" not in page.text
    phone.get("/answers")
    finish = phone.post("/done", {})
    for page in (finish, phone.get("/done"), phone.post("/done", {})):
        assert page.title == "Not saved yet · sessionui"
        assert 'action="/done"' in page.text
        assert "are saved" not in page.text
    assert finish.status == 503
    assert 'action="/done"' in phone.get("/answers").text
    # What is safe is said to be so all the same.
    assert "Not on the disk" not in other.get("/answers").text
    assert "Saved: Proactivity" in other.get("/q/3?saved=1").text
    by_side.room.broken = False
    assert "Saved: Proactivity" in phone.get("/q/3?saved=1").text
    by_side.room.broken = True
    phone.get("/answers")
    assert phone.answer(2, "9").status == 503
    phone.get("/answers")
    by_side.room.broken = False
    done = phone.post("/done", {})
    assert (done.status, done.path) == (200, "/done")
    assert "Your answers are saved" in done.text
    by_side.room.broken = True
    assert "Your answers are saved" in phone.get("/done").text
    by_side.room.broken = False


def test_what_the_application_refuses_is_said_and_what_was_typed_stays(
    by_side: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_intent: object) -> Future[Sentence | None]:
        future: Future[Sentence | None] = Future()
        future.set_result(Sentence("Ask {name} <b>", {"name": "Jan"}))
        return future

    phone = by_side.joined("a")
    phone.get("/q/1")
    monkeypatch.setattr(by_side.room, "take", refuse)
    reply = phone.post("/q/1", {"mark": "7", "reason": "typed"})
    assert reply.status == 409
    assert b"Ask Jan &lt;b&gt;" in reply.body
    assert "typed</textarea>" in reply.text
    assert 'value="7" checked' in reply.text


def test_nobody_is_told_saved_before_it_is(by_side: Served) -> None:
    from concurrent.futures import ThreadPoolExecutor, wait

    phone = by_side.joined("a")
    phone.get("/q/1")
    by_side.room.hold.clear()
    with ThreadPoolExecutor(1) as pool:
        reply = pool.submit(phone.post, "/q/1", {"mark": "7", "reason": ""})
        assert not wait([reply], 0.5).done
        by_side.room.hold.set()
        assert "Saved" in reply.result(10).text


def test_an_error_inside_is_a_friendly_page_without_facts(
    by_side: Served, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    phone = by_side.joined("a")

    def broken(_self: object) -> None:
        raise RuntimeError("SENTINEL")

    phone.get("/q/1")
    monkeypatch.setattr(by_side.room, "take", broken)
    reply = phone.post("/q/1", {"mark": "7", "reason": "REASON"})
    assert reply.status == 500
    assert "Something went wrong here" in reply.title
    shown = reply.text + "".join(capfd.readouterr())
    assert not [
        word for word in ("SENTINEL", "REASON", "Traceback", "Proactivity") if word in shown
    ]


NOWHERE = ("/q/0", "/q/4", "/q/-1", "/q/x", "/q/1/", "/q/01", "/q/" + "9" * 300, "/q/" + "9" * 5000)


def test_pages_that_are_not_there(by_side: Served) -> None:
    phone: Phone = by_side.joined("a")
    for path in NOWHERE:
        for reply in (phone.get(path), by_side.phone().get(path)):
            assert reply.status in (200, 404), path
            assert reply.headers["cache-control"] == "no-store", path
        assert phone.get(path).status == 404, path
