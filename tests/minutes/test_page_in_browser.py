"""The page in a real browser: valid, without barriers, and on paper."""

from io import BytesIO
from pathlib import Path

import html5lib
import pypdf
import pytest

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.locale import LANGUAGES
from sessionui.minutes import render
from tests.minutes.readers import pdf_text
from tests.minutes.texts import HOSTILE, with_text_everywhere
from tests.support.browser import LAPTOP, PHONE, browser, page_in, violations
from tests.support.depth import EXHAUSTIVE

BROKEN = r"""() => [...document.querySelectorAll("th")].flatMap(th => {
  const text = th.firstChild
  return [...text.data.matchAll(/\S+/g)].filter(word => {
    const range = document.createRange()
    range.setStart(text, word.index)
    range.setEnd(text, word.index + word[0].length)
    return new Set([...range.getClientRects()].map(box => box.top)).size > 1
  }).map(word => word[0])
})"""

SEEN = (
    ("name", "nl", LAPTOP),
    ("name", "en", PHONE),
    ("side", "nl", PHONE),
    ("side", "en", LAPTOP),
)
"""Every day; with ``EXHAUSTIVE=1`` all that there are."""


@pytest.mark.parametrize("name", ["by_name", "by_side", "kick_off_minutes", "final"])
def test_the_page_is_valid(name: str, request: pytest.FixtureRequest) -> None:
    """By the parser of the standard (WHATWG), which stops at the first thing it has to mend."""
    document = request.getfixturevalue(name)
    html5lib.HTMLParser(strict=True).parse(render(document, "html", "nl"))


def test_the_page_is_valid_whatever_people_type(by_name: MinutesDocument) -> None:
    hostile = with_text_everywhere(by_name, " ".join(HOSTILE.values()))
    html5lib.HTMLParser(strict=True).parse(render(hostile, "html", "en"))


@pytest.mark.slow
def test_nobody_is_kept_out_and_it_prints(
    by_name: MinutesDocument, by_side: MinutesDocument, tmp_path: Path
) -> None:
    """One browser for all of it: starting one takes longer than the rest."""
    written = {(d.rules.secrecy, lang): d for d in (by_name, by_side) for lang in LANGUAGES}
    with browser() as chromium:
        for (secrecy, lang), document in written.items():
            file = tmp_path / f"{secrecy}-{lang}.html"
            file.write_bytes(render(document, "html", lang))
            for size in (PHONE, LAPTOP):
                if (secrecy, lang, size) not in SEEN and not EXHAUSTIVE:
                    continue
                with page_in(chromium, lang, size=size, touch=size is PHONE) as page:
                    page.goto(file.as_uri())
                    assert violations(page) == []
                    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
                    assert not wide, "the page is wider than the screen"
                    if size is LAPTOP:
                        # The width of A4 less its margins.
                        page.set_viewport_size({"width": 658, "height": 940})
                        page.emulate_media(media="print")
                        assert page.evaluate(BROKEN) == [], "a head is broken within a word"
                        _prints(page.pdf(prefer_css_page_size=True), document, lang)


def _prints(data: bytes, document: MinutesDocument, lang: str) -> None:
    """On A4 in a few pages, each with who met and whether it is a draft; no heading is cut off."""
    pages = pypdf.PdfReader(BytesIO(data)).pages
    assert 3 <= len(pages) <= 12
    for page in pages:
        assert float(page.mediabox.width) == pytest.approx(595, abs=2)
        assert float(page.mediabox.height) == pytest.approx(842, abs=2)
        text = page.extract_text()
        assert f"{document.name_a} × {document.name_b}" in text
        assert {"nl": "CONCEPT", "en": "DRAFT"}[lang] in text
    said = pdf_text(data)
    assert all(item.name in said for item in document.indicators)
    assert all(action.text.split()[0] in said for action in document.actions)
