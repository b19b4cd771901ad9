"""Taking a person out of what was recorded (the right to be forgotten), in any form of it.

One rule for models and for documents of any age in a backup: it walks plain values. The person's
marks stay, as those of an unnamed member of the side, or the figures of a year would change.
"""

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from sessionui.domain.record import Record

GONE = "…"
"""Stands where the name stood within a text."""

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Erasure:
    """What goes and what comes instead. ``today``: ISO, the day on which the person left at last.

    ``alias`` takes the place of ``person_id``; ``label`` that of the name where the name stands
    alone. Within a text the full name becomes ``GONE``; a name of one word only where it is written
    as the name is, because "Mark" is a name and "mark" a word.
    """

    person_id: str
    name: str
    alias: str
    label: str
    today: str

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        words = [re.escape(word) for word in _plain(self.name).split()]
        exact = re.NOFLAG if len(words) == 1 else re.IGNORECASE
        return re.compile(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)", exact)

    @cached_property
    def _anywhere(self) -> re.Pattern[str]:
        words = [re.escape(word) for word in _plain(self.name).split()]
        return re.compile(r"\s+".join(words), re.IGNORECASE)

    def names(self, text: str) -> bool:
        """Whether the full name stands in the text."""
        return bool(self._pattern.search(_plain(text))) or self._is_name(text)

    def traced_in(self, data: bytes) -> bool:
        """Whether the name stands anywhere in the bytes, in UTF-8, UTF-16 or escaped as in JSON."""
        return bool(self._anywhere.search(_plain(_unescaped(_decoded(data)))))

    def of(self, value: Any) -> Any:
        """The value without the person: plain JSON in, plain JSON out."""
        match value:
            case str():
                return self._text(value)
            case list():
                return self._list(value)
            case dict():
                return self._dict(value)
        return value

    def of_record(self, record: R) -> R:
        """The record without the person."""
        return type(record).model_validate(self.of(record.model_dump(mode="json")))

    def _text(self, text: str) -> str:
        if text == self.person_id:
            return self.alias
        if self._is_name(text):
            return self.label
        plain = _plain(text)
        return self._pattern.sub(GONE, plain) if self._pattern.search(plain) else text

    def _is_name(self, text: str) -> bool:
        return _plain(text).casefold().split() == _plain(self.name).casefold().split()

    def _list(self, values: list[Any]) -> list[Any]:
        made = [self.of(value) for value in values]
        # What was sorted so that it tells no order (who has answered) stays sorted.
        if self.person_id in values and values == sorted(values):
            made.sort()
        return made

    def _dict(self, values: dict[str, Any]) -> dict[str, Any]:
        made = {self.alias if k == self.person_id else k: self.of(v) for k, v in values.items()}
        if values.get("id") == self.person_id and "name" in values:
            made |= {"name": self.label}
            made |= {k: v for k, v in (("role", ""), ("joined", None)) if k in made}
            if "left" in made:
                made["left"] = made["left"] or self.today
        return made


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _decoded(data: bytes) -> str:
    for mark, coding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(coding, "replace")
    return data.decode("utf-8", "replace")


def _unescaped(text: str) -> str:
    return re.sub(r"(?:\\u[0-9a-fA-F]{4})+", lambda m: str(json.loads(f'"{m[0]}"')), text)


@dataclass(frozen=True)
class Erased:
    """What came of it. ``unreached``: files beside the data file that still hold the name or can't
    be read; ``elsewhere``: other partnerships in which the name occurs."""

    unreached: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
