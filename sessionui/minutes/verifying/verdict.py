"""What is known of confirmed minutes, what is said of a file, and the sentences for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sessionui.domain.minutes.content import known_hash
from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.wording import N_, Sentence
from sessionui.text import shorten_middle

SHOWN: Final = 8
"""Differences that are told; the rest is counted."""

LONGEST: Final = 300
"""Characters of a difference that is told."""


@dataclass(frozen=True)
class Known:
    """Confirmed minutes in the data file.

    ``later``: the number of the newest version after it; ``opened``: it is the newest, but the
    session was opened again. In force is what has neither.
    """

    document: MinutesDocument
    later: int = 0
    opened: bool = False

    @property
    def in_force(self) -> bool:
        """Whether no later version was confirmed, and none is being made."""
        return not self.later and not self.opened

    @property
    def hash(self) -> str:
        """The hash that it went out with."""
        return known_hash(self.document)


@dataclass(frozen=True)
class Verdict:
    """``belongs``: to confirmed minutes in force, unaltered. ``sentences`` say the rest."""

    belongs: bool
    sentences: tuple[Sentence, ...]


def no(template: str, **values: str | int) -> Verdict:
    """It doesn't belong to anything, for one reason."""
    return Verdict(False, (Sentence(template, dict(values)),))


def values_of(document: MinutesDocument) -> dict[str, Any]:
    """Which minutes: of whom, of which day, which version."""
    return {
        "pair": f"{document.name_a} × {document.name_b}",
        "date": document.date,
        "n": document.edition,
    }


def belongs(known: Known, checked: Sentence) -> Verdict:
    """It is this version, unaltered; in force, or what came after it."""
    values = values_of(known.document)
    if known.in_force:
        template = N_("It belongs to the confirmed minutes of {pair}, {date}, version {n}.")
    elif known.later:
        values["later"] = known.later
        template = N_(
            "It belongs to an earlier version: version {n} of the minutes of {pair}, {date}. "
            "Version {later} took its place."
        )
    else:
        template = N_(
            "It is version {n} of the minutes of {pair}, {date}, but they were opened again since. "
            "No later version is confirmed yet."
        )
    return Verdict(known.in_force, (Sentence(template, values), checked))


def altered(known: Known) -> Sentence:
    """It carries the hash of this version, and isn't it."""
    template = N_(
        "It was altered since: it carries the hash of version {n} of the minutes of {pair}, "
        "{date}, but says something else."
    )
    return Sentence(template, values_of(known.document))


def not_comparable(known: Known) -> Verdict:
    """What is kept isn't what was confirmed, so nothing can be compared with it."""
    template = N_(
        "It carries the hash of version {n} of the minutes of {pair}, {date}. Its words can't "
        "be compared, because what is kept was changed since, as by erasing a name."
    )
    if known.document.altered:
        template = N_(
            "It carries the hash of version {n} of the minutes of {pair}, {date}, but these were "
            "taken into this file although they were altered: there is nothing to compare it with."
        )
    return Verdict(False, (Sentence(template, values_of(known.document)),))


def listed(told: Sequence[str]) -> list[Sentence]:
    """Differences, the first ones in full."""
    found = [Sentence("{text}", {"text": f"- {shorten_middle(t, LONGEST)}"}) for t in told[:SHOWN]]
    if len(told) > SHOWN:
        found.append(Sentence(N_("And {n} more."), {"n": len(told) - SHOWN}))
    return found


def earlier_of(known: Sequence[Known], own: str) -> Known | None:
    """The version with that hash of which the file knows that it was, and not what it says.

    ``own``: the hash, or the beginning of it.
    """
    for entry in known:
        if entry.document.altered:
            continue  # what it says of others is worth nothing
        for note in entry.document.versions:
            if own and note.content_hash.startswith(own):
                document = entry.document.but(edition=note.number, content_hash=note.content_hash)
                return Known(document, entry.later or entry.document.edition)
    return None
