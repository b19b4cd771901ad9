"""The first table: which minutes the others are of, one fact a row."""

from typing import Final

from sessionui.domain.minutes.content import known_hash, printed
from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.wording import N_
from sessionui.minutes.tables.rows import Cell, Column, DataTable, tables_of
from sessionui.minutes.words import Words

ABOUT: Final = (Column("fact", N_("Fact")), Column("value", N_("What it is")))
FACTS: Final[dict[str, str]] = {
    "client": N_("Client"),
    "supplier": N_("Supplier"),
    "contract": N_("Contract"),
    "session": N_("Session"),
    "date": N_("Date"),
    "state": N_("State"),
    "version": N_("Version"),
    "confirmed_at": N_("Confirmed"),
    "content_hash": N_("Content hash"),
    "printed_hash": N_("Content hash, as printed"),
    "example": N_("Example"),
    "rehearsal": N_("Rehearsal"),
}
"""From the key of a fact to what people read."""

_STATES: Final = {"confirmed": N_("confirmed"), "running": N_("draft"), "planned": N_("draft")}


def with_about(document: MinutesDocument, first: DataTable) -> tuple[DataTable, ...]:
    """Every table with this one at their head; only a warning comes before it."""
    tables = tables_of(document)
    warned = int(tables[0].key == "altered")
    return (*tables[:warned], first, *tables[warned:])


def about(document: MinutesDocument) -> DataTable:
    """Partners, contract, session, version, hash, and whether it is an example; for programs."""
    full = known_hash(document)
    moment = document.confirmed_at if full else None
    values: dict[str, Cell] = {
        "client": document.name_a,
        "supplier": document.name_b,
        "contract": document.contract_name,
        "session": document.kind,
        "date": document.date,
        "state": document.state,
        "version": document.edition,
        "confirmed_at": moment.isoformat() if moment else None,
        "content_hash": full or None,
        "printed_hash": printed(full) or None,
        "example": document.example,
        "rehearsal": document.rehearsal,
    }
    return DataTable("about", N_("About"), ABOUT, tuple(values.items()))


def about_for_people(document: MinutesDocument, words: Words) -> DataTable:
    """The same in words of the reader; what is empty is left out."""
    table = about(document)
    rows = [(str(key), value) for key, value in table.rows if value is not None]
    told = tuple((words.gettext(FACTS[key]), _said(key, value, words)) for key, value in rows)
    return DataTable(table.key, table.name, table.columns, told)


def _said(key: str, value: Cell, words: Words) -> Cell:
    document = words.document
    match key:
        case "session":
            return words.kind
        case "state":
            return words.gettext(_STATES[document.state])
        case "confirmed_at" if document.confirmed_at:
            return words.moment(document.confirmed_at)
    return value
