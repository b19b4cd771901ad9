"""The minutes as data: complete, final when confirmed, and nothing before its reveal."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessionui.domain.indicators import Meaning
from sessionui.domain.intents.agree import (
    PutAction,
    PutDecision,
    RecordReadBack,
    WithdrawAction,
    WithdrawDecision,
)
from sessionui.domain.intents.close import ConfirmMinutes, RecordClosing, ReopenSession
from sessionui.domain.intents.define import AddCandidate, CastDots, ShowCandidates, ShowVotes
from sessionui.domain.intents.look_back import PutIssue, PutKpi, RecordOutcome
from sessionui.domain.intents.meaning import ReviseMeaning
from sessionui.domain.intents.people import DescribePartnership, SetNextSession
from sessionui.domain.intents.reveal import AgreeMark, NoteDiscussion, Reveal
from sessionui.domain.intents.score import LockRound
from sessionui.domain.intents.walk import (
    GoToStage,
    ParkPoint,
    PlanSession,
    StartSession,
    WritePrivateNotes,
)
from sessionui.domain.intents.welcome import SetPresence, SetWelcome
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.minutes.document import IndicatorMinutes, MinutesDocument
from sessionui.domain.work import Work
from tests.domain.making import DAY, NOON, Clock, Marks, ballot, do, named, revealed, work

LATER = NOON + timedelta(days=200)


def minutes(of: Work) -> MinutesDocument:
    return minutes_of(of, LATER)


def entry(of: Work, indicator_id: str) -> IndicatorMinutes:
    return next(i for i in minutes(of).indicators if i.id == indicator_id)


@pytest.fixture
def full() -> Work:
    """A session in which everything happened."""
    before = do(work(), PutAction("call back", owner_id="dirk", due=date(2026, 12, 1)))
    before = revealed(before, named("anna", {"openness": 9}), named("dirk", {"openness": 6}))
    earlier = replace(before.revealed, date=date(2026, 8, 12), session_id="august")
    start = replace(work(self_estimate=True), partnership=before.partnership, earlier=(earlier,))
    start = start.but(session=start.session.but(id="november"))
    clock = Clock(NOON + timedelta(days=100))
    start = do(
        start,
        DescribePartnership("Noorderhaven", "Helderwit", "Cleaning", "C-7", date(2024, 1, 1)),
        PlanSession(DAY, "Room 4", "Noor"),
        StartSession(),
        SetPresence("anna", "present"),
        SetPresence("els", "absent_notice"),
        SetWelcome("talk", "no blame"),
        RecordOutcome(1, "postponed", "no staff", date(2027, 1, 15)),
        PutKpi("Complaints", "12", "10", "more"),
        PutIssue("b", "short of staff", "patience", "plan"),
        GoToStage("reveal", finished=True),
        WritePrivateNotes("reveal", "zq-private"),
        clock=clock,
    )
    of = revealed(
        start,
        named("anna", {"openness": 7, "trust": 6}, own={"openness": 8}, reason="calls"),
        named("bram", {"openness": 8, "trust": None}),
        named("dirk", {"openness": 5, "trust": 5}, own={"openness": 5}),
        clock=clock,
    )
    return do(
        of,
        NoteDiscussion("openness", "we talked", "we heard", "the phone"),
        AgreeMark("openness", 6.5),
        ReviseMeaning("trust", "Trust", Meaning(text="sharper"), "too vague"),
        PutAction("new phone", "it rings", "els", date(2027, 2, 1), "openness", quick_win=True),
        PutAction("mistake"),
        WithdrawAction(3),
        PutDecision("weekly call", "trust"),
        PutDecision("mistake"),
        WithdrawDecision(2),
        RecordReadBack(read=True, objections="none", consent=True),
        ParkPoint("the car park", "pace"),
        RecordClosing("no", "", 4, 5, "good"),
        SetNextSession(date(2027, 2, 12)),
        clock=clock,
    )


def test_the_header_says_who_what_where_and_how_scores_are_shown(full: Work) -> None:
    document = minutes(full)
    assert (document.name_a, document.name_b, document.contract_name) == (
        "Noorderhaven",
        "Helderwit",
        "Cleaning",
    )
    assert (document.place, document.facilitator, document.kind) == ("Room 4", "Noor", "quarterly")
    presence = {a.who.name: a.presence for a in document.attendance}
    assert (presence["Anna Bos"], presence["Els Özer"]) == ("present", "absent_notice")
    assert (document.rules.secrecy, document.rules.self_estimate) == ("name", True)
    assert document.draft
    assert document.next_session == date(2027, 2, 12)


def test_what_was_looked_back_on(full: Work) -> None:
    document = minutes(full)
    (one,) = document.looked_back
    assert (one.number, one.outcome, one.note) == (1, "postponed", "no staff")
    assert (one.due, one.new_due, one.times_postponed) == (
        date(2026, 12, 1),
        date(2027, 1, 15),
        1,
    )
    assert one.owner is not None
    assert (one.owner.name, one.owner.side) == ("Dirk Jansen", "b")
    assert [k.name for k in document.kpis] == ["Complaints"]
    assert [(i.side, i.help_wanted) for i in document.issues] == [("b", "patience")]


def test_an_indicator_has_both_directions_and_its_line(full: Work) -> None:
    one = entry(full, "openness")
    assert one.a is not None
    assert one.b is not None
    assert (one.a.side, one.a.about, one.a.n, one.a.expected) == ("a", "b", 2, 3)
    # a gave 15 points in two marks, b one five
    assert (str(one.a.mean), str(one.b.mean), str(one.asymmetry)) == ("7.5", "5.0", "2.5")
    # side a got 5.0 and gave itself 8.0, side b got 7.5 and gave itself 5.0
    assert (str(one.perception_a), str(one.perception_b)) == ("-3.0", "2.5")
    assert one.own_a is not None
    assert one.own_a.about == "a"
    assert [(m.rater and m.rater.name, m.mark) for m in one.a.marks] == [
        ("Anna Bos", 7),
        ("Bram Vos", 8),
    ]
    assert [(r.rater and r.rater.name, r.text) for r in one.a.reasons] == [("Anna Bos", "calls")]
    assert one.line_a is not None
    assert [(str(p.value), p.session_id) for p in one.line_a.points] == [
        ("9.0", "august"),
        ("7.5", "november"),
    ]
    assert one.line_a.shape == "slope"
    assert (one.said, one.heard, one.goes_well, one.agreed_mark) == (
        "we talked",
        "we heard",
        "the phone",
        6.5,
    )
    talk = [p.template for p in one.talk]
    assert talk[0] == "{receiver} got a fail: {mark}"
    assert "{receiver} dropped {size} since last time, from {was} to {now}" in talk


def test_a_revision_of_this_session_is_noted_beside_the_scored_wording(full: Work) -> None:
    trust = entry(full, "trust")
    assert (trust.revision, trust.meaning.text) == (1, "as agreed")
    (revised,) = trust.revised
    assert (revised.number, revised.meaning.text, revised.reason) == (2, "sharper", "too vague")


def test_agreements_are_numbered_on_and_withdrawn_ones_left_out(full: Work) -> None:
    document = minutes(full)
    assert [(a.number, a.text, a.from_this_session) for a in document.actions] == [
        (1, "call back", False),
        (2, "new phone", True),
    ]
    first, second = document.actions
    assert (first.due, first.times_postponed) == (date(2027, 1, 15), 1)
    assert (second.indicator, second.quick_win, second.done_when) == ("Openness", True, "it rings")
    assert [(d.number, d.text, d.indicator) for d in document.decisions] == [
        (1, "weekly call", "Trust")
    ]
    assert [(p.text, p.indicator) for p in document.parked] == [("the car park", "Pace")]
    assert document.consent is True


def test_the_overall_mark_can_be_worked_out_from_the_minutes(full: Work) -> None:
    overall = minutes(full).overall
    # pace has no mark, so two of three count: a (7.5 + 6) / 2 = 6.75, b (5 + 5) / 2 = 5
    assert (overall.counted, overall.total, overall.a_exact, overall.b_exact) == (2, 3, 6.75, 5.0)
    # (6.75 + 5) / 2 = 5.875
    assert (str(overall.a), str(overall.b), str(overall.mark)) == ("6.8", "5.0", "5.9")
    assert [p.break_before for p in overall.line.points] == ["", "set"]


def test_nothing_private_is_in_the_minutes(full: Work) -> None:
    assert "zq-private" in full.session.model_dump_json()
    assert "zq-private" not in minutes(full).model_dump_json()


def test_the_document_comes_back_from_json_as_it_was(full: Work) -> None:
    document = minutes(full)
    text = document.model_dump_json()
    assert MinutesDocument.model_validate_json(text) == document
    data = json.loads(text)
    assert (data["format"], data["version"]) == ("sessionui-minutes", 1)
    assert data["overall"]["mark"] == 5.9
    assert data["indicators"][0]["a"]["mean"] == 7.5


def test_before_its_reveal_nothing_of_a_score_is_in_the_minutes() -> None:
    marks = {"openness": 3.5, "trust": 9.5}
    start = do(work(half_marks=True), StartSession())
    sealed = do(start, named("anna", marks, reason="zq"), named("dirk", marks, reason="zq"))
    locked = do(sealed, LockRound())
    for of in (sealed, locked):
        document = minutes(of)
        text = document.model_dump_json()
        assert not document.scored
        assert "zq" not in text
        assert "3.5" not in text
        assert "9.5" not in text
        assert all(i.a is None and i.b is None and not i.discussed for i in document.indicators)
        assert document.overall.mark is None
        assert document.overall.line.points == ()
    # The same minutes whatever was given.
    others = do(start, named("anna", {"openness": 1, "trust": 2}), named("dirk", {"openness": 4}))
    assert minutes(sealed) == minutes(others)
    one = do(locked, Reveal("openness"))
    assert "9.5" not in minutes(one).model_dump_json()
    assert entry(one, "trust").a is None


def test_candidates_show_when_the_room_has_seen_them() -> None:
    of = do(work(kind="kickoff", ids=()), AddCandidate("a", "Candour"))
    of = do(of, CastDots((of.session.define.candidates[0].id,) * 2))
    assert minutes(of).candidates == ()
    (candidate,) = minutes(do(of, ShowCandidates())).candidates
    assert candidate.dots is None
    (candidate,) = minutes(do(of, ShowCandidates(), ShowVotes())).candidates
    assert (candidate.text, candidate.dots, candidate.chosen) == ("Candour", 2, False)


def test_an_action_done_in_its_own_session_stays_in_its_minutes() -> None:
    of = do(work(), PutAction("open the door"), RecordOutcome(1, "done"))
    assert [a.text for a in minutes(of).actions] == ["open the door"]


def test_an_action_of_a_session_planned_ahead_is_looked_back_on() -> None:
    """All quarters planned in January: March's actions are earlier than June's session."""
    june = work()
    march = june.but(session=june.session.but(id="march"))
    agreed = do(march, PutAction("call back"))
    of = do(june.but(partnership=agreed.partnership), StartSession(), clock=Clock(LATER))
    assert [a.number for a in minutes(of).looked_back] == [1]
    assert [(a.number, a.from_this_session) for a in minutes(of).actions] == [(1, False)]


def test_a_later_session_changes_nothing_in_the_agreements_of_an_earlier_draft() -> None:
    clock = Clock()
    first = do(work(), StartSession(), PutAction("call back", due=DAY), clock=clock)
    second = first.but(session=work().session.but(id="second"))
    second = do(
        second,
        StartSession(),
        RecordOutcome(1, "postponed", "later", DAY + timedelta(days=60)),
        PutAction("another"),
        clock=clock,
    )
    assert minutes(first.but(partnership=second.partnership)) == minutes(first)


def test_confirmation_and_reopening_are_in_the_minutes() -> None:
    of = do(work(), ConfirmMinutes("a", "Anna"), ConfirmMinutes("b", "Dirk"))
    document = minutes(of)
    assert not document.draft
    assert [(c.side, c.name) for c in document.confirmations] == [("a", "Anna"), ("b", "Dirk")]
    document = minutes(do(of, ReopenSession("a slip")))
    assert document.draft
    assert document.confirmations == ()
    assert [r.reason for r in document.reopenings] == ["a slip"]


MARKS: st.SearchStrategy[Marks] = st.dictionaries(
    st.sampled_from(["openness", "trust", "pace"]), st.none() | st.integers(1, 10), min_size=1
)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(["a", "b"]), MARKS, MARKS), min_size=1, max_size=8))
def test_any_round_comes_back_from_json_and_adds_up(
    given_marks: list[tuple[str, Marks, Marks]],
) -> None:
    start = work("side", self_estimate=True)
    sealed = [
        ballot("a" if side == "a" else "b", marks, own=own, reason="why")
        for side, marks, own in given_marks
    ]
    of = revealed(start, *sealed)
    document = minutes(of)
    assert MinutesDocument.model_validate_json(document.model_dump_json()) == document
    pairs = [
        (i.a.mean_exact, i.b.mean_exact)
        for i in document.indicators
        if i.a and i.b and i.a.mean_exact is not None and i.b.mean_exact is not None
    ]
    overall = document.overall
    assert overall.counted == len(pairs)
    if pairs:
        assert overall.a_exact == pytest.approx(sum(a for a, _ in pairs) / len(pairs))
        assert overall.b_exact == pytest.approx(sum(b for _, b in pairs) / len(pairs))
    else:
        assert (overall.mark, overall.a, overall.b) == (None, None, None)
