"""The pictures load nothing, and show no more than they should."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from docs.pictures.drawing import redrawn
from docs.pictures.make import FOLDER, PICTURES

FILES = sorted(FOLDER.glob("*.svg"))


def test_there_is_a_picture_of_each() -> None:
    assert {path.stem for path in FILES} == set(PICTURES)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_picture_is_sound_and_loads_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ET.fromstring(text).tag == "{http://www.w3.org/2000/svg}svg"
    assert set(re.findall(r"https?://[^\"\s]+", text)) == {"http://www.w3.org/2000/svg"}
    assert re.search(r"url\(|@font-face|@import|<script|<image|href=", text) is None


def test_the_example_is_marked() -> None:
    for name in ("reveal", "reveal-before", "close", "score"):
        assert ">EXAMPLE</text>" in (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


def test_letters_are_words_and_blocks_are_shapes() -> None:
    svg = (
        ".terminal-1-r1 { fill: #ffffff;font-weight: bold }\n"
        '<rect fill="#000000" x="0" y="1.5" width="73.2" height="24.65" '
        'shape-rendering="crispEdges"/>'
        '<text class="terminal-1-r1" x="0" y="20" textLength="73.2" clip-path="url(#a)">'
        "a&lt;b&#160;██</text>"
    )
    drawn = redrawn(svg, 6, 1)
    assert '<text x="0" y="15" textLength="30" fill="#ffffff" font-weight="bold">a&lt;b</text>' in (
        drawn
    )
    assert '<rect x="40" y="0" width="20" height="20" fill="#ffffff" font-weight="bold"' in drawn
    assert "█" not in drawn
