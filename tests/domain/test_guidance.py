"""Each rule speaks when its situation is there, and not when it is not."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sessionui.domain.agreements import Action, ActionEvent
from sessionui.domain.guidance.book import RULES, prompts, rule_of
from sessionui.domain.guidance.rule import Prompt
from sessionui.domain.guidance.situation import situation_of
from sessionui.domain.indicators import Meaning
from sessionui.domain.intents.agree import PutAction, PutDecision, RecordReadBack
from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.close import RecordClosing, WaveThrough
from sessionui.domain.intents.define import AddCandidate, ShowCandidates
from sessionui.domain.intents.look_back import PutIssue, RecordOutcome
from sessionui.domain.intents.meaning import ReviseMeaning
from sessionui.domain.intents.people import SetNextSession, SetPersonHere
from sessionui.domain.intents.reveal import NoteDiscussion, Reveal, SideSpoke
from sessionui.domain.intents.score import LockRound, SealBallot
from sessionui.domain.intents.walk import GoToStage, ParkPoint, StartSession
from sessionui.domain.intents.welcome import SetPresence, SetRules
from sessionui.domain.kinds import STAGE_NAMES, StageKey
from sessionui.domain.sides import SIDES
from sessionui.domain.work import Work
from tests.domain.making import (
    DAY,
    NOON,
    PEOPLE,
    Marks,
    ballot,
    do,
    indicator,
    named,
    partnership,
    work,
)

Six = tuple[float | None, ...]
LONG_AGO = NOON - timedelta(days=91)


def said(
    of: Work, stage: StageKey = "reveal", at: str | None = "trust", minutes: float = 0
) -> dict[str, Prompt]:
    """The prompts by rule, so many minutes after noon."""
    now = NOON + timedelta(minutes=minutes)
    return {p.rule: p for p in prompts(situation_of(of, stage, now, at))}


def given(marks: Six, *, of: Work | None = None, own: Six = (), reasons: str = "") -> Work:
    """Everybody of ``PEOPLE`` gave "trust" that mark, by name, and it is revealed."""
    of = of or work(self_estimate=bool(own))
    estimates: list[Marks | None] = [{"trust": mark} for mark in own]
    estimates = estimates or [None] * 6
    ballots = [
        named(p.id, {"trust": mark}, own=estimate, reason=reasons)
        for p, mark, estimate in zip(PEOPLE, marks, estimates, strict=True)
    ]
    return do(of, *ballots, LockRound(), Reveal("trust"))


def after(marks: Six, *, months: int = 3) -> Work:
    """A new session; in the one before, "trust" got those marks."""
    before = given(marks)
    then = before.session.but(date=DAY - timedelta(days=30 * months), id="before")
    last = replace(before, session=then).revealed
    return replace(work(), earlier=(last,), past=(then,))


CALM: Six = (7, 7, 7, 7, 7, 8)


# --- marks


def test_a_fail_asks_for_an_example_first() -> None:
    prompt = said(given((5, 5, 5, 7, 7, 7)))["fail"]
    assert prompt.ask.values["giver"] == "Noorderhaven"
    assert prompt.why.values["receiver"] == "Helderwit"
    assert "fail" not in said(given((5.5, 5.5, 5.5, 7, 7, 7), of=work(half_marks=True)))


def test_a_spread_asks_the_two_ends_by_name() -> None:
    prompt = said(given((5, 6, 8, 7, 7, 7)))["spread"]
    assert (prompt.ask.values["lowest"], prompt.ask.values["highest"]) == (
        "Anna Bos",
        "Carla de Wit",
    )
    assert "spread" not in said(given((7, 7.5, 7.5, 7, 7, 7), of=work(half_marks=True)))


def test_where_several_gave_the_highest_or_it_is_by_side_nobody_is_named() -> None:
    several = said(given((5, 8, 8, 7, 7, 7)))["spread"]
    sealed = [ballot("a", {"trust": m}) for m in (5, 6, 8)]
    sealed += [ballot("b", {"trust": 7}) for _ in range(3)]
    by_side = do(work("side"), *sealed, LockRound(), Reveal("trust"))
    for prompt in (several, said(by_side)["spread"]):
        assert set(prompt.ask.values) == {"side", "size", "low", "high"}
        assert "Anna" not in str(prompt)


def test_a_gap_and_an_own_estimate_that_lies_off() -> None:
    found = said(given((6, 6, 6, 8, 8, 8), own=(9, 9, 9, 5, 5, 5)))
    assert found["gap"].why.values["size"] == 2
    assert found["perception-gap"].ask.values == {
        "side": "Noorderhaven",
        "other": "Helderwit",
        "size": 1,
    }
    assert "gave itself {size} more" in found["perception-gap"].why.template
    calm = said(given(CALM))
    assert not {"gap", "perception-gap", "fail", "spread"} & set(calm) - {"spread"}


def test_a_drop_and_a_rise_since_last_time_only_with_the_same_meaning() -> None:
    now = given((6, 6, 6, 8, 8, 8), of=after((8, 8, 8, 6, 6, 6)))
    assert said(now)["drop"].why.values["receiver"] == "Helderwit"
    assert said(now)["rise"].why.values["receiver"] == "Noorderhaven"
    sharper = do(
        after((8, 8, 8, 6, 6, 6)), ReviseMeaning("trust", "Trust", Meaning(text="other"), "clearer")
    )
    changed = said(given((6, 6, 6, 8, 8, 8), of=sharper))
    assert "new-meaning" in changed
    assert not {"drop", "rise", "gap-again"} & set(changed)


def test_a_gap_for_the_second_round_without_an_action_is_said() -> None:
    gap: Six = (6, 6, 6, 8, 8, 8)
    again = given(gap, of=after(gap))
    assert said(again)["gap-again"].why.values["was"] == 2
    assert "gap-again" not in said(given(gap))
    assert "gap-again" not in said(given(gap, of=after(CALM)))
    agreed = do(again, PutAction("talk weekly", indicator_id="trust"))
    assert "gap-again" not in said(agreed)
    elsewhere = do(again, PutAction("talk weekly", indicator_id="pace"))
    assert "gap-again" in said(elsewhere)


def test_equal_marks_absent_marks_and_calm_ones() -> None:
    assert said(given((7, 7, 7, 7, 7, 7)))["all-equal"].why.values["mark"] == 7
    assert "all-equal" not in said(given(CALM))
    assert "not-applicable" in said(given((None, None, None, 7, 7, 7)))
    assert "not-applicable" not in said(given((None, None, 6, 7, 7, 7)))
    level = given((7, 7.5, 7, 7, 7.5, 7), of=work(half_marks=True))
    assert "nothing-stands-out" in said(level)
    assert "nothing-stands-out" not in said(given((6, 6, 6, 8, 8, 8)))


def test_the_side_that_wrote_nothing_is_asked() -> None:
    sealed: list[Intent] = [named(p.id, {"trust": 7}, reason="seen") for p in PEOPLE[:3]]
    sealed += [named(p.id, {"trust": 7}) for p in PEOPLE[3:]]
    of = do(work(), *sealed, LockRound(), Reveal("trust"))
    assert said(of)["no-reasons"].ask.values["side"] == "Helderwit"
    assert "no-reasons" not in said(do(of, SideSpoke("trust", "b")))
    assert "no-reasons" not in said(given(CALM, reasons="both"))


def test_below_the_threshold_only_the_hiding_is_said() -> None:
    sealed = [ballot("a", {"trust": 3}) for _ in range(2)]
    sealed += [ballot("b", {"trust": m}) for m in (4, 7, 9)]
    found = said(do(work("side"), *sealed, LockRound(), Reveal("trust")))
    assert found["hidden-side"].why.values == {
        "side": "Noorderhaven",
        "indicator": "Trust",
        "least": 3,
    }
    assert found["spread"].why.values["side"] == "Helderwit"
    nobody = [ballot("a", {"trust": None}) for _ in range(3)]
    silent = do(work("side"), *nobody, *sealed[2:], LockRound(), Reveal("trust"))
    assert "not-applicable" not in said(silent)


# --- the conversation


def test_until_both_have_spoken_marks_and_after_that_the_talk() -> None:
    of = given((4, 6, 8, 8, 8, 8))
    assert {"fail", "spread", "gap"} & set(said(of)) >= {"spread", "gap"}
    both = do(of, SideSpoke("trust", "a"), SideSpoke("trust", "b"))
    assert set(said(both)) == {"heard-back", "nothing-agreed"}
    heard = do(both, NoteDiscussion("trust", heard="that it is slow"))
    assert set(said(heard)) == {"goes-well", "nothing-agreed"}
    well = do(heard, NoteDiscussion("trust", heard="that it is slow", goes_well="the desk"))
    assert set(said(well)) == {"nothing-agreed"}
    for settled in (
        PutAction("call", indicator_id="trust"),
        PutDecision("we call", "trust"),
        ParkPoint("later", "trust"),
    ):
        assert "nothing-agreed" not in said(do(well, settled))


def test_the_side_that_is_silent_while_notes_are_made_is_asked() -> None:
    of = do(given(CALM), SideSpoke("trust", "a"))
    assert "one-side-silent" not in said(of)
    noted = do(of, NoteDiscussion("trust", said="it was slow"))
    assert said(noted)["one-side-silent"].ask.values["silent"] == "Helderwit"
    assert "one-side-silent" not in said(do(noted, SideSpoke("trust", "b")))


@pytest.mark.parametrize(
    ("note", "word"),
    [
        ("They ALWAYS come late", "ALWAYS"),
        ("dat doen zij nooit", "nooit"),
        ("it is their fault", "their fault"),
        ("een schuldige is er niet", None),
        ("hallways and sallow people", None),
        ("on 3 May the floor was wet", None),
    ],
)
def test_words_that_judge_ask_for_behaviour(note: str, word: str | None) -> None:
    found = said(do(given(CALM), NoteDiscussion("trust", said=note)))
    assert (found["blaming-words"].why.values["word"] if "blaming-words" in found else None) == word


def test_an_indicator_without_a_meaning_is_explained_before_its_reveal() -> None:
    bare = partnership().but(indicators=(indicator("trust", text=""),))
    of = replace(work(), partnership=bare)
    assert "unclear-indicator" in said(of)
    assert "unclear-indicator" not in said(work())
    assert "unclear-indicator" not in said(given(CALM, of=of))


# --- agreements


def earlier(**values: object) -> Work:
    action = Action(number=1, text="mop [/]", session_id="before", at=LONG_AGO, **values)  # type: ignore[arg-type]
    of = work()
    return of.but(partnership=of.partnership.but(actions=(action,)))


def put_off(times: int) -> tuple[ActionEvent, ...]:
    event = ActionEvent(outcome="postponed", at=LONG_AGO, due=DAY)
    return (event,) * times


def test_what_was_put_off_twice_asks_what_stands_in_the_way() -> None:
    of = earlier(owner_id="anna", due=DAY, events=put_off(2))
    assert said(of, "look_back")["postponed-again"].why.values["times"] == 2
    assert "postponed-again" not in said(earlier(owner_id="anna", events=put_off(1)), "look_back")
    assert "postponed-again" not in said(do(of, RecordOutcome(1, "done")), "look_back")


def test_late_owners_that_left_and_long_lists() -> None:
    late = earlier(owner_id="anna", due=date(2026, 10, 1))
    assert "late-action" in said(late, "look_back")
    assert "late-action" not in said(do(late, RecordOutcome(1, "postponed", due=DAY)), "look_back")
    gone = do(late, SetPersonHere("anna", here=False))
    assert said(gone, "close")["owner-left"].why.values["owner"] == "Anna Bos"
    (one,) = late.partnership.actions
    many = late.but(
        partnership=late.partnership.but(
            actions=tuple(one.but(number=n, due=None) for n in range(1, 9))
        )
    )
    assert "many-actions" in said(many, "look_back")
    assert "many-actions" not in said(late, "look_back")


def test_one_side_tells_what_goes_on() -> None:
    of = do(work(), PutIssue("a", "short of staff"))
    assert said(of, "look_back")["one-side-issues"].ask.values["silent"] == "Helderwit"
    assert "one-side-issues" not in said(do(of, PutIssue("b", "a move")), "look_back")


def test_actions_want_an_owner_a_date_a_sign_and_both_sides() -> None:
    of = do(work(), PutAction("mop"))
    assert {"no-owner", "no-date", "done-when", "not-read-back"} <= set(said(of, "actions"))
    whole = PutAction("mop", "it shines", "anna", DAY + timedelta(days=9))
    full = do(work(), whole, whole, whole)
    assert set(said(full, "actions")) == {"one-side-acts", "not-read-back"}
    assert said(full, "actions")["one-side-acts"].ask.values["idle"] == "Helderwit"
    read = do(full, RecordReadBack(read=True, consent=True))
    assert "not-read-back" not in said(read, "close")


def test_a_gap_or_a_fail_that_no_action_serves() -> None:
    of = given((6, 6, 6, 8, 8, 8))
    assert said(of, "actions", None)["gap-without-action"].ask.values["indicator"] == "Trust"
    agreed = do(of, PutAction("talk", indicator_id="trust"))
    assert "gap-without-action" not in said(agreed, "close", None)
    assert "gap-without-action" not in said(given(CALM), "close", None)


def test_parked_points_and_what_was_not_discussed_come_back() -> None:
    of = do(given(CALM), ParkPoint("the car park"))
    assert said(of, "close")["parked-points"].why.values["count"] == 1
    assert "not-discussed" in said(of, "close")
    parked = do(of, ParkPoint("next time", "openness"), ParkPoint("next time", "pace"))
    assert "not-discussed" not in said(parked, "close")


# --- stages and time


def test_time_over_and_time_short() -> None:
    of = do(given(CALM), StartSession(), GoToStage("reveal"))
    began = of.stage.spans[-1].start
    start = (began - NOON).total_seconds() / 60
    assert "over-time" not in said(of, minutes=start + 50)
    assert said(of, minutes=start + 53)["over-time"].why.values == {"planned": 50, "minutes": 3}
    assert "short-of-time" not in said(of, minutes=start + 40)
    assert said(of, minutes=start + 43)["short-of-time"].why.values == {"count": 2, "minutes": 7}


def test_too_few_raters_by_side() -> None:
    of = do(work("side", threshold=4))
    assert said(of, "welcome")["few-raters"].why.values["count"] == 3
    assert "few-raters" not in said(do(of, SetRules("name")), "welcome")


def test_a_side_of_which_nobody_is_here_or_nobody_answered() -> None:
    absent = [SetPresence(p.id, "absent" if p.side == "b" else "present") for p in PEOPLE]
    assert said(do(work(), *absent), "welcome")["side-absent"].ask.values["side"] == "Helderwit"
    assert "side-absent" not in said(do(work(), *absent[:4]), "welcome")
    of = do(work(), named("anna", {"trust": 7}))
    silent = said(of, "score")["side-not-scored"]
    assert silent.ask.values["side"] == "Helderwit"
    assert silent.why.template.endswith("{count} of {other} has.")
    two = said(do(of, named("bram", {"trust": 7})), "score")["side-not-scored"]
    assert two.why.template.endswith("{count} of {other} have.")
    assert "side-not-scored" not in said(do(of, named("dirk", {"trust": 7})), "score")
    assert "side-not-scored" not in said(do(of, LockRound()), "score")


def test_defining_and_giving_meaning() -> None:
    kick_off = work(kind="kickoff", ids=())
    listed = do(
        kick_off, AddCandidate("a", "calm"), AddCandidate("a", "kind"), AddCandidate(None, "x")
    )
    assert "one-side-candidates" not in said(listed, "define")
    shown = do(listed, ShowCandidates())
    assert said(shown, "define")["one-side-candidates"].ask.values["silent"] == "Helderwit"
    assert "large-set" in said(work(kind="kickoff", ids=[f"i{n}" for n in range(9)]), "define")
    assert "large-set" not in said(work(kind="kickoff"), "define")
    bare = work(kind="kickoff")
    bare = bare.but(partnership=partnership().but(indicators=(indicator("trust", text=""),)))
    assert said(bare, "meaning")["no-meaning"].why.values["indicator"] == "Trust"
    one_way = do(bare, ReviseMeaning("trust", "Trust", Meaning(text="t", expects_a="a call")))
    assert said(one_way, "meaning")["one-way-expectation"].ask.values["silent"] == "Helderwit"


def test_closing() -> None:
    of = do(work(), StartSession())
    assert "no-next-date" in said(of, "close")
    assert "no-next-date" not in said(do(of, SetNextSession(DAY + timedelta(days=90))), "close")
    apart = do(of, RecordClosing(surprise="yes", trust_a=2, trust_b=4))
    found = said(apart, "close")
    assert "surprised" in found
    assert found["trust-apart"].ask.values["low"] == "Noorderhaven"
    noted = do(apart, RecordClosing(surprise="yes", surprise_note="pace", trust_a=3, trust_b=4))
    assert not {"surprised", "trust-apart"} & set(said(noted, "close"))


# --- all rules


def test_rules_are_told_apart_and_stay_in_their_stages() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES) > 40
    assert all(set(rule.stages) <= set(STAGE_NAMES) for rule in RULES)
    assert rule_of("fail") is not None
    assert rule_of("elsewhere") is None
    of = given((4, 4, 4, 8, 8, 8))
    for stage in STAGE_NAMES:
        for prompt in said(of, stage).values():
            rule = rule_of(prompt.rule)
            assert rule is not None
            assert stage in rule.stages


def test_a_rule_that_is_off_is_silent_and_the_others_speak_on() -> None:
    of = given((4, 6, 8, 8, 8, 8))
    situation = situation_of(of, "reveal", NOON, "trust")
    everything = [p.rule for p in prompts(situation)]
    assert len(everything) > 1
    for rule_id in everything:
        rest = [r for r in everything if r != rule_id]
        assert [p.rule for p in prompts(situation, {rule_id})] == rest
    assert prompts(situation, {rule.id for rule in RULES}) == ()


def test_confirmed_minutes_ask_nothing() -> None:
    of = given((4, 4, 4, 8, 8, 8))
    final = of.but(session=of.session.but(confirmed_at=NOON))
    assert all(said(final, stage) == {} for stage in STAGE_NAMES)


def test_the_situation_holds_no_ballot() -> None:
    of = work()
    sealed: list[SealBallot] = [named(p.id, {"trust": 3}, reason="zebra") for p in PEOPLE]
    situation = situation_of(do(of, *sealed, LockRound()), "reveal", NOON, "trust")
    assert "zebra" not in repr(situation)
    assert situation.revealed.items == ()
    assert situation.figures is None
    assert [situation.turnout[side].answered for side in SIDES] == [3, 3]


def test_what_the_room_let_pass_is_asked_no_more() -> None:
    of = do(work(), PutAction("call"), GoToStage("close"))
    assert {"no-owner", "no-date"} <= set(said(of, "close"))
    of = do(of, WaveThrough("action/1/owner"))
    assert {"no-owner", "no-date"} & set(said(of, "close")) == {"no-date"}
    of = do(of, WaveThrough("action/1/date"), PutAction("write"))
    assert {"no-owner", "no-date"} <= set(said(of, "close")), "the other action has neither"
