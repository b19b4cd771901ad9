"""Measure the server of the phones: answers a second to the disk, against a bare server.

python -m benchmarks.phones [--quick]

The clients run in a process of their own: sixty connections that stay open, each with twelve
answers and the page after each. The bare server is uvicorn with an application that reads the form
and answers with nothing. What answering does to the keys of the interface is measured elsewhere.
"""

import argparse
import asyncio
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from sessionui.desk import SessionDesk
from sessionui.phone_room import DeskRoom
from sessionui.phones.address import Address
from sessionui.phones.limits import Limits
from sessionui.phones.tokens import room_code
from tests.support.phone import TOKEN, Phone
from tests.support.phone_room import a_room, phone_work, serving
from tests.support.room import a_partnership, a_session

PHONES, ANSWERS = 60, 12
NO_LIMITS = Limits(each=192, rate=1e6, burst=1e6, all_rate=1e6, all_burst=1e6)


async def one_phone(port: int, cookies: str, token: str, waits: list[float]) -> None:
    """Send twelve answers over one connection, each followed by the next page."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for number in range(1, ANSWERS + 1):
        body = f"token={token}&mark={number % 10 + 1}&reason=because"
        head = (
            f"POST /q/{number} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookies}\r\n"
            f"Origin: http://127.0.0.1:{port}\r\nContent-Length: {len(body)}\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
        )
        started = time.perf_counter()
        for request in (
            head + body,
            f"GET /q/{number} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookies}\r\n\r\n",
        ):
            writer.write(request.encode())
            answer = (await reader.readuntil(b"\r\n\r\n")).lower()
            assert answer.startswith((b"http/1.1 303", b"http/1.1 200")), answer[:40]
            await reader.readexactly(int(answer.partition(b"content-length: ")[2].split()[0]))
        waits.append(time.perf_counter() - started)
    writer.close()


async def all_phones(port: int, phones: list[tuple[str, str]]) -> tuple[float, list[float]]:
    """Seconds for everything, and those that each answer took."""
    waits: list[float] = []
    started = time.perf_counter()
    await asyncio.gather(*(one_phone(port, *phone, waits) for phone in phones))
    return time.perf_counter() - started, waits


def from_outside(port: int, phones: list[tuple[str, str]]) -> tuple[float, float, float]:
    """Run the clients in another process: answers a second, median and 95th percentile wait."""
    lines = "\n".join(f"{cookies}\t{token}" for cookies, token in phones)
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.phones", "--client", str(port)],
        input=lines, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert not done.returncode, done.stderr
    rate, median, late = map(float, done.stdout.split())
    return rate, median, late


def client(port: int) -> None:
    phones = [tuple(line.split("\t")) for line in sys.stdin.read().splitlines()]
    seconds, waits = asyncio.run(all_phones(port, [(a, b) for a, b in phones]))
    late = statistics.quantiles(waits, n=20)[-1]
    print(len(waits) / seconds, statistics.median(waits), late)


def ours(secrecy: str) -> tuple[float, float, float]:
    """Sixty phones at our server, over a file on this disk."""
    work = a_session(
        partnership=a_partnership(raters=PHONES // 2),
        indicators=[f"Indicator {n}" for n in range(ANSWERS)],
    )
    work = phone_work(work, secrecy="side" if secrecy == "side" else "name")
    with (
        tempfile.TemporaryDirectory() as folder,
        a_room(Path(folder) / "file.json", work) as headless,
        interface(headless.desk) as room,
        serving(room, NO_LIMITS) as (_, address),
    ):
        code = room_code(room.work.session.phones)
        phones = [
            joined(address, code, secrecy, person.side if secrecy == "side" else person.id)
            for person in work.partnership.people
        ]
        found = from_outside(address.port, phones)
        assert sum(len(b.answers) for b in room.work.urn.ballots) == PHONES * ANSWERS
    return found


@contextmanager
def interface(desk: SessionDesk) -> Iterator[DeskRoom]:
    """The room as the application makes it, in a loop that has nothing else to do."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()

    async def make() -> DeskRoom:
        return DeskRoom(desk, lambda: None)

    room = asyncio.run_coroutine_threadsafe(make(), loop).result()
    try:
        yield room
    finally:
        loop.call_soon_threadsafe(room.close)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


def joined(address: Address, code: str, secrecy: str, choice: str) -> tuple[str, str]:
    """Cookies and form token of a phone that came in."""
    phone = Phone(address)
    phone.join(code, **{"side" if secrecy == "side" else "person": choice})
    token = TOKEN.search(phone.get("/q/1").text)
    assert token
    return "; ".join(f"{k}={v}" for k, v in phone.cookies.items()), token[1]


async def bare_app(_scope: dict[str, object], receive: object, send: object) -> None:
    """Read the form; answer with nothing."""
    assert callable(receive)
    assert callable(send)
    while (await receive()).get("more_body"):
        pass
    start = {"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"0")]}
    await send(start)
    await send({"type": "http.response.body", "body": b""})


def bare() -> tuple[float, float, float]:
    """The same requests at a server that does nothing with them."""
    config = uvicorn.Config(
        bare_app,
        http="h11", ws="none", lifespan="off", log_config=None, access_log=False,
    )  # fmt: skip
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        thread = threading.Thread(target=lambda: asyncio.run(server.serve([listener])))
        thread.start()
        while not server.started:
            time.sleep(0.01)
        try:
            return from_outside(port, [("a=b", "x")] * PHONES)
        finally:
            server.should_exit = True
            thread.join()


def main() -> None:
    """Print one row a secrecy."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--client", type=int)
    options = parser.parse_args()
    if options.client:
        client(options.client)
        return
    for secrecy in ("name", "side"):
        pairs = [(ours(secrecy), bare()) for _ in range(2 if options.quick else 5)]
        rate, median, late = (statistics.median(o[i] for o, _ in pairs) for i in range(3))
        ratio = statistics.median(o[0] / b[0] for o, b in pairs)
        print(
            f"by {secrecy:<5} {rate:6.0f} answers a second on the disk ({ratio:.2f}× a bare server)"
            f"; all 60 at once: median {median * 1000:.0f} ms, p95 {late * 1000:.0f} ms",
            flush=True,
        )


if __name__ == "__main__":
    main()
