"""Links inside the manual lead somewhere, and every page can be reached from the README."""

import re
from pathlib import Path

import pytest

from tests.docs.pages import DOCS, LINK, PAGES, README, ROOT, anchors, prose_of


def inner_links(page: Path) -> list[str]:
    return [link for link in LINK.findall(prose_of(page)) if "://" not in link]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_inner_links_resolve(page: Path) -> None:
    broken = []
    for link in inner_links(page):
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        known = target.is_file() and (not anchor or anchor in anchors(target))
        if not known:
            broken.append(link)
    assert broken == []


def test_every_page_and_picture_can_be_reached_from_the_readme() -> None:
    reached: set[Path] = set()
    waiting = [README]
    while waiting:
        page = waiting.pop()
        if page in reached:
            continue
        reached.add(page)
        if page.suffix == ".md":
            names = (link.partition("#")[0] for link in inner_links(page))
            waiting += [(page.parent / name).resolve() for name in names if name]
    pages = {path for path in DOCS.rglob("*") if path.suffix in (".md", ".svg")}
    assert sorted(str(p.relative_to(ROOT)) for p in pages - reached) == []


def test_both_guides_have_the_same_chapters_and_list_them_all() -> None:
    pages = [prose_of(DOCS / name) for name in ("guide.md", "handleiding.md")]
    chapters = [page.count("\n## ") for page in pages]
    listed = [len(re.findall(r"^\d+\. \[", page, re.MULTILINE)) for page in pages]
    assert chapters[0] == chapters[1] == listed[0] == listed[1] > 10
