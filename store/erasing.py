"""Erasing a person from the file, its journal, backups and every other copy beside it."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sessionui.domain.wording import N_
from store import backups, disk
from store.contents import Image, Key
from store.copies import BROKEN, CONFLICT, put_aside
from store.documents import DocumentStore
from store.encoding import Document, NotSound
from store.errors import StoreError
from store.layout import META, Slots, slot_of
from store.mapping import (
    MINUTES,
    PARTNERSHIPS,
    SESSIONS,
    TURNOUT,
    URNS,
    partnership_document,
    session_documents,
    urn_documents,
)
from store.paths import Paths
from store.reader import DRAFTS
from store.snapshot import Snapshot, document_in, open_snapshot
from store.whole import write_whole

if TYPE_CHECKING:
    from sessionui.domain.erasing import Erasure
    from sessionui.domain.partnership import Partnership
    from sessionui.domain.work import Work

Tables = Mapping[str, Mapping[str, Document]]


class NotErased(StoreError):  # noqa: N818 - named for what is the case
    """The name is not gone from the disk yet."""

    template = N_(
        "The name could not be taken out of {file} and the copies beside it yet, because nothing "
        "can be saved there. If it is still shown, erase it again later."
    )


def changes_of(
    store: DocumentStore, erasure: "Erasure", partnership: "Partnership", works: "Iterable[Work]"
) -> dict[Key, Document | None]:
    """The documents of a partnership without the person; ``works`` are without already."""
    changes: dict[Key, Document | None] = {
        (PARTNERSHIPS, partnership.id): partnership_document(partnership)
    }
    names = [partnership.id]
    for work in works:
        name = work.session.id
        names.append(name)
        changes |= session_documents(work.session)
        changes |= urn_documents(work.session, work.urn, work.turnout)
        for kept in store.all(MINUTES):
            # Those confirmed before a reopening lie under the session's id and a number.
            if kept["id"].partition("/")[0] == name:
                changes[MINUTES, kept["id"]] = erasure.of(kept)
    drafts = {d["id"]: d for d in store.all(DRAFTS)}
    settings = {(META, d["id"]): _setting(erasure, d) for d in store.all(META)}
    return changes | settings | {(DRAFTS, n): d for n, d in _drafts(erasure, drafts).items()}


def _setting(erasure: "Erasure", document: Document) -> Document:
    """A setting without the person: headings of somebody's sheet may hold the name."""
    value = document.get("value")
    try:
        inside = json.loads(value) if isinstance(value, str) else value
    except ValueError:
        return {**document, "value": erasure.of(value)}
    without = erasure.of(inside)
    if without == inside:
        return document
    return {**document, "value": json.dumps(without) if isinstance(value, str) else without}


def _drafts(erasure: "Erasure", drafts: Mapping[str, Document]) -> dict[str, Document | None]:
    """Half-typed texts of the person are forgotten, the name in others goes."""
    return {
        name: None if erasure.person_id in name else erasure.of(document)
        for name, document in drafts.items()
    }


def purge(store: DocumentStore, erasure: "Erasure", partnership_id: str) -> tuple[str, ...]:
    """Take the person out of every copy; returns the files that still hold the name.

    A copy that can't be read as a whole is not touched: it is named if the name stands in it, in
    plain sight. Raises ``NotErased`` when a copy can't be written.
    """
    paths = Paths.of(store.path)

    def rewrite() -> tuple[str, ...]:
        try:
            return tuple(_purged(paths, lambda tables: _erased(tables, erasure, partnership_id)))
        except OSError as error:
            raise NotErased(file=str(paths.main)) from error

    unread = store.undisturbed(rewrite)
    return tuple(name for name in unread if erasure.traced_in(Path(name).read_bytes()))


def _purged(paths: Paths, change: Callable[[Tables], Tables]) -> Iterable[str]:
    """Rewrite every copy; yields the files beside the main one that can't be read as a whole."""
    asides = [path for why in (BROKEN, CONFLICT) for path, _ in put_aside(paths.main, why)]
    for path in [paths.previous, *(b.path for b in backups.listed(paths)), *asides]:
        try:
            snapshot = open_snapshot(path, check=True)
        except FileNotFoundError:
            continue
        except NotSound:
            yield str(path)
            continue
        try:
            if not snapshot.sound:
                yield str(path)
                continue
            _rewrite(path, snapshot, change)
        finally:
            snapshot.close()
    for path, _ in put_aside(paths.journal, BROKEN):
        yield str(path)


def _rewrite(path: Path, snapshot: Snapshot, change: Callable[[Tables], Tables]) -> None:
    tables = {
        table: {name: document_in(snapshot, slot) for name, slot in found.items()}
        for table, found in snapshot.slots.items()
    }
    after = change(tables)
    if after == tables:
        return
    slots: Slots = {
        table: {
            name: slot_of(snapshot.slots[table][name].doc_id, table, document)
            for name, document in found.items()
        }
        for table, found in after.items()
    }
    # Not renamed over with a link left: what had the name before is gone from the folder.
    write_whole(path, Image(snapshot, slots), snapshot.head)
    disk.sync_folder(path.parent)


def _erased(tables: Tables, erasure: "Erasure", partnership_id: str) -> Tables:
    """The documents of a copy without the person; those of other partnerships as they are."""
    sessions = {
        name
        for name, d in tables.get(SESSIONS, {}).items()
        if d.get("partnership_id") == partnership_id
    }
    made: dict[str, dict[str, Document]] = {t: dict(found) for t, found in tables.items()}
    for table in (SESSIONS, URNS, TURNOUT, MINUTES):
        for name, document in made.get(table, {}).items():
            if name.partition("/")[0] in sessions:
                made[table][name] = erasure.of(document)
    if partnership_id in made.get(PARTNERSHIPS, {}):
        made[PARTNERSHIPS][partnership_id] = erasure.of(made[PARTNERSHIPS][partnership_id])
    if META in made:
        made[META] = {n: _setting(erasure, d) for n, d in made[META].items()}
    if DRAFTS in made:
        drafts = _drafts(erasure, made[DRAFTS])
        made[DRAFTS] = {name: d for name, d in drafts.items() if d is not None}
    return made


def elsewhere(store: DocumentStore, erasure: "Erasure", partnership_id: str) -> tuple[str, ...]:
    """Other partnerships of the file in which the name occurs, by their names."""
    owners = {d["id"]: d.get("partnership_id") for d in store.all(SESSIONS)}
    found = set()
    for table in (PARTNERSHIPS, SESSIONS, URNS, MINUTES):
        for document in store.all(table):
            name = str(document["id"]).partition("/")[0]
            owner = name if table == PARTNERSHIPS else owners.get(name)
            if owner == partnership_id or owner in found:
                continue
            if erasure.names(json.dumps(document, ensure_ascii=False)):
                found.add(owner)
    known = {d["id"]: f"{d.get('name_a')} × {d.get('name_b')}" for d in store.all(PARTNERSHIPS)}
    return tuple(sorted(known[owner] for owner in found if owner in known))
