"""The parts that scenes are made of: plain values, each of which the room may see."""

from datetime import date
from decimal import Decimal

from pydantic import Field

from sessionui.domain.pictures import IndicatorPicture, Remark
from sessionui.domain.record import Record
from sessionui.domain.sides import SideKey
from sessionui.domain.terms import Outcome
from sessionui.domain.year import Deed, YearLine


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


class Reason(Record):
    """A reason that the room asked for; name and mark where the round is by name."""

    side: SideKey
    own: bool = False
    text: str = Field(repr=False)
    name: str = ""
    mark: float | None = Field(default=None, repr=False)


class Shown(Record):
    """Everything of one revealed indicator that stands on the wall.

    ``a`` and ``b``: what each side gave over the rounds of ``days``. ``reasons`` are ``None``
    until the room asks for them.
    """

    picture: IndicatorPicture
    remarks: tuple[Remark, ...] = Field(default=(), repr=False)
    days: tuple[date, ...] = ()
    a: YearLine = YearLine(points=())
    b: YearLine = YearLine(points=())
    deeds: tuple[Deed, ...] = ()
    agreed_mark: float | None = Field(default=None, repr=False)
    reasons: tuple[Reason, ...] | None = None
    threshold: int = 0


class Agreed(Record):
    """An action as it was recorded.

    ``told_on``: the day on which its outcome was told, outside a session; ``None``: in this one.
    """

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
    told_on: date | None = None


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
