"""``sessionui restore``: which copies there are, and bringing one back."""

import re
import shutil
from pathlib import Path

import pytest

from sessionui.cli import main
from store.backups import listed
from store.paths import Paths
from store.tinydb_repository import TinyDbRepository
from tests.cli.running import DUTCH, Run, said_in_dutch
from tests.store.support import stock, ticking


@pytest.fixture
def renamed(file: Path) -> Path:
    """The example with a backup of before its supplier got another name."""
    clock = ticking()
    for name in ("Schoon", "Schoner"):
        with TinyDbRepository.open(file, clock=clock) as repository:
            (partnership,) = repository.partnerships()
            repository.save_partnership(partnership.but(name_b=name))
            repository.draft("k", f"half {name}")
    return file


def name_in(file: Path) -> str:
    with TinyDbRepository.open(file, read_only=True) as repository:
        return repository.partnerships()[0].name_b


def test_the_list_says_moment_why_and_content(shell: Run, run: Run, renamed: Path) -> None:
    result = shell("restore", renamed)
    assert (result.status, result.err) == (0, "")
    lines = result.text.splitlines()
    assert [line.split()[0] for line in lines] == [f"{n}." for n in range(1, len(lines) + 1)]
    assert len(lines) == len(listed(Paths.of(renamed))) + 1
    backups = [line for line in lines if "backup, on opening" in line]
    assert len(backups) == len(lines) - 1
    for line in lines:
        assert "1 partnership, 7 sessions, last on " in line
        assert re.search(r"\d{1,2} \w{3,4} 20\d\d, \d\d:\d\d", line)
    dutch = run("restore", renamed, lang=DUTCH)
    assert dutch.status == 0
    assert said_in_dutch("backup, on opening") in dutch.text


def test_one_is_brought_back_as_a_new_revision(run: Run, renamed: Path) -> None:
    before = stock(renamed)
    copies = listed(Paths.of(renamed))
    number = 1 + next(
        n
        for n, line in enumerate(run("restore", renamed).text.splitlines())
        if copies[-1].path.name in line
    )
    result = run("restore", renamed, str(number))
    assert (result.status, result.err) == (0, "")
    assert "is again as it was at" in result.text
    assert name_in(renamed) == "Helderwit"
    assert run("check", renamed).status == 0
    newest = listed(Paths.of(renamed))[0]
    assert newest.reason == "restore"
    assert stock(newest.path) == {t: d for t, d in before.items() if t != "drafts"}
    assert stock(renamed)["drafts"] == before["drafts"]
    # And back again.
    lines = run("restore", renamed).text.splitlines()
    back = next(n for n, line in enumerate(lines, start=1) if newest.path.name in line)
    assert run("restore", renamed, str(back)).status == 0
    assert stock(renamed) == before


def test_a_deleted_partnership_comes_back_with_all_its_ballots(run: Run, file: Path) -> None:
    before = stock(file)
    with TinyDbRepository.open(file) as repository:
        repository.delete_partnership(repository.cards()[0].id)
    assert "sessions" not in stock(file)
    lines = run("restore", file).text.splitlines()
    number = next(n for n, x in enumerate(lines, 1) if "before a deletion" in x)
    assert run("restore", file, str(number)).status == 0
    after = stock(file)
    open_ones = {n for n, d in before["urns"].items() if d.get("seal") == "open"}
    assert after["sessions"] == before["sessions"]
    assert after["urns"] == {n: d for n, d in before["urns"].items() if n not in open_ones}
    assert run("sessions", file).status == 0


@pytest.mark.parametrize("number", ["0", "99"])
def test_a_number_that_is_not_in_the_list(run: Run, renamed: Path, number: str) -> None:
    before = renamed.read_bytes()
    result = run("restore", renamed, number)
    assert (result.status, result.out) == (1, b"")
    assert result.err.count("\n") == 1
    assert number in result.err
    assert renamed.read_bytes() == before


def test_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    for word in ("last", "-1"):
        assert main(["restore", "x.json", word]) == 2
        caught = capsys.readouterr()
        assert caught.err.count("\n") == 1
        assert "sessionui restore --help" in caught.err


def test_nothing_there(run: Run, tmp_path: Path, file: Path) -> None:
    result = run("restore", tmp_path / "nothing.json")
    assert (result.status, result.out) == (1, b"")
    assert "There is no file" in result.err
    for path in (Paths.of(file).previous, *(b.path for b in listed(Paths.of(file)))):
        path.unlink(missing_ok=True)
    result = run("restore", file)
    assert result.status == 0
    assert "No copies" in result.text


def test_an_open_application_keeps_its_file(run: Run, renamed: Path) -> None:
    with TinyDbRepository.open(renamed):
        assert run("restore", renamed).status == 0
        result = run("restore", renamed, "1")
    assert (result.status, result.out) == (1, b"")
    assert "already open" in result.err
    assert name_in(renamed) == "Schoner"


def test_the_file_is_gone_or_damaged_beyond_use(run: Run, renamed: Path, file: Path) -> None:
    paths = Paths.of(renamed)
    kept = shutil.copy(renamed, f"{renamed}.conflict-20261101T120000Z")
    for backup in listed(paths):
        backup.path.unlink()
    paths.previous.unlink()
    for content in (None, b"garbage", b""):
        renamed.unlink()
        if content is not None:
            renamed.write_bytes(content)
        lines = run("restore", renamed).text.splitlines()
        number = next(n for n, x in enumerate(lines, 1) if "conflict copy" in x)
        assert run("restore", renamed, str(number)).status == 0
        assert (
            stock(renamed)
            == stock(Path(kept)) | {t: d for t, d in stock(renamed).items() if t == "drafts"}
            or name_in(renamed) == "Schoner"
        )
        if content == b"garbage":
            assert content in [p.read_bytes() for p in renamed.parent.iterdir() if p.is_file()]
        for backup in listed(paths):
            backup.path.unlink()
        paths.previous.unlink(missing_ok=True)


def test_a_damaged_copy_is_listed_as_such(run: Run, renamed: Path) -> None:
    broken = Path(f"{renamed}.broken-20261101T120000Z")
    broken.write_bytes(b"garbage")
    lines = run("restore", renamed).text.splitlines()
    number, line = next((n, x) for n, x in enumerate(lines, 1) if broken.name in x)
    assert "damaged, put aside" in line
    assert "can't be read" in line
    result = run("restore", renamed, str(number))
    assert (result.status, result.out) == (1, b"")
    assert name_in(renamed) == "Schoner"
    # What can be read of one is brought back, and the rest told.
    broken.write_bytes(renamed.read_bytes().replace(b'"Schoner"', b'"Schxner"', 1))
    lines = run("restore", renamed).text.splitlines()
    assert any("is damaged" in x for x in lines)
