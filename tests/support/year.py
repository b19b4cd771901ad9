"""A partnership with some years behind it: kick-off, reviews with revealed rounds, actions."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from sessionui.domain.indicators import Meaning
from sessionui.domain.intents import agree, close, define, look_back, meaning, reveal, score
from sessionui.domain.intents.base import Context, Intent, carry_out
from sessionui.domain.intents.walk import StartSession
from sessionui.domain.partnership import Partnership
from sessionui.domain.planning import new_session
from sessionui.domain.scoring import Answer, Rules, Turnout, Urn
from sessionui.domain.session import Session
from sessionui.domain.sides import SIDES
from sessionui.domain.work import Work
from tests.support.memory import MemoryRepository
from tests.support.room import TODAY, a_partnership, fresh_id

NAMES = ("Ziekenhuis Noorderhaven", "Helderwit Schoonmaak")
INDICATORS = ("Proactivity", "Openness", "Reachability", "Keeping agreements")


class Years:
    """Adds sessions to one partnership in a repository, three months apart up to ``TODAY``."""

    def __init__(
        self, repository: MemoryRepository, partnership: Partnership | None = None
    ) -> None:
        self.repository = repository
        partnership = partnership or a_partnership(names=NAMES)
        self.partnership_id = partnership.id
        repository.save_partnership(partnership)

    @property
    def partnership(self) -> Partnership:
        return self.repository.partnership(self.partnership_id)

    def session(self, kind: str, day: date, *, rules: Rules | None = None) -> Session:
        """A planned session on that day."""
        context = _context(day)
        session = new_session(self.partnership, kind, day, context, rules=rules)
        self.repository.save(None, Work(self.partnership, session, *_empty(session.id)))
        return session

    def do(self, session: Session, *intents: Intent) -> Work:
        """Carry out intents in a session on its day."""
        work = self.repository.work(session.id)
        for intent in intents:
            after = carry_out(intent, work, _context(work.session.date))
            self.repository.save(work, after)
            work = after
        return work

    def kick_off(self, day: date, indicators: Sequence[str] = INDICATORS) -> None:
        """A held kick-off with these indicators, each with a meaning."""
        session = self.session("kickoff", day)
        work = self.do(session, StartSession())
        for name in indicators:
            work = self.do(session, define.AddCandidate(None, name))
            self.do(session, define.ChooseCandidate(work.session.define.candidates[-1].id))
        for indicator in self.partnership.in_force:
            self.do(session, meaning.ReviseMeaning(indicator.id, indicator.name, _meaning()))
        self.confirm(session)

    def review(
        self, day: date, marks: tuple[int, int], *, rules: Rules | None = None, hold: bool = True
    ) -> Session:
        """A review in which side a gave the first mark on everything, side b the second."""
        session = self.session("quarterly", day, rules=rules)
        work = self.do(session, StartSession())
        for side, mark in zip(SIDES, marks, strict=True):
            for place, rater in enumerate(work.raters(side)):
                answers = tuple(
                    Answer(
                        indicator_id=item.indicator_id,
                        mark=min(max(mark + (place + n) % 2, 1), 10),
                    )
                    for n, item in enumerate(work.items)
                )
                self.do(session, score.SealBallot(side, answers, rater_id=rater))
        self.do(session, score.LockRound())
        for item in work.items:
            self.do(session, reveal.Reveal(item.indicator_id))
        if hold:
            self.confirm(session)
        return session

    def confirm(self, session: Session) -> None:
        """Both sides confirm the minutes."""
        self.do(session, close.ConfirmMinutes("a", "Anna 0"), close.ConfirmMinutes("b", "Bram 0"))


def a_year(repository: MemoryRepository, partnership: Partnership | None = None) -> str:
    """A kick-off and four reviews; a meaning sharpened in the third; four actions. Its id."""
    years = Years(repository, partnership)
    years.kick_off(TODAY - timedelta(days=365))
    marks = ((4, 6), (5, 6), (6, 7), (7, 8))
    for n, given in enumerate(marks):
        day = TODAY - timedelta(days=30 + 90 * (3 - n))
        session = years.review(day, given, hold=False)
        owner = years.partnership.people[n % 6].id
        years.do(
            session,
            agree.PutAction(
                f"Action of round {n + 1}: walk the wards together every Monday morning",
                done_when="both have signed the list",
                owner_id=owner if n else None,
                due=day + timedelta(days=40) if n != 1 else None,
                indicator_id=years.partnership.in_force[n % 4].id,
                quick_win=n == 3,
            ),
        )
        if n == 2:
            first = years.partnership.in_force[0]
            words = _meaning().but(text="We say it before it hurts, and bring a proposal.")
            years.do(
                session,
                look_back.RecordOutcome(1, "postponed", "too busy", day + timedelta(days=20)),
                meaning.ReviseMeaning(first.id, first.name, words, "Everybody read it differently"),
            )
        years.confirm(session)
    return years.partnership_id


def _context(day: date) -> Context:
    return Context(datetime(day.year, day.month, day.day, 10, tzinfo=UTC), day, fresh_id)


def _empty(session_id: str) -> tuple[Urn, Turnout]:
    return Urn(id=session_id), Turnout(id=session_id)


def _meaning() -> Meaning:
    return Meaning(
        text="We say what we see coming before the other has to ask.",
        seen="a call before the shift; a proposal with it",
        not_seen="we hear it from the nurse",
        at_4="we always have to ask",
        at_6="mostly told, sometimes late",
        at_8="told early and with a proposal",
        expects_a="a message when a team is short of staff",
        expects_b="the planning of the wards a week ahead",
        needs_a="one number that is answered",
        needs_b="to be asked before the plan is fixed",
    )
