"""The parts that scenes are made of: plain values, each of which the room may see."""

from datetime import date
from decimal import Decimal

from pydantic import Field

from sessionui.domain.agreements import Outcome
from sessionui.domain.history import Break
from sessionui.domain.record import Record
from sessionui.domain.sides import SideKey


class Clock(Record):
    """Time used and budgeted in seconds, at the moment the scene was made."""

    used: int
    budget: int
    paused: bool = False


class Answered(Record):
    """n of N of a side; never who."""

    side: SideKey
    n: int
    total: int


class Said(Record):
    """A sentence to translate: its template, marks and words that go into it."""

    template: str
    marks: dict[str, Decimal] = Field(default={}, repr=False)
    words: dict[str, str] = {}


class Row(Record):
    """What one side gave on an indicator, ``own``: to itself; revealed.

    ``marks`` where names allow every dot, else ``low``, ``middle`` and ``high``. Nothing of it
    where ``hidden`` (side secrecy, below the threshold).
    """

    side: SideKey
    own: bool = False
    n: int
    total: int
    not_applicable: int = 0
    hidden: bool = False
    mean: Decimal | None = Field(default=None, repr=False)
    low: float | None = Field(default=None, repr=False)
    middle: float | None = Field(default=None, repr=False)
    high: float | None = Field(default=None, repr=False)
    marks: tuple[float, ...] = Field(default=(), repr=False)


class Moment(Record):
    """A point of a line over the quarters."""

    session_id: str = ""
    date: date
    value: Decimal | None = Field(default=None, repr=False)
    n: int = 0
    total: int = 0
    break_before: Break = ""


class Reason(Record):
    """A reason that the room asked for; name and mark where the round is by name."""

    side: SideKey
    own: bool = False
    text: str = Field(repr=False)
    name: str = ""
    mark: float | None = Field(default=None, repr=False)


class Shown(Record):
    """Everything of one revealed indicator that stands on the wall."""

    rows: tuple[Row, ...]
    apart: Decimal | None = Field(default=None, repr=False)
    talk: tuple[Said, ...] = ()
    line_a: tuple[Moment, ...] = ()
    line_b: tuple[Moment, ...] = ()
    agreed_mark: float | None = Field(default=None, repr=False)
    reasons: tuple[Reason, ...] | None = None
    threshold: int = 0

    def row(self, side: SideKey, *, own: bool = False) -> Row | None:
        """What ``side`` gave the other, or itself."""
        return next((r for r in self.rows if r.side == side and r.own == own), None)


class Agreed(Record):
    """An action as it was recorded."""

    number: int
    text: str
    done_when: str = ""
    owner: str = ""
    side: SideKey | None = None
    due: date | None = None
    indicator: str = ""
    quick_win: bool = False
    today: bool = True
    overdue: bool = False
    outcome: Outcome | None = None
    note: str = ""


class Numbered(Record):
    """A decision."""

    number: int
    text: str


class Typing(Record):
    """An action while it is typed, where the facilitator shows that."""

    number: int
    text: str = ""
    done_when: str = ""
    owner: str = ""
    side: SideKey | None = None
    due: str = ""


class Compared(Record):
    """One indicator of the overview: both means once it is revealed, and why to talk of it."""

    name: str
    revealed: bool = False
    mean_a: Decimal | None = Field(default=None, repr=False)
    mean_b: Decimal | None = Field(default=None, repr=False)
    talk: Said | None = None


class Together(Record):
    """The overall mark: over how many indicators of how many."""

    mark: Decimal | None = Field(default=None, repr=False)
    mean_a: Decimal | None = Field(default=None, repr=False)
    mean_b: Decimal | None = Field(default=None, repr=False)
    counted: int = 0
    total: int = 0


class Figure(Record):
    """A hard figure of the quarter."""

    name: str
    value: str = ""
    target: str = ""


class GoingOn(Record):
    """What is going on at a side."""

    side: SideKey
    text: str
    help_wanted: str = ""
    joint_action: str = ""


class OverTime(Record):
    """One indicator over all rounds, what either side gave."""

    name: str
    line_a: tuple[Moment, ...] = ()
    line_b: tuple[Moment, ...] = ()


class Item(Record):
    """A stage of the agenda: its key, minutes, and where we are."""

    key: str
    minutes: int
    done: bool = False
    here: bool = False


class Word(Record):
    """A proposed indicator; dots once the result of the vote is shown."""

    text: str
    side: SideKey | None = None
    merged: tuple[str, ...] = ()
    dots: int | None = None
    chosen: bool = False
