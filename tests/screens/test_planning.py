"""Planning a session: what is proposed, what can be changed, and what survives."""

from datetime import date

import pytest
from textual.pilot import Pilot

from screens.messages import OpenPartnership
from screens.partnership import PartnershipScreen
from screens.planning import PlanningScreen
from screens.planning_draft import PlanDraft, draft_from, first_draft
from screens.stages.base import StageScreen
from sessionui.app import SessionUI
from sessionui.domain.partnership import Partnership
from sessionui.domain.scoring import Rules
from sessionui.domain.session import Session
from sessionui.locale import set_language
from tests.support.memory import MemoryRepository
from tests.support.room import (
    HOSTILE,
    NOW,
    TODAY,
    a_partnership,
    a_session,
    fresh_id,
    press,
    screen_text,
    typing,
    until,
)


class Form:
    """The application with the form for a new session open."""

    def __init__(
        self, partnership: Partnership | None = None, repository: MemoryRepository | None = None
    ) -> None:
        self.repository = repository or MemoryRepository()
        partnership = partnership or a_partnership()
        self.id = partnership.id
        if repository is None:
            self.repository.save_partnership(partnership)
        self.app = SessionUI(self.repository, clock=lambda: NOW, new_id=fresh_id)

    async def begin(self, pilot: Pilot[int]) -> None:
        await pilot.pause()
        self.app.post_message(OpenPartnership(self.id))
        await until(pilot, lambda: isinstance(self.app.screen, PartnershipScreen))
        await pilot.press("n")
        await until(pilot, lambda: isinstance(self.app.screen, PlanningScreen))
        await pilot.pause()

    @property
    def text(self) -> str:
        return " ".join(screen_text(self.app).split())

    @property
    def session(self) -> Session:
        return self.repository.sessions(self.id)[-1]


def with_indicators() -> Partnership:
    return a_session().partnership


# --- what is proposed


def test_a_kick_off_comes_first() -> None:
    assert first_draft(a_partnership(), ()).kind == "kickoff"
    assert first_draft(with_indicators(), ()).kind == "quarterly"


def test_the_rules_of_last_time_are_proposed() -> None:
    work = a_session()
    rules = Rules(secrecy="side", threshold=4, self_estimate=True)
    earlier = (work.session.but(rules=rules), a_session("kickoff").session)
    assert first_draft(work.partnership, earlier).rules == rules


def test_a_draft_that_cannot_be_read_is_passed_over() -> None:
    first = PlanDraft(kind="kickoff")
    assert draft_from(None, first) is first
    assert draft_from('{"kind": "quarter', first) is first
    assert draft_from('{"kind": "no such kind"}', first) is first
    kept = first.with_minutes("welcome", 700).with_stage("close", left_out=True)
    assert draft_from(kept.model_dump_json(), first) == kept
    assert kept.minutes_of("welcome") == 600
    assert kept.total == 600 + 70 + 60 + 15


def test_budgets_are_kept_by_kind() -> None:
    draft = PlanDraft(kind="quarterly").with_minutes("welcome", 25).but(kind="year")
    assert draft.minutes_of("welcome") == 10
    assert draft.but(kind="quarterly").minutes_of("welcome") == 25


# --- by keyboard


async def test_enter_and_save_opens_a_kick_off_for_today() -> None:
    form = Form()
    async with form.app.run_test(size=(80, 24)) as pilot:
        await form.begin(pilot)
        assert "▸ Kick-off workshop" in form.text
        assert "Thursday, 12 November 2026" in form.text
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(form.app.screen, StageScreen))
        assert (form.session.kind, form.session.date) == ("kickoff", TODAY)
        assert len(form.session.participants) == 6
        assert not form.repository.drafts()
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(form.app.screen, PartnershipScreen))


async def test_everything_can_be_chosen_by_keyboard() -> None:
    form = Form(with_indicators())
    async with form.app.run_test(size=(80, 24)) as pilot:
        await form.begin(pilot)
        await pilot.press("down", "tab")
        await press(pilot, *["backspace"] * 10, *typing("in 2 weeks"), "enter")
        await press(pilot, *typing("Hall 2"), "enter", *typing("Mia"), "enter")
        await pilot.press("down", "space", "down", "plus", "down", "space", "down", "enter")
        await pilot.press("tab", "down", "space")
        await pilot.press("tab", "a")
        await pilot.press("tab", "plus", "down", "minus", "down", "space")
        await pilot.pause()
        assert "1:50 in all" in form.text
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(form.app.screen, PartnershipScreen))
        await until(pilot, lambda: "26 Nov 2026" in form.text)
    session = form.session
    assert (session.kind, session.date) == ("year", date(2026, 11, 26))
    assert (session.place, session.facilitator) == ("Hall 2", "Mia")
    assert session.rules == Rules(secrecy="side", threshold=4, self_estimate=True, half_marks=True)
    people = form.repository.partnership(form.id).people
    assert [p.name for p in people if p.id in session.participants] == ["Anna 0", "Anna 2"]
    stages = {s.key: (s.minutes, s.skipped) for s in session.stages}
    assert stages["welcome"] == (15, False)
    assert stages["look_back"] == (20, False)
    assert stages["score"] == (10, True)


async def test_a_later_session_waits_on_the_partnership_with_the_highlight_on_it() -> None:
    form = Form()
    async with form.app.run_test(size=(80, 24)) as pilot:
        await form.begin(pilot)
        await press(pilot, "tab", *["backspace"] * 10, *typing("1-2-2027"), "ctrl+s")
        await until(pilot, lambda: "Next: Kick-off workshop, Monday, 1 February 2027" in form.text)
        assert "planned" in form.text
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(form.app.screen, StageScreen))


async def test_the_date_that_was_agreed_is_proposed() -> None:
    form = Form(a_partnership().but(next_session=date(2027, 2, 11)))
    async with form.app.run_test(size=(80, 24)) as pilot:
        await form.begin(pilot)
        assert "Thursday, 11 February 2027" in form.text


async def test_a_review_without_indicators_is_told_and_allowed() -> None:
    form = Form()
    async with form.app.run_test(size=(80, 24)) as pilot:
        await form.begin(pilot)
        assert "comes first" not in form.text
        await pilot.press("down")
        await until(pilot, lambda: "a kick-off workshop comes first" in form.text)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: bool(form.repository.sessions(form.id)))
        assert form.session.kind == "quarterly"


async def test_a_wrong_date_is_refused_and_nothing_is_planned() -> None:
    form = Form()
    async with form.app.run_test(size=(80, 24)) as pilot:
        await form.begin(pilot)
        await press(pilot, "tab", *typing("x"), "tab", "ctrl+s")
        await pilot.pause()
        assert "for instance: 18-12" in form.text
        assert "Type a date, such as" in form.text
        assert form.app.focused is not None
        assert form.app.focused.id == "day"
        assert form.repository.sessions(form.id) == ()


async def test_a_session_without_any_stage_is_refused() -> None:
    form = Form()
    async with form.app.run_test(size=(120, 40)) as pilot:
        await form.begin(pilot)
        form.app.screen.query_one("#stages").focus()
        for _ in range(5):
            await pilot.press("space", "down")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Keep at least one" in form.text)
        assert form.repository.sessions(form.id) == ()


async def test_a_half_filled_form_survives_a_crash_and_escape() -> None:
    repository = MemoryRepository()
    partnership = with_indicators()
    repository.save_partnership(partnership)
    form = Form(partnership, repository)
    async with form.app.run_test(size=(80, 24)) as pilot:
        await form.begin(pilot)
        await press(pilot, "down", "tab", "tab", *typing("Hall"), "tab", "tab", "down", "space")
        await pilot.pause()
    form = Form(partnership, repository)
    async with form.app.run_test(size=(80, 24)) as pilot:
        await form.begin(pilot)
        assert "▸ Year review" in form.text
        assert "▸ By side" in form.text
        assert "Hall" in form.text
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(form.app.screen, PartnershipScreen))
        await pilot.press("n")
        await until(pilot, lambda: isinstance(form.app.screen, PlanningScreen))
        await until(pilot, lambda: "▸ Year review" in form.text)


async def test_looking_at_the_form_keeps_nothing() -> None:
    form = Form()
    async with form.app.run_test(size=(80, 24)) as pilot:
        await form.begin(pilot)
        await pilot.press("tab", "tab", "x", "backspace", "escape", "escape")
        await until(pilot, lambda: isinstance(form.app.screen, PartnershipScreen))
        assert not form.repository.drafts()


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_hostile_text_in_dutch(size: tuple[int, int]) -> None:
    set_language("nl")
    partnership = a_partnership(raters=20, names=(HOSTILE, "x" * 1000))
    people = tuple(p.but(name=HOSTILE * 20) for p in partnership.people)
    form = Form(partnership.but(people=people))
    form.repository.set_setting("language", "nl")
    async with form.app.run_test(size=size) as pilot:
        await form.begin(pilot)
        await pilot.press("down", *["tab"] * 4, "down", "space", "tab", "end", "space", "f1")
        await pilot.pause()
        await pilot.press("escape", "ctrl+l")
        await pilot.pause()
        assert "New session" in form.text
        await until(pilot, lambda: form.app.focused is not None)


async def test_the_keyboard_is_somewhere_after_a_switch_of_language() -> None:
    form = Form()
    async with form.app.run_test(size=(80, 24)) as pilot:
        await form.begin(pilot)
        await press(pilot, "tab", "tab", *typing("Hall"), "ctrl+l")
        await until(pilot, lambda: form.app.focused is not None)
        assert "Hall" in form.text
