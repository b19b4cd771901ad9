"""The repository over the document store: models in and out, cards and their sessions kept right.

Models are loaded when first needed: home gets its cards without them.
"""

import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sessionui.domain.cards import Card, card_from_document, card_to_document
from sessionui.domain.wording import Sentence
from store.card_documents import SESSION_IDS, card_document, is_card
from store.contents import Key
from store.documents import DocumentStore, now
from store.elsewhere import copy_elsewhere
from store.encoding import Document
from store.errors import NotFound, StoreError
from store.reader import DRAFTS

if TYPE_CHECKING:
    from sessionui.domain.erasing import Erased
    from sessionui.domain.intents.base import Context
    from sessionui.domain.intents.erase import ErasePerson
    from sessionui.domain.minutes.document import MinutesDocument
    from sessionui.domain.partnership import Partnership
    from sessionui.domain.session import Session
    from sessionui.domain.work import Work
    from store.shelf import Shelf

CARDS = "cards"
SETTINGS = "meta"


class TinyDbRepository:
    """See ``store.repository.Repository``. ``notices``: what opening had to do, for the user."""

    def __init__(self, store: DocumentStore) -> None:
        self._store = store
        self._shelf: Shelf | None = None
        self._ids: dict[str, list[str]] | None = None

    @classmethod
    def open(
        cls,
        path: Path | str,
        *,
        read_only: bool = False,
        create: bool = True,
        clock: Callable[[], datetime] = now,
    ) -> Self:
        """Open the file. Raises a ``StoreError``; see ``DocumentStore.open``."""
        return cls(DocumentStore.open(path, read_only=read_only, create=create, clock=clock))

    @property
    def path(self) -> Path:
        """The data file itself."""
        return self._store.path

    @property
    def notices(self) -> tuple[Sentence, ...]:
        """What was restored, mended or taken over on opening."""
        return self._store.notices

    @property
    def read_only(self) -> bool:
        return self._store.read_only

    @property
    def trouble(self) -> str:
        failure = self._store.save_failed
        return failure.sentence.template if failure else ""

    @property
    def synced(self) -> bool:
        """Whether everything saved is on the disk itself."""
        return self._store.synced

    def retry(self) -> bool:
        return self.read_only or self._store.retry()

    def settle(self) -> bool:
        return self._store.settle()

    # Home.

    def cards(self) -> tuple[Card, ...]:
        return tuple(card_from_document(document) for document in self._card_documents())

    def _card_documents(self) -> list[Document]:
        """The cards, made anew when they don't agree with what is in the file."""
        documents = self._store.all(CARDS)
        ids = {d["id"]: d.get(SESSION_IDS, []) for d in documents}
        listed = sorted(name for names in ids.values() for name in names)
        agree = listed == sorted(self._store.ids("sessions"))
        agree = agree and all(map(is_card, documents))
        if agree and set(ids) == set(self._store.ids("partnerships")):
            self._ids = ids
            return documents
        return self._made_anew(documents)

    def _made_anew(self, documents: list[Document]) -> list[Document]:
        known = {d["id"]: d for d in documents}
        ids: dict[str, list[str]] = {name: [] for name in self._store.ids("partnerships")}
        for session in self._store.all("sessions"):
            if session.get("partnership_id") in ids:
                ids[session["partnership_id"]].append(session["id"])
        self._ids = ids
        made = []
        for name, mine in ids.items():
            try:
                made.append(card_document(self._read_shelf(name)))
            except StoreError:
                # It can't be read, but it is there: home shows what was known of it.
                old = known.get(name) or card_to_document(Card(name, "?", "?"))
                made.append({**old, SESSION_IDS: mine})
        if not self.read_only:
            gone = {(CARDS, name): None for name in known if name not in ids}
            self._store.put({**gone, **{(CARDS, d["id"]): d for d in made}}, wait=False)
        return made

    # Reading.

    def partnership(self, partnership_id: str) -> "Partnership":
        from store.mapping import partnership_from

        return partnership_from(self._document("partnerships", partnership_id))

    def partnerships(self) -> tuple["Partnership", ...]:
        return tuple(self.partnership(name) for name in self._store.ids("partnerships"))

    def sessions(self, partnership_id: str) -> tuple["Session", ...]:
        return self._shelf_of(partnership_id).by_date()

    def session(self, session_id: str) -> "Session":
        from store.mapping import dots_key, session_from

        document = self._document("sessions", session_id)
        return session_from(document, self._store.get(*dots_key(session_id)))

    def work(self, session_id: str) -> "Work":
        from sessionui.domain.work import Work
        from store.mapping import turnout_from, urn_from

        session = self.session(session_id)
        shelf = self._shelf_of(session.partnership_id)
        return Work(
            shelf.partnership,
            session,
            urn_from(session_id, self._store.get("urns", session_id)),
            turnout_from(session_id, self._store.get("turnout", session_id)),
            shelf.earlier(session),
            shelf.past(session),
        )

    def minutes(self, session_id: str) -> "MinutesDocument | None":
        from store.mapping import minutes_from

        document = self._store.get("minutes", session_id)
        if document is None:
            return None
        minutes = minutes_from(document)
        # Before versions were numbered all were the first; one from elsewhere knows its own number.
        return minutes.but(edition=max(minutes.edition, len(self._minutes_of(session_id))))

    def minutes_versions(self, session_id: str) -> tuple["MinutesDocument", ...]:
        from sessionui.domain.minutes.versions import numbered
        from store.mapping import minutes_from

        names = sorted(self._minutes_of(session_id), key=lambda n: _number(n, session_id))
        return numbered([minutes_from(self._document("minutes", name)) for name in names])

    def _document(self, table: str, name: str) -> Document:
        document = self._store.get(table, name)
        if document is None:
            raise NotFound(table=table, id=name)
        return document

    def _shelf_of(self, partnership_id: str) -> "Shelf":
        if self._shelf is None or self._shelf.partnership.id != partnership_id:
            self._shelf = self._read_shelf(partnership_id)
        return self._shelf

    def _read_shelf(self, partnership_id: str) -> "Shelf":
        from store.mapping import urn_from
        from store.shelf import Shelf

        shelf = Shelf(self.partnership(partnership_id))
        for name in self._session_ids(partnership_id):
            urn = urn_from(name, self._store.get("urns", name))
            session = self.session(name)
            shelf = shelf.with_session(session, urn, self._all_there_is(session))
        return shelf

    def _session_ids(self, partnership_id: str) -> Iterable[str]:
        if self._ids is None:
            self._card_documents()
        return (self._ids or {}).get(partnership_id, [])

    # Saving.

    def save(
        self,
        before: "Work | None",
        after: "Work",
        *,
        forget: str = "",
        minutes: "MinutesDocument | None" = None,
    ) -> None:
        from store.mapping import partnership_document, session_documents, urn_documents

        session = after.session
        changes: dict[Key, Document | None] = {}
        if before is None or before.partnership is not after.partnership:
            key = ("partnerships", after.partnership.id)
            changes[key] = partnership_document(after.partnership)
        if before is None or before.session is not session:
            changes |= session_documents(session)
        if before is None or _round_differs(before, after):
            changes |= urn_documents(session, after.urn, after.turnout)
        if forget:
            changes[DRAFTS, forget] = None
        if minutes is not None:
            changes |= self._minutes_changes(minutes)
        shelf = self._shelf_with(before, after)
        if before is None or self._shelf is None or not shelf.shows_as(self._shelf):
            changes[CARDS, after.partnership.id] = card_document(shelf)
        self._store.put(changes, wait=False)
        self._keep(shelf)

    def _shelf_with(self, before: "Work | None", after: "Work") -> "Shelf":
        from store.shelf import Shelf

        name = after.partnership.id
        known = self._store.has("partnerships", name)
        shelf = self._shelf_of(name) if known else Shelf(after.partnership)
        return shelf.after(before, after, self._all_there_is(after.session))

    def _all_there_is(self, session: "Session") -> "MinutesDocument | None":
        """The minutes of a session of which nothing else is in the file."""
        return self.minutes(session.id) if session.minutes_only else None

    def _keep(self, shelf: "Shelf") -> None:
        self._shelf = shelf
        if self._ids is not None:
            self._ids[shelf.partnership.id] = list(shelf.sessions)

    def save_partnership(self, partnership: "Partnership") -> None:
        from dataclasses import replace

        from store.mapping import partnership_document
        from store.shelf import Shelf

        key = ("partnerships", partnership.id)
        known = self._store.has(*key)
        shelf = self._shelf_of(partnership.id) if known else Shelf(partnership)
        shelf = replace(shelf, partnership=partnership)
        document = partnership_document(partnership)
        card = card_document(shelf)
        self._store.put({key: document, (CARDS, partnership.id): card}, wait=False)
        self._keep(shelf)

    def delete_partnership(self, partnership_id: str) -> None:
        names = list(self._session_ids(partnership_id))
        if not names and not self._store.has("partnerships", partnership_id):
            raise NotFound(table="partnerships", id=partnership_id)
        with suppress(OSError, StoreError):
            self._store.backup("deletion")
        starts = tuple(f"{name}/" for name in [*names, partnership_id])
        gone: list[Key] = [("partnerships", partnership_id), (CARDS, partnership_id)]
        gone += [(t, n) for n in names for t in ("sessions", "urns", "turnout")]
        gone += [("minutes", m) for n in names for m in self._minutes_of(n)]
        gone += [("urns", f"{name}/dots") for name in names]
        gone += [(DRAFTS, key) for key in self._store.ids(DRAFTS) if key.startswith(starts)]
        self._store.put(dict.fromkeys(gone))
        self._shelf = None
        self._ids = None

    def delete_session(self, session_id: str) -> None:
        partnership_id = self.session(session_id).partnership_id
        with suppress(OSError, StoreError):
            self._store.backup("deletion")
        gone: list[Key] = [(table, session_id) for table in ("sessions", "urns", "turnout")]
        gone += [("minutes", name) for name in self._minutes_of(session_id)]
        gone.append(("urns", f"{session_id}/dots"))
        start = f"{session_id}/"
        gone += [(DRAFTS, key) for key in self._store.ids(DRAFTS) if key.startswith(start)]
        shelf = self._shelf_of(partnership_id).without(session_id)
        changes: dict[Key, Document | None] = dict.fromkeys(gone)
        changes[CARDS, partnership_id] = card_document(shelf)
        self._store.put(changes)
        self._keep(shelf)

    def erase(self, partnership_id: str, intent: "ErasePerson", context: "Context") -> "Erased":
        from sessionui.domain.erasing import Erased
        from store import erasing

        before = self.partnership(partnership_id)
        erasure = intent.erasure(before, context)
        partnership = intent.change(before, context)
        names = list(self._session_ids(partnership_id))
        works = [intent.apply(self.work(name), context) for name in names]
        if self._store.save_failed:
            raise erasing.NotErased(file=str(self.path))
        # The copies first: when one can't be rewritten, the person is still there to be erased.
        self._store.forget_opened()
        erasing.purge(self._store, erasure, partnership_id)
        changes = erasing.changes_of(self._store, erasure, partnership, works)
        self._store.put(changes, unlinkable=True)
        self._shelf = self._ids = None
        if self._store.save_failed:
            raise erasing.NotErased(file=str(self.path))
        return Erased(
            erasing.purge(self._store, erasure, partnership_id),
            erasing.elsewhere(self._store, erasure, partnership_id),
        )

    def keep_minutes(self, document: "MinutesDocument") -> None:
        self._store.put(self._minutes_changes(document), wait=False)

    def _minutes_changes(self, document: "MinutesDocument") -> dict[Key, Document | None]:
        from store.mapping import minutes_document

        name = document.session_id
        changes: dict[Key, Document | None] = {("minutes", name): minutes_document(document)}
        earlier = self._store.get("minutes", name)
        if earlier is not None and not _is_draft(earlier):
            # Confirmed before the session was reopened: what was handed out then stays readable.
            number = len(self._minutes_of(name))
            changes["minutes", f"{name}/{number}"] = {**earlier, "id": f"{name}/{number}"}
        return changes

    def _minutes_of(self, session_id: str) -> list[str]:
        """Ids of the confirmed minutes of a session: the last ones and all earlier ones."""
        start = f"{session_id}/"
        ids = self._store.ids("minutes")
        return [name for name in ids if name == session_id or name.startswith(start)]

    # Drafts, settings, the end.

    def drafts(self) -> Mapping[str, str]:
        return self._store.drafts()

    def draft(self, key: str, text: str | None) -> None:
        self._store.draft(key, text)

    def setting(self, name: str) -> str:
        document = self._store.get(SETTINGS, f"setting/{name}")
        return str(document.get("value", "")) if document else ""

    def set_setting(self, name: str, value: str) -> None:
        key = (SETTINGS, f"setting/{name}")
        self._store.put({key: {"id": key[1], "value": value} if value else None}, wait=False)

    def backup(self, reason: str) -> None:
        if not self.read_only:
            self._store.backup_soon(reason)

    # What happens to the file.

    def look(self) -> None:
        self._store.look()

    def news(self) -> tuple[Sentence, ...]:
        return self._store.news()

    def save_copy(self, folder: str) -> Path:
        return copy_elsewhere(self._store, Path(folder).expanduser())

    @property
    def conflict(self) -> bool:
        return self._store.conflict

    def keep_mine(self) -> bool:
        return self._store.keep_mine()

    def take_theirs(self) -> bool:
        return self._store.leave_theirs()

    def fold(self) -> None:
        if not self.read_only:
            self._store.fold_soon()

    def close(self) -> None:
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _is_draft(document: Document) -> bool:
    """Whether kept minutes are a draft, as may be of a session that was held elsewhere."""
    minutes = document.get("minutes")
    return isinstance(minutes, dict) and minutes.get("state") in ("planned", "running")


def _number(name: str, session_id: str) -> int:
    """The number in the id of kept minutes; those in force, without one, come last."""
    number = name.removeprefix(f"{session_id}/")
    return int(number) if number.isdecimal() else sys.maxsize


def _round_differs(before: "Work", after: "Work") -> bool:
    old, new = before.session, after.session
    return (
        before.urn is not after.urn
        or before.turnout is not after.turnout
        or (old.rules.secrecy, old.locked) != (new.rules.secrecy, new.locked)
    )
