"""What happens in the example, whatever the language: who is there, which marks, which agreements.

Marks are written as on a score sheet: one row a rater, the six indicators in their order, first
about the other side, then about their own; ``-`` is not applicable.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sessionui.domain.kinds import StageKey
from sessionui.domain.sides import SideKey
from sessionui.domain.terms import Outcome, Presence, Secrecy, Surprise
from sessionui.example.shape import CandidateKey, IndicatorKey, PersonKey, SessionKey

NAMES: dict[SideKey, str] = {"a": "Noorderhaven", "b": "Helderwit"}
REFERENCE = "NH-2417"

PEOPLE: dict[PersonKey, tuple[SideKey, str]] = {
    "marijke": ("a", "Marijke de Wit"),
    "joost": ("a", "Joost Brandsma"),
    "fatima": ("a", "Fatima El Amrani"),
    "peter": ("a", "Peter Hoekstra"),
    "sandra": ("b", "Sandra Kuipers"),
    "dirk": ("b", "Dirk Meulenbelt"),
    "ineke": ("b", "Ineke Vos"),
    "tomasz": ("b", "Tomasz Nowak"),
    "murat": ("b", "Murat Yıldız"),
}
LEAVES: PersonKey = "dirk"
COMES: PersonKey = "murat"

INDICATORS: tuple[IndicatorKey, ...] = (
    "proactivity",
    "openness",
    "reachability",
    "agreements",
    "ideas",
    "respect",
)
SHARPENED: IndicatorKey = "proactivity"
SHARPENED_IN: SessionKey = "second"

CANDIDATES: tuple[tuple[SideKey | None, tuple[CandidateKey, ...]], ...] = (
    ("a", ("proactivity", "reachability", "agreements", "ideas", "reports", "workmanship")),
    ("b", ("openness", "reachable", "ahead", "respect")),
    (None, ("trust",)),
)
MERGES: tuple[tuple[CandidateKey, CandidateKey], ...] = (
    ("reachability", "reachable"),
    ("proactivity", "ahead"),
)
DOTS: dict[PersonKey, tuple[CandidateKey, ...]] = {
    "marijke": ("proactivity", "reachability", "openness"),
    "joost": ("reachability", "agreements", "proactivity"),
    "fatima": ("reachability", "reachability", "agreements"),
    "peter": ("agreements", "openness", "reports"),
    "sandra": ("openness", "proactivity", "respect"),
    "dirk": ("openness", "ideas", "proactivity"),
    "ineke": ("respect", "respect", "openness"),
    "tomasz": ("agreements", "ideas", "reachability"),
}


@dataclass(frozen=True)
class Promise:
    """An action agreed in a session, due so many weeks after it."""

    owner: PersonKey
    weeks: int
    indicator: IndicatorKey
    quick_win: bool = False


@dataclass(frozen=True)
class Result:
    """What a session said of an earlier action; ``weeks``: postponed to so long after it.

    ``new_owner`` takes it over.
    """

    number: int
    outcome: Outcome
    weeks: int = 0
    new_owner: PersonKey | None = None


@dataclass(frozen=True)
class SessionPlan:
    """One session: ``months`` from today, minutes taken by each stage, and what came of it.

    ``decisions`` and ``parked`` name the indicator that they were about, if any.
    """

    key: SessionKey
    months: int
    kind: str
    minutes: Mapping[StageKey, int] = field(default_factory=dict)
    secrecy: Secrecy = "name"
    absent: Mapping[PersonKey, Presence] = field(default_factory=dict)
    marks: Mapping[PersonKey, tuple[str, str]] = field(default_factory=dict)
    results: tuple[Result, ...] = ()
    promises: tuple[Promise, ...] = ()
    decisions: tuple[IndicatorKey | None, ...] = ()
    parked: tuple[IndicatorKey | None, ...] = ()
    agreed_marks: Mapping[IndicatorKey, float] = field(default_factory=dict)
    surprise: Surprise | None = None
    trust: Mapping[SideKey, int] = field(default_factory=dict)
    confirmed_by: Mapping[SideKey, PersonKey] = field(
        default_factory=lambda: {"a": "joost", "b": "sandra"}
    )


KICKOFF = SessionPlan(
    key="kickoff",
    months=-15,
    kind="kickoff",
    minutes={"welcome": 22, "define": 68, "meaning": 71, "actions": 12, "close": 14},
    promises=(
        Promise("joost", 8, "reachability", quick_win=True),
        Promise("dirk", 10, "reachability"),
    ),
    decisions=(None, None),
    parked=(None,),
    trust={"a": 2, "b": 3},
)

REVIEWS: tuple[SessionPlan, ...] = (
    SessionPlan(
        key="first",
        months=-12,
        kind="quarterly",
        minutes={
            "welcome": 12,
            "look_back": 17,
            "score": 14,
            "reveal": 58,
            "actions": 16,
            "close": 9,
        },
        secrecy="side",
        absent={"tomasz": "absent_notice"},
        marks={
            "marijke": ("4 5 4 5 5 6", "6 6 7 6 6 7"),
            "joost": ("5 5 4 6 5 7", "6 7 7 6 5 7"),
            "fatima": ("4 5 3 5 5 6", "7 6 7 7 6 7"),
            "peter": ("5 6 5 6 6 6", "6 7 6 7 6 7"),
            "sandra": ("6 5 6 6 5 5", "6 6 6 7 6 7"),
            "dirk": ("5 4 6 6 6 6", "6 5 6 6 7 7"),
            "ineke": ("5 5 7 5 5 4", "5 6 5 6 6 8"),
        },
        results=(Result(1, "done"), Result(2, "postponed", 10)),
        promises=(
            Promise("marijke", 9, "proactivity"),
            Promise("ineke", 3, "openness", quick_win=True),
            Promise("tomasz", 4, "agreements"),
            Promise("fatima", 6, "respect", quick_win=True),
        ),
        decisions=("openness",),
        parked=(None,),
        surprise="a_little",
        trust={"a": 3, "b": 3},
    ),
    SessionPlan(
        key="second",
        months=-9,
        kind="quarterly",
        minutes={
            "welcome": 9,
            "look_back": 24,
            "score": 9,
            "reveal": 53,
            "actions": 14,
            "close": 10,
        },
        secrecy="side",
        marks={
            "marijke": ("5 6 5 6 6 7", "6 6 7 6 6 7"),
            "joost": ("6 6 5 6 6 7", "6 6 7 6 5 7"),
            "fatima": ("5 6 4 6 5 7", "6 7 7 6 6 7"),
            "peter": ("6 6 5 7 6 6", "6 6 6 7 6 7"),
            "sandra": ("6 6 7 6 6 6", "6 6 4 7 7 7"),
            "dirk": ("6 5 6 6 6 7", "6 6 5 6 7 7"),
            "ineke": ("5 6 7 6 6 6", "6 7 5 7 6 7"),
            "tomasz": ("6 6 6 6 5 6", "7 6 5 7 7 7"),
        },
        results=(
            Result(2, "postponed", 6, new_owner="sandra"),
            Result(3, "postponed", 8),
            Result(4, "done"),
            Result(5, "done"),
            Result(6, "done"),
        ),
        promises=(
            Promise("ineke", 5, "proactivity", quick_win=True),
            Promise("peter", 6, "agreements"),
            Promise("sandra", 10, "ideas"),
        ),
        decisions=("ideas", None),
        parked=(None,),
        surprise="no",
        trust={"a": 3, "b": 3},
    ),
    SessionPlan(
        key="third",
        months=-6,
        kind="quarterly",
        minutes={
            "welcome": 14,
            "look_back": 21,
            "score": 8,
            "reveal": 49,
            "actions": 18,
            "close": 9,
        },
        absent={"peter": "absent"},
        marks={
            "marijke": ("6 7 7 6 6 7", "7 6 7 6 6 7"),
            "joost": ("6 6 7 7 7 7", "7 6 7 6 7 7"),
            "fatima": ("6 7 6 6 6 8", "7 7 7 7 6 7"),
            "peter": ("7 7 - 5 6 7", "6 7 7 7 6 7"),
            "sandra": ("6 6 7 6 6 7", "6 7 7 6 6 7"),
            "murat": ("7 7 7 6 7 7", "6 7 8 5 7 7"),
            "ineke": ("6 6 7 7 6 7", "7 7 7 6 7 8"),
            "tomasz": ("6 7 6 6 6 6", "6 7 7 6 7 7"),
        },
        results=(
            Result(2, "done"),
            Result(3, "done"),
            Result(7, "done"),
            Result(8, "done"),
            Result(9, "dropped"),
        ),
        promises=(
            Promise("murat", 4, "proactivity", quick_win=True),
            Promise("tomasz", 4, "agreements"),
            Promise("joost", 10, "ideas"),
        ),
        decisions=("proactivity",),
        agreed_marks={"agreements": 6},
        surprise="a_little",
        trust={"a": 3, "b": 4},
    ),
    SessionPlan(
        key="fourth",
        months=-3,
        kind="quarterly",
        minutes={
            "welcome": 8,
            "look_back": 19,
            "score": 9,
            "reveal": 46,
            "actions": 15,
            "close": 13,
        },
        marks={
            "marijke": ("7 7 8 7 7 8", "7 7 7 7 7 8"),
            "joost": ("7 7 8 7 7 7", "7 7 8 7 7 7"),
            "fatima": ("7 8 7 7 7 8", "7 7 8 7 7 8"),
            "peter": ("8 7 7 6 7 8", "7 7 7 7 7 8"),
            "sandra": ("7 7 7 7 7 7", "7 7 8 7 7 8"),
            "murat": ("7 8 8 7 8 8", "7 8 8 7 7 8"),
            "ineke": ("7 7 7 7 7 8", "8 7 8 7 7 8"),
            "tomasz": ("7 7 7 6 7 7", "7 7 8 7 8 8"),
        },
        results=(Result(10, "done"), Result(11, "done"), Result(12, "postponed", 14)),
        promises=(
            Promise("marijke", 8, "proactivity"),
            Promise("ineke", 15, "respect"),
        ),
        decisions=(None, None),
        parked=("agreements",),
        agreed_marks={"reachability": 7.5},
        surprise="no",
        trust={"a": 4, "b": 4},
    ),
)

READY = SessionPlan(
    key="ready",
    months=0,
    kind="quarterly",
    absent={"tomasz": "absent_notice"},
    marks={
        "marijke": ("8 8 8 8 8 8", "8 7 8 7 7 8"),
        "joost": ("8 7 8 7 7 8", "6 7 8 7 7 8"),
        "fatima": ("7 8 8 5 7 9", "8 7 8 8 7 8"),
        "peter": ("8 7 7 8 8 8", "8 7 7 7 7 8"),
        "sandra": ("6 7 8 7 6 8", "8 7 8 7 7 8"),
        "murat": ("5 7 8 7 7 8", "8 7 8 6 7 8"),
        "ineke": ("6 6 7 7 6 9", "7 7 8 7 8 8"),
    },
)

PREPARED = SessionPlan(
    key="prepared",
    months=3,
    kind="year",
    marks={
        "joost": ("8 7 8 8 7 8", "7 7 8 7 7 8"),
        "fatima": ("7 8 8 7 7 8", "7 7 8 8 7 8"),
        "ineke": ("7 7 8 7 7 8", "8 7 8 7 8 8"),
    },
)
