"""What each column of a table is: by its own heading, or by a mapping."""

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Literal

from sessionui.domain.mapping import ColumnUse, Mapping
from sessionui.domain.sides import SideKey
from sessionui.intake.headings import MarkColumn, mark_column, role_of
from sessionui.intake.names import Lookup, fold
from sessionui.intake.problems import Role
from sessionui.intake.table import Table

Layout = Literal["long", "wide", ""]
Column = Role | MarkColumn | None


@dataclass(frozen=True)
class Plan:
    """What the columns are, in their order; ``None`` where nobody knows.

    ``layout``: one row a mark, one row a rater, or ``""`` when neither can be read from them.
    ``side``: of all rows, where the sheet doesn't say.
    """

    layout: Layout
    columns: tuple[Column, ...]
    side: SideKey | Literal[""] = ""


def plan_by_headings(table: Table, indicators: Lookup[str]) -> Plan:
    """The plan of a table whose headings are those of the manual."""
    roles = [role_of(heading) for heading in table.headings]
    if {"indicator", "mark"} <= set(roles):
        return Plan("long", tuple(roles))
    columns = tuple(
        mark_column(heading, indicators) or role
        for heading, role in zip(table.headings, roles, strict=True)
    )
    named = any(isinstance(column, MarkColumn) for column in columns)
    wide = named and bool({"rater", "side"} & set(roles))
    return Plan("wide" if wide else "", columns)


def known_by_headings(indicators: Lookup[str]) -> Callable[[str], bool]:
    """Tells headings of the manual and names of indicators from anything else."""

    def known(heading: str) -> bool:
        return role_of(heading) is not None or mark_column(heading, indicators) is not None

    return known


def plan_by_mapping(
    table: Table, mapping: Mapping, indicators: Lookup[str], ids: Collection[str]
) -> Plan:
    """The plan of a table by a mapping; a column that isn't in the mapping stays unknown."""
    uses: dict[tuple[str, int], ColumnUse] = {}
    turns: Counter[str] = Counter()
    for use in mapping.columns:
        turns[fold(use.heading)] += 1
        uses[fold(use.heading), turns[fold(use.heading)]] = use
    long = any(use.use == "indicator" for use in mapping.columns)
    turns.clear()
    columns: list[Column] = []
    for heading in table.headings:
        turns[fold(heading)] += 1
        found = uses.get((fold(heading), turns[fold(heading)]))
        columns.append(_column(found, indicators, ids, long=long) if found else None)
    return Plan("long" if long else "wide", tuple(columns), mapping.side)


def _column(use: ColumnUse, indicators: Lookup[str], ids: Collection[str], *, long: bool) -> Column:
    if use.use == "ignore":
        return "ignored"
    if long or use.use in ("rater", "side", "form"):
        return use.use
    if use.use in ("mark", "reason"):
        indicator_id = use.indicator if use.indicator in ids else indicators.one(use.indicator)
        if indicator_id is not None:
            return MarkColumn(indicator_id, own=use.own, reason=use.use == "reason")
    return None
