"""The worked example, put together by the same intents that a facilitator's keys make."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Protocol

from sessionui.domain.completeness import standing
from sessionui.domain.intents.agree import RecordReadBack
from sessionui.domain.intents.base import Context, PartnershipIntent
from sessionui.domain.intents.close import (
    ConfirmMinutes,
    NoteMinutesRead,
    RecordClosing,
    WaveThrough,
)
from sessionui.domain.intents.people import (
    AddPerson,
    DescribePartnership,
    SetNextSession,
    SetPersonHere,
)
from sessionui.domain.intents.reveal import GoToIndicator
from sessionui.domain.intents.score import LockRound
from sessionui.domain.intents.walk import GoToStage, StartSession, WritePrivateNotes
from sessionui.domain.intents.welcome import SetPresence, SetWelcome
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.partnership import Partnership
from sessionui.domain.planning import new_partnership, new_session, work_on
from sessionui.domain.rounds import revealed_round
from sessionui.domain.scoring import Rules
from sessionui.domain.sides import SIDES
from sessionui.domain.work import Work
from sessionui.example import kickoff, plan
from sessionui.example.cast import Cast
from sessionui.example.days import months_from, session_day
from sessionui.example.plan import INDICATORS, SessionPlan
from sessionui.example.review import agree, hand_in, look_back, promised, reveal
from sessionui.example.scene import Scene, ids, moment
from sessionui.example.scoring import seal_ballots
from sessionui.example.shape import PersonKey, Texts

OPENING = time(14, 0)


class Keeps(Protocol):
    """What keeps the example: a repository."""

    def save(self, before: Work | None, after: Work) -> None:
        """Save a session with its partnership."""

    def keep_minutes(self, document: MinutesDocument) -> None:
        """Keep confirmed minutes."""


@dataclass(frozen=True)
class Example:
    """A partnership with its sessions by date, and the minutes of those that were confirmed."""

    partnership: Partnership
    works: tuple[Work, ...]
    minutes: tuple[MinutesDocument, ...]

    def keep_in(self, repository: Keeps) -> None:
        """Save everything, oldest session first."""
        for work in self.works:
            repository.save(None, work)
        for document in self.minutes:
            repository.keep_minutes(document)


def build(texts: Texts, today: date, *, zone: tzinfo | None = None, seed: str = "") -> Example:
    """The example in the language of ``texts``, its dates counted from ``today``.

    ``zone``: where its clocks run; by default the time zone of this machine. ``seed``: another
    one gives other ids. The same arguments give the same example.
    """
    story = _Story(texts, today, zone, ids(f"example{seed}"))
    story.hold(plan.KICKOFF)
    for number, review in enumerate(plan.REVIEWS):
        story.hold(review)
        if number == 1:
            story.change_site_manager(review)
    story.make_ready(plan.READY)
    story.prepare(plan.PREPARED)
    return story.told()


class _Story:
    def __init__(
        self, texts: Texts, today: date, zone: tzinfo | None, new_id: Callable[[], str]
    ) -> None:
        self.texts, self.today, self.zone, self.new_id = texts, today, zone, new_id
        self.cast = Cast()
        self.works: list[Work] = []
        self.minutes: list[MinutesDocument] = []
        begin = session_day(today, plan.KICKOFF.months) - timedelta(weeks=3)
        names = plan.NAMES
        self.partnership = new_partnership(
            names["a"], names["b"], self._context(begin), example=True
        )
        since = months_from(today.replace(day=1), -27)
        self._change(
            begin,
            DescribePartnership(names["a"], names["b"], texts.contract, plan.REFERENCE, since),
        )
        for key in plan.PEOPLE:
            if key != plan.COMES:
                self._join(begin, key)

    # --- the sessions

    def hold(self, planned: SessionPlan) -> None:
        """A session from welcome to confirmed minutes."""
        scene = self._scene(planned, OPENING)
        texts = self.texts.sessions[planned.key]
        scene.do(StartSession())
        for person in scene.work.session.participants:
            scene.do(SetPresence(person, "present"))
        for key, presence in planned.absent.items():
            scene.do(SetPresence(self.cast.people[key], presence))
        scene.do(SetWelcome(texts.purpose, self.texts.ground_rules))
        for stage in [s.key for s in scene.work.session.stages][1:]:
            scene.walk_to(stage, planned.minutes[scene.work.session.stage])
            self._act(scene, planned)
        self._close(scene, planned)

    def _act(self, scene: Scene, planned: SessionPlan) -> None:
        """What happens in the stage that the scene has come to."""
        texts = self.texts.sessions[planned.key]
        match scene.work.session.stage:
            case "define":
                kickoff.define(scene, self.cast, self.texts)
            case "meaning":
                kickoff.give_meaning(scene, self.cast, self.texts)
            case "look_back":
                hand_in(scene, texts)
                look_back(scene, self.cast, planned, texts)
            case "score":
                seal_ballots(scene, self.cast, planned, texts)
                scene.do(LockRound())
            case "reveal":
                reveal(scene, self.cast, planned, self.texts)
            case "actions":
                self._agree(scene, planned)

    def _agree(self, scene: Scene, planned: SessionPlan) -> None:
        texts = self.texts.sessions[planned.key]
        if not scene.work.session.discussions:  # a kick-off agrees everything here
            for promise in planned.promises:
                promised(scene, self.cast, promise, texts)
        agree(scene, self.cast, planned, texts, None)
        scene.do(RecordReadBack(read=True, objections=texts.objections, consent=True))

    def _close(self, scene: Scene, planned: SessionPlan) -> None:
        texts = self.texts.sessions[planned.key]
        scene.do(
            RecordClosing(
                planned.surprise,
                texts.surprise_note,
                planned.trust["a"],
                planned.trust["b"],
                texts.check_out,
            ),
            SetNextSession(session_day(self.today, planned.months + 3)),
        )
        scene.wait(planned.minutes["close"])
        # Somebody who scored beforehand and was absent: told, let pass, and noted.
        scene.do(*(WaveThrough(remark.key) for remark in standing(scene.work)))
        scene.do(NoteMinutesRead())
        for side in SIDES:
            scene.do(ConfirmMinutes(side, plan.PEOPLE[planned.confirmed_by[side]][1]))
        self._keep(scene)
        self.minutes.append(minutes_of(scene.work, scene.now))

    def change_site_manager(self, after: SessionPlan) -> None:
        """One person leaves between two sessions and another comes."""
        day = session_day(self.today, after.months) + timedelta(weeks=4)
        self._change(day, SetPersonHere(self.cast.people[plan.LEAVES], here=False))
        self._join(day, plan.COMES)

    def make_ready(self, planned: SessionPlan) -> None:
        """Scored by everybody beforehand, locked, and brought before its first indicator."""
        scene = self._scene(planned, OPENING, days_early=1)
        texts = self.texts.sessions[planned.key]
        scene.do(SetWelcome(texts.purpose, self.texts.ground_rules))
        for key, presence in planned.absent.items():
            scene.do(SetPresence(self.cast.people[key], presence))
        hand_in(scene, texts)
        for stage, note in texts.private.items():
            scene.do(WritePrivateNotes(stage, note))
        seal_ballots(scene, self.cast, planned, texts)
        scene.do(
            LockRound(),
            GoToStage("score"),
            GoToStage("reveal", finished=True),
            GoToIndicator(self.cast.indicators[INDICATORS[0]]),
        )
        self._keep(scene)

    def prepare(self, planned: SessionPlan) -> None:
        """Planned, and open for scoring; some have answered."""
        scene = self._scene(planned, OPENING, on=self.today - timedelta(days=1))
        texts = self.texts.sessions[planned.key]
        scene.do(SetWelcome(texts.purpose, self.texts.ground_rules), GoToStage("score"))
        seal_ballots(scene, self.cast, planned, texts)
        self._keep(scene)

    def told(self) -> Example:
        """Everything as a repository would hand it out now."""
        works = tuple(
            self._with_past(replace(work, partnership=self.partnership)) for work in self.works
        )
        return Example(self.partnership, works, tuple(self.minutes))

    # --- between them

    def _scene(
        self, planned: SessionPlan, clock: time, *, days_early: int = 0, on: date | None = None
    ) -> Scene:
        """The session on the table, planned two weeks before its day (or ``on`` that day)."""
        day = session_day(self.today, planned.months)
        texts = self.texts.sessions[planned.key]
        session = new_session(
            self.partnership,
            planned.kind,
            day,
            self._context(on or day - timedelta(weeks=2)),
            place=texts.place,
            facilitator=self.texts.facilitator,
            rules=Rules(secrecy=planned.secrecy, self_estimate=True),
        )
        work = self._with_past(work_on(self.partnership, session))
        now = moment(on or day - timedelta(days=days_early), clock, self.zone)
        return Scene(work, now, self.new_id)

    def _keep(self, scene: Scene) -> None:
        self.works.append(scene.work)
        self.partnership = scene.work.partnership

    def _with_past(self, work: Work) -> Work:
        """``work`` with the sessions before it and their revealed rounds."""
        before = [w for w in self.works if w.session.date < work.session.date]
        rounds = [revealed_round(self.partnership, w.session, w.urn) for w in before]
        return replace(
            work,
            earlier=tuple(r for r in rounds if r.items),
            past=tuple(w.session for w in before),
        )

    def _join(self, day: date, key: PersonKey) -> None:
        side, name = plan.PEOPLE[key]
        self._change(day, AddPerson(side, name, self.texts.roles[key]))
        self.cast.people[key] = self.partnership.people[-1].id

    def _change(self, day: date, intent: PartnershipIntent) -> None:
        self.partnership = intent.change(self.partnership, self._context(day))

    def _context(self, day: date) -> Context:
        now: datetime = moment(day, time(9, 0), self.zone)
        return Context(now, day, self.new_id)
