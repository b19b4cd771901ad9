"""Whatever people type is text in every format, and never becomes anything else."""

import csv
import re
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from icalendar import Calendar

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.minutes import FORMATS, file_name, render
from sessionui.text import clean
from tests.minutes.readers import (
    calendar_text,
    html_structure,
    html_text,
    html_tree,
    markdown_structure,
    markdown_text,
    pdf_text,
    word_structure,
    word_text,
    workbook_text,
)
from tests.minutes.texts import HOSTILE, MULTILINE, squeezed, with_text_everywhere

PLAIN = "plain"

every_hostile_text = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)


def markdown(document: MinutesDocument) -> str:
    return render(document, "md", "en").decode()


def html(document: MinutesDocument) -> str:
    return render(document, "html", "en").decode()


@pytest.fixture(scope="module")
def plain(by_name: MinutesDocument) -> MinutesDocument:
    return with_text_everywhere(by_name, PLAIN)


@pytest.fixture(scope="module")
def plain_markdown(plain: MinutesDocument) -> list[tuple[str, str]]:
    return markdown_structure(markdown(plain))


@pytest.fixture(scope="module")
def plain_html(plain: MinutesDocument) -> list[tuple[str, tuple[str, ...]]]:
    return html_structure(html(plain))


@every_hostile_text
def test_markdown_shows_the_text_and_nothing_else(
    by_name: MinutesDocument, plain_markdown: list[tuple[str, str]], text: str
) -> None:
    written = markdown(with_text_everywhere(by_name, text))
    assert markdown_structure(written) == plain_markdown
    assert squeezed(markdown_text(written)).count(squeezed(clean(text))) > 40


@every_hostile_text
def test_html_shows_the_text_and_nothing_else(
    by_name: MinutesDocument, plain_html: list[tuple[str, tuple[str, ...]]], text: str
) -> None:
    written = html(with_text_everywhere(by_name, text))
    assert html_structure(written) == plain_html
    assert squeezed(html_text(written)).count(squeezed(clean(text))) > 40


@pytest.mark.parametrize("text", [" ".join(HOSTILE.values()), MULTILINE], ids=["line", "lines"])
def test_word_shows_the_text_and_nothing_else(
    by_name: MinutesDocument, plain: MinutesDocument, text: str
) -> None:
    data = render(with_text_everywhere(by_name, text), "docx", "en")
    assert word_structure(data) == word_structure(render(plain, "docx", "en"))
    assert squeezed(word_text(data)).count(squeezed(clean(text))) > 40


def test_lines_of_one_text_stay_together_in_markdown(
    by_name: MinutesDocument, plain_markdown: list[tuple[str, str]]
) -> None:
    written = markdown(with_text_everywhere(by_name, MULTILINE))
    assert markdown_structure(written) == plain_markdown
    assert squeezed(markdown_text(written)).count(squeezed(MULTILINE)) > 40


def test_lines_of_one_text_stay_together_in_html(
    by_name: MinutesDocument, plain_html: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert html_structure(html(with_text_everywhere(by_name, MULTILINE))) == plain_html


def test_nothing_in_the_page_can_run_or_load_anything(by_name: MinutesDocument) -> None:
    tree = html_tree(html(with_text_everywhere(by_name, " ".join(HOSTILE.values()))))
    tags = {str(e.tag).rpartition("}")[2] for e in tree.iter()}
    assert tags.isdisjoint({"script", "img", "a", "link", "iframe", "object", "use", "image"})
    names = {name for e in tree.iter() for name in e.attrib}
    assert not any(n.startswith("on") or n.endswith(("href", "src")) for n in names)
    style = tree.find(".//style").text
    assert "url(" not in style
    assert "@import" not in style
    assert style.count("{") == style.count("}")


def test_the_style_sheet_survives_names_of_organisations(by_name: MinutesDocument) -> None:
    odd = by_name.but(name_a='"; } body { display: none } </style>\\', name_b="\\")
    style = html_tree(html(odd)).find(".//style").text
    plain = html_tree(html(by_name)).find(".//style").text
    assert style.count("{") == plain.count("{")
    assert "display: none }" not in style.rpartition("@top-left")[2]


def test_control_characters_reach_no_format(by_name: MinutesDocument) -> None:
    document = with_text_everywhere(by_name, HOSTILE["controls"])
    seen = (
        markdown(document),
        html(document),
        word_text(render(document, "docx", "nl")),
    )
    for text in seen:
        assert "abcdefgh" in text
        assert not any(c in text for c in "\x00\x07\x1b\x9f\u202e\ufffe")
    assert render(document, "json", "en").decode("utf-8", "strict")


EVERYTHING = "\r\n".join(HOSTILE.values())


def test_a_workbook_has_text_and_never_a_formula(by_name: MinutesDocument) -> None:
    data = render(with_text_everywhere(by_name, EVERYTHING), "xlsx", "nl")
    with ZipFile(BytesIO(data)) as packed:
        sheets = [packed.read(n) for n in packed.namelist() if n.startswith("xl/worksheets/")]
        names = packed.namelist()
    assert len(sheets) > 4
    assert not any(b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets)
    assert not any("external" in name.lower() for name in names)
    assert squeezed(workbook_text(data)).count(squeezed(clean(EVERYTHING))) > 40


@every_hostile_text
def test_csv_has_as_many_rows_and_nothing_that_calculates(
    by_name: MinutesDocument, plain: MinutesDocument, text: str
) -> None:
    tables = _tables(render(with_text_everywhere(by_name, text), "csv", "nl"))
    assert [len(t) for t in tables] == [len(t) for t in _tables(render(plain, "csv", "nl"))]
    cells = [cell for table in tables for row in table for cell in row]
    assert not any(cell.startswith(("=", "+", "@", "\t", "\r")) for cell in cells)
    assert sum(squeezed(clean(text)) in squeezed(cell) for cell in cells) > 20


def _tables(data: bytes) -> list[list[list[str]]]:
    with ZipFile(BytesIO(data)) as packed:
        files = [packed.read(name).decode("utf-8-sig") for name in packed.namelist()]
    return [list(csv.reader(StringIO(text))) for text in files]


@every_hostile_text
def test_a_calendar_has_the_same_entries(
    by_name: MinutesDocument, plain: MinutesDocument, text: str
) -> None:
    data = render(with_text_everywhere(by_name, text), "ics", "nl")
    assert _entries(data) == _entries(render(plain, "ics", "nl"))
    assert squeezed(calendar_text(data)).count(squeezed(clean(text))) > 5


def _entries(data: bytes) -> list[tuple[str | None, list[str]]]:
    return [(c.name, sorted(c)) for c in Calendar.from_ical(data).walk()]


def test_a_pdf_says_it_all_and_leads_nowhere(by_name: MinutesDocument) -> None:
    text = "</para> <img src=/etc/passwd> =cmd|A0"
    data = render(with_text_everywhere(by_name, text), "pdf", "nl")
    assert squeezed(pdf_text(data)).count(squeezed(text)) > 30
    assert not any(mark in data for mark in (b"/URI", b"/JavaScript", b"/Launch", b"/EmbeddedF"))


@every_hostile_text
def test_a_file_name_is_one_name_on_every_system(by_name: MinutesDocument, text: str) -> None:
    document = with_text_everywhere(by_name, text)
    for form in FORMATS:
        name = file_name(document, form, "nl")
        assert re.fullmatch(r"[\w-]+(\.\w+){1,2}", name)
        assert len(name.encode()) <= 255
        assert name.split(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT1"}
