"""Looking after the file while it is open: lost, damaged, or changed by somebody else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from sessionui.domain.wording import Sentence
from store import candidates, disk, notices
from store.asides import Asides
from store.contents import Contents, Image
from store.encoding import NotSound
from store.journal import Journal
from store.layout import NO_SEAL, Head
from store.paths import Paths
from store.saver import Saver
from store.snapshot import open_snapshot
from store.whole import write_whole

T = TypeVar("T")


class Caretaker(Saver):
    """A saver that notices what happens to its file. ``news``: what the user is to be told."""

    def __init__(
        self,
        paths: Paths,
        contents: Contents,
        journal: Journal,
        head: Head,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(paths, contents, journal, head, clock)
        self.news: list[Sentence] = []
        self._conflict: Path | None = None

    @property
    def conflict(self) -> bool:
        """Whether somebody else changed the file and nobody has said yet which one counts."""
        return self._stuck and self._conflict is not None

    def look(self) -> None:
        """Notice that the file is gone or changed: write it anew, or keep a conflict copy."""
        with self._folding, self.lock:
            gone = self._file.gone
            lost = self._journal.gone
            try:
                self._file.refuse_if_changed()
                changed = False
            except OSError:
                changed = True
            if not gone and not changed and not lost:
                return
            self._fold_due = True
        if self.fold() and (gone or lost):
            self._tell(notices.WRITTEN_ANEW if gone else notices.JOURNAL_GONE)

    def check(self) -> None:
        """Read all of the file; what is damaged is restored from elsewhere, if it can be.

        Raises ``OSError``.
        """
        with self._folding:
            base = self.contents.base
            base.check()
            if base.sound:
                return
            found = candidates.found(self._paths, set(base.bad))
            with self.lock:
                for key, slot in found.items():
                    now = self.contents.slot(key)
                    if now is not None and now.data is None:
                        self.contents.set(key, slot._replace(doc_id=now.doc_id))
            aside = Asides(self._paths, writable=True, now=self._clock()).copy(self._paths.main)
            self._fold_due = True
        if self.fold():
            self._tell(notices.MENDED, aside=aside)

    def _keep_conflict(self, *, whole: bool) -> Path | None:
        """Write our state beside the file; the ballots of an open secret round only if ``whole``.

        They are in memory still, and two revisions of them side by side would tell whose is new.
        """
        with self.lock:
            image, head = self.contents.image(), self._new_head()
        path = self._conflict or self._paths.aside(self._paths.main, self._clock(), "conflict")
        try:
            left_out = () if whole else image.open_ones
            kept = image if whole else image.without(set())
            write_whole(path, kept, replace(head, lacks=left_out))
        except (OSError, NotSound):
            return None
        self._conflict = path
        return path

    def undisturbed(self, work: Callable[[], T]) -> T:
        """Do ``work`` while nothing is folded and no copy is made."""
        with self._folding:
            return work()

    def keep_mine(self) -> bool:
        """Ours counts: the other file is put aside and ours written; false when that failed."""
        with self._folding:
            try:
                self._keep_theirs()
                self._file.accept()
            except OSError as error:
                with self.lock:
                    self._fail(error)
                return False
        if not self.fold():
            return False
        if self._conflict is not None:
            disk.remove(self._conflict)  # it is in the file now
        self._conflict = None
        return True

    def _keep_theirs(self) -> None:
        """Keep the other file, without secret documents that are in ours too.

        Two revisions of those beside each other would tell whose ballot came in between.
        """
        main = self._paths.main
        with self.lock:
            image = self.contents.image()
        secret = {
            (table, name)
            for table, found in image.slots.items()
            for name, slot in found.items()
            if slot.seal != NO_SEAL
        }
        try:
            theirs = open_snapshot(main)
        except NotSound:
            Asides(self._paths, writable=True, now=self._clock()).copy(main, "conflict")
            return
        try:
            there = [(t, n) for t, n in secret if n in theirs.slots.get(t, {})]
            kept = Image(theirs, theirs.slots).without(secret) if there else None
            if kept is None:
                Asides(self._paths, writable=True, now=self._clock()).copy(main, "conflict")
            else:
                lacks = tuple(sorted(f"{table}/{name}" for table, name in there))
                aside = self._paths.aside(main, self._clock(), "conflict")
                write_whole(aside, kept, replace(theirs.head, lacks=lacks))
        finally:
            theirs.close()

    def leave_theirs(self) -> bool:
        """Theirs counts: all of ours goes to the conflict copy, the journal goes."""
        with self._folding:
            if self._keep_conflict(whole=True) is None:
                return False
            with self.lock:
                self._journal.discard(self.revision, "")
        return True

    def _tell(self, template: str, **values: str) -> None:
        self.news.append(Sentence(template, {"file": str(self._paths.main), **values}))

    def _changed_outside(self) -> None:
        if self._conflict is None:
            self._keep_conflict(whole=False)

    def _is_safe(self) -> bool:
        if self.conflict and self._keep_conflict(whole=self.waiting > 0) is not None:
            return True
        return super()._is_safe()
