"""What a facilitator does at the keyboard, each step waiting for what it brings on the screen."""

from collections.abc import Mapping
from pathlib import Path
from typing import Self

from tests.support.terminal import Terminal

ENGLISH = "en_GB.UTF-8"


def surroundings(home: Path, lang: str = ENGLISH) -> dict[str, str]:
    """An environment with a home folder of its own."""
    folders = {
        name: str(home / name.lower())
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    }
    return {
        "HOME": str(home),
        "LANG": lang,
        "LC_ALL": lang,
        "PYTHONPATH": str(Path.cwd()),
        **folders,
    }


def bare(text: str) -> str:
    """Letters and figures only: what is left of a text however it is wrapped and framed."""
    return "".join(char for char in text if char.isalnum())


class Hands(Terminal):
    """Keys, forms and lists in the words of somebody who uses them."""

    def __init__(
        self, *arguments: str, home: Path, environment: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(*arguments, environment={**surroundings(home), **(environment or {})})

    def see(self, *texts: str) -> Self:
        """Wait until all ``texts`` stand on the screen."""
        self.wait_for(*texts)
        return self

    def gone(self, text: str) -> Self:
        """Wait until ``text`` stands nowhere on the screen."""
        self.until(lambda: text not in self.flat, f"{text!r} is still there")
        return self

    def key(self, keys: str, *texts: str) -> Self:
        """Press keys, parted by spaces; then wait for ``texts``."""
        self.press(*keys.split())
        return self.see(*texts)

    def shows(self, text: str) -> Self:
        """Wait until ``text`` stands on the screen, wherever a line breaks in it."""
        self.until(lambda: bare(text) in bare(self.flat), f"never saw {text!r}")
        self.settle(0.05)
        return self

    def write(self, text: str) -> Self:
        """Type a text and wait until it stands on the screen."""
        self.send(text)
        return self.shows(text)

    def fill(self, *texts: str) -> Self:
        """Type into one field after the other, tab between them; "" leaves a field alone."""
        for n, text in enumerate(texts):
            if n:
                self.press("tab")
            if text:
                self.write(text)
        return self

    def save(self, title: str, *texts: str) -> Self:
        """Save the form with that title, and wait until it has gone."""
        self.key("ctrl+s").gone(title)
        return self.see(*texts)
