"""The tables as CSV files, one a table, in one ZIP; for programs, so the same in every language."""

import csv
import io
import zipfile
from datetime import date
from decimal import Decimal
from typing import Final

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.minutes.hygiene import cleaned
from sessionui.minutes.tables.about import about, with_about
from sessionui.minutes.tables.rows import Cell, DataTable

DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes text that begins with one of these for a formula (OWASP, CSV injection)."""

MADE: Final = (1980, 1, 1, 0, 0, 0)
"""The date of the files inside: the same minutes give the same bytes."""


def as_comma(document: MinutesDocument) -> bytes:
    """Return a ZIP of CSV files: UTF-8, commas, RFC 4180; marks with a decimal point, ISO dates."""
    document = cleaned(document)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for table in with_about(document, about(document)):
            packed.writestr(zipfile.ZipInfo(f"{table.key}.csv", MADE), _csv(table))
    return file.getvalue()


def _csv(table: DataTable) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([column.key for column in table.columns])
    for row in table.rows:
        writer.writerow([_cell(value) for value in row])
    # With a mark at the start, so that spreadsheets see that it is UTF-8.
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Cell) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return harmless(value)
        case date():
            return value.isoformat()
        case Decimal() | float():
            return str(value).removesuffix(".0") if isinstance(value, float) else str(value)
        case int():
            return str(value)


def harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe before one that begins so."""
    return f"'{text}" if text.startswith(DANGEROUS) else text
