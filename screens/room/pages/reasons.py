"""The written reasons on the wall: whole ones, in the order of the laptop, and how many more."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from screens.plain import plain
from screens.room.layout import EMPTY, Block, Lines, Sheet, beside
from screens.room.words import flat, given_mark, prose
from sessionui.domain.room.parts import Reason, Shown
from sessionui.domain.sides import SIDES, SideKey
from sessionui.locale import _, ngettext
from sessionui.text import cell_width, shorten_middle

_GAP = 4
_SHORTEST = 8
_LONGEST = 5
"""Lines of one reason; the rest of it is read on the laptop."""


@dataclass(frozen=True)
class _Column:
    """What one side wrote: what is said before it, and each reason with its heading."""

    before: Lines
    entries: tuple[Lines, ...]

    @property
    def most(self) -> int:
        """The rows of all of it."""
        return len(self.before) + sum(len(entry) + 1 for entry in self.entries)

    def lines(self, rows: int, read: int) -> Lines:
        """As many whole reasons as fit in ``rows``, from where it is read, and what is left out."""
        room = rows - len(self.before)
        for every in (self._spaced(self.entries), self.entries):
            if not every or sum(map(len, every)) <= room:
                return (*self.before, *_joined(every))[:rows]
        room -= 1  # for the words that say so
        start = round(self._last_start(room) * read / 100)
        shown = self._fitting(self.entries[start:], room)
        said = plain(self._words(start, len(shown)), "$text-muted")
        return (*self.before, *_joined(self._spaced(shown)), said)[:rows]

    def _words(self, start: int, shown: int) -> str:
        total = len(self.entries)
        if start and shown:
            words = _("{first} to {last} of {n}")
            return words.format(first=start + 1, last=start + shown, n=total)
        left = total - shown
        return ngettext("and {n} more", "and {n} more", left).format(n=left)

    def _last_start(self, room: int) -> int:
        """The first reason that is shown when the last one is read."""
        start = len(self.entries) - 1
        while start and sum(map(len, self._spaced(self.entries[start - 1 :]))) <= room:
            start -= 1
        return start

    def _fitting(self, entries: Sequence[Lines], room: int) -> list[Lines]:
        """The first reasons that fit; of one that is higher than the room its first lines."""
        shown: list[Lines] = []
        for entry in entries:
            if sum(map(len, self._spaced([*shown, entry]))) > room:
                break
            shown.append(entry)
        if not shown and room >= 2:
            shown = [entries[0][:room]]
        return shown

    def _spaced(self, entries: Sequence[Lines]) -> list[Lines]:
        return [entry if n == 0 else (EMPTY, *entry) for n, entry in enumerate(entries)]


def _joined(entries: Sequence[Lines]) -> Lines:
    return tuple(line for entry in entries for line in entry)


def reasons_block(shown: Shown, read: int, sheet: Sheet) -> Block:
    """Both sides' reasons beside each other. ``read``: how far, in percent."""
    width = (sheet.width - _GAP) // 2
    columns = [_column(shown, side, width) for side in SIDES]
    sizes: list[Lines] = []
    for rows in range(max(column.most for column in columns), 0, -1):
        left, right = (column.lines(rows, read) for column in columns)
        lines = beside(left, right, sheet.width, _GAP)
        if not sizes or len(lines) < len(sizes[-1]):
            sizes.append(lines)
    return Block(tuple(sizes), 70)


def _column(shown: Shown, side: SideKey, width: int) -> _Column:
    """What a side wrote. What is hidden may well have been given, so it is called hidden."""
    reasons = [r for r in shown.reasons or () if r.side == side]
    entries = tuple(_entry(reason, width) for reason in reasons)
    if shown.picture.given(side).hidden:
        hidden = _("Hidden: fewer than {n} answered.").format(n=shown.threshold)
        said = prose(hidden, width, 2, "$text-muted")
        return _Column((*said, *([EMPTY] if entries else [])), entries)
    none = plain(_("No reasons were given."), "$text-muted")
    return _Column(() if entries else (none,), entries)


def _entry(reason: Reason, width: int) -> Lines:
    head = _head(reason, width)
    return (*([head] if head.plain else []), *prose(reason.text, width, _LONGEST))


def _head(reason: Reason, width: int) -> Content:
    mark = "" if reason.mark is None else given_mark(reason.mark)
    own = _("about its own side") if reason.own else ""
    room = width - cell_width(mark) - cell_width(own) - 4
    name = shorten_middle(flat(reason.name), max(room, _SHORTEST)) if reason.name else ""
    return plain("  ".join(filter(None, (mark, name, own))), f"bold $side-{reason.side}")
