"""The worked example is whole, the same in both languages, and never stale."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, date, timedelta
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from sessionui.domain.completeness import missing
from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.similar import near_duplicates
from sessionui.domain.work import Work
from sessionui.example import Example, example
from sessionui.example.shape import Texts
from sessionui.example.texts_en import TEXTS as EN
from sessionui.example.texts_nl import TEXTS as NL
from sessionui.text import clean

TODAY = date(2026, 11, 20)
BOTH: list[Texts] = [NL, EN]


@pytest.fixture(scope="module", params=["nl", "en"])
def told(request: pytest.FixtureRequest) -> Example:
    return example(request.param, TODAY, zone=UTC)


def texts_in(value: Any) -> Iterator[str]:
    """Every text in a value, however deep."""
    match value:
        case str():
            yield value
        case tuple() | list() | frozenset():
            for entry in value:
                yield from texts_in(entry)
        case dict():
            yield from texts_in(tuple(value.values()))
        case BaseModel():
            yield from texts_in(tuple(dict(value).values()))
        case _ if is_dataclass(value) and not isinstance(value, type):
            yield from texts_in(tuple(getattr(value, f.name) for f in fields(value)))


def shape_of(value: Any) -> Any:
    """Which texts are there, without what they say."""
    match value:
        case str():
            return bool(value)
        case tuple():
            return tuple(shape_of(v) for v in value)
        case dict():
            return {k: shape_of(v) for k, v in value.items()}
        case BaseModel():
            return shape_of(dict(value))
        case _ if is_dataclass(value) and not isinstance(value, type):
            return {f.name: shape_of(getattr(value, f.name)) for f in fields(value)}
    return None


def test_both_languages_say_the_same_things() -> None:
    assert shape_of(NL) == shape_of(EN)


def test_nothing_was_left_in_the_other_language() -> None:
    same = set(texts_in(NL)) & set(texts_in(EN)) - {"", "Annelies Postma", "a", "b"}
    assert {text for text in same if text.strip("0123456789%")} == set()


@pytest.mark.parametrize("texts", BOTH, ids=["nl", "en"])
def test_texts_are_as_cleaning_leaves_them(texts: Texts) -> None:
    for text in texts_in(texts):
        assert clean(text) == text.strip() == text
        assert "  " not in text


def test_the_same_arguments_give_the_same_example() -> None:
    assert example("nl", TODAY, zone=UTC) == example("nl", TODAY, zone=UTC)
    assert example("nl", TODAY, zone=UTC, seed="2") != example("nl", TODAY, zone=UTC)


def test_ids_are_the_same_in_both_languages() -> None:
    one, two = (example(lang, TODAY, zone=UTC) for lang in ("nl", "en"))
    assert [w.session.id for w in one.works] == [w.session.id for w in two.works]
    assert [p.id for p in one.partnership.people] == [p.id for p in two.partnership.people]


def test_it_is_marked_as_an_example(told: Example) -> None:
    assert told.partnership.example
    assert all(document.example for document in told.minutes)
    assert (told.partnership.name_a, told.partnership.name_b) == ("Noorderhaven", "Helderwit")


def test_sessions_stand_as_a_prospect_should_find_them(told: Example) -> None:
    found = [(w.session.kind, w.session.state, w.session.stage) for w in told.works]
    assert found == [
        ("kickoff", "confirmed", "close"),
        *[("quarterly", "confirmed", "close")] * 4,
        ("quarterly", "planned", "reveal"),
        ("year", "planned", "score"),
    ]


def test_every_work_holds_the_partnership_as_it_is_now(told: Example) -> None:
    assert all(w.partnership == told.partnership for w in told.works)
    assert [len(w.earlier) for w in told.works] == [0, 0, 1, 2, 3, 4, 4]


def test_four_raters_a_side_at_every_session(told: Example) -> None:
    for work in told.works:
        assert (len(work.raters("a")), len(work.raters("b"))) == (4, 4)


def test_people_come_and_go_and_history_keeps_them(told: Example) -> None:
    left = [p.name for p in told.partnership.people if not p.here]
    assert left == ["Dirk Meulenbelt"]
    assert "Murat Yıldız" in [p.name for p in told.partnership.people_of("b")]
    present = [a.who.name for a in told.minutes[2].attendance]
    assert "Dirk Meulenbelt" in present
    assert "Murat Yıldız" not in present


def test_confirmed_minutes_lack_nothing(told: Example) -> None:
    assert len(told.minutes) == 5
    for document in told.minutes:
        assert document.state == "confirmed"
        assert document.missing == ()
        assert {c.side for c in document.confirmations} == {"a", "b"}
        assert document.consent


def test_every_session_took_about_its_time(told: Example) -> None:
    for document in told.minutes:
        budget = sum(item.minutes for item in document.agenda) * 60
        used = sum(item.used_seconds for item in document.agenda)
        assert 0.9 < used / budget < 1.15
        assert all(item.used_seconds for item in document.agenda)


def test_all_six_indicators_have_a_full_meaning(told: Example) -> None:
    assert len(told.partnership.in_force) == 6
    for indicator in told.partnership.in_force:
        for revision in indicator.revisions:
            assert all(dict(revision.meaning).values())


def test_the_kick_off_shows_merging_and_voting(told: Example) -> None:
    define = told.works[0].session.define
    assert define.votes_shown
    assert len(define.voted) == 8
    assert sum(define.dots(c.id) for c in define.standing) == 24
    merged = [c for c in define.candidates if c.merged_into]
    assert len(merged) == 2
    pairs = [{one.id, two.id} for one, two in near_duplicates(define.candidates)]
    assert {merged[0].id, merged[0].merged_into} in pairs
    assert {None, "a", "b"} == {c.side for c in define.candidates}


def test_actions_run_on_and_had_an_effect(told: Example) -> None:
    actions = told.partnership.actions
    assert [a.number for a in actions] == list(range(1, 15))
    assert [a.number for a in told.partnership.open_actions] == [12, 13, 14]
    assert [a.number for a in actions if a.overdue(TODAY)] == [13]
    assert (actions[1].times_postponed, actions[1].state) == (2, "done")
    first_owner = told.minutes[0].actions[1].owner
    assert first_owner is not None
    assert actions[1].owner_id != first_owner.id
    assert [a.number for a in actions if a.state == "dropped"] == [9]
    for action in actions:
        assert all(event.note for event in action.events)
        assert action.done_when
        assert action.owner_id


def test_decisions_run_on(told: Example) -> None:
    numbers = [d.number for document in told.minutes for d in document.decisions]
    assert numbers == list(range(1, 9))


def test_all_written_texts_are_used(told: Example) -> None:
    texts = NL if told.partnership.contract.name == NL.contract else EN
    written = set(texts_in((texts.sessions, texts.meanings, texts.sharpened)))
    used = set(texts_in((told.works, told.minutes)))
    urns = {a.reason for w in told.works for b in w.urn.ballots for a in b.answers}
    assert written - used - urns == set()


def test_scores_by_side_carry_no_author(told: Example) -> None:
    for work in told.works[1:3]:
        assert work.session.rules.secrecy == "side"
        assert all(b.rater_id is None for b in work.urn.ballots)
        order = [b.id for b in work.urn.ballots]
        assert order == sorted(order)
    assert all(w.session.rules.secrecy == "name" for w in told.works[3:])


def test_the_review_of_today_is_scored_locked_and_unrevealed(told: Example) -> None:
    work = told.works[5]
    assert work.session.date == told.partnership.next_session == TODAY
    assert work.session.locked
    assert work.revealed.items == ()
    assert [work.side_turnout(s).answered for s in ("a", "b")] == [4, 3]
    assert all(self_estimates(work))
    assert work.session.private_notes
    assert not leaks(told.minutes[-1], work)


def self_estimates(work: Work) -> list[bool]:
    return [any(a.own for a in b.answers) for b in work.urn.ballots]


def leaks(document: MinutesDocument, work: Work) -> set[str]:
    """Reasons of an unrevealed round that stand in a document."""
    reasons = {a.reason for b in work.urn.ballots for a in b.answers} - {""}
    return reasons & set(texts_in(document))


def test_private_notes_know_nothing_of_the_scores(told: Example) -> None:
    work = told.works[5]
    notes = " ".join(work.session.private_notes.values())
    assert not any(a.reason and a.reason in notes for b in work.urn.ballots for a in b.answers)
    assert "4B" not in notes


def test_the_prepared_review_waits_for_some(told: Example) -> None:
    work = told.works[6]
    assert work.session.date > TODAY + timedelta(days=80)
    assert not work.session.locked
    assert [len(work.side_turnout(s).missing) for s in ("a", "b")] == [2, 3]


def test_a_ready_review_tells_what_is_still_to_do(told: Example) -> None:
    templates = {s.template for s in missing(told.works[5])}
    assert "Action {number} was not looked back on." in templates


@settings(max_examples=15)
@given(st.dates(date(2020, 1, 1), date(2090, 12, 31)), st.sampled_from(["nl", "en"]))
def test_it_never_looks_stale(today: date, lang: Literal["nl", "en"]) -> None:
    told = example(lang, today, zone=UTC)
    days = [w.session.date for w in told.works]
    assert days == sorted(days)
    assert days[5] == today
    assert all(day.weekday() < 5 for day in days if day != today)
    assert 440 <= (today - days[0]).days <= 465
    assert 85 <= (days[6] - today).days <= 95
    assert [a.number for a in told.partnership.actions if a.overdue(today)] == [13]
    for work in told.works[:5]:
        assert work.session.started_at is not None
        assert work.session.started_at.date() == work.session.date
    assert all(document.missing == () for document in told.minutes)
