"""The answers of a file one by one, before they are put together into ballots."""

from dataclasses import dataclass, field

from sessionui.domain.scoring import Answer, Rules
from sessionui.domain.work import Work
from sessionui.intake.names import Lookup
from sessionui.intake.plan import Plan
from sessionui.intake.problems import Problems, Role
from sessionui.intake.table import Row, Table
from sessionui.intake.voters import Voter, Voters


@dataclass(frozen=True)
class Entry:
    """One answer. ``sheet`` tells the answers of one unnamed rater apart, where the file does."""

    row: int
    column: str
    voter: Voter
    answer: Answer = field(repr=False)
    sheet: str = ""


@dataclass(frozen=True)
class Reading:
    """What it takes to read the rows of one file."""

    table: Table
    rules: Rules
    voters: Voters
    indicators: Lookup[str]
    names: dict[str, str]
    problems: Problems
    plan: Plan


@dataclass(frozen=True)
class Columns:
    """Where the columns with a role stand, from 0, and their headings."""

    places: dict[Role, int]
    headings: dict[Role, str]

    def cell(self, row: Row, role: Role) -> str:
        """The cell of that role; ``""`` where there is no such column."""
        place = self.places.get(role)
        return "" if place is None else row.cells[place]


def indicators_of(work: Work) -> tuple[Lookup[str], dict[str, str]]:
    """The indicators of this round by the name that was scored and by that in force, both ways."""
    names = {i.indicator_id: work.indicator_name(i.indicator_id) for i in work.items}
    known = [(name, indicator_id) for indicator_id, name in names.items()]
    for indicator_id in names:
        indicator = work.partnership.indicator(indicator_id)
        if indicator is not None and indicator.name not in names.values():
            known.append((indicator.name, indicator_id))
    return Lookup(known), names
