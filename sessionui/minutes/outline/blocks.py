"""What minutes are made of, whatever the format: headings, paragraphs, tables, pictures.

Every text in here is plain text; each writer escapes it in its own way. A newline in a text is a
new line, not a paragraph.
"""

from dataclasses import dataclass, field
from typing import Final, Literal

from sessionui.minutes.choices import House, Part

Tone = Literal["", "strong", "soft", "a", "b"]
"""Strong or soft, or the colour of a side; the words never depend on it."""


@dataclass(frozen=True)
class Run:
    """A stretch of text in one tone."""

    text: str
    tone: Tone = ""


Series = Literal["a", "b", "overall"]

Line = tuple[Run, ...]
Cell = tuple[Line, ...]


def line(text: str, tone: Tone = "") -> Line:
    """A line of one stretch."""
    return (Run(text, tone),)


def cell(*lines: Line | str) -> Cell:
    """A cell of a table: its lines, empty ones left out."""
    made = (line(entry) if isinstance(entry, str) else entry for entry in lines)
    return tuple(entry for entry in made if any(run.text.strip() for run in entry))


@dataclass(frozen=True)
class Heading:
    """1 is the title, 2 a section, 3 an indicator; ``part`` tells a section by its content."""

    level: Literal[1, 2, 3]
    text: str
    part: Part | None = None


@dataclass(frozen=True)
class Paragraph:
    """Text; ``lead`` is a meaning that everything below goes by, ``figure`` one large figure."""

    line: Line
    style: Literal["", "lead", "soft", "figure"] = ""


@dataclass(frozen=True)
class Label:
    """A few words above what follows, less than a heading."""

    line: Line


@dataclass(frozen=True)
class Banner:
    """What must not be missed: these minutes are a draft, or an example."""

    word: str
    text: str


@dataclass(frozen=True)
class Facts:
    """Names with their values, one a row."""

    rows: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True)
class Bullets:
    """A list without numbers."""

    items: tuple[Line, ...]


@dataclass(frozen=True)
class Table:
    """A table with a header row; ``widths`` are shares, ``numeric`` the places of columns."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    numeric: tuple[int, ...] = ()


@dataclass(frozen=True)
class SideScore:
    """What one side gave: the direction, the mark in large, and what goes with it."""

    label: str
    mark: str
    shown: bool
    details: tuple[str, ...]


@dataclass(frozen=True)
class Scoreboard:
    """Both sides' marks, side a left, side b right."""

    a: SideScore
    b: SideScore


@dataclass(frozen=True)
class Lane:
    """What a picture shows of one side; marks 1 to 10.

    ``dots`` are raters' marks where names allow; else ``low``, ``median``, ``high`` are drawn.
    ``note`` stands in place of everything that must not be drawn.
    """

    mean: float | None = None
    mean_label: str = ""
    dots: tuple[float, ...] = ()
    low: float | None = None
    median: float | None = None
    high: float | None = None
    note: str = ""


@dataclass(frozen=True)
class Dumbbell:
    """One indicator on the axis from 1 to 10. The figures beside it say it all in words.

    ``own_a``: what side a gave itself, if that was asked and may be shown.
    """

    title: str
    description: str
    a: Lane
    b: Lane
    pass_label: str
    own_a: Lane | None = None
    own_b: Lane | None = None


@dataclass(frozen=True)
class ChartPoint:
    """One round in a chart; ``values`` and ``labels`` by series, ``breaks`` whether a line ends."""

    label: str
    values: tuple[float | None, ...]
    labels: tuple[str, ...]
    breaks: tuple[bool, ...]


@dataclass(frozen=True)
class Chart:
    """Lines over the rounds; one series a side, or one for the overall mark."""

    title: str
    description: str
    points: tuple[ChartPoint, ...]
    series: tuple[Series, ...]
    pass_label: str
    break_label: str


@dataclass(frozen=True)
class History:
    """Rounds as a table, with their chart beside it where pictures can be drawn."""

    chart: Chart
    table: Table


@dataclass(frozen=True)
class Pair:
    """What both sides said, side a left and side b right where there is room."""

    a: tuple["Block", ...]
    b: tuple["Block", ...]


@dataclass(frozen=True)
class Group:
    """Blocks that belong on one page."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class Together:
    """A few short blocks that no page may part, such as a confirmation and its hash."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class Signing:
    """Room to sign on paper: a row a side with its name, who signs, a date, and a line."""

    header: tuple[str, str, str, str]
    rows: tuple[tuple[Line, str], ...]


SIGNING_WIDTHS: Final = (26, 26, 18, 30)
"""Shares of the columns of ``Signing``."""

Block = (
    Heading
    | Paragraph
    | Label
    | Banner
    | Facts
    | Bullets
    | Table
    | Scoreboard
    | Dumbbell
    | History
    | Pair
    | Group
    | Together
    | Signing
)


@dataclass(frozen=True)
class Outline:
    """The whole minutes in one language, ready to be written in any format.

    ``title`` is for the window and the file's properties, ``running`` for the head of each page,
    ``notice`` the words that mark a draft or an example, ``page`` a template with {page}, {pages},
    ``watermark`` the word across each page of a draft, ``foot`` what stands beside the number,
    the ``version`` last.
    """

    title: str
    running: str
    notice: str
    page: str
    blocks: tuple[Block, ...]
    watermark: str = ""
    foot: str = ""
    version: str = ""
    house: House = field(default_factory=House)
