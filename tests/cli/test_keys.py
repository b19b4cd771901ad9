"""``sessionui keys``: every key of the program on one sheet."""

import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest

from sessionui.commands.key_page import as_html
from sessionui.commands.key_tables import TABLES, bindings_of, key_name, tables
from sessionui.locale import LANGUAGES, Language, translator
from tests.cli.running import DUTCH, Run

CELLS = re.compile(r"<dt>(.*?)</dt><dd>(.*?)</dd>")


def rows_in(page: str) -> set[tuple[tuple[str, ...], str]]:
    return {
        (tuple(unescape(key) for key in re.findall(r"<kbd>(.*?)</kbd>", keys)), unescape(what))
        for keys, what in CELLS.findall(page)
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sheet_holds_every_binding_of_the_screens(lang: Language) -> None:
    page = as_html(lang)
    shown = rows_in(page)
    for table in TABLES:
        for level, _title, rows in tables(table, lang):
            missing = {row for row in rows if row not in shown}
            assert not missing or (level > 2 and len(rows) < 3)
    # Not by way of the tables: straight from what a class binds.
    owners = [owner for table in TABLES if table.level == 2 for owner in table.owners]
    pairs = {(key, what) for keys, what in shown for key in keys}
    gettext = translator(lang).gettext
    wanted = {
        (key_name(key.strip(), lang), gettext(binding.description))
        for owner in owners
        for binding in bindings_of(owner)
        for key in binding.key.split(",")
    }
    assert len(wanted) > 60
    assert wanted - pairs == set()


@pytest.mark.external
@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_prints_on_one_sheet_of_a4(lang: Language, tmp_path: Path) -> None:
    browser, info = shutil.which("chromium"), shutil.which("pdfinfo")
    if browser is None or info is None:
        pytest.skip("needs chromium and pdfinfo")
    page, paper = tmp_path / "keys.html", tmp_path / "keys.pdf"
    page.write_text(as_html(lang), encoding="utf-8")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    flags += [f"--user-data-dir={tmp_path / 'profile'}", f"--print-to-pdf={paper}"]
    subprocess.run([browser, *flags, page.as_uri()], check=True, capture_output=True, timeout=60)
    told = subprocess.run([info, str(paper)], check=True, capture_output=True, text=True).stdout
    assert re.search(r"Pages: +1$", told, re.MULTILINE)
    assert "(A4)" in told


def test_both_forms_in_the_language_asked_for(run: Run, tmp_path: Path) -> None:
    told = run("keys", lang=DUTCH)
    assert (told.status, told.err) == (0, "")
    assert told.text.startswith("# Toetsen\n")
    assert "| `F9` | Parkeer een punt |" in told.text
    paper = tmp_path / "keys.html"
    written = run("keys", "--format", "html", "--lang", "en", "--output", paper)
    assert (written.status, written.text) == (0, f"Written: {paper}\n")
    assert "<dd>Park a point</dd>" in paper.read_text(encoding="utf-8")
    assert run("keys", "--output", paper).status == 1
    assert run("keys", "--format", "pdf").status == 2
