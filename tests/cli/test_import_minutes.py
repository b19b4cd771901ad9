"""``sessionui import-minutes``: minutes into another file, without loss, never over anything."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sessionui.domain.intents.base import Context, carry_out
from sessionui.domain.intents.close import ReopenSession
from sessionui.domain.intents.look_back import PutKpi
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.planning import new_session
from sessionui.domain.scoring import Rules, Turnout, Urn
from sessionui.domain.wording import Refused
from sessionui.domain.work import Work
from sessionui.minutes import render
from store.tinydb_repository import TinyDbRepository
from tests.cli.running import DUTCH, Run
from tests.minutes.room import PROACTIVITY, START, Room, confirmed, kick_off, review

BY_SIDE = Rules(secrecy="side", threshold=3, self_estimate=True)
ROOMS = {
    "draft": review,
    "confirmed": confirmed,
    "by side": lambda: review(BY_SIDE),
    "kick-off": kick_off,
}


def handed_out(document: MinutesDocument, folder: Path) -> Path:
    path = folder / f"{document.session_id}.json"
    path.write_bytes(render(document, "json", "nl"))
    return path


@pytest.mark.parametrize("name", ROOMS)
def test_nothing_is_lost(run: Run, tmp_path: Path, name: str) -> None:
    """The same JSON comes out of the other file; there it is in home, actions and decisions too."""
    document = ROOMS[name]().minutes()
    given, other = handed_out(document, tmp_path), tmp_path / "other.json"
    first = run("import-minutes", other, given)
    assert (first.status, first.err) == (0, "")
    again = run("minutes", other, "--format", "json", "--output", "-")
    assert json.loads(again.out) == json.loads(given.read_text(encoding="utf-8"))
    with TinyDbRepository.open(other, read_only=True) as repository:
        (card,) = repository.cards()
        partnership = repository.partnership(document.partnership_id)
        session = repository.session(document.session_id)
    assert (card.name_a, card.session_state) == (document.name_a, document.state)
    assert card.marks[-1:] == ((str(document.overall.mark),) if document.overall.mark else ())
    open_numbers = {a.number for a in document.actions}
    assert {a.number for a in partnership.open_actions} == open_numbers
    now = {a.number: a for a in partnership.open_actions}
    for told in document.actions:
        known = now[told.number]
        assert (known.text, known.due_now, known.times_postponed) == (
            told.text,
            told.due,
            told.times_postponed,
        )
    assert [d.text for d in partnership.decisions] == [d.text for d in document.decisions]
    assert {i.name for i in partnership.indicators} >= {i.name for i in document.indicators}
    assert session.closing.check_out == document.closing.check_out
    assert run("check", other).status == 0


def test_a_second_time_changes_nothing(run: Run, tmp_path: Path) -> None:
    given, other = handed_out(confirmed().minutes(), tmp_path), tmp_path / "other.json"
    run("import-minutes", other, given)
    before = run("minutes", other, "--format", "json", "--output", "-").out
    result = run("import-minutes", other, given)
    assert result.status == 0
    assert b"Already there" in result.out
    assert run("minutes", other, "--format", "json", "--output", "-").out == before


def test_a_session_with_other_content_is_never_overwritten(run: Run, tmp_path: Path) -> None:
    document = confirmed().minutes()
    other = tmp_path / "other.json"
    run("import-minutes", other, handed_out(document, tmp_path))
    before = other.read_bytes()
    result = run("import-minutes", other, handed_out(document.but(place="Elsewhere"), tmp_path))
    assert result.status == 1
    assert "not as in these minutes" in result.err
    assert other.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is geen JSON"),
        (b"\xff\xfe", "is geen JSON"),
        (b"hello", "is geen JSON"),
        (b"[]", "is JSON, maar niet van een verslag"),
        (b"{}", "is niet de JSON van een verslag"),
        (b'{"format": "sessionui-minutes", "version": 2}', "(bij version)"),
    ],
)
def test_what_is_no_minutes_is_refused_in_one_sentence(
    run: Run, tmp_path: Path, content: bytes, said: str
) -> None:
    given, other = tmp_path / "given.json", tmp_path / "other.json"
    given.write_bytes(content)
    result = run("import-minutes", other, given, lang=DUTCH)
    assert result.status == 1
    assert result.err.count("\n") == 1
    assert said in result.err
    assert "?" not in result.err
    assert not other.exists()


def test_a_rehearsal_another_kind_and_another_numbering_are_refused(
    run: Run, tmp_path: Path
) -> None:
    document, other = confirmed().minutes(), tmp_path / "other.json"
    for odd in (document.but(rehearsal=True), document.but(kind="jamboree")):
        assert run("import-minutes", other, handed_out(odd, tmp_path)).status == 1
    assert run("import-minutes", other, handed_out(document, tmp_path)).status == 0
    actions = tuple(a.but(text="Something else") for a in document.actions)
    clash = document.but(session_id="another", actions=actions)
    result = run("import-minutes", other, handed_out(clash, tmp_path))
    assert "another action or decision" in result.err


def imported(document: MinutesDocument, folder: Path, run: Run) -> Work:
    other = folder / "other.json"
    assert run("import-minutes", other, handed_out(document, folder)).status == 0
    with TinyDbRepository.open(other, read_only=True) as repository:
        return repository.work(document.session_id)


@pytest.mark.parametrize("room", [review, confirmed])
def test_it_can_be_read_and_not_changed(run: Run, tmp_path: Path, room: Callable[[], Room]) -> None:
    work = imported(room().minutes(), tmp_path, run)
    context = Context(START, START.date(), lambda: "new")
    for intent in (PutKpi("one"), ReopenSession("why")):
        if room is review and isinstance(intent, ReopenSession):
            continue
        with pytest.raises(Refused):
            carry_out(intent, work, context)


@pytest.mark.parametrize("rules", [Rules(self_estimate=True), BY_SIDE])
def test_the_next_quarter_starts_from_it(run: Run, tmp_path: Path, rules: Rules) -> None:
    """Its round stands in the line of the next session, as it does where it was held."""
    document = review(rules).minutes()
    work = imported(document, tmp_path, run)
    context = Context(START, START.date(), lambda: "next")
    session = new_session(work.partnership, "quarterly", date(2027, 2, 11), context)
    other = tmp_path / "other.json"
    with TinyDbRepository.open(other) as repository:
        fresh = Work(work.partnership, session, Urn(id=session.id), Turnout(id=session.id))
        repository.save(None, fresh)
        (before,) = repository.work("next").earlier
        following = minutes_of(repository.work("next"), START)
    assert before.overall.mark == document.overall.mark
    told = next(i for i in document.indicators if i.name == PROACTIVITY)
    known = before.item(told.id)
    assert known is not None
    assert told.a is not None
    assert (known.a.mean, known.a.n, known.asymmetry) == (told.a.mean, told.a.n, told.asymmetry)
    assert {b.number for b in following.looked_back} == {a.number for a in document.actions}


def test_minutes_that_were_altered_are_said_to_be(run: Run, tmp_path: Path) -> None:
    given = handed_out(confirmed().minutes(), tmp_path)
    data = json.loads(given.read_text(encoding="utf-8"))
    assert data["content_hash"]
    given.write_text(json.dumps(data | {"place": "Elsewhere"}), encoding="utf-8")
    result = run("import-minutes", tmp_path / "other.json", given)
    assert result.status == 0
    assert "their hash doesn't fit" in result.err


def test_a_name_in_an_altered_file_takes_one_line(run: Run, tmp_path: Path) -> None:
    given = handed_out(confirmed().minutes(), tmp_path)
    data = json.loads(given.read_text(encoding="utf-8"))
    forged = dict.fromkeys(("name_a", "place", "contract_reference"), "x\r\nEND:VEVENT")
    # As an editor saves it that writes a mark for the order of bytes first.
    given.write_text(json.dumps(data | forged), encoding="utf-8-sig")
    other = tmp_path / "other.json"
    result = run("import-minutes", other, given)
    assert result.status == 0
    assert "x END:VEVENT × " in result.text
    assert len(result.text.splitlines()) == 1
    with TinyDbRepository.open(other, read_only=True) as repository:
        kept = repository.minutes(data["session_id"])
        (partnership,) = repository.partnerships()
    assert kept is not None
    assert (kept.place, kept.contract_reference) == ("x END:VEVENT",) * 2
    assert partnership.contract.reference == "x END:VEVENT"


def test_a_folder_in_place_of_minutes_is_told_in_dutch(run: Run, tmp_path: Path) -> None:
    for command in ("import-minutes", "verify"):
        result = run(command, tmp_path / "other.json", tmp_path, lang=DUTCH)
        assert result.status == 1
        assert result.err == f"sessionui: {tmp_path} is een map, geen bestand.\n"
