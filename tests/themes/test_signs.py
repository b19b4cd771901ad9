"""Plain signs: 7-bit, as wide as before, text from people still readable."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from screens.widgets.plot import Plot
from sessionui.text import clean
from sessionui.themes.signs import ASCII, TABLE, in_charset
from sessionui.themes.terminal import Terminal, terminal_of

HERE = Path(__file__).parents[2]
LETTERS = re.compile(r"[\u00c0-\u024f]")


def test_every_sign_is_one_cell_and_becomes_one_character() -> None:
    assert {cell_len(sign) for sign in TABLE} == {1}
    assert all(len(plain) == 1 and " " <= plain <= "~" for plain in TABLE.values())


def test_no_sign_that_the_screens_draw_is_forgotten() -> None:
    drawn = "".join(p.read_text("utf-8") for p in (HERE / "screens").rglob("*.py"))
    signs = {char for char in drawn if ord(char) > 127 and not LETTERS.match(char)}
    assert len(signs) > 30
    assert {sign for sign in signs if in_charset(sign) == "?"} == set()


def test_signs_that_must_be_told_apart_stay_apart() -> None:
    assert len({TABLE[sign] for sign in "◆●◇○◈"}) == 5
    assert len({TABLE[sign] for sign in "✓▶·–"}) == 4
    assert len({TABLE[sign] for sign in "▁▂▃▄▅▆▇█"}) == 8
    assert TABLE["│"] != TABLE["▌"], "a field with the keyboard from one without"


@given(st.text(max_size=40), st.sampled_from(["ascii", "iso8859-1", "cp437"]))
def test_any_text_fits_the_charset_and_keeps_its_width(text: str, charset: str) -> None:
    text = clean(text, multiline=False)
    plain = in_charset(text, charset)
    plain.encode(charset)
    assert cell_len(plain) == cell_len(text)


@pytest.mark.parametrize(
    ("text", "charset", "plain"),
    [
        ("◆ Zoë Ångström – 7,5 ✓", "ascii", "# Zoe Angstrom - 7,5 +"),
        ("Zoë ● Łódź", "iso8859-1", "Zoë @ Lódz"),
        ("日本 👩‍🚒!", "ascii", "???? ??!"),
        ("e\u0301tude \u00b7 100 €", "ascii", "etude . 100 E"),
    ],
)
def test_what_becomes_of_text(text: str, charset: str, plain: str) -> None:
    assert in_charset(text, charset) == plain


@pytest.mark.parametrize(
    ("surroundings", "coding", "terminal"),
    [
        ({"LANG": "nl_NL.UTF-8"}, "utf-8", Terminal()),
        ({}, "utf-8", Terminal()),
        ({"LANG": "C"}, "utf-8", Terminal(charset="ascii")),
        ({"LANG": "C", "LC_ALL": "C.UTF-8"}, "utf-8", Terminal()),
        ({"LC_ALL": "POSIX"}, "ascii", Terminal(charset="ascii", coding="ascii")),
        ({"LANG": "nl_NL.ISO-8859-1"}, "utf-8", Terminal(charset="ascii")),
        (
            {"LANG": "nl_NL.ISO-8859-1"},
            "latin-1",
            Terminal(charset="iso8859-1", coding="iso8859-1"),
        ),
        ({"LANG": "C", "SESSIONUI_ASCII": "0"}, "utf-8", Terminal()),
        ({"SESSIONUI_ASCII": "1"}, "utf-8", Terminal(charset="ascii")),
        ({"TERM": "linux"}, "utf-8", Terminal(charset="iso8859-1")),
        ({"NO_COLOR": "1"}, "utf-8", Terminal(colourless=True)),
        ({"NO_COLOR": ""}, "UTF8", Terminal()),
        ({}, "no such coding", Terminal(charset="ascii", coding="ascii")),
    ],
)
def test_what_a_terminal_is_taken_for(
    surroundings: dict[str, str], coding: str, terminal: Terminal
) -> None:
    assert terminal_of(surroundings, coding) == terminal


@pytest.mark.parametrize("up", [-31, -8, -3, 0, 2, 5, 12, 31])
def test_a_line_is_whole_and_a_dotted_one_has_gaps(up: int) -> None:
    drawn = {}
    for dotted in (False, True):
        plot = Plot(20, 16)
        plot.stroke((0, 31), (39, 31 - up), "", dotted=dotted)
        rows = [in_charset(row.plain, ASCII) for row in plot.lines()]
        drawn[dotted] = ["".join(column).strip() for column in zip(*rows, strict=True)]
    assert all(drawn[False]), "every cell across has something"
    assert set("".join(drawn[False])) & set('"~_/\\|')
    assert not all(drawn[True])
    assert set("".join(drawn[True])) <= set("'.")


def test_no_line_looks_like_a_break_a_point_or_nothing() -> None:
    others = {in_charset(sign, ASCII) for sign in "╎◆●◈■◇○╌┄"}
    for bits in range(1, 256):
        drawn = in_charset(chr(0x2800 + bits), ASCII)
        assert drawn.strip()
        assert drawn not in others
