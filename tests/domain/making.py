"""Small partnerships, sessions and rounds for tests: six people, three indicators, fixed clock."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import count

from sessionui.domain.indicators import Indicator, Meaning, Revision
from sessionui.domain.intents.base import Context, Intent, carry_out
from sessionui.domain.intents.reveal import Reveal
from sessionui.domain.intents.score import LockRound, SealBallot
from sessionui.domain.partnership import Partnership, Person
from sessionui.domain.planning import new_session, work_on
from sessionui.domain.scoring import Answer, Rules
from sessionui.domain.session import Session
from sessionui.domain.sides import SideKey
from sessionui.domain.terms import Secrecy
from sessionui.domain.work import Work

NOON = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)
DAY = NOON.date()
NAMES = {"a": "Noorderhaven", "b": "Helderwit"}

PEOPLE = (
    Person(id="anna", name="Anna Bos", side="a"),
    Person(id="bram", name="Bram Vos", side="a"),
    Person(id="carla", name="Carla de Wit", side="a"),
    Person(id="dirk", name="Dirk Jansen", side="b"),
    Person(id="els", name="Els Özer", side="b"),
    Person(id="finn", name="Finn Smit", side="b"),
)

Marks = Mapping[str, float | None]
"""Marks by indicator id; ``None`` is not applicable, a missing key not filled in."""


_EVER = count(1)


class Clock:
    """Contexts one minute apart, with ids that were never used, or counted from ``first``."""

    def __init__(self, start: datetime = NOON, *, first: int | None = None) -> None:
        self.now = start
        self._ids = _EVER if first is None else count(first)

    def __call__(self, minutes: float = 1) -> Context:
        self.now += timedelta(minutes=minutes)
        return Context(now=self.now, today=self.now.date(), new_id=lambda: f"id{next(self._ids)}")


def indicator(indicator_id: str, name: str = "", *, text: str = "as agreed") -> Indicator:
    """An indicator with one revision, made in a kick-off long ago."""
    revision = Revision(
        number=1,
        name=name or indicator_id.capitalize(),
        meaning=Meaning(text=text),
        at=NOON - timedelta(days=300),
        session_id="kick-off",
    )
    return Indicator(id=indicator_id, revisions=(revision,))


def partnership(ids: Iterable[str] = ("openness", "trust", "pace")) -> Partnership:
    """Noorderhaven and Helderwit, three people each."""
    return Partnership(
        id="p1",
        name_a=NAMES["a"],
        name_b=NAMES["b"],
        people=PEOPLE,
        indicators=tuple(map(indicator, ids)),
        created=NOON - timedelta(days=400),
    )


def session_of(
    pact: Partnership, kind: str = "quarterly", day: date = DAY, rules: Rules | None = None
) -> Session:
    """A planned session with everybody in it."""
    clock = Clock(datetime(day.year, day.month, day.day, tzinfo=UTC))
    session = new_session(pact, kind, day, clock(), rules=rules)
    return session.but(id=f"{kind}-{day.isoformat()}")


def work(
    secrecy: Secrecy = "name",
    *,
    kind: str = "quarterly",
    ids: Iterable[str] = ("openness", "trust", "pace"),
    threshold: int = 3,
    self_estimate: bool = False,
    half_marks: bool = False,
) -> Work:
    """A planned session on the table, nothing scored."""
    pact = partnership(ids)
    rules = Rules(
        secrecy=secrecy,
        threshold=threshold,
        self_estimate=self_estimate,
        half_marks=half_marks,
    )
    return work_on(pact, session_of(pact, kind, rules=rules))


def do(work: Work, *intents: Intent, clock: Clock | None = None) -> Work:
    """``work`` after the intents."""
    tick = clock or Clock()
    for intent in intents:
        work = carry_out(intent, work, tick())
    return work


def answers(marks: Marks, *, own: bool = False, reason: str = "") -> tuple[Answer, ...]:
    """Answers with those marks and that reason."""
    return tuple(
        Answer(indicator_id=i, own=own, mark=mark, reason=reason) for i, mark in marks.items()
    )


def ballot(
    side: SideKey, marks: Marks, *, own: Marks | None = None, reason: str = ""
) -> SealBallot:
    """A ballot without a name, for rounds by side."""
    return SealBallot(side, answers(marks, reason=reason) + answers(own or {}, own=True))


def named(
    person_id: str, marks: Marks, *, own: Marks | None = None, reason: str = ""
) -> SealBallot:
    """A ballot of somebody in ``PEOPLE``."""
    side = next(p.side for p in PEOPLE if p.id == person_id)
    return SealBallot(
        side, answers(marks, reason=reason) + answers(own or {}, own=True), rater_id=person_id
    )


def revealed(work: Work, *ballots: SealBallot, clock: Clock | None = None) -> Work:
    """``work`` with the ballots in it, locked, every indicator revealed."""
    tick = clock or Clock()
    work = do(work, *ballots, LockRound(), clock=tick)
    return do(work, *(Reveal(i.indicator_id) for i in work.items), clock=tick)
