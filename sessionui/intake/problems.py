"""What is wrong with a file, told by row and column in words.

A problem never quotes a mark or a reason: it may be read aloud before the reveal. Names of people
and indicators may be quoted, because that is what has to be mended.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from sessionui.domain.wording import N_, Sentence, Value
from sessionui.locale import Language, language, phrase, translator
from sessionui.text import one_line

MAX_PROBLEMS = 100
"""More than this nobody reads; the last one says how many were left out."""

LONGEST_QUOTE = 60

T = TypeVar("T")

Role = Literal["rater", "side", "indicator", "mark", "reason", "own", "form", "ignored"]

_FIGURES = re.compile(r"[\d\s.,;:/+=-]*")


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong.

    ``row`` is the one that a spreadsheet shows, the headings usually in row 1; ``None`` when the
    file as a whole is meant. ``column`` is the heading as it stands in the file, or ``""``.
    ``source``: the name of the file, where several are read at once.
    """

    row: int | None
    column: str
    sentence: Sentence
    source: str = ""

    @property
    def skip(self) -> str:
        """What to say to leave it out: the row or the file; ``""`` where that isn't possible."""
        return self.source or ("" if self.row is None else str(self.row))


class Wrong(Exception):  # noqa: N818 - an answer about a cell, not a fault
    """A cell cannot be taken in: the role of its column, and why."""

    def __init__(self, role: Role, template: str, **values: Value) -> None:
        super().__init__(template)
        self.role: Role = role
        self.sentence = Sentence(template, values)


class Problems:
    """Collects what is wrong, so that all of it is told at once."""

    def __init__(self) -> None:
        self._found: list[Problem] = []

    def add(self, row: int | None, column: str, template: str, **values: Value) -> None:
        """Note a problem."""
        self.tell(row, column, Sentence(template, values))

    def tell(self, row: int | None, column: str, sentence: Sentence) -> None:
        """Note a problem of which the sentence is there already."""
        self._found.append(Problem(row, quoted(column), sentence))

    def tell_source(self, source: str, sentence: Sentence) -> None:
        """Note a problem of one of several files."""
        self._found.append(Problem(None, "", sentence, one_line(source)))

    def attempt(self, row: int, columns: Mapping[Role, str], make: Callable[[], T]) -> T | None:
        """What ``make`` returns; ``None`` where it raises ``Wrong``, noted as a problem of ``row``.

        ``columns``: the heading of each role.
        """
        try:
            return make()
        except Wrong as wrong:
            self.tell(row, columns.get(wrong.role, ""), wrong.sentence)
            return None

    def __len__(self) -> int:
        return len(self._found)

    def listed(self) -> tuple[Problem, ...]:
        """All problems by row, those of the file as a whole first; at most ``MAX_PROBLEMS``."""
        ordered = sorted(self._found, key=lambda p: p.row or 0)
        if len(ordered) <= MAX_PROBLEMS:
            return tuple(ordered)
        more = len(ordered) - MAX_PROBLEMS + 1
        rest = Sentence(N_("There are {count} more problems."), {"count": more})
        return (*ordered[: MAX_PROBLEMS - 1], Problem(None, "", rest))


def quoted(text: str) -> str:
    """A name as it may be repeated in a problem; ``""`` for what may be a mark or a reason."""
    name = one_line(text)
    return "" if len(name) > LONGEST_QUOTE or _FIGURES.fullmatch(name) else name


def told(problem: Problem, lang: Language | None = None) -> str:
    """The problem as one line for a person, in the language of the interface or in ``lang``."""
    lang = lang or language()
    gettext = translator(lang).gettext
    sentence = phrase(problem.sentence.template, problem.sentence.values, lang)
    if problem.source:
        return gettext("{file}: {sentence}").format(file=problem.source, sentence=sentence)
    if problem.row is None:
        return sentence
    if not problem.column:
        return gettext("Row {row}: {sentence}").format(row=problem.row, sentence=sentence)
    return gettext("Row {row}, {column}: {sentence}").format(
        row=problem.row, column=problem.column, sentence=sentence
    )
