"""Killed while somebody types: reopening brings back the stage, the place and the half-typed text.

Each test kills the program twice: once when the typing has stopped, once in the middle of it.
What stood on the screen at that moment must be there again.
"""

import random
from pathlib import Path

import pytest

from tests.e2e.hands import Hands, bare
from tests.e2e.prepared import prepare

SENTENCE = "They call before it goes wrong"
pytestmark = pytest.mark.timeout(200)


def kill_while_typing(hands: Hands, text: str, before: str = "") -> str:
    """Type letter by letter, stop somewhere, kill at once; what stood on the screen by then.

    The text may be wrapped, so it is compared without blanks.
    """
    stop = random.randint(len(text) // 2, len(text) - 1)
    for letter in text[:stop]:
        hands.send(letter)
        hands.read(0.01)
    hands.read(0.2)
    hands.kill()
    seen = bare(hands.flat)
    typed = bare(before + text[:stop])
    return next(typed[:n] for n in range(len(typed), -1, -1) if typed[:n] in seen)


def open_session(hands: Hands, *texts: str) -> None:
    hands.see("Noorderhaven").key("enter", "1 Sessions").key("enter", *texts)


def test_in_a_field_of_the_meaning(tmp_path: Path) -> None:
    file = tmp_path / "killed.json"
    prepare(file, "kickoff", "meaning")
    with Hands(str(file), home=tmp_path) as hands:
        open_session(hands, "Give meaning 1/3")
        hands.key("ctrl+down", "Give meaning 2/3").key("e", "Leave field")
        hands.write(SENTENCE).kill()
    with Hands(str(file), home=tmp_path) as hands:
        hands.see("Give meaning 2/3")
        hands.shows(SENTENCE)
        hands.key("e", "Leave field").press("tab")
        seen = kill_while_typing(hands, SENTENCE[::-1])
        assert seen
    with Hands(str(file), home=tmp_path) as hands:
        hands.see("Give meaning 2/3", "▶ Give meaning")
        hands.shows(SENTENCE)
        hands.shows(seen)


def test_in_a_form(tmp_path: Path) -> None:
    file = tmp_path / "killed.json"
    prepare(file, "quarterly", "actions")
    with Hands(str(file), home=tmp_path) as hands:
        open_session(hands, "No actions yet")
        hands.key("a", "Action 1", "Done when").write(SENTENCE).press("tab").write("nobody calls")
        hands.kill()
    with Hands(str(file), home=tmp_path) as hands:
        hands.see("Action 1", "nobody calls")
        hands.shows(SENTENCE)
        hands.press("tab")
        seen = kill_while_typing(hands, " any more after", "nobody calls")
        assert seen.startswith("nobodycalls")
    with Hands(str(file), home=tmp_path) as hands:
        hands.see("Action 1", "Done when")
        hands.shows(seen)
        hands.shows(SENTENCE)
        hands.key("ctrl+s").gone("Done when").see("1 action agreed today", "They call before")


def test_in_a_questionnaire(tmp_path: Path) -> None:
    """Marks come back too, as dots; nobody has to say again whose form it was."""
    file = tmp_path / "killed.json"
    prepare(file, "quarterly", "score")
    with Hands(str(file), home=tmp_path) as hands:
        open_session(hands, "Enter on a name")
        hands.key("enter", "For Anna Bos").key("enter", "0 of 3 filled in").key("f2")
        hands.send("4\tnobody calls").see("1 of 3 filled in", "nobody calls")
        hands.kill()
    with Hands(str(file), home=tmp_path) as hands:
        hands.see("For Anna Bos")
        hands.key("enter", "1 of 3 filled in").key("f2", "nobody calls")
        hands.key("down", "Openness").send("8").see("2 of 3 filled in").press("tab")
        seen = kill_while_typing(hands, "comes by when it is quiet")
        assert seen
    with Hands(str(file), home=tmp_path) as hands:
        hands.see("For Anna Bos")
        hands.key("enter", "2 of 3 filled in").key("f2", "nobody calls")
        hands.shows(seen)
