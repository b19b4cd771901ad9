"""Style sheets parsed once a process instead of once an application.

Textual keeps what it parsed with each ``Stylesheet``, and every application of a test has a new
one, as has every first opening of a screen.
"""

from typing import Any

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet


def parse_once() -> None:
    """From now on, the same text with the same variables gives the rules it gave before."""
    known: dict[tuple[object, ...], list[RuleSet]] = {}
    parse = Stylesheet._parse_rules

    def remembered(self: Stylesheet, *source: Any, **options: Any) -> list[RuleSet]:
        variables = frozenset(self._variables.items())
        key = (source, frozenset(options.items()), variables)
        if key not in known:
            known[key] = parse(self, *source, **options)
        return known[key]

    Stylesheet._parse_rules = remembered  # type: ignore[method-assign]
