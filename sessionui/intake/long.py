"""The long layout: one row a mark."""

from functools import partial

from sessionui.domain.wording import N_
from sessionui.intake.cells import answer_in, is_yes
from sessionui.intake.entries import Columns, Entry, Reading
from sessionui.intake.headings import NO_MARKS, NOBODY, TWICE, UNKNOWN, MarkColumn
from sessionui.intake.names import fold
from sessionui.intake.problems import Role, Wrong, quoted
from sessionui.intake.table import Row


def long_entries(reading: Reading) -> list[Entry]:
    """The answers of a file in the long layout; what is wrong goes to ``reading.problems``."""
    before = len(reading.problems)
    columns = _columns(reading)
    if len(reading.problems) > before:
        return []
    entries = []
    for row in reading.table.rows:
        # Nothing filled in: a form that was handed out and left empty.
        if columns.cell(row, "mark").strip() or columns.cell(row, "reason").strip():
            entries += _entry(reading, columns, row)
    return entries


def _columns(reading: Reading) -> Columns:
    columns = Columns({}, {})
    table, problems = reading.table, reading.problems
    for place, (heading, role) in enumerate(zip(table.headings, reading.plan.columns, strict=True)):
        if role is None or isinstance(role, MarkColumn):
            if heading.strip() or any(row.cells[place].strip() for row in table.rows):
                problems.add(table.heading_row, heading, UNKNOWN)
        elif role in columns.places and role != "ignored":
            problems.add(table.heading_row, heading, TWICE)
        else:
            columns.places[role] = place
            columns.headings[role] = heading
    if not {"indicator", "mark"} <= columns.places.keys():
        problems.add(table.heading_row, "", NO_MARKS)
    if not reading.plan.side and not {"rater", "side"} & columns.places.keys():
        problems.add(table.heading_row, "", NOBODY)
    return columns


def _entry(reading: Reading, columns: Columns, row: Row) -> list[Entry]:
    """The answer in one row, in a list; empty when something in the row is wrong."""

    def cell(role: Role) -> str:
        return columns.cell(row, role)

    attempt = partial(reading.problems.attempt, row.number, columns.headings)
    voter = attempt(lambda: reading.voters.voter(cell("rater"), cell("side")))
    indicator_id = attempt(lambda: _indicator(reading, cell("indicator")))
    answer = attempt(
        lambda: answer_in(
            indicator_id or "",
            cell("mark"),
            cell("reason"),
            reading.rules,
            own=is_yes(cell("own")),
        )
    )
    if voter is None or indicator_id is None or answer is None:
        return []
    heading = columns.headings["indicator"]
    return [Entry(row.number, heading, voter, answer, fold(cell("form")))]


def _indicator(reading: Reading, cell: str) -> str:
    found = reading.indicators.find(cell)
    if len(found) == 1:
        return found[0]
    name = quoted(cell)
    if len(found) > 1:
        raise Wrong("indicator", N_("More than one indicator is called {name}."), name=name)
    if not name:
        raise Wrong("indicator", N_("This is not an indicator of this round."))
    raise Wrong("indicator", N_("{name} is not an indicator of this round."), name=name)
