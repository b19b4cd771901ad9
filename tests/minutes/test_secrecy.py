"""Nothing that was not revealed, and nothing private, is in any export."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from sessionui.domain.intents.define import ShowCandidates, ShowVotes
from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.scoring import Rules
from sessionui.domain.terms import Secrecy
from sessionui.locale import LANGUAGES
from sessionui.minutes import FORMATS, render
from tests.minutes.readers import pdf_text
from tests.minutes.room import OPENNESS, PROACTIVITY, REACHABILITY, kick_off, review, year

SECRET = "SENTINEL-REASON-4711"


def everything(document: MinutesDocument) -> dict[tuple[str, str], bytes]:
    """Each export as bytes that can be searched and compared; Word files unpacked."""
    found: dict[tuple[str, str], bytes] = {
        (name, lang): render(document, name, lang)
        for name in FORMATS
        for lang in LANGUAGES
        if name not in ("docx", "pdf", "xlsx", "csv")
    }
    for name in ("xlsx", "csv"):
        found[name, "nl"] = _unpacked(render(document, name, "nl"))
    found["pdf", "en"] = pdf_text(render(document, "pdf", "en")).encode()
    # One Word file is enough: it is written from the same outline as the others.
    found["docx", "nl"] = _unpacked(render(document, "docx", "nl"))
    return found


def _unpacked(data: bytes) -> bytes:
    with ZipFile(BytesIO(data)) as file:
        return b"".join(file.read(name) for name in sorted(file.namelist()))


def scored(mark: float, secrecy: Secrecy, *reveal: str, lock: bool = True) -> MinutesDocument:
    """A round in which one mark and its reason on Reachability are not revealed."""
    room = year().hold("quarterly", date(2026, 11, 12), Rules(secrecy=secrecy, self_estimate=True))
    marks = {PROACTIVITY: (7, 6, 7, 7), OPENNESS: (6, 6, 6, 6), REACHABILITY: (mark, 7, 7, 7)}
    others = {PROACTIVITY: (7, 6, 7), OPENNESS: (6, 6, 6), REACHABILITY: (mark, 7, 7)}
    room.score(
        {"a": marks, "b": others},
        {"a": {REACHABILITY: (mark, 5, 5, 5)}},
        {("a", REACHABILITY, 0): SECRET, ("b", REACHABILITY, 0): SECRET},
    )
    if lock:
        room.reveal(*reveal)
    return room.minutes()


@pytest.mark.parametrize("secrecy", ["name", "side"])
@pytest.mark.parametrize("reveal", [(), (PROACTIVITY, OPENNESS)])
def test_an_unrevealed_mark_changes_no_export(secrecy: Secrecy, reveal: tuple[str, ...]) -> None:
    low = everything(scored(1, secrecy, *reveal))
    assert low == everything(scored(10, secrecy, *reveal))
    assert not any(SECRET.encode() in data for data in low.values())


def test_before_the_lock_nothing_is_out() -> None:
    low = everything(scored(1, "name", lock=False))
    assert low == everything(scored(10, "name", lock=False))
    assert not any(SECRET.encode() in data for data in low.values())


def test_the_same_mark_is_there_once_revealed() -> None:
    found = everything(scored(1, "name", REACHABILITY))
    # A calendar holds agreements, no reasons.
    assert all(SECRET.encode() in data for (name, _), data in found.items() if name != "ics")


def test_a_figure_of_an_undiscussed_indicator_is_not_written(by_name: MinutesDocument) -> None:
    item = by_name.indicators[0].but(discussed=False)
    for name in ("md", "html"):
        text = render(by_name.but(indicators=(item,)), name, "en").decode()
        part = text.partition("The indicators")[2].partition("Decisions")[0]
        assert "Not discussed in this session." in part
        assert "7.7" not in part


def test_private_notes_stay_private(by_name: MinutesDocument) -> None:
    assert review().work.session.private_notes["welcome"] == "PRIVATE-NOTE"
    assert not any(b"PRIVATE-NOTE" in data for data in everything(by_name).values())


def test_candidates_and_dots_are_sealed_until_shown(kick_off_minutes: MinutesDocument) -> None:
    assert b"Gezelligheid" in render(kick_off_minutes, "md", "en")
    room = kick_off()
    room.do(ShowVotes(shown=False))
    assert "| Dots |" not in render(room.minutes(), "md", "en").decode()
    room.do(ShowCandidates(shown=False))
    assert not any(b"Gezelligheid" in data for data in everything(room.minutes()).values())


def test_by_side_no_export_links_a_reason_to_a_person() -> None:
    room = review(Rules(secrecy="side", threshold=3))
    document = room.minutes()
    given = document.indicators[0].a
    assert given is not None
    assert given.marks == ()
    assert all(r.rater is None and r.mark is None for r in given.reasons)
    people = [a.who.name for a in document.attendance]
    text = render(document, "md", "en").decode()
    part = text.partition("### Proactivity")[2].partition("### Openness")[0]
    assert not any(name in part for name in people)
