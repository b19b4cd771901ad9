"""What the server of the phones sees of the application."""

from concurrent.futures import Future
from typing import Literal, Protocol

from sessionui.domain.intents.base import Intent
from sessionui.domain.wording import Sentence
from sessionui.domain.work import Work


class Room(Protocol):
    """The session on the table, seen from the server. Every method may be called in any thread."""

    @property
    def work(self) -> Work:
        """The partnership and session as they are now."""

    def take(self, intent: Intent) -> Future[Sentence | None]:
        """Carry ``intent`` out beside the facilitator's own changes.

        The future is done when it is on the disk itself (``None``) or was refused (the sentence
        that says why); it fails with ``NotSavedError`` when the disk can't take it now. Then it is
        carried out all the same, and saved as soon as that can be.
        """

    def settled(self) -> bool:
        """Try whether all that was carried out so far is on the disk; for a thread of its own."""

    def minutes_page(self, lang: str) -> str | None:
        """The confirmed minutes as one HTML page; ``None`` while they aren't confirmed."""

    def calendar(self, lang: str) -> bytes | None:
        """The next session and the agreed actions as iCalendar; ``None`` before confirmation."""

    def file_name(self, form: Literal["html", "ics"], lang: str) -> str:
        """What the file of the confirmed minutes is called: partnership, kind and date."""


class NotSavedError(Exception):
    """The answer is in memory and not on the disk yet."""
