"""Is a file sound? Looks at everything, changes nothing, needs no lock."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sessionui.domain.wording import N_, Sentence
from store import backups
from store.encoding import Document, NotSound
from store.errors import Missing, NoAccess
from store.journal import Reading, read_journal
from store.layout import Head
from store.migrations import SCHEMA
from store.paths import Paths
from store.snapshot import Snapshot, document_in, open_snapshot

DAMAGED = N_("{file}: damaged.")
NEWER = N_("{file}: made by a newer version of sessionui.")
BETWEEN = N_("{file}: text between the documents was changed.")
CHECKSUM = N_("{file}: the checksum of {table}, {id} is wrong.")
NO_DOCUMENT = N_("{file}: {table}, {id} is no document.")
INVALID = N_("{file}: {table}, {id}, {field} is not as it should be.")
REWRITTEN = N_("{file}: another program wrote it last; its documents are sound.")
LINE = N_("{file}: line {line} is damaged.")
TORN = N_("{file}: the last line is incomplete, as after a crash; nothing before it is lost.")
OTHER_JOURNAL = N_("{file}: belongs to another file.")

#: The field of a document of a table that isn't as it should be; ``""`` if all are.
Judge = Callable[[str, Document], str]


@dataclass(frozen=True)
class Report:
    """What was found. ``problems`` make the file unsound, ``remarks`` don't.

    ``documents``: how many there are, by table; ``revision``, ``saved`` (ISO): of the file itself.
    """

    problems: tuple[Sentence, ...]
    remarks: tuple[Sentence, ...]
    documents: dict[str, int]
    revision: int = -1
    saved: str = ""

    @property
    def sound(self) -> bool:
        """Whether the file can be trusted as it is."""
        return not self.problems


def check(path: Path | str, judge: Judge | None = None) -> Report:
    """Look at the file, its journal and its copies. Raises ``Missing``, ``NotAFile``, ``NoAccess``.

    ``judge`` adds what it knows of single documents.
    """
    paths = Paths.of(path)
    try:
        return _Check(paths, judge).run()
    except FileNotFoundError:
        raise Missing(file=str(paths.main)) from None
    except OSError as error:
        raise NoAccess(error, paths.main) from error


class _Check:
    def __init__(self, paths: Paths, judge: Judge | None) -> None:
        self.paths = paths
        self.judge = judge
        self.problems: list[Sentence] = []
        self.remarks: list[Sentence] = []

    def run(self) -> Report:
        snapshot = self._main()
        head = snapshot.head if snapshot else Head(0, "", -1, "", "")
        self._journal(head.lineage if snapshot else None)
        self._copies()
        documents: dict[str, int] = {}
        if snapshot is not None:
            documents = {table: len(found) for table, found in snapshot.slots.items() if found}
            snapshot.close()
        return Report(
            tuple(self.problems), tuple(self.remarks), documents, head.revision, head.saved
        )

    def _main(self) -> Snapshot | None:
        file = self.paths.main
        try:
            snapshot = open_snapshot(file, check=True)
        except NotSound as error:
            self._problem(str(error), file)
            return None
        if snapshot.head.schema > SCHEMA:
            self._problem(NEWER, file)
        if snapshot.rewritten:
            self._remark(REWRITTEN, file)
        if snapshot.torn:
            self._problem(BETWEEN, file)
        for table, name in snapshot.bad:
            self._problem(CHECKSUM, file, table=table, id=name)
        self._documents(snapshot)
        return snapshot

    def _documents(self, snapshot: Snapshot) -> None:
        for table, found in snapshot.slots.items():
            for name, slot in found.items():
                if (table, name) in snapshot.bad:
                    continue
                try:
                    document = document_in(snapshot, slot)
                except NotSound:
                    self._problem(NO_DOCUMENT, self.paths.main, table=table, id=name)
                    continue
                if self.judge and (field := self.judge(table, document)):
                    self._problem(INVALID, self.paths.main, table=table, id=name, field=field)

    def _journal(self, lineage: str | None) -> None:
        file = self.paths.journal
        reading: Reading | None = read_journal(file, lineage)
        if reading is None:
            return
        if lineage is not None and reading.lineage != lineage:
            self._problem(OTHER_JOURNAL, file)
            return
        for line in reading.bad:
            self._problem(LINE, file, line=line)
        if reading.torn:
            self._remark(TORN, file)

    def _copies(self) -> None:
        for path in [self.paths.previous, *(b.path for b in backups.listed(self.paths))]:
            try:
                snapshot = open_snapshot(path, check=True)
            except FileNotFoundError:
                continue
            except NotSound as error:
                self._remark(str(error), path)
                continue
            except OSError as error:
                self.remarks.append(NoAccess(error, path).sentence)
                continue
            if not snapshot.sound:
                self._remark(DAMAGED, path)
            snapshot.close()

    def _remark(self, template: str, file: Path) -> None:
        self.remarks.append(Sentence(template, {"file": str(file)}))

    def _problem(self, template: str, file: Path, **values: str | int) -> None:
        self.problems.append(Sentence(template, {"file": str(file), **values}))
