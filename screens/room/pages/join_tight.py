"""Codes in a low window, the Wi-Fi's beside the page's, and around them what to type.

In a *strip* address and code stand below the codes in large letters. Where the codes leave no four
rows for it the page's code makes a *column* with the code to type in large letters, and the address
in one line above.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product, zip_longest
from typing import Final

from textual.content import Content

from screens.plain import joined, plain
from screens.room.layout import EMPTY, Lines, padded
from screens.widgets.letters import fitting_letters, letters
from screens.widgets.qr_code import BLACK, WHITE, Drawing, Matrix, drawing
from sessionui.domain.room.topic import JoinCode
from sessionui.locale import _
from sessionui.text import cell_width, one_line, shorten_middle

GAP: Final = 3
"""Cells between the codes."""
STRIP: Final = 4
"""Rows of large letters."""
NOTED: Final = 2
"""Rows that are kept free for notes if possible."""

Notes = Callable[[int], Sequence[Content]]
"""What else there is to say in so many cells: two lines at least, the most important first."""


def tight(
    join: JoinCode, notes: Notes, width: int, heights: Sequence[int]
) -> tuple[Lines, int] | None:
    """All of it in ``width`` cells and the first of these ``heights`` that will do, and which.

    ``None`` where the codes don't fit.
    """
    wifi, room = matrices_of(join.wifi_scan), matrices_of(join.scan)
    if room and join.typed:
        page = _Tight(join, wifi, room, notes, width)
        shapes = (page.with_strip, page.with_column) if wifi else (page.alone,)
        for arranged, noted in product(shapes, (NOTED, 0)):
            for height in heights:
                if lines := arranged(height, noted):
                    return lines, height
    return None


def matrices_of(codes: tuple[tuple[str, ...], ...]) -> tuple[Matrix, ...]:
    """Codes as scenes carry them, as matrices."""
    return tuple(tuple(tuple(char == "1" for char in row) for row in code) for code in codes)


def drawn_lines(code: Drawing) -> list[Content]:
    """A drawing as lines, black on white whatever the theme."""
    lines = []
    for y in range(code.height):
        parts = []
        for segment in code.row(y):
            style = segment.style
            ink = style.color.name if style and style.color else BLACK
            ground = style.bgcolor.name if style and style.bgcolor else WHITE
            parts.append(Content.styled(segment.text, f"{ink} on {ground}"))
        lines.append(Content.assemble(*parts))
    return lines


def password(word: str) -> Content:
    """The password of the Wi-Fi, called one; nothing for an open network."""
    return plain(_("Password: {password}").format(password=word) if word else "")


@dataclass(frozen=True)
class _Tight:
    join: JoinCode
    wifi: Sequence[Matrix]
    room: Sequence[Matrix]
    notes: Notes
    width: int

    def with_strip(self, height: int, noted: int) -> Lines | None:
        """Address and code in large letters below the codes."""
        rows = height - STRIP
        strip = self._strip()
        one = drawing(self.wifi, self.width, rows - len(self._head(self.width)))
        other = drawing(self.room, self.width, rows - 1 - noted)
        if not strip or one is None or other is None:
            return None
        left = max(one.width, *(line.cell_length for line in self._head(self.width)))
        if not self._fits(other, left):
            return None
        scan = self._scan_or_type(self.width - GAP - left - 2)
        right = [_label("2", scan), *drawn_lines(other)]
        body = self._halves(one, right, left, rows)
        return (*body, *[EMPTY] * (rows - len(body)), *strip)

    def alone(self, height: int, noted: int) -> Lines | None:
        """Without a Wi-Fi: address and code in large letters below the one code."""
        rows = height - STRIP
        strip = self._strip()
        found = drawing(self.room, self.width, rows - 1 - noted // 2)
        if not strip or found is None:
            return None
        notes = self._noted(self.width - GAP - found.width)[: rows - 1]
        above = max((rows - len(notes)) // 2, 1)
        right = [*[EMPTY] * (above - 1), *notes]
        body = [
            _label("", self._scan_or_type(self.width)),
            *_side_by_side(drawn_lines(found), right, found.width),
        ]
        return (*body, *[EMPTY] * (rows - len(body)), *strip)

    def with_column(self, height: int, noted: int) -> Lines | None:
        """The code in large letters below the one to scan."""
        one = drawing(self.wifi, self.width, height - len(self._head(self.width)))
        other = drawing(self.room, self.width, height - 2 - STRIP - noted)
        if one is None or other is None:
            return None
        code = fitting_letters(self.join.code, self.width - GAP - one.width)
        if code is None or not self._fits(other, one.width):
            return None
        right = [
            _label("2", self._scan),
            self._typed(self.width - GAP - one.width),
            *drawn_lines(other),
            *(Content.styled(row, "bold $accent") for row in code),
        ]
        return tuple(self._halves(one, right, one.width, height))

    @property
    def _scan(self) -> str:
        return _("Minutes and actions") if self.join.to_take_home else _("Scan, or type")

    def _scan_or_type(self, cells: int) -> str:
        """What the large letters below are too, if there is room."""
        both = _("Scan, or type address and code")
        if self.join.to_take_home:
            both = _("Minutes and actions: address and code")
        return both if cell_width(both) <= cells else self._scan

    def _strip(self) -> list[Content]:
        """Address and code in large letters, the code in bold ones if there is room."""
        for bold in (True, False):
            code = letters(self.join.code, bold=bold)
            room = self.width - GAP - len(code[0]) if code else 0
            typed = fitting_letters(self.join.typed, room)
            if code and typed:
                gap = " " * (self.width - len(typed[0]) - len(code[0]))
                return [
                    joined(plain(a, "bold"), gap, plain(b, "bold $accent"))
                    for a, b in zip(typed, code, strict=True)
                ]
        return []

    def _typed(self, width: int) -> Content:
        """The address in one line, and that the code goes with it if there is room."""
        typed = plain(f"  {self.join.typed}", "bold")
        both = joined(typed, plain(f" {_('and the code')}"))
        return both if both.cell_length <= width else typed

    def _head(self, width: int) -> list[Content]:
        """Name and password of the network; only the name is shortened."""
        before = f"{_('Wi-Fi')} "
        name = shorten_middle(one_line(self.join.wifi_name), width - 2 - cell_width(before))
        lines = [_label("1", f"{before}{name}")]
        if word := self.join.wifi_password:
            named = password(word)
            lines.append(joined("  ", named if named.cell_length + 2 <= width else word))
        return lines

    def _fits(self, room: Drawing, left: int) -> bool:
        """Whether there is room for both halves, and for a password that is whole."""
        return (
            self.width - GAP - left >= max(room.width, cell_width(self.join.typed) + 2)
            and cell_width(self.join.wifi_password) + 2 <= left
        )

    def _halves(
        self, wifi: Drawing, right: Sequence[Content], left: int, rows: int
    ) -> list[Content]:
        """Both halves side by side, below the right one what else there is to say."""
        notes = self._noted(self.width - GAP - left)[: rows - len(right)]
        # Of one side alone says nothing.
        said = notes if len(notes) > 1 else []
        return _side_by_side([*self._head(left), *drawn_lines(wifi)], [*right, *said], left)

    def _noted(self, cells: int) -> list[Content]:
        return [line.truncate(cells, ellipsis=True) for line in self.notes(cells)]


def _side_by_side(left: Sequence[Content], right: Sequence[Content], width: int) -> list[Content]:
    return [
        joined(padded(one or EMPTY, width), " " * GAP, other or EMPTY)
        for one, other in zip_longest(left, right)
    ]


def _label(number: str, text: str) -> Content:
    before = plain(f"{number} ", "bold $accent") if number else plain("")
    return joined(before, plain(text, "bold"))
