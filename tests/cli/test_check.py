"""``sessionui check``: is the file sound, and if not, what and where."""

from pathlib import Path

import pytest

from tests.cli.running import DUTCH, Run, said_in_dutch


def test_a_sound_file(shell: Run, run: Run, file: Path, dutch: Path) -> None:
    result = shell("check", file)
    assert (result.status, result.err) == (0, "")
    assert result.text.endswith("data.json is sound.\n")
    result = run("check", dutch, lang=DUTCH)
    assert result.status == 0
    assert result.text == f"{said_in_dutch('{file} is sound.').format(file=dutch)}\n"


def test_a_changed_mark_is_found_and_not_repeated(run: Run, file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b'"mark":9', b'"mark":8', 1))
    result = run("check", file)
    assert (result.status, result.out) == (1, b"")
    assert "checksum" in result.err
    assert "urns" in result.err
    assert '"mark"' not in result.err


@pytest.mark.parametrize("content", [b"", b"\x00\x00", b"{", b'{"a": 1}', b"\xff\xfe"])
def test_what_is_no_data_file(run: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file.json").write_bytes(content)
    result = run("check", "file.json")
    assert (result.status, result.out) == (1, b"")
    assert "file.json" in result.err
    assert (tmp_path / "file.json").read_bytes() == content
    assert [p.name for p in tmp_path.iterdir()] == ["file.json"]


def test_nothing_there(run: Run, tmp_path: Path) -> None:
    for place in ("none.json", "."):
        result = run("check", place)
        assert (result.status, result.out) == (1, b"")
        assert result.err.count("\n") == 1
