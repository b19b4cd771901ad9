"""A grid of marks to type quickly: rows are indicators, columns are forms; drawn in one go."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from screens.plain import plain
from sessionui.locale import N_
from sessionui.text import cell_width, shorten_middle

CELL = 5
MASK = "●"


@dataclass(frozen=True)
class Column:
    """A form: its short head, what its cells show, and its state below."""

    head: str
    cells: tuple[str, ...] = field(default=(), repr=False)
    state: str = ""


class MarkGrid(Widget, can_focus=True):
    """Shows a cursor; every key goes up as a message, so that they keep their order.

    The screen moves the cursor by ``go`` and ``step``. The last row is for sealing.
    """

    DEFAULT_CSS = "MarkGrid { width: 100%; height: auto; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1, 0)", N_("Up"), id="grid.up", show=False),
        Binding("down", "move(1, 0)", N_("Down"), id="grid.down", show=False),
        Binding("left", "move(0, -1)", N_("Left"), id="grid.left", show=False),
        Binding("right", "move(0, 1)", N_("Right"), id="grid.right", show=False),
        Binding("home", "to_row(0)", N_("Top"), id="grid.top", show=False),
        Binding("end", "to_row(-1)", N_("Bottom"), id="grid.bottom", show=False),
        Binding("enter", "enter", N_("Down, or seal"), id="grid.enter", show=False),
        Binding("backspace,delete", "clear", N_("Clear"), id="grid.clear", show=False),
    ]

    class Pressed(Message):
        """A key of a mark, or ``""`` to clear."""

        def __init__(self, char: str) -> None:
            super().__init__()
            self.char = char

    class Wanted(Message):
        """The cursor shall go to another cell: so many on, or ``at`` that row and column."""

        def __init__(
            self, rows: int = 0, columns: int = 0, *, at: tuple[int, int] | None = None
        ) -> None:
            super().__init__()
            self.rows, self.columns, self.at = rows, columns, at

    class Entered(Message):
        """The enter key: one down, or seal."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.labels: tuple[str, ...] = ()
        self.columns: tuple[Column, ...] = ()
        self.foot = ""
        self.row = self.column = 0

    def show(self, labels: Sequence[str], columns: Sequence[Column], foot: str) -> None:
        """Show these rows and columns; ``foot`` names the row for sealing."""
        shape = len(self.labels)
        self.labels, self.columns, self.foot = tuple(labels), tuple(columns), foot
        self.row = min(self.row, len(labels))
        self.column = min(self.column, max(len(columns) - 1, 0))
        self.refresh(layout=len(labels) != shape)

    @property
    def at_seal(self) -> bool:
        """Whether the cursor is on the row for sealing."""
        return self.row == len(self.labels)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """See Textual."""
        return len(self.labels) + 2

    # --- drawing

    def render(self) -> Content:
        """See Textual."""
        width = self.content_size.width
        label = label_width(width)
        shown = self._window((width - label) // CELL)
        lines = [self._line("", label, [self.columns[n].head for n in shown], shown, -1)]
        for row, name in enumerate(self.labels):
            texts = [self.columns[n].cells[row] for n in shown]
            lines.append(self._line(name, label, texts, shown, row))
        states = [self.columns[n].state for n in shown]
        lines.append(self._line(self.foot, label, states, shown, len(self.labels)))
        return Content("\n").join(lines)

    def _window(self, room: int) -> range:
        """The columns that are in sight: the one with the cursor is."""
        room = max(room, 1)
        first = max(0, min(self.column - room // 2, len(self.columns) - room))
        return range(first, min(first + room, len(self.columns)))

    def _line(self, name: str, label: int, texts: Sequence[str], shown: range, row: int) -> Content:
        fitting = shorten_middle(name, label - 1)
        here = row == self.row and self.has_focus
        parts = [plain(fitting + " " * (label - cell_width(fitting)), "bold" if here else "")]
        for n, text in zip(shown, texts, strict=True):
            cursor = n == self.column and row == self.row
            style = "dim" if row < 0 and n != self.column else ""
            if cursor:
                style = "reverse" if self.has_focus else "underline"
            parts.append(plain(_centred(text), style))
        return Content.assemble(*parts)

    # --- keys

    def on_key(self, event: events.Key) -> None:
        """Figures, the decimal sign and n are for the mark."""
        char = event.character or ""
        if char and char in "0123456789.,nN":
            event.stop()
            event.prevent_default()
            self.post_message(self.Pressed(char))

    def on_click(self, event: events.Click) -> None:
        """A click goes to the cell."""
        width = self.content_size.width
        label = label_width(width)
        shown = self._window((width - label) // CELL)
        place = (event.x - label) // CELL
        self.focus()
        if event.x >= label and place < len(shown) and event.y > 0:
            self.post_message(self.Wanted(at=(event.y - 1, shown[place])))

    def action_clear(self) -> None:
        """Nothing stands in the cell any more."""
        self.post_message(self.Pressed(""))

    def action_move(self, rows: int, columns: int) -> None:
        """Move the cursor."""
        self.post_message(self.Wanted(rows, columns))

    def action_to_row(self, row: int) -> None:
        """The first row, or the one for sealing."""
        self.post_message(self.Wanted(at=(len(self.labels) if row < 0 else row, self.column)))

    def action_enter(self) -> None:
        """One down; on the last row, seal."""
        self.post_message(self.Entered())

    def go(self, row: int, column: int) -> None:
        """Put the cursor there, not beyond the edges."""
        self.row = max(0, min(row, len(self.labels)))
        self.column = max(0, min(column, len(self.columns) - 1))
        self.refresh()

    def step(self, rows: int, columns: int = 0) -> None:
        """Move the cursor by so many."""
        self.go(self.row + rows, self.column + columns)


def label_width(width: int) -> int:
    """Cells for the names of the rows."""
    return 26 if width < 100 else 44


def _centred(text: str) -> str:
    left = (CELL - cell_width(text)) // 2
    return " " * left + text + " " * (CELL - left - cell_width(text))
