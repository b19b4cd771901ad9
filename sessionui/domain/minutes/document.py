"""The shape of the minutes (method, the minutes). Version 1.

Marks are numbers 1 to 10. A ``shown`` figure has one decimal, rounded half up; an ``exact`` one is
unrounded. Distances are differences of shown figures. Dates are ISO 8601; moments carry an offset.
Nothing private to the facilitator and nothing unrevealed is in it.
"""

import datetime as dt
from decimal import Decimal
from typing import Annotated, Final, Literal

from pydantic import PlainSerializer

from sessionui.domain.indicators import Meaning
from sessionui.domain.record import Record
from sessionui.domain.sides import SideKey
from sessionui.domain.terms import Break, Outcome, Presence, Secrecy, Shape, State, Surprise


def _number(shown: Decimal) -> float:
    # Of float itself pydantic would have to parse the signature, once a field, at every start.
    return float(shown)


Shown = Annotated[Decimal, PlainSerializer(_number, return_type=float, when_used="json")]


BETWEEN: Final = ""
"""The id of no session: of what tells how actions stand between two (``between.py``)."""


class Phrase(Record):
    """A sentence to translate: an English template and its named values by their type.

    ``counts`` are whole numbers such as an action's; ``numbers`` are marks and their differences.
    """

    template: str
    texts: dict[str, str] = {}
    counts: dict[str, int] = {}
    numbers: dict[str, Shown] = {}
    dates: dict[str, dt.date] = {}


class Who(Record):
    """A person as the minutes name them."""

    id: str
    name: str
    role: str = ""
    side: SideKey


class Attendee(Record):
    """Who was asked to come, and whether they were there."""

    who: Who
    presence: Presence


class AgendaItem(Record):
    """A stage with its budget in minutes and the time it took in seconds."""

    stage: str
    minutes: int
    used_seconds: int
    skipped: bool
    started_at: dt.datetime | None = None


class SinceNote(Record):
    """What the marks on an action's indicator did since it was agreed; never called its effect.

    ``a_then`` is what side a gave in the round of the action, ``a_now`` in the last round since;
    ``None`` where hidden or not given. ``broken``: the meaning changed between the two, so they
    may not be compared.
    """

    then_on: dt.date
    now_on: dt.date | None = None
    a_then: Shown | None = None
    a_now: Shown | None = None
    b_then: Shown | None = None
    b_now: Shown | None = None
    broken: bool = False


class ToldNote(Record):
    """What was told of an action between two sessions, and on which day."""

    on: dt.date
    outcome: Outcome
    note: str = ""
    new_due: dt.date | None = None


class LookedBack(Record):
    """An action of an earlier session and what became of it.

    ``outcome``, ``note`` and ``new_due`` are what this session said; ``told`` is what was told of
    it since the session before, oldest first. ``due`` is the date first agreed, ``due_before`` the
    one that counted when this session began (minutes of before it was kept don't have it).
    """

    number: int
    text: str
    done_when: str = ""
    owner: Who | None
    due: dt.date | None
    indicator: str
    agreed_on: dt.date
    outcome: Outcome | None
    note: str = ""
    new_due: dt.date | None = None
    times_postponed: int = 0
    since: SinceNote | None = None
    due_before: dt.date | None = None
    sides_before: tuple[SideKey, ...] = ()
    told: tuple[ToldNote, ...] = ()

    @property
    def due_then(self) -> dt.date | None:
        """The date that counted when this session began, as far as it was kept."""
        return self.due_before or self.due

    @property
    def ended(self) -> tuple[Outcome, dt.date | None] | None:
        """Done or dropped, and on which day that was told; ``None`` for the day: in this session.

        ``None`` for one that is still open.
        """
        last = self.told[-1] if self.told else None
        if self.outcome in ("done", "dropped"):
            return self.outcome, None
        if self.outcome is None and last and last.outcome in ("done", "dropped"):
            return last.outcome, last.on
        return None


class IssueNote(Record):
    """What is going on at one side."""

    side: SideKey
    text: str
    help_wanted: str
    joint_action: str


class KpiNote(Record):
    """A hard figure of the quarter; free text."""

    name: str
    value: str
    target: str
    comment: str


class GivenMark(Record):
    """One mark; ``rater`` where the round was by name. ``original`` before a correction."""

    mark: float
    rater: Who | None = None
    corrected: bool = False
    original: float | None = None


class GivenReason(Record):
    """A written reason; with rater and mark only where the round was by name."""

    text: str
    rater: Who | None = None
    mark: float | None = None


class Scores(Record):
    """What one side gave on one indicator. Hidden: below the threshold in side secrecy."""

    side: SideKey
    about: SideKey
    n: int
    expected: int
    not_applicable: int
    hidden: bool
    mean_exact: float | None = None
    mean: Shown | None = None
    low: float | None = None
    median: float | None = None
    high: float | None = None
    spread: Shown | None = None
    marks: tuple[GivenMark, ...] = ()
    reasons: tuple[GivenReason, ...] = ()


class LinePoint(Record):
    """One round on a line; ``break_before`` tells why it may not be joined to the one before."""

    session_id: str
    date: dt.date
    value: Shown | None
    n: int = 0
    expected: int = 0
    break_before: Break = ""


class LineOf(Record):
    """A line over the rounds; ``shape`` says what it may be called (two rounds: a slope)."""

    shape: Shape
    points: tuple[LinePoint, ...]


class RevisionNote(Record):
    """An earlier or later wording of an indicator's meaning."""

    number: int
    name: str
    meaning: Meaning
    reason: str
    at: dt.datetime


class IndicatorMinutes(Record):
    """Everything on one indicator.

    ``a`` is what side a gave (a about b), ``b`` the reverse; ``None`` when not scored or not
    revealed. ``perception_a``: what side a got minus what it gave itself. ``in_round`` is false
    for one that was added after this round was scored; ``ended`` tells that it left the set.
    """

    id: str
    name: str
    revision: int
    meaning: Meaning
    revised: tuple[RevisionNote, ...] = ()
    in_round: bool = True
    ended: bool = False
    ended_reason: str = ""
    discussed: bool = False
    a: Scores | None = None
    b: Scores | None = None
    own_a: Scores | None = None
    own_b: Scores | None = None
    asymmetry: Shown | None = None
    perception_a: Shown | None = None
    perception_b: Shown | None = None
    mean: Shown | None = None
    agreed_mark: float | None = None
    line_a: LineOf | None = None
    line_b: LineOf | None = None
    talk: tuple[Phrase, ...] = ()
    first_speaker: SideKey | None = None
    said: str = ""
    heard: str = ""
    goes_well: str = ""


class DecisionMinutes(Record):
    """A numbered decision of this session."""

    number: int
    text: str
    indicator: str


class ActionMinutes(Record):
    """A numbered action: of this session, or an earlier one that is still open.

    ``sides_before``: the sides that went home with it and have it no longer.
    """

    number: int
    text: str
    done_when: str
    owner: Who | None
    due: dt.date | None
    indicator: str
    quick_win: bool
    times_postponed: int
    from_this_session: bool
    agreed_on: dt.date
    sides_before: tuple[SideKey, ...] = ()


class ParkedNote(Record):
    """A parked point."""

    text: str
    indicator: str


class OverallMinutes(Record):
    """The overall mark over ``counted`` of ``total`` indicators; mean of the two sides' means."""

    counted: int
    total: int
    a_exact: float | None = None
    b_exact: float | None = None
    a: Shown | None = None
    b: Shown | None = None
    mark: Shown | None = None
    line: LineOf


class ClosingMinutes(Record):
    """Surprise check, trust pulse (1 to 5 a side), check-out."""

    surprise: Surprise | None
    surprise_note: str
    trust_a: int | None
    trust_b: int | None
    check_out: str


class ConfirmationNote(Record):
    """Who confirmed these minutes for a side, and when."""

    side: SideKey
    name: str
    at: dt.datetime


class ReopeningNote(Record):
    """When and why confirmed minutes were opened again."""

    at: dt.datetime
    reason: str


class WaivedNote(Record):
    """Something that was missing and that the room let pass, with the reason if it gave one."""

    said: Phrase
    reason: str = ""


class AdoptedNote(Record):
    """Which minutes were meant when they were adopted, or not, and what was remarked on them."""

    session_id: str
    date: dt.date
    edition: int = 1
    content_hash: str = ""
    remarks: str = ""


Came = Literal["added", "removed", "changed", "withdrawn"]


class ChangeNote(Record):
    """One difference between two versions of the same minutes.

    ``part`` is the field of the document, ``entry`` which one in it (a number or a name) and
    ``field`` the field in that; ``before`` and ``after`` are as text: dates in ISO 8601, numbers
    with a point. ``values``: what else a reader needs of what came or went as a whole, by field,
    such as the owner of an action. ``withdrawn``: an action that the room took back.
    """

    part: str
    entry: str = ""
    field: str = ""
    came: Came = "changed"
    before: str = ""
    after: str = ""
    values: dict[str, str] = {}


class VersionNote(Record):
    """An earlier confirmed version, why it was opened again, and what differs since."""

    number: int
    confirmed_at: dt.datetime
    content_hash: str
    reason: str
    changes: tuple[ChangeNote, ...] = ()


class RulesNote(Record):
    """How scores were given and shown, as the group chose."""

    secrecy: Secrecy
    threshold: int
    self_estimate: bool
    half_marks: bool


class CandidateNote(Record):
    """A candidate of the define stage, with its dots when the vote was shown."""

    text: str
    side: SideKey | None
    merged: tuple[str, ...]
    dots: int | None
    chosen: bool


class MinutesDocument(Record):
    """The complete minutes of one session.

    ``edition`` counts the confirmed versions from 1; ``versions`` are the earlier ones.
    ``content_hash`` is set when they are confirmed (``content.py``). ``altered``: they were taken
    into a file although they don't give the hash that they carry.
    """

    format: Literal["sessionui-minutes"] = "sessionui-minutes"
    version: Literal[1] = 1
    session_id: str
    partnership_id: str
    example: bool
    rehearsal: bool = False
    ended_early: bool = False
    name_a: str
    name_b: str
    contract_name: str
    contract_reference: str
    contract_since: dt.date | None
    kind: str
    date: dt.date
    place: str
    facilitator: str
    state: State
    started_at: dt.datetime | None
    confirmed_at: dt.datetime | None
    rules: RulesNote
    attendance: tuple[Attendee, ...]
    agenda: tuple[AgendaItem, ...]
    purpose: str
    ground_rules: str
    adopted_previous: bool | None
    looked_back: tuple[LookedBack, ...]
    issues: tuple[IssueNote, ...]
    kpis: tuple[KpiNote, ...]
    candidates: tuple[CandidateNote, ...]
    indicators: tuple[IndicatorMinutes, ...]
    decisions: tuple[DecisionMinutes, ...]
    actions: tuple[ActionMinutes, ...]
    objections: str
    consent: bool | None
    parked: tuple[ParkedNote, ...]
    overall: OverallMinutes
    closing: ClosingMinutes
    next_session: dt.date | None
    missing: tuple[Phrase, ...]
    read_back_at: dt.datetime | None = None
    confirmations: tuple[ConfirmationNote, ...]
    reopenings: tuple[ReopeningNote, ...]
    withdrawn_actions: tuple[int, ...] = ()
    edition: int = 1
    content_hash: str = ""
    versions: tuple[VersionNote, ...] = ()
    waived: tuple[WaivedNote, ...] = ()
    adoption: AdoptedNote | None = None
    altered: bool = False

    @property
    def between(self) -> bool:
        """Whether it isn't minutes, and tells only how the actions stand between two sessions."""
        return self.session_id == BETWEEN

    @property
    def draft(self) -> bool:
        """Minutes are a draft until both sides confirmed them."""
        return self.state != "confirmed"

    @property
    def scored(self) -> bool:
        """Whether any score has been revealed in this session."""
        return any(i.a is not None or i.b is not None for i in self.indicators)

    def name_of(self, side: SideKey) -> str:
        """The organisation on ``side``."""
        return self.name_a if side == "a" else self.name_b
