"""The pictures of the manual, made from the program itself over the worked example.

``python -m docs.pictures.make`` writes them beside this file. Clock, ids and data are fixed, so
the same program gives the same pictures; nothing in them is loaded from elsewhere.
"""

import asyncio
import os
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.pilot import Pilot

from docs.pictures.drawing import redrawn
from screens import messages
from sessionui.app import SessionUI
from sessionui.domain.intents.base import Context, carry_out
from sessionui.domain.intents.define import AddCandidate, ShowCandidates
from sessionui.domain.intents.people import AddPerson
from sessionui.domain.intents.walk import GoToStage, StartSession
from sessionui.domain.planning import new_partnership, new_session, work_on
from sessionui.domain.sides import SideKey
from sessionui.example import example
from sessionui.locale import set_language
from store.tinydb_repository import TinyDbRepository

FOLDER = Path(__file__).parent
TODAY = date(2026, 11, 12)
NOW = datetime(2026, 11, 12, 14, 0, tzinfo=UTC)
SIZE = (92, 24)

# Sessions of the example by date, and one of a partnership that is at its kick-off.
LAST_REVIEW, READY, PREPARED, KICK_OFF = 4, 5, 6, 7

PICTURES: dict[str, tuple[int | None, tuple[str, ...]]] = {
    "home": (None, ()),
    "define": (KICK_OFF, ()),
    "score": (PREPARED, ()),
    "hand-over": (PREPARED, ("enter",)),
    "reveal-before": (READY, ("ctrl+s",)),
    "reveal": (READY, ("ctrl+s", "space")),
    "close": (LAST_REVIEW, ()),
}
"""By name: which session is open, and the keys that are pressed there."""


def fixed_ids() -> Callable[[], str]:
    """Ids that are the same in every run."""
    numbers = count(1)
    return lambda: f"{next(numbers):016x}"


PEOPLE: tuple[tuple[SideKey, str], ...] = (
    ("a", "Els Prins"),
    ("a", "Rob Smit"),
    ("b", "Jan Dekker"),
    ("b", "Noor Bos"),
)
CANDIDATES: tuple[tuple[SideKey, str], ...] = (
    ("a", "Thinking along"),
    ("a", "Reachability"),
    ("a", "A planning we can rely on"),
    ("a", "Keeping agreements"),
    ("b", "Quick decisions"),
    ("b", "Reachable"),
    ("b", "Open about problems"),
    ("b", "Respect for the crew"),
)


def fill(repository: TinyDbRepository) -> list[str]:
    """The worked example, and a partnership at its kick-off; the ids of all sessions."""
    made = example("en", TODAY, zone=UTC)
    made.keep_in(repository)
    context = Context(NOW, TODAY, fixed_ids())
    begun = new_partnership("Waterkant Municipality", "Bouwmij Delta", context)
    for side, name in (
        ("a", "Els Prins"),
        ("a", "Rob Smit"),
        ("b", "Jan Dekker"),
        ("b", "Noor Bos"),
    ):
        begun = AddPerson("a" if side == "a" else "b", name).change(begun, context)
    work = work_on(begun, new_session(begun, "kickoff", TODAY, context))
    for intent in (
        StartSession(),
        GoToStage("define", finished=True),
        *(AddCandidate(side, text) for side, text in CANDIDATES),
        ShowCandidates(),
    ):
        work = carry_out(intent, work, context)
    repository.save(None, work)
    return [*(done.session.id for done in made.works), work.session.id]


async def settled(pilot: Pilot[int]) -> None:
    """Wait until every screen has been drawn."""
    for _ in range(5):
        await pilot.pause(0.1)


async def picture(app: SessionUI, session_id: str | None, keys: tuple[str, ...]) -> str:
    """Open a session, press the keys, and return what is on the screen then."""
    async with app.run_test(size=SIZE) as pilot:
        app.theme = "sessionui-dark"
        await settled(pilot)
        if session_id is not None:
            app.post_message(messages.OpenSession(session_id))
            await settled(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)
        return redrawn(app.export_screenshot(), *SIZE)


def make(name: str) -> str:
    """One picture, over a file of its own."""
    place, keys = PICTURES[name]
    set_language("en")
    with (
        TemporaryDirectory() as folder,
        TinyDbRepository.open(Path(folder) / "example.json", clock=lambda: NOW) as repository,
    ):
        sessions = fill(repository)
        app = SessionUI(repository, clock=lambda: NOW, new_id=fixed_ids())
        session_id = None if place is None else sessions[place]
        return asyncio.run(picture(app, session_id, keys))


def main() -> None:
    """Write every picture."""
    os.environ["TZ"] = "UTC"
    os.environ["COLORTERM"] = "truecolor"  # whatever terminal it is made in
    if hasattr(time, "tzset"):
        time.tzset()
    for name in PICTURES:
        (FOLDER / f"{name}.svg").write_text(make(name), encoding="utf-8")


if __name__ == "__main__":
    main()
