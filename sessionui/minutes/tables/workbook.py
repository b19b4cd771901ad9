"""The tables as one XLSX workbook. Text is always text, never a formula or a link."""

import io
from datetime import date, datetime, time
from decimal import Decimal
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.wording import N_
from sessionui.locale import Language, translator
from sessionui.minutes.hygiene import cleaned
from sessionui.minutes.outline.header import notice, subject, version
from sessionui.minutes.tables.about import about_for_people, with_about
from sessionui.minutes.tables.rows import Cell, DataTable
from sessionui.minutes.words import Words

WIDEST: Final = 60
"""Characters; longer text wraps."""

LONGEST: Final = 32_767
"""Characters that a cell of a spreadsheet holds."""

OUTCOMES: Final = {
    "done": N_("done"),
    "postponed": N_("postponed"),
    "dropped": N_("dropped"),
    "reopened": N_("opened again"),
}

AS_TEXT: Final = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}


def as_workbook(document: MinutesDocument, lang: Language) -> bytes:
    """Return every table of the minutes as a sheet of one workbook."""
    document = cleaned(document)
    words = Words(document, lang)
    file = io.BytesIO()
    book = Workbook(file, dict(AS_TEXT))
    moment = document.confirmed_at or datetime.combine(document.date, time())
    book.set_properties(
        {"title": subject(words)[:255], "created": moment.replace(tzinfo=None), "author": ""}
    )
    for table in with_about(document, about_for_people(document, words)):
        _Sheet(book, table, words).write()
    book.close()
    return file.getvalue()


class _Sheet:
    """One table on a sheet: a head that stays in sight, filters, and who it is about."""

    def __init__(self, book: Workbook, table: DataTable, words: Words) -> None:
        self.table, self.words = table, words
        self.gettext = translator(words.lang).gettext
        self.sheet: Worksheet = book.add_worksheet(self.gettext(table.name)[:31])
        self.head: Format = book.add_format(
            {"bold": True, "bg_color": "#EEF2F5", "bottom": 1, "text_wrap": True, "valign": "top"}
        )
        self.text: Format = book.add_format({"text_wrap": True, "valign": "top"})
        self.day: Format = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
        self.figure: Format = book.add_format({"num_format": "0.0", "valign": "top"})
        self.number: Format = book.add_format({"valign": "top"})

    def write(self) -> None:
        """Write the table; the facts of the session stand in the head of the printed page."""
        for place, column in enumerate(self.table.columns):
            self.sheet.write_string(0, place, self.gettext(column.name), self.head)
            self.sheet.set_column(place, place, self._width(place))
        for number, row in enumerate(self.table.rows, 1):
            for place, value in enumerate(row):
                self._cell(number, place, value)
        self.sheet.freeze_panes(1, 0)
        if self.table.rows:
            self.sheet.autofilter(0, 0, len(self.table.rows), len(self.table.columns) - 1)
        parts = (subject(self.words), version(self.words), notice(self.words))
        marked = "   ".join(filter(None, parts)).replace("&", "&&")
        self.sheet.set_header(f"&L{marked[:200]}")
        self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(0)

    def _cell(self, row: int, column: int, value: Cell) -> None:
        match value:
            case None | "":
                return
            case bool():
                said = self.gettext("yes") if value else self.gettext("no")
                self.sheet.write_string(row, column, said, self.text)
            case str():
                self.sheet.write_string(row, column, self._said(column, value), self.text)
            case date():
                moment = datetime.combine(value, time())
                self.sheet.write_datetime(row, column, moment, self.day)
            case Decimal() | float():
                self.sheet.write_number(row, column, float(value), self._format(column))
            case int():
                self.sheet.write_number(row, column, value, self.number)

    def _format(self, column: int) -> Format:
        return self.number if self.table.columns[column].key == "mean_exact" else self.figure

    def _said(self, column: int, value: str) -> str:
        if self.table.columns[column].key in ("outcome", "told_outcome"):
            return self.gettext(OUTCOMES.get(value, value))
        if self.table.key == "altered":
            return self.gettext(value)
        return value[:LONGEST]

    def _width(self, place: int) -> int:
        values = (row[place] for row in self.table.rows)
        lengths = (12 if isinstance(v, date) else len(str(v or "")) for v in values)
        heading = len(self.gettext(self.table.columns[place].name))
        return min(max([*lengths, heading], default=8) + 3, WIDEST)
