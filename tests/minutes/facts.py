"""Minutes in which every fact differs from every other, and what facts there are."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from itertools import count
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from sessionui.domain.minutes.document import LinePoint, MinutesDocument, Phrase

FIXED: dict[str, Any] = {
    "format": "sessionui-minutes",
    "version": 1,
    "rehearsal": False,
    "state": "confirmed",
    "skipped": False,
    "hidden": False,
    "break_before": "meaning",
    "shape": "line",
    "outcome": "postponed",
    "presence": "absent_notice",
    "surprise": "a_little",
    "first_speaker": "b",
    "secrecy": "name",
    "broken": False,
    "altered": False,
}
"""Fields whose value decides whether others are shown at all; the rest is made by type."""

TURNS = {"a": ("a", "b"), "b": ("b", "a"), "own_a": ("a", "a"), "own_b": ("b", "b")}
"""Which side gave scores, and about whom, by the field that they stand in."""


class Maker:
    """Makes a value of every type, never the same twice; no text is a part of another."""

    def __init__(self) -> None:
        self.made = {
            str: (f"Q{n}q" for n in count(1001)),
            int: count(101),
            Decimal: (Decimal(n) / 10 for n in count(11) if n % 10),
            dt.date: (dt.date(2031, 1, 1) + dt.timedelta(days=n) for n in count()),
            dt.datetime: (
                dt.datetime(2033, 1, 1, 1, tzinfo=dt.UTC) + dt.timedelta(days=n, minutes=n * 7)
                for n in count()
            ),
        }

    def model(self, kind: type[BaseModel]) -> Any:
        """A model with every field made."""
        if kind is Phrase:
            return self._phrase()
        fields = kind.model_fields.items()
        made = {name: self._field(name, field.annotation) for name, field in fields}
        return kind.model_construct(**made)

    def _field(self, name: str, annotation: Any) -> Any:
        value = FIXED[name] if name in FIXED else self._value(annotation)
        if name in TURNS and isinstance(value, BaseModel):
            side, about = TURNS[name]
            return value.model_copy(update={"side": side, "about": about})
        return value

    def _value(self, annotation: Any) -> Any:  # noqa: PLR0911 - one a kind of type
        origin, parts = get_origin(annotation), get_args(annotation)
        if annotation in self.made:
            return next(self.made[annotation])
        if annotation is float:
            return float(self._value(Decimal))
        if annotation is bool:
            return True
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self.model(annotation)
        if origin is Literal:
            return parts[0]
        if origin is Annotated:
            return self._value(parts[0])
        if origin in (Union, UnionType):
            return self._value(next(part for part in parts if part is not NoneType))
        if origin is tuple:
            times = 2 if parts[0] is LinePoint else 1
            return tuple(self._value(parts[0]) for _ in range(times))
        if origin is dict:
            return {self._value(part): self._value(part) for part in parts[:1]}
        raise TypeError(annotation)

    def _phrase(self) -> Phrase:
        return Phrase(
            template=f"{self._value(str)} {{one}} {{two}} {{three}} {{four}}",
            texts={"one": self._value(str)},
            counts={"two": self._value(int)},
            numbers={"three": self._value(Decimal)},
            dates={"four": self._value(dt.date)},
        )


def distinct() -> MinutesDocument:
    """Minutes with everything in them, and the meanings in full."""
    maker = Maker()
    document: MinutesDocument = maker.model(MinutesDocument)
    (item,) = document.agenda
    meaning = item.model_copy(update={"stage": "meaning"})
    return document.model_copy(update={"agenda": (item, meaning)})


def facts(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every value in minutes with the names that lead to it; a list is no name."""
    match value:
        case BaseModel():
            for name in type(value).model_fields:
                yield from facts(getattr(value, name), f"{path}.{name}".lstrip("."))
        case tuple():
            for entry in value:
                yield from facts(entry, path)
        case dict():
            for entry in value.values():
                yield from facts(entry, path)
        case _:
            yield path, value
