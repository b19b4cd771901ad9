"""Whose answers a row holds: a person, or in side secrecy a side without a person."""

from dataclasses import dataclass
from typing import Final

from sessionui.domain.sides import SIDES, SIGNS, SideKey
from sessionui.domain.wording import N_
from sessionui.domain.work import Work
from sessionui.intake.names import Lookup
from sessionui.intake.problems import Wrong, quoted

_SIDE_WORDS: Final[dict[SideKey, tuple[str, ...]]] = {
    "a": ("a", "client", "opdrachtgever", "klant", SIGNS["a"]),
    "b": ("b", "supplier", "contractor", "leverancier", "opdrachtnemer", SIGNS["b"]),
}


@dataclass(frozen=True)
class Voter:
    """Who gave the answers; ``person_id`` is ``None`` where only the side is known."""

    side: SideKey
    person_id: str | None = None


class Voters:
    """The people and sides of a piece of work by name. ``side``: of all rows that don't say."""

    def __init__(self, work: Work, side: SideKey | None = None) -> None:
        self._side_of_all = side
        self._by_name = work.session.rules.secrecy == "name"
        self._names = work.names
        people = work.partnership.people
        self._people = Lookup(
            (p.name, p) for p in people if p.here or p.id in work.session.participants
        )
        self._organisations = Lookup((work.names[side], side) for side in SIDES)
        self._words = Lookup((word, side) for side in SIDES for word in _SIDE_WORDS[side])

    def voter(self, rater: str, side: str) -> Voter:
        """Whose answers a row holds, by its cells for rater and side; either may be empty.

        Raises ``Wrong`` for somebody unknown, and where the method needs to know more.
        """
        key = self._side(side) if side.strip() else self._side_of_all
        if rater.strip():
            return self._person(rater, key)
        if self._by_name:
            raise Wrong("rater", N_("This round is by name: say whose answers these are."))
        if key is None:
            raise Wrong("side", N_("Say of which side these answers are."))
        return Voter(key)

    def is_side(self, cell: str) -> bool:
        """Whether a cell names one of the sides."""
        return self._known_side(cell) is not None

    def is_person(self, cell: str) -> bool:
        """Whether a cell names at least one person."""
        return bool(self._people.find(cell))

    def _side(self, cell: str) -> SideKey:
        key = self._known_side(cell)
        if key is None:
            raise Wrong("side", N_("The side is {a} or {b}."), **self._names)
        return key

    def _known_side(self, cell: str) -> SideKey | None:
        return self._organisations.one(cell) or self._words.one(cell)

    def _person(self, cell: str, side: SideKey | None) -> Voter:
        found = self._people.find(cell)
        if len(found) > 1 and side is not None:
            found = tuple(p for p in found if p.side == side)
        if len(found) > 1:
            raise Wrong(
                "rater",
                N_("More than one person is called {name}: add a column with the side."),
                name=found[0].name,
            )
        if not found:
            return self._unnamed(cell, side)
        person = found[0]
        if side not in (None, person.side):
            raise Wrong("side", N_("{name} is of the other side."), name=person.name)
        return Voter(person.side, person.id)

    def _unnamed(self, cell: str, side: SideKey | None) -> Voter:
        """By side a file may name the side where others name the rater."""
        key = None if self._by_name else self._known_side(cell)
        if key is not None and side in (None, key):
            return Voter(key)
        name = quoted(cell)
        if not name:
            raise Wrong("rater", N_("This is no name of a person."))
        raise Wrong(
            "rater",
            N_("{name} is on neither side. Write names as in the list of people."),
            name=name,
        )
