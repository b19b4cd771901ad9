"""The changelog can be read by a program."""

import re

from tests.docs.pages import ROOT, text_of

SECTIONS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
VERSION = re.compile(r"\[(?:Unreleased|\d+\.\d+\.\d+)\](?: - \d{4}-\d{2}-\d{2})?")


def test_versions_and_sections() -> None:
    text = text_of(ROOT / "CHANGELOG.md")
    assert text.startswith("# Changelog\n")
    versions = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert versions[0] == "[Unreleased]" or len(versions) > 1
    assert [v for v in versions if not VERSION.fullmatch(v)] == []
    assert set(re.findall(r"^### (.+)$", text, re.MULTILINE)) <= SECTIONS


def test_every_section_has_entries() -> None:
    for section in re.split(r"^### .+$", text_of(ROOT / "CHANGELOG.md"), flags=re.MULTILINE)[1:]:
        assert re.search(r"^- \S", section, re.MULTILINE)
