"""What the screens of a session see of the rest of the application."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from sessionui.domain.wording import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sessionui.domain.intents.base import Intent
    from sessionui.domain.minutes.document import MinutesDocument
    from sessionui.domain.sides import SideKey
    from sessionui.domain.work import Work


class ScoresProblem(Protocol):
    """Something wrong in a file with scores; ``row`` is ``None`` when the file as a whole is."""

    @property
    def row(self) -> int | None: ...
    @property
    def column(self) -> str: ...
    @property
    def sentence(self) -> Sentence: ...


class ScoresFile(Protocol):
    """What is in a file with scores: something to take in, or problems; never both."""

    @property
    def counts(self) -> "dict[SideKey, int]":
        """How many raters of each side it has answers of."""

    @property
    def replaces(self) -> tuple[str, ...]:
        """Names of people whose earlier answers would be replaced."""

    @property
    def problems(self) -> "Sequence[ScoresProblem]":
        """What is wrong; with a problem nothing is taken in."""

    @property
    def intent(self) -> "Intent":
        """Takes everything in. Raises ``ValueError`` with problems."""


class Desk(Protocol):
    """The session on the table. Screens read ``work`` and say ``do(intent)``; nothing else."""

    @property
    def work(self) -> "Work":
        """The partnership and session as they are now."""

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed (opened beside another window)."""

    def do(self, intent: "Intent") -> Sentence | None:
        """Carry out and save ``intent``; the sentence that says why not, or ``None``.

        All text in the intent is cleaned on its way in. Every screen is shown the new state.
        """

    def undo(self) -> Sentence | None:
        """Take back the last change; a sentence when there is nothing to take back."""

    def redo(self) -> Sentence | None:
        """Make the last change that was taken back again."""

    def draft(self, key: str) -> str | None:
        """The half-typed text under ``key`` in this session, or ``None``."""

    def keep_draft(self, key: str, text: str | None) -> None:
        """Keep a half-typed text at once, or forget it with ``None``."""

    def drafts_under(self, prefix: str) -> tuple[str, ...]:
        """The keys of this session's half-typed texts that begin with ``prefix``, sorted."""

    def read_scores(self, path: str) -> "ScoresFile":
        """What taking in the answers in the file at ``path`` would do. Changes nothing."""

    def minutes(self) -> "MinutesDocument":
        """The minutes: as confirmed, else as a draft of this moment."""

    def minutes_text(self, lang: str) -> str:
        """The minutes as Markdown, every text of a person escaped."""

    def export_folder(self) -> str:
        """Where minutes were last written to, else the user's documents."""

    def export(
        self, formats: tuple[str, ...], lang: str, folder: str
    ) -> tuple[str, ...] | Sentence:
        """Write the minutes; the paths written, or why not. May be called in a thread."""

    def now(self) -> datetime:
        """The moment, with its time zone."""

    def today(self) -> date:
        """The day on the wall calendar."""
