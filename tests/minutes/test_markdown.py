"""What the Markdown says, and in which order."""

import re

import pytest

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.scoring import Rules
from sessionui.locale import set_language
from sessionui.minutes import render
from sessionui.minutes.markdown import escape
from sessionui.minutes.preview import preview
from tests.minutes.readers import markdown_text
from tests.minutes.room import OPENNESS, PROACTIVITY, REACHABILITY, review


def text_of(document: MinutesDocument) -> str:
    return preview(document, "en")


def headings(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("#")]


def section(text: str, name: str) -> str:
    """From a heading to the next one of its level or above."""
    level = re.search(rf"^(#+) {re.escape(name)}$", text, re.MULTILINE)
    assert level, name
    rest = text[level.end() :]
    after = re.search(rf"^#{{1,{len(level[1])}}} ", rest, re.MULTILINE)
    return rest[: after.start()] if after else rest


def test_sections_stand_in_the_order_of_the_method(by_name: MinutesDocument) -> None:
    assert headings(text_of(by_name)) == [
        "# Draft minutes: Quarterly review",
        "## Agenda",
        "## Looked back",
        "## The indicators",
        f"### {PROACTIVITY}",
        f"### {OPENNESS}",
        f"### {REACHABILITY}",
        "## Decisions",
        "## Actions",
        "## Parked",
        "## KPIs of the quarter",
        "## What is going on",
        "## Overall mark",
        "## Closing",
        "## Next session",
        "## Still missing",
        "## Confirmation",
    ]


def test_the_head_names_who_was_there_and_who_was_not(by_name: MinutesDocument) -> None:
    head = text_of(by_name).partition("## Agenda")[0]
    assert "**Client:** ◆ Noorderhaven" in head
    assert "**Present:** ◆ Noorderhaven: Anna de Vries (contract manager), Bram" in head
    assert "**Absent with notice:** ◆ Noorderhaven: Dirk van der Meer" in head
    assert "**Absent without notice:** ● Helderwit: Gerda Kuipers (planner)" in head
    assert "By name: each score is shown with who gave it." in head
    assert "Each side scored itself as well." in head


def test_both_directions_with_n_of_n_gap_and_spread(by_name: MinutesDocument) -> None:
    part = section(text_of(by_name), PROACTIVITY)
    assert "| ◆ Noorderhaven about Helderwit | ● Helderwit about Noorderhaven |" in part
    assert "| **6.8** | **7.7** |" in part
    assert "4 of 4 answered<br>lowest 6, median 7, highest 7<br>spread 1.0" in part
    assert "- **Gap:** **−0.9** · ◆ Noorderhaven about Helderwit minus" in part
    assert "Perception gap +1.4: it got 7.7 and gave itself 6.3" in part
    assert "- **Mark agreed after talking:** **7** · stands beside" in part


def test_a_correction_keeps_the_original_beside_it(by_name: MinutesDocument) -> None:
    part = section(text_of(by_name), PROACTIVITY)
    assert "Bram Jansen **6 (corrected, was 5)**: Still two moves" in part


def test_raters_stand_in_the_order_of_names_not_of_marks(by_name: MinutesDocument) -> None:
    part = section(text_of(by_name), OPENNESS)
    assert "Anna de Vries **7**, Bram Jansen **7**, Carla Özdemir **8**, Dirk van" in part


def test_the_line_starts_anew_where_the_meaning_changed(by_name: MinutesDocument) -> None:
    part = section(text_of(by_name), OPENNESS)
    assert "9 Jul 2026: the line starts anew, the meaning changed." in part
    assert "Two rounds make a slope, not a trend." in part
    assert "slope" not in section(text_of(by_name), PROACTIVITY)


def test_what_was_not_discussed_has_no_figure(by_name: MinutesDocument) -> None:
    part = section(text_of(by_name), REACHABILITY)
    assert "Not discussed in this session." in part
    assert not re.search(r"\d", part)
    assert f"| {REACHABILITY} | not discussed | not discussed | – |" in text_of(by_name)


def test_actions_say_who_what_and_when(by_name: MinutesDocument) -> None:
    part = section(text_of(by_name), "Actions")
    assert (
        "| 4 | Put the night team on the list for moves<br>Done when: The first move that the "
        "night team knew of<br>quick win | Bram Jansen<br>◆ Noorderhaven | 1 Dec 2026 | "
        "Proactivity |"
    ) in part
    assert "| 5 | Ask for a second key | **no owner** | **no date** |  |" in part
    assert "postponed 1×" in part.partition("Still open from earlier sessions")[2]
    assert "**Objections:** The date is tight." in part


def test_what_is_missing_is_said(by_name: MinutesDocument) -> None:
    part = section(text_of(by_name), "Still missing")
    assert "* Action 5 has no owner." in part
    assert f"* {REACHABILITY} was scored but not discussed." in part


def test_by_side_hides_what_is_below_the_threshold(by_side: MinutesDocument) -> None:
    text = text_of(by_side)
    part = section(text, PROACTIVITY)
    assert "| **6.5** | hidden: fewer than 4 answers |" in part
    assert "3 of 3 answered" in part
    assert "hidden (3 of 3)" in part
    assert "Gap" not in part
    assert "The moves of October" not in text
    assert "By side: who gave which score was not recorded." in text
    assert "There is no overall mark" in section(text, "Overall mark")


def test_by_side_names_nobody_beside_a_mark(by_side: MinutesDocument) -> None:
    part = section(text_of(by_side), PROACTIVITY)
    assert "Anna" not in part
    assert "Bram" not in part
    assert "* Still two moves that we had to announce twice." in part


def test_a_draft_and_an_example_are_marked(by_name: MinutesDocument) -> None:
    text = text_of(by_name)
    assert "> **DRAFT**" in text
    assert "> **EXAMPLE**" in text
    assert "not confirmed yet" in text


def test_confirmed_minutes_are_no_draft(final: MinutesDocument) -> None:
    text = text_of(final.but(example=False))
    assert "draft" not in text.lower()
    assert "EXAMPLE" not in text
    assert "**◆ Noorderhaven:** confirmed by Anna de Vries, 12 November 2026" in text
    assert "Final since" in text


def test_a_kick_off_shows_candidates_and_full_meanings(kick_off_minutes: MinutesDocument) -> None:
    text = text_of(kick_off_minutes)
    assert "| Reachability<br>merged into it: Reach | ◆ Noorderhaven | 7 | **chosen** |" in text
    assert "| Trust | starter library | 0 |  |" in text
    part = section(text, PROACTIVITY)
    for name in ("Seen when it is there", "Seen when it is not", "A 4 looks", "A 6", "An 8"):
        assert f"- **{name}" in part
    assert "- **◆ Noorderhaven expects:** Helderwit tells what it sees" in part
    assert "- **● Helderwit needs:** Access to the planning of the wards." in part
    assert "Not discussed" not in text
    assert "## Overall mark" not in text


def test_the_language_is_not_that_of_the_interface(by_name: MinutesDocument) -> None:
    english, dutch = preview(by_name, "en"), preview(by_name, "nl")
    set_language("nl")
    assert preview(by_name, "en") == english
    assert preview(by_name, "nl") == dutch
    assert "| **6,8** | **7,7** |" in dutch
    assert "donderdag 12 november 2026" in dutch
    assert "6.8" not in dutch


def test_nothing_is_said_of_an_empty_session() -> None:
    room = review()
    room.hold("quarterly", room.now.date(), Rules())
    text = render(room.minutes(), "md", "en").decode()
    assert "## Decisions" not in text
    assert "## Closing" not in text
    assert "No date" not in section(text, "Next session")
    assert "Nobody has scored." in text


@pytest.mark.parametrize(
    "text", ["6.8", "+0.3", "-0.3", "12-11-2026", "R&D", "a: b", "x - y", "t.a.v.", "Einde. Begin"]
)
def test_ordinary_text_is_left_as_it_is(text: str) -> None:
    assert escape(text) == text


@pytest.mark.parametrize(
    "text", ["1. a", "- a", "+ a", "# a", "a | b", "a@b", "http://a", "z.nl", "www.z.nl", "<b>"]
)
def test_what_would_be_markup_is_escaped(text: str) -> None:
    assert escape(text) != text
    assert markdown_text(escape(text)) == text


def test_no_address_is_left_that_github_would_make_a_link_of() -> None:
    for text in ("www.z.nl", "WWW.z.nl", "see www.a"):
        assert ".a" not in escape(text).replace("\\.", "")
        assert "www." not in escape(text).casefold()
