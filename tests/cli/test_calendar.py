"""``sessionui calendar``: the actions as they stand now."""

from pathlib import Path

from icalendar import Calendar

from store.tinydb_repository import TinyDbRepository
from tests.cli.running import Run


def test_it_is_written_for_both_sides_or_one_and_replaces_nothing(
    run: Run, file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "all.ics"
    result = run("calendar", file, "--output", path)
    assert (result.status, result.err) == (0, "")
    todos = Calendar.from_ical(path.read_bytes()).walk("VTODO")
    with TinyDbRepository.open(file, read_only=True) as repository:
        (partnership,) = repository.partnerships()
    assert len(todos) == len(partnership.open_actions) == 3
    own = run("calendar", file, "--copy-for", "supplier", "--lang", "nl", "--output", "-")
    assert len(Calendar.from_ical(own.out).walk("VTODO")) == 1
    assert "Actiehouder" in own.text
    again = run("calendar", file, "--output", path)
    assert (again.status, "already exists" in again.err) == (1, True)
    assert run("calendar", file, "--output", path, "--force").status == 0
    assert run("calendar", file, "--output", file, "--force").status == 1


def test_of_several_partnerships_one_is_named(run: Run, file: Path) -> None:
    assert (
        "no partnership nowhere here"
        in run("calendar", file, "--partnership", "nowhere", "--output", "-").err
    )
    with TinyDbRepository.open(file) as repository:
        (one,) = repository.partnerships()
        repository.save_partnership(one.but(id="other", name_a="Zuiderzicht", actions=()))
    assert "2 partnerships" in run("calendar", file, "--output", "-").err
    result = run("calendar", file, "--partnership", "other", "--output", "-")
    assert result.status == 0
    assert not Calendar.from_ical(result.out).walk("VTODO")
