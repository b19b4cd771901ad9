"""The page: whole by itself, in its language, with pictures that can be read out."""

from itertools import pairwise
from typing import Any

import pytest

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.locale import Language
from sessionui.minutes import render
from sessionui.minutes.html.markup import LONGEST_WHOLE
from tests.minutes.readers import html_text, html_tree

SVG = "{http://www.w3.org/2000/svg}"


def page(document: MinutesDocument, lang: Language = "en") -> Any:
    return html_tree(render(document, "html", lang).decode())


def pictures(document: MinutesDocument, lang: Language = "en") -> list[Any]:
    return list(page(document, lang).iter(f"{SVG}svg"))


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_page_says_its_language(by_name: MinutesDocument, lang: Language) -> None:
    tree = page(by_name, lang)
    assert tree.get("lang") == lang
    assert render(by_name, "html", lang).startswith(b"<!DOCTYPE html>")


def test_title_head_and_banner_mark_a_draft(by_name: MinutesDocument) -> None:
    tree = page(by_name)
    assert tree.findtext("head/title").startswith("DRAFT · EXAMPLE: Draft minutes")
    assert tree.findtext("body/header/strong") == "DRAFT · EXAMPLE"
    banners = [b.findtext("strong") for b in tree.iter("p") if b.get("class") == "banner"]
    assert banners == ["DRAFT", "EXAMPLE"]


def test_final_minutes_are_not_marked(final: MinutesDocument) -> None:
    tree = page(final.but(example=False))
    assert "DRAFT" not in html_text(render(final, "html", "en").decode())
    assert tree.find("body/header/strong") is None
    assert [b for b in tree.iter("p") if b.get("class") == "banner"] == []


def test_headings_go_down_one_level_at_a_time(by_name: MinutesDocument) -> None:
    levels = [int(e.tag[1]) for e in page(by_name).iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_table_has_a_head(by_name: MinutesDocument) -> None:
    for table in page(by_name).iter("table"):
        heads = table.findall("thead/tr/th")
        assert all(th.get("scope") == "col" for th in heads)
        assert {len(row) for row in table.findall("tbody/tr")} == {len(heads)}


def test_each_picture_can_be_read_out(by_name: MinutesDocument) -> None:
    found = pictures(by_name)
    assert len(found) == 5  # two indicators with their lines, and the overall mark
    for svg in found:
        assert svg.get("role") == "img"
        assert svg[0].tag == f"{SVG}title"
        assert svg[0].text
        assert svg[1].tag == f"{SVG}desc"
    said = found[0].findtext(f"{SVG}desc")
    assert "◆ Noorderhaven about Helderwit: 6.8, 4 of 4 answered" in said
    assert "● Helderwit about Noorderhaven: 7.7" in said


def test_figures_in_pictures_have_a_decimal_comma_in_dutch(by_name: MinutesDocument) -> None:
    words = [t.text for svg in pictures(by_name, "nl") for t in svg.iter(f"{SVG}text")]
    assert {"6,8", "7,7", "5,5", "7,0"} <= set(words)
    assert not any("." in w for w in words if w and w[0].isdigit())


def test_both_marks_stand_left_and_right(by_name: MinutesDocument) -> None:
    boards = [d for d in page(by_name).iter("div") if d.get("class") == "two" and len(d) == 2]
    sides = [d.get("class") for d in boards[0]]
    assert sides == ["side a", "side b"]


def test_the_head_of_an_indicator_stays_with_its_picture(by_name: MinutesDocument) -> None:
    tree = page(by_name)
    sections = list(tree.iter("section"))
    assert [s.findtext("h3") for s in sections] == ["Proactivity", "Openness", "Reachability"]
    style = tree.findtext("head/style")
    assert "size: A4" in style
    printed = style.partition("@media print")[2]
    assert "section > .lead, section > .two:not(:has(.half)) { break-after: avoid; }" in printed
    # Most fill a page and a bit: kept as a whole, every second page would be empty.
    assert "section," not in printed


def test_only_what_is_too_long_may_break_within_a_word(by_name: MinutesDocument) -> None:
    tables = list(page(by_name).iter("table"))
    assert [t.get("class") for t in tables] == ["whole"] * len(tables)
    long = page(by_name.but(name_a="ü" * 300))
    broken = [t for t in long.iter("table") if t.get("class") == "long"]
    assert broken
    words = [" ".join(t.itertext()).split() for t in broken]
    assert all(max(map(len, found)) > LONGEST_WHOLE for found in words)


def test_hidden_figures_are_said_to_be_hidden(by_side: MinutesDocument) -> None:
    found = pictures(by_side)
    notes = [t.text for t in found[0].iter(f"{SVG}text") if "note" in t.get("class", "")]
    assert notes == ["● hidden: fewer than 4 answers"]
    assert found[0].find(f"{SVG}circle") is None
    assert "hidden: fewer than 4 answers" in html_text(render(by_side, "html", "en").decode())
