"""A room without an interface: the real desk over a real file, and the server beside it."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from sessionui.desk import SessionDesk
from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.phones import OpenToPhones
from sessionui.domain.intents.walk import GoToStage
from sessionui.domain.intents.welcome import SetRules
from sessionui.domain.terms import Secrecy
from sessionui.domain.wording import Sentence
from sessionui.domain.work import Work
from sessionui.phones.address import Address
from sessionui.phones.limits import Limits
from sessionui.phones.room import NotSavedError, Room
from sessionui.phones.server import PhoneServer
from store.repository import Repository
from store.tinydb_repository import TinyDbRepository
from tests.support.room import NOW, a_session, doing, fresh_id

SECRET = "0123456789abcdef" * 2
HTML = """<!DOCTYPE html><html lang='en'><style>p{color:red}</style><p>All of it</p>
<table><col style="width:8%"/></table></html>"""


def phone_work(
    work: Work | None = None,
    *,
    secrecy: Secrecy = "name",
    self_estimate: bool = False,
    half_marks: bool = False,
) -> Work:
    """A session in the score stage, open to phones; nobody has answered."""
    rules = SetRules(secrecy, self_estimate=self_estimate, half_marks=half_marks)
    return doing(work or a_session(), rules, GoToStage("score"), OpenToPhones(SECRET))


class DeskRoom:
    """``Room`` over a desk: one thread carries out, as the loop of the interface does."""

    def __init__(self, repository: Repository, session_id: str) -> None:
        self.repository = repository
        self.desk = SessionDesk(repository, session_id, lambda: NOW, fresh_id, lambda: None)
        self.pool = ThreadPoolExecutor(1)
        self.broken = False
        self.taken: list[Intent] = []
        self.hold = threading.Event()
        self.hold.set()

    @property
    def work(self) -> Work:
        return self.desk.work

    def take(self, intent: Intent) -> Future[Sentence | None]:
        return self.pool.submit(self._take, intent)

    def _take(self, intent: Intent) -> Sentence | None:
        self.hold.wait(10)
        self.taken.append(intent)
        refused = self.desk.do(intent)
        if self.broken or not self.repository.retry():
            raise NotSavedError
        return refused

    def settled(self) -> bool:
        return not self.broken and self.repository.retry()

    def do(self, *intents: Intent) -> None:
        """What the facilitator does."""
        for intent in intents:
            refused = self.pool.submit(self.desk.do, intent).result(10)
            assert refused is None, refused

    def minutes_page(self, lang: str) -> str | None:
        return HTML if self.work.session.state == "confirmed" else None

    def file_name(self, form: Literal["html", "ics"], lang: str) -> str:
        return f"Zuid-Ö_{lang}.{form}"

    def calendar(self, lang: str) -> bytes | None:
        confirmed = self.work.session.state == "confirmed"
        return b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" if confirmed else None


@contextmanager
def a_room(path: Path, work: Work | None = None) -> Iterator[DeskRoom]:
    """A room over a file of its own."""
    with TinyDbRepository.open(path) as repository:
        work = work or phone_work()
        repository.save(None, work)
        room = DeskRoom(repository, work.session.id)
        try:
            yield room
        finally:
            room.hold.set()
            room.pool.shutdown()


@contextmanager
def serving(
    room: Room, limits: Limits | None = None, now: Callable[[], float] | None = None
) -> Iterator[tuple[PhoneServer, Address]]:
    """The server of that room on loopback."""
    server = PhoneServer(room, limits=limits, now=now) if now else PhoneServer(room, limits=limits)
    try:
        yield server, server.start("127.0.0.1")
    finally:
        server.stop()
        assert not server.running
