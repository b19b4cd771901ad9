"""From the bytes of a CSV or XLSX file to the one table with answers in it."""

from collections.abc import Callable, Collection

from sessionui.domain.mapping import Mapping
from sessionui.domain.wording import N_, Refused
from sessionui.intake.decoding import decoded
from sessionui.intake.names import fold
from sessionui.intake.problems import Problems
from sessionui.intake.sheet import MAX_BYTES, sheets_in
from sessionui.intake.table import Records, Table, read_table, text_records

Known = Callable[[str], bool]
_PACKED = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")


def open_table(data: bytes, known: Known, problems: Problems, skip: Collection[int] = ()) -> Table:
    """The table, without the rows in ``skip``; of several sheets the one with most ``known``.

    Raises ``Refused`` when there is none.
    """
    if not data.startswith(_PACKED):
        return read_table(text_records(decoded(data), known, problems), known, problems, skip)
    if len(data) > MAX_BYTES:
        raise Refused(
            N_("This file is too large for answers: at most {limit} kB."), limit=MAX_BYTES // 1000
        )
    sheets = [list(enumerate(cells, 1)) for _name, cells in sheets_in(data)]
    if not sheets:
        raise Refused(N_("This file is empty."))
    best = max(sheets, key=lambda records: _most_known(records, known))
    return read_table(best, known, problems, skip)


def known_by(mapping: Mapping) -> Known:
    """Tells the headings of a mapping from anything else."""
    headings = {fold(heading) for heading in mapping.headings if heading.strip()}
    return lambda heading: fold(heading) in headings


def _most_known(records: Records, known: Known) -> int:
    return max((sum(map(known, cells)) for _n, cells in records[:10]), default=0)
