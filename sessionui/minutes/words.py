"""What the minutes say, in one language: names with their sign, marks, dates, directions."""

from datetime import date, datetime
from decimal import Decimal

from sessionui.domain.kinds import KINDS, STAGE_NAMES
from sessionui.domain.minutes.document import MinutesDocument, Phrase, Scores, Who
from sessionui.domain.sides import SIGNS, SideKey, other
from sessionui.locale import (
    Language,
    fmt_date,
    fmt_datetime,
    fmt_mark,
    fmt_signed,
    fmt_time,
    phrase,
    translator,
)
from sessionui.locale.formats import Length, Value
from sessionui.minutes.choices import USUAL, Choices, Wording
from sessionui.text import shorten_middle

_STAGES = {str(key): name for key, name in STAGE_NAMES.items()}


class Words:
    """The words of one document in one language; nothing here follows the interface."""

    def __init__(
        self,
        document: MinutesDocument,
        lang: Language,
        choices: Choices = USUAL,
        *,
        changed: bool = False,
    ) -> None:
        """``changed``: the document no longer gives the hash that it carries."""
        self.document = document
        self.changed = changed
        self.choices = choices
        self.lang: Language = lang
        self.gettext = translator(lang).gettext

    @property
    def wording(self) -> Wording:
        """The firm's own words in this language; empty where it has none."""
        return self.choices.house.wording.get(self.lang) or Wording()

    @property
    def kind(self) -> str:
        """The kind of session by name; by its key where this version does not know it."""
        return self.kind_of(self.document.kind)

    def kind_of(self, key: str) -> str:
        """Any kind of session by name; see ``kind``."""
        kind = KINDS.get(key)
        return self.gettext(kind.name) if kind else key

    def stage(self, key: str) -> str:
        """A stage by name."""
        return self.gettext(_STAGES[key]) if key in _STAGES else key

    def sign(self, side: SideKey) -> str:
        """The sign of a side, ◆ or ●."""
        return SIGNS[side]

    def name(self, side: SideKey) -> str:
        """An organisation with its sign: ◆ Noorderhaven."""
        return f"{self.sign(side)} {self.document.name_of(side)}"

    def about(self, giver: SideKey, receiver: SideKey) -> str:
        """Who scored whom, with the sign of who gave: ◆ Noorderhaven about Helderwit."""
        names = self.document.name_of(giver), self.document.name_of(receiver)
        if giver == receiver:
            said = self.gettext("{side} about itself").format(side=names[0])
        else:
            said = self._about(*names)
        return f"{self.sign(giver)} {said}"

    def column(self, giver: SideKey) -> str:
        """The same above a column; very long names, which stand in full nearby, are shortened."""
        names = (shorten_middle(self.document.name_of(s), 24) for s in (giver, other(giver)))
        return f"{self.sign(giver)}\u00a0{self._about(*names)}"  # the sign never stands alone

    def _about(self, giver: str, receiver: str) -> str:
        template = self.gettext("{giver} about {receiver}")
        return template.format(giver=giver, receiver=receiver)

    def person(self, who: Who | None) -> str:
        """A person by name, with the side's sign; someone whose name was erased stays counted."""
        return f"{self.sign(who.side)} {who.name}" if who else self.gettext("somebody")

    def mark(self, mark: float | None) -> str:
        """A mark as it was given: 6, or 6.5."""
        if mark is None:
            return self.gettext("n/a")
        whole = mark == int(mark)
        return fmt_mark(int(mark) if whole else Decimal(str(mark)), self.lang)

    def figure(self, figure: Decimal | None) -> str:
        """A mean or another figure with one decimal; a dash where there is none."""
        return fmt_mark(figure, self.lang)

    def signed(self, difference: Decimal | None) -> str:
        """A difference with its sign."""
        return fmt_signed(difference, self.lang)

    def day(self, day: date, length: Length = "long") -> str:
        """A day, 12 November 2026."""
        return fmt_date(day, length, self.lang)

    def moment(self, moment: datetime) -> str:
        """A day with hours and minutes."""
        return fmt_datetime(moment, "long", self.lang)

    def time(self, moment: datetime) -> str:
        """Hours and minutes."""
        return fmt_time(moment, self.lang)

    def phrase(self, said: Phrase) -> str:
        """A sentence of the document; one with a broken template comes out as it is."""
        values: dict[str, Value] = {**said.texts, **said.counts, **said.numbers, **said.dates}
        try:
            return phrase(said.template, values, self.lang)
        except (KeyError, IndexError, ValueError, AttributeError):
            return said.template

    def answered(self, n: int, expected: int) -> str:
        """How many answered of how many were asked; forms are no people."""
        if n > expected:
            return self.gettext("{n} forms for {total} raters").format(n=n, total=expected)
        return self.gettext("{n} of {total} answered").format(n=n, total=expected)

    @property
    def hidden(self) -> str:
        """Why a figure is not shown in side secrecy."""
        threshold = self.document.rules.threshold
        return self.gettext("hidden: fewer than {n} answers").format(n=threshold)

    def mean(self, scores: Scores) -> str:
        """The mean of a side's marks, or why there is none."""
        if scores.hidden:
            return self.hidden
        return self.figure(scores.mean) if scores.mean is not None else self.gettext("no marks")
