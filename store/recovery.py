"""Opening: the newest sound revision there is, the journal on top, and what to tell the user.

Nothing that can't be read is deleted or overwritten: it gets a name of its own beside the file.
The file itself is changed only when something had to be restored or brought to a newer schema,
and then the restored one is on the disk before the other is moved.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from sessionui.domain.wording import Sentence
from store import backups, candidates, disk, notices, whole
from store.asides import Asides
from store.contents import Contents
from store.encoding import NotSound
from store.errors import (
    CannotMigrate,
    Missing,
    NewerSchema,
    NoAccess,
    NotAFile,
    NotOurs,
    StoreError,
    Unreadable,
)
from store.journal import Reading, read_journal
from store.layout import Head, folded_with, new_tag
from store.migrations import SCHEMA, STEPS, Step, migrate
from store.paths import Paths, temporary_of
from store.salvage import Foreign
from store.snapshot import Snapshot, identity_of, in_memory, open_snapshot

_READ_TRIES = 10


@dataclass
class Opened:
    """The file, opened. ``journal_end``: bytes of the journal that are sound and belong to it.

    ``head``: of the file itself, but for the revision, which is that of the newest change set.
    """

    contents: Contents
    head: Head
    journal_tag: str = ""
    journal_end: int = 0
    notices: list[Sentence] = field(default_factory=list)


def open_newest(
    paths: Paths,
    *,
    writable: bool,
    create: bool,
    now: datetime,
    steps: Mapping[int, Step] = STEPS,
    schema: int = SCHEMA,
) -> Opened:
    """Open the file. Raises a ``StoreError`` with a sentence, whatever lies there."""
    try:
        if writable:
            return _Opening(paths, writable, create, now, steps, schema).run()
        return _read_while_written(lambda: _Opening(paths, False, False, now, steps, schema), paths)
    except StoreError:
        raise
    except OSError as error:
        raise NoAccess(error, paths.main) from error


def _read_while_written(opening: Callable[[], "_Opening"], paths: Paths) -> Opened:
    """Read file and journal of one moment, though their owner may be folding just now."""
    for _ in range(_READ_TRIES):
        before = identity_of(paths.main)
        opened = opening().run()
        if identity_of(paths.main) == before:
            break
        opened.contents.base.close()
    return opened


@dataclass
class _Opening:
    """One opening; see ``open_newest``. ``damaged``: the file itself is beyond use."""

    paths: Paths
    writable: bool
    create: bool
    now: datetime
    steps: Mapping[int, Step]
    schema: int
    said: list[Sentence] = field(default_factory=list)
    rewrite: bool = False
    damaged: bool = False

    @property
    def _asides(self) -> Asides:
        return Asides(self.paths, self.writable, self.now)

    def run(self) -> Opened:
        if self.writable:
            disk.for_owner_only(self.paths.main)
        snapshot = self._main() or self._second_best()
        if snapshot is None:
            snapshot = self._new()
        contents = Contents(snapshot)
        try:
            return self._opened(contents)
        except BaseException:
            contents.base.close()
            raise

    def _opened(self, contents: Contents) -> Opened:
        snapshot = contents.base
        self._refuse_newer(snapshot)
        reading = self._journal(snapshot.head)
        head = self._replay(contents, reading)
        self._mend(contents)
        head = self._migrate(contents, head)
        if self.writable:
            head = self._put_right(contents, head, reading)
            self._tidy(reading)
        if reading is None or reading.bad:
            return Opened(contents, head, notices=self.said)
        return Opened(contents, head, reading.tag, reading.end, self.said)

    # Which revision.

    def _main(self) -> Snapshot | None:
        """The file itself; ``None`` when it is missing or beyond use."""
        try:
            snapshot = open_snapshot(self.paths.main)
        except FileNotFoundError:
            return None
        except IsADirectoryError:
            raise NotAFile(file=str(self.paths.main)) from None
        except Foreign:
            if candidates.best(self.paths) is None:
                raise NotOurs(file=str(self.paths.main)) from None
            self.damaged = True
            return None
        except NotSound:
            self.damaged = True
            return None
        if snapshot.rewritten:
            self._say(notices.REWRITTEN)
        try:
            return self._finished(snapshot)
        except BaseException:
            snapshot.close()
            raise

    def _finished(self, snapshot: Snapshot) -> Snapshot:
        """The revision that was being put in place when the process died, if it is whole."""
        newer = candidates.usable(self.paths.temporary)
        if newer is None:
            return snapshot
        reading = read_journal(self.paths.journal, snapshot.head.lineage)
        last = max((s.revision for s in reading.sets), default=0) if reading else 0
        same = newer.head.lineage == snapshot.head.lineage
        if not same or newer.head.revision <= max(last, snapshot.head.revision):
            newer.close()
            return snapshot
        if self.writable:
            snapshot.suspend()
            newer.suspend()
            whole.put_in_place(self.paths.temporary, self.paths.main)
            newer.resume(self.paths.main)
        snapshot.close()
        return newer

    def _second_best(self) -> Snapshot | None:
        """The newest sound one beside the file."""
        best = candidates.best(self.paths)
        if best is None:
            best = self._from_journal_alone()
        if best is None:
            if self.damaged and self.paths.main.stat().st_size:
                raise Unreadable(file=str(self.paths.main))
            return None
        self.rewrite = True
        if self.damaged:
            self._say(notices.RESTORED, moment=_moment(best.head), aside=self._asides.name())
        else:
            self._say(notices.REBUILT, moment=_moment(best.head))
        if best.head.lacks:
            self._say(notices.LOST_ROUND)
        return best

    def _from_journal_alone(self) -> Snapshot | None:
        """An empty file for a journal that begins at the very beginning."""
        reading = read_journal(self.paths.journal, None)
        if reading is None or reading.base != 0 or not reading.sets:
            return None
        return in_memory(
            Head(self.schema, reading.lineage, 0, self.now.isoformat(), reading.on), {}
        )

    def _new(self) -> Snapshot:
        if self.damaged and not self.writable:
            raise Unreadable(file=str(self.paths.main))
        if not self.create or not self.writable:
            raise Missing(file=str(self.paths.main))
        try:
            self.paths.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            raise NotAFile(NotAFile.no_folder, file=str(self.paths.main)) from None
        self.rewrite = True
        if self.paths.main.exists():
            self._say(notices.EMPTY, aside=self._asides.name())
        saved = self.now.isoformat(timespec="seconds")
        head = Head(self.schema, new_tag(), 0, saved, new_tag())
        return in_memory(head, {})

    def _refuse_newer(self, snapshot: Snapshot) -> None:
        if snapshot.head.schema > self.schema:
            raise NewerSchema(file=str(self.paths.main))

    # What is in it.

    def _mend(self, contents: Contents) -> None:
        """Put sound documents from elsewhere in the place of damaged ones."""
        if contents.base.sound:
            return
        self.rewrite = self.damaged = True
        missing = candidates.mend(self.paths, contents)
        if missing and missing == {(t, n) for t in contents.tables() for n in contents.slots(t)}:
            raise Unreadable(file=str(self.paths.main))
        restored = set(contents.base.bad) - missing
        if restored or not missing:
            notice = notices.MENDED if restored else notices.READABLE
            self._say(notice, aside=self._asides.name())
        else:
            self._say(notices.UNREADABLE_PARTS, aside=self._asides.name())
        for table, name in sorted(missing):
            contents.set((table, name), None)
            self._say(notices.LOST, table=table, id=name)

    def _journal(self, head: Head) -> Reading | None:
        reading = read_journal(self.paths.journal, head.lineage)
        if reading is None:
            return None
        if reading.lineage != head.lineage:
            aside = self._asides.move(self.paths.journal)
            self._say(notices.JOURNAL_FOREIGN, aside=aside)
            return None
        if reading.bad:
            aside = self._asides.copy(self.paths.journal)
            self._say(notices.JOURNAL_BAD, aside=aside)
            self.rewrite = True
        return reading

    def _replay(self, contents: Contents, reading: Reading | None) -> Head:
        head = contents.base.head
        revision = head.revision
        if reading is None:
            return head
        conflict = self._is_conflict(head, reading)
        for change_set in reading.sets:
            if change_set.revision <= head.revision and not conflict:
                continue
            for change in change_set.changes:
                contents.put(change.key, change.doc_id, change.document)
            revision = max(revision, change_set.revision)
        if conflict:
            aside = self._asides.copy(self.paths.main, "conflict")
            self._say(notices.CONFLICT, aside=aside)
            self.rewrite = True
            revision += 1
        return replace(head, revision=revision)

    def _is_conflict(self, head: Head, reading: Reading) -> bool:
        """Whether the journal is on top of another copy of the file than this one."""
        restored = self.damaged or self.rewrite or not reading.on
        known = reading.on == head.tag or reading.tag in head.folded
        return bool(reading.sets) and not restored and not known

    def _migrate(self, contents: Contents, head: Head) -> Head:
        if head.schema == self.schema:
            return head
        if self.writable:
            image = contents.image().without(set())
            backups.keep(self.paths, image, head, "migration", self.now)
        before = contents.documents()
        try:
            after = migrate(before, head.schema, steps=self.steps, to=self.schema)
        except (LookupError, TypeError, ValueError) as error:
            raise CannotMigrate(file=str(self.paths.main)) from error
        contents.become(after)
        self.rewrite = True
        return replace(head, schema=self.schema, revision=head.revision + 1)

    # Putting it right on the disk.

    def _put_right(self, contents: Contents, head: Head, reading: Reading | None) -> Head:
        """Write what was restored, then move what was damaged, then rename: in that order."""
        if not self.rewrite:
            return head
        paths = self.paths
        revision = head.revision + self.damaged
        saved = self.now.isoformat(timespec="seconds")
        folded = folded_with(head, reading.tag) if reading else head.folded
        head = Head(self.schema, head.lineage, revision, saved, new_tag(), folded)
        fresh = temporary_of(paths.temporary)
        try:
            whole.write_beside(fresh, contents.capture(), head)
        except NotSound:
            # A large file isn't checked on opening; now it has to be.
            contents.base.check()
            self._mend(contents)
            whole.write_beside(fresh, contents.capture(), head)
        if self.damaged:
            self._asides.move(paths.main)
        contents.base.suspend()
        whole.put_in_place(fresh, paths.main)
        contents.rebase(open_snapshot(paths.main, check=False)).close()
        return head

    def _tidy(self, reading: Reading | None) -> None:
        """Remove what our own unfinished writing left; what is in it is in the file by now."""
        if reading and reading.bad:
            disk.remove(self.paths.journal)  # there is a copy of it
        for path in (self.paths.temporary, self.paths.previous, self.paths.journal):
            disk.remove(temporary_of(path))
        disk.remove(self.paths.temporary)

    def _say(self, template: str, **values: str | int | datetime) -> None:
        self.said.append(Sentence(template, {"file": str(self.paths.main), **values}))


def _moment(head: Head) -> datetime | str:
    try:
        return datetime.fromisoformat(head.saved)
    except ValueError:
        return head.saved
