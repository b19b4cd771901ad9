"""Every place in the program, over the worked example: how to get there by keys.

A walk opens one thing and goes from place to place in it, so that looking at all of them costs
few starts of the program.
"""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache

from textual.message import Message
from textual.pilot import Pilot

from docs.pictures.make import CANDIDATES, PEOPLE, fixed_ids
from screens import messages
from sessionui.app import SessionUI
from sessionui.domain.intents.base import Context, carry_out
from sessionui.domain.intents.define import AddCandidate, ShowCandidates
from sessionui.domain.intents.people import AddPerson
from sessionui.domain.intents.walk import GoToStage, StartSession
from sessionui.domain.planning import new_partnership, new_session, work_on
from sessionui.domain.work import Work
from sessionui.example import example
from sessionui.example.build import Example
from sessionui.locale.languages import Language
from tests.support.memory import MemoryRepository

TODAY = date(2026, 11, 12)
NOW = datetime(2026, 11, 12, 14, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Place:
    """``stage``: to walk to first; ``keys`` that lead there, ``back`` again."""

    name: str
    keys: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    stage: str = ""


def _dialog(name: str, *keys: str, stage: str = "") -> Place:
    return Place(name, keys, ("escape",), stage)


WALKS: dict[str, tuple[int | str, tuple[Place, ...]]] = {
    "home": (
        "",
        (
            Place("home"),
            _dialog("commands", "ctrl+p"),
            _dialog("help", "f1"),
            _dialog("new", "n"),
            Place("search", ("slash", "x", "q"), ("escape",)),
        ),
    ),
    "partnership": (
        "partnership",
        (
            Place("sessions"),
            Place("indicators", ("2",)),
            _dialog("indicator", "enter"),
            Place("marks", ("3",)),
            Place("agreements", ("4",)),
            Place("people", ("5",)),
            _dialog("contract", "c"),
            _dialog("planning", "n"),
        ),
    ),
    "kick-off": (
        -1,
        (
            Place("write", ("1",), stage="define"),
            Place("list", ("2",)),
            _dialog("library", "l"),
            Place("vote", ("3",)),
            Place("set", ("4",)),
            Place("meaning", stage="meaning"),
        ),
    ),
    "scoring": (
        6,
        (
            Place("welcome", stage="welcome"),
            _dialog("rules", "r"),
            Place("score", stage="score"),
            _dialog("hand over", "enter"),
            _dialog("form", "enter", "enter", "8"),
            _dialog("grid", "g", "7"),
            _dialog("forms", "m"),
            _dialog("import", "i"),
            _dialog("network", "p"),
            _dialog("lock", "l"),
        ),
    ),
    "review": (
        5,
        (
            Place("look back", ("1",), stage="look_back"),
            _dialog("outcome", "enter"),
            Place("figures", ("2",)),
            Place("issues", ("3",)),
            Place("before", stage="reveal"),
            Place("after", ("ctrl+s", "space")),
            Place("spoken", ("1", "2")),
            Place("reasons", ("r",), ("r",)),
            Place("notes", ("n",), ("escape",)),
            _dialog("action", "a"),
            _dialog("overview", "o"),
            _dialog("order", "i"),
            _dialog("full meaning", "m"),
            _dialog("sharpen", "s"),
            _dialog("stages", "f4"),
            _dialog("private", "f3"),
            _dialog("parking", "f9"),
        ),
    ),
    "closing": (
        4,
        (
            Place("actions", stage="actions"),
            _dialog("read back", "r"),
            Place("close", stage="close"),
            _dialog("export", "x"),
            _dialog("minutes", "v"),
        ),
    ),
}


@lru_cache
def _made(lang: Language) -> Example:
    return example(lang, TODAY, zone=UTC)


def the_app(lang: Language = "en") -> tuple[SessionUI, list[str]]:
    """The application over the example, and the ids of its sessions by date."""
    repository = MemoryRepository()
    made = _made(lang)
    repository.save_partnership(made.works[-1].partnership)
    works = [*made.works, a_kick_off()]
    repository.save_partnership(works[-1].partnership)
    for work in works:
        repository.save(None, work)
    app = SessionUI(repository, clock=lambda: NOW, new_id=fixed_ids())
    return app, [work.session.id for work in works]


def a_kick_off() -> Work:
    """A kick-off in which the candidates of both sides are shown."""
    context = Context(NOW, TODAY, fixed_ids())
    begun = new_partnership("Gemeente Waterkant", "Bouwmij Delta", context)
    for side, name in PEOPLE:
        begun = AddPerson(side, name).change(begun, context)
    work = work_on(begun, new_session(begun, "kickoff", TODAY, context))
    for intent in (
        StartSession(),
        GoToStage("define", finished=True),
        *(AddCandidate(side, text) for side, text in CANDIDATES),
        ShowCandidates(),
    ):
        work = carry_out(intent, work, context)
    return work


async def opened(pilot: Pilot[int], sessions: list[str], walk: str) -> None:
    """Open what the walk goes through."""
    start, _places = WALKS[walk]
    app = pilot.app
    assert isinstance(app, SessionUI)
    if isinstance(start, int):
        await settle(pilot, messages.OpenSession(sessions[start]))
    elif start == "partnership":
        partnership = app.repository.session(sessions[0]).partnership_id
        await settle(pilot, messages.OpenPartnership(partnership))


async def places(
    pilot: Pilot[int], sessions: list[str], walk: str, leaving: Callable[[], None] = lambda: None
) -> AsyncIterator[str]:
    """Go from place to place; its name each time."""
    await opened(pilot, sessions, walk)
    for place in WALKS[walk][1]:
        if place.stage:
            await settle(pilot, messages.ShowStage(place.stage))
        for key in place.keys:
            await pilot.press(key)
        await settle(pilot)
        yield place.name
        leaving()
        for key in place.back:
            await pilot.press(key)


async def settle(pilot: Pilot[int], message: Message | None = None) -> None:
    """Let the program do what is asked, and paint it."""
    if message is not None:
        pilot.app.post_message(message)
    await pilot.pause()
