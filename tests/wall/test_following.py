"""Windows hear what the application shows, whichever of them ends and begins again."""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sessionui.wall import place, talk
from sessionui.wall.feed import TooLarge, WallFeed
from sessionui.wall.follow import exactly, prove
from tests.wall.watching import Seen, until


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "room.json"


@pytest.fixture
def feed(file: Path) -> Iterator[WallFeed]:
    feed = WallFeed(file)
    feed.start()
    until(lambda: feed.running)
    yield feed
    feed.close()


def test_a_window_hears_what_is_shown_before_and_after_it_came(file: Path, feed: WallFeed) -> None:
    feed.show("one")
    with Seen(file) as seen:
        seen.until("one")
        assert feed.watching == 1
        feed.show("two: ◆ é \x00")
        seen.until("two: ◆ é \x00")
        feed.show("two: ◆ é \x00")
        feed.show("three")
        seen.until("three")
        assert seen == ["one", "two: ◆ é \x00", "three"], "what stays the same is said once"
    until(lambda: feed.watching == 0)


def test_no_application_is_said_once_and_it_is_found_when_it_comes(file: Path) -> None:
    with Seen(file) as seen:
        seen.until(None)
        feed = WallFeed(file)
        feed.start()
        feed.show("here")
        seen.until("here")
        feed.close()
        seen.until(None)
        assert seen == [None, "here", None]


def test_an_application_that_comes_back_is_followed_again_by_all(file: Path) -> None:
    with Seen(file) as one, Seen(file) as two:
        for turn in range(3):
            feed = WallFeed(file)
            feed.start()
            feed.show(f"turn {turn}")
            one.until(f"turn {turn}")
            two.until(f"turn {turn}")
            feed.close()
            one.until(None)
            two.until(None)


def test_a_feed_that_is_closed_at_once_leaves_nothing(file: Path) -> None:
    for _ in range(20):
        feed = WallFeed(file)
        feed.start()
        feed.close()
        assert not feed.running
        assert not place.place_of(file).exists()
    feed.show("harmless")
    feed.close()
    WallFeed(file).close()


def test_the_latest_state_wins_for_a_window_that_does_not_read(file: Path, feed: WallFeed) -> None:
    """Forty large states while nobody reads: what waits is one, and the newest comes through."""
    way = place.read(place.place_of(file))
    assert way is not None
    size = 1_000_000
    with socket.create_connection(("127.0.0.1", way.port)) as slow:
        prove(slow, way.key)
        until(lambda: feed.watching == 1)
        longest = 0.0
        for n in range(40):
            begin = time.perf_counter()
            feed.show(f"{n:>{size}}")
            longest = max(longest, time.perf_counter() - begin)
            time.sleep(0.005)
        assert longest < 0.5, "showing never waits for a window"
        slow.settimeout(5)
        heard: list[int] = []
        while heard[-1:] != [39]:
            wanted = talk.length(exactly(slow, talk.HEADER.size))
            heard.append(int(exactly(slow, wanted)))
    assert len(heard) < 20, heard
    assert heard == sorted(heard)


def test_ten_thousand_quick_states_end_in_the_last(file: Path, feed: WallFeed) -> None:
    with Seen(file) as seen:
        for n in range(10_000):
            feed.show(f"step {n}")
        seen.until("step 9999")
    steps = [int(state.removeprefix("step ")) for state in seen if state]
    assert steps == sorted(steps)


def test_a_state_beyond_all_measure_is_refused_and_the_earlier_one_stays(
    file: Path, feed: WallFeed
) -> None:
    feed.show("fine")
    with Seen(file) as seen:
        seen.until("fine")
        with pytest.raises(TooLarge):
            feed.show("x" * (talk.LARGEST + 1))
        largest = "é" * (talk.LARGEST // 2)
        feed.show(largest)
        seen.until(largest)


def test_two_files_have_nothing_to_do_with_each_other(tmp_path: Path) -> None:
    feeds = [WallFeed(tmp_path / name) for name in ("one.json", "two.json")]
    for n, feed in enumerate(feeds):
        feed.start()
        feed.show(f"feed {n}")
    until(lambda: all(feed.running for feed in feeds))
    with Seen(tmp_path / "one.json") as one, Seen(tmp_path / "two.json") as two:
        one.until("feed 0")
        two.until("feed 1")
        feeds[0].close()
        one.until(None)
        feeds[1].show("still there")
        two.until("still there")
    feeds[1].close()
    assert one == ["feed 0", None]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_a_file_is_the_same_however_its_path_is_written(tmp_path: Path, file: Path) -> None:
    file.touch()
    link = tmp_path / "link.json"
    link.symlink_to(file)
    assert place.place_of(link) == place.place_of(file)
    assert place.place_of(Path(os.path.relpath(file))) == place.place_of(file)
    assert place.place_of(tmp_path / "other.json") != place.place_of(file)
    assert "room" not in str(place.place_of(file))


def test_an_application_that_is_killed_is_away_and_another_takes_its_place(file: Path) -> None:
    """What it left lying is of no use, and does no harm."""
    script = (
        "import sys, time\nfrom pathlib import Path\nfrom sessionui.wall.feed import WallFeed\n"
        "feed = WallFeed(Path(sys.argv[1]))\nfeed.start()\nfeed.show('alive')\ntime.sleep(60)\n"
    )
    with Seen(file) as seen:
        other = subprocess.Popen([sys.executable, "-c", script, str(file)])
        try:
            seen.until("alive")
        finally:
            other.kill()
            other.wait()
        seen.until(None)
        stale = place.read(place.place_of(file))
        assert stale is not None, "it had no time to take it away"
        feed = WallFeed(file)
        feed.start()
        feed.show("back")
        seen.until("back")
        assert place.read(place.place_of(file)) != stale
    feed.close()
    assert seen == [None, "alive", None, "back"]


def test_closing_a_follower_does_not_wait_for_anybody(file: Path, feed: WallFeed) -> None:
    feed.show("quiet")
    with Seen(file) as seen:
        seen.until("quiet")
        begin = time.monotonic()
        seen.follower.close()
        assert time.monotonic() - begin < 1
    assert not [t for t in threading.enumerate() if t.name == "follower"]
