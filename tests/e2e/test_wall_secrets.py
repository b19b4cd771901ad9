"""What a session has and the room may not see is never written by the window of the room.

Every screen that it ever showed, and every byte that it ever wrote, is searched. The laptop did
show these things, and what may be shown is found on the wall: so the search can find.
"""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sessionui.domain.intents.base import Context, carry_out
from sessionui.domain.intents.score import SealBallot
from sessionui.domain.kinds import KINDS
from sessionui.domain.scoring import Answer, Rules
from store.tinydb_repository import TinyDbRepository
from tests.e2e.hands import Hands, bare
from tests.e2e.prepared import prepare
from tests.e2e.room import AWAY, Wall, together

pytestmark = pytest.mark.timeout(300)

FIRST, OTHERS = "Quirinia Zwartemolen", ("Ben Mol", "Wubbo Xanderhuizen", "Els Vos")
NOTE, HALF_NOTE = "zebranote about Wubbo", "and zebrahalfnote"
REASON, PARKED, TOAST = "zebrareason", "zebraparked", "There is nothing to redo"
ACTION = "zebraaction that is not agreed"
FOLDER = "zebrafolder"
PROMPTS = tuple(stage.ask for stage in KINDS["quarterly"].stages)
GUIDED = "Before we look"
NEVER = (
    FIRST,
    *OTHERS,
    NOTE,
    HALF_NOTE,
    REASON,
    PARKED,
    TOAST,
    FOLDER,
    "zebrafile",
    GUIDED,
    *PROMPTS,
)

GIVEN = {FIRST: (3.5, 1.5), "Ben Mol": (4.5, 2.5)}
TAKEN = {"Wubbo Xanderhuizen": (8.5, 7.0), "Els Vos": (9.5, 7.5)}
OPEN = ("4.0", "9.0")
"""The means of the first indicator, which is revealed."""
SEALED = ("2.0", "7.3", "1.5", "2.5", "7.0", "7.5")
"""Means and marks of the second one, which is not."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A round by side in which everybody but the first has answered."""
    file = tmp_path / FOLDER / "zebrafile.json"
    file.parent.mkdir()
    work = prepare(
        file,
        "quarterly",
        "score",
        rules=Rules(secrecy="side", threshold=2, half_marks=True),
        clients=tuple(GIVEN),
        suppliers=tuple(TAKEN),
    )
    now = datetime.now(UTC)
    after, ids = work, iter("abc")
    for person in work.partnership.people:
        if person.name != FIRST:
            marks = (GIVEN | TAKEN)[person.name]
            answers = tuple(
                Answer(indicator_id=item.indicator_id, mark=mark, reason=REASON)
                for item, mark in zip(work.items, marks, strict=False)
            )
            seal = SealBallot(person.side, answers, rater_id=person.id)
            after = carry_out(seal, after, Context(now, now.date(), lambda: next(ids) * 16))
    with TinyDbRepository.open(file) as repository:
        repository.save(work, after)
    return file


def both(app: Hands, wall: Wall, *keys: str) -> None:
    """Press keys in the program; the wall is read after each of them."""
    for key in keys:
        app.press(key)
        for _ in range(20):
            wall.read(0.005)


def write_notes(app: Hands, wall: Wall) -> None:
    both(app, wall, "f2", "f2", "f3")
    app.see("Private notes").write(NOTE).key("ctrl+s").gone("Private notes:")
    both(app, wall, "f3")
    app.see("Private notes", NOTE).write(HALF_NOTE)
    both(app, wall, "escape", "f9")
    app.see("Park a point").write(PARKED)
    both(app, wall, "escape", "f8")
    app.see(TOAST)
    both(app, wall, "f1", "escape", "ctrl+p", "escape", "f4", "escape", "ctrl+w")
    app.shows(FOLDER)
    both(app, wall, "escape")


def answer(app: Hands, wall: Wall) -> None:
    """The first rater takes the keyboard, shows the words, and seals."""
    app.key("enter", "For a rater of").key("enter", "0 of 3 filled in").key("f2")
    for mark in GIVEN[FIRST]:
        app.send(f"{mark}\t{REASON}\r")
        for _ in range(20):
            wall.read(0.01)
    app.see("2 of 3 filled in", REASON)
    app.key("ctrl+s", "Seal your answers?").key("y", "With this code")
    both(app, wall, "enter")
    app.see(f"✓ {FIRST}")


def follows(app: Hands, wall: Wall, *words: str) -> None:
    together(lambda: all(w in wall.flat for w in words), f"never saw {words}", wall, app)


def test_nothing_private_is_ever_on_the_wall(file: Path, tmp_path: Path) -> None:
    secrets = (*NEVER, *OPEN, *SEALED, ACTION)
    with Wall(file, home=tmp_path, secrets=secrets) as wall:
        with Hands(str(file), home=tmp_path) as app:
            app.watched = tuple(re.escape(w) for w in (FIRST, NOTE, HALF_NOTE, TOAST, REASON))
            app.see("Noorderhaven").key("enter", "1 Sessions").key("enter", FIRST)
            follows(app, wall, "answered")
            write_notes(app, wall)
            answer(app, wall)
            assert set(app.seen) == set(app.watched), "the laptop did show all of this"
            app.key("f6", "▶ Reveal")
            app.key("f6", "No actions yet").key("a", "Done when").write(ACTION)
            together(lambda: "answered" not in wall.flat, "it stayed behind", wall, app)
            app.kill()
            together(lambda: AWAY in wall.flat, "still there", wall)
        with Hands(str(file), home=tmp_path) as app:
            app.see("Done when").shows(ACTION)
            together(lambda: AWAY not in wall.flat, "still away", wall, app)
            assert wall.seen == {}

            both(app, wall, "ctrl+f")
            together(lambda: bare(ACTION) in bare(wall.flat), "never typed on the wall", wall, app)
            both(app, wall, "escape")
            together(lambda: bare(ACTION) not in bare(wall.flat), "still typed", wall, app)

            app.key("f4").press("escape")
            app.key("f5", "▶ Reveal", GUIDED).key("l", "Reveal both")
            app.press("space")
            together(lambda: set(OPEN) <= set(wall.seen), "never revealed on the wall", wall, app)
            both(app, wall, "n", "n", "]", "f10", "escape")
            app.settle()
    assert set(wall.seen) <= {*OPEN, ACTION}, wall.seen
    assert [secret for secret in NEVER if secret in wall.words] == []
    assert str(tmp_path) not in wall.words
    told = {int(kind) for kind in re.findall(rb"\x1b\](\d+)", wall.written)}
    assert told <= {22}, (
        "the shape of the pointer; no title (0 to 2), no link (8), no clipboard (52)"
    )
