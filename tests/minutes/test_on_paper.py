"""Minutes on paper: no word is broken where one reads at a glance, and what belongs together is."""

import re
from io import BytesIO

import docx
import pypdf
import pytest
from docx.oxml.ns import qn

from sessionui.domain.minutes.document import MinutesDocument, ParkedNote
from sessionui.minutes import make, render
from sessionui.minutes.choices import Choices, House, Wording
from sessionui.minutes.outline.blocks import Table, cell
from sessionui.minutes.pdf.plain_data import values_of
from tests.minutes.room import confirmed


@pytest.fixture(scope="module")
def final() -> MinutesDocument:
    return confirmed().minutes()


def pages(data: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages]


def test_no_word_of_a_title_or_a_table_head_is_broken(final: MinutesDocument) -> None:
    long = "Samenwerkingsgesprek over de schoonmaak van alle verpleegafdelingen op {date}"
    firm = House(wording={"nl": Wording(title=long)})
    text = "\n".join(pages(make(final, "pdf", "nl", Choices(house=firm)).data))
    assert "12 november 2026" in " ".join(text.split())
    head = text.partition("VOORBEELD ")[0]
    assert not re.search(r"\w-\n", head), head
    for said in (text, "\n".join(pages(render(final, "pdf", "en")))):
        assert not re.search(r"(Noor|Hel|Noorder|Helder|zich)-\s", said)


def test_what_does_not_fit_is_broken_after_all() -> None:
    head = ("Round", "◆ Schoonmaakdienstverlening over Helderwit")
    short, long = (cell("x"), cell("y")), (cell("x"), cell("word " * 500))
    (wide, narrow, other) = values_of(
        (
            Table(head, (short, long), widths=(20, 80)),
            Table(head, (short,), widths=(80, 20)),
            Table(("Round", "Noorderhaven"), (short,), widths=(80, 20)),
        )
    )
    assert (wide["split-heads"], wide["long-rows"]) == ([], [1])
    assert narrow["split-heads"] == [1]
    assert (other["split-heads"], other["long-rows"]) == ([], [])


@pytest.mark.parametrize("points", [0, 12, 18, 24])
def test_confirmation_hash_and_the_place_to_sign_stay_on_one_page(
    final: MinutesDocument, points: int
) -> None:
    parked = tuple(ParkedNote(text=f"Point {n}", indicator="") for n in range(points))
    found = [
        (page, "Confirmation" in text, "Content hash" in text, "Signature" in text)
        for page, text in enumerate(pages(render(final.but(parked=parked), "pdf", "en")))
    ]
    (whole,) = [entry for entry in found if any(entry[1:])]
    assert whole[1:] == (True, True, True)


def test_only_what_is_final_has_a_place_to_sign(final: MinutesDocument) -> None:
    draft = final.but(state="running", confirmed_at=None, confirmations=(), content_hash="")
    for form in ("pdf", "html", "docx"):
        assert _to_sign(render(final, form, "en"), form)
        assert not _to_sign(render(draft, form, "en"), form)


def _to_sign(data: bytes, form: str) -> bool:
    if form == "pdf":
        return any("Signature" in text for text in pages(data))
    if form == "html":
        return b"Signature" in data
    tables = docx.Document(BytesIO(data)).tables
    rows = [[c.text for c in row.cells] for table in tables for row in table.rows]
    return ["● Helderwit", "Eva Smit", "", ""] in rows


def test_word_keeps_the_confirmation_with_its_hash(final: MinutesDocument) -> None:
    body = docx.Document(BytesIO(render(final, "docx", "en"))).element.body
    texts = ["".join(node.text or "" for node in part.iter(qn("w:t"))) for part in body]
    begin = max(n for n, text in enumerate(texts) if text == "Confirmation")
    end = next(n for n, text in enumerate(texts) if "Signature" in text)
    between = [p for part in list(body)[begin + 1 : end] for p in part.iter(qn("w:p"))]
    first = [p for p in between if p.getnext() is None or p.getnext().tag != qn("w:p")]
    assert len(between) > 4
    assert first
    kept = [p.find(f".//{qn('w:keepNext')}") is not None for p in between if _leads(p)]
    assert all(kept)


def _leads(paragraph: object) -> bool:
    """Whether Word looks at it: of a row the first cell counts."""
    cell = paragraph.getparent()  # type: ignore[attr-defined]
    return (
        cell.tag != qn("w:tc") or cell.getprevious() is None or cell.getprevious().tag != qn("w:tc")
    )
