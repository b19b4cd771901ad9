"""A room and its server on loopback, one for each secrecy."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from sessionui.domain.terms import Secrecy
from sessionui.domain.work import Work
from sessionui.phones.address import Address
from sessionui.phones.server import PhoneServer
from sessionui.phones.tokens import room_code
from tests.support.phone import Phone
from tests.support.phone_room import DeskRoom, a_room, phone_work, serving


@dataclass
class Served:
    """A room that is being served, and the way in for phones."""

    room: DeskRoom
    server: PhoneServer
    address: Address
    path: Path

    @property
    def work(self) -> Work:
        return self.room.work

    @property
    def code(self) -> str:
        return room_code(self.work.session.phones)

    def phone(self, lang: str = "en", source: str = "127.0.0.1") -> Phone:
        return Phone(self.address, lang, source)

    def joined(self, choice: str, source: str = "127.0.0.1") -> Phone:
        """A phone that came in by the code of the room, as that side or that person."""
        phone = self.phone(source=source)
        field = "side" if self.work.session.rules.secrecy == "side" else "person"
        reply = phone.join(self.code, **{field: choice})
        assert reply.path == "/answers", (reply.status, reply.path)
        return phone


def person(served: Served, name: str) -> str:
    return next(p.id for p in served.work.partnership.people if p.name == name)


def path_of(served: Served, url: str) -> str:
    assert url.upper().startswith(served.address.origin.upper())
    return url[len(served.address.origin) :]


def _served(path: Path, secrecy: Secrecy) -> Iterator[Served]:
    work = phone_work(secrecy=secrecy, self_estimate=secrecy == "name")
    with a_room(path, work) as room, serving(room) as (server, address):
        yield Served(room, server, address, path)


@pytest.fixture
def by_name(tmp_path: Path) -> Iterator[Served]:
    yield from _served(tmp_path / "file.json", "name")


@pytest.fixture
def by_side(tmp_path: Path) -> Iterator[Served]:
    yield from _served(tmp_path / "file.json", "side")
