"""A repository in memory, for tests of screens and of the application."""

from collections.abc import Mapping
from pathlib import Path

from sessionui.domain.cards import Card
from sessionui.domain.erasing import Erased
from sessionui.domain.intents.base import Context
from sessionui.domain.intents.erase import ErasePerson
from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.minutes.versions import numbered
from sessionui.domain.partnership import Partnership
from sessionui.domain.rounds import RoundFigures, revealed_round
from sessionui.domain.scoring import Turnout, Urn
from sessionui.domain.session import Session
from sessionui.domain.summary import card_of
from sessionui.domain.wording import Sentence
from sessionui.domain.work import Work


class MemoryRepository:
    """Keeps models as they are; nothing survives it."""

    read_only = False
    trouble = ""
    conflict = False

    def __init__(self) -> None:
        self._partnerships: dict[str, Partnership] = {}
        self._sessions: dict[str, Session] = {}
        self._urns: dict[str, Urn] = {}
        self._turnouts: dict[str, Turnout] = {}
        self._minutes: dict[str, list[MinutesDocument]] = {}
        self._drafts: dict[str, str] = {}
        self._settings: dict[str, str] = {}
        self.folds = self.looks = 0
        self.backups: list[str] = []
        self.told: list[Sentence] = []

    def retry(self) -> bool:
        return True

    def settle(self) -> bool:
        return True

    def cards(self) -> tuple[Card, ...]:
        return tuple(
            card_of(p, self.sessions(p.id), self._rounds(p.id)) for p in self._partnerships.values()
        )

    def _rounds(self, partnership_id: str, before: Session | None = None) -> list[RoundFigures]:
        partnership = self._partnerships[partnership_id]
        return [
            figures
            for s in self.sessions(partnership_id)
            if before is None
            or (s.id != before.id and (s.date, s.created) < (before.date, before.created))
            if (figures := revealed_round(partnership, s, self._urns.get(s.id, Urn(id=s.id)))).items
        ]

    def partnership(self, partnership_id: str) -> Partnership:
        return self._partnerships[partnership_id]

    def partnerships(self) -> tuple[Partnership, ...]:
        return tuple(self._partnerships.values())

    def sessions(self, partnership_id: str) -> tuple[Session, ...]:
        mine = [s for s in self._sessions.values() if s.partnership_id == partnership_id]
        return tuple(sorted(mine, key=lambda s: (s.date, s.created)))

    def session(self, session_id: str) -> Session:
        return self._sessions[session_id]

    def work(self, session_id: str) -> Work:
        session = self._sessions[session_id]
        return Work(
            self._partnerships[session.partnership_id],
            session,
            self._urns.get(session_id, Urn(id=session_id)),
            self._turnouts.get(session_id, Turnout(id=session_id)),
            tuple(self._rounds(session.partnership_id, session)),
            tuple(
                s
                for s in self.sessions(session.partnership_id)
                if s.id != session.id and (s.date, s.created) < (session.date, session.created)
            ),
        )

    def save(
        self,
        before: Work | None,
        after: Work,
        *,
        forget: str = "",
        minutes: MinutesDocument | None = None,
    ) -> None:
        del before
        if minutes is not None:
            self.keep_minutes(minutes)
        self._drafts.pop(forget, None)
        self._partnerships[after.partnership.id] = after.partnership
        self._sessions[after.session.id] = after.session
        self._urns[after.session.id] = after.urn
        self._turnouts[after.session.id] = after.turnout

    def save_partnership(self, partnership: Partnership) -> None:
        self._partnerships[partnership.id] = partnership

    def delete_partnership(self, partnership_id: str) -> None:
        del self._partnerships[partnership_id]
        self._sessions = {
            k: s for k, s in self._sessions.items() if s.partnership_id != partnership_id
        }
        self._minutes = {k: m for k, m in self._minutes.items() if k in self._sessions}

    def delete_session(self, session_id: str) -> None:
        self._minutes.pop(session_id, None)
        for kept in (self._sessions, self._urns, self._turnouts):
            kept.pop(session_id, None)
        self._drafts = {
            k: text for k, text in self._drafts.items() if not k.startswith(f"{session_id}/")
        }

    def erase(self, partnership_id: str, intent: ErasePerson, context: Context) -> Erased:
        before = self._partnerships[partnership_id]
        works = [self.work(s.id) for s in self.sessions(partnership_id)]
        self._partnerships[partnership_id] = intent.change(before, context)
        for work in works:
            self.save(work, intent.apply(work, context))
        return Erased()

    def minutes(self, session_id: str) -> MinutesDocument | None:
        return next(reversed(self._minutes.get(session_id, [])), None)

    def minutes_versions(self, session_id: str) -> tuple[MinutesDocument, ...]:
        return numbered(self._minutes.get(session_id, []))

    def keep_minutes(self, document: MinutesDocument) -> None:
        self._minutes.setdefault(document.session_id, []).append(document)

    def drafts(self) -> Mapping[str, str]:
        return dict(self._drafts)

    def draft(self, key: str, text: str | None) -> None:
        if text is None:
            self._drafts.pop(key, None)
        else:
            self._drafts[key] = text

    def setting(self, name: str) -> str:
        return self._settings.get(name, "")

    def set_setting(self, name: str, value: str) -> None:
        self._settings[name] = value

    def backup(self, reason: str) -> None:
        self.backups.append(reason)

    def look(self) -> None:
        self.looks += 1

    def news(self) -> tuple[Sentence, ...]:
        told, self.told = tuple(self.told), []
        return told

    def save_copy(self, folder: str) -> Path:
        if not Path(folder).is_dir():
            raise NotADirectoryError(20, "Not a directory", folder)
        path = Path(folder) / "copy.json"
        path.touch()
        return path

    def keep_mine(self) -> bool:
        self.conflict = False
        return True

    def take_theirs(self) -> bool:
        self.conflict = False
        return True

    def fold(self) -> None:
        self.folds += 1

    def close(self) -> None:
        self.fold()
