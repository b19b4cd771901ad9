"""The server of the phones beside the session on the table, as the screens see it."""

import asyncio
import json
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.phones import IssueKey, OpenToPhones
from sessionui.domain.wording import N_, Refused, Sentence
from sessionui.handing_out import write_under_free_name
from sessionui.locale import language
from sessionui.phone_room import DeskRoom, Table
from sessionui.phones.address import personal_url, room_url, take_home_url
from sessionui.phones.network import Place, answers, places
from sessionui.phones.qr import Matrix, matrices, wifi_text
from sessionui.phones.server import PhoneServer
from sessionui.phones.tokens import key_hash, new_secret, new_token, room_code
from sessionui.text import clean

SWITCH, USUAL_SWITCH = 0.001, sys.getswitchinterval()
"""Seconds after which a busy thread lets the other go on: a key waits for it some ten times.

At Python's usual 5 ms a flood of requests makes a key wait 50 ms for the server's thread alone.
"""

GROUP = 4
"""Characters of a long code that stand together."""

WIFI = "phones-wifi"
"""The setting with name and password of the network: of a partnership, and the last one of all."""

OFF = N_("The server for phones is off. Start it first.")


class HostTable(Table, Protocol):
    """What the host needs of the session on the table."""

    def do(self, intent: Intent) -> Sentence | None: ...
    def remembered(self, name: str) -> str: ...
    def remember(self, name: str, value: str) -> None: ...


@dataclass(frozen=True)
class Handed:
    """See ``screens.phone_host.Handed``."""

    typed: str
    code: str = field(repr=False)
    matrices: tuple[Matrix, ...] = field(repr=False)


class PhoneHost:
    """See ``screens.phone_host.PhoneHost``.

    ``publish`` shows the session anew; ``answered`` shows what phones changed in it.
    """

    def __init__(
        self, table: HostTable, publish: Callable[[], None], answered: Callable[[], None]
    ) -> None:
        self._table, self._publish, self._answered = table, publish, answered
        self._room: DeskRoom | None = None
        self._server: PhoneServer | None = None
        self._starting = False

    @property
    def running(self) -> bool:
        """Whether phones are served now."""
        return self._server is not None and self._server.running

    @property
    def typed(self) -> str:
        """The address to type."""
        address = self._server.address if self._server else None
        return address.typed if address else ""

    @property
    def code(self) -> str:
        """The six characters of the room."""
        return room_code(self._table.work.session.phones)

    @property
    def joined(self) -> int:
        """How many phones came in."""
        return self._server.status.joined if self._server else 0

    def places(self) -> tuple[Place, ...]:
        """The addresses of this computer now."""
        return places()

    # --- start and stop

    async def start(self, address: str) -> Sentence | None:
        """See ``screens.phone_host.PhoneHost.start``."""
        if self._starting:
            return None
        refusal = self._table.do(OpenToPhones(new_secret()))
        if refusal is not None:
            return refusal
        self._starting = True
        self._end(wait=False)
        sys.setswitchinterval(SWITCH)
        self._room = DeskRoom(self._table, self._answered)
        self._server = server = PhoneServer(self._room)
        try:
            return await asyncio.to_thread(_started, server, address)
        finally:
            self._starting = False
            if self._server is not server:  # the session was left meanwhile
                threading.Thread(target=server.stop, daemon=True).start()
            elif not server.running:
                self._end(wait=False)
            self._publish()

    def stop(self) -> None:
        """Stop serving; returns at once."""
        self._end(wait=False)
        self._publish()

    def close(self) -> None:
        """The session is put away, or the program ends: stop, and wait for that."""
        self._end(wait=True)

    def _end(self, *, wait: bool) -> None:
        server, room = self._server, self._room
        self._server = self._room = None
        sys.setswitchinterval(USUAL_SWITCH)
        if room is not None:
            room.close()
        if server is None:
            return
        if wait:
            server.stop()
        else:
            threading.Thread(target=server.stop, daemon=True).start()

    # --- codes

    def room_code(self) -> tuple[Matrix, ...]:
        """The QR code that lets a phone in."""
        address = self._server.address if self._server else None
        return matrices(room_url(address, self.code)) if address else ()

    def take_home_code(self) -> tuple[Matrix, ...]:
        """The QR code of the confirmed minutes."""
        address = self._server.address if self._server else None
        return matrices(take_home_url(address, self.code)) if address else ()

    @property
    def _wifi_setting(self) -> str:
        return f"{WIFI}/{self._table.work.partnership.id}"

    @property
    def wifi(self) -> tuple[str, str]:
        """Name and password of the network."""
        kept = self._table.remembered(self._wifi_setting) or self._table.remembered(WIFI)
        try:
            name, password = json.loads(kept or '["", ""]')
        except ValueError:
            return "", ""
        return str(name), str(password)

    def set_wifi(self, name: str, password: str) -> Sentence | None:
        """Remember them, for this partnership and as a proposal for the others."""
        name = clean(name, multiline=False).strip()
        password = clean(password, multiline=False).strip()
        if password and not name:
            return Sentence(N_("Give the name of the network too."))
        if password and len(password) < 8:
            return Sentence(N_("A password of a Wi-Fi network has 8 characters at least."))
        if len(name.encode()) > 32 or len(password.encode()) > 63:
            return Sentence(N_("No network has a name or a password as long as that."))
        kept = json.dumps([name, password])
        for setting in (self._wifi_setting, WIFI):
            self._table.remember(setting, kept)
        return None

    def wifi_code(self) -> tuple[Matrix, ...]:
        """The QR code that joins the network."""
        name, password = self.wifi
        return matrices(wifi_text(name, password)) if name else ()

    # --- personal ways in

    def hand_out(self, person_id: str) -> Handed | Sentence:
        """A new personal way in; the ones that this person had end."""
        address = self._server.address if self._server else None
        if address is None:
            return Sentence(OFF)
        token = new_token()
        refusal = self._table.do(IssueKey(person_id, key_hash(token)))
        if refusal is not None:
            return refusal
        return Handed(address.typed, in_groups(token), matrices(personal_url(address, token)))

    async def write_cards(self, people: Sequence[str], folder: str) -> str | Sentence:
        """See ``screens.phone_host.PhoneHost.write_cards``."""
        from sessionui.phones.cards import Card, cards_page  # jinja2 is slow to load

        address = self._server.address if self._server else None
        if address is None:
            return Sentence(OFF)
        work, cards, keys = self._table.work, [], []
        for person_id in people:
            person = work.partnership.person(person_id)
            if person is None:
                continue
            token = new_token()
            keys.append(IssueKey(person_id, key_hash(token)))
            url, code = personal_url(address, token), in_groups(token)
            cards.append(
                Card(person.name, person.side, work.names[person.side], code, matrices(url)[0])
            )
        lang = language()
        page = await asyncio.to_thread(cards_page, work, cards, address.typed, lang)
        name = f"sessionui-{work.session.date.isoformat()}-cards.html"
        outcome = await asyncio.to_thread(write_under_free_name, folder, name, page.encode())
        if isinstance(outcome, Sentence):
            return outcome
        # Only now do the earlier cards end: the new ones are there.
        refusals = [r for r in self._table.do_all(keys) if r is not None]
        return refusals[0] if refusals else outcome


def in_groups(code: str) -> str:
    """A long code so that it can be read aloud."""
    return " ".join(code[n : n + GROUP] for n in range(0, len(code), GROUP))


def _started(server: PhoneServer, address: str) -> Sentence | None:
    """Start, and see whether the port answers; a server that doesn't is stopped again."""
    try:
        found = server.start(address)
    except Refused as refused:
        return refused.sentence
    if answers(found.host, found.port):
        return None
    server.stop()
    return Sentence(
        N_("The server runs, but {address} doesn't answer. A firewall may be in the way."),
        {"address": found.typed},
    )
