"""Files with answers for tests, and what came out of them as one line each."""

from collections.abc import Sequence

from sessionui.domain.sides import SideKey
from sessionui.domain.work import Work
from sessionui.intake.imported import Imported
from sessionui.intake.problems import told
from sessionui.intake.reading import read_answers
from tests.domain.making import work

LONG = "Rater;Side;Indicator;Mark;Reason;Own"
WIDE = "Rater;Side;Openness;Openness reason;Trust"

Given = tuple[SideKey, str | None, str, bool, float | None, str]


def lines(*rows: str) -> bytes:
    """A file of those rows in UTF-8."""
    return "".join(f"{row}\n" for row in rows).encode()


def read(*rows: str, of: Work | None = None) -> Imported:
    """What comes out of a file of those rows, for a round by name unless told otherwise."""
    return read_answers(lines(*rows), of or work())


def problems(*rows: str, of: Work | None = None) -> list[str]:
    """What is wrong with such a file, in English; nothing may come with it."""
    imported = read(*rows, of=of)
    assert imported.problems
    assert imported.ballots == ()
    assert imported.answered == ()
    return [told(p) for p in imported.problems]


def given(imported: Imported) -> Sequence[Given]:
    """Every answer as side, rater, indicator, own, mark and reason."""
    assert imported.problems == ()
    return [
        (b.side, b.rater_id, a.indicator_id, a.own, a.mark, a.reason)
        for b in imported.ballots
        for a in b.answers
    ]
