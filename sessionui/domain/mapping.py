"""What the columns of somebody else's sheet are: shared by reading, screens and mapping files."""

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from sessionui.domain.record import Record
from sessionui.domain.sides import SideKey

Use = Literal["rater", "side", "form", "indicator", "mark", "reason", "own", "ignore"]
Looks = Literal["marks", "raters", "sides", "indicators", "words", "other", "empty"]


class ColumnUse(Record):
    """What one column is. ``indicator`` (id or name): for marks and reasons, one row a rater.

    ``own``: they are about the rater's own side. ``use`` "indicator" and "own" belong to sheets
    with one row a mark.
    """

    heading: str = Field(max_length=2_000)
    use: Use
    indicator: str = Field(default="", max_length=500)
    own: bool = False


class Mapping(Record):
    """What each column of a sheet is, in the order of the columns; equal headings by their turn.

    ``side``: whose answers all of them are, where the sheet doesn't say; ``""`` else.
    """

    format: Literal["sessionui-mapping"] = "sessionui-mapping"
    version: Literal[1] = 1
    side: SideKey | Literal[""] = ""
    columns: tuple[ColumnUse, ...] = Field(max_length=500)

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings that it is made for."""
        return tuple(c.heading for c in self.columns)

    def fits(self, headings: Sequence[str]) -> bool:
        """Whether it was made for a sheet with just these headings, in any order."""
        return sorted(self.headings) == sorted(headings)

    def with_use(self, place: int, use: ColumnUse) -> "Mapping":
        """The mapping with another use of the column at ``place``, from 0."""
        columns = list(self.columns)
        columns[place] = use
        return self.but(columns=tuple(columns))


class ColumnSight(Record):
    """What a column looks like: how many cells are filled, and with what kind of thing."""

    heading: str
    filled: int
    looks: Looks
