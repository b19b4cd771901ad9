"""Nothing of a score is anywhere before its reveal: not on a screen, in an export, a title, a repr.

Unique marks and reasons are entered by keyboard, from paper and from a file, by name and by side.
Then every screen, dialog, help, command list and export is walked through, and each time everything
that could be read is searched for them. After the reveal they are found, so the search can find.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input

from screens.messages import ShowStage
from screens.widgets.big import big
from sessionui.app import SessionUI
from sessionui.domain.intents.score import SealBallot
from sessionui.domain.scoring import Answer
from sessionui.domain.terms import Secrecy
from sessionui.domain.wording import Sentence
from sessionui.domain.work import Work
from sessionui.locale import Language, set_language
from sessionui.minutes import FORMATS
from tests.minutes.readers import pdf_text
from tests.support.memory import MemoryRepository
from tests.support.room import app_on, doing, screen_text, typing, until
from tests.support.scoring import desk_of, press, scoring, work_of

TYPED, PAPER, FILE, OTHER = 3.5, 8.5, 9.5, 4.5
MEANS = ("7.2", "4.5", "5.9")
REASONS = ("zebrakeyboard", "zebrapaper", "zebrafile", "zebraother")
FIGURES = tuple(
    figure.replace(".", sign)
    for figure in (*(str(m) for m in (TYPED, PAPER, FILE, OTHER)), *MEANS)
    for sign in ".,"
)
STAGES = ("welcome", "look_back", "score", "reveal", "actions", "close")
EVERYWHERE = ("f1", "f4", "ctrl+p")
"""Help, stages, commands."""

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
OF_STAGE = {"score": ("g", "i", "a", "f3", "f10"), "reveal": ("m", "s", "i", "o", "f3", "f10")}
"""What these stages open besides; private notes and minutes are the same in all of them."""


def readable(app: SessionUI) -> Iterator[tuple[str, str]]:
    """Everything that a person, a log or another program could read now, with where it stands."""
    yield "screen", screen_text(app)
    yield "title", f"{app.title} {app.sub_title} {app.screen.title} {app.screen.sub_title}"
    yield "notifications", " ".join(f"{n.title} {n.message}" for n in app._notifications)
    yield "clipboard", app.clipboard
    yield "app", f"{app!r} {app.screen_stack!r}"
    yield "widgets", " ".join(f"{w!r} {w.tooltip}" for w in app.screen.walk_children(Widget))
    yield "bindings", " ".join(a.binding.description for a in app.screen.active_bindings.values())
    work = work_of(app)
    yield "work", f"{work!r} {work.urn!r} {work.urn.ballots!r} {work.session!r} {work.turnout!r}"
    yield "revealed", f"{work.revealed!r} {work.rounds!r}"
    yield "cards", repr(app.repository.cards())
    for screen in app.screen_stack:
        yield "screen state", " ".join(f"{k}={v!r}" for k, v in vars(screen).items() if k != "desk")


def exported(app: SessionUI, folder: Path) -> Iterator[tuple[str, str]]:
    """The minutes in every form and both languages."""
    desk = desk_of(app)
    yield "minutes", f"{desk.minutes()!r} {desk.minutes().model_dump_json()}"
    for lang in ("nl", "en"):
        yield "markdown", desk.minutes_text(lang)
        (folder / lang).mkdir(exist_ok=True)
        outcome = desk.export(FORMATS, lang, str(folder / lang))
        assert not isinstance(outcome, Sentence)
        for name in outcome.paths:
            yield name, _content(Path(name))


def _content(path: Path) -> str:
    """The words of a file, without the numbers of its layout."""
    if path.suffix in (".docx", ".xlsx", ".zip"):
        with zipfile.ZipFile(path) as packed:
            names = [n for n in packed.namelist() if n.endswith((".xml", ".csv"))]
            # Styles have sizes and widths, which are no marks.
            parts = [
                packed.read(n).decode() for n in names if "style" not in n and "theme" not in n
            ]
            return re.sub(r"<[^>]*>", " ", " ".join(parts))
    if path.suffix == ".pdf":
        return pdf_text(path.read_bytes())
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = re.sub(r"(?s)<style.*?</style>|<[^>]*>", " ", text)
    return text


def leaks(places: Iterable[tuple[str, str]]) -> list[str]:
    """Where a reason, a mark or a mean stands that nobody may see yet."""
    return [
        f"{place}: {what}"
        for place, text in places
        for what in (*REASONS, *FIGURES)
        if stands(what, text)
    ]


def stands(what: str, text: str) -> bool:
    """Whether a word or a figure stands in ``text``, in small or in large."""
    if what in REASONS:
        return what in text
    small, large = drawn(what)
    return bool(small.search(text)) or all(row in text for row in large)


@cache
def drawn(figure: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """How a figure is found in small, and its rows in large."""
    small = re.compile(rf"(?<![\d.,]){re.escape(figure)}(?!\d)")
    return small, tuple(row.strip() for row in big(figure))


async def clean_here(app: SessionUI, pilot: Pilot[int], *keys: str) -> None:
    """Press the keys; after each of them nothing leaks."""
    for key in keys:
        await press(pilot, key)
        assert leaks(readable(app)) == [], key


async def answer_in_all_ways(app: SessionUI, pilot: Pilot[int], folder: Path) -> None:
    """The first rater at the keyboard, the second from paper, the third from a file."""
    secret = work_of(app).session.rules.secrecy == "side"
    await clean_here(app, pilot, "enter", "enter", "3", "full_stop", "5", "tab")
    await press(pilot, *typing(REASONS[0][:-1]))
    await clean_here(app, pilot, REASONS[0][-1], "up", "f1", "escape")
    if secret:
        assert "Anna" not in screen_text(app)
    await press(pilot, "f2")
    assert REASONS[0] in screen_text(app), "the rater asked to see the words"
    await clean_here(
        app, pilot, "f2", "ctrl+p", "escape", "ctrl+l", "ctrl+l", "ctrl+s", "y", "enter"
    )
    await clean_here(app, pilot, "g", *([] if secret else ["right"]), "8", "full_stop", "5", "tab")
    await press(pilot, *typing(REASONS[1][:-1]))
    await clean_here(app, pilot, REASONS[1][-1], "enter", "f1", "escape", "ctrl+s", "y")
    if secret:
        assert "Anna" not in screen_text(app)
    await clean_here(app, pilot, "escape", "i")
    rater = "" if secret else "Anna 2"
    file = folder / "answers.csv"
    file.write_text(
        f"rater;side;indicator;mark;reason\n{rater};Noorderhaven;Proactivity;9,5;{REASONS[2]}\n",
        encoding="utf-8",
    )
    app.screen.query_one(Input).value = str(file)
    await clean_here(app, pilot, "enter", "enter")
    assert [b.side for b in work_of(app).urn.ballots].count("a") == 3


def with_other_side(work: Work) -> Work:
    for rater in work.raters("b"):
        answer = Answer(indicator_id=work.items[0].indicator_id, mark=OTHER, reason=REASONS[3])
        work = doing(work, SealBallot("b", (answer,), rater))
    return work


async def look_into(app: SessionUI, pilot: Pilot[int], key: str) -> None:
    """Open something by its key and close it again; nothing leaks in it."""
    depth = len(app.screen_stack)
    await pilot.press(key)
    await until(pilot, lambda: len(app.screen_stack) > depth)
    await pilot.pause()
    assert leaks(readable(app)) == [], key
    await pilot.press("escape")
    await until(pilot, lambda: len(app.screen_stack) == depth)


async def go_to(app: SessionUI, pilot: Pilot[int], stage: str) -> None:
    """Go to a stage; nothing leaks on it."""
    app.screen.post_message(ShowStage(stage))
    await until(pilot, lambda: app.screen is app.stages[stage])
    await clean_here(app, pilot, "f2")


async def walk_everywhere(app: SessionUI, pilot: Pilot[int]) -> None:
    """Through all stages, and in each through everything that can be opened."""
    for stage in STAGES:
        await go_to(app, pilot, stage)
        for key in (*EVERYWHERE, *OF_STAGE.get(stage, ())):
            await look_into(app, pilot, key)
    await go_to(app, pilot, "reveal")
    await clean_here(app, pilot, "space", "n", "escape", "n")


@pytest.mark.parametrize(("secrecy", "lang"), [("name", "en"), ("side", "nl")])
async def test_nothing_leaks_before_the_reveal(
    secrecy: Secrecy, lang: Language, tmp_path: Path
) -> None:
    set_language(lang)
    app = app_on(with_other_side(scoring(secrecy=secrecy, half_marks=True)), MemoryRepository())
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.pause()
        await answer_in_all_ways(app, pilot, tmp_path)
        await walk_everywhere(app, pilot)
        assert leaks(exported(app, tmp_path)) == []

        await clean_here(app, pilot, "l", "r", "c")
        await look_into(app, pilot, "o")
        await look_into(app, pilot, "f10")
        assert work_of(app).session.locked
        assert leaks(exported(app, tmp_path)) == []

        await press(pilot, "space")
        assert stands("7.2" if lang == "en" else "7,2", screen_text(app))
        assert not any(reason in screen_text(app) for reason in REASONS)
        await press(pilot, "r")
        text = screen_text(app)
        assert all(reason in text for reason in REASONS)
        assert ("Anna" in text) == (secrecy == "name")
        assert leaks(exported(app, tmp_path)) != []

        await press(pilot, "right_square_bracket")
        assert leaks([("screen", screen_text(app))]) == []
