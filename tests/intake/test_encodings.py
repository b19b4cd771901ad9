"""The same file however it was saved."""

import codecs

import pytest
from hypothesis import given as given_any
from hypothesis import settings
from hypothesis import strategies as st

from sessionui.intake.decoding import MAX_BYTES
from sessionui.intake.problems import MAX_PROBLEMS, told
from sessionui.intake.reading import read_answers
from tests.domain.making import Clock, work
from tests.intake.files import given, lines, problems, read

TEXT = "Beoordelaar;Indicator;Cijfer;Onderbouwing\nEls Özer;Openness;7,5;één café – “ja”\n"
ONE = [("b", "els", "openness", False, 7.5, "één café – “ja”")]


def answers(data: bytes) -> object:
    return given(read_answers(data, work(half_marks=True)))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_encodings(encoding: str) -> None:
    data = TEXT.encode(encoding)
    if encoding == "utf-16-le":
        data = codecs.BOM_UTF16_LE + data
    elif encoding == "utf-16-be":
        data = codecs.BOM_UTF16_BE + data
    assert answers(data) == ONE


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends(separator: str, end: str) -> None:
    text = TEXT.replace("7,5", '"7,5"').replace(";", separator).replace("\n", end)
    assert answers(text.encode()) == ONE


@pytest.mark.parametrize("mark", ["7,5", "7.5", " 7,50 ", "07.5", "7\u200b.5"])
def test_decimal_comma_or_point(mark: str) -> None:
    assert answers(TEXT.replace("7,5", mark).encode()) == ONE


def test_a_declared_separator_and_blank_columns_and_rows() -> None:
    text = "sep=;\r\nRater;Openness;;\r\n;;;\r\n\r\nAnna Bos;7;;\r\n"
    assert answers(text.encode()) == [("a", "anna", "openness", False, 7, "")]


def test_line_breaks_and_separators_in_a_reason() -> None:
    text = 'Rater,Indicator,Mark,Reason\nAnna Bos,Openness,7,"calls, mails;\nand ""comes"""\n'
    assert answers(text.encode()) == [
        ("a", "anna", "openness", False, 7, 'calls, mails;\nand "comes"')
    ]


def test_text_from_a_file_is_cleaned() -> None:
    row = "Anna\x1b[31m Bos;Open\u00adness;7;\x1b[2J ok\u202e"
    imported = read("Rater;Indicator;Mark;Reason", row)
    assert given(imported) == [("a", "anna", "openness", False, 7, "ok")]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "This file is empty."),
        (b"\xef\xbb\xbf \n\n", "This file is empty."),
        (b"x" * (MAX_BYTES + 1), "This file is too large for answers: at most 1000 kB."),
        (b"PK\x03\x04 sheet", "This spreadsheet is damaged."),
        (b"\xd0\xcf\x11\xe0 old", "This spreadsheet is in an old format"),
        (b"Rater;Openness\nAnna\0 Bos;7\n", "This is not a text file"),
        ("Rater;Openness\n".encode("utf-16-le"), "This is not a text file"),
        (b"\xff\xfeR", "This is not a text file"),
        (b"\xff\xfe\x00\xd8", "This is not a text file"),
        (b"Rater\x81;\x8d", "This is not a text file"),
        (b"\xef\xbb\xbfRater\xff", "This is not a text file"),
        ("Rater;Openness\n".encode("utf-32"), "This is not a text file"),
    ],
)
def test_what_is_no_such_text(data: bytes, expected: str) -> None:
    imported = read_answers(data, work())
    (problem,) = imported.problems
    assert problem.row is None
    assert told(problem).startswith(expected)


def test_a_file_with_too_many_rows() -> None:
    rows = ["Rater;Openness", *("Anna Bos;7" for _ in range(5_001))]
    (problem,) = read_answers(lines(*rows), work()).problems
    assert told(problem) == "This file has more than 5000 rows."


def test_many_problems_are_not_all_listed() -> None:
    rows = ["Rater;Openness", *(f"Nobody {n};7" for n in range(MAX_PROBLEMS + 50))]
    found = problems(*rows)
    assert len(found) == MAX_PROBLEMS
    assert found[-1] == "There are 51 more problems."


@settings(max_examples=150)
@given_any(
    st.binary(max_size=200) | st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace"))
)
def test_no_file_makes_it_raise(data: bytes) -> None:
    imported = read_answers(data, work())
    assert imported.problems
    for problem in imported.problems:
        assert told(problem)


cells = st.sampled_from(
    [
        *("Rater", "Side", "Indicator", "Mark", "Reason", "Openness", "Openness reason"),
        *("Anna Bos", "Dirk Jansen", "a", "7", "", "8,5", "n/a", "-"),
        *('"', '""', '"x', "=1+1", "\x1b[1m", "٣", "1e9"),
    ]
)


@settings(max_examples=150)
@given_any(st.lists(st.lists(cells, max_size=5).map(";".join), max_size=6), st.booleans())
def test_any_table_comes_in_whole_or_not_at_all(rows: list[str], by_name: bool) -> None:
    of = work("name" if by_name else "side")
    imported = read("Rater;Side;Indicator;Mark;Reason", *rows, of=of)
    assert bool(imported.problems) != bool(imported.ballots)
    if imported.ballots:
        after = imported.intent.apply(of, Clock()())
        assert len(after.urn.ballots) == len(imported.ballots)
