"""The key screens as text, compared with the files in ``snapshots/``.

A changed screen fails here with the difference. Look at it; if it is meant, write the files anew
with ``UPDATE_SNAPSHOTS=1 python -m pytest tests/screens/test_snapshots.py`` and commit them.
"""

import difflib
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from textual.message import Message
from textual.pilot import Pilot

from screens.messages import OpenPartnership, OpenSession
from sessionui.app import SessionUI
from sessionui.domain.intents import agree, close, define, reveal, score, welcome
from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.walk import GoToStage, StartSession
from sessionui.domain.kinds import StageKey
from sessionui.domain.scoring import Answer
from sessionui.domain.work import Work
from sessionui.locale import set_language
from sessionui.locale.languages import Language
from tests.support.memory import MemoryRepository
from tests.support.room import NOW, TODAY, app_on, doing, fresh_id, screen_text
from tests.support.room import a_session as a_first_session
from tests.support.year import Years, a_year

FILES = Path(__file__).with_name("snapshots")
SIZES = ((80, 24), (120, 40))
MARKS = {"a": (5, 7, 6), "b": (8, 8, 6)}


@pytest.fixture(autouse=True)
def utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Times are told in the time zone of the machine: here the same everywhere."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()


@dataclass(frozen=True)
class Scene:
    """What to open, and the keys that lead to the screen."""

    opened: Callable[[], SessionUI]
    keys: tuple[str, ...] = ()


# --- what the screens show


def a_review(stage: StageKey, *intents: Intent, revealed: int = 0) -> SessionUI:
    """The fifth session of a partnership, by name, with self-estimates, going on in ``stage``."""
    repository = MemoryRepository()
    years = Years(repository, repository.partnership(a_year(repository)))
    session = years.session("quarterly", TODAY)
    work = years.do(session, welcome.SetRules("name", self_estimate=True), StartSession())
    present = [welcome.SetPresence(p, "present") for p in work.session.participants]
    years.do(session, *present)
    if stage != "welcome":
        work = years.do(session, *(_sealed(work)))
    if stage not in ("welcome", "score"):
        years.do(session, score.LockRound())
    shown = [reveal.Reveal(item.indicator_id) for item in work.items[:revealed]]
    years.do(session, *shown, *intents, GoToStage(stage))
    return opened(repository, OpenSession(session.id))


def _sealed(work: Work) -> Iterator[score.SealBallot]:
    """Everybody has answered but the last of side a."""
    for side in ("a", "b"):
        for n, rater in enumerate(work.raters(side)[: 2 if side == "a" else 3]):
            answers = [
                Answer(
                    indicator_id=item.indicator_id,
                    mark=MARKS[side][(n + place) % 3],
                    reason=f"Reason {n + 1} on {work.indicator_name(item.indicator_id)}",
                )
                for place, item in enumerate(work.items)
            ]
            own = [Answer(indicator_id=item.indicator_id, own=True, mark=7) for item in work.items]
            yield score.SealBallot("a" if side == "a" else "b", (*answers, *own), rater_id=rater)


def opened(repository: MemoryRepository, message: Message | None = None) -> SessionUI:
    app = SessionUI(repository, clock=lambda: NOW, new_id=fresh_id)
    if message is not None:
        app.call_later(lambda: app.post_message(message))
    return app


def home() -> SessionUI:
    repository = MemoryRepository()
    a_year(repository)
    repository.save_partnership(a_first_session().partnership)
    return opened(repository)


def partnership() -> SessionUI:
    repository = MemoryRepository()
    return opened(repository, OpenPartnership(a_year(repository)))


def candidates() -> SessionUI:
    work = doing(a_first_session("kickoff", indicators=()), StartSession())
    for side, words in (
        ("a", ("Proactivity", "Being reachable")),
        ("b", ("Pro-activity", "Trust")),
    ):
        for word in words:
            work = doing(work, define.AddCandidate("a" if side == "a" else "b", word))
    return app_on(doing(work, define.ShowCandidates(), GoToStage("define")))


def meaning() -> SessionUI:
    work = doing(a_first_session("kickoff"), StartSession(), GoToStage("meaning"))
    return app_on(work)


def agreements() -> tuple[Intent, ...]:
    return (
        agree.PutAction("Walk the wards together", "both have signed the list", None, TODAY),
        agree.PutDecision("We call before nine in the morning."),
    )


SCENES: dict[str, Scene] = {
    "home": Scene(home),
    "partnership": Scene(partnership),
    "welcome": Scene(lambda: a_review("welcome")),
    "define-list": Scene(candidates),
    "meaning": Scene(meaning),
    "score": Scene(lambda: a_review("score")),
    "reveal-before": Scene(lambda: a_review("reveal")),
    "reveal-after": Scene(lambda: a_review("reveal", revealed=1), ("left_square_bracket",)),
    "reveal-line": Scene(lambda: a_review("reveal", revealed=1), ("left_square_bracket", "t")),
    "overview": Scene(lambda: a_review("reveal", revealed=3), ("o",)),
    "overview-by-gap": Scene(lambda: a_review("reveal", revealed=3), ("o", "s")),
    "year": Scene(lambda: a_review("reveal", revealed=4), ("y",)),
    "actions": Scene(lambda: a_review("actions", *agreements(), revealed=4)),
    "close": Scene(lambda: a_review("close", *agreements(), revealed=3)),
    "minutes": Scene(
        lambda: a_review(
            "close", *agreements(), close.RecordClosing(check_out="We listened."), revealed=4
        ),
        ("v",),
    ),
}
DUTCH = ("reveal-before", "reveal-after", "overview", "year")
CASES = [
    *((name, size, "en") for name in SCENES for size in SIZES),
    *((name, size, "nl") for name in DUTCH for size in SIZES),
]


def file_of(name: str, size: tuple[int, int], lang: str) -> Path:
    language = "" if lang == "en" else f"-{lang}"
    return FILES / f"{name}{language}-{size[0]}x{size[1]}.txt"


# --- the comparison


@pytest.mark.parametrize(("name", "size", "lang"), CASES)
async def test_the_screen_is_as_it_was(name: str, size: tuple[int, int], lang: Language) -> None:
    set_language(lang)
    app = SCENES[name].opened()
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        for key in SCENES[name].keys:
            await pilot.press(key)
        compare(await settled(pilot), file_of(name, size, lang))


async def settled(pilot: Pilot[int]) -> str:
    """The screen's text once it stays the same."""
    same, before = 0, ""
    for _ in range(200):
        await pilot.pause()
        assert isinstance(pilot.app, SessionUI)
        now = "\n".join(line.rstrip() for line in screen_text(pilot.app).splitlines())
        same = same + 1 if now == before else 0
        if same == 1:
            break
        before = now
    return before


def compare(text: str, file: Path) -> None:
    """Fail with the difference, or write the file where that is asked for."""
    found = text.rstrip() + "\n"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        FILES.mkdir(exist_ok=True)
        file.write_text(found, encoding="utf-8")
        return
    kept = file.read_text(encoding="utf-8") if file.exists() else ""
    difference = difflib.unified_diff(
        kept.splitlines(), found.splitlines(), str(file.name), "now", lineterm=""
    )
    assert found == kept, "\n".join(difference)


def test_there_is_no_picture_of_nothing() -> None:
    kept = {path.name for path in FILES.glob("*.txt")}
    assert kept == {file_of(*case).name for case in CASES}
