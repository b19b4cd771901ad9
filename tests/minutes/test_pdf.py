"""The PDF, read by pypdf and, where it is there, by Poppler."""

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.locale import Language
from sessionui.minutes import make, render
from sessionui.minutes.pdf import fonts
from sessionui.minutes.pdf.fonts import FACES, SIZES, font_folder
from tests.minutes.readers import pdf_tags, pdf_text
from tests.minutes.room import OPENNESS, PROACTIVITY, REACHABILITY
from tests.minutes.texts import HOSTILE, MULTILINE, squeezed, with_text_everywhere

SCRIPTS = {"greek": "Συνεργασία", "cyrillic": "Сотрудничество", "arabic": "تعاون", "dutch": "ĳ ë €"}


def reader(document: MinutesDocument, lang: Language = "en") -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(render(document, "pdf", lang)))


@pytest.fixture(scope="module")
def pdf(by_name: MinutesDocument) -> bytes:
    return render(by_name, "pdf", "en")


def test_it_is_tagged_and_says_that_it_is_accessible(pdf: bytes) -> None:
    root: Any = pypdf.PdfReader(BytesIO(pdf)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_data().replace(
        b"<pdfuaid:part>1</", b'pdfuaid:part="1"'
    )
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    tags = pdf_tags(pdf)
    assert {"Title", "H1", "H2", "Table", "TH", "TD", "L", "LI", "Figure"} <= set(tags)


@pytest.mark.parametrize(("lang", "tag"), [("nl", "nl"), ("en", "en")])
def test_title_and_language_are_set(by_name: MinutesDocument, lang: Language, tag: str) -> None:
    found = reader(by_name, lang)
    root: Any = found.trailer["/Root"]
    assert str(root["/Lang"]).startswith(tag)
    assert found.metadata is not None
    assert "Noorderhaven × Helderwit" in str(found.metadata.title)
    assert found.metadata.author is None


def test_every_picture_has_words(pdf: bytes) -> None:
    figures = []
    root: Any = pypdf.PdfReader(BytesIO(pdf)).trailer["/Root"]
    stack: list[Any] = [root["/StructTreeRoot"]]
    while stack:
        node = stack.pop()
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            stack.extend(node)
        elif isinstance(node, dict):
            if node.get("/S") == "/Figure":
                figures.append(str(node.get("/Alt", "")))
            stack.append(node.get("/K"))
    assert len(figures) >= 5
    assert all(len(alt) > 20 for alt in figures)


def test_it_says_what_the_minutes_say(pdf: bytes) -> None:
    text = pdf_text(pdf)
    for said in (PROACTIVITY, OPENNESS, REACHABILITY, "DRAFT", "page 1 of", "6.8", "Eva Smit"):
        assert said in text


def test_pages_are_numbered_to_the_last(pdf: bytes) -> None:
    pages = pypdf.PdfReader(BytesIO(pdf)).pages
    for number, page in enumerate(pages, 1):
        assert f"page {number} of {len(pages)}" in page.extract_text()


def test_a_draft_is_marked_on_every_page_and_the_final_minutes_are_not(
    pdf: bytes, final: MinutesDocument
) -> None:
    for page in pypdf.PdfReader(BytesIO(pdf)).pages:
        assert page.extract_text().count("DRAFT") >= 2  # in the head and across the page
    assert "DRAFT" not in pdf_text(render(final, "pdf", "en"))


def test_hidden_figures_are_not_in_it(by_side: MinutesDocument) -> None:
    text = pdf_text(render(by_side, "pdf", "en"))
    assert "hidden: fewer than 4 answers" in " ".join(text.split())
    assert "The moves of October" not in text


def _fonts_of(page: Any) -> list[Any]:
    return list(page["/Resources"].get("/Font", {}).values())


@pytest.mark.parametrize("script", SCRIPTS)
def test_fonts_are_embedded_for_the_scripts_of_europe(
    by_name: MinutesDocument, script: str
) -> None:
    made = make(by_name.but(place=SCRIPTS[script]), "pdf", "nl")
    assert made.notices == ()
    embedded = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in pypdf.PdfReader(BytesIO(made.data)).pages
        for font in _fonts_of(page)
    }
    assert embedded
    ours = ("FiraGO", "LibertinusSerif")  # the second has the signs of the sides
    assert all(name.startswith(ours) for name in embedded)


def test_a_sign_that_no_font_has_is_told_and_stops_nothing(by_name: MinutesDocument) -> None:
    made = make(by_name.but(place="\U0001f3fb\U00018b00 Khitan"), "pdf", "nl")
    assert made.data.startswith(b"%PDF-")
    assert len(made.notices) == 1
    assert "Khitan" in pdf_text(made.data)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (" ".join(HOSTILE.values()), ("onerror=1", "=cmd", "{{x}}")),
        (MULTILINE, ("#head", "|a|b|", "===", ">q")),
    ],
    ids=["line", "lines"],
)
def test_what_people_wrote_is_text_and_nothing_else(
    by_name: MinutesDocument, text: str, words: tuple[str, ...]
) -> None:
    plain = pdf_tags(render(with_text_everywhere(by_name, "plain"), "pdf", "en"))
    hostile = render(with_text_everywhere(by_name, text), "pdf", "en")
    kinds = ("Table", "TR", "TH", "TD", "H1", "H2", "L", "LI", "Figure", "Link", "Code", "Formula")
    found = pdf_tags(hostile)
    assert [found.count(kind) for kind in kinds] == [plain.count(kind) for kind in kinds]
    assert b"/URI" not in hostile
    shown = squeezed(pdf_text(hostile))
    for word in (
        ("onerror=1", "=cmd", "{{x}}") if text != MULTILINE else ("#head", "|a|b|", "===", ">q")
    ):
        assert word in shown


def test_the_same_minutes_are_the_same_bytes(by_name: MinutesDocument, pdf: bytes) -> None:
    assert render(by_name, "pdf", "en") == pdf


def test_no_folder_and_no_user_stand_in_it(pdf: bytes, tmp_path: Path) -> None:
    assert str(Path.home()).encode() not in pdf
    assert str(font_folder()).encode() not in pdf


def test_a_font_that_was_cut_off_is_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "user_cache_path", lambda *_a, **_k: tmp_path)
    font_folder.cache_clear()
    try:
        folder = font_folder()
        assert {p.name for p in folder.iterdir()} == {SIZES, *(f"FiraGO-{f}.ttf" for f in FACES)}
        whole = (folder / "FiraGO-Bold.ttf").read_bytes()
        (folder / "FiraGO-Bold.ttf").write_bytes(whole[:100])
        font_folder.cache_clear()
        assert (font_folder() / "FiraGO-Bold.ttf").read_bytes() == whole
    finally:
        font_folder.cache_clear()


@pytest.mark.external
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="Poppler is not installed")
def test_poppler_reads_it(pdf: bytes, tmp_path: Path) -> None:
    file = tmp_path / "minutes.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True)
    for said in (PROACTIVITY, "◆ Noorderhaven about Helderwit", "Faisal Amrani"):
        assert said in done.stdout
    fonts_said = subprocess.run(["pdffonts", str(file)], capture_output=True, text=True, check=True)
    rows = fonts_said.stdout.splitlines()[2:]
    assert rows
    assert all(" yes " in row for row in rows)


def test_words_without_end_stay_on_the_page(by_name: MinutesDocument, tmp_path: Path) -> None:
    file = tmp_path / "wide.pdf"
    file.write_bytes(render(with_text_everywhere(by_name, "ü" * 300), "pdf", "en"))
    boxes = subprocess.run(
        ["pdftotext", "-bbox", str(file), "-"], capture_output=True, text=True, check=True
    ).stdout
    (width, *_rest), ends = (
        re.findall(r'page width="([\d.]+)"', boxes),
        re.findall(r'xMax="([\d.]+)"', boxes),
    )
    assert ends
    assert max(map(float, ends)) < float(width)
