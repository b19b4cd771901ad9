"""``sessionui import-minutes``: minutes into another file, without loss, never over anything."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Literal

import pytest

from sessionui.domain.agreements import ActionEvent
from sessionui.domain.intents.agree import PutAction, WithdrawDecision
from sessionui.domain.intents.base import Context, carry_out
from sessionui.domain.intents.close import ConfirmMinutes, ReopenSession
from sessionui.domain.intents.look_back import PutKpi
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.minutes.content import with_hash
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
    elsewhere = with_hash(document.but(place="Elsewhere"))
    result = run("import-minutes", other, handed_out(elsewhere, tmp_path))
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
        assert run("import-minutes", other, handed_out(with_hash(odd), tmp_path)).status == 1
    assert run("import-minutes", other, handed_out(document, tmp_path)).status == 0
    actions = tuple(a.but(text="Something else") for a in document.actions)
    clash = with_hash(document.but(session_id="another", actions=actions))
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


@pytest.mark.parametrize("change", [{"place": "Elsewhere"}, {"content_hash": ""}])
def test_minutes_that_were_altered_are_refused_unless_one_insists(
    run: Run, tmp_path: Path, change: dict[str, str]
) -> None:
    given, other = handed_out(confirmed().minutes(), tmp_path), tmp_path / "other.json"
    data = json.loads(given.read_text(encoding="utf-8"))
    given.write_text(json.dumps(data | change), encoding="utf-8")
    result = run("import-minutes", other, given)
    assert result.status == 1
    assert "--as-it-is" in result.err
    assert not other.exists()
    result = run("import-minutes", other, given, "--as-it-is")
    assert result.status == 0
    assert "This is not what was confirmed" in result.err
    said = run("minutes", other, "--format", "md", "--lang", "nl", "--output", "-").text
    assert "GEWIJZIGD" in said
    assert "niet wat is bevestigd" in said
    page = tmp_path / "page.html"
    run("minutes", other, "--format", "html", "--output", page)
    assert run("verify", other, page).status == 1


def test_a_name_in_an_altered_file_takes_one_line(run: Run, tmp_path: Path) -> None:
    given = handed_out(confirmed().minutes(), tmp_path)
    data = json.loads(given.read_text(encoding="utf-8"))
    forged = dict.fromkeys(("name_a", "place", "contract_reference"), "x\r\nEND:VEVENT")
    # As an editor saves it that writes a mark for the order of bytes first.
    given.write_text(json.dumps(data | forged), encoding="utf-8-sig")
    other = tmp_path / "other.json"
    result = run("import-minutes", other, given, "--as-it-is")
    assert result.status == 0
    assert "x END:VEVENT × " in result.text
    assert len(result.text.splitlines()) == 1
    with TinyDbRepository.open(other, read_only=True) as repository:
        kept = repository.minutes(data["session_id"])
        (partnership,) = repository.partnerships()
    assert kept is not None
    assert (kept.place, kept.contract_reference) == ("x END:VEVENT",) * 2
    assert partnership.contract.reference == "x END:VEVENT"


def test_a_later_version_follows_on_the_one_that_was_taken_in(run: Run, tmp_path: Path) -> None:
    """Its actions come in place of those of the first; both versions are told apart."""
    first, second = two_versions()
    other = tmp_path / "other.json"
    pages = {}
    for document in (first, second):
        given = handed_out(document, tmp_path)
        result = run("import-minutes", other, given)
        assert (result.status, result.err) == (0, "")
        assert f"Version {document.edition}. Content hash" in result.text
        pages[document.edition] = tmp_path / f"{document.edition}.html"
        pages[document.edition].write_bytes(render(document, "html", "nl"))
    with TinyDbRepository.open(other, read_only=True) as repository:
        partnership = repository.partnership(second.partnership_id)
        session = repository.session(second.session_id)
        assert repository.minutes_versions(second.session_id) == (first, second)
    assert session.confirmed_at == second.confirmed_at
    changed = {a.number: a.text for a in second.actions}
    assert {a.number: a.text for a in partnership.open_actions} == changed
    assert changed != {a.number: a.text for a in first.actions}
    assert [d.text for d in partnership.decisions if not d.withdrawn] == [
        d.text for d in second.decisions
    ]
    earlier, later = (run("verify", other, pages[n]) for n in (1, 2))
    assert (earlier.status, later.status) == (1, 0)
    assert "version 1" in earlier.text
    assert "Version 2 took its place" in earlier.text
    assert "version 2" in later.text
    again = run("import-minutes", other, handed_out(first, tmp_path))
    assert b"Already there" in again.out
    assert run("check", other).status == 0


@pytest.mark.parametrize("form", ["json", "html", "pdf"])
def test_a_second_version_alone_keeps_its_number(
    run: Run, tmp_path: Path, form: Literal["json", "html", "pdf"]
) -> None:
    first, second = two_versions()
    other, page = tmp_path / "other.json", tmp_path / f"page.{form}"
    run("import-minutes", other, handed_out(second, tmp_path))
    page.write_bytes(render(second, form, "en"))
    result = run("verify", other, page)
    assert (result.status, result.err) == (0, "")
    assert "version 2" in result.text
    page.write_bytes(render(first, form, "en"))
    assert "version 1" in run("verify", other, page).text
    refused = run("import-minutes", other, handed_out(first, tmp_path))
    assert refused.status == 1
    assert "A later version of these minutes is in the file already: version 2" in refused.err


def test_what_was_changed_here_since_stays_and_an_unrelated_version_is_refused(
    run: Run, tmp_path: Path
) -> None:
    first, second = two_versions()
    other = tmp_path / "other.json"
    run("import-minutes", other, handed_out(first, tmp_path))
    stranger = with_hash(second.but(versions=()))
    assert run("import-minutes", other, handed_out(stranger, tmp_path)).status == 1
    with TinyDbRepository.open(other) as repository:
        partnership = repository.partnership(first.partnership_id)
        done = ActionEvent(outcome="done", at=START, note="here")
        actions = tuple(a.but(events=(*a.events, done)) for a in partnership.actions)
        repository.save_partnership(partnership.but(actions=actions))
    same_texts = with_hash(second.but(actions=first.actions))
    assert run("import-minutes", other, handed_out(same_texts, tmp_path)).status == 0
    with TinyDbRepository.open(other, read_only=True) as repository:
        kept = repository.partnership(first.partnership_id).actions
    assert {a.events[-1].note for a in kept} == {"here"}


def test_a_later_version_that_was_taken_in_half_is_finished(run: Run, tmp_path: Path) -> None:
    """As when the program was stopped after the minutes were kept and before their session was."""
    first, second = two_versions()
    other = tmp_path / "other.json"
    run("import-minutes", other, handed_out(first, tmp_path))
    with TinyDbRepository.open(other) as repository:
        repository.keep_minutes(second)
    assert run("import-minutes", other, handed_out(second, tmp_path)).status == 0
    with TinyDbRepository.open(other, read_only=True) as repository:
        assert repository.session(second.session_id).confirmed_at == second.confirmed_at
        assert repository.minutes_versions(second.session_id) == (first, second)
        known = repository.partnership(second.partnership_id)
    assert {a.text for a in known.open_actions} == {a.text for a in second.actions}


def test_a_draft_makes_room_for_what_was_confirmed(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    run("import-minutes", other, handed_out(review().minutes(), tmp_path))
    final = confirmed().minutes()
    assert run("import-minutes", other, handed_out(final, tmp_path)).status == 0
    with TinyDbRepository.open(other, read_only=True) as repository:
        assert repository.minutes_versions(final.session_id) == (final,)


def two_versions() -> tuple[MinutesDocument, MinutesDocument]:
    """Confirmed, opened again, an action reworded and a decision taken back, and confirmed."""
    room = confirmed()
    first = room.minutes()
    number, decision = first.actions[-1].number, first.decisions[0].number
    room.do(
        ReopenSession("The wrong key"),
        PutAction("Ask for a third key", number=number),
        WithdrawDecision(decision),
        ConfirmMinutes("a", "Anna de Vries"),
        ConfirmMinutes("b", "Eva Smit"),
        minutes=10,
    )
    return first, minutes_of(room.work, room.now, earlier=[first])


def test_a_folder_in_place_of_minutes_is_told_in_dutch(run: Run, tmp_path: Path) -> None:
    for command in ("import-minutes", "verify"):
        result = run(command, tmp_path / "other.json", tmp_path, lang=DUTCH)
        assert result.status == 1
        assert result.err == f"sessionui: {tmp_path} is een map, geen bestand.\n"
