"""The data file itself: noticing a stranger's hand, writing it anew, keeping ``.prev``."""

from dataclasses import replace

from store import backups, disk, whole
from store.contents import Image, Key
from store.encoding import NotSound
from store.failure import ChangedOutside
from store.layout import OPEN, Head
from store.paths import Paths, temporary_of
from store.snapshot import Identity, Snapshot, identity_of, open_snapshot, written

#: Tables of half-typed things: no copy needs them.
PASSING = frozenset({"drafts"})


class MainFile:
    """The file at ``paths.main``; for one thread at a time. Errors are ``OSError``, ``NotSound``.

    Writing goes in two steps, so that only the short second one holds up everybody else:
    ``write`` makes the new file beside the old one, ``put_in_place`` renames it.
    """

    def __init__(self, paths: Paths, head: Head) -> None:
        self.head = head
        self._paths = paths
        self._identity = identity_of(paths.main)
        self._strange: Identity | None = None
        self._forgotten: set[Key] = set()

    def write(self, image: Image, head: Head, traces: frozenset[Key], *, alone: bool) -> Snapshot:
        """Write the new file beside the old, and ``.prev``; returns the new one, open.

        ``traces``: documents of which no other file may keep a revision. ``alone``: nor may a
        file be left to compare the new one with. Raises ``ChangedOutside`` when the file is no
        longer the one we know.
        """
        paths = self._paths
        self.refuse_if_changed()
        self._forget(image, traces)
        if alone or _has_open(image.base):
            # The file as it was would be one more revision of what is secret, so ``.prev`` gets
            # the new content without that; and it gets it before the file itself changes.
            clean = image.without(set(traces), PASSING)
            whole.write_whole(paths.previous, clean, replace(head, lacks=image.open_ones))
            placed = whole.write_beside(paths.temporary, image, head)
        else:
            placed = whole.write_beside(paths.temporary, image, head)
            self._keep_previous()
        return written(paths.temporary, head, placed)

    def put_in_place(self, old: Snapshot, new: Snapshot) -> None:
        """Rename what ``write`` made. ``last`` makes that outlive a power cut."""
        paths = self._paths
        try:
            self.refuse_if_changed()  # once more: writing took a while
        except OSError:
            new.close()
            raise
        old.suspend()
        new.suspend()
        try:
            disk.replace(paths.temporary, paths.main)
        except OSError:
            old.resume(paths.main)
            new.close()
            raise
        # From here on the file is the new one, whatever fails next.
        self.head, self._identity = new.head, identity_of(paths.main)
        new.resume(paths.main)

    def last(self) -> None:
        """Return when the new name is on the disk."""
        disk.sync_folder(self._paths.folder)

    @property
    def gone(self) -> bool:
        """Whether there is no file of that name any more."""
        return identity_of(self._paths.main) is None

    def refuse_if_changed(self) -> None:
        """Raise ``ChangedOutside`` if the file is no longer the one we know; cheap if it is."""
        now = identity_of(self._paths.main)
        if now is None or now == self._identity:
            return
        if now == self._strange or not self._is_ours():
            self._strange = now
            raise ChangedOutside
        # The same content under another identity: a disk that was away and came back.
        self._identity = now

    def _is_ours(self) -> bool:
        try:
            found = open_snapshot(self._paths.main)
        except NotSound:
            return False
        found.close()
        return found.head == self.head and not found.rewritten and found.sound

    def accept(self) -> None:
        """Let the file that lies there now be overwritten by the next ``write``."""
        self._identity = identity_of(self._paths.main)

    def _keep_previous(self) -> None:
        """Keep the file as it was as ``.prev``: a second whole copy."""
        paths = self._paths
        temporary = temporary_of(paths.previous)
        if not paths.main.exists():
            return
        if not disk.link(paths.main, temporary):
            disk.copy(paths.main, temporary)
        disk.replace(temporary, paths.previous)

    def _forget(self, image: Image, traces: frozenset[Key]) -> None:
        """Take documents that are or were sealed out of the backups, once while they are open."""
        new = traces - self._forgotten
        if new:
            backups.forget(self._paths, set(new))
        self._forgotten = {
            key
            for key in self._forgotten | new
            if (slot := image.slots.get(key[0], {}).get(key[1])) and slot.seal == OPEN
        }


def _has_open(base: Snapshot) -> bool:
    return any(slot.seal == OPEN for found in base.slots.values() for slot in found.values())
