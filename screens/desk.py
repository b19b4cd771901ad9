"""What the screens of a session see of the rest of the application."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Literal, Protocol

from sessionui.domain.minutes.handed_out import EVERYTHING, Extent
from sessionui.domain.wording import Sentence

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from screens.phone_host import PhoneHost
    from screens.widgets.qr_code import Matrix
    from sessionui.domain.intents.base import Intent
    from sessionui.domain.mapping import ColumnSight, Mapping
    from sessionui.domain.minutes.document import MinutesDocument, VersionNote
    from sessionui.domain.minutes.handed_out import HandedOut
    from sessionui.domain.session import MinutesRef, Session
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
    @property
    def source(self) -> str:
        """The name of the file, where several were read; else ``""``."""

    @property
    def skip(self) -> str:
        """What to hand to ``read_scores`` to leave it out; ``""`` where that isn't possible."""


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

    @property
    def notes(self) -> "Sequence[Sentence]":
        """What isn't wrong, but good to know."""

    @property
    def mapping(self) -> "Mapping | None":
        """What its columns are taken for; ``None`` of a file without columns."""

    @property
    def sights(self) -> "Sequence[ColumnSight]":
        """What its columns look like, in the order of ``mapping``."""

    @property
    def unclear(self) -> bool:
        """Whether its columns can't be told by their headings alone."""


class PocketCode(Protocol):
    """A code of a piece of the action list, in several sizes, the best first."""

    @property
    def matrices(self) -> "tuple[Matrix, ...]": ...
    @property
    def whole(self) -> bool:
        """Whether no text in it had to be shortened."""

    @property
    def about(self) -> str:
        """Which actions are in it."""


class Desk(Protocol):
    """The session on the table. Screens read ``work`` and say ``do(intent)``; nothing else."""

    @property
    def work(self) -> "Work":
        """The partnership and session as they are now."""

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed (opened beside another window)."""

    def do(self, intent: "Intent", *, forget: str = "") -> Sentence | None:
        """Carry out and save ``intent``; the sentence that says why not, or ``None``.

        All text in the intent is cleaned on its way in. Every screen is shown the new state.
        ``forget``: the key of the half-typed text that became part of it; it goes in the same
        save, and stays when the intent is refused.
        """

    def settle(self) -> bool:
        """Return when everything done so far is on the disk itself; false when it can't be now.

        It waits for the disk, so call it in a thread.
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

    def read_scores(
        self, path: str, mapping: "Mapping | None" = None, skip: "Collection[str]" = ()
    ) -> "ScoresFile":
        """What taking in the answers at ``path`` would do. Changes nothing.

        ``path``: of a file or folder, or text out of a mail. ``mapping``: what the columns are;
        without one that which was used before, if it fits. ``skip``: what to leave out.
        """

    def remember_columns(self, mapping: "Mapping") -> None:
        """Keep a mapping for the next sheet of this partnership."""

    def prepare_forms(self) -> Sentence | None:
        """See to it that forms by mail can be made; the sentence that says why not."""

    def write_forms(
        self, lang: str, folder: str, *, numbered: bool
    ) -> "tuple[str, ...] | Sentence":
        """Write the forms; their paths, or why not. May be called in a thread."""

    def minutes(self) -> "MinutesDocument":
        """The minutes: as confirmed, else as a draft of this moment."""

    def minutes_text(self, lang: str) -> str:
        """The minutes as Markdown, every text of a person escaped."""

    @property
    def in_force(self) -> "VersionNote | None":
        """The confirmed version in force; ``None`` of a draft."""

    @property
    def altered(self) -> bool:
        """Whether these minutes were taken in although they aren't what was confirmed."""

    @property
    def versions(self) -> "tuple[VersionNote, ...]":
        """The confirmed versions of the minutes, oldest first; the one in force last."""

    def version_text(self, number: int, lang: str) -> str:
        """One confirmed version as Markdown; ``""`` for one that isn't there."""

    def changes(self, number: int, lang: str) -> tuple[str, ...]:
        """What differs from that version to the next one, in sentences."""

    def previous_minutes(self) -> "MinutesRef | None":
        """The confirmed minutes of the session before, or ``None``."""

    def planned_next(self) -> "Session | None":
        """The session after this one where that is planned already, or ``None``."""

    def holiday(self, day: date) -> dict[str, str]:
        """The name of the public holiday on a day, by language; empty for none."""

    def pocket_codes(
        self, lang: str, kind: Literal["text", "calendar"], size: Literal["large", "small"]
    ) -> "Sequence[PocketCode]":
        """QR codes of the action list, to take home without a network.

        The large ones are 29 rows high at the most, the small ones 21, and hold less.
        """

    @property
    def phones(self) -> "PhoneHost":
        """The server of the phones of this session; off until it is started."""

    @property
    def serves_phones(self) -> bool:
        """Whether it is on."""

    def remembered(self, name: str) -> str:
        """A setting of the file, or ``""``."""

    def remember(self, name: str, value: str) -> None:
        """Keep a setting in the file."""

    def export_folder(self) -> str:
        """Where minutes were last written to, else the user's documents."""

    def export(
        self,
        formats: tuple[str, ...],
        lang: str,
        folder: str,
        extent: Extent = EVERYTHING,
        *,
        edition: int = 0,
    ) -> "HandedOut | Sentence":
        """Write the minutes; what was written, or why not. May be called in a thread.

        ``edition``: a confirmed version by its number; by default the minutes as they stand.
        """

    def house_folder(self) -> str:
        """Where the house style lies that minutes were last written in, or ``""``."""

    def now(self) -> datetime:
        """The moment, with its time zone."""

    def today(self) -> date:
        """The day on the wall calendar."""
