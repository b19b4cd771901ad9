"""What phones ask, carried out in the loop of the interface: in turns, saved together, settled."""

import asyncio
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from icalendar import Calendar

from sessionui.desk import SessionDesk
from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.close import ConfirmMinutes
from sessionui.domain.intents.phones import GiveAnswers
from sessionui.domain.intents.score import LockRound
from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.scoring import Answer
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.terms import Secrecy
from sessionui.domain.wording import Sentence
from sessionui.domain.work import Work
from sessionui.phone_room import DeskRoom
from sessionui.phones.room import NotSavedError
from store.tinydb_repository import TinyDbRepository
from tests.support.phone_room import phone_work
from tests.support.room import NOW, a_partnership, a_session, fresh_id

RATERS, INDICATORS = 30, 12


class Watched:
    """A desk that counts its saves and can be made slow, broken or unable to reach the disk."""

    def __init__(self, desk: SessionDesk) -> None:
        self.desk = desk
        self.batches: list[int] = []
        self.seconds = 0.0
        self.safe, self.broken = True, False
        self.settled = 0
        self.may_settle = threading.Event()
        self.may_settle.set()

    @property
    def work(self) -> Work:
        return self.desk.work

    def do_all(
        self, intents: Iterable[Intent], publish: Callable[[], None] | None = None
    ) -> list[Sentence | None]:
        def counted() -> Iterable[Intent]:
            for intent in intents:
                if self.broken:
                    raise RuntimeError("broken")
                self.batches[-1] += 1
                time.sleep(self.seconds)
                yield intent

        self.batches.append(0)
        return self.desk.do_all(counted(), publish)

    def settle(self) -> bool:
        self.may_settle.wait(5)
        self.settled += 1
        return self.safe and self.desk.settle()

    def minutes(self) -> MinutesDocument:
        return self.desk.minutes()


class Table:
    """A desk over a file, the room over it, and how often it was shown."""

    def __init__(self, path: Path, work: Work) -> None:
        self.repository = TinyDbRepository.open(path)
        self.repository.save(None, work)
        desk = SessionDesk(self.repository, work.session.id, lambda: NOW, fresh_id, lambda: None)
        self.watched = Watched(desk)
        self.shown = 0
        self.room = DeskRoom(self.watched, self._show)

    def _show(self) -> None:
        self.shown += 1

    def close(self) -> None:
        self.room.close()
        self.repository.close()


def large_work(secrecy: Secrecy = "name") -> Work:
    names = [f"Indicator {n}" for n in range(INDICATORS)]
    partnership = a_partnership(raters=RATERS)
    return phone_work(a_session(partnership=partnership, indicators=names), secrecy=secrecy)


def give(work: Work, side: SideKey, n: int, item: int, *, secrecy: str = "name") -> GiveAnswers:
    rater = work.raters(side)[n]
    answer = Answer(indicator_id=work.items[item].indicator_id, mark=1 + (n + item) % 10)
    return GiveAnswers(
        side,
        (answer,),
        f"CODE{side}{n}",
        rater_id=rater if secrecy == "name" else None,
        finished=item == INDICATORS - 1,
    )


async def done(*answers: Future[Sentence | None]) -> list[Sentence | None]:
    return await asyncio.gather(*(asyncio.wrap_future(a) for a in answers))


@pytest.mark.parametrize("secrecy", ["name", "side"])
async def test_sixty_phones_at_once_lose_and_double_nothing(
    secrecy: Secrecy, tmp_path: Path
) -> None:
    work = large_work(secrecy)
    table = Table(tmp_path / "file.json", work)

    def phone(side: SideKey, n: int) -> None:
        for item in range(INDICATORS):
            intent = give(work, side, n, item, secrecy=secrecy)
            assert table.room.take(intent).result(60) is None

    with ThreadPoolExecutor(60) as pool:
        loop = asyncio.get_running_loop()
        calls = [
            loop.run_in_executor(pool, phone, side, n) for side in SIDES for n in range(RATERS)
        ]
        await asyncio.gather(*calls)
    ballots = table.room.work.urn.ballots
    assert len(ballots) == 2 * RATERS
    assert all(len(b.answers) == INDICATORS and b.finished for b in ballots)
    assert len(table.watched.batches) < 60 * INDICATORS
    table.close()
    with TinyDbRepository.open(tmp_path / "file.json") as again:
        assert again.work(work.session.id).urn == table.room.work.urn


async def test_a_turn_is_short_and_keys_get_between(tmp_path: Path) -> None:
    work = large_work()
    table = Table(tmp_path / "file.json", work)
    table.watched.seconds = 0.003
    answers = [table.room.take(give(work, "a", n, 0)) for n in range(20)]
    gaps, before = [], time.perf_counter()
    while not all(a.done() for a in answers):
        await asyncio.sleep(0)
        now = time.perf_counter()
        gaps.append(now - before)
        before = now
    assert await done(*answers) == [None] * 20
    assert max(table.watched.batches) <= 5
    assert len(gaps) > len(table.watched.batches) * 2
    table.close()


async def test_several_at_once_are_one_save_and_shown_at_most_four_times_a_second(
    tmp_path: Path,
) -> None:
    work = large_work()
    table = Table(tmp_path / "file.json", work)
    await done(*(table.room.take(give(work, "a", n, 0)) for n in range(3)))
    assert sum(table.watched.batches) == 3
    assert len(table.watched.batches) < 3
    begin = time.perf_counter()
    for n in range(30):
        await done(table.room.take(give(work, "b", n, 0)))
        await asyncio.sleep(0.02)
    await asyncio.sleep(0.3)
    seconds = time.perf_counter() - begin
    assert 2 <= table.shown <= seconds * 4 + 2
    table.close()


async def test_done_means_on_the_disk(tmp_path: Path) -> None:
    work = large_work()
    table = Table(tmp_path / "file.json", work)
    table.watched.may_settle.clear()
    answer = table.room.take(give(work, "a", 0, 0))
    await asyncio.sleep(0.1)
    assert table.room.work.urn.ballots
    assert not answer.done()
    table.watched.may_settle.set()
    assert await done(answer) == [None]
    table.watched.safe = False
    with pytest.raises(NotSavedError):
        await done(table.room.take(give(work, "a", 0, 1)))
    assert len(table.room.work.urn.ballots[0].answers) == 2  # carried out all the same
    table.close()


async def test_a_refusal_doesnt_wait_for_the_disk_and_spoils_nobody_elses(tmp_path: Path) -> None:
    work = large_work()
    table = Table(tmp_path / "file.json", work)
    wrong = GiveAnswers("a", (Answer(indicator_id="none", mark=7),), "X", work.raters("a")[0])
    answers = [table.room.take(i) for i in (give(work, "a", 1, 0), wrong, give(work, "b", 1, 0))]
    first, refused, last = await done(*answers)
    assert (first, last) == (None, None)
    assert refused is not None
    assert len(table.room.work.urn.ballots) == 2
    assert table.watched.desk.do(LockRound()) is None
    (late,) = await done(table.room.take(give(work, "a", 1, 1)))
    assert late is not None
    assert "closed" in late.template
    table.close()


async def test_a_fault_is_never_told_as_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[BaseException] = []
    monkeypatch.setattr("sessionui.phone_room.record_crash", seen.append)
    work = large_work()
    table = Table(tmp_path / "file.json", work)
    table.watched.broken = True
    with pytest.raises(NotSavedError):
        await done(table.room.take(give(work, "a", 0, 0)))
    assert [type(e) for e in seen] == [RuntimeError]
    table.watched.broken = False
    assert await done(table.room.take(give(work, "a", 0, 0))) == [None]
    table.close()


async def test_closing_keeps_what_came_in_and_refuses_the_rest(tmp_path: Path) -> None:
    work = large_work()
    table = Table(tmp_path / "file.json", work)
    answers = [table.room.take(give(work, "a", n, 0)) for n in range(10)]
    table.room.close()
    assert await done(*answers) == [None] * 10
    (refused,) = await done(table.room.take(give(work, "a", 11, 0)))
    assert refused is not None
    table.repository.close()


async def test_minutes_and_calendar_after_confirmation_only(tmp_path: Path) -> None:
    work = large_work()
    table = Table(tmp_path / "file.json", work)
    desk = table.watched.desk
    assert table.room.minutes_page("en") is None
    assert table.room.calendar("nl") is None
    for side in SIDES:
        assert desk.do(ConfirmMinutes(side, "Somebody")) is None
    page = await asyncio.to_thread(table.room.minutes_page, "nl")
    assert page is not None
    assert 'lang="nl"' in page
    assert page == table.room.minutes_page("nl")
    calendar = table.room.calendar("en")
    assert calendar is not None
    assert Calendar.from_ical(calendar).name == "VCALENDAR"
    name = table.room.file_name("ics", "nl")
    assert name.endswith(".ics")
    assert work.session.date.isoformat() in name
    assert work.partnership.name_a in name
    table.close()
