"""A room in which sessions are held by intents, as the application does it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from sessionui.domain.indicators import Meaning
from sessionui.domain.intents.agree import PutAction, PutDecision, RecordReadBack
from sessionui.domain.intents.base import Context, Intent, carry_out
from sessionui.domain.intents.close import ConfirmMinutes, RecordClosing
from sessionui.domain.intents.define import (
    AddCandidate,
    CastDots,
    ChooseCandidate,
    MergeCandidates,
    ShowCandidates,
    ShowVotes,
)
from sessionui.domain.intents.look_back import AdoptPrevious, PutIssue, PutKpi, RecordOutcome
from sessionui.domain.intents.meaning import ReviseMeaning
from sessionui.domain.intents.people import AddPerson, DescribePartnership, SetNextSession
from sessionui.domain.intents.reveal import AgreeMark, NoteDiscussion, Reveal
from sessionui.domain.intents.score import CorrectMark, LockRound, SealBallot
from sessionui.domain.intents.walk import GoToStage, ParkPoint, StartSession, WritePrivateNotes
from sessionui.domain.intents.welcome import SetPresence, SetWelcome
from sessionui.domain.kinds import StageKey
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.planning import new_partnership, new_session
from sessionui.domain.scoring import Answer, Rules, Turnout, Urn
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.work import Work

START = datetime(2025, 11, 20, 13, 0, tzinfo=UTC)

Marks = Mapping[str, Sequence[float | None]]
"""By indicator, one mark a rater of a side; a rater without a mark says not applicable."""


@dataclass
class Room:
    """One partnership and the session on the table; ids and the clock are counted."""

    name_a: str = "Noorderhaven"
    name_b: str = "Helderwit"
    example: bool = False
    now: datetime = START
    ids: int = 0
    work: Work = field(init=False)

    def __post_init__(self) -> None:
        partnership = new_partnership(self.name_a, self.name_b, self.context, example=self.example)
        session = new_session(partnership, "kickoff", self.now.date(), self.context)
        self.work = Work(partnership, session, Urn(id=session.id), Turnout(id=session.id))

    @property
    def context(self) -> Context:
        return Context(now=self.now, today=self.now.date(), new_id=self.new_id)

    def new_id(self) -> str:
        self.ids += 1
        return f"id-{self.ids:04}"

    def do(self, *intents: Intent, minutes: float = 0) -> "Room":
        self.now += timedelta(minutes=minutes)
        for intent in intents:
            self.work = carry_out(intent, self.work, self.context)
        return self

    def hold(
        self,
        kind: str,
        day: date,
        rules: Rules | None = None,
        *,
        left_out: frozenset[StageKey] = frozenset(),
        place: str = "Utrecht, room 2.14",
        facilitator: str = "Marit de Boer",
    ) -> "Room":
        """Put the next session on the table; what was revealed in the last one is history now."""
        self.now = datetime(day.year, day.month, day.day, 13, 0, tzinfo=UTC)
        partnership = self.work.partnership
        session = new_session(
            partnership,
            kind,
            day,
            self.context,
            place=place,
            facilitator=facilitator,
            rules=rules,
            left_out=left_out,
        )
        urn, turnout = Urn(id=session.id), Turnout(id=session.id)
        self.work = Work(partnership, session, urn, turnout, self.work.rounds)
        return self.do(StartSession())

    def ids_of(self, side: SideKey) -> list[str]:
        return [p.id for p in self.work.partnership.people_of(side)]

    def indicator(self, name: str) -> str:
        return next(i.id for i in self.work.partnership.indicators if i.name == name)

    def candidate(self, text: str) -> str:
        return next(c.id for c in self.work.session.define.candidates if c.text == text)

    def score(
        self,
        given: Mapping[SideKey, Marks],
        own: Mapping[SideKey, Marks] | None = None,
        reasons: Mapping[tuple[SideKey, str, int], str] | None = None,
    ) -> "Room":
        """Let raters answer; reasons by side, indicator and the rater's place."""
        for side in SIDES:
            for number, person in enumerate(self.ids_of(side)):
                answers = self._answers(given.get(side, {}), number, side, reasons or {})
                answers += self._answers((own or {}).get(side, {}), number, side, {}, own=True)
                if answers:
                    self.do(SealBallot(side=side, answers=tuple(answers), rater_id=person))
        return self

    def _answers(
        self,
        marks: Marks,
        number: int,
        side: SideKey,
        reasons: Mapping[tuple[SideKey, str, int], str],
        *,
        own: bool = False,
    ) -> list[Answer]:
        return [
            Answer(
                indicator_id=self.indicator(name),
                own=own,
                mark=row[number],
                reason=reasons.get((side, name, number), ""),
            )
            for name, row in marks.items()
            if number < len(row)
        ]

    def reveal(self, *names: str) -> "Room":
        self.do(LockRound())
        return self.do(*(Reveal(self.indicator(name)) for name in names))

    def minutes(self) -> MinutesDocument:
        return minutes_of(self.work, self.now)


PROACTIVITY, OPENNESS, REACHABILITY = "Proactivity", "Openness", "Reachability"

MEANINGS = {
    PROACTIVITY: Meaning(
        text="We say what we see coming before the other has to ask, and bring a proposal.",
        seen="The cleaner reports a leaking tap with a photo, and says who has been called.",
        not_seen="A complaint lies on the desk for a week before anybody mentions it.",
        at_4="Everything has to be asked for.",
        at_6="Told in time, without a proposal.",
        at_8="Told early, with a proposal and what it costs.",
        expects_a="Helderwit tells what it sees on the wards.",
        expects_b="Noorderhaven announces moves two weeks ahead.",
        needs_a="One person to call.",
        needs_b="Access to the planning of the wards.",
    ),
    OPENNESS: Meaning(
        text="We tell bad news as early as good news.",
        seen="Short of staff on Monday is told on Friday.",
        not_seen="The news comes by way of a third.",
    ),
    REACHABILITY: Meaning(text="Whoever is needed can be reached, and calls back the same day."),
}


def people() -> Room:
    """Both sides with four and three people."""
    room = Room(example=True)
    room.do(
        DescribePartnership(
            "Noorderhaven",
            "Helderwit",
            contract_name="Cleaning of all wards",
            reference="NH-2025-118",
            since=date(2025, 9, 1),
        ),
        AddPerson("a", "Anna de Vries", "contract manager"),
        AddPerson("a", "Bram Jansen", "facility manager"),
        AddPerson("a", "Carla Özdemir", "head of ward"),
        AddPerson("a", "Dirk van der Meer"),
        AddPerson("b", "Eva Smit", "account manager"),
        AddPerson("b", "Faisal Amrani", "team leader"),
        AddPerson("b", "Gerda Kuipers", "planner"),
    )
    everybody = (*room.ids_of("a"), *room.ids_of("b"))
    room.work = room.work.but(session=room.work.session.but(participants=everybody))
    return room


def kick_off() -> Room:
    """A kick-off with candidates, a vote, a set and its meanings."""
    room = people().do(StartSession())
    room.do(
        *(AddCandidate("a", text) for text in (PROACTIVITY, REACHABILITY, "Reach")),
        *(AddCandidate("b", text) for text in (OPENNESS, "Gezelligheid")),
        AddCandidate(None, "Trust"),
        ShowCandidates(),
    )
    room.do(MergeCandidates(room.candidate(REACHABILITY), room.candidate("Reach")))
    one, two, three = (room.candidate(t) for t in (PROACTIVITY, OPENNESS, REACHABILITY))
    for person in (*room.ids_of("a"), *room.ids_of("b")):
        room.do(CastDots((one, two, three), person))
    room.do(ShowVotes(), *(ChooseCandidate(c) for c in (one, two, three)))
    room.do(
        *(ReviseMeaning(room.indicator(name), name, meaning) for name, meaning in MEANINGS.items())
    )
    room.do(PutAction("Plan the first review", owner_id=room.ids_of("a")[0], due=date(2026, 1, 9)))
    return room


FIRST: dict[SideKey, Marks] = {
    "a": {PROACTIVITY: (5, 4, 6, 5), OPENNESS: (6, 6, 5, 6), REACHABILITY: (5, 5, 4, 6)},
    "b": {PROACTIVITY: (6, 7, 6), OPENNESS: (5, 6, 6), REACHABILITY: (6, 5, 6)},
}


def year() -> Room:
    """Three earlier rounds, a sharpened meaning, then the review that the tests read."""
    room = kick_off()
    for day, lift in ((date(2026, 1, 15), 0.0), (date(2026, 4, 16), 0.5), (date(2026, 7, 9), 1.0)):
        room.hold("quarterly", day, Rules(half_marks=True))
        lifted = {
            side: {name: [m + lift for m in row if m] for name, row in marks.items()}
            for side, marks in FIRST.items()
        }
        room.score(lifted).reveal(PROACTIVITY, OPENNESS, REACHABILITY)
        if day.month == 4:
            sharper = MEANINGS[OPENNESS].but(text="We tell bad news within a day.")
            room.do(ReviseMeaning(room.indicator(OPENNESS), OPENNESS, sharper, "Early was vague."))
            room.do(
                PutAction(
                    "Share the planning of the wards",
                    done_when="The planner can open it",
                    owner_id=room.ids_of("a")[1],
                    due=date(2026, 6, 1),
                    indicator_id=room.indicator(PROACTIVITY),
                )
            )
        if day.month == 7:
            room.do(RecordOutcome(2, "postponed", "The system changes.", date(2026, 10, 1)))
            room.do(PutAction("A telephone for the team leader", owner_id=room.ids_of("b")[1]))
    return room


REASONS: dict[tuple[SideKey, str, int], str] = {
    ("a", PROACTIVITY, 0): "The leak on ward 3 was reported with a photo before we knew of it.",
    ("a", PROACTIVITY, 1): "Still two moves that we had to announce twice.",
    (
        "b",
        PROACTIVITY,
        0,
    ): "The moves of October came three weeks ahead.\nThat helped the planning.",
    ("b", OPENNESS, 2): "The reorganisation was told to us first.",
}


def review(rules: Rules | None = None) -> Room:
    """The quarterly review of November, with everything in it; not confirmed yet."""
    rules = rules or Rules(self_estimate=True)
    room = year().hold("quarterly", date(2026, 11, 12), rules)
    a, b = room.ids_of("a"), room.ids_of("b")
    room.do(
        *(SetPresence(person, "present") for person in (*a[:3], *b[:2])),
        SetPresence(a[3], "absent_notice"),
        SetPresence(b[2], "absent"),
        SetWelcome("Hear what the marks stand for.", "One speaks.\nWhat is said here stays here."),
        WritePrivateNotes("welcome", "PRIVATE-NOTE"),
    )
    room.do(GoToStage("look_back", finished=True), minutes=12)
    room.do(
        AdoptPrevious(adopted=True),
        RecordOutcome(2, "done", "The planner opens it every morning."),
        RecordOutcome(1, "dropped", "Held long ago."),
        RecordOutcome(3, "postponed", "The model is sold out.", date(2026, 12, 1)),
        PutKpi("Wards checked and found clean", "96 %", "95 %", "best quarter so far"),
        PutIssue("b", "Short of staff on nights", "Fewer late moves", "Look at the rota together"),
    )
    room.do(GoToStage("score", finished=True), minutes=19)
    own = {"self": rules.self_estimate}["self"]
    room.score(
        {
            "a": {PROACTIVITY: (7, 5, 7, 7), OPENNESS: (7, 7, 8, 6), REACHABILITY: (6, 7, 6, None)},
            "b": {PROACTIVITY: (8, 8, 7), OPENNESS: (7, 7, 6), REACHABILITY: (7, 7, 8)},
        },
        {"a": {PROACTIVITY: (6, 6, 7, 6)}, "b": {PROACTIVITY: (8, 7, 8)}} if own else None,
        REASONS,
    )
    room.do(GoToStage("reveal", finished=True), minutes=8)
    room.reveal(PROACTIVITY, OPENNESS)
    one = room.indicator(PROACTIVITY)
    room.do(
        NoteDiscussion(
            one,
            said="Moves are announced, but not always to the night team.",
            heard="Tell the night team too.",
            goes_well="Leaks are reported with a photo.",
        ),
        AgreeMark(one, 7),
        minutes=25,
    )
    if rules.secrecy == "name":
        ballot = next(x for x in room.work.urn.of_side("a") if x.rater_id == a[1])
        room.do(CorrectMark(ballot.id, one, 6))
    room.do(ParkPoint("Windows on the outside", one), GoToStage("actions", finished=True))
    room.do(
        PutDecision("Moves are announced in writing, two weeks ahead.", one),
        PutAction(
            "Put the night team on the list for moves",
            done_when="The first move that the night team knew of",
            owner_id=a[1],
            due=date(2026, 12, 1),
            indicator_id=one,
            quick_win=True,
        ),
        PutAction("Ask for a second key"),
        RecordReadBack(read=True, objections="The date is tight.", consent=True),
        SetNextSession(date(2027, 2, 11)),
        GoToStage("close", finished=True),
        RecordClosing("a_little", "The seven on openness.", 4, 3, "Calmer than last time."),
        minutes=20,
    )
    return room


def confirmed() -> Room:
    """The same, confirmed by both sides."""
    return review().do(
        ConfirmMinutes("a", "Anna de Vries"), ConfirmMinutes("b", "Eva Smit"), minutes=5
    )
