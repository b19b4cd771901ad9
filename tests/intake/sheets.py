"""Spreadsheets for tests: sound ones by a writer, hostile ones by hand."""

import io
import zipfile
from collections.abc import Sequence
from typing import Any

from xlsxwriter import Workbook

CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>'
)


def xlsx(*rows: Sequence[Any], name: str = "Answers") -> bytes:
    """One sheet with those rows; ``None`` leaves a cell out, a formula is written as one."""
    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet(name)
    date = book.add_format({"num_format": "dd-mm-yyyy"})
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            if value is not None:
                dated = hasattr(value, "year")
                sheet.write(number, place, value, *([date] if dated else []))
    book.close()
    return file.getvalue()


def with_sheet(data: bytes, xml: bytes) -> bytes:
    """The same file with another sheet in it."""
    return with_part(data, "xl/worksheets/sheet1.xml", xml)


def with_part(data: bytes, part: str, content: bytes) -> bytes:
    """The same file with another part, or one part more."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for info in old.infolist():
            if info.filename != part:
                new.writestr(info, old.read(info))
        new.writestr(part, content)
    return file.getvalue()


def sheet_xml(cells: str) -> bytes:
    """The XML of a sheet with those cells."""
    return (
        '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/'
        f'2006/main"><sheetData>{cells}</sheetData></worksheet>'
    ).encode()
