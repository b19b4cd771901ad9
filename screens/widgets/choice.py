"""One of a few, picked with the arrows; enter shows them all."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Select

from sessionui.locale import _


class Choice(Select[str]):
    """A select that the arrows change at once.

    Textual's own opens a list on an arrow, and leaves the old choice when a form is saved with
    the list open: a wrong side or secrecy would be saved without a word.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        # As plain pairs: the arrows in a field are no commands of ours to list.
        ("down", "step(1)", ""),
        ("up", "step(-1)", ""),
    ]

    def __init__(
        self,
        options: Sequence[tuple[str, Content]],
        *,
        value: str | None,
        id: str,  # noqa: A002 - Textual's own name
    ) -> None:
        super().__init__(
            [(content, key) for key, content in options],  # plain: typed as content
            value=Select.NULL if value is None else value,
            prompt=_("choose"),
            id=id,
            compact=True,
        )
        self._keys = [key for key, _content in options]

    @property
    def chosen(self) -> str | None:
        """What is chosen: with the list open, what is lit in it."""
        if self.expanded:
            lit = self.query_one(OptionList).highlighted
            # The first line of the list is the prompt.
            return self._keys[lit - 1] if lit else None
        return None if self.value is Select.NULL else str(self.value)

    def action_step(self, by: int) -> None:
        """The next one or the one before; it stops at the ends."""
        if not self._keys:
            return
        here = self._keys.index(self.chosen) if self.chosen in self._keys else -1 if by > 0 else 1
        self.value = self._keys[min(max(here + by, 0), len(self._keys) - 1)]
