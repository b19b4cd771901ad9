"""Looking after the file while it is open: lost, damaged, or changed by somebody else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from sessionui.domain.wording import Sentence
from store import candidates, disk, notices
from store.asides import Asides
from store.contents import Contents
from store.encoding import NotSound
from store.journal import Journal
from store.layout import Head
from store.paths import Paths
from store.saver import Saver
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
            try:
                self._file.refuse_if_changed()
                changed = False
            except OSError:
                changed = True
            if not gone and not changed:
                return
            self._fold_due = True
        if self.fold() and gone:
            self._tell(notices.WRITTEN_ANEW)

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
                asides = Asides(self._paths, writable=True, now=self._clock())
                asides.copy(self._paths.main, "conflict")
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
