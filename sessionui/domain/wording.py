"""Sentences for people, written here in English and translated where they are shown.

The domain knows what has to be said; the locale knows how. So the domain hands out a
template with named values, and whoever shows it translates the template and formats the
values (a ``Decimal`` as a mark, a ``date`` as a date) by the reader's locale.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

Value = str | int | Decimal | date


def N_(text: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Mark ``text`` for translation without translating it."""
    return text


@dataclass(frozen=True)
class Sentence:
    """A template to translate and the values that go into it."""

    template: str
    values: dict[str, Value] = field(default_factory=dict)


class Refused(Exception):  # noqa: N818 - it is an answer, not a fault
    """The method does not allow this now; carries the sentence that says why and what to do."""

    def __init__(self, template: str, **values: Value) -> None:
        super().__init__(template)
        self.sentence = Sentence(template, values)
