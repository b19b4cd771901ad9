"""Each wrong cell is named by row, column and reason, and never quoted."""

import pytest
from hypothesis import given as given_any
from hypothesis import settings
from hypothesis import strategies as st

from sessionui.domain.intents.score import LockRound
from sessionui.domain.work import Work
from sessionui.intake.problems import told
from sessionui.locale import set_language
from tests.domain.making import do, named, work
from tests.intake.files import LONG, WIDE, given, problems, read

WHOLE = "A mark is a whole number from 1 to 10."
HALF = "A mark is a whole or half number from 1 to 10."


@pytest.mark.parametrize(
    "cell",
    [
        "0",
        "11",
        "7,25",
        "7.5",
        "٣",
        "1e9",
        "zeven",
        "nan",
        "inf",
        "-7",
        "+7",
        "7/10",
        "7 8",
        "7,",
        "0,9",
        "10,1",
        "100000000000000000",
        "0x7",
        "７½",
        "?",
        "1_0",
        "7%",
    ],
)
def test_what_is_no_mark(cell: str) -> None:
    assert problems(LONG, f"Anna Bos;;Openness;{cell};zq;") == [f"Row 2, Mark: {WHOLE}"]
    assert problems(WIDE, f"Anna Bos;;{cell};zq;7") == [f"Row 2, Openness: {WHOLE}"]


def test_halves_where_the_session_allows_them() -> None:
    of = work(half_marks=True)
    assert given(read(LONG, "Anna Bos;;Openness;7,5;;", of=of))[0][4] == 7.5
    assert problems(LONG, "Anna Bos;;Openness;7,25;;", of=of) == [f"Row 2, Mark: {HALF}"]


@pytest.mark.parametrize("cell", ["=7", "=SUM(A1:A9)", '="7"', " =HYPERLINK(1)"])
def test_formulas(cell: str) -> None:
    quoted = '"' + cell.replace('"', '""') + '"'
    says = "This cell holds a formula. Fill in what comes out of it."
    assert problems(LONG, f"Anna Bos;;Openness;{quoted};;") == [f"Row 2, Mark: {says}"]
    assert problems(LONG, f"Anna Bos;;Openness;7;{quoted};") == [f"Row 2, Reason: {says}"]


def test_a_reason_may_begin_as_a_list_does() -> None:
    for reason in ("+ calls back", "- never late", "@Dirk: thanks", "=> late", "= fine"):
        assert given(read(LONG, f"Anna Bos;;Openness;7;{reason};"))[0][5] == reason


def test_a_reason_without_a_mark_and_one_that_may_be_half_a_mark() -> None:
    assert problems(LONG, "Anna Bos;;Openness;;because;") == [
        "Row 2, Mark: There is a reason but no mark. Fill in a mark, or n/a."
    ]
    assert problems("Rater;Openness reason;Trust", "Anna Bos;because;7") == [
        "Row 2, Openness reason: There is a reason but no mark. Fill in a mark, or n/a."
    ]
    # 7,5 with commas between the columns: 7 and a reason of 5
    (problem,) = problems("Rater,Indicator,Mark,Reason", "Anna Bos,Openness,7,5")
    assert problem.startswith(
        "Row 2, Reason: This reason is a number. Was a decimal comma taken for a separator?"
    )


@pytest.mark.parametrize("row", ['Anna Bos,,Openness,7,"24",', "Anna Bos;;Openness;7;24;"])
def test_a_number_may_be_a_reason_and_is_told(row: str) -> None:
    imported = read(LONG.replace(";", "," if "," in row else ";"), row)
    assert given(imported)[0][4:] == (7, "24")
    (note,) = imported.notes
    assert note.template.startswith("Reasons that are a number only")
    assert note.values == {"n": 1}


def test_a_reason_has_an_end() -> None:
    (problem,) = problems(LONG, f"Anna Bos;;Openness;7;{'x' * 4_001};")
    assert problem == "Row 2, Reason: A reason has at most 4000 characters."
    assert given(read(LONG, f"Anna Bos;;Openness;7;{'x' * 4_000};"))[0][5] == "x" * 4_000


def test_unknown_names_are_named() -> None:
    assert problems(LONG, "Anna Boss;;Openness;7;;", "Anna Bos;;Opennes;7;;", "Piet;;Hope;7;;") == [
        "Row 2, Rater: Anna Boss is on neither side. Write names as in the list of people.",
        "Row 3, Indicator: Opennes is not an indicator of this round.",
        "Row 4, Rater: Piet is on neither side. Write names as in the list of people.",
        "Row 4, Indicator: Hope is not an indicator of this round.",
    ]


def test_what_may_be_a_mark_or_a_reason_is_not_quoted_as_a_name() -> None:
    story = "they never call back when we need them most, and nobody knows why"
    assert problems(LONG, f"{story};;Openness;7;;", "Anna Bos;;8,5;7;;", "9;;Openness;7;;") == [
        "Row 2, Rater: This is no name of a person.",
        "Row 3, Indicator: This is not an indicator of this round.",
        "Row 4, Rater: This is no name of a person.",
    ]


def test_a_rater_of_the_other_side() -> None:
    assert problems(LONG, "Anna Bos;Helderwit;Openness;7;;") == [
        "Row 2, Side: Anna Bos is of the other side."
    ]


def test_by_name_every_row_has_its_rater() -> None:
    says = "This round is by name: say whose answers these are."
    assert problems(LONG, ";client;Openness;7;;") == [f"Row 2, Rater: {says}"]
    assert problems("Side;Openness", "client;7") == [f"Row 2: {says}"]
    assert problems(LONG, "Helderwit;;Openness;7;;") == [
        "Row 2, Rater: Helderwit is on neither side. Write names as in the list of people."
    ]


def test_somebody_who_left_before_this_session() -> None:
    of = work()
    people = tuple(p.but(left=p.joined or of.session.date) for p in of.partnership.people[:1])
    gone = of.but(
        partnership=of.partnership.but(people=people + of.partnership.people[1:]),
        session=of.session.but(participants=("bram", "dirk")),
    )
    assert "is on neither side" in problems(LONG, "Anna Bos;;Openness;7;;", of=gone)[0]


def test_the_same_rater_twice() -> None:
    assert problems(LONG, "Anna Bos;;Openness;7;;", "ANNA BOS;;openness;8;;") == [
        "Row 3, Indicator: There is an answer on Openness by the same rater already: row 2."
    ]
    assert problems("Rater;Openness", "Anna Bos;7", "Bram Vos;7", "anna bos;8") == [
        "Row 4, Rater: This rater has a row already: row 2."
    ]


def test_self_estimates_only_where_they_are_asked() -> None:
    says = "This round does not ask for self-estimates."
    assert problems(LONG, "Anna Bos;;Openness;7;;yes") == [f"Row 2, Mark: {says}"]
    assert problems("Rater;Openness;Openness self", "Anna Bos;7;8") == [
        f"Row 2, Openness self: {says}"
    ]
    assert given(read("Rater;Openness;Openness self", "Anna Bos;7;"))[0][4] == 7


@pytest.mark.parametrize(
    ("cell", "own"),
    [
        *((cell, True) for cell in ("ja", "Yes", "x", "1", "WAAR", "zelf")),
        *((cell, False) for cell in ("", "nee", "0", "No", "onwaar")),
    ],
)
def test_own_or_other(cell: str, own: bool) -> None:
    rows = given(read(LONG, f"Anna Bos;;Openness;7;;{cell}", of=work(self_estimate=True)))
    assert rows[0][3] is own


def test_own_is_yes_or_no() -> None:
    assert problems(LONG, "Anna Bos;;Openness;7;;perhaps", of=work(self_estimate=True)) == [
        "Row 2, Own: Say yes where the mark is about the rater's own side, else no."
    ]


def test_rows_of_another_length() -> None:
    assert problems(
        LONG, "Anna Bos;;Openness;7", "Anna Bos;;Trust;7;x;;y", "Bram Vos;;Trust;0;;"
    ) == [
        "Row 2: This row has 4 cells where the headings have 6.",
        "Row 3: This row has 7 cells where the headings have 6.",
        f"Row 4, Mark: {WHOLE}",
    ]
    # An unquoted decimal comma between commas moves everything below other headings.
    assert problems("Rater,Indicator,Mark,Reason", "Anna Bos,Openness,7,5,zq") == [
        "Row 2: This row has 5 cells where the headings have 4."
    ]


@pytest.mark.parametrize(
    "row", ['Anna Bos;;Openness;7;"zq', 'Anna Bos;;Openness;7;"zq" zq;', '"Anna;;Openness;7;zq;']
)
def test_quotation_marks_without_a_partner(row: str) -> None:
    found = problems(LONG, "Bram Vos;;Openness;7;;", row, "Carla de Wit;;Openness;7;x;")
    assert found[-1] == (
        "Row 3: A quotation mark in this row has no partner, or stands in the middle of a cell."
    )


def test_rows_are_counted_as_a_spreadsheet_does() -> None:
    found = problems(
        "",
        LONG,
        'Anna Bos;;Openness;7;"two',
        'lines";',
        "",
        ";;;;;",
        "Bram Vos;;Openness;0;;",
    )
    assert found == [f"Row 6, Mark: {WHOLE}"]


@pytest.mark.parametrize(
    ("of", "says"),
    [
        (work(kind="kickoff"), "This session has no scoring."),
        (work(ids=()), "There are no indicators to score yet. Define them first."),
    ],
)
def test_a_session_without_scoring(of: Work, says: str) -> None:
    assert problems(LONG, "Anna Bos;;Openness;7;;", of=of) == [says]


def test_a_locked_round() -> None:
    of = do(work(), named("bram", {"openness": 7}), LockRound())
    assert "locked" in problems(LONG, "Anna Bos;;Openness;7;;", of=of)[0]


def test_problems_are_told_in_the_language_of_the_reader() -> None:
    (problem,) = read(LONG, "Anna Bos;;Openness;0;;").problems
    assert (problem.row, problem.column) == (2, "Mark")
    english = told(problem)
    assert english.startswith("Row 2, Mark: ")
    set_language("nl")
    assert told(problem, "en") == english


marks = st.sampled_from(["0", "99", "7,25", "4.75", "abc77", "77 points", "=77", "7 7"])


@settings(max_examples=120)
@given_any(
    st.lists(
        st.tuples(
            st.sampled_from(["Anna Bos", "Nobody", "", "Dirk Jansen"]),
            st.sampled_from(["", "client", "Mars"]),
            st.sampled_from(["Openness", "Trust", "Hope", ""]),
            marks,
            st.sampled_from(["zq-reason", "=zq-reason", "zq-reason " * 2000, '"zq-reason']),
        ),
        min_size=1,
        max_size=4,
    ),
    st.booleans(),
    st.booleans(),
)
def test_no_problem_ever_quotes_a_mark_or_a_reason(
    rows: list[tuple[str, ...]], by_name: bool, comma: bool
) -> None:
    separator = "," if comma else ";"
    text = [separator.join(row) for row in rows]
    of = work("name" if by_name else "side")
    imported = read(separator.join(["Rater", "Side", "Indicator", "Mark", "Reason"]), *text, of=of)
    assert imported.problems
    for problem in imported.problems:
        for words in (told(problem), repr(problem)):
            assert "zq-reason" not in words
            assert "77" not in words
            assert "99" not in words
            assert "25" not in words
            assert "75" not in words
