"""What is written to the terminal from the curtain's key on: nothing private, in no frame.

The real program in a pseudo-terminal, with private notes, names of who is missing and half-typed
text on the screen. Every byte after the key is searched, and the screen that these bytes make.
"""

from pathlib import Path

import pytest

from tests.e2e.prepared import prepare
from tests.support.terminal import Terminal, key_code

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]
PROMPT = "Score what you saw"
PRIVATE = ("zebra", "Private", "Anna", "Ben", "Dirk", "Els", "never in the minutes", PROMPT)


@pytest.mark.parametrize("key", ["f12", "ctrl+g"])
def test_nothing_private_is_written_from_the_key_on(tmp_path: Path, key: str) -> None:
    file = tmp_path / "room.json"
    prepare(file, "quarterly", "score")
    with Terminal(str(file)) as terminal:
        terminal.wait_for("Noorderhaven").send("\r").wait_for("Quarterly review", "planned")
        terminal.send("\r").wait_for("Anna Bos", PROMPT)
        terminal.send(key_code("f3")).wait_for("Private notes").send("zebra").wait_for("zebra")
        terminal.settle(0.4)
        before = len(terminal.written)
        terminal.send(key_code(key)).wait_for("0 of 2 answered").settle(0.4)
        for other in ("space", "f6", "f5", "escape", "a"):
            terminal.send(key_code(other)).settle(0.2)
        since = terminal.written[before:].decode(errors="replace")
        assert "answered" in since, "the search finds what is written"
        assert [word for word in PRIVATE if word in since] == []
        assert [word for word in PRIVATE if word in terminal.text] == []
        terminal.send(key_code(key)).wait_for("zebra")
