"""From the bytes of an XLSX file to the cells of its sheets, whatever the file tries.

The file is unpacked here, within limits, and its sheets are looked through for cells far out, which
the reader would make room for; only then does the reader get it, packed anew.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Final
from xml.parsers import expat

from sessionui.domain.wording import N_, Refused
from sessionui.intake.table import MAX_ROWS

MAX_BYTES: Final = 5_000_000
MAX_UNPACKED: Final = 40_000_000
MAX_COLUMNS: Final = 500

_MAX_PARTS: Final = 500
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_CELL: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_SCAN: Final = frozenset({"row", "c", "f", "v", "is"})

Cells = list[list[str]]


def sheets_in(data: bytes) -> list[tuple[str, Cells]]:
    """Name and cells of every sheet that is shown, in their order; empty ones left out.

    A whole number comes without a decimal, a date in its ISO form, a formula as its result.
    Raises ``Refused`` with one sentence for what is no such file, or too large.
    """
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused(
            N_("This spreadsheet is in an old format or has a password. Save it as XLSX.")
        )
    return _read(_repacked(data))


def _repacked(data: bytes) -> io.BytesIO:
    repacked = io.BytesIO()
    left = MAX_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(repacked, "w") as new:
            parts = packed.infolist()
            names = [part.filename for part in parts]
            if len(parts) > _MAX_PARTS or len(set(names)) < len(names):
                raise _broken()
            if "xl/workbook.xml" not in names:
                raise Refused(N_("This spreadsheet is not XLSX. Save it as XLSX or as CSV."))
            for part in parts:
                with packed.open(part) as stream:
                    content = stream.read(left + 1)
                left -= len(content)
                if left < 0:
                    raise Refused(N_("This spreadsheet unpacks to far more than answers can be."))
                if _SHEET.fullmatch(part.filename):
                    _Look(content)
                new.writestr(part.filename, content)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError):
        pass
    else:
        repacked.seek(0)
        return repacked
    raise _broken()


class _Look:
    """Looks through the XML of one sheet. Raises ``Refused``."""

    def __init__(self, xml: bytes) -> None:
        self._inside: list[str] = []
        self._formula = self._value = False
        self._rows = 0
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._doctype
        try:
            parser.Parse(xml, True)
        except expat.ExpatError:
            raise _broken() from None

    def _doctype(self, *_declared: object) -> None:
        raise _broken()

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name not in _SCAN:
            return
        if name == "row":
            self._rows += 1
            self._row(attributes.get("r", str(self._rows)))
            self._row(str(self._rows))
        if name == "c":
            self._formula = self._value = False
            if "r" in attributes:
                self._place(attributes["r"])
        self._formula = self._formula or name == "f"
        self._inside.append(name)

    def _end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if name not in _SCAN:
            return
        self._inside.pop()
        if name == "c" and self._formula and not self._value:
            raise Refused(
                N_(
                    "A cell holds a formula whose result isn't in the file. Open it in a "
                    "spreadsheet program and save it there first."
                )
            )

    def _text(self, text: str) -> None:
        if self._inside and self._inside[-1] in ("v", "is") and text:
            self._value = True

    def _place(self, reference: str) -> None:
        found = _CELL.fullmatch(reference)
        if found is None:
            raise _broken()
        column = 0
        for letter in found[1]:
            column = column * 26 + ord(letter) - 64
        self._row(found[2])
        if column > MAX_COLUMNS:
            raise Refused(N_("This sheet has more than {limit} columns."), limit=MAX_COLUMNS)

    def _row(self, number: str) -> None:
        if not number.isascii() or not number.isdecimal():
            raise _broken()
        if int(number) > MAX_ROWS + 20:
            raise Refused(N_("This file has more than {limit} rows."), limit=MAX_ROWS)


def _read(file: io.BytesIO) -> list[tuple[str, Cells]]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    found = []
    try:
        book = CalamineWorkbook.from_filelike(file)
        for number, about in enumerate(book.sheets_metadata):
            if about.typ != SheetTypeEnum.WorkSheet or about.visible != SheetVisibleEnum.Visible:
                continue
            rows = book.get_sheet_by_index(number).to_python(skip_empty_area=False)
            if any(any(str(value).strip() for value in row) for row in rows):
                found.append((about.name, [_cells(row) for row in rows]))
    except BaseException as error:
        # A panic in the reader is no Exception.
        if isinstance(error, (KeyboardInterrupt, SystemExit, MemoryError)):
            raise
    else:
        return found
    raise _broken()


def _cells(row: Iterable[object]) -> list[str]:
    return [_cell(value) for value in row]


def _cell(value: object) -> str:
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case datetime() | date() | time():
            return value.isoformat()
        case timedelta():
            return str(value)
    return str(value)


def _broken() -> Refused:
    return Refused(N_("This spreadsheet is damaged. Open it, save it anew as XLSX, and try again."))
