"""A screenshot drawn again, so that it looks the same in every viewer and loads nothing.

A terminal picture leans on one font; where that is missing, columns drift and blocks leave gaps.
Here every word has its own place, and blocks and lines are shapes.
"""

import re
from collections import Counter
from dataclasses import dataclass
from html import escape, unescape

CELL_WIDTH, CELL_HEIGHT = 10, 20
FONT = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"

# As Rich draws them: cells of 12.2 by 24.4, the text of the first line at 20.
_WIDE, _HIGH, _BASELINE = 12.2, 24.4, 20
_GROUND = re.compile(
    r'<rect fill="(#\w+)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="[\d.]+" '
    r'shape-rendering="crispEdges"'
)
_STYLE = re.compile(r"-(r\d+) \{ fill: (#\w+)(;[^}]*)? \}")
_TEXT = re.compile(r'<text class="[\w-]+-(r\d+)" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</text>')

# Letters that every fixed-width font has stand together; any other sign stands alone.
_WORD = re.compile(r"[!-~\u00a1-\u024f]+|\S")

Box = tuple[float, float, float, float]
"""Left, top, width, height in parts of a cell."""

_BLOCKS: dict[str, Box] = {
    "█": (0, 0, 1, 1),
    "▀": (0, 0, 1, 0.5),
    "▌": (0, 0, 0.5, 1),
    "▐": (0.5, 0, 0.5, 1),
    **{block: (0, 1 - n / 8, 1, n / 8) for n, block in enumerate("▁▂▃▄▅▆▇", start=1)},
}
_QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""By the sum of 1 upper left, 2 upper right, 4 lower left, 8 lower right."""

_SHADES = {"░": 0.25, "▒": 0.5, "▓": 0.75}

# Lines: which arms they have (left, right, up, down), and how thick.
_ARMS = {
    **dict.fromkeys("─━", "lr"),
    **dict.fromkeys("│┃", "ud"),
    **dict.fromkeys("╭┌┏", "rd"),
    **dict.fromkeys("╮┐┓", "ld"),
    **dict.fromkeys("╰└┗", "ru"),
    **dict.fromkeys("╯┘┛", "lu"),
    **dict.fromkeys("├┣", "rud"),
    **dict.fromkeys("┤┫", "lud"),
    **dict.fromkeys("┬┳", "lrd"),
    **dict.fromkeys("┴┻", "lru"),
    **dict.fromkeys("┼╋", "lrud"),
    "╸": "l",
    "╺": "r",
    "╹": "u",
    "╻": "d",
}
_HEAVY = frozenset("━┃┏┓┗┛┣┫┳┻╋╸╺╹╻")


@dataclass(frozen=True)
class Style:
    """How letters look."""

    colour: str
    more: str

    @property
    def attributes(self) -> str:
        """As SVG attributes."""
        bold = ' font-weight="bold"' if "bold" in self.more else ""
        return f'fill="{self.colour}"{bold}'


def redrawn(svg: str, columns: int, lines: int) -> str:
    """The screenshot as Textual exports it, drawn again; ``columns`` by ``lines`` cells."""
    grounds = [
        (colour, round(float(x) / _WIDE), round((float(y) - 1.5) / _HIGH), float(width) / _WIDE)
        for colour, x, y, width in _GROUND.findall(svg)
    ]
    areas: Counter[str] = Counter()
    for colour, _, _, width in grounds:
        areas[colour] += round(width)
    ground = areas.most_common(1)[0][0]
    width, height = columns * CELL_WIDTH, lines * CELL_HEIGHT
    size = f'width="{width}" height="{height}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {size}',
        f'  font-family="{FONT}" font-size="16.5" xml:space="preserve">',
        f'<rect {size} rx="4" fill="{ground}"/>',
    ]
    parts += [
        rectangle((x, y, wide, 1), f'fill="{colour}"')
        for colour, x, y, wide in grounds
        if colour != ground
    ]
    styles = {name: Style(colour, more) for name, colour, more in _STYLE.findall(svg)}
    for name, x, y, text in _TEXT.findall(svg):
        place = round(float(x) / _WIDE), round((float(y) - _BASELINE) / _HIGH)
        parts += letters(unescape(text).replace("\xa0", " ").rstrip("\n"), *place, styles[name])
    return "\n".join([*parts, "</svg>"]) + "\n"


def rectangle(box: Box, attributes: str) -> str:
    """A filled rectangle; ``box`` in cells from the top left."""
    left, top, wide, high = box
    size = (left * CELL_WIDTH, top * CELL_HEIGHT, wide * CELL_WIDTH, high * CELL_HEIGHT)
    x, y, width, height = (f"{n:.2f}".rstrip("0").rstrip(".") for n in size)
    return (
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" {attributes} '
        'shape-rendering="crispEdges"/>'
    )


def letters(text: str, column: int, line: int, style: Style) -> list[str]:
    """One run of text: its words, each at its place; blocks and lines as shapes."""
    found: list[str] = []
    shapes = [(n, box) for n, char in enumerate(text) for box in boxes(char)]
    for n, (left, top, wide, high) in _joined(shapes):
        found.append(rectangle((column + n + left, line + top, wide, high), style.attributes))
    for n, char in enumerate(text):
        if char in _SHADES:
            shade = f'{style.attributes} fill-opacity="{_SHADES[char]}"'
            found.append(rectangle((column + n, line, 1, 1), shade))
    words = (w for w in _WORD.finditer(text) if w[0] not in _SHADES and not boxes(w[0]))
    return found + [written(w[0], column + w.start(), line, style) for w in words]


def written(word: str, column: int, line: int, style: Style) -> str:
    """A word, which a viewer's font may make a little wider or narrower; a sign in its middle."""
    x, y = column * CELL_WIDTH, line * CELL_HEIGHT + 15
    place = f'x="{x}" y="{y}" textLength="{len(word) * CELL_WIDTH}"'
    if len(word) == 1:
        place = f'x="{x + CELL_WIDTH // 2}" y="{y}" text-anchor="middle"'
    return f"<text {place} {style.attributes}>{escape(word, quote=False)}</text>"


def boxes(char: str) -> list[Box]:
    """The shapes that a block or a line is made of; none for a letter."""
    if char in _BLOCKS:
        return [_BLOCKS[char]]
    if char in _QUARTERS and char != " ":
        corners = [(0, 0), (0.5, 0), (0, 0.5), (0.5, 0.5)]
        which = _QUARTERS.index(char)
        return [(*at, 0.5, 0.5) for n, at in enumerate(corners) if which & 1 << n]
    thick = 0.3 if char in _HEAVY else 0.12  # of the width; half of that of the height
    across, up = thick, thick / 2
    arms: dict[str, Box] = {
        "l": (0, 0.5 - up / 2, 0.5 + across / 2, up),
        "r": (0.5 - across / 2, 0.5 - up / 2, 0.5 + across / 2, up),
        "u": (0.5 - across / 2, 0, across, 0.5 + up / 2),
        "d": (0.5 - across / 2, 0.5 - up / 2, across, 0.5 + up / 2),
    }
    if _ARMS.get(char) == "lr":
        return [(0, 0.5 - up / 2, 1, up)]
    return [arms[arm] for arm in _ARMS.get(char, "")]


def _joined(shapes: list[tuple[int, Box]]) -> list[tuple[int, Box]]:
    """Full-width shapes that follow each other, as one."""
    found: list[tuple[int, Box]] = []
    for n, box in shapes:
        if found:
            before, (left, top, wide, high) = found[-1]
            full = left == 0 and box[0] == 0 and box[2] == 1 and wide == n - before
            if full and (top, high) == (box[1], box[3]):
                found[-1] = before, (0, top, wide + 1, high)
                continue
        found.append((n, box))
    return found
