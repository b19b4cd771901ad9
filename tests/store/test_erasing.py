"""A person is erased: afterwards no byte beside the data file holds the name."""

import json
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from sessionui.domain.erasing import Erased, Erasure
from sessionui.domain.intents.base import Context
from sessionui.domain.intents.erase import ErasePerson
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.partnership import Partnership
from sessionui.domain.session import Confirmation
from sessionui.domain.wording import Refused
from sessionui.domain.work import Work
from store import disk
from store.check import check
from store.erasing import NotErased
from store.judge import judge
from store.paths import Paths
from store.tinydb_repository import TinyDbRepository
from tests.domain.making import DAY, NOON, ballot, do, named, revealed, work
from tests.store.support import beside, stock, ticking

NAME = "Zoë de Bóer-Œuvre"
LABEL = "a former member of Noorderhaven"
MARKS = {"openness": 7, "trust": 6, "pace": 4}
CONTEXT = Context(NOON, DAY, lambda: "fresh")


def traces(file: Path, name: str = NAME) -> list[str]:
    """Names of files that hold the name, however it is written."""
    forms = set()
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, name)
        for written in (text, text.upper(), text.lower(), text.title(), text.swapcase()):
            forms |= {
                written.encode(),
                written.encode("utf-16-le"),
                json.dumps(written)[1:-1].encode(),
                json.dumps(written)[1:-1].upper().encode(),
            }
    return [n for n, d in beside(file).items() if any(f in d or f in d.lower() for f in forms)]


def with_name(pact: Partnership, name: str = NAME) -> Partnership:
    people = tuple(
        p.but(name=name, role="Ward manager") if p.id == "anna" else p for p in pact.people
    )
    return pact.but(people=people)


def erase(repository: TinyDbRepository, person: str = "anna") -> Erased:
    return repository.erase("p1", ErasePerson(person, "alias-1", LABEL), CONTEXT)


def told_work(secrecy: str = "name") -> Work:
    """A revealed and confirmed session in which the name stands wherever a name can stand."""
    before = work(secrecy)  # type: ignore[arg-type]
    before = before.but(partnership=with_name(before.partnership))
    reason = f"{NAME.upper()} said so, and {unicodedata.normalize('NFD', NAME)} did"
    if secrecy == "name":
        made = revealed(before, named("anna", MARKS, reason=reason), named("dirk", MARKS))
    else:
        others = [ballot("a", MARKS)] * 2 + [ballot("b", MARKS)] * 3
        made = revealed(before, ballot("a", MARKS, reason=reason), *others)
    session = made.session.but(
        started_at=NOON,
        facilitator=NAME.lower(),
        presence={**made.session.presence, "anna": "present"},
        purpose=f"Talk with {NAME}.",
        private_notes={"score": f"ask {NAME}"},
        confirmations=(Confirmation(side="a", name=NAME, at=NOON),),
    )
    return made.but(session=session)


@pytest.fixture(params=["name", "side"])
def full(request: pytest.FixtureRequest, file: Path) -> Path:
    """A file with the name in every copy beside it."""
    made = told_work(request.param)
    clock = ticking()
    for turn in range(3):
        with TinyDbRepository.open(file, clock=clock) as repository:
            if turn == 0:
                repository.save(None, made)
                repository.keep_minutes(minutes_of(made, NOON))
            repository.draft(f"{made.session.id}/said/openness", f"then {NAME} sa")
            repository.draft("person/anna/name", NAME)
            repository.set_setting("theme", str(turn))
            repository._store.backup("reveal")
    for why in ("broken", "conflict"):
        aside = file.with_name(f"{file.name}.{why}-20261101T120000Z")
        aside.write_bytes(file.read_bytes())
    return file


def test_no_byte_holds_the_name(full: Path) -> None:
    assert len(traces(full)) > 5
    with TinyDbRepository.open(full, clock=ticking()) as repository:
        repository.draft("x/y", f"{NAME} again")
        assert erase(repository) == Erased()
        assert traces(full) == []
        repository.set_setting("theme", "after")
        partnership = repository.partnership("p1")
        person = partnership.person("alias-1")
        assert person is not None
        assert (person.name, person.role, person.here) == (LABEL, "", False)
        (session,) = repository.sessions("p1")
        after = repository.work(session.id)
        assert session.confirmations[0].name == LABEL
        assert session.facilitator == LABEL
        assert session.purpose == "Talk with …."
        assert session.presence["alias-1"] == "present"
        assert "person/anna/name" not in repository.drafts()
        assert repository.drafts()["x/y"] == "… again"
        before = told_work(after.session.rules.secrecy)
        assert after.revealed.overall == before.revealed.overall
        if after.session.rules.secrecy == "name":
            found = after.urn.of_rater("alias-1")
            assert found is not None
            assert found.answers[0].reason == "… said so, and … did"
        minutes = repository.minutes(session.id)
        assert minutes is not None
        assert "anna" not in minutes.model_dump_json()
    assert traces(full) == []
    assert not [n for n, d in beside(full).items() if b'"anna"' in d]
    assert check(full, judge).sound
    for path in full.parent.rglob("*.json*"):
        if path.is_file() and not path.name.endswith(".lock"):
            assert check(path).sound, path
            stock(path)


def test_what_can_not_be_read_is_named_and_left(full: Path) -> None:
    broken = full.with_name(f"{full.name}.broken-20261102T120000Z")
    broken.write_bytes(full.read_bytes()[:-40])
    harmless = full.with_name(f"{full.name}.broken-20261103T120000Z")
    harmless.write_bytes(b"garbage")
    before = broken.read_bytes()
    with TinyDbRepository.open(full, clock=ticking()) as repository:
        assert erase(repository).unreached == (str(broken),)
    assert traces(full) == [broken.name]
    assert broken.read_bytes() == before


def test_other_partnerships_stay_and_are_named(file: Path) -> None:
    made = told_work()
    with TinyDbRepository.open(file, clock=ticking()) as repository:
        repository.save(None, made)
        other = made.partnership.but(id="p2", name_a="Waterkant", name_b="Delta")
        repository.save_partnership(other)
        assert erase(repository).elsewhere == ("Waterkant × Delta",)
        assert repository.partnership("p2") == other


def test_a_failure_is_told_and_erasing_again_helps(
    full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with TinyDbRepository.open(full, clock=ticking()) as repository:

        def refuse(path: Path) -> int:
            raise OSError(28, "full")

        with monkeypatch.context() as patch:
            patch.setattr(disk, "create", refuse)
            with pytest.raises(NotErased):
                erase(repository)
        assert traces(full)
        assert repository.partnership("p1").person("anna") is not None
        assert erase(repository) == Erased()
        assert traces(full) == []


def test_a_file_that_can_not_be_saved_just_then_loses_the_name_as_soon_as_it_can(
    full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with TinyDbRepository.open(full, clock=ticking()) as repository:
        real = disk.create

        def refuse(path: Path) -> int:
            if path == Paths.of(full).temporary:
                raise OSError(28, "full")
            return real(path)

        with monkeypatch.context() as patch:
            patch.setattr(disk, "create", refuse)
            with pytest.raises(NotErased):
                erase(repository)
        assert repository.retry()
        assert traces(full) == []


def test_somebody_else_of_a_part_of_the_name_stays() -> None:
    erasure = Erasure("anna", "Mark Bos", "alias", LABEL, date(2026, 11, 22).isoformat())
    for text, after in (
        ("Mark Bos", LABEL),
        ("mark  bos", LABEL),
        ("MARK BOS was here", "… was here"),
        ("Mark\nBos, twice: Mark Bos.", "…, twice: …."),
        ("Mark Bosman", "Mark Bosman"),
        ("a mark of 7", "a mark of 7"),
        ("anna", "alias"),
        ("annabel", "annabel"),
    ):
        assert erasure.of({"text": [text]}) == {"text": [after]}
    single = Erasure("anna", "Mark", "alias", LABEL, "2026-11-22")
    assert single.of("the mark that Mark gave") == "the mark that … gave"
    assert single.of(["a", "anna", "z"]) == ["a", "alias", "z"]
    assert single.of(["anna", "z"]) == ["alias", "z"]


def test_who_is_refused() -> None:
    made = work("name")
    with pytest.raises(Refused):
        ErasePerson("nobody", "alias", LABEL).apply(made, CONTEXT)
    named_so = made.but(partnership=with_name(made.partnership, made.partnership.name_b))
    with pytest.raises(Refused):
        ErasePerson("anna", "alias", LABEL).apply(named_so, CONTEXT)


def test_nobody_waits_for_somebody_who_is_gone() -> None:
    made = work("name")
    planned = made.but(session=made.session.but(started_at=None))
    after = do(planned, ErasePerson("anna", "alias", LABEL))
    assert "alias" not in after.session.participants
    assert len(after.session.participants) == len(made.session.participants) - 1
