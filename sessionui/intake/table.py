"""From text to a table: separators, quotation marks, rows of unequal length."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from sessionui.domain.wording import N_, Refused
from sessionui.intake.problems import Problems

MAX_ROWS = 5_000
SEPARATORS = (";", ",", "\t")

NO_HEADINGS = N_(
    "The first row must name the columns: rater or side, indicator and mark; or rater and the "
    "indicators."
)

_DECLARED = re.compile(r"\s*sep=([;,\t])\s*?(?:\r\n|\r|\n)", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """The cells below the headings; ``number`` as a spreadsheet counts rows, from 1."""

    number: int
    cells: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True)
class Table:
    """Headings and the rows that are not blank, each with a cell for every heading."""

    heading_row: int
    headings: tuple[str, ...] = field(repr=False)
    rows: tuple[Row, ...]


def read_table(text: str, known: Callable[[str], bool], problems: Problems) -> Table:
    """The table in ``text``, by the separator that gives the most headings that are ``known``.

    Rows that don't fit the headings are told to ``problems`` and left out, because their cells
    may stand below the wrong heading. Raises ``Refused`` when there is no table in it.
    """
    separator, text = _separator(text, known)
    records = _records(text, separator, problems)
    heading_row, cells = next(
        ((n, cells) for n, cells in records if any(map(str.strip, cells))), (0, [])
    )
    if not any(map(known, cells)):
        raise Refused(NO_HEADINGS)
    width = max(n for n, cell in enumerate(cells, 1) if cell.strip())
    # Spreadsheets write blank columns on the right, then in every row.
    widest = len(cells)
    rows: list[Row] = []
    for number, below in records:
        if not any(map(str.strip, below)):
            continue
        if len(rows) == MAX_ROWS:
            raise Refused(N_("This file has more than {limit} rows."), limit=MAX_ROWS)
        if not width <= len(below) <= widest or any(map(str.strip, below[width:])):
            problems.add(
                number,
                "",
                N_("This row has {cells} cells where the headings have {headings}."),
                cells=len(below),
                headings=width,
            )
            continue
        rows.append(Row(number, tuple(below[:width])))
    return Table(heading_row, tuple(cells[:width]), tuple(rows))


def _separator(text: str, known: Callable[[str], bool]) -> tuple[str, str]:
    """The separator, and the text without a line that declares it as spreadsheets write."""
    declared = _DECLARED.match(text)
    if declared:
        return declared[1], text[declared.end() :]

    def fit(separator: str) -> tuple[int, int]:
        cells = _first(text, separator)
        return sum(map(known, cells)), len(cells)

    return max(SEPARATORS, key=fit), text


def _first(text: str, separator: str) -> list[str]:
    try:
        return next((cells for cells in _reader(text, separator) if any(cells)), [])
    except csv.Error:
        return []


def _records(text: str, separator: str, problems: Problems) -> Iterator[tuple[int, list[str]]]:
    number = 0
    try:
        for cells in _reader(text, separator):
            number += 1
            yield number, cells
    except csv.Error:
        # The message of the csv module may quote the cell.
        problems.add(
            number + 1,
            "",
            N_("A quotation mark in this row has no partner, or stands in the middle of a cell."),
        )


def _reader(text: str, separator: str) -> Iterator[list[str]]:
    source = io.StringIO(text, newline="")
    return csv.reader(source, delimiter=separator, skipinitialspace=True, strict=True)
