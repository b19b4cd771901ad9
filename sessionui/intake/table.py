"""From text to a table: separators, quotation marks, rows of unequal length."""

import csv
import io
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from sessionui.domain.wording import N_, Refused
from sessionui.intake.problems import Problems

MAX_ROWS = 5_000
SEPARATORS = (";", ",", "\t")

NO_HEADINGS = N_(
    "The first row must name the columns: rater or side, indicator and mark; or rater and the "
    "indicators."
)

Records = list[tuple[int, list[str]]]
"""Rows as a spreadsheet counts them, from 1, and their cells."""

_HEADINGS_WITHIN = 10
_DECLARED = re.compile(r"\s*sep=([;,\t])\s*?(?:\r\n|\r|\n)", re.IGNORECASE)


class Bare(str):
    """A number between two commas without quotation marks: perhaps half of one with a comma."""

    __slots__ = ()


@dataclass(frozen=True)
class Row:
    """The cells below the headings; ``number`` as a spreadsheet counts rows, from 1."""

    number: int
    cells: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True)
class Table:
    """Headings and the rows that are not blank, each with a cell for every heading.

    ``left_out``: the numbers of those that are there and were to be left out.
    """

    heading_row: int
    headings: tuple[str, ...] = field(repr=False)
    rows: tuple[Row, ...]
    left_out: tuple[int, ...] = ()


def text_records(text: str, known: Callable[[str], bool], problems: Problems) -> Records:
    """Every row of a CSV text with its number, by the separator that gives the most headings that
    are ``known``; a text that breaks off in a quotation is told to ``problems``."""
    separator, text = _separator(text, known)
    return list(_records(text, separator, problems))


def read_table(
    records: Records,
    known: Callable[[str], bool],
    problems: Problems,
    skip: Collection[int] = (),
) -> Table:
    """The table in ``records``, without the rows in ``skip``.

    Its headings stand in the first row that isn't blank, or, where nothing in that one is
    ``known``, in the one soon below with the most that are. Rows that don't fit the headings are
    told to ``problems`` and left out, because their cells may stand below the wrong heading.
    Raises ``Refused`` when there is no table in it.
    """
    heading_row, cells = _headings(records, known)
    if not any(map(known, cells)):
        raise Refused(NO_HEADINGS)
    width = max(n for n, cell in enumerate(cells, 1) if cell.strip())
    # Spreadsheets write blank columns on the right, then in every row.
    widest = len(cells)
    rows: list[Row] = []
    left_out: list[int] = []
    for number, below in records:
        if number <= heading_row or not any(map(str.strip, below)):
            continue
        if number in skip:
            left_out.append(number)
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
    return Table(heading_row, tuple(cells[:width]), tuple(rows), tuple(left_out))


def _headings(records: Records, known: Callable[[str], bool]) -> tuple[int, list[str]]:
    filled = [(n, cells) for n, cells in records if any(map(str.strip, cells))][:_HEADINGS_WITHIN]
    if not filled or any(map(known, filled[0][1])):
        return filled[0] if filled else (0, [])
    return max(filled, key=lambda found: sum(map(known, found[1])))


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
        for cells, written in _rows(text, separator):
            number += 1
            yield number, [_cell(c, written) for c in cells] if separator == "," else cells
    except csv.Error:
        # The message of the csv module may quote the cell.
        problems.add(
            number + 1,
            "",
            N_("A quotation mark in this row has no partner, or stands in the middle of a cell."),
        )


def _cell(cell: str, written: str) -> str:
    digits = cell.strip().isdecimal() and f'"{cell}"' not in written
    return Bare(cell) if digits else cell


def _rows(text: str, separator: str) -> Iterator[tuple[list[str], str]]:
    """The rows, each with the text it was read from."""
    lines: list[str] = []

    def heard() -> Iterator[str]:
        for line in io.StringIO(text, newline=""):
            lines.append(line)
            yield line

    for cells in csv.reader(heard(), delimiter=separator, skipinitialspace=True, strict=True):
        yield cells, "".join(lines)
        lines.clear()


def _reader(text: str, separator: str) -> Iterator[list[str]]:
    source = io.StringIO(text, newline="")
    return csv.reader(source, delimiter=separator, skipinitialspace=True, strict=True)
