"""The wide layout: one row a rater, one column an indicator, perhaps others for its reasons."""

from dataclasses import replace

from sessionui.domain.scoring import Answer
from sessionui.domain.wording import N_
from sessionui.intake.cells import answer_in
from sessionui.intake.entries import Columns, Entry, Reading
from sessionui.intake.headings import NOBODY, TWICE, UNKNOWN_INDICATOR, MarkColumn
from sessionui.intake.problems import Role
from sessionui.intake.table import Row

_PERSONAL: tuple[Role, ...] = ("rater", "side", "form", "ignored")
Places = dict[MarkColumn, int]


def wide_entries(reading: Reading) -> list[Entry]:
    """The answers of a file in the wide layout; what is wrong goes to ``reading.problems``."""
    before = len(reading.problems)
    columns, places = _columns(reading)
    if len(reading.problems) > before:
        return []
    rows: dict[str, int] = {}
    entries = []
    for row in reading.table.rows:
        if any(row.cells[place].strip() for place in places.values()):
            entries += _entries(reading, columns, places, row, rows)
    return entries


def _columns(reading: Reading) -> tuple[Columns, Places]:
    columns, places = Columns({}, {}), Places()
    table, problems = reading.table, reading.problems
    for place, (heading, column) in enumerate(
        zip(table.headings, reading.plan.columns, strict=True)
    ):
        if isinstance(column, MarkColumn):
            if column in places:
                problems.add(table.heading_row, heading, TWICE)
            places.setdefault(column, place)
        elif column in _PERSONAL:
            if column in columns.places and column != "ignored":
                problems.add(table.heading_row, heading, TWICE)
            columns.places.setdefault(column, place)
            columns.headings.setdefault(column, heading)
        elif heading.strip() or any(row.cells[place].strip() for row in table.rows):
            problems.add(table.heading_row, heading, UNKNOWN_INDICATOR)
    if not reading.plan.side and not {"rater", "side"} & columns.places.keys():
        problems.add(table.heading_row, "", NOBODY)
    return columns, places


def _entries(
    reading: Reading, columns: Columns, places: Places, row: Row, rows: dict[str, int]
) -> list[Entry]:
    """The answers in one row; a second row of the same rater is wrong."""
    voter = reading.problems.attempt(
        row.number,
        columns.headings,
        lambda: reading.voters.voter(columns.cell(row, "rater"), columns.cell(row, "side")),
    )
    if voter is not None and voter.person_id is not None:
        earlier = rows.setdefault(voter.person_id, row.number)
        if earlier != row.number:
            reading.problems.add(
                row.number,
                columns.headings.get("rater", ""),
                N_("This rater has a row already: row {earlier}."),
                earlier=earlier,
            )
            return []
    subjects = dict.fromkeys(replace(column, reason=False) for column in places)
    found = [_answer(reading, places, row, marks) for marks in subjects]
    return [
        Entry(row.number, heading, voter, answer, f"row {row.number}")
        for heading, answer in found
        if voter is not None and answer is not None
    ]


def _answer(
    reading: Reading, places: Places, row: Row, marks: MarkColumn
) -> tuple[str, Answer | None]:
    """The heading of the column with the mark, or else the reason, and the answer there."""
    reasons = replace(marks, reason=True)
    headings: dict[Role, str] = {}
    if reasons in places:
        headings["mark"] = headings["reason"] = reading.table.headings[places[reasons]]
    if marks in places:
        headings["mark"] = reading.table.headings[places[marks]]
    answer = reading.problems.attempt(
        row.number,
        headings,
        lambda: answer_in(
            marks.indicator_id,
            row.cells[places[marks]] if marks in places else "",
            row.cells[places[reasons]] if reasons in places else "",
            reading.rules,
            own=marks.own,
        ),
    )
    return headings["mark"], answer
