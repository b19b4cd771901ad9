"""Exports of form makers: what their columns are taken for, and the answers by that mapping."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pytest

from sessionui.domain.mapping import ColumnUse, Mapping
from sessionui.domain.wording import Refused
from sessionui.intake.mapping_file import mapping_in, written
from sessionui.intake.problems import told
from sessionui.intake.reading import read_answers
from tests.domain.making import do, indicator, work
from tests.intake.files import given
from tests.intake.sheets import xlsx

WHEN = datetime(2026, 11, 10, 9, 30)  # noqa: DTZ001 - spreadsheets know no time zones

MICROSOFT = (
    (
        "ID",
        "Start time",
        "Completion time",
        "Email",
        "Name",
        "What is your name?",
        "How open is Helderwit to us? (Openness)",
        "Why?",
        "Trust - your mark from 1 to 10",
        "Why?2",
    ),
    (1, WHEN, WHEN, "anonymous", None, "Anna Bos", 7, "calls us early", 8, None),
    (2, WHEN, WHEN, "anonymous", None, "Bram Vos", 6, None, 5, "slow to answer"),
)
GOOGLE = (
    (
        "Tijdstempel",
        "E-mailadres",
        "Wie bent u?",
        "Openness",
        "Toelichting",
        "Trust",
        "Toelichting",
    ),
    ("10-11-2026 09:30:12", "a@b.example", "Anna Bos", "7", "belt vroeg", "8", ""),
    ("10-11-2026 09:31:40", "b@b.example", "bram vos", "6", "", "5", "traag"),
)
LIMESURVEY = (
    (
        "Reactie-ID",
        "Datum verzonden",
        "Laatste pagina",
        "Start-taal",
        "Seed",
        "Wat is uw naam?",
        "Welk cijfer geeft u? [Openness]",
        "Licht uw cijfer toe [Openness]",
        "Welk cijfer geeft u? [Trust]",
        "Licht uw cijfer toe [Trust]",
    ),
    ("1", "2026-11-10 09:30", "3", "nl", "113", "Anna Bos", "7", "belt vroeg", "8", ""),
    ("2", "2026-11-10 09:31", "3", "nl", "114", "Bram Vos", "6", "", "5", "traag"),
)
BY_HAND = (
    ("Wie", "Waarover", "Punten", "Waarom"),
    ("Anna Bos", "Openness", "7", "belt vroeg"),
    ("Anna Bos", "Trust", "8", ""),
    ("Bram Vos", "Openness", "6", ""),
    ("Bram Vos", "Trust", "5", "traag"),
)
MARKS = [
    ("anna", "openness", 7),
    ("anna", "trust", 8),
    ("bram", "openness", 6),
    ("bram", "trust", 5),
]

Rows = Sequence[Sequence[Any]]


def as_csv(rows: Rows, separator: str = ",") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue().encode()


@pytest.mark.parametrize(
    "rows", [MICROSOFT, GOOGLE, LIMESURVEY, BY_HAND], ids=["microsoft", "google", "lime", "hand"]
)
@pytest.mark.parametrize("make", [as_csv, lambda rows: xlsx(*rows)], ids=["csv", "xlsx"])
def test_the_proposal_reads_what_form_makers_export(rows: Rows, make: Any) -> None:
    data, of = make(rows), work()
    first = read_answers(data, of)
    assert first.problems
    assert first.mapping is not None
    imported = read_answers(data, of, first.mapping)
    assert [told(p) for p in imported.problems] == []
    assert [(r[1], r[2], r[4]) for r in given(imported)] == MARKS
    assert [bool(r[5]) for r in given(imported)] == [True, False, False, True]
    again = read_answers(data, of, mapping_in(written(first.mapping, of)))
    assert again.ballots == imported.ballots


def test_a_form_a_side_without_any_name() -> None:
    of = work("side")
    rows = [("Submitted", "Openness", "Trust"), ("x", "7", "8"), ("y", "6", "")]
    first = read_answers(as_csv(rows), of)
    assert first.mapping is not None
    assert [c.use for c in first.mapping.columns] == ["ignore", "mark", "mark"]
    imported = read_answers(as_csv(rows), of, first.mapping.but(side="b"))
    assert (imported.counts, imported.problems) == ({"a": 0, "b": 2}, ())
    assert len(do(of, imported.intent).urn.ballots) == 2


def test_self_estimates_and_slips_of_the_pen() -> None:
    of = work(self_estimate=True)
    rows = [("Naam", "Opennes", "Ons eigen cijfer voor Openness"), ("Anna Bos", "7", "8")]
    mapping = read_answers(as_csv(rows), of).mapping
    assert mapping is not None
    assert [(c.use, c.indicator, c.own) for c in mapping.columns[1:]] == [
        ("mark", "openness", False),
        ("mark", "openness", True),
    ]


def test_a_longer_name_wins_over_one_inside_it() -> None:
    of = work()
    both = (indicator("a", "Trust"), indicator("b", "Trust in each other"))
    of = of.but(partnership=of.partnership.but(indicators=both))
    rows = [("Naam", "Mark for trust in each other", "Mark for trust"), ("Anna Bos", "7", "8")]
    mapping = read_answers(as_csv(rows), of).mapping
    assert mapping is not None
    assert [c.indicator for c in mapping.columns] == ["", "b", "a"]


def test_what_columns_look_like_says_nothing_of_a_mark() -> None:
    sights = read_answers(as_csv(GOOGLE), work()).sights
    assert [s.looks for s in sights] == [
        "other", "words", "raters", "marks", "words", "marks", "words",
    ]  # fmt: skip
    assert [s.filled for s in sights] == [2, 2, 2, 2, 1, 2, 1]


def test_wrong_rows_are_left_out_one_by_one_only() -> None:
    rows = [("Rater", "Openness"), ("Anna Bos", "7"), ("Bram Vos", "77"), ("Nobody", "6")]
    found = read_answers(as_csv(rows), work())
    assert [p.skip for p in found.problems] == ["3", "4"]
    assert read_answers(as_csv(rows), work(), skip=("3",)).problems
    left = read_answers(as_csv(rows), work(), skip=("3", "4"))
    assert left.problems == ()
    assert [told_note.values for told_note in left.notes] == [{"rows": "3, 4"}]
    assert left.counts == {"a": 1, "b": 0}


def test_a_mapping_of_other_columns_takes_nothing_in() -> None:
    mapping = Mapping(columns=(ColumnUse(heading="Nothing", use="rater"),))
    imported = read_answers(as_csv(GOOGLE), work(), mapping)
    assert imported.problems
    two = Mapping(
        columns=tuple(
            ColumnUse(heading=h, use="mark", indicator="trust") if h in ("Openness", "Trust")
            else ColumnUse(heading=h, use="rater" if h == "Wie bent u?" else "ignore")
            for h in GOOGLE[0]
        )
    )  # fmt: skip
    sentences = [told(p) for p in read_answers(as_csv(GOOGLE), work(), two).problems]
    assert sentences == ["Row 1, Trust: There are two columns for the same."]


@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", '{"columns": 3}', "x" * 300_000, '{"columns": [{"heading": "a"}]}']
)
def test_what_is_no_mapping(text: str) -> None:
    with pytest.raises(Refused):
        mapping_in(text)
