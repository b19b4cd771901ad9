"""The pages in a real browser at the size of a phone, in both languages, by finger and by keys.

With ``PICTURES=FOLDER`` in the environment every page is written there as a picture.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from sessionui.domain.indicators import Meaning
from sessionui.domain.intents.close import ConfirmMinutes
from sessionui.domain.intents.meaning import ReviseMeaning
from sessionui.domain.intents.phones import IssueKey, ShowRevealedOnPhones
from sessionui.domain.intents.reveal import GoToIndicator, Reveal
from sessionui.domain.intents.score import LockRound, SealBallot
from sessionui.domain.scoring import Answer
from sessionui.domain.sides import SIDES
from sessionui.domain.terms import Secrecy
from sessionui.domain.work import Work
from sessionui.phones.address import personal_url, room_url
from sessionui.phones.tokens import key_hash, new_token, room_code
from tests.support.browser import browser, page_in, violations
from tests.support.depth import everyday
from tests.support.phone_room import DeskRoom, a_room, phone_work, serving
from tests.support.room import a_partnership, a_session, doing

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

Lang = Literal["en", "nl"]
pytestmark = [pytest.mark.external, pytest.mark.slow]

NAMES = ("Ziekenhuis Noorderhaven", "Helderwit Schoonmaak")
MEANING = Meaning(
    text="We say what we see coming before the other has to ask, and bring a proposal.",
    seen="A call before the problem is there.",
    not_seen="We hear it from the ward.",
    at_4="Only after two reminders.",
    at_6="On time, without a proposal.",
    at_8="Early, with a proposal we can choose from.",
    expects_a="Call the ward before ten.",
    expects_b="Tell us a week ahead.",
    needs_a="One number to call.",
)


@pytest.fixture(scope="module")
def chromium() -> Iterator["Browser"]:
    with browser() as running:
        yield running


def rich_work(secrecy: Secrecy = "name", *, half_marks: bool = False) -> Work:
    """A session with meanings and long names."""
    work = a_session(
        partnership=a_partnership(raters=3, names=NAMES),
        indicators=["Proactivity", "Openness about what goes wrong", "Reachability"],
    )
    for item in work.items[:2]:
        name = work.indicator_name(item.indicator_id)
        work = doing(work, ReviseMeaning(item.indicator_id, name, MEANING))
    return phone_work(work, secrecy=secrecy, self_estimate=True, half_marks=half_marks)


class Looker:
    """Checks a page for barriers, keeps a picture of it, and sees that nothing sticks out."""

    def __init__(self, page: "Page", label: str) -> None:
        self.page, self.label, self.seen = page, label, 0

    def look(self, name: str) -> None:
        self.seen += 1
        assert violations(self.page) == [], name
        wide = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{name} sticks out by {wide} pixels"
        small = self.page.evaluate(
            """() => [...document.querySelectorAll('button, .button, .marks label, header a,'
                 + ' .slots a, .steps a, summary, input.code, textarea')]
               .map(e => [e.textContent.trim().slice(0, 30), e.getBoundingClientRect()])
               .filter(([, r]) => r.height < 44 || r.width < 44).map(([t]) => t)"""
        )
        assert small == [], f"{name}: too small for a thumb: {small}"
        if folder := os.environ.get("PICTURES"):
            Path(folder).mkdir(parents=True, exist_ok=True)
            self.page.screenshot(
                path=str(Path(folder) / f"{self.label}-{self.seen:02}-{name}.png"), full_page=True
            )

    def tap(self, text: str) -> None:
        """Tap the button or link with that text."""
        tap(self.page, self.page.locator("main").get_by_text(text, exact=True).first)


def tap(page: "Page", target: "str | Locator") -> None:
    """Tap what leads to another page, and wait for that page."""
    with page.expect_navigation():
        (page.locator(target) if isinstance(target, str) else target).tap()


WORDS = {
    "en": {"go": "Continue", "begin": "Begin", "save": "Save and go on", "done": "I am done"},
    "nl": {"go": "Doorgaan", "begin": "Begin", "save": "Opslaan en verder", "done": "Ik ben klaar"},
}


@pytest.mark.parametrize(("lang", "scheme"), [("en", "light"), ("nl", "dark")])
def test_the_whole_way_by_name(
    chromium: "Browser", tmp_path: Path, lang: Lang, scheme: Literal["light", "dark"]
) -> None:
    words = WORDS[lang]
    with (
        a_room(tmp_path / "file.json", rich_work()) as room,
        serving(room) as (_, address),
        page_in(chromium, lang, scheme=scheme) as page,
    ):
        looker = Looker(page, f"name-{lang}-{scheme}")
        page.goto(address.origin)
        looker.look("door")
        page.fill("#code", "AAAAAA")
        looker.tap(words["go"])
        looker.look("wrong")
        page.fill("#code", room_code(room.work.session.phones).lower())
        looker.tap(words["go"])
        looker.look("who")
        looker.tap("Anna 1")
        looker.look("overview-empty")
        looker.tap(words["begin"])
        looker.look("question")
        page.locator("summary").tap()
        looker.tap(words["save"])
        looker.look("nothing-chosen")
        page.locator('label:has(input[value="7"])').tap()
        page.fill("#reason", "They called me on Tuesday, before I had noticed.")
        looker.tap(words["save"])
        looker.look("saved")
        for mark in ("4", "na", "8", "10"):
            page.locator(f'label:has(input[value="{mark}"])').tap()
            looker.tap(words["save"])
        page.goto(f"{address.origin}/answers")
        looker.look("overview")
        looker.tap(words["done"])
        looker.look("done")
        page.goto(f"{address.origin}/mine")
        looker.look("code")
        tap(page, page.locator("main button").first)
        looker.look("mine")
        assert [b.finished for b in room.work.urn.ballots] == [True]
        _others_score(room)
        page.goto(f"{address.origin}/q/1")
        room.do(LockRound())
        looker.page.goto(f"{address.origin}/q/1")
        looker.look("closed")
        ids = [item.indicator_id for item in room.work.items]
        room.do(ShowRevealedOnPhones(True), *(Reveal(i) for i in ids[:2]), GoToIndicator(ids[1]))
        page.goto(f"{address.origin}/results")
        looker.look("results")
        room.do(ConfirmMinutes("a", "Anna"), ConfirmMinutes("b", "Bram"))
        page.goto(address.origin)
        looker.look("home")
        page.goto(f"{address.origin}/nothing")
        looker.look("missing")


def _others_score(room: DeskRoom) -> None:
    for side in SIDES:
        for n, rater in enumerate(room.work.raters(side)):
            if room.work.urn.of_rater(rater) is None:
                answers = tuple(
                    Answer(indicator_id=i.indicator_id, mark=(5, 7, 8)[n], own=own)
                    for i in room.work.items
                    for own in (False, True)
                )
                room.do(SealBallot(side, answers, rater))


@pytest.mark.parametrize("lang", everyday(["nl"], ["nl", "en"]))
def test_by_side_with_half_marks_and_without_scripts(
    chromium: "Browser", tmp_path: Path, lang: Lang
) -> None:
    words = WORDS[lang]
    with (
        a_room(tmp_path / "file.json", rich_work("side", half_marks=True)) as room,
        serving(room) as (_, address),
        page_in(chromium, lang) as page,
        page_in(chromium, lang, scripts=False) as plain,
    ):
        url = room_url(address, room_code(room.work.session.phones))
        looker = Looker(page, f"side-{lang}")
        page.goto(url)
        looker.look("who")
        tap(page, "button.pick.b")
        looker.tap(words["begin"])
        looker.look("halves")
        page.locator('label:has(input[value="2.5"])').tap()
        tap(page, "main form button")
        page.wait_for_url("**/q/2?saved=1")
        page.goto(f"{address.origin}/answers")
        tap(page, 'a[href="/leave"]')
        looker.look("leave")
        tap(page, "input[name=withdraw] + button")
        page.wait_for_url(f"{address.origin}/")
        assert room.work.urn.of_side("b") == ()
        plain.goto(url)
        tap(plain, "button.pick.a")
        plain.goto(f"{address.origin}/q/1")
        plain.locator('label:has(input[value="7.5"])').tap()
        tap(plain, "main form button")
        plain.wait_for_url("**/q/2?saved=1")
        assert [b.answers[0].mark for b in room.work.urn.ballots] == [7.5]
        token, anna = new_token(), room.work.raters("a")[0]
        room.do(IssueKey(anna, key_hash(token)))
        page.goto(personal_url(address, token))
        assert page.url == f"{address.origin}/answers"
        assert token not in page.content()


def test_a_keyboard_and_nothing_else_is_enough(chromium: "Browser", tmp_path: Path) -> None:
    with (
        a_room(tmp_path / "file.json", rich_work("side")) as room,
        serving(room) as (_, address),
        page_in(chromium, "en", touch=False) as page,
    ):
        page.goto(address.origin)
        page.focus("#code")
        page.keyboard.type(room_code(room.work.session.phones))
        page.keyboard.press("Enter")
        page.wait_for_url("**/who")
        page.focus("button.pick.a")
        page.keyboard.press("Enter")
        page.wait_for_url("**/answers")
        page.goto(f"{address.origin}/q/1")
        page.focus('input[value="1"]')
        for _ in range(5):
            page.keyboard.press("ArrowRight")
        outline = page.evaluate(
            "getComputedStyle(document.activeElement.nextElementSibling).outlineWidth"
        )
        assert outline == "3px", "where the focus is can be seen"
        page.keyboard.press("Tab")
        page.keyboard.type("because")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**/q/2?saved=1")
        (ballot,) = room.work.urn.ballots
        assert (ballot.answers[0].mark, ballot.answers[0].reason) == (6, "because")


@pytest.mark.parametrize("size", [(320, 568), (1280, 800)])
def test_pages_hold_at_other_sizes_and_with_large_letters(
    chromium: "Browser", tmp_path: Path, size: tuple[int, int]
) -> None:
    with (
        a_room(tmp_path / "file.json", rich_work("side", half_marks=True)) as room,
        serving(room) as (_, address),
        page_in(chromium, "nl", size=size) as page,
    ):
        page.goto(room_url(address, room_code(room.work.session.phones)))
        tap(page, "button.pick.a")
        looker = Looker(page, f"size-{size[0]}")
        for path in ("/answers", "/q/1"):
            page.goto(f"{address.origin}{path}")
            looker.look("normal")
            page.evaluate("document.documentElement.style.fontSize = '200%'")
            looker.look("large")
