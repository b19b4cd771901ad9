"""A crash shows and keeps nothing of anybody's data."""

import stat
from pathlib import Path

import pytest

from sessionui.crash import places, record_crash
from sessionui.domain.scoring import Answer
from tests.support.room import a_session, app_on, scored


def boom(secret: str) -> None:
    local = f"mark of {secret}"
    raise ValueError(local)


def test_the_log_has_places_and_no_data(tmp_path: Path) -> None:
    try:
        boom("SENTINEL")
    except ValueError as error:
        log = record_crash(error, tmp_path)
    assert log is not None
    text = log.read_text()
    assert "ValueError" in text
    assert "in boom" in text
    assert "SENTINEL" not in text
    assert str(Path.home()) not in text
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_model_that_does_not_validate_keeps_its_input_to_itself() -> None:
    try:
        Answer(indicator_id="i", mark=7.77, reason="SENTINEL")
    except ValueError as error:
        text = places(error)
    assert "7.77" not in text
    assert "SENTINEL" not in text


async def test_the_screen_after_a_crash_shows_one_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    app = app_on(scored(a_session()))

    def crash() -> None:
        secret = "SENTINEL"
        raise ValueError(secret)

    async def run() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            app.call_later(crash)
            await pilot.pause()
            await pilot.pause()

    with pytest.raises(ValueError, match="SENTINEL"):
        await run()
    printed = capsys.readouterr()
    assert "SENTINEL" not in printed.out + printed.err
    assert app.return_code == 1
