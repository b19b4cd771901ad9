"""A rehearsal in a real terminal: killed in the middle of it, the session itself is there again."""

import stat
from pathlib import Path

import pytest

from tests.e2e.disk import files
from tests.e2e.hands import Hands
from tests.e2e.prepared import prepare

pytestmark = pytest.mark.timeout(200)


def test_killed_in_a_rehearsal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setenv("TMPDIR", str(place))
    file = tmp_path / "data" / "real.json"
    file.parent.mkdir()
    work = prepare(file, "quarterly", "score")
    with Hands(str(file), home=tmp_path) as hands:
        hands.see("Noorderhaven").key("enter", "1 Sessions").key("enter", "0 of 2 answered")
        hands.key("ctrl+r", "REHEARSAL", "2 of 2 answered")
        before = {path: path.read_bytes() for path in files(file.parent)}
        hands.key("l", "Lock").key("enter", "Unlock").key("f6", "Reveal 1/3")
        hands.key("space", "speaks first")
        hands.kill()
    assert {path: path.read_bytes() for path in files(file.parent)} == before
    (left,) = place.iterdir()
    assert stat.S_IMODE(left.stat().st_mode) == 0o700
    with Hands(str(file), home=tmp_path) as hands:
        # Not the rehearsal: the session, in its own place, nobody has answered.
        hands.see("0 of 2 answered")
        assert "REHEARSAL" not in hands.flat
        hands.until(lambda: not left.exists(), "the copy was not swept up", 20)
        hands.key("ctrl+r", "REHEARSAL", "2 of 2 answered").key("escape", "0 of 2 answered")
        assert work.session.id
    assert list(place.iterdir()) == []
