"""Floods, idlers and guessers on loopback, bounded; meanwhile a normal phone is served."""

import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path

import pytest

from sessionui.domain.wording import Refused
from sessionui.phones.address import Address
from sessionui.phones.gate import Gate
from sessionui.phones.limits import Bucket, Limits
from sessionui.phones.server import PhoneServer
from tests.phones.conftest import Served
from tests.support.depth import EXHAUSTIVE
from tests.support.phone import Phone
from tests.support.phone_room import a_room, phone_work, serving

QUICK = Limits(patience=1, body=1, request=3)
elsewhere = pytest.mark.skipif(
    not Path("/proc/net").exists(), reason="only Linux answers on the whole of 127.0.0.0/8"
)


@contextmanager
def quick_room(path: Path, limits: Limits = QUICK) -> Iterator[Served]:
    """By side, with short patience."""
    with (
        a_room(path / "file.json", phone_work(secrecy="side")) as room,
        serving(room, limits) as (server, address),
    ):
        yield Served(room, server, address, path / "file.json")


def opened(stack: ExitStack, address: Address, source: str = "127.0.0.1") -> socket.socket:
    connection = socket.create_connection(
        (address.host, address.port), timeout=5, source_address=(source, 0)
    )
    return stack.enter_context(connection)


def is_closed(connection: socket.socket, seconds: float) -> bool:
    """Whether the other end hangs up within that time; what it says before is read away."""
    connection.settimeout(seconds)
    with suppress(ConnectionError):
        try:
            while connection.recv(65536):
                pass
        except TimeoutError:
            return False
    return True


def test_400_idle_connections_leave_room_for_a_phone(by_side: Served) -> None:
    with ExitStack() as stack:
        for _ in range(400):
            opened(stack, by_side.address)
        started = time.monotonic()
        phone = by_side.joined("a")
        assert phone.answer(1, "7").path.startswith("/q/2")
        assert time.monotonic() - started < 3


@elsewhere
def test_400_idle_connections_from_many_addresses_leave_room_too(by_side: Served) -> None:
    with ExitStack() as stack:
        for n in range(400):
            opened(stack, by_side.address, f"127.0.1.{n % 40 + 1}")
        assert by_side.joined("a", source="127.0.2.1").answer(1, "7").status == 200


def test_slow_heads_and_bodies_and_readers_are_cut_off(tmp_path: Path) -> None:
    with quick_room(tmp_path) as served, ExitStack() as stack:
        phone = served.joined("a")
        phone.get("/q/1")
        half_head = [opened(stack, served.address) for _ in range(20)]
        for connection in half_head:
            connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX: ")
        half_body = opened(stack, served.address)
        cookies = "; ".join(f"{k}={v}" for k, v in phone.cookies.items())
        half_body.sendall(
            f"POST /q/1 HTTP/1.1\r\nHost: {served.address.authority}\r\nCookie: {cookies}\r\n"
            f"Origin: {served.address.origin}\r\nContent-Length: 100\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n\r\nmark=7".encode()
        )
        stop = threading.Event()

        def trickle() -> None:
            while not stop.wait(0.2):
                for connection in half_head:
                    with suppress(OSError):
                        connection.sendall(b"x")

        thread = threading.Thread(target=trickle)
        thread.start()
        try:
            assert phone.get("/answers").status == 200
            assert is_closed(half_body, 4)
            assert all(is_closed(c, 4) for c in half_head)
        finally:
            stop.set()
            thread.join()
        assert not served.work.urn.ballots


def test_a_connection_that_is_used_stays_open_beyond_its_patience(tmp_path: Path) -> None:
    with quick_room(tmp_path) as served:
        connection = HTTPConnection(served.address.host, served.address.port, timeout=5)
        with closing(connection):
            connection.connect()
            port = connection.sock.getsockname()[1]
            for _ in range(5):
                connection.request("GET", "/")
                assert b"Come in" in connection.getresponse().read()
                time.sleep(0.6)
            assert connection.sock.getsockname()[1] == port


def test_a_request_that_waits_for_the_disk_is_not_cut_off(tmp_path: Path) -> None:
    with quick_room(tmp_path) as served, ThreadPoolExecutor(1) as pool:
        phone = served.joined("a")
        phone.get("/q/1")
        served.room.hold.clear()
        reply = pool.submit(phone.post, "/q/1", {"mark": "7", "reason": ""})
        time.sleep(2.2)
        served.room.hold.set()
        assert "Saved" in reply.result(5).text


@pytest.mark.parametrize(
    "sent",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: \xff\xfe\r\n\r\n",
        b"GET /\xff HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\n" + b"A: b\r\n" * 4000 + b"\r\n",
        b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc",
        b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"TRACE / HTTP/1.1\r\nHost: x\r\n\r\n",
        b"OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET http://evil.example/ HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
        b"\x00" * 100_000,
        b"\r\n" * 20_000,
    ],
)
def test_what_is_no_request_does_no_harm(
    by_side: Served, sent: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    with ExitStack() as stack:
        connection = opened(stack, by_side.address)
        with suppress(ConnectionError):
            connection.sendall(sent)
        answer = b""
        connection.settimeout(2)
        with suppress(ConnectionError, TimeoutError):
            answer = connection.recv(65536)
        assert not answer.startswith(b"HTTP/1.1 200")
        assert b"Noorderhaven" not in answer
    assert by_side.joined("a").answer(1, "7").status == 200
    assert "".join(capfd.readouterr()) == ""


@pytest.mark.parametrize("pieces", [1, 40])
@pytest.mark.parametrize("size", [8_200, 20_000, 60_000, 200_000])
def test_a_head_over_the_limit_is_refused_however_it_arrives(
    by_side: Served, size: int, pieces: int
) -> None:
    before = f"GET / HTTP/1.1\r\nHost: {by_side.address.authority}\r\nX-Much: "
    for sent, refused in (((before + "a" * 7_000), False), (before + "a" * size, True)):
        data = f"{sent}\r\nConnection: close\r\n\r\n".encode()
        step = len(data) // pieces + 1
        with ExitStack() as stack:
            connection = opened(stack, by_side.address)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            answer = b""
            with suppress(ConnectionError):
                for at in range(0, len(data), step):
                    connection.sendall(data[at : at + step])
            with suppress(ConnectionError):
                while more := connection.recv(65536):
                    answer += more
        status = answer.split(b" ")[1:2]
        # Cut off while it is still sending, it may see nothing but the end.
        assert (status in ([b"431"], [b"400"], [])) if refused else status == [b"200"]
    assert by_side.joined("a").answer(1, "7").status == 200


def test_a_body_without_end_is_cut_off(by_side: Served) -> None:
    phone = by_side.joined("a")
    phone.get("/q/1")
    cookies = "; ".join(f"{k}={v}" for k, v in phone.cookies.items())
    head = (
        f"POST /q/1 HTTP/1.1\r\nHost: {by_side.address.authority}\r\nCookie: {cookies}\r\n"
        f"Origin: {by_side.address.origin}\r\nTransfer-Encoding: chunked\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    )
    with ExitStack() as stack:
        connection = opened(stack, by_side.address)
        connection.sendall(head.encode())
        with suppress(ConnectionError):
            for _ in range(100):
                connection.sendall(b"1000\r\n" + b"a" * 4096 + b"\r\n")
        assert is_closed(connection, 5)
    assert not by_side.work.urn.ballots


@elsewhere
def test_guessing_is_stopped_and_others_go_on(by_side: Served) -> None:
    inside = by_side.joined("a", source="127.0.3.1")
    guesser = by_side.phone(source="127.0.3.1")
    replies = [guesser.join(f"AAAA{a}{b}") for a in "ABCD" for b in "ABCDEF"]
    assert [r.status for r in replies[:10]] == [422] * 10
    assert {r.status for r in replies[11:]} == {429}
    assert guesser.join(by_side.code).status == 429, "not even the right code, for a minute"
    assert guesser.get(f"/R/{by_side.code}").status == 429
    guesser.get("/mine")
    assert guesser.post("/mine", {"code": "AAAAAAAA"}).status == 429
    assert inside.answer(1, "7").status == 200, "who is in stays in, from the same address too"
    assert by_side.joined("b", source="127.0.3.2").answer(1, "7").status == 200


def test_guessed_cards_are_stopped_but_a_right_one_always_works(by_name: Served) -> None:
    from sessionui.domain.intents.phones import IssueKey
    from sessionui.phones.tokens import key_hash, new_token

    token = new_token()
    by_name.room.do(IssueKey(by_name.work.partnership.people[0].id, key_hash(token)))
    guesser = by_name.phone()
    statuses = [guesser.get(f"/P/{new_token()}").status for _ in range(20)]
    assert statuses[:10] == [404] * 10
    assert set(statuses[11:]) == {429}
    assert by_name.phone().get(f"/P/{token}").path == "/answers"


@elsewhere
def test_a_flood_is_held_off_and_a_phone_is_served(tmp_path: Path) -> None:
    limits = Limits(rate=20, burst=60)
    with quick_room(tmp_path, limits) as served:
        stop = time.monotonic() + 4
        sent: list[int] = []

        def flood() -> None:
            phone = Phone(served.address, source="127.0.4.1")
            count = 0
            while time.monotonic() < stop:
                with suppress(OSError, Exception):
                    phone.get("/")
                phone.replies.clear()
                count += 1
            sent.append(count)

        with ThreadPoolExecutor(4) as pool:
            for _ in range(4):
                pool.submit(flood)
            time.sleep(0.5)
            waits = []
            phone = served.joined("a", source="127.0.4.2")
            for number in (1, 2, 3):
                started = time.monotonic()
                assert phone.answer(number, "7").status == 200
                waits.append(time.monotonic() - started)
        assert sum(sent) > 200
        assert max(waits) < 2
        assert len(served.work.urn.ballots[0].answers) == 3


@elsewhere
@pytest.mark.parametrize(("secrecy", "answers"), [("name", 12 if EXHAUSTIVE else 3), ("side", 12)])
def test_sixty_phones_with_all_their_answers_at_once(
    tmp_path: Path, secrecy: str, answers: int
) -> None:
    from tests.support.room import a_partnership, a_session

    work = a_session(
        partnership=a_partnership(raters=30), indicators=[f"Indicator {n}" for n in range(answers)]
    )
    work = phone_work(work, secrecy="side" if secrecy == "side" else "name")
    people = work.partnership.people
    with (
        a_room(tmp_path / "file.json", work) as room,
        serving(room) as (server, address),
        ThreadPoolExecutor(60) as pool,
    ):
        served = Served(room, server, address, tmp_path / "file.json")
        phones = [
            served.joined(p.side if secrecy == "side" else p.id, source=f"127.0.5.{n + 1}")
            for n, p in enumerate(people)
        ]
        assert len(phones) == 60
        for phone in phones:
            phone.get("/q/1")

        def answer(job: tuple[int, int]) -> bool:
            n, number = job
            mark = str((n * 7 + number) % 10 + 1)
            form = {"mark": mark, "reason": f"{n}-{number}"}
            return phones[n].post(f"/q/{number}", form).status == 200

        jobs = [(n, number) for number in range(1, answers + 1) for n in range(60)]
        assert all(pool.map(answer, jobs))
        found = sorted((a.reason, a.mark) for b in room.work.urn.ballots for a in b.answers)
        assert found == sorted((f"{n}-{k}", (n * 7 + k) % 10 + 1) for n, k in jobs)
        assert len(room.work.urn.ballots) == 60
        assert server.status.joined == 60
        session = room.work.session.id
        urn = room.work.urn
    from store.tinydb_repository import TinyDbRepository

    with TinyDbRepository.open(tmp_path / "file.json", read_only=True) as repository:
        assert repository.work(session).urn == urn


def test_a_port_that_is_taken_is_said_and_the_next_one_is_taken_instead(by_side: Served) -> None:
    with PhoneServerOf(by_side) as (other, address):
        assert other.address == address
        assert address.port != by_side.address.port
    again = PhoneServer(by_side.room)
    with pytest.raises(Refused, match="in use"):
        again.start("127.0.0.1", by_side.address.port)
    with pytest.raises(Refused, match="can't listen"):
        again.start("203.0.113.7")
    with pytest.raises(Refused, match="can't listen"):
        again.start("no address")
    assert not again.running


def test_stopping_ends_everything_and_a_page_goes_on_after_a_restart(by_side: Served) -> None:
    phone = by_side.joined("a")
    phone.answer(1, "7")
    phone.get("/q/2")
    with ExitStack() as stack:
        idle = opened(stack, by_side.address)
        started = time.monotonic()
        by_side.server.stop()
        assert time.monotonic() - started < 3
        assert is_closed(idle, 1)
    with pytest.raises(OSError):  # noqa: PT011 - refused or reset
        phone.get("/")
    assert not [t for t in threading.enumerate() if t.name == "phones"]
    fresh = PhoneServer(by_side.room)
    assert fresh.start("127.0.0.1", by_side.address.port) == by_side.address
    try:
        assert "Saved: Openness" in phone.post("/q/2", {"mark": "8", "reason": ""}).text
    finally:
        fresh.stop()


def test_when_everybody_asks_too_much_those_who_asked_little_go_on() -> None:
    limits = Limits(rate=1, burst=20, all_rate=1, all_burst=30, little_rate=1, little_burst=10)
    gate = Gate(limits, lambda: 0.0)
    flood = [gate.began((f"10.0.0.{n % 3}", n)) for n in range(60)]
    assert sum(flood) == 30, "each has had the little that it gets for itself by then"
    assert all(gate.began(("10.0.1.1", n)) for n in range(9))
    assert not gate.began(("10.0.0.1", 99))


def test_a_bucket_forgets_nobody_who_floods() -> None:
    now = [0.0]
    bucket = Bucket(2, 1, lambda: now[0], most=10)
    assert [bucket.take("x") for _ in range(3)] == [True, True, False]
    for n in range(9):
        bucket.take(str(n))
    assert not bucket.take("x")
    now[0] = 1.0
    assert bucket.take("x")
    for n in range(100):
        bucket.take(f"more {n}")
    assert len(bucket._left) <= 10


@contextmanager
def PhoneServerOf(served: Served) -> Iterator[tuple[PhoneServer, Address]]:  # noqa: N802
    """Another server of the same room."""
    with serving(served.room) as made:
        yield made
