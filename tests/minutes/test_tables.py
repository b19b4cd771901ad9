"""The workbook and the CSV files, read by a spreadsheet reader and by Python's csv."""

import csv
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from sessionui.domain.minutes.content import printed
from sessionui.domain.minutes.document import MinutesDocument
from sessionui.locale import Language
from sessionui.minutes import render
from sessionui.minutes.tables.about import FACTS, about
from sessionui.minutes.tables.rows import tables_of
from tests.minutes.room import OPENNESS, PROACTIVITY, confirmed
from tests.minutes.texts import HOSTILE, with_text_everywhere

DOCS = Path(__file__).parents[2] / "docs" / "minutes-tables.md"


def sheets(document: MinutesDocument, lang: Language = "en") -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(render(document, "xlsx", lang)))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def files(document: MinutesDocument) -> dict[str, list[dict[str, str]]]:
    with zipfile.ZipFile(io.BytesIO(render(document, "csv", "en"))) as packed:
        return {
            name: list(csv.DictReader(io.StringIO(packed.read(name).decode("utf-8-sig"))))
            for name in packed.namelist()
        }


def test_both_hold_the_same_rows(by_name: MinutesDocument) -> None:
    read, written = sheets(by_name), files(by_name)
    read.pop("About")
    written.pop("about.csv")
    assert [len(rows) - 1 for rows in read.values()] == [len(rows) for rows in written.values()]
    assert [len(rows) for rows in written.values()] == [len(t.rows) for t in tables_of(by_name)]
    assert all(len(rows) > 0 for rows in written.values())


def test_the_first_table_says_which_minutes_they_are(by_name: MinutesDocument) -> None:
    final = confirmed().minutes()
    written = {row["fact"]: row["value"] for row in files(final)["about.csv"]}
    assert list(written) == list(FACTS)
    assert (written["client"], written["supplier"]) == ("Noorderhaven", "Helderwit")
    assert (written["version"], written["content_hash"]) == ("1", final.content_hash)
    assert (written["state"], written["example"]) == ("confirmed", "true")
    draft = {row["fact"]: row["value"] for row in files(by_name)["about.csv"]}
    assert (draft["state"], draft["content_hash"]) == ("running", "")
    read = {row[0]: row[1] for row in sheets(final, "nl")["Over"]}
    assert read["Controlegetal, zoals gedrukt"] == printed(final.content_hash)
    assert (read["Status"], read["Voorbeeld"], read["Versie"]) == ("bevestigd", "ja", 1)
    assert read["Sessie"] == "Kwartaalgesprek"


def test_every_mark_with_its_rater(by_name: MinutesDocument) -> None:
    marks = [r for r in files(by_name)["marks.csv"] if r["indicator"] == PROACTIVITY and r["mark"]]
    given = [r for r in marks if r["self_estimate"] == "false" and r["giver"] == "Noorderhaven"]
    assert [(r["rater"], r["mark"]) for r in given] == [
        ("Anna de Vries", "7"),
        ("Bram Jansen", "6"),
        ("Carla Özdemir", "7"),
        ("Dirk van der Meer", "7"),
    ]
    corrected = next(r for r in given if r["rater"] == "Bram Jansen")
    assert corrected["corrected_from"] == "5"
    assert "two mo" in corrected["reason"]


def test_figures_are_numbers_and_days_are_days(by_name: MinutesDocument) -> None:
    rows = sheets(by_name)["Figures"]
    head = rows[0]
    row = dict(zip(head, rows[1], strict=True))
    assert row["Mean"] == 6.8
    assert row["Date"].isoformat()[:10] == "2026-11-12"
    assert row["Self-estimate"] == "no"
    assert row["Agreed mark"] == 7


def test_all_rounds_of_the_partnership(by_name: MinutesDocument) -> None:
    rows = files(by_name)["rounds.csv"]
    openness = [r for r in rows if r["indicator"] == OPENNESS and r["giver"] == "Helderwit"]
    assert [r["mean"] for r in openness][-1] == "6.7"
    assert "true" in {r["line_breaks"] for r in openness}
    overall = [r for r in rows if not r["indicator"]]
    assert len(overall) == 4
    assert overall[-1]["mean"] == "7.0"


def test_hidden_sides_have_no_figure_and_no_rater(by_side: MinutesDocument) -> None:
    found = files(by_side)
    assert not any(r["rater"] or r["mark"] for r in found["marks.csv"])
    hidden = [r for r in found["figures.csv"] if r["hidden"] == "true"]
    assert hidden
    assert not any(
        r[k] for r in hidden for k in ("mean", "mean_exact", "lowest", "median", "spread")
    )


@pytest.mark.parametrize("text", [HOSTILE["formula"], "+1", "-1+1", "@SUM(A1)", "http://x/y"])
def test_text_is_never_a_formula_or_a_link(by_name: MinutesDocument, text: str) -> None:
    hostile = with_text_everywhere(by_name, text)
    with zipfile.ZipFile(io.BytesIO(render(hostile, "xlsx", "nl"))) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    for name, part in parts.items():
        assert b"<f>" not in part, name
        assert b"hyperlink" not in part, name
    assert text in {cell for rows in sheets(hostile).values() for row in rows for cell in row}
    for rows in files(hostile).values():
        cells = [cell for row in rows for cell in row.values()]
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells if cell)


def test_texts_of_every_kind_come_back_as_they_were(by_name: MinutesDocument) -> None:
    odd = 'a "quoted", text; with\nlines and ünïcode'
    read = sheets(by_name.but(decisions=(by_name.decisions[0].but(text=odd),)))
    assert odd in read["Decisions"][1]
    written = files(by_name.but(decisions=(by_name.decisions[0].but(text=odd),)))
    assert written["decisions.csv"][0]["decision"] == odd


def test_headings_follow_the_language(by_name: MinutesDocument) -> None:
    assert list(sheets(by_name, "nl"))[:3] == ["Over", "Cijfers", "Kengetallen"]
    assert sheets(by_name, "nl")["KPI's van het kwartaal"][0][1] == "Waarde"
    assert sheets(by_name, "nl")["Acties"][0][:2] == ["Nr.", "Actie"]


def test_every_column_is_documented(by_name: MinutesDocument) -> None:
    text = DOCS.read_text(encoding="utf-8")
    for table in (about(by_name), *tables_of(by_name)):
        part = text.partition(f"\n## {table.key}\n")[2].partition("\n#")[0]
        documented = set(re.findall(r"`(\w+)`", part)) - {"done", "postponed", "dropped"}
        assert documented == {column.key for column in table.columns}, table.key
        if table.key == "about":
            assert set(FACTS) <= set(re.findall(r"\w+", part))


def test_the_same_minutes_are_the_same_bytes(by_name: MinutesDocument) -> None:
    assert render(by_name, "csv", "nl") == render(by_name, "csv", "en")
