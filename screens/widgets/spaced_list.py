"""A list to pick from with room between its rows."""

from collections.abc import Iterable, Sequence
from typing import Self

from textual.visual import VisualType
from textual.widgets.option_list import Option

from screens.widgets.pick_list import PickList, Row


class SpacedList(PickList):
    """A ``PickList`` with an empty line between two rows while ``spaced``."""

    DEFAULT_CSS = "SpacedList > .option-list--separator { color: transparent; }"

    def __init__(self, *, id: str | None = None, spaced: bool = True) -> None:  # noqa: A002
        self.spaced = spaced
        super().__init__(id=id)

    def space(self, rows: Sequence[Row], *, spaced: bool) -> None:
        """Show these rows, with room between them or without."""
        if spaced != self.spaced:
            picked = self.picked
            self.show([])
            self.spaced = spaced
            self.show(rows)
            self.pick(picked)
        self.show(rows)

    def add_options(self, new_options: "Iterable[Option | VisualType | None]") -> Self:
        """See Textual. ``None`` is a line between two options, which has no colour here."""
        if self.spaced:
            new_options = [part for option in new_options for part in (option, None)][:-1]
        return super().add_options(new_options)
