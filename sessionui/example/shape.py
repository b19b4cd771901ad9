"""The shape of the example's texts, so that both languages hold exactly the same things."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from sessionui.domain.indicators import Meaning
from sessionui.domain.kinds import StageKey
from sessionui.domain.sides import SideKey

PersonKey = Literal[
    "marijke", "joost", "fatima", "peter", "sandra", "dirk", "murat", "ineke", "tomasz"
]
IndicatorKey = Literal["proactivity", "openness", "reachability", "agreements", "ideas", "respect"]
CandidateKey = Literal[
    "proactivity",
    "reachability",
    "agreements",
    "ideas",
    "reports",
    "workmanship",
    "openness",
    "reachable",
    "ahead",
    "respect",
    "trust",
]
SessionKey = Literal["kickoff", "first", "second", "third", "fourth", "ready", "prepared"]


@dataclass(frozen=True)
class Talk:
    """What was noted on one indicator: said, said back by the receivers, and what goes well."""

    said: str
    heard: str = ""
    goes_well: str = ""


@dataclass(frozen=True)
class ActionText:
    """An agreed action and how one sees that it is done."""

    text: str
    done_when: str


@dataclass(frozen=True)
class Figure:
    """A hard figure of the quarter."""

    name: str
    value: str
    target: str
    comment: str = ""


@dataclass(frozen=True)
class GoingOn:
    """What is going on at a side, the help it wants, and what both do."""

    side: SideKey
    text: str
    help_wanted: str
    joint_action: str


@dataclass(frozen=True)
class SessionTexts:
    """What was written down in one session.

    ``outcomes``, ``actions``: by number of the action. ``reasons``, ``own_reasons``: by rater and
    indicator. ``decisions``, ``parked``: in the order of the plan. ``private``: the facilitator's
    own notes by stage.
    """

    place: str
    purpose: str
    kpis: tuple[Figure, ...] = ()
    issues: tuple[GoingOn, ...] = ()
    outcomes: Mapping[int, str] = field(default_factory=dict)
    reasons: Mapping[PersonKey, Mapping[IndicatorKey, str]] = field(default_factory=dict)
    own_reasons: Mapping[PersonKey, Mapping[IndicatorKey, str]] = field(default_factory=dict)
    talks: Mapping[IndicatorKey, Talk] = field(default_factory=dict)
    actions: Mapping[int, ActionText] = field(default_factory=dict)
    decisions: tuple[str, ...] = ()
    parked: tuple[str, ...] = ()
    objections: str = ""
    surprise_note: str = ""
    check_out: str = ""
    private: Mapping[StageKey, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Texts:
    """The example in one language. ``sharpened``: the second wording of the first indicator."""

    contract: str
    facilitator: str
    ground_rules: str
    roles: Mapping[PersonKey, str]
    candidates: Mapping[CandidateKey, str]
    meanings: Mapping[IndicatorKey, Meaning]
    sharpened: Meaning
    sharpened_reason: str
    sessions: Mapping[SessionKey, SessionTexts]
