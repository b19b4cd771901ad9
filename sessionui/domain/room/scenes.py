"""The scenes of the wall, told apart by ``kind``. They hold only what the room may see."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from sessionui.domain.indicators import Meaning
from sessionui.domain.overview import Overview as AllOfThem
from sessionui.domain.overview import Sorting
from sessionui.domain.record import Record
from sessionui.domain.room.parts import (
    Agreed,
    Answered,
    Clock,
    Figure,
    GoingOn,
    Item,
    Numbered,
    Shown,
    Together,
    Typing,
    Word,
)
from sessionui.domain.room.topic import JoinCode, Part
from sessionui.domain.sides import SideKey
from sessionui.domain.year import Year as AllRounds
from sessionui.domain.year import YearLine


class Common(Record):
    """What stands on every scene: both sides, the session, and how the facilitator's app looks.

    ``language`` and ``theme`` may be ``""``: as the audience window has them itself.
    """

    name_a: str = ""
    name_b: str = ""
    session_kind: str = ""
    day: date | None = None
    example: bool = False
    rehearsal: bool = False
    language: str = ""
    theme: str = ""
    clock: Clock | None = None

    @property
    def names(self) -> dict[SideKey, str]:
        """The organisation on each side."""
        return {"a": self.name_a, "b": self.name_b}


class Away(Common):
    """No session is there to follow."""

    kind: Literal["away"] = "away"


class Blank(Common):
    """Nothing, for a while: the names alone."""

    kind: Literal["blank"] = "blank"


class Welcome(Common):
    """Who meets, what for, and the agenda."""

    kind: Literal["welcome"] = "welcome"
    place: str = ""
    purpose: str = ""
    ground_rules: str = ""
    agenda: tuple[Item, ...] = ()


class LookBack(Common):
    """What became of earlier agreements; the hard figures; what is going on."""

    kind: Literal["look_back"] = "look_back"
    part: Part = "actions"
    actions: tuple[Agreed, ...] = ()
    at: int | None = None
    figures: tuple[Figure, ...] = ()
    issues: tuple[GoingOn, ...] = ()


class Writing(Common):
    """Silent writing: whose turn it is, and the clock. Nothing of what is written."""

    kind: Literal["writing"] = "writing"
    turn: SideKey | None = None


class Candidates(Common):
    """The one list, after both sides' words were shown."""

    kind: Literal["candidates"] = "candidates"
    words: tuple[Word, ...] = ()


class Voting(Common):
    """The blind vote goes on: how many have voted."""

    kind: Literal["voting"] = "voting"
    dots_each: int = 0
    n: int = 0
    total: int = 0


class Votes(Common):
    """The result of the vote, and what is chosen."""

    kind: Literal["votes"] = "votes"
    words: tuple[Word, ...] = ()
    chosen: tuple[str, ...] = ()


class MeaningOf(Common):
    """What one indicator means between these two."""

    kind: Literal["meaning"] = "meaning"
    name: str = ""
    place: int = 0
    total: int = 0
    meaning: Meaning = Meaning()


class Turnout(Common):
    """How many have answered, by side; never who, never what."""

    kind: Literal["turnout"] = "turnout"
    sides: tuple[Answered, ...] = ()
    secrecy: Literal["name", "side"] = "name"
    threshold: int = 0
    locked: bool = False


class Reveal(Common):
    """One indicator: under the veil while ``shown`` is ``None``.

    ``line``: the line over the rounds takes the place of the axis. ``read``: how far the
    facilitator has read the written reasons, in percent.
    """

    kind: Literal["reveal"] = "reveal"
    name: str = ""
    place: int = 0
    total: int = 0
    meaning: str = ""
    sides: tuple[Answered, ...] = ()
    shown: Shown | None = None
    line: bool = False
    read: int = 0


class Overview(Common):
    """All indicators on one axis."""

    kind: Literal["overview"] = "overview"
    overview: AllOfThem = AllOfThem(rows=())
    by: Sorting = "order"


class Year(Common):
    """All indicators over all rounds."""

    kind: Literal["year"] = "year"
    year: AllRounds = AllRounds(days=(), overall=YearLine(points=()), indicators=())


class Actions(Common):
    """Actions and decisions as recorded; the one being typed where the facilitator shows it."""

    kind: Literal["actions"] = "actions"
    actions: tuple[Agreed, ...] = ()
    decisions: tuple[Numbered, ...] = ()
    typing: Typing | None = None


class ReadBack(Common):
    """One action at a time, large; after the last one whether there is consent."""

    kind: Literal["read_back"] = "read_back"
    actions: tuple[Agreed, ...] = ()
    at: int = 0
    objections: str = ""
    consent: bool | None = None


class Minutes(Common):
    """What the minutes will say: overall mark, decisions, actions, who confirmed.

    ``read``: how far the facilitator has read them, in percent. ``edition`` and ``code``: number
    and hash once they are confirmed. Of an ``old`` version nothing but that is shown.
    """

    kind: Literal["minutes"] = "minutes"
    edition: int = 0
    code: str = ""
    old: bool = False
    replaced_by: int = 0
    read: int = 0
    actions: tuple[Agreed, ...] = ()
    decisions: tuple[Numbered, ...] = ()
    parked: tuple[str, ...] = ()
    together: Together = Together()
    confirmed: tuple[SideKey, ...] = ()


class Closing(Common):
    """The overall mark and its line, the next date, who confirmed.

    ``edition`` and ``code``: number and hash of the minutes once they are confirmed.
    """

    kind: Literal["closing"] = "closing"
    edition: int = 0
    code: str = ""
    together: Together = Together()
    days: tuple[date, ...] = ()
    line: YearLine = YearLine(points=())
    actions: int = 0
    decisions: int = 0
    next_session: date | None = None
    confirmed: tuple[SideKey, ...] = ()


class Join(Common):
    """How phones come in, and how many have answered."""

    kind: Literal["join_code"] = "join_code"
    join: JoinCode = JoinCode()
    sides: tuple[Answered, ...] = ()


Scene = (
    Away
    | Blank
    | Welcome
    | LookBack
    | Writing
    | Candidates
    | Voting
    | Votes
    | MeaningOf
    | Turnout
    | Reveal
    | Overview
    | Year
    | Actions
    | ReadBack
    | Minutes
    | Closing
    | Join
)

_ADAPTER: TypeAdapter[Scene] = TypeAdapter(Annotated[Scene, Field(discriminator="kind")])


def read_scene(text: str) -> Scene:
    """The scene that was written as JSON. Raises ``ValueError`` for anything else."""
    return _ADAPTER.validate_json(text)
