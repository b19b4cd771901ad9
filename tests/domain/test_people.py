"""Who is there, who scores, and the partnership itself (method, stage 1)."""

import pytest

from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.people import (
    AddPerson,
    ArchivePartnership,
    DescribePartnership,
    EditPerson,
    SetNextSession,
    SetPersonHere,
)
from sessionui.domain.intents.score import SealBallot
from sessionui.domain.intents.welcome import LetIn, SetParticipant, SetPresence, SetWelcome
from sessionui.domain.planning import new_partnership, new_session
from sessionui.domain.summary import card_of
from sessionui.domain.wording import Refused
from tests.domain.making import DAY, PEOPLE, Clock, answers, do, named, partnership, revealed, work
from tests.domain.refusals import refusal


def test_presence_is_noted_and_who_walks_in_takes_part() -> None:
    of = do(work(), SetParticipant("finn", takes_part=False))
    assert of.session.presence_of("finn") == "expected"
    of = do(of, SetPresence("finn", "present"), SetPresence("els", "absent_notice"))
    assert of.session.presence_of("finn") == "present"
    assert of.session.presence_of("els") == "absent_notice"
    assert of.raters("b") == ("dirk", "els", "finn")


def test_who_was_left_out_or_had_left_is_let_in_by_name_and_nobody_is_there_twice() -> None:
    of = do(work(), SetParticipant("anna", takes_part=False))
    before = len(of.partnership.people)
    for out in (of, do(of, SetPersonHere("anna", here=False))):
        anna = out.partnership.person("anna")
        back = do(out, LetIn("a", " anna BOS"))
        again = back.partnership.person("anna")
        assert anna is not None
        assert again == anna.but(left=None)
        assert len(back.partnership.people) == before
        assert (back.session.presence_of("anna"), "anna" in back.raters("a")) == ("present", True)
        assert "initial" in refusal(back, LetIn("a", "Anna Bos"))
    lead = do(of, LetIn("a", "Anna Bos", " lead ")).partnership.person("anna")
    assert lead is not None
    assert lead.role == "lead"


def test_who_is_not_known_on_that_side_is_new() -> None:
    of = do(work(), SetParticipant("anna", takes_part=False), LetIn("b", "Anna Bos", " guest "))
    new = of.partnership.people[-1]
    assert (new.name, new.role, new.side) == ("Anna Bos", "guest", "b")
    assert (of.session.presence_of(new.id), of.raters("b")[-1]) == ("present", new.id)
    assert "anna" not in of.raters("a")
    assert refusal(of, LetIn("b", " "))


def test_taking_part_twice_changes_nothing() -> None:
    of = work()
    assert do(of, SetParticipant("finn", takes_part=True)) == of


def test_purpose_and_ground_rules() -> None:
    of = do(work(), SetWelcome("talk", "no blame"))
    assert (of.session.purpose, of.session.ground_rules) == ("talk", "no blame")


def test_people_come_and_go_and_history_keeps_them() -> None:
    of = do(work(), AddPerson("a", " Gijs Mol ", " manager "), SetPersonHere("anna", here=False))
    pact = of.partnership
    assert [p.name for p in pact.people_of("a")] == ["Bram Vos", "Carla de Wit", "Gijs Mol"]
    assert PEOPLE[0].id in {p.id for p in pact.people_of("a", here_only=False)}
    assert of.person_name("anna") == "Anna Bos"
    assert of.raters("a") == ("anna", "bram", "carla")
    back = do(of, SetPersonHere("anna", here=True)).partnership.person("anna")
    assert back is not None
    assert back.here


@pytest.mark.parametrize(
    "intent",
    [
        AddPerson("a", "anna BOS"),
        AddPerson("a", " "),
        EditPerson("bram", "Anna Bos"),
        EditPerson("bram", ""),
        DescribePartnership("", "Helderwit"),
        DescribePartnership("Noorderhaven", " "),
        DescribePartnership("Noorderhaven", "Helderwit", rhythm_months=0),
        DescribePartnership("Noorderhaven", "Helderwit", rhythm_months=25),
    ],
)
def test_what_a_partnership_refuses(intent: Intent) -> None:
    assert refusal(work(), intent)


def test_two_sides_may_each_have_somebody_of_that_name() -> None:
    of = do(work(), AddPerson("b", "Anna Bos"), EditPerson("dirk", "Dirk Jansen", "lead"))
    assert [p.name for p in of.partnership.people].count("Anna Bos") == 2
    dirk = of.partnership.person("dirk")
    assert dirk is not None
    assert dirk.role == "lead"


def test_the_partnership_is_described_archived_and_planned() -> None:
    describe = DescribePartnership("North", "Clear", "Cleaning", "C-1", DAY, 6)
    of = do(work(), describe, ArchivePartnership(), SetNextSession(DAY)).partnership
    assert (of.name_of("a"), of.name_of("b"), of.rhythm_months) == ("North", "Clear", 6)
    assert (of.contract.name, of.contract.reference, of.contract.since) == ("Cleaning", "C-1", DAY)
    assert of.archived
    assert of.next_session == DAY


def test_a_new_partnership_needs_two_names() -> None:
    pact = new_partnership(" North ", "Clear", Clock()(), example=True)
    assert (pact.name_a, pact.name_b, pact.example) == ("North", "Clear", True)
    for names in (("", "Clear"), ("North", " ")):
        with pytest.raises(Refused):
            new_partnership(*names, Clock()())


def test_a_new_session_expects_everybody_who_is_here() -> None:
    pact = partnership().but(people=(PEOPLE[0].but(left=DAY), *PEOPLE[1:]))
    session = new_session(
        pact,
        "year",
        DAY,
        Clock()(),
        budgets={"score": 25},
        left_out=frozenset({"welcome"}),
    )
    assert "anna" not in session.participants
    assert session.stage == "look_back"
    assert [(s.key, s.minutes) for s in session.stages if s.key == "score"] == [("score", 25)]
    assert session.state == "planned"
    assert new_session(pact, "year", DAY, Clock()(), participants=()).participants == ()


def test_the_card_holds_revealed_marks_only() -> None:
    of = do(work(), named("anna", {"openness": 7}))
    card = card_of(of.partnership, [of.session], [of.revealed])
    assert card.marks == ()
    assert (card.session_kind, card.session_state, card.sessions) == ("quarterly", "planned", 1)
    shown = revealed(
        work(ids=("openness",)),
        SealBallot("a", answers({"openness": 7}), rater_id="anna"),
        SealBallot("b", answers({"openness": 6}), rater_id="dirk"),
    )
    card = card_of(shown.partnership, [], [shown.revealed])
    assert (card.marks, card.session_id) == (("6.5",), "")
