"""What a screen of the facilitator puts before the room."""

from typing import Literal

from sessionui.domain.overview import Sorting
from sessionui.domain.record import Record
from sessionui.domain.sides import SideKey

TopicKind = Literal[
    "blank",
    "welcome",
    "look_back",
    "writing",
    "candidates",
    "vote",
    "set",
    "meaning",
    "turnout",
    "reveal",
    "overview",
    "year",
    "actions",
    "read_back",
    "minutes",
    "closing",
    "join_code",
]
Part = Literal["actions", "figures", "issues"]


class TypedAction(Record):
    """An action while it is typed. On the wall only where the facilitator turned that on."""

    number: int
    text: str = ""
    done_when: str = ""
    owner_id: str | None = None
    due: str = ""


class JoinCode(Record):
    """How phones come in: the address and code to type, and codes to scan.

    ``title``: what the code holds, where that is not the way in.

    A code to scan is in rows of 0 and 1; the same one in several sizes, the best first.
    ``smaller``: the same with less text in it, for a window in which no size of the code fits.
    """

    title: str = ""
    typed: str = ""
    code: str = ""
    scan: tuple[tuple[str, ...], ...] = ()
    wifi_name: str = ""
    wifi_password: str = ""
    wifi_scan: tuple[tuple[str, ...], ...] = ()
    to_take_home: bool = False
    smaller: "JoinCode | None" = None


class Topic(Record):
    """What is before the room; ``scene_of`` makes the scene of it, and leaves out what is sealed.

    ``indicator_id``: of meaning and reveal. ``place``: the action that is looked at or read, from
    0; of the minutes and the reasons, how far they are read, in percent.
    ``edition`` and ``code``: number and hash of the minutes where they are confirmed. ``old``: it
    is a version that no longer counts; ``replaced_by``: by which, 0 while that is a draft.
    ``line``: the line over the rounds takes the place of the axis at the reveal.
    ``part``: of the look-back. ``turn``: the side that writes. ``sort``: of the overview.
    """

    kind: TopicKind
    indicator_id: str | None = None
    place: int | None = None
    part: Part = "actions"
    turn: SideKey | None = None
    sort: Sorting = "order"
    line: bool = False
    typed: TypedAction | None = None
    join: JoinCode | None = None
    edition: int = 0
    code: str = ""
    old: bool = False
    replaced_by: int = 0
