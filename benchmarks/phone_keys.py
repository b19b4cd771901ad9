"""Measure what phones cost the facilitator's keys: key to paint in quiet, in a room, in a flood.

python -m benchmarks.phone_keys [--quick]

The application runs in a pseudo-terminal of 120×40 with the score stage on screen and a note open;
the phones are in a process of their own. Each key is a letter that has not been on the screen
before, so that nothing else that is painted can be taken for it.
"""

import argparse
import asyncio
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count, cycle
from pathlib import Path

from benchmarks.terminal import Terminal
from sessionui.phones.address import Address
from sessionui.phones.tokens import room_code
from store.tinydb_repository import TinyDbRepository
from tests.support.phone import TOKEN, Phone
from tests.support.phone_room import phone_work
from tests.support.room import a_partnership, a_session

PHONES, INDICATORS = 60, 12
EVERY = 4.0
"""Seconds between two answers of one phone."""

FLOOD = 24
LETTERS = [chr(n) for n in range(0x100, 0x17F)] + [chr(n) for n in range(0x410, 0x450)]
ESCAPES = re.compile(rb"\x1b\[[0-9;?<>=]*[a-zA-Z]|\x1b[()][A-Z0-9]|\x1b[=>]")


def prepared(path: Path, secrecy: str) -> str:
    """A file with a session of sixty raters in the score stage; the code of its room."""
    partnership = a_partnership(raters=PHONES // 2)
    work = a_session(partnership=partnership, indicators=[f"Item {n}" for n in range(INDICATORS)])
    work = phone_work(work, secrecy="side" if secrecy == "side" else "name")
    with TinyDbRepository.open(path) as repository:
        repository.save(None, work)
        repository.set_setting("session-on-table", work.session.id)
    return json.dumps([room_code(work.session.phones), work.raters("a") + work.raters("b")])


def joined(port: int, code: str, choices: list[dict[str, str]]) -> list[dict[str, str]]:
    """Sixty phones that came in, each from an address of its own: cookies and form token."""
    found = []
    for n, choice in enumerate(choices):
        phone = Phone(Address("127.0.0.1", port), source=f"127.0.1.{n + 1}")
        assert phone.join(code, **choice).path == "/answers"
        page = phone.get("/q/1")
        token = TOKEN.search(page.body.decode())
        assert token is not None
        cookies = "; ".join(f"{k}={v}" for k, v in phone.cookies.items())
        found.append({"cookies": cookies, "token": token[1], "source": phone.source})
    return found


async def ask(streams: tuple[asyncio.StreamReader, asyncio.StreamWriter], request: str) -> bytes:
    reader, writer = streams
    writer.write(request.encode())
    answer = (await reader.readuntil(b"\r\n\r\n")).lower()
    await reader.readexactly(int(answer.partition(b"content-length: ")[2].split()[0]))
    return answer[:12]


async def one_phone(port: int, phone: dict[str, str], start: float, until: float) -> int:
    """An answer every few seconds and the page after it; how many were saved."""
    await asyncio.sleep(start)
    saved = 0
    for number in cycle(range(1, INDICATORS + 1)):
        if time.monotonic() > until:
            break
        streams = await asyncio.open_connection("127.0.0.1", port, local_addr=(phone["source"], 0))
        head = f"Host: 127.0.0.1:{port}\r\nCookie: {phone['cookies']}\r\n"
        body = f"token={phone['token']}&mark={number % 10 + 1}&reason=because+{saved}"
        post = (
            f"POST /q/{number} HTTP/1.1\r\n{head}Origin: http://127.0.0.1:{port}\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
            f"\r\n{body}"
        )
        saved += await ask(streams, post) == b"http/1.1 303"
        await ask(streams, f"GET /q/{number % INDICATORS + 1} HTTP/1.1\r\n{head}\r\n")
        streams[1].close()
        await asyncio.sleep(EVERY)
    return saved


async def one_flooder(port: int, n: int, until: float) -> int:
    """Requests without a pause; how many were answered in any way."""
    done = 0
    request = f"GET /answers HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n"
    while time.monotonic() < until:
        try:
            streams = await asyncio.open_connection(
                "127.0.0.1", port, local_addr=(f"127.0.2.{n + 1}", 0)
            )
            while time.monotonic() < until:
                await ask(streams, request)
                done += 1
        except (OSError, asyncio.IncompleteReadError):
            await asyncio.sleep(0.01)
    return done


async def client(port: int, seconds: float, phones: list[dict[str, str]], *, flood: bool) -> int:
    until = time.monotonic() + seconds
    if flood:
        return sum(await asyncio.gather(*(one_flooder(port, n, until) for n in range(FLOOD))))
    starts = [EVERY * n / len(phones) for n in range(len(phones))]
    calls = (one_phone(port, p, s, until) for p, s in zip(phones, starts, strict=True))
    return sum(await asyncio.gather(*calls))


@contextmanager
def beside(port: int, phones: list[dict[str, str]], kind: str, seconds: float) -> Iterator[None]:
    """The clients in a process of their own, for so many seconds; tells what they did."""
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.phone_keys", "--client", kind, str(port), str(seconds)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdin is not None
        process.stdin.write(json.dumps(phones))
        process.stdin.close()
        time.sleep(1.5)
        try:
            yield
        finally:
            process.stdin = None
            out, _ = process.communicate(timeout=seconds + 30)
            print(f"  {kind}: {float(out) / seconds:.0f} a second", flush=True)


def keys(terminal: Terminal, letters: Iterator[str], times: int) -> list[float]:
    """Seconds from each key until its letter stands on the screen; a person's pace."""
    found = []
    for _ in range(times):
        letter = next(letters).encode()
        place = len(terminal.seen)
        begin = time.perf_counter()
        terminal.press(letter)
        while letter not in terminal.seen[place:]:
            terminal.read(0.5)
            if time.perf_counter() - begin > 5:
                raise TimeoutError(letter.decode())
        found.append(time.perf_counter() - begin)
        end = time.perf_counter() + 0.08
        while (left := end - time.perf_counter()) > 0:
            terminal.read(left)
    return found


def screen_of(terminal: Terminal) -> str:
    return ESCAPES.sub(b"", terminal.seen).decode("utf-8", "ignore")


def started(terminal: Terminal) -> int:
    """Walk to the note of the score stage with the server running; the port."""
    terminal.wait_for(b"answered")
    terminal.settle(0.5)
    for key in (b"p", b"\x1b[F", b"\r", b"\x1b"):  # phones, last address, start, back
        terminal.press(key)
        terminal.settle(0.4)
    port = re.findall(r"127\.0\.0\.1:(\d+), code", screen_of(terminal))
    terminal.press(b"\x1bOR")  # F3: a private note
    terminal.settle(0.5)
    return int(port[-1])


def p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def told(name: str, times: list[float], quiet: list[float]) -> None:
    median, calm = statistics.median(times), statistics.median(quiet)
    print(
        f"{name:<28}{median / calm:6.2f}×   median {median * 1000:6.1f} ms  against "
        f"{calm * 1000:5.1f} ms   p95 {p95(times) * 1000:6.1f} ms",
        flush=True,
    )


def measure(secrecy: str, times: int) -> None:
    """One run of the application: quiet, the room, quiet again, a flood."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "room.json"
        code, people = json.loads(prepared(path, secrecy))
        with Terminal([sys.executable, "-m", "sessionui", str(path)]) as terminal:
            port = started(terminal)
            letters = (LETTERS[n % len(LETTERS)] for n in count())
            if secrecy == "side":
                choices = [{"side": "ab"[n % 2]} for n in range(PHONES)]
            else:
                choices = [{"person": person} for person in people]
            phones = joined(port, code, choices)
            terminal.settle(0.5)
            seconds = times * 0.15 + 4
            quiet = keys(terminal, letters, times)
            with beside(port, phones, "answers", seconds):
                room = keys(terminal, letters, times)
            quiet += keys(terminal, letters, times)
            with beside(port, phones, "flood", seconds):
                flood = keys(terminal, letters, times)
    told(f"by {secrecy}, full room", room, quiet)
    told(f"by {secrecy}, flood", flood, quiet)
    print(f"{'':<37}quiet p95 {p95(quiet) * 1000:.1f} ms")


def main() -> None:
    """Measure, or be the phones."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.phone_keys")
    parser.add_argument("--quick", action="store_true", help="fewer keys")
    parser.add_argument("--client", nargs=3, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.client:
        kind, port, seconds = arguments.client
        phones = json.loads(sys.stdin.read())
        print(asyncio.run(client(int(port), float(seconds), phones, flood=kind == "flood")))
        return
    for secrecy in ("name", "side"):
        measure(secrecy, 60 if arguments.quick else 180)


if __name__ == "__main__":
    main()
