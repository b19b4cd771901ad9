"""What a store can do when something happened to its file, besides reading it."""

import threading
from abc import abstractmethod
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sessionui.domain.wording import Sentence
from store.contents import Contents
from store.encoding import NotSound
from store.errors import Damaged, ReadOnly
from store.keeper import Keeper
from store.paths import Paths
from store.reader import Reader
from store.storage import FileStorage

if TYPE_CHECKING:
    from store.care import Caretaker

T = TypeVar("T")


class Rescue(Reader):
    """Looking after the file, copies elsewhere, settling whose file counts.

    ``_saver`` is ``None`` when the file was opened for reading only.
    """

    def __init__(self, paths: Paths, contents: Contents, saver: "Caretaker | None") -> None:
        mutex = saver.lock if saver else threading.RLock()
        super().__init__(FileStorage(paths, contents, saver), mutex)
        self.path = paths.main
        self.closed = False
        self._saver = saver
        self._keeper = Keeper(self._keep)
        self._to_look = self._to_back_up = False
        self._to_check = contents.base.unchecked

    @abstractmethod
    def _keep(self) -> bool:
        """What the thread does; true when it has to come back."""

    @abstractmethod
    def abandon(self) -> None:
        """Let go of everything without saving what isn't saved yet."""

    def copy_to(self, path: Path) -> None:
        """Write a whole copy as of now to ``path``, which is replaced. Raises ``OSError``."""
        try:
            self._writing().copy_to(path)
        except NotSound:
            raise Damaged(table="", id="") from None

    def look(self) -> None:
        """Look soon, in the store's own thread, whether the file is still as we left it.

        The first time a large file is also read as a whole, which opening it does not do.
        """
        if self._saver is not None and not self.closed:
            self._to_look = True
            self._keeper.wake(now=True)

    def news(self) -> tuple[Sentence, ...]:
        """What happened to the file since this was last asked, for the user."""
        saver = self._saver
        told = tuple(saver.news) if saver else ()
        if saver:
            del saver.news[: len(told)]
        return told

    def undisturbed(self, work: Callable[[], T]) -> T:
        """Do ``work`` on the copies beside the file while none is being made."""
        return self._writing().undisturbed(work)

    @property
    def conflict(self) -> bool:
        """Whether somebody else changed the file and it is not settled yet which one counts."""
        return self._saver is not None and self._saver.conflict

    def keep_mine(self) -> bool:
        """Settle it: what is here counts, the other file is put aside; false when that failed."""
        return self._writing().keep_mine()

    def leave_theirs(self) -> bool:
        """Settle it: the file counts as it lies there; what is here goes to the conflict copy.

        Lets go of the file, so that it can be opened again; false when the copy failed.
        """
        saver = self._writing()
        self._keeper.stop()
        if not saver.leave_theirs():
            self._keeper = Keeper(self._keep)
            self._watch(saver)
            return False
        self.abandon()
        return True

    def _writing(self) -> "Caretaker":
        if self._saver is None or self.closed:
            raise ReadOnly(file=str(self.path))
        return self._saver

    def _watch(self, saver: "Caretaker", *, now: bool = False) -> None:
        """Let the thread do what is left to do, if anything is."""
        if saver.unsynced or saver.failure or saver.due or self._to_back_up:
            self._keeper.wake(now=now)

    def _look(self, saver: "Caretaker") -> None:
        if self._to_look:
            self._to_look = False
            if self._to_check:
                self._to_check = False
                with suppress(OSError):
                    saver.check()
            saver.look()
