"""Actions between sessions, and what the marks did since."""

from datetime import timedelta
from decimal import Decimal

import pytest

from sessionui.domain.agreements import Action
from sessionui.domain.intents.agree import PutAction
from sessionui.domain.intents.between import RecordBetween, TakeBackBetween
from sessionui.domain.intents.look_back import RecordOutcome
from sessionui.domain.intents.meaning import ReviseMeaning
from sessionui.domain.intents.walk import StartSession
from sessionui.domain.partnership import Partnership
from sessionui.domain.planning import work_on
from sessionui.domain.since import Means, Since, since_agreed
from sessionui.domain.wording import Refused
from sessionui.domain.work import Work
from tests.domain.making import DAY, NOON, Clock, ballot, do, named, revealed, session_of, work

LATER = DAY + timedelta(days=90)


def agreed() -> tuple[Work, Work]:
    """A review in which an action was agreed, and the next one, not yet scored."""
    first = do(work(), StartSession())
    first = revealed(first, named("anna", {"trust": 6}), named("dirk", {"trust": 8}))
    first = do(first, PutAction("call", owner_id="anna", indicator_id="trust", due=DAY))
    return first, after(first)


def after(first: Work, partnership: Partnership | None = None) -> Work:
    pact = partnership or first.partnership
    return Work(
        pact,
        session_of(pact, day=LATER),
        work_on(pact, session_of(pact, day=LATER)).urn,
        work_on(pact, session_of(pact, day=LATER)).turnout,
        earlier=first.rounds,
        past=(first.session,),
    )


def action_of(of: Work) -> Action:
    return of.partnership.actions[0]


def test_what_happened_between_sessions_is_known_at_the_next() -> None:
    first, _ = agreed()
    clock = Clock(NOON + timedelta(days=10))
    postponed = RecordBetween(1, "postponed", " later ", LATER).change(first.partnership, clock())
    again = RecordBetween(1, "postponed", "", LATER).change(postponed, clock())
    later = do(after(first, again), StartSession(), clock=Clock(NOON + timedelta(days=90)))
    assert later.actions[0].times_postponed == 2
    assert later.actions[0].due_now == LATER
    assert [e.note for e in later.actions[0].events] == ["later", ""]
    assert TakeBackBetween(1).change(again, clock()) == postponed


@pytest.mark.parametrize(
    "intent",
    [
        RecordBetween(1, "postponed"),
        RecordBetween(1, "reopened"),
        RecordBetween(9, "done"),
        TakeBackBetween(1),
    ],
)
def test_what_makes_no_sense_is_refused(intent: RecordBetween | TakeBackBetween) -> None:
    first, _ = agreed()
    with pytest.raises(Refused):
        intent.change(first.partnership, Clock()())


def test_what_a_session_said_is_not_taken_back_outside_it() -> None:
    first, later = agreed()
    done = do(later, StartSession(), RecordOutcome(1, "done"))
    with pytest.raises(Refused):
        TakeBackBetween(1).change(done.partnership, Clock()())
    with pytest.raises(Refused):
        RecordBetween(1, "dropped").change(done.partnership, Clock()())
    assert RecordBetween(1, "reopened").change(done.partnership, Clock()()).open_actions
    assert action_of(first).state == "open"


def test_the_mark_when_agreed_stands_beside_the_one_since_and_no_sealed_one_shows() -> None:
    _, later = agreed()
    then: Means = {"a": Decimal("6.0"), "b": Decimal("8.0")}
    assert since_agreed(later, action_of(later)) == Since(DAY, then)
    sealed = do(later, StartSession(), named("anna", {"trust": 9}), named("dirk", {"trust": 3}))
    assert since_agreed(sealed, action_of(sealed)) == Since(DAY, then)
    open_now = revealed(later, named("anna", {"trust": 7}), named("dirk", {"trust": 8}))
    now: Means = {"a": Decimal("7.0"), "b": Decimal("8.0")}
    assert since_agreed(open_now, action_of(open_now)) == Since(DAY, then, LATER, now)


def test_an_action_without_an_indicator_or_a_round_has_no_marks_beside_it() -> None:
    first, _ = agreed()
    of = do(first, PutAction("write"), PutAction("talk", indicator_id="pace"))
    assert since_agreed(of, of.partnership.actions[1]) is None
    assert since_agreed(do(work(), PutAction("x", indicator_id="pace")), of.actions[2]) is None


def test_a_new_meaning_breaks_it() -> None:
    _, later = agreed()
    meaning = later.partnership.indicators[1].meaning.but(text="something else")
    of = do(later, ReviseMeaning("trust", "Trust", meaning, "it was vague"))
    of = revealed(of, named("anna", {"trust": 7}), named("dirk", {"trust": 8}))
    since = since_agreed(of, action_of(of))
    assert since is not None
    assert since.broken


def test_a_hidden_side_stays_hidden() -> None:
    of = do(work("side"), StartSession())
    of = revealed(of, ballot("a", {"trust": 6}), *[ballot("b", {"trust": 7})] * 3)
    of = do(of, PutAction("call", indicator_id="trust"))
    since = since_agreed(of, action_of(of))
    assert since is not None
    assert since.then["a"] is None
