"""docs/importing-scores.md says what is so."""

import re
from pathlib import Path

from sessionui.domain.work import Work
from sessionui.intake.decoding import MAX_BYTES
from sessionui.intake.headings import ROLES
from sessionui.intake.names import fold
from sessionui.intake.reading import read_answers
from sessionui.intake.table import MAX_ROWS
from tests.domain.making import indicator, work
from tests.intake.files import given

MANUAL = (Path(__file__).parents[2] / "docs" / "importing-scores.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```csv\n(.*?)```", MANUAL, flags=re.DOTALL)


def round_of(*names: str) -> Work:
    of = work(self_estimate=True)
    indicators = tuple(indicator(name.casefold(), name) for name in names)
    return of.but(partnership=of.partnership.but(indicators=indicators))


def test_the_example_of_one_row_a_mark() -> None:
    imported = read_answers(EXAMPLES[0].encode(), round_of("Openheid", "Proactiviteit"))
    assert [row[1:5] for row in given(imported)] == [
        ("anna", "openheid", False, 7),
        ("anna", "openheid", True, 8),
        ("anna", "proactiviteit", False, None),
        ("dirk", "openheid", False, 6),
    ]


def test_the_example_of_one_row_a_rater() -> None:
    imported = read_answers(EXAMPLES[1].encode(), round_of("Openness", "Proactivity"))
    assert [row[1:] for row in given(imported)] == [
        ("anna", "openness", False, 7, "Calls us when something goes wrong, and early"),
        ("anna", "openness", True, 8, ""),
        ("anna", "proactivity", False, None, ""),
        ("dirk", "openness", False, 6, ""),
        ("dirk", "openness", True, 7, ""),
        ("dirk", "proactivity", False, 8, ""),
    ]


def test_every_heading_is_in_the_manual() -> None:
    words = f" {fold(MANUAL)} "
    assert [heading for heading in ROLES if f" {heading} " not in words] == []


def test_the_limits_are_in_the_manual() -> None:
    assert f"at most {MAX_BYTES // 1_000_000} MB and {MAX_ROWS:,} rows" in " ".join(MANUAL.split())
