"""The Word file, read by python-docx and, where it is there, by LibreOffice."""

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.locale import Language
from sessionui.minutes import make, render
from sessionui.minutes.choices import Choices
from tests.minutes.readers import word_file, word_text
from tests.minutes.room import OPENNESS, PROACTIVITY, REACHABILITY
from tests.minutes.texts import squeezed


def word(document: MinutesDocument, lang: Language = "en") -> Any:
    return word_file(render(document, "docx", lang))


def test_headings_are_real_headings(by_name: MinutesDocument) -> None:
    found = [(p.style.name, p.text) for p in word(by_name).paragraphs]
    assert found[0] == ("Title", "Draft minutes: Quarterly review")
    assert [text for style, text in found if style == "Heading 2"] == [
        PROACTIVITY,
        OPENNESS,
        REACHABILITY,
    ]
    sections = [text for style, text in found if style == "Heading 1"]
    assert sections[:3] == ["Agenda", "Looked back", "The indicators"]
    assert sections[-1] == "Confirmation"


def test_the_head_of_every_table_repeats(by_name: MinutesDocument) -> None:
    headed = [t for t in word(by_name).tables if t.rows[0]._tr.findall(f".//{qn('w:tblHeader')}")]
    first_cells = {t.rows[0].cells[0].text for t in headed}
    assert {"Stage", "No.", "Indicator", "Round", "KPI", "Side"} <= first_cells
    for table in headed:
        assert len(table._tbl.findall(f".//{qn('w:tblHeader')}")) == 1


def test_no_row_is_cut_by_a_page(by_name: MinutesDocument) -> None:
    agenda = next(t for t in word(by_name).tables if t.rows[0].cells[0].text == "Stage")
    assert len(agenda._tbl.findall(f".//{qn('w:cantSplit')}")) == len(agenda.rows)


def test_pages_are_numbered(by_name: MinutesDocument) -> None:
    section = word(by_name).sections[0]
    fields = section.footer._element.findall(f".//{qn('w:fldSimple')}")
    assert [f.get(qn("w:instr")).strip() for f in fields] == ["PAGE", "NUMPAGES"]
    assert section.footer.paragraphs[0].text.startswith("\tpage ")


@pytest.mark.parametrize(("lang", "tag"), [("nl", "nl-NL"), ("en", "en-GB")])
def test_the_language_is_set(by_name: MinutesDocument, lang: Language, tag: str) -> None:
    file = word(by_name, lang)
    assert {e.get(qn("w:val")) for e in file.styles.element.iter(qn("w:lang"))} == {tag}
    assert file.core_properties.language == tag


def test_the_properties_say_what_it_is_and_nothing_of_who_made_it(final: MinutesDocument) -> None:
    properties = word(final).core_properties
    assert properties.title == (
        "Minutes: Quarterly review, Noorderhaven × Helderwit, 12 November 2026"
    )
    assert properties.author == properties.last_modified_by == properties.comments == ""
    assert properties.created == final.confirmed_at


def test_draft_and_example_stand_on_every_page(
    by_name: MinutesDocument, final: MinutesDocument
) -> None:
    assert word(by_name).sections[0].header.paragraphs[0].text.endswith("\tDRAFT · EXAMPLE")
    done = word(final.but(example=False))
    assert done.sections[0].header.paragraphs[0].text.endswith("\t")
    assert "draft" not in done.core_properties.title.lower()


def test_paper_is_a4(by_name: MinutesDocument) -> None:
    section = word(by_name).sections[0]
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((210, 297), abs=0.1)


def test_nothing_of_the_template_is_left(by_name: MinutesDocument) -> None:
    with ZipFile(BytesIO(render(by_name, "docx", "nl"))) as file:
        assert not any("thumbnail" in name for name in file.namelist())
        everything = b"".join(file.read(name) for name in file.namelist())
    assert b"python-docx" not in everything
    assert b"en-US" not in everything


def test_both_marks_stand_left_and_right(by_name: MinutesDocument) -> None:
    table = next(t for t in word(by_name).tables if "about" in t.rows[0].cells[0].text)
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["◆ Noorderhaven about Helderwit", "● Helderwit about Noorderhaven"]
    assert rows[1] == ["6.8", "7.7"]
    assert rows[2][0].startswith("4 of 4 answered")


def test_hidden_figures_are_said_to_be_hidden(by_side: MinutesDocument) -> None:
    text = word_text(render(by_side, "docx", "en"))
    assert "hidden: fewer than 4 answers" in text
    assert "The moves of October" not in text


def test_a_long_document_takes_no_quadratic_time(by_name: MinutesDocument) -> None:
    many = by_name.but(actions=by_name.actions * 150)
    table = max(word(many).tables, key=lambda t: len(t._tbl.tr_lst))
    assert len(table._tbl.tr_lst) == 301


def test_the_contents_are_a_field_that_is_filled_already(by_name: MinutesDocument) -> None:
    file = word(by_name, "nl")
    body = file.element.body
    instructions = [e.text.strip() for e in body.iter(qn("w:instrText"))]
    assert instructions == ['TOC \\o "1-2" \\h \\z \\u']
    kinds = [e.get(qn("w:fldCharType")) for e in body.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]
    links = list(body.iter(qn("w:hyperlink")))
    said = ["".join(t.text for t in link.iter(qn("w:t"))) for link in links]
    headings = [p for p in file.paragraphs if p.style.name in ("Heading 1", "Heading 2")]
    assert said == [p.text for p in headings]
    places = [p._p.find(qn("w:bookmarkStart")).get(qn("w:name")) for p in headings]
    assert [link.get(qn("w:anchor")) for link in links] == places
    assert len(set(places)) == len(places)
    assert "Inhoud" in word_text(render(by_name, "docx", "nl"))


def test_nothing_asks_to_be_updated_on_opening(by_name: MinutesDocument) -> None:
    with ZipFile(BytesIO(render(by_name, "docx", "nl"))) as file:
        everything = b"".join(file.read(name) for name in file.namelist())
    assert b"updateFields" not in everything
    assert b"w:dirty" not in everything


def test_few_headings_need_no_contents(by_name: MinutesDocument) -> None:
    data = make(by_name, "docx", "en", Choices(scope="agreements")).data
    assert "Contents" not in word_text(data)


def test_each_picture_says_what_it_shows_and_its_data_stand_beside_it(
    by_name: MinutesDocument,
) -> None:
    file = word(by_name)
    alts = [e.get("descr") for e in file.element.body.iter(qn("wp:docPr"))]
    ids = [e.get("id") for e in file.element.body.iter(qn("wp:docPr"))]
    assert len(alts) == len(set(ids)) == 5  # two indicators with their lines, the overall mark
    assert "Proactivity. ◆ Noorderhaven about Helderwit: 6.8, 4 of 4 answered" in alts[0]
    charts = [alt for alt in alts if "since earlier rounds" in alt]
    rounds = [t for t in file.tables if t.rows[0].cells[0].text == "Round"]
    assert len(charts) == len(rounds) == 3
    for alt, table in zip(charts, rounds, strict=True):
        assert all(row.cells[1].text.split(" ")[0] in alt for row in table.rows[1:])


@pytest.mark.external
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it_and_gives_it_back(by_name: MinutesDocument, tmp_path: Path) -> None:
    ours = render(by_name, "docx", "nl")
    file = tmp_path / "minutes.docx"
    file.write_bytes(ours)
    pdf = _converted(file, "pdf", tmp_path / "once")
    assert re.search(rb"/Lang\s*\(nl-NL\)", pdf.read_bytes())
    odt = _converted(file, "odt", tmp_path / "once")
    again = _converted(odt, "docx", tmp_path / "twice").read_bytes()
    assert _headings(again) == _headings(ours)
    assert _alts(again) == _alts(ours)
    assert _table_texts(again) == _table_texts(ours)
    assert squeezed(word_text(again)) == squeezed(word_text(ours))


def _converted(file: Path, ending: str, folder: Path) -> Path:
    profile = (folder.parent / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to"]
    done = subprocess.run(
        [*command, ending, "--outdir", str(folder), str(file)],
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert "error" not in (done.stdout + done.stderr).lower()
    return folder / f"{file.stem}.{ending}"


def _headings(data: bytes) -> list[tuple[str, str]]:
    named = ((p.style.name, p.text) for p in word_file(data).paragraphs)
    return [(name, text) for name, text in named if name.startswith(("Heading", "Title"))]


def _alts(data: bytes) -> list[str]:
    return [e.get("descr") for e in word_file(data).element.body.iter(qn("wp:docPr"))]


def _table_texts(data: bytes) -> list[list[list[str]]]:
    tables = word_file(data).tables
    return [[[squeezed(c.text) for c in row.cells] for row in t.rows] for t in tables]
