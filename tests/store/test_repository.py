"""Models in and out: the repository over the file, and the one in memory that tests use."""

import json
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sessionui.domain.intents.agree import PutAction
from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.define import AddCandidate, CastDots
from sessionui.domain.intents.phones import WithdrawAnswers
from sessionui.domain.intents.reveal import Reveal
from sessionui.domain.intents.score import LockRound, UnlockRound
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.planning import work_on
from sessionui.domain.scoring import Saved, Turnout, Urn
from sessionui.domain.work import Work
from sessionui.intake.taking import TakeInAnswers
from store.check import check
from store.documents import DocumentStore
from store.errors import Damaged, Invalid, NotFound, ReadOnly
from store.judge import judge
from store.repository import Repository
from store.tinydb_repository import TinyDbRepository
from tests.domain.making import (
    DAY,
    NOON,
    Clock,
    ballot,
    do,
    named,
    partnership,
    revealed,
    session_of,
    work,
)
from tests.store.support import beside, stock, ticking
from tests.support.memory import MemoryRepository

MARKS = {"openness": 7, "trust": 6, "pace": 4}
Reopen = Callable[[], Repository]


@pytest.fixture(params=["file", "memory"])
def reopen(request: pytest.FixtureRequest, file: Path) -> Iterator[Reopen]:
    """The repository; called again, the same one after closing and opening."""
    opened: list[Repository] = []

    def again() -> Repository:
        if request.param == "memory":
            opened.append(opened[0] if opened else MemoryRepository())
        else:
            if opened:
                opened[-1].close()
            opened.append(TinyDbRepository.open(file, clock=ticking()))
        return opened[-1]

    yield again
    if opened:
        opened[-1].close()


def _quarter(number: int) -> Work:
    """A revealed quarterly review, each a quarter after the one before."""
    day = DAY - timedelta(days=91 * (3 - number))
    pact = partnership()
    made = work_on(pact, session_of(pact, day=day))
    clock = Clock(NOON - timedelta(days=91 * (3 - number)))
    given = {"openness": 4 + number, "trust": 6, "pace": 5}
    return revealed(made, named("anna", given), named("dirk", given), clock=clock)


def test_a_work_comes_back_as_it_was(reopen: Reopen) -> None:
    repository = reopen()
    before = work("side", self_estimate=True)
    repository.save(None, before)
    after = do(before, ballot("a", MARKS, reason="because"), ballot("b", MARKS, own=MARKS))
    repository.save(before, after)
    assert repository.work(after.session.id) == after
    again = reopen()
    assert again.work(after.session.id) == after
    assert again.session(after.session.id) == after.session
    assert again.partnership("p1") == after.partnership
    assert again.partnerships() == (after.partnership,)
    assert again.sessions("p1") == (after.session,)


def test_earlier_rounds_and_the_card_follow(reopen: Reopen) -> None:
    repository = reopen()
    for number in (2, 0, 1):
        repository.save(None, _quarter(number))
    planned = work()
    repository.save(None, planned)
    _has_four_sessions(repository, planned)
    _has_four_sessions(reopen(), planned)


def _has_four_sessions(repository: Repository, planned: Work) -> None:
    found = repository.work(planned.session.id)
    assert [r.date for r in found.earlier] == [_quarter(n).session.date for n in range(3)]
    assert [r.items for r in found.earlier] == [_quarter(n).revealed.items for n in range(3)]
    (card,) = repository.cards()
    assert card.sessions == 4
    assert len(card.marks) == 3
    assert card.name_b == "Helderwit"
    assert len(repository.sessions("p1")) == 4


def test_the_card_follows_each_step(repository: TinyDbRepository) -> None:
    memory = MemoryRepository()
    clock = Clock()
    steps: list[Intent] = [
        named("anna", MARKS),
        named("dirk", MARKS),
        LockRound(),
        *(Reveal(i) for i in MARKS),
        PutAction("call every week", owner_id="dirk", due=DAY + timedelta(days=7)),
    ]
    before = work()
    repository.save_partnership(before.partnership)
    for kept in (repository, memory):
        kept.save(None, before)
    for step in steps:
        after = do(before, step, clock=clock)
        for kept in (repository, memory):
            kept.save(before, after)
        assert repository.cards() == memory.cards(), step
        assert repository.work(after.session.id) == after
        before = after
    renamed = before.but(partnership=before.partnership.but(name_a="Waterkant"))
    moved = renamed.but(session=renamed.session.but(date=DAY + timedelta(days=1)))
    for kept in (repository, memory):
        kept.save(before, renamed)
        kept.save(renamed, moved)
    assert repository.cards() == memory.cards()
    assert repository.cards()[0].marks == ("5.7",)


def test_a_partnership_alone(reopen: Reopen) -> None:
    repository = reopen()
    pact = partnership()
    repository.save_partnership(pact)
    repository.save_partnership(pact.but(name_a="Waterkant", archived=True))
    again = reopen()
    (card,) = again.cards()
    assert (card.name_a, card.archived, card.sessions) == ("Waterkant", True, 0)
    assert again.partnership("p1").archived


def test_deleting_takes_everything_along(reopen: Reopen) -> None:
    repository = reopen()
    made = _quarter(1)
    other = partnership().but(id="p2", name_a="Other")
    repository.save(None, made)
    repository.save_partnership(other)
    repository.keep_minutes(minutes_of(made, NOON))
    repository.delete_partnership("p1")
    again = reopen()
    assert [c.id for c in again.cards()] == ["p2"]
    assert again.partnerships() == (other,)
    assert again.minutes(made.session.id) is None
    with pytest.raises((NotFound, KeyError)):
        again.work(made.session.id)


def test_minutes_drafts_and_settings(reopen: Reopen) -> None:
    repository = reopen()
    made = _quarter(1)
    repository.save(None, made)
    document = minutes_of(made, NOON)
    assert repository.minutes(made.session.id) is None
    repository.keep_minutes(document)
    repository.draft("s/note", "half")
    repository.draft("s/gone", "x")
    repository.draft("s/gone", None)
    repository.set_setting("language", "nl")
    repository.fold()
    assert repository.retry()
    assert repository.trouble == ""
    again = reopen()
    assert again.minutes(made.session.id) == document
    assert again.drafts() == {"s/note": "half"}
    assert again.setting("language") == "nl"
    assert again.setting("theme") == ""


def test_what_was_taken_in_is_known_after_all_of_it_was_taken_back(reopen: Reopen) -> None:
    before = work()
    ballots = (named("anna", MARKS),)
    taken = TakeInAnswers(ballots, taken=("ab",), saved=(Saved(rater_id="anna", at=2000),))
    after = do(before, taken, WithdrawAnswers("a", "CODE", "anna"))
    assert after.urn.ballots == ()
    repository = reopen()
    repository.save(None, after)
    assert reopen().work(after.session.id).urn == after.urn
    repository = reopen()
    repository.save(after, before)
    assert reopen().work(after.session.id).urn == before.urn


@pytest.fixture
def repository(file: Path) -> Iterator[TinyDbRepository]:
    made = TinyDbRepository.open(file, clock=ticking())
    yield made
    made._store.abandon()


def test_what_is_not_there(repository: TinyDbRepository) -> None:
    assert repository.cards() == ()
    for attempt in (
        lambda: repository.work("none"),
        lambda: repository.session("none"),
        lambda: repository.partnership("none"),
        lambda: repository.sessions("none"),
        lambda: repository.delete_partnership("none"),
    ):
        with pytest.raises(NotFound, match="none"):
            attempt()


def test_reading_only(repository: TinyDbRepository, file: Path) -> None:
    made = _quarter(1)
    repository.save(None, made)
    reader = TinyDbRepository.open(file, read_only=True)
    assert reader.read_only
    assert reader.work(made.session.id) == made
    assert reader.retry()
    reader.fold()
    with pytest.raises(ReadOnly):
        reader.save_partnership(made.partnership)
    reader.close()


SENTINEL = "sentinel-4711"


def _tampered(file: Path, table: str, change: Callable[[dict[str, Any]], None]) -> None:
    """Change the first document of the table as another program would."""
    text = json.loads(file.read_bytes())
    change(next(iter(text[table].values())))
    file.write_text(json.dumps(text))


@pytest.mark.parametrize(
    ("table", "change", "field"),
    [
        ("sessions", lambda d: d.update(date=SENTINEL), "date"),
        ("sessions", lambda d: d.update({SENTINEL[:3]: 1}), SENTINEL[:3]),
        ("sessions", lambda d: d.update(define=SENTINEL), "define"),
        ("sessions", lambda d: d.pop("kind"), "kind"),
        ("partnerships", lambda d: d["people"][0].update(name=[SENTINEL]), "people.0.name"),
        ("urns", lambda d: d["ballots"][0]["answers"][1].update(mark=SENTINEL), "mark"),
        ("turnout", lambda d: d.update(answered=SENTINEL), "answered"),
    ],
)
def test_a_wrong_field_is_named_and_its_content_is_not_told(
    repository: TinyDbRepository,
    file: Path,
    table: str,
    change: Callable[[dict[str, Any]], None],
    field: str,
) -> None:
    made = _quarter(1)
    repository.save(None, made)
    repository.close()
    _tampered(file, table, change)
    assert check(file).sound
    report = check(file, judge)
    assert not report.sound
    with TinyDbRepository.open(file) as again:
        (card,) = again.cards()
        assert card.name_a == "Noorderhaven"
        with pytest.raises(Invalid) as refused:
            again.work(made.session.id)
    told = str(refused.value) + repr(refused.value.__cause__) + repr(report)
    assert table in told
    assert field in told
    assert SENTINEL not in told
    assert refused.value.__suppress_context__


def test_a_card_that_is_wrong_or_gone_is_made_anew(
    repository: TinyDbRepository, file: Path
) -> None:
    made = _quarter(1)
    repository.save(None, made)
    (card,) = repository.cards()
    repository.close()
    with DocumentStore.open(file) as store:
        store.put({("cards", "p1"): None, ("cards", "ghost"): {"id": "ghost"}})
    with TinyDbRepository.open(file) as again:
        assert again.cards() == (card,)
        assert again.sessions("p1") == (made.session,)
    with DocumentStore.open(file) as store:
        assert store.ids("cards") == ["p1"]
    _tampered(file, "cards", lambda d: d.update(name_a=7))
    with TinyDbRepository.open(file) as again:
        assert again.cards() == (card,)


def test_home_shows_a_partnership_that_can_not_be_read(
    repository: TinyDbRepository, file: Path
) -> None:
    repository.save(None, _quarter(1))
    repository.close()
    _tampered(file, "partnerships", lambda d: d.update(name_a=[]))
    with DocumentStore.open(file) as store:
        store.put({("cards", "p1"): None})
    with TinyDbRepository.open(file) as again:
        assert [c.id for c in again.cards()] == ["p1"]
        with pytest.raises(Damaged, match="name_a"):
            again.partnership("p1")


def test_a_session_without_its_urn_is_one_without_ballots(
    repository: TinyDbRepository, file: Path
) -> None:
    """As after a recovery while a secret round was open."""
    made = do(work("side"), ballot("a", MARKS))
    repository.save(None, made)
    repository.close()
    with DocumentStore.open(file) as store:
        store.put({("urns", made.session.id): None})
    with TinyDbRepository.open(file) as again:
        assert again.work(made.session.id).urn == Urn(id=made.session.id)
        assert again.work(made.session.id).turnout == Turnout(id=made.session.id)


# Secrecy on the disk.


def _seal(file: Path, table: str, name: str) -> str:
    return str(stock(file)[table][name]["seal"])


@pytest.mark.usefixtures("quiet")
def test_in_side_secrecy_ballots_are_in_the_file_only(
    repository: TinyDbRepository, file: Path
) -> None:
    before = work("side")
    name = before.session.id
    repository.save(None, before)
    for side in ("a", "b"):
        repository.draft(f"{name}/ballot/x", "half a reason")
        after = do(before, ballot(side, MARKS, reason=SENTINEL), clock=Clock(NOON))
        repository.save(before, after, forget=f"{name}/ballot/x")
        assert repository.settle()
        before = after
        assert repository.drafts() == {}
        holding = [n for n, d in beside(file).items() if SENTINEL.encode() in d]
        assert holding == [file.name]
        for data in beside(file).values():
            assert b"half a reason" not in data
    assert _seal(file, "urns", name) == "open"
    repository._store.backup("reveal")
    after = do(before, LockRound())
    repository.save(before, after)
    assert repository.settle()
    assert _seal(file, "urns", name) == "closed"
    repository._store.backup("reveal")
    assert len([n for n, d in beside(file).items() if SENTINEL.encode() in d]) == 2
    repository.save(after, opened := do(after, UnlockRound()))
    assert repository.settle()
    assert _seal(file, "urns", name) == "open"
    holding = [n for n, d in beside(file).items() if SENTINEL.encode() in d]
    assert holding == [file.name]
    assert repository.work(name) == opened


def test_what_is_on_the_disk_is_settled_although_more_came_meanwhile(
    repository: TinyDbRepository,
) -> None:
    before = work("side")
    repository.save(None, before)
    stop = threading.Event()

    def save_on() -> None:
        now = before
        while not stop.is_set():
            after = do(now, ballot("a", MARKS), clock=Clock(NOON))
            repository.save(now, after)
            now = after
            stop.wait(0.001)

    thread = threading.Thread(target=save_on)
    thread.start()
    try:
        assert all(repository.settle() for _ in range(60))
    finally:
        stop.set()
        thread.join()


def test_by_name_ballots_go_the_quick_way(repository: TinyDbRepository, file: Path) -> None:
    before = work("name")
    repository.save(None, before)
    after = do(before, named("anna", MARKS, reason=SENTINEL))
    repository.save(before, after)
    journal = file.with_name(file.name + "-journal")
    assert SENTINEL.encode() in journal.read_bytes()
    repository.close()
    assert _seal(file, "urns", after.session.id) == "none"


@pytest.mark.usefixtures("quiet")
def test_dot_votes_leave_no_steps(repository: TinyDbRepository, file: Path) -> None:
    clock = Clock()
    before = work(kind="kickoff")
    before = do(before, AddCandidate("a", "One"), AddCandidate("b", "Two"), clock=clock)
    repository.save(None, before)
    shown = before.session.but(define=before.session.define.but(shown=True))
    before = before.but(session=shown)
    ids = [c.id for c in before.session.define.candidates]
    for person, choice in (("anna", ids[0]), ("dirk", ids[1])):
        after = do(before, CastDots((choice,), person), clock=clock)
        repository.save(before, after)
        before = after
        for path, data in beside(file).items():
            assert b'"voted":["' not in data or path == file.name
    repository.close()
    with TinyDbRepository.open(file) as again:
        assert again.session(before.session.id) == before.session


def test_a_save_hands_on_only_what_differs(repository: TinyDbRepository, file: Path) -> None:
    before = work("side")
    repository.save(None, before)
    noted = before.session.but(private_notes={"score": "x"})
    after = before.but(session=noted)
    repository.save(before, after)
    line = file.with_name(file.name + "-journal").read_bytes().splitlines()[-1]
    revision, changes = json.loads(line.split(b" ", 1)[1])
    assert [c[0] for c in changes] == ["sessions"]
    assert isinstance(revision, int)


def test_a_deleted_session_is_gone_with_its_drafts_and_its_partnership_stays(
    reopen: Reopen,
) -> None:
    repository = reopen()
    first, last = _quarter(1), _quarter(2)
    for made in (first, last):
        repository.save(None, made)
    repository.draft(f"{last.session.id}/note", "half")
    repository.delete_session(last.session.id)
    for again in (repository, reopen()):
        assert [s.id for s in again.sessions(first.partnership.id)] == [first.session.id]
        assert [c.sessions for c in again.cards()] == [1]
        assert not again.drafts()
    with pytest.raises(NotFound if isinstance(repository, TinyDbRepository) else KeyError):
        repository.session(last.session.id)
