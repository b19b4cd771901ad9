"""The catalogues tool, on a project of its own."""

import gettext
from pathlib import Path

import pytest

from sessionui.locale import catalogue

PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Next"
msgstr "Volgende"

msgid "{n} of {total}"
msgstr "{n} van {total}"

msgid "one action"
msgid_plural "{n} actions"
msgstr[0] "een actie"
msgstr[1] "{n} acties"
"""
SOURCE = '_("Next"); _("{n} of {total}"); ngettext("one action", "{n} actions", 2)'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "screens").mkdir()
    monkeypatch.setattr(catalogue, "CATALOGUES", tmp_path)
    write(tmp_path, SOURCE, PO)
    catalogue.compile_catalogues()
    return tmp_path


def write(project: Path, source: str, po: str | None = None) -> None:
    (project / "screens" / "a.py").write_text(source, encoding="utf-8")
    if po is not None:
        path = catalogue.po_path("nl")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(po, encoding="utf-8")


def po_text() -> str:
    return catalogue.po_path("nl").read_text(encoding="utf-8")


def test_a_complete_catalogue_has_no_problems(project: Path) -> None:
    assert catalogue.problems(project) == []


def test_refreshing_keeps_translations_and_settles_at_once(project: Path) -> None:
    write(project, SOURCE + '; _("Added")')
    catalogue.extract_messages(project)
    once = po_text()
    assert '"Volgende"' in once
    assert 'msgid "Added"\nmsgstr ""' in once
    assert "Date" not in once
    assert "#:" not in once
    catalogue.extract_messages(project)
    assert po_text() == once


def test_a_message_that_comes_back_has_its_translation_again(project: Path) -> None:
    write(project, '_("Other")')
    catalogue.extract_messages(project)
    assert '#~ msgstr "Volgende"' in po_text()
    catalogue.extract_messages(project)
    write(project, SOURCE)
    catalogue.extract_messages(project)
    assert '\nmsgid "Next"\nmsgstr "Volgende"' in po_text()
    assert "#~ msgid" not in po_text()


def test_compiled_messages_are_what_gettext_reads(project: Path) -> None:
    with catalogue.po_path("nl").with_suffix(".mo").open("rb") as file:
        dutch = gettext.GNUTranslations(file)
    assert dutch.gettext("Next") == "Volgende"
    assert dutch.ngettext("one action", "{n} actions", 1) == "een actie"
    assert dutch.ngettext("one action", "{n} actions", 0) == "{n} acties"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('"Volgende"', '""', "nl: 'Next': not translated"),
        ('"{n} acties"', '""', "nl: 'one action': not translated"),
        ('msgid "Next"', '#, fuzzy\nmsgid "Next"', "nl: 'Next': marked as fuzzy"),
        (
            '"{n} van {total}"',
            '"{n} van {totaal}"',
            "nl: '{n} of {total}': placeholders differ in '{n} van {totaal}'",
        ),
        (
            '"{n} acties"',
            '"veel acties"',
            "nl: 'one action': placeholders differ in 'veel acties'",
        ),
        ('msgid "Next"', 'msgid "Nxt"', "nl: 'Next': not in the .po; run extract"),
        ('msgid "Next"', 'msgid "Nxt"', "nl: not used any more: 'Nxt'"),
        (
            '"Volgende"',
            '"Verder"',
            "nl: the .mo is not up to date with the .po; run compile",
        ),
    ],
)
def test_each_problem_is_named(project: Path, old: str, new: str, problem: str) -> None:
    write(project, SOURCE, PO.replace(old, new))
    assert problem in catalogue.problems(project)


def test_the_singular_may_name_its_number(project: Path) -> None:
    write(project, SOURCE, PO.replace('"een actie"', '"{n} actie"'))
    catalogue.compile_catalogues()
    assert catalogue.problems(project) == []


def test_the_command_line(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert catalogue.main(["unknown"]) == 2
    assert catalogue.main([]) == 2
    assert "compile" in capsys.readouterr().err
    assert catalogue.main(["compile"]) == 0
