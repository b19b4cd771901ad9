"""A list to pick from by keyboard or mouse; stays where it was when its content changes."""

from collections.abc import Sequence

from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

Row = tuple[str, Content]


class PickList(OptionList):
    """An option list of ``(id, content)`` rows."""

    DEFAULT_CSS = """
    PickList { border: none; background: transparent; padding: 0; height: 1fr;
        text-wrap: nowrap; text-overflow: ellipsis; }
    PickList:focus { border: none; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes, markup=False)
        self._rows: list[Row] = []

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave enter to a screen that has its own word for it, which then stands below."""
        if action == "select" and self._screen_has_enter:
            return False
        return super().check_action(action, parameters)

    @property
    def _screen_has_enter(self) -> bool:
        found = (
            binding
            for owner in type(self.screen).__mro__
            for binding in vars(owner).get("BINDINGS", ())
            if isinstance(binding, Binding)
        )
        named = [b.action for b in found if b.key == "enter" and b.show]
        # One that is not to be done now has nothing to say, and the list may.
        return any(self.screen.check_action(name, ()) for name in named)

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows; the highlight stays on the same id, or else at the same place."""
        if list(rows) == self._rows:
            return
        picked, place = self.picked, self.highlighted
        if [row[0] for row in rows] == [row[0] for row in self._rows]:
            self._replace_changed(rows)
        else:
            self.clear_options()
            self.add_options([Option(content, id=key) for key, content in rows])
            self.pick(picked, place)
        self._rows = list(rows)

    @property
    def picked(self) -> str | None:
        """The id of the highlighted row, or ``None``."""
        if self.highlighted is None or self.highlighted >= self.option_count:
            return None
        return self.get_option_at_index(self.highlighted).id

    def pick(self, key: str | None, place: int | None = None) -> None:
        """Highlight the row with that id; else the row at ``place``; else the first."""
        keys = [self.get_option_at_index(n).id for n in range(self.option_count)]
        if not keys:
            self.highlighted = None
        elif key in keys:
            self.highlighted = keys.index(key)
        else:
            self.highlighted = min(place or 0, len(keys) - 1)

    def _replace_changed(self, rows: Sequence[Row]) -> None:
        for n, (row, old) in enumerate(zip(rows, self._rows, strict=True)):
            if row != old:
                self.replace_option_prompt_at_index(n, row[1])
