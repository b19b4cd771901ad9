"""The program in terminals that can do little: what it really writes, byte by byte."""

import re
from pathlib import Path

from tests.e2e.hands import Hands

COLOUR = re.compile(rb"\x1b\[[\d;]*?\b(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]")


def test_without_colours_and_with_ascii_alone(tmp_path: Path) -> None:
    file = str(tmp_path / "data.json")
    with Hands(file, "--ascii", home=tmp_path, environment={"NO_COLOR": "1"}) as hands:
        hands.key("n", "# ", "@ ").send("Zoë").see("Zoe")
        hands.key("escape").send("\x11")
        assert hands.wait() == 0
        assert hands.written.isascii()
        assert not COLOUR.search(hands.written)


def test_a_terminal_of_another_coding_gets_its_own_letters_and_ends_nothing(
    tmp_path: Path,
) -> None:
    latin = {"LC_ALL": "nl_NL.ISO-8859-1", "PYTHONIOENCODING": "latin-1"}
    file = str(tmp_path / "data.json")
    with Hands(file, home=tmp_path, environment=latin) as hands:
        hands.key("n", "# ")
        hands.send_bytes("Zoë".encode("latin-1"))
        hands.until(lambda: "ë".encode("latin-1") in hands.written, "never saw the letter")
        hands.key("escape").send("\x11")
        assert hands.wait() == 0
        assert "◆".encode() not in hands.written
