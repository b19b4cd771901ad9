"""What the application sees of the store.

Every method speaks in domain models; nothing of TinyDB comes out. Home needs ``cards`` only, which
is answered without loading the models.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sessionui.domain.cards import Card
from sessionui.domain.wording import Sentence

if TYPE_CHECKING:
    from sessionui.domain.erasing import Erased
    from sessionui.domain.intents.base import Context
    from sessionui.domain.intents.erase import ErasePerson

    # The models cost as much to import as half the application; home does without them.
    from sessionui.domain.minutes.document import MinutesDocument
    from sessionui.domain.partnership import Partnership
    from sessionui.domain.session import Session
    from sessionui.domain.work import Work


class Repository(Protocol):
    """Partnerships, sessions, ballots, minutes, drafts and settings in one file.

    Errors are those of ``store.errors``, each with a ``sentence`` to translate.
    Reading raises ``NotFound`` for an unknown id and ``Damaged`` for a document that is not what
    it should be (with table, id and field, never the content). Saving never raises for a full or
    vanished disk: the change is kept in memory and ``trouble`` says so until ``retry`` succeeds.
    """

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved, because another instance owns the file."""

    @property
    def trouble(self) -> str:
        """Why saving fails now, as a sentence to translate; ``""`` while all is well."""

    def retry(self) -> bool:
        """Try again to save what waits; whether everything is saved now."""

    def cards(self) -> tuple[Card, ...]:
        """One card a partnership, archived ones included."""

    def partnership(self, partnership_id: str) -> "Partnership":
        """One partnership."""

    def partnerships(self) -> tuple["Partnership", ...]:
        """All partnerships."""

    def sessions(self, partnership_id: str) -> tuple["Session", ...]:
        """The sessions of a partnership by date, oldest first."""

    def session(self, session_id: str) -> "Session":
        """One session."""

    def work(self, session_id: str) -> "Work":
        """A session on the table: partnership, urn, turnout and the revealed rounds before it."""

    def save(
        self,
        before: "Work | None",
        after: "Work",
        *,
        forget: str = "",
        minutes: "MinutesDocument | None" = None,
    ) -> None:
        """Save what differs between the two, as one revision, and the partnership's card with it.

        ``forget``: the draft that became part of it goes in the same revision; so do ``minutes``
        that this change confirmed, as by ``keep_minutes``. In side secrecy a
        changed urn is saved so that no stored byte links it to a person: the whole file is
        written anew, in the store's own thread; ``settle`` waits for that. Everything else is one
        line in the journal: it survives the process when this returns, and a power cut a moment
        later.
        """

    def settle(self) -> bool:
        """Return when everything saved so far is on the disk itself; false when it can't be now.

        It waits for the disk, so call it in a thread.
        """

    def save_partnership(self, partnership: "Partnership") -> None:
        """Save a partnership and its card."""

    def delete_partnership(self, partnership_id: str) -> None:
        """Delete a partnership with all its sessions, ballots, minutes and drafts."""

    def delete_session(self, session_id: str) -> None:
        """Delete a session with its ballots, minutes and drafts. A backup is kept."""

    def erase(self, partnership_id: str, intent: "ErasePerson", context: "Context") -> "Erased":
        """Erase a person from the file, the journal and every copy beside it.

        Raises ``Refused``, and a ``StoreError`` when it could not be saved or a copy not be
        rewritten: then it has to be done again. May be called in a thread.
        """

    def minutes(self, session_id: str) -> "MinutesDocument | None":
        """The minutes as they were confirmed, or ``None`` while they are a draft."""

    def minutes_versions(self, session_id: str) -> "tuple[MinutesDocument, ...]":
        """Every confirmed version of a session's minutes, oldest first, numbered from 1."""

    def keep_minutes(self, document: "MinutesDocument") -> None:
        """Keep confirmed minutes as they are, the versions before them too."""

    def drafts(self) -> Mapping[str, str]:
        """Half-typed texts by key."""

    def draft(self, key: str, text: str | None) -> None:
        """Keep a half-typed text, or forget it; survives the process at once, the disk soon."""

    def setting(self, name: str) -> str:
        """A setting such as the language; ``""`` when not set."""

    def set_setting(self, name: str, value: str) -> None:
        """Keep a setting."""

    def backup(self, reason: str) -> None:
        """Keep a backup of everything as of now, soon and beside the interface."""

    def look(self) -> None:
        """Notice soon, and beside the interface, what others did to the file meanwhile."""

    def news(self) -> tuple[Sentence, ...]:
        """What happened to the file since this was last asked, for the user."""

    def save_copy(self, folder: str) -> Path:
        """Write a whole copy into another folder, under a name that is free; returns its path.

        Nothing else changes. Raises ``OSError`` and ``StoreError``. May be called in a thread.
        """

    @property
    def conflict(self) -> bool:
        """Whether another program changed the file and it is not settled which one counts."""

    def keep_mine(self) -> bool:
        """What is here counts; the other file is kept beside it. False when it can't be now."""

    def take_theirs(self) -> bool:
        """The other file counts; what is here is kept beside it. False when it can't be now.

        The repository lets go of the file and has to be opened anew.
        """

    def fold(self) -> None:
        """Bring the main file up to date with everything saved so far."""

    def close(self) -> None:
        """Fold, and give the file free."""
