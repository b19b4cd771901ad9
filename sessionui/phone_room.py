"""The session on the table as the phones' server sees it: intents from its thread into our loop.

Phones never carry anything out themselves. What they ask waits in a queue; the loop of the
interface takes from it in short turns, several intents as one save, so that a key which the
facilitator presses waits a few milliseconds at most. Whether it is on the disk is found out in a
thread; only then does a phone hear "saved".
"""

import asyncio
import contextvars
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from typing import Final, Literal, Protocol

from sessionui.crash import record_crash
from sessionui.domain.intents.base import Intent
from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.wording import N_, Sentence
from sessionui.domain.work import Work
from sessionui.locale import as_language
from sessionui.phones.room import NotSavedError

TURN: Final = 0.008
"""Seconds that one turn may take of the interface's loop."""

BETWEEN: Final = 0.012
"""Seconds left to keys and painting after a turn, when more is waiting."""

SHOWN_EVERY: Final = 0.25
"""Seconds between two paintings because of phones."""

Answer = Future[Sentence | None]
GONE: Final = N_("The session isn't open on the laptop now. Keep this page and try again.")


class Table(Protocol):
    """What the room needs of the session on the table."""

    @property
    def work(self) -> Work: ...
    def do_all(
        self, intents: Iterable[Intent], publish: Callable[[], None] | None = None
    ) -> list[Sentence | None]: ...
    def settle(self) -> bool: ...
    def minutes(self) -> MinutesDocument: ...


class DeskRoom:
    """``sessionui.phones.room.Room`` over the session on the table.

    Made in the loop of the interface. ``publish`` shows the session anew.
    """

    def __init__(self, table: Table, publish: Callable[[], None]) -> None:
        self._table, self._publish = table, publish
        self._loop = asyncio.get_running_loop()
        # What the interface keeps in context variables is not there in the server's thread.
        self._context = contextvars.copy_context()
        self._waiting: deque[tuple[Intent, Answer]] = deque()
        self._lock = threading.Lock()
        self._turn_due = self._closed = self._show_due = False
        self._shown_at = 0.0
        self._unsettled: list[Answer] = []
        self._settling = threading.Condition()
        self._settler: threading.Thread | None = None
        self._reading = threading.Lock()
        self._minutes: MinutesDocument | None = None
        self._files: dict[str, bytes] = {}

    @property
    def work(self) -> Work:
        """The partnership and session as they are now."""
        return self._table.work

    # --- from any thread

    def take(self, intent: Intent) -> Answer:
        """See ``Room.take``."""
        answer: Answer = Future()
        with self._lock:
            if self._closed:
                answer.set_result(Sentence(GONE))
                return answer
            self._waiting.append((intent, answer))
            wake = not self._turn_due
            self._turn_due = True
        if wake:
            self._wake()
        return answer

    def _wake(self) -> None:
        try:
            self._loop.call_soon_threadsafe(self._turn, context=self._context)
        except RuntimeError:  # the interface has ended meanwhile
            self._refuse_all()

    def settled(self) -> bool:
        """See ``Room.settled``."""
        try:
            return self._table.settle()
        except Exception:  # noqa: BLE001 - whatever it was, "saved" would be a lie
            return False

    def minutes_page(self, lang: str) -> str | None:
        """See ``Room.minutes_page``."""
        from sessionui.minutes import render

        document = self._confirmed()
        if document is None:
            return None
        return self._kept(
            document, f"page-{lang}", lambda: render(document, "html", as_language(lang) or "en")
        ).decode()

    def calendar(self, lang: str) -> bytes | None:
        """See ``Room.calendar``."""
        from sessionui.minutes.calendar import as_calendar  # icalendar is slow to load

        document = self._confirmed()
        if document is None:
            return None
        return self._kept(
            document, f"calendar-{lang}", lambda: as_calendar(document, as_language(lang) or "en")
        )

    def file_name(self, form: Literal["html", "ics"], lang: str) -> str:
        """See ``Room.file_name``."""
        from sessionui.minutes import file_name

        document = self._confirmed()
        lang = as_language(lang) or "en"
        return file_name(document, form, lang) if document else f"minutes.{form}"

    def _confirmed(self) -> MinutesDocument | None:
        """The minutes as they were confirmed; read once a confirmation."""
        at = self.work.session.confirmed_at
        if at is None:
            return None
        with self._reading:
            if self._minutes is None or self._minutes.confirmed_at != at:
                self._minutes, self._files = self._table.minutes(), {}
            return self._minutes

    def _kept(self, document: MinutesDocument, name: str, make: Callable[[], bytes]) -> bytes:
        """A file made of the minutes, made once: a whole room asks for it at the same moment."""
        with self._reading:
            if document is not self._minutes:
                return make()
            if name not in self._files:
                self._files[name] = make()
            return self._files[name]

    # --- in the loop

    def _turn(self) -> None:
        """Carry out what waits, for as long as a turn may take."""
        answers: list[Answer] = []
        try:
            refusals = self._table.do_all(self._taken(answers), self._show_soon)
        except Exception as error:  # noqa: BLE001 - the session goes on; a phone says "not saved"
            record_crash(error)
            refusals = []
            _fail(answers)
        done = []
        for answer, refusal in zip(answers, refusals, strict=False):
            if refusal is None:
                done.append(answer)
            else:
                _finish(answer, refusal)
        self._settle_soon(done)
        with self._lock:
            self._turn_due = bool(self._waiting)
            if self._turn_due:
                self._loop.call_later(BETWEEN, self._turn)

    def _taken(self, answers: list[Answer]) -> Iterator[Intent]:
        """Intents from the queue until the turn is over; the first one in any case."""
        end = time.perf_counter() + TURN
        while self._waiting and (not answers or time.perf_counter() < end):
            intent, answer = self._waiting.popleft()
            answers.append(answer)
            yield intent

    def _show_soon(self) -> None:
        if self._show_due:
            return
        self._show_due = True
        wait = self._shown_at + SHOWN_EVERY - self._loop.time()
        self._loop.call_later(max(wait, 0), self._show)

    def _show(self) -> None:
        self._show_due = False
        self._shown_at = self._loop.time()
        if not self._closed:
            self._publish()

    def close(self) -> None:
        """Carry out what came in already; refuse what comes from here on. Called in the loop."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
        while self._waiting:
            self._turn()
        with self._settling:
            self._settling.notify_all()

    def _refuse_all(self) -> None:
        while self._waiting:
            _finish(self._waiting.popleft()[1], Sentence(GONE))

    # --- in a thread of its own

    def _settle_soon(self, answers: list[Answer]) -> None:
        if not answers:
            return
        with self._settling:
            self._unsettled += answers
            if self._settler is None or not self._settler.is_alive():
                self._settler = threading.Thread(
                    target=self._settle, name="phones-disk", daemon=True
                )
                self._settler.start()
            self._settling.notify_all()

    def _settle(self) -> None:
        """Wait for the disk, for everything done so far at once, until there is nothing left."""
        while True:
            with self._settling:
                if not self._unsettled and not self._settling.wait_for(
                    lambda: self._unsettled or self._closed, timeout=5
                ):
                    self._settler = None
                    return
                answers, self._unsettled = self._unsettled, []
                if not answers:
                    self._settler = None
                    return
            self._tell(answers)

    def _tell(self, answers: list[Answer]) -> None:
        if not self.settled():
            _fail(answers)
            return
        for answer in answers:
            _finish(answer, None)


def _fail(answers: list[Answer]) -> None:
    for answer in answers:
        with suppress(InvalidStateError):
            answer.set_exception(NotSavedError())


def _finish(answer: Answer, refusal: Sentence | None) -> None:
    with suppress(InvalidStateError):  # a phone that gave up cancelled it
        answer.set_result(refusal)
