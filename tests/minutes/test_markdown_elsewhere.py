"""Other readers of Markdown see the same headings and the same words."""

import json
import shutil
import subprocess
from itertools import pairwise
from typing import Any

import pytest
from markdown_it import MarkdownIt

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.minutes import render
from tests.minutes.texts import HOSTILE, with_text_everywhere

TEXTS = ["", *HOSTILE.values()]


def headings(text: str, preset: str) -> list[tuple[str, str]]:
    tokens = MarkdownIt(preset).parse(text)
    return [(t.tag, _said(after)) for t, after in pairwise(tokens) if t.type == "heading_open"]


def _said(inline: Any) -> str:
    return "".join(t.content for t in inline.children if t.type in ("text", "text_special"))


@pytest.mark.parametrize("text", TEXTS)
def test_a_reader_without_tables_sees_the_same_headings(
    by_name: MinutesDocument, text: str
) -> None:
    document = with_text_everywhere(by_name, text) if text else by_name
    written = render(document, "md", "en").decode()
    assert headings(written, "commonmark") == headings(written, "gfm-like")


@pytest.mark.external
@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_pandoc_sees_the_same_headings(by_name: MinutesDocument) -> None:
    document = with_text_everywhere(by_name, " ".join(HOSTILE.values()))
    for minutes in (by_name, document):
        written = render(minutes, "md", "en")
        command = ["pandoc", "-f", "gfm", "-t", "json"]
        done = subprocess.run(command, input=written, capture_output=True, check=True)
        blocks = json.loads(done.stdout)["blocks"]
        levels = [f"h{b['c'][0]}" for b in blocks if b["t"] == "Header"]
        assert levels == [tag for tag, _ in headings(written.decode(), "gfm-like")]
        kinds = {b["t"] for b in blocks}
        assert kinds <= {"Header", "Para", "Plain", "BulletList", "Table", "BlockQuote"}
