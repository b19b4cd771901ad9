"""The program in one terminal and the window of the room in another, both read all the time."""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from screens.widgets.big import big
from tests.e2e.hands import Hands

AWAY = "comes back here by itself"
ESCAPES = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-~]")


class Wall(Hands):
    """``sessionui audience``. ``secrets`` are looked for on every screen that it ever shows.

    ``seen``: the first screen that each of them was found on. A figure counts in large letters
    too, and a word in the middle of others.
    """

    def __init__(self, file: Path, *, home: Path, secrets: Sequence[str] = ()) -> None:
        super().__init__("audience", str(file), home=home)
        self.secrets = secrets

    def _watch(self) -> None:
        for secret in self.secrets:
            if secret not in self.seen and stands(secret, self.text):
                self.seen[secret] = self.text

    @property
    def words(self) -> str:
        """Everything that it ever wrote, without what only a terminal reads."""
        return " ".join(ESCAPES.sub(b" ", self.written).decode("utf-8", "replace").split())


def stands(secret: str, text: str) -> bool:
    """Whether a word, or a figure of its own, stands in ``text``, in small or in large."""
    if not secret[0].isdigit():
        return " ".join(secret.split()) in " ".join(text.split())
    if re.search(rf"(?<![\d.,:]){re.escape(secret)}(?![\d:])", text):
        return True
    return any(all(row.strip() in text for row in big(secret, scale)) for scale in (1, 2))


def together(
    holds: Callable[[], bool], complaint: str, *hands: Hands, patience: float = 30
) -> float:
    """Read all of them until ``holds()``; the seconds that it took. Else fail, and show them."""
    begin = time.perf_counter()
    while not holds():
        for each in hands:
            each.read(0.002)
        if time.perf_counter() - begin > patience:
            screens = "\n\n".join(each.text for each in hands)
            raise AssertionError(f"{complaint}; the screens:\n{screens}")
    return time.perf_counter() - begin


@contextmanager
def program(file: Path, home: Path) -> Iterator[Hands]:
    """The program over the file."""
    with Hands(str(file), home=home) as hands:
        yield hands
