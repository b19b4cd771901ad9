"""The key tables say what the program does."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from itertools import chain

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

import screens
from docs.make_keys import PAGES, page, readme
from screens.stages.panes import PanedStage
from sessionui.commands.key_tables import TABLES
from sessionui.locale import LANGUAGES, Language
from tests.docs.pages import README, text_of

AGAIN = "run: python -m docs.make_keys"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_pages_are_up_to_date(lang: Language) -> None:
    up_to_date = text_of(PAGES[lang]) == page(lang)
    assert up_to_date, AGAIN


def test_the_table_in_the_readme_is_up_to_date() -> None:
    now = text_of(README)
    up_to_date = now == readme(now)
    assert up_to_date, AGAIN


def test_every_class_with_keys_is_in_a_table() -> None:
    for module in pkgutil.walk_packages(screens.__path__, "screens."):
        import_module(module.name)
    listed = set(chain.from_iterable(table.owners for table in TABLES))
    missing = {
        owner.__qualname__
        for owner in below(DOMNode)
        if owner.__module__.startswith(("screens", "sessionui"))
        and any(isinstance(key, Binding) for key in vars(owner).get("BINDINGS", ()))
        and owner not in listed
    }
    assert missing - {PanedStage.__qualname__} == set()


def test_no_row_is_without_words() -> None:
    for lang in LANGUAGES:
        rows = [row for row in page(lang).splitlines() if row.startswith("| `")]
        assert len(rows) > 150
        assert [row for row in rows if row.endswith("|  |")] == []


def below(node: type[DOMNode]) -> Iterator[type[DOMNode]]:
    for sub in node.__subclasses__():
        yield sub
        yield from below(sub)
