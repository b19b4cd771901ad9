"""One difference between two versions of the minutes, as a sentence."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from sessionui.domain.minutes.document import ChangeNote
from sessionui.domain.sides import SideKey
from sessionui.domain.wording import N_
from sessionui.minutes.outline.change_names import (
    CODED,
    CODES,
    DATED,
    FIELDS,
    NUMBERED,
    PARTS,
    SIDED,
)
from sessionui.minutes.words import Words
from sessionui.text import shorten_middle

LONGEST: Final = 240
"""Characters of a text that is quoted in full."""

_CAME: Final[dict[str, str]] = {
    "added": N_("{subject} was added: {told}"),
    "removed": N_("{subject} was taken out: {told}"),
    "withdrawn": N_("{subject} was withdrawn: {told}"),
}
_BARE: Final[dict[str, str]] = {
    "added": N_("{subject} was added"),
    "removed": N_("{subject} was taken out"),
    "withdrawn": N_("{subject} was withdrawn"),
    "changed": N_("{subject} was changed"),
}
_AMONG: Final[dict[str, str]] = {
    "added": N_("{subject}: added: {told}"),
    "removed": N_("{subject}: taken out: {told}"),
}
"""Of entries without a number or name."""

_SCORES: Final[dict[str, tuple[SideKey, SideKey]]] = {
    "a": ("a", "b"),
    "b": ("b", "a"),
    "own_a": ("a", "a"),
    "own_b": ("b", "b"),
}
_DECIMAL: Final = re.compile(r"(?:(?<=^)|(?<= · )|(?<=; ))\d+\.\d+(?= · |; |$)")


def said_of(change: ChangeNote, words: Words) -> str:
    """One difference as a sentence, its dates and marks as a reader of the language has them."""
    _ = words.gettext
    if change.part == "withdrawn_actions":
        return _withdrawn(change, words)
    if special := _quick_win(change, words):
        return special
    subject = _subject(change, words)
    if change.came == "changed":
        return _changed(change, subject, words)
    told = _told_in_all(change, words)
    if not told:
        return _(_BARE[change.came]).format(subject=subject)
    named = change.entry and "{entry}" in PARTS.get(change.part, "")
    template = _CAME[change.came] if named else _AMONG.get(change.came, _CAME[change.came])
    return _(template).format(subject=subject, told=told)


def _withdrawn(change: ChangeNote, words: Words) -> str:
    template = (
        N_("Action {entry}, agreed after that version, was withdrawn again")
        if change.came == "added"
        else N_("Action {entry} is no longer withdrawn")
    )
    return words.gettext(template).format(entry=change.entry)


def _quick_win(change: ChangeNote, words: Words) -> str:
    if change.field != "quick_win":
        return ""
    template = (
        N_("Action {entry} is now a quick win")
        if change.after == "yes"
        else N_("Action {entry} is no longer a quick win")
    )
    return words.gettext(template).format(entry=change.entry)


def _subject(change: ChangeNote, words: Words) -> str:
    _ = words.gettext
    template = PARTS.get(change.part)
    subject = _(template).format(entry=_entry(change, words)) if template else change.part
    field = f", {_field(change.field, words)}" if change.field else ""
    return subject + field


def _entry(change: ChangeNote, words: Words) -> str:
    return change.entry if change.part != "issues" else _side(change.entry, words)


def _field(field: str, words: Words) -> str:
    _ = words.gettext
    scores, _dot, last = field.partition(".")
    if scores in _SCORES and (last or scores.startswith("own")):
        about = words.about(*_SCORES[scores])
        return f"{_(FIELDS[last])} ({about})" if last in FIELDS else about
    name = FIELDS.get(field)
    names = {"a": words.document.name_a, "b": words.document.name_b}
    return _(name).format(**names) if name else field.replace("_", " ")


def _changed(change: ChangeNote, subject: str, words: Words) -> str:
    _ = words.gettext
    before, after = (_told(change, text, words) for text in (change.before, change.after))
    others = _others(change, words)
    if before and after:
        template = _("{subject}: was “{before}”, is now “{after}”")
        return template.format(subject=subject, before=before, after=after)
    told = ", ".join(filter(None, (before or after, *others)))
    if after or (others and not before):
        return _("{subject}: is now “{told}”").format(subject=subject, told=told)
    if before:
        return _("{subject}: was “{told}”, is now empty").format(subject=subject, told=told)
    return _(_BARE["changed"]).format(subject=subject)


def _told_in_all(change: ChangeNote, words: Words) -> str:
    """What came or went, and what else a reader needs of it."""
    main = _told(change, change.after if change.came == "added" else change.before, words)
    return ", ".join(filter(None, (main, *_others(change, words))))


def _others(change: ChangeNote, words: Words) -> list[str]:
    said = []
    for name, text in change.values.items():
        told = _value(name, text, words)
        said.append(told if name in _PLAIN else f"{_field(name, words)} {told}")
    return said


_PLAIN: Final = frozenset({"owner", "due", "outcome", "indicator"})
"""What says by itself what it is."""


def _told(change: ChangeNote, text: str, words: Words) -> str:
    name = change.field.rpartition(".")[2] or _MAIN.get(change.part, change.part)
    if change.field in _SCORES and change.part == "indicators":
        name = "mean"
    return _value(name, text, words)


_MAIN: Final = {"attendance": "presence", "adoption": "date"}
"""Which field is said first of an entry, where that isn't a text of people."""


def _value(name: str, text: str, words: Words) -> str:
    """A value as a reader of this language writes it; text from people stays as it is."""
    if name in CODED:
        return words.gettext(CODES.get(text, text))
    if name in SIDED:
        return _side(text, words)
    if name in DATED:
        return _day(text, words)
    if name in NUMBERED:
        return _number(text, words)
    if name in ("marks", "reasons"):
        text = _DECIMAL.sub(lambda found: _number(found[0], words), text)
    if name == "kind":
        return words.kind_of(text)
    return shorten_middle(" ".join(text.split()), LONGEST)


def _side(text: str, words: Words) -> str:
    sides: dict[str, SideKey] = {"a": "a", "b": "b"}
    return words.document.name_of(sides[text]) if text in sides else text


def _day(text: str, words: Words) -> str:
    try:
        return words.day(date.fromisoformat(text))
    except ValueError:
        pass
    try:
        return words.moment(datetime.fromisoformat(text))
    except ValueError:
        return text


def _number(text: str, words: Words) -> str:
    try:
        number = Decimal(text)
    except ArithmeticError:
        return text
    return words.mark(float(number)) if number.is_finite() else text
