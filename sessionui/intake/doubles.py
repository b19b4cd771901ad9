"""Several answers of one rater: which of them counts, and what is told of the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from sessionui.domain.wording import N_, Sentence
from sessionui.forms.judge import Received
from sessionui.intake.problems import Problems


@dataclass(frozen=True)
class Found:
    """An answer that could count, and the file it comes from, or ``""``."""

    name: str
    received: Received

    @property
    def shown(self) -> str:
        """How the file is named in a sentence."""
        return self.name or "-"


def counting(group: Sequence[Found], problems: Problems, notes: list[Sentence]) -> Received | None:
    """The one of ``group``, all of one rater, that comes in; ``None`` where none is new.

    A file that was taken in before is never taken in again, though its answers may have been
    changed or taken back since, on a phone for example. Of the others the one that was saved last
    counts; where that isn't known, ``problems`` says so. By name it doesn't if one that was saved
    later came in before; where nothing tells which is newer, as always by side, that is noted.
    """
    old = [found for found in group if found.received.known or found.received.same]
    new = [found for found in group if found not in old]
    chosen = _newest(new) if new and _one_of(new, problems, notes) else None
    later = next((f for f in old if chosen and f.received.saved > chosen.received.saved > 0), None)
    if chosen and later:
        notes.append(_older(chosen, later))
        chosen = None
    elif chosen and chosen.received.late:
        notes.append(_late(chosen))
        chosen = None
    elif chosen and chosen.received.earlier and not _known_as_newer(chosen, old):
        notes.append(_untold(chosen))
    notes += [
        _replaced(found, chosen) if chosen else _changed_since(found)
        for found in old
        if chosen or not found.received.same
    ]
    return chosen.received if chosen else None


def _known_as_newer(chosen: Found, old: Sequence[Found]) -> bool:
    """Whether it was saved after one that came in before, here in ``old`` or noted by name."""
    before = [chosen.received.before, *(found.received.saved for found in old)]
    return any(0 < at < chosen.received.saved for at in before)


def _newest(new: Sequence[Found]) -> Found:
    return max(new, key=lambda found: found.received.saved)


def _one_of(new: Sequence[Found], problems: Problems, notes: list[Sentence]) -> bool:
    """Whether one of them counts; what is told of the others."""
    chosen = _newest(new)
    sure = True
    for found in new:
        if found is chosen:
            continue
        if found.received.ballot == chosen.received.ballot:
            notes.append(_same(found, chosen))
        elif 0 < found.received.saved < chosen.received.saved:
            notes.append(_older(found, chosen))
        else:
            problems.tell_source(found.name, _undecided(chosen))
            sure = False
    return sure


def _changed_since(found: Found) -> Sentence:
    return Sentence(
        N_(
            "{file} was taken in before, and its answers were changed or taken back since: passed "
            "over."
        ),
        {"file": found.shown},
    )


def _replaced(found: Found, chosen: Found) -> Sentence:
    return Sentence(
        N_("{file} was taken in before; {other}, from the same rater, comes in its place."),
        {"file": found.shown, "other": chosen.shown},
    )


def _same(found: Found, chosen: Found) -> Sentence:
    return Sentence(
        N_("{file} is the same as {other} and counts once."),
        {"file": found.shown, "other": chosen.shown},
    )


def _older(found: Found, chosen: Found) -> Sentence:
    return Sentence(
        N_("{file} is older than {other}, from the same rater: passed over."),
        {"file": found.shown, "other": chosen.shown},
    )


def _late(found: Found) -> Sentence:
    return Sentence(
        N_(
            "{file} was saved before an answer file of the same rater that came in earlier: passed "
            "over. Is it newer all the same? Type its answers in."
        ),
        {"file": found.shown},
    )


def _untold(found: Found) -> Sentence:
    return Sentence(
        N_("{file} replaces answers that came in before; which of them are newer can't be told."),
        {"file": found.shown},
    )


def _undecided(chosen: Found) -> Sentence:
    return Sentence(
        N_("It comes from the same rater as {other}, with other answers. Leave one of them out."),
        {"other": chosen.shown},
    )
