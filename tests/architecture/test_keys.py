"""A key means one thing on a screen: those of the application and of the screen never clash."""

from collections import defaultdict
from collections.abc import Iterator

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

from screens.frame import Frame
from screens.stages.registry import SCREENS
from sessionui.app import SessionUI
from sessionui.commands import key_tables

assert SCREENS  # loads every stage, so that they are among the subclasses


def keys_by_class(owner: type[DOMNode]) -> dict[str, list[str]]:
    """Which of our classes bind each key, from the screen itself to what all screens have."""
    found: dict[str, list[str]] = defaultdict(list)
    for base in (*owner.__mro__, *SessionUI.__mro__):
        if base.__module__.startswith(("screens", "sessionui")):
            for key in {b.key for b in Binding.make_bindings(vars(base).get("BINDINGS", []))}:
                found[key].append(base.__name__)
    return found


def subclasses(of: type[DOMNode]) -> Iterator[type[DOMNode]]:
    for one in of.__subclasses__():
        yield one
        yield from subclasses(one)


SCREEN_CLASSES = sorted(
    {one for one in subclasses(Frame) if one.__module__.startswith("screens")},
    key=lambda one: one.__qualname__,
)


@pytest.mark.parametrize("screen", SCREEN_CLASSES, ids=lambda one: one.__qualname__)
def test_no_key_of_a_screen_hides_another(screen: type[DOMNode]) -> None:
    clashes = {key: names for key, names in keys_by_class(screen).items() if len(names) > 1}
    assert clashes == {}


def test_every_table_has_screens() -> None:
    assert key_tables.TABLES
    assert len(SCREEN_CLASSES) > 15
