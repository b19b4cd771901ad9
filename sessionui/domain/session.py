"""A session: its stages and clock, who is there, and everything that is written down in it.

The scores are not in here but in the urn (``scoring.py``), so that a screen that shows a session
has no mark in its hands.
"""

from datetime import date, datetime, timedelta

from pydantic import Field

from sessionui.domain.kinds import Kind, StageKey, kind_of
from sessionui.domain.record import Record
from sessionui.domain.scoring import Rules
from sessionui.domain.sides import SideKey
from sessionui.domain.terms import Presence, State, Surprise

Day = date
"""Of a session ``date`` is the day that it is on."""


class Span(Record):
    """A stretch of time that a stage was on; still on while ``end`` is ``None``."""

    start: datetime
    end: datetime | None = None


class StageState(Record):
    """A stage of this session: its budget in minutes, whether done or skipped, and its time."""

    key: StageKey
    minutes: int = Field(ge=0, le=600)
    skipped: bool = False
    done: bool = False
    spans: tuple[Span, ...] = ()

    def used(self, now: datetime) -> timedelta:
        """The time spent in this stage up to ``now``."""
        return sum(
            (max((s.end or now) - s.start, timedelta()) for s in self.spans), start=timedelta()
        )


class Issue(Record):
    """What is going on at one side: the issue, help wanted of the other, joint action."""

    id: str
    side: SideKey
    text: str
    help_wanted: str = ""
    joint_action: str = ""


class Kpi(Record):
    """A hard figure of the quarter, kept apart from the soft scores; free text with its target."""

    id: str
    name: str
    value: str = ""
    target: str = ""
    comment: str = ""


class Candidate(Record):
    """A proposed indicator. ``side`` is ``None`` when it came from the starter library."""

    id: str
    side: SideKey | None
    text: str
    merged_into: str | None = None
    withdrawn: bool = False


class Define(Record):
    """Candidates and the blind dot vote. Dots carry no voter; who has voted is kept apart."""

    candidates: tuple[Candidate, ...] = ()
    shown: bool = False
    dots_each: int = Field(default=3, ge=1, le=10)
    votes: tuple[tuple[str, ...], ...] = Field(default=(), repr=False)
    voted: tuple[str, ...] = ()
    votes_shown: bool = False

    def candidate(self, candidate_id: str) -> Candidate | None:
        """The candidate with that id, or ``None``."""
        return next((c for c in self.candidates if c.id == candidate_id), None)

    @property
    def standing(self) -> tuple[Candidate, ...]:
        """Candidates that are neither merged into another nor withdrawn."""
        return tuple(c for c in self.candidates if not c.merged_into and not c.withdrawn)

    def merged_under(self, candidate_id: str) -> tuple[Candidate, ...]:
        """The candidates that were merged into this one."""
        return tuple(c for c in self.candidates if c.merged_into == candidate_id)

    def dots(self, candidate_id: str) -> int:
        """Dots on a candidate, those of the merged ones included."""
        ids = {candidate_id, *(c.id for c in self.merged_under(candidate_id))}
        return sum(vote in ids for ballot in self.votes for vote in ballot)


class Discussion(Record):
    """What happened on one indicator at the reveal.

    ``heard``: what the receivers said back; ``agreed_mark``: one mark that both sides agreed after
    talking; it stands beside the given scores and never replaces them (method, stage 6).
    """

    indicator_id: str
    revealed_at: datetime | None = None
    reasons_shown: bool = False
    first_speaker: SideKey | None = None
    spoken: tuple[SideKey, ...] = ()
    heard: str = ""
    said: str = ""
    goes_well: str = ""
    agreed_mark: float | None = Field(default=None, ge=1, le=10)

    @property
    def both_spoke(self) -> bool:
        """Whether both sides have spoken; only then is an action offered (method, stage 6)."""
        return len(set(self.spoken)) == 2


class Parked(Record):
    """A point put in the parking lot, to come back to."""

    id: str
    text: str
    indicator_id: str | None = None


class ReadBack(Record):
    """The read-back of the agreed actions: objections noted, consent recorded (stage 7)."""

    read: bool = False
    objections: str = ""
    consent: bool | None = None


class Closing(Record):
    """The close: surprise check, trust pulse (1 to 5 a side), check-out."""

    surprise: Surprise | None = None
    surprise_note: str = ""
    trust_a: int | None = Field(default=None, ge=1, le=5)
    trust_b: int | None = Field(default=None, ge=1, le=5)
    check_out: str = ""


class Confirmation(Record):
    """One side confirms the minutes, by the name of the person who says so."""

    side: SideKey
    name: str
    at: datetime


class Waiver(Record):
    """Something that is missing and that the room lets pass; ``key`` as in ``completeness``."""

    key: str
    reason: str = ""


class MinutesRef(Record):
    """One version of the confirmed minutes of a session, by number and hash of its content."""

    session_id: str
    date: date
    edition: int = 1
    content_hash: str = ""


class Adoption(Record):
    """Which minutes were meant when they were adopted, and what was remarked on them."""

    of: MinutesRef | None = None
    remarks: str = ""


class Reopening(Record):
    """Confirmed minutes were opened again: when and why. Stays in the record."""

    at: datetime
    reason: str


class PhoneKey(Record):
    """A way in for somebody's phone; ``hash`` is that of a token that only it, or a card, has.

    ``picked``: a phone that came in by the code of the room picked the name; nobody gave it a card.
    """

    person_id: str
    hash: str = Field(repr=False)
    picked: bool = False


class Phones(Record):
    """How phones get in, and whether they may show what the wall shows after a reveal.

    ``secret`` (hex) is what the room's code and the tokens without a name are made with; ``""``
    until phones are first asked in. ``issue`` counts the codes of the room.
    """

    secret: str = Field(default="", repr=False)
    issue: int = 1
    personal: tuple[PhoneKey, ...] = ()
    show_revealed: bool = False

    def has_card(self, person_id: str) -> bool:
        """Whether somebody was given a personal code that still holds."""
        return any(k.person_id == person_id and not k.picked for k in self.personal)

    def is_picked(self, person_id: str) -> bool:
        """Whether a phone picked that name, and may come in by it still."""
        return any(k.person_id == person_id and k.picked for k in self.personal)


class Session(Record):
    """One session of a partnership. See the module for what is not in here.

    ``rehearsal``: a throw-away copy with invented marks (``rehearsal.py``); never minutes.
    ``minutes_only``: held elsewhere; it is read here by its minutes, which are kept as they are
    (``elsewhere``), and can't be changed.
    ``ended_early``: the time was up before everything was done (``ending.py``), in the stage
    ``ended_in``.
    ``minutes_read_at``: when the draft was read back to the room; ``None`` again once it says
    something else.
    ``next_session``: the date agreed in it for the next one, once that was ``next_noted``; with
    confirmed minutes it is.
    ``parked_settled``: ids of points that earlier sessions parked and this one came back to.
    """

    id: str
    partnership_id: str
    kind: str
    date: date
    place: str = ""
    facilitator: str = ""
    created: datetime
    started_at: datetime | None = None
    paused_at: datetime | None = None
    participants: tuple[str, ...] = ()
    presence: dict[str, Presence] = {}
    stages: tuple[StageState, ...]
    stage: StageKey
    rules: Rules = Rules()
    locked_at: datetime | None = None
    phones: Phones = Phones()
    purpose: str = ""
    ground_rules: str = ""
    adopted_previous: bool | None = None
    adoption: Adoption = Adoption()
    issues: tuple[Issue, ...] = ()
    kpis: tuple[Kpi, ...] = ()
    define: Define = Define()
    order: tuple[str, ...] = ()
    at_indicator: str | None = None
    discussions: tuple[Discussion, ...] = ()
    parked: tuple[Parked, ...] = ()
    parked_settled: tuple[str, ...] = ()
    read_back: ReadBack = ReadBack()
    closing: Closing = Closing()
    next_session: Day | None = None
    next_noted: bool = False
    private_notes: dict[str, str] = Field(default={}, repr=False)
    waivers: tuple[Waiver, ...] = ()
    minutes_read_at: datetime | None = None
    confirmations: tuple[Confirmation, ...] = ()
    confirmed_at: datetime | None = None
    reopenings: tuple[Reopening, ...] = ()
    rehearsal: bool = False
    minutes_only: bool = False
    ended_early: bool = False
    ended_in: StageKey | None = None

    @property
    def state(self) -> State:
        """Planned until started, running until both sides confirmed the minutes."""
        if self.confirmed_at is not None:
            return "confirmed"
        return "running" if self.started_at else "planned"

    @property
    def kind_data(self) -> Kind:
        """The kind of this session as data."""
        return kind_of(self.kind)

    @property
    def locked(self) -> bool:
        """Whether scoring is closed, so that the reveal can begin."""
        return self.locked_at is not None

    def stage_state(self, key: str) -> StageState | None:
        """The state of a stage, or ``None`` if this session has no such stage."""
        return next((s for s in self.stages if s.key == key), None)

    def discussion(self, indicator_id: str) -> Discussion:
        """What was said on an indicator; an empty one if nothing was yet."""
        found = next((d for d in self.discussions if d.indicator_id == indicator_id), None)
        return found or Discussion(indicator_id=indicator_id)

    def revealed(self, indicator_id: str) -> bool:
        """Whether the scores on that indicator have been shown to the room."""
        return self.discussion(indicator_id).revealed_at is not None

    def presence_of(self, person_id: str) -> Presence:
        """Whether somebody is present; ``expected`` until it is noted."""
        return self.presence.get(person_id, "expected")

    def used(self, now: datetime) -> timedelta:
        """The time used by all stages together up to ``now``."""
        return sum((s.used(now) for s in self.stages), start=timedelta())

    @property
    def budget(self) -> timedelta:
        """The time budgeted for the stages that are not skipped."""
        return timedelta(minutes=sum(s.minutes for s in self.stages if not s.skipped))


def next_date(session: Session, agreed: date | None) -> date | None:
    """The date for the next one: as noted in ``session``, else ``agreed`` by the partnership.

    Sessions of before it was noted with them have only the latter; the one that was agreed for
    this session itself is not meant.
    """
    day = session.next_session if session.next_noted else agreed
    return day if day and day > session.date else None
