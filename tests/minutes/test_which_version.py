"""Which version minutes are can be told from the name of the file, page 1 and every page."""

from io import BytesIO

import docx
import pypdf
import pytest
from lxml import html

from sessionui.domain.intents.close import ReopenSession
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.minutes.content import printed
from sessionui.domain.minutes.document import MinutesDocument
from sessionui.minutes import file_name, render
from tests.minutes.readers import markdown_lines
from tests.minutes.room import confirmed
from tests.minutes.test_change_words import BOTH


@pytest.fixture(scope="module")
def second() -> MinutesDocument:
    room = confirmed()
    first = room.minutes()
    room.do(ReopenSession("A date was wrong."), *BOTH, minutes=30)
    return minutes_of(room.work, room.now, earlier=[first])


def mark(document: MinutesDocument) -> str:
    return f"Versie {document.edition} · {printed(document.content_hash)}"


def test_it_stands_at_the_foot_of_every_page_of_a_pdf_and_beside_the_date(
    second: MinutesDocument,
) -> None:
    pages = pypdf.PdfReader(BytesIO(render(second, "pdf", "nl"))).pages
    assert len(pages) > 2
    texts = [" ".join(page.extract_text().split()) for page in pages]
    assert all(mark(second) in text for text in texts)
    assert texts[0].count(mark(second)) == 2


def test_it_stands_at_the_foot_in_word_and_in_the_head_of_a_web_page(
    second: MinutesDocument,
) -> None:
    word = docx.Document(BytesIO(render(second, "docx", "nl")))
    foot = word.sections[0].footer.paragraphs[0].text
    assert mark(second) in foot
    page = html.fromstring(render(second, "html", "nl"))
    assert mark(second) in page.xpath("//header[@class='running']")[0].text_content()
    assert mark(second) in page.xpath("//dl")[0].text_content()
    assert mark(second) in markdown_lines(render(second, "md", "nl").decode())


def test_the_name_of_a_file_says_version_2_and_a_first_one_nothing(
    second: MinutesDocument,
) -> None:
    first = confirmed().minutes()
    assert file_name(second, "pdf", "nl").endswith("_2026-11-12_v2_voorbeeld.pdf")
    assert file_name(first, "pdf", "nl").endswith("_2026-11-12_voorbeeld.pdf")


def test_final_minutes_say_what_was_open_and_not_that_it_is_missing(
    second: MinutesDocument,
) -> None:
    assert second.missing
    final, draft = (render(d, "md", "nl").decode() for d in (second, second.but(state="running")))
    assert "## Bij het bevestigen nog open" in final
    assert "## Ontbreekt nog" in draft
    assert "Ontbreekt nog" not in final
