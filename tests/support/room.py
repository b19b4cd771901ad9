"""A session to test screens with: partnership, people, indicators, and the app over it."""

import time
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from itertools import count, groupby
from typing import Any

from textual.app import App
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Checkbox, Input, TextArea

from screens.messages import OpenSession
from sessionui.app import SessionUI
from sessionui.desk import SessionDesk
from sessionui.domain.intents import define, people, score
from sessionui.domain.intents.base import Context, Intent, carry_out
from sessionui.domain.partnership import Partnership
from sessionui.domain.planning import new_partnership, new_session, work_on
from sessionui.domain.scoring import Answer
from sessionui.domain.sides import SIDES
from sessionui.domain.work import Work
from tests.support.memory import MemoryRepository

NOW = datetime(2026, 11, 12, 10, 0, tzinfo=UTC)
TODAY = date(2026, 11, 12)
HOSTILE = "[/] [b] [@click=app.quit]x[/] \x1b[31m\x1b]52;c;eA==\x07 👩‍🚒 "

_ids = count()


def fresh_id() -> str:
    """Ids in the order they were asked for."""
    return f"id{next(_ids):06}"


CONTEXT = Context(NOW, TODAY, fresh_id)


def a_partnership(
    *, raters: int = 3, names: Sequence[str] = ("Noorderhaven", "Helderwit")
) -> Partnership:
    """Two sides with so many people each, called "Anna 0" and "Bram 0" and so on."""
    partnership = new_partnership(names[0], names[1], CONTEXT)
    for side, name in zip(SIDES, ("Anna", "Bram"), strict=True):
        for n in range(raters):
            partnership = people.AddPerson(side, f"{name} {n}", "manager").change(
                partnership, CONTEXT
            )
    return partnership


def a_session(
    kind: str = "quarterly",
    *,
    partnership: Partnership | None = None,
    indicators: Sequence[str] = ("Proactivity", "Openness", "Reachability"),
) -> Work:
    """A planned session with those indicators in force."""
    partnership = partnership or a_partnership()
    work = work_on(partnership, new_session(partnership, kind, TODAY, CONTEXT))
    for name in indicators:
        work = doing(work, define.AddCandidate(None, name))
        work = doing(work, define.ChooseCandidate(work.session.define.candidates[-1].id))
    return work


def doing(work: Work, *intents: Intent) -> Work:
    """The work after these intents."""
    for intent in intents:
        work = carry_out(intent, work, CONTEXT)
    return work


def scored(work: Work, marks: dict[str, Sequence[int]] | None = None) -> Work:
    """Everybody has scored everything (side a 6, side b 8 unless told) and the round is locked."""
    for side in SIDES:
        for n, rater in enumerate(work.raters(side)):
            given = (marks or {}).get(side, (6,) if side == "a" else (8,))
            answers = tuple(
                Answer(indicator_id=i.indicator_id, mark=given[n % len(given)], reason=f"r{n}")
                for i in work.items
            )
            work = doing(work, score.SealBallot(side, answers, rater_id=rater))
    return doing(work, score.LockRound())


def app_on(work: Work, repository: MemoryRepository | None = None) -> SessionUI:
    """The application with this session on the table as soon as it runs."""
    repository = repository or MemoryRepository()
    repository.save(None, work)
    app = SessionUI(repository, clock=lambda: NOW, new_id=fresh_id)
    app.call_later(lambda: app.post_message(OpenSession(work.session.id)))
    return app


def screen_text(app: SessionUI) -> str:
    """Everything that stands on the screen now, as lines of plain text."""
    width, _height = app.size
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip)[:width] for strip in lines)


async def until(pilot: Pilot[Any], holds: Callable[[], bool], *, seconds: float = 30) -> None:
    """Wait until ``holds()``, at most ``seconds``; then fail."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not come about"
        await pilot.pause(0.02)


class Typed(str):
    """A key of a text: several of them in a row are typed as fast as a terminal sends them."""

    __slots__ = ()


def typing(text: str) -> list[str]:
    """The keys that type ``text``."""
    return [Typed("space" if char == " " else char) for char in text]


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press these keys one after the other and let the screen follow; a text is typed at once."""
    for of_a_text, some in groupby(keys, lambda key: isinstance(key, Typed)):
        if of_a_text:
            _type(pilot.app, some)
            await pilot.pause()
        else:
            for key in some:
                await pilot.press(key)
    await pilot.pause()


def _type(app: App[Any], keys: Iterable[str]) -> None:
    for key in keys:
        char = " " if key == "space" else str(key)
        name = char if char.isalnum() else _character_to_key(char)
        app.post_message(Key(name, char).set_sender(app))


def desk_of(app: SessionUI) -> SessionDesk:
    """The desk of the session on the table."""
    assert app.desk is not None
    return app.desk


def work_of(app: SessionUI) -> Work:
    """The session on the table as it is now."""
    return desk_of(app).work


def line_of(app: SessionUI, selector: str) -> Input:
    """A field of one line on the screen."""
    return app.screen.query_one(selector, Input)


def area_of(app: SessionUI, selector: str) -> TextArea:
    """A field of several lines on the screen."""
    return app.screen.query_one(selector, TextArea)


def box_of(app: SessionUI, selector: str) -> Checkbox:
    """A box to tick on the screen."""
    return app.screen.query_one(selector, Checkbox)
