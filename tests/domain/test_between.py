"""Actions between sessions, and what the marks did since."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from sessionui.domain.agreements import Action
from sessionui.domain.completeness import standing
from sessionui.domain.elsewhere.agreed import partnership_with
from sessionui.domain.intents.agree import PutAction
from sessionui.domain.intents.between import RecordBetween, TakeBackBetween
from sessionui.domain.intents.look_back import RecordOutcome
from sessionui.domain.intents.meaning import ReviseMeaning
from sessionui.domain.intents.walk import StartSession
from sessionui.domain.looking_back import to_look_back_on, told_since
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.minutes.content import hash_of, hash_of_data
from sessionui.domain.minutes.document import MinutesDocument, ToldNote
from sessionui.domain.partnership import Partnership
from sessionui.domain.planning import work_on
from sessionui.domain.room.of_agreements import earlier
from sessionui.domain.since import Means, Since, since_agreed
from sessionui.domain.terms import Outcome
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


def told(first: Work, *intents: RecordBetween, days: int = 10) -> Partnership:
    clock = Clock(NOON + timedelta(days=days))
    pact = first.partnership
    for intent in intents:
        pact = intent.change(pact, clock())
    return pact


def begun(first: Work, pact: Partnership) -> Work:
    return do(after(first, pact), StartSession(), clock=Clock(NOON + timedelta(days=90)))


def minutes(of: Work) -> MinutesDocument:
    return minutes_of(of, NOON + timedelta(days=91))


@pytest.mark.parametrize(
    ("outcome", "state"), [("done", "done"), ("dropped", "dropped"), ("postponed", "open")]
)
def test_what_was_told_in_between_is_looked_back_on_and_needs_no_word_again(
    outcome: Outcome, state: str
) -> None:
    first, _ = agreed()
    due = LATER + timedelta(days=5) if outcome == "postponed" else None
    pact = told(first, RecordBetween(1, outcome, "so it went", due))
    of = begun(first, pact)
    assert [a.number for a in to_look_back_on(of)] == [1]
    (row,) = minutes(of).looked_back
    day = (NOON + timedelta(days=10)).date()
    assert row.told == (ToldNote(on=day, outcome=outcome, note="so it went", new_due=due),)
    assert (row.outcome, row.due, row.due_before) == (None, DAY, due or DAY)
    assert row.ended == (None if state == "open" else (outcome, day))
    said = [r.sentence.template for r in standing(of)]
    assert "Action {number} was not looked back on." not in said
    other = do(of, RecordOutcome(1, "reopened", "not at all"))
    (row,) = minutes(other).looked_back
    assert (row.outcome, row.note, len(row.told), row.ended) == ("reopened", "not at all", 1, None)


def test_what_was_told_is_looked_back_on_once() -> None:
    first, _ = agreed()
    of = begun(first, told(first, RecordBetween(1, "done", "it rang")))
    much_later = begun(first, of.partnership)
    third = replace(
        much_later,
        session=session_of(of.partnership, day=LATER + timedelta(days=90)),
        past=(first.session, of.session),
    )
    assert to_look_back_on(third) == ()
    assert to_look_back_on(of)
    # Told after the second session began, it is for the third.
    late = told(first, RecordBetween(1, "dropped"), days=100)
    assert not told_since(of.but(partnership=late), late.actions[0])
    assert to_look_back_on(third.but(partnership=late))


def test_opened_again_in_between_has_to_be_looked_at() -> None:
    first, _ = agreed()
    of = begun(first, told(first, RecordBetween(1, "done"), RecordBetween(1, "reopened", "no")))
    assert [t.outcome for t in minutes(of).looked_back[0].told] == ["done", "reopened"]
    assert "Action {number} was not looked back on." in [r.sentence.template for r in standing(of)]
    assert earlier(of, LATER)[0].told_on is None


def test_the_wall_shows_what_was_told() -> None:
    first, _ = agreed()
    of = begun(first, told(first, RecordBetween(1, "dropped", "not needed")))
    (shown,) = earlier(of, LATER)
    day = (NOON + timedelta(days=10)).date()
    assert (shown.outcome, shown.note, shown.told_on) == ("dropped", "not needed", day)
    (shown,) = earlier(do(of, RecordOutcome(1, "done")), LATER)
    assert (shown.outcome, shown.told_on) == ("done", None)


def test_the_date_before_is_that_of_the_last_postponement() -> None:
    first, _ = agreed()
    moved = told(first, RecordBetween(1, "postponed", "", LATER - timedelta(days=9)))
    of = do(begun(first, moved), RecordOutcome(1, "postponed", "", LATER + timedelta(days=30)))
    (row,) = minutes(of).looked_back
    assert (row.due, row.due_then) == (DAY, LATER - timedelta(days=9))
    assert row.new_due == LATER + timedelta(days=30)


def test_minutes_without_it_keep_their_hash() -> None:
    first, _ = agreed()
    before = minutes(begun(first, first.partnership))
    (row,) = before.looked_back
    data = before.model_dump(mode="json")
    old = [{k: v for k, v in row.items() if k not in ("told", "due_before")}
           for row in data["looked_back"]]  # fmt: skip
    then = {**data, "looked_back": old}
    assert row.told == ()
    assert hash_of(MinutesDocument.model_validate(then)) == hash_of_data(then)


def test_it_survives_being_read_elsewhere() -> None:
    first, _ = agreed()
    moved = told(
        first,
        RecordBetween(1, "postponed", "ill", LATER),
        RecordBetween(1, "done", "it rang"),
    )
    document = minutes(begun(first, moved)).but(state="confirmed", confirmed_at=NOON)
    pact = partnership_with(document, None, NOON)
    (action,) = pact.actions
    assert (action.state, action.due, action.due_now) == ("done", DAY, LATER)
    assert action.times_postponed == 1
    assert [e.note for e in action.events] == ["ill", "it rang"]


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
