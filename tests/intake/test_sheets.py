"""XLSX: what cells may hold, and what a hostile file gets."""

import io
import zipfile
from datetime import UTC, datetime
from time import monotonic

import pytest

from sessionui.domain.work import Work
from sessionui.intake.problems import told
from sessionui.intake.reading import read_answers
from tests.domain.making import work
from tests.intake.files import given
from tests.intake.sheets import sheet_xml, with_part, with_sheet, xlsx

HEAD = ("Rater", "Openness", "Openness reason", "Trust")


def wrong(data: bytes, of: Work | None = None) -> list[str]:
    imported = read_answers(data, of or work())
    assert imported.ballots == ()
    return [told(p) for p in imported.problems]


def test_numbers_text_and_nothing() -> None:
    data = xlsx(
        HEAD,
        ("Anna Bos", 7.0, "calls us", "8"),
        ("Bram Vos", "n.v.t.", None, 6),
        ("Carla de Wit", None, None, None),
    )
    imported = read_answers(data, work())
    assert [row[1:] for row in given(imported)] == [
        ("anna", "openness", False, 7, "calls us"),
        ("anna", "trust", False, 8, ""),
        ("bram", "openness", False, None, ""),
        ("bram", "trust", False, 6, ""),
    ]


def test_halves_by_point_comma_or_number() -> None:
    data = xlsx(HEAD, ("Anna Bos", "7,5", None, 6.5), ("Bram Vos", "7.5", None, 10.0))
    imported = read_answers(data, work(half_marks=True))
    assert [row[4] for row in given(imported)] == [7.5, 6.5, 7.5, 10]


def test_the_result_of_a_formula_counts_and_a_missing_one_is_told() -> None:
    sheet = '<row r="1"><c r="A1" t="inlineStr"><is><t>Rater</t></is></c><c r="B1" t="inlineStr">'
    sheet += "<is><t>Openness</t></is></c></row>"
    row = '<row r="2"><c r="A2" t="inlineStr"><is><t>Anna Bos</t></is></c><c r="B2">{}</c></row>'
    sound = with_sheet(xlsx(HEAD), sheet_xml(sheet + row.format("<f>3+4</f><v>7</v>")))
    assert [r[4] for r in given(read_answers(sound, work()))] == [7]
    for lost in ("<f>3+4</f>", "<f>3+4</f><v></v>"):
        data = with_sheet(xlsx(HEAD), sheet_xml(sheet + row.format(lost)))
        (sentence,) = wrong(data)
        assert sentence.startswith("A cell holds a formula whose result isn't in the file.")


@pytest.mark.parametrize(
    "cell", [True, datetime(2026, 7, 8, tzinfo=UTC).replace(tzinfo=None), 11, 7.25, "zeven"]
)
def test_what_is_no_mark(cell: object) -> None:
    assert wrong(xlsx(HEAD, ("Anna Bos", cell, None, 7))) == [
        "Row 2, Openness: A mark is a whole number from 1 to 10."
    ]


def test_headings_below_a_title_and_another_sheet() -> None:
    data = xlsx(("Scores of the quarter",), (), HEAD, ("Anna Bos", 7, "x y", 8))
    assert len(given(read_answers(data, work()))) == 2


def test_rows_are_those_that_the_program_shows() -> None:
    data = xlsx(("Scores",), (), HEAD, (), ("Anna Bos", 12, None, 8))
    assert wrong(data) == ["Row 5, Openness: A mark is a whole number from 1 to 10."]


def test_not_a_sound_spreadsheet() -> None:
    sound = xlsx(HEAD, ("Anna Bos", 7, None, 8))
    damaged = "This spreadsheet is damaged."
    for data in (
        sound[: len(sound) // 2],
        b"PK\x03\x04",
        with_sheet(sound, b"<worksheet"),
        with_sheet(sound, b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'),
        with_part(sound, "xl/workbook.xml", b"nothing"),
        sound[:200] + b"\x00" * 60 + sound[260:],
        with_sheet(sound, sheet_xml('<row r="1"><c r="Å1"><v>7</v></c></row>')),
    ):
        (sentence,) = wrong(data)
        assert sentence.startswith(damaged)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("notes.txt", "x")
    assert wrong(packed.getvalue()) == ["This spreadsheet is not XLSX. Save it as XLSX or as CSV."]
    (sentence,) = wrong(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    assert "old format" in sentence


def test_files_that_would_fill_the_memory_are_refused_at_once() -> None:
    sound = xlsx(HEAD)
    start = monotonic()
    bomb = with_part(sound, "xl/bomb.bin", b"\0" * 60_000_000)
    assert len(bomb) < 200_000
    assert wrong(bomb) == ["This spreadsheet unpacks to far more than answers can be."]
    far = with_sheet(sound, sheet_xml('<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>'))
    assert wrong(far) == ["This file has more than 5000 rows."]
    wide = with_sheet(sound, sheet_xml('<row r="1"><c r="XFD1"><v>7</v></c></row>'))
    assert wrong(wide) == ["This sheet has more than 500 columns."]
    many = with_sheet(sound, sheet_xml("<row><c><v>7</v></c></row>" * 1_000_000))
    assert wrong(many) == ["This file has more than 5000 rows."]
    assert wrong(b"PK\x03\x04" + b"\0" * 6_000_000) == [
        "This file is too large for answers: at most 5000 kB."
    ]
    assert monotonic() - start < 20
