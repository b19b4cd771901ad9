"""Random work with undo and redo in between.

All undone and all redone is the same session; and whatever is undone, ballots, votes, reveals and
the clock are as they were.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, Literal

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from sessionui.domain.figures import IndicatorFigures
from sessionui.domain.indicators import Meaning
from sessionui.domain.intents.agree import (
    PutAction,
    PutDecision,
    RecordReadBack,
    WithdrawAction,
    WithdrawDecision,
)
from sessionui.domain.intents.base import Intent, carry_out, unconfirmed
from sessionui.domain.intents.close import ConfirmMinutes, RecordClosing, ReopenSession
from sessionui.domain.intents.define import (
    AddCandidate,
    CastDots,
    ChooseCandidate,
    EditCandidate,
    EndIndicator,
    MergeCandidates,
    MoveIndicator,
    SetDotsEach,
    ShowCandidates,
    ShowVotes,
    SplitCandidate,
    WithdrawCandidate,
)
from sessionui.domain.intents.look_back import (
    AdoptPrevious,
    ClearOutcome,
    PutIssue,
    PutKpi,
    RecordOutcome,
    RemoveIssue,
    RemoveKpi,
)
from sessionui.domain.intents.meaning import ReviseMeaning
from sessionui.domain.intents.parking import SettleParked
from sessionui.domain.intents.people import AddPerson, EditPerson, SetNextSession, SetPersonHere
from sessionui.domain.intents.reveal import (
    AgreeMark,
    GoToIndicator,
    MoveInOrder,
    NoteDiscussion,
    Reveal,
    SetFirstSpeaker,
    ShowReasons,
    SideSpoke,
)
from sessionui.domain.intents.score import CorrectMark, LockRound, SealBallot, UnlockRound
from sessionui.domain.intents.walk import (
    GoToStage,
    MoveStage,
    ParkPoint,
    PauseClock,
    PlanSession,
    SetBudget,
    SkipStage,
    StartSession,
    WritePrivateNotes,
)
from sessionui.domain.intents.welcome import (
    LetIn,
    SetParticipant,
    SetPresence,
    SetRules,
    SetWelcome,
)
from sessionui.domain.kinds import StageKey
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.partnership import Partnership
from sessionui.domain.session import Session
from sessionui.domain.sides import SideKey
from sessionui.domain.undo import Step, redo, step_between, undo
from sessionui.domain.wording import Refused
from sessionui.domain.work import Work
from tests.domain.making import DAY, Clock, answers, work

IDS = ("openness", "trust", "pace")
TEXTS = ("", "hm", "ah", "oh")
STAGES: tuple[StageKey, ...] = ("welcome", "score", "reveal", "define", "close")
CONFIRM = (ConfirmMinutes("a", "Anna"), ConfirmMinutes("b", "Dirk"), ReopenSession("a slip"))


@dataclass(frozen=True)
class Draw:
    """Three numbers and a yes or no, out of which an intent is made for the work as it is."""

    work: Work
    i: int
    j: int
    yes: bool

    def id_of(self, entries: Sequence[Any], number: int | None = None) -> str:
        number = self.i if number is None else number
        return str(entries[number % len(entries)].id) if entries else "none"

    @property
    def text(self) -> str:
        return TEXTS[self.j % 4]

    @property
    def side(self) -> SideKey:
        return "a" if self.yes else "b"

    @property
    def by(self) -> Literal[-1, 1]:
        return 1 if self.yes else -1

    @property
    def stage(self) -> StageKey:
        return STAGES[self.i % 5]

    @property
    def number(self) -> int:
        return self.i % 4 + 1

    @property
    def maybe(self) -> int | None:
        return self.number if self.yes else None

    @property
    def indicator(self) -> str:
        return IDS[self.i % 3]

    @property
    def any_indicator(self) -> str:
        return self.id_of(self.work.partnership.indicators)

    @property
    def person(self) -> str:
        return self.id_of(self.work.partnership.people)

    def candidate(self, number: int | None = None) -> str:
        return self.id_of(self.work.session.define.candidates, number)


Maker = Callable[[Draw], Intent]

UNDOABLE: tuple[Maker, ...] = (
    lambda d: PutAction(d.text, due=DAY if d.j % 2 else None, number=d.maybe),
    lambda d: WithdrawAction(d.number, d.yes),
    lambda d: PutDecision(d.text, number=d.maybe),
    lambda d: WithdrawDecision(d.number, d.yes),
    lambda d: RecordReadBack(d.yes, d.text),
    lambda d: RecordClosing(trust_a=d.number),
    lambda d: AddCandidate(d.side, d.text),
    lambda d: EditCandidate(d.candidate(), d.text),
    lambda d: WithdrawCandidate(d.candidate(), d.yes),
    lambda d: MergeCandidates(d.candidate(), d.candidate(d.j)),
    lambda d: SplitCandidate(d.candidate()),
    lambda d: ChooseCandidate(d.candidate(), d.yes),
    lambda d: ShowCandidates(d.yes),
    lambda d: ShowVotes(d.yes),
    lambda d: SetDotsEach(d.number),
    lambda d: EndIndicator(d.any_indicator, d.yes, d.text),
    lambda d: MoveIndicator(d.any_indicator, d.by),
    lambda d: ReviseMeaning(d.any_indicator, "Candour", Meaning(text=d.text), d.text),
    lambda d: ReviseMeaning(d.any_indicator, "Ease", Meaning(text=d.text), "because"),
    lambda d: RecordOutcome(d.number, "done" if d.yes else "dropped", d.text),
    lambda d: RecordOutcome(d.number, "postponed", d.text, DAY),
    lambda d: ClearOutcome(d.number),
    lambda d: AdoptPrevious(d.yes),
    lambda d: PutKpi(d.text, kpi_id=d.id_of(d.work.session.kpis) if d.yes else None),
    lambda d: RemoveKpi(d.id_of(d.work.session.kpis)),
    lambda d: PutIssue(d.side, d.text),
    lambda d: RemoveIssue(d.id_of(d.work.session.issues)),
    lambda d: AddPerson(d.side, d.text),
    lambda d: EditPerson(d.person, d.text),
    lambda d: SetPersonHere(d.person, d.yes),
    lambda d: SetNextSession(DAY if d.yes else None),
    lambda d: ShowReasons(d.indicator, d.yes),
    lambda d: SetFirstSpeaker(d.indicator, d.side),
    lambda d: SideSpoke(d.indicator, d.side, bool(d.j % 3)),
    lambda d: NoteDiscussion(d.indicator, d.text, TEXTS[d.i % 4]),
    lambda d: AgreeMark(d.indicator, 6.5 if d.yes else None),
    lambda d: MoveInOrder(d.indicator, d.by),
    lambda d: SkipStage(d.stage, d.yes),
    lambda d: MoveStage(d.stage, d.by),
    lambda d: SetBudget(d.stage, d.j),
    lambda d: PlanSession(DAY, d.text),
    lambda d: WritePrivateNotes(d.stage, d.text),
    lambda d: ParkPoint(d.text),
    lambda d: SettleParked(d.id_of(d.work.session.parked)),
    lambda d: SetPresence(d.person, "present" if d.yes else "absent"),
    lambda d: SetParticipant(d.person, d.yes),
    lambda d: LetIn(d.side, d.work.person_name(d.person) if d.yes else d.text),
    lambda d: SetRules("side" if d.yes else "name"),
    lambda d: SetWelcome(d.text, d.text),
)


def _seal(d: Draw) -> Intent:
    person = d.work.partnership.people[d.j % len(d.work.partnership.people)]
    given = answers({d.any_indicator: d.number, "trust": d.j + 1})
    return SealBallot(person.side, given, rater_id=person.id)


# What undo leaves alone; the round has to get anywhere, so its steps come more often.
LASTING: tuple[Maker, ...] = (
    _seal,
    _seal,
    lambda d: CastDots((d.candidate(), d.candidate(d.j)), d.person if d.yes else None),
    lambda d: Reveal(d.indicator),
    lambda d: Reveal(d.indicator),
    lambda d: CorrectMark(d.id_of(d.work.urn.ballots), d.indicator, d.number),
    lambda d: GoToStage(d.stage, d.yes),
    lambda d: GoToIndicator(d.indicator),
    lambda d: PauseClock(d.yes),
    lambda _: StartSession(),
    lambda _: LockRound(),
    lambda _: LockRound(),
    lambda _: UnlockRound(),
    lambda d: CONFIRM[d.i % 3],
)

SMALL = st.integers(0, 8)


def lasting_parts(of: Work) -> list[Any]:
    """What no undo may touch."""
    session = of.session
    people = {p: of.partnership.person(p) is not None for p in of.turnout.answered}
    return [
        of.urn,
        of.turnout,
        people,
        [of.partnership.indicator(i.indicator_id) is not None for i in of.urn.items],
        [of.indicator_name(i.indicator_id) for i in of.urn.items],
        session.define.votes,
        session.define.voted,
        session.started_at,
        session.paused_at,
        session.locked_at,
        session.stage,
        session.at_indicator,
        {s.key: (s.spans, s.done) for s in session.stages},
        {d.indicator_id: d.revealed_at for d in session.discussions if d.revealed_at},
        session.confirmed_at,
        session.reopenings,
        sorted(map(_figures, of.revealed.items), key=lambda i: i.indicator_id),
        of.revealed.overall if of.has_ballots else None,
    ]


def _figures(item: IndicatorFigures) -> IndicatorFigures:
    """The figures whoever is asked to take part; that can be changed and so undone."""
    return replace(item, a=replace(item.a, expected=0), b=replace(item.b, expected=0))


class UndoMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.clock = Clock(first=1)
        self.work = work(kind="year")
        self.done: list[Step] = []
        self.undone: list[Step] = []

    def carry(self, intent: Intent) -> Work:
        with suppress(Refused):
            return carry_out(intent, self.work, self.clock())
        return self.work

    @rule(make=st.sampled_from(UNDOABLE), i=SMALL, j=SMALL, yes=st.booleans())
    def change(self, make: Maker, i: int, j: int, yes: bool) -> None:
        before = self.work
        self.work = self.carry(make(Draw(before, i, j, yes)))
        step = step_between(before, self.work)
        if not step.empty:
            if before.session.state != "confirmed":
                with suppress(Refused):  # by side, a list shorter than the forms that came
                    assert undo(self.work, step) == before
            self.done.append(step)
            self.undone = []

    @rule(make=st.sampled_from(LASTING), i=SMALL, j=SMALL, yes=st.booleans())
    def go_on(self, make: Maker, i: int, j: int, yes: bool) -> None:
        self.work = self.carry(make(Draw(self.work, i, j, yes)))

    def back(self) -> bool:
        if not self.done:
            return False
        kept = lasting_parts(self.work)
        try:
            self.work = undo(self.work, self.done[-1])
        except Refused:
            return False
        assert lasting_parts(self.work) == kept
        self.undone.append(self.done.pop())
        return True

    def again(self) -> bool:
        if not self.undone:
            return False
        kept = lasting_parts(self.work)
        try:
            self.work = redo(self.work, self.undone[-1])
        except Refused:
            return False
        assert lasting_parts(self.work) == kept
        self.done.append(self.undone.pop())
        return True

    @precondition(lambda self: self.done)
    @rule()
    def undo_one(self) -> None:
        self.back()

    @precondition(lambda self: self.undone)
    @rule()
    def redo_one(self) -> None:
        self.again()

    @precondition(lambda self: self.done)
    @rule()
    def undo_all_and_redo_all(self) -> None:
        before, steps = self.work, len(self.done)
        while self.back():
            pass
        while len(self.done) < steps:
            assert self.again()
        # A confirmation given in between stood for other minutes, and is gone.
        assert unconfirmed(self.work) == unconfirmed(before)

    @invariant()
    def what_there_is_can_be_stored(self) -> None:
        session, pact = self.work.session, self.work.partnership
        assert Session.model_validate_json(session.model_dump_json()) == session
        assert Partnership.model_validate_json(pact.model_dump_json()) == pact

    def teardown(self) -> None:
        minutes = minutes_of(self.work, self.clock.now)
        assert type(minutes).model_validate_json(minutes.model_dump_json()) == minutes


TestUndo = UndoMachine.TestCase
TestUndo.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
