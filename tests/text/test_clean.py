import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionui.text import MAX_STACKED_MARKS, clean, one_line

FAMILY = "👨\u200d👩\u200d👧"
HEART = "❤\ufe0f"

HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\x1b\x9b\x9c\x9d\x90\x07\\[]PX^_m;0123\r\n\t\v\f\x85\u2028\u2029"),
        st.sampled_from(
            "\u200d\ufe0f\u20e3\u00ad\u200b\ufeff\u202e\u2066\u0301\u0338\u20dd\U000e0041"
        ),
        st.sampled_from("👨👩❤✈🏽☕🇳🇱1#*e\u2190\u2329\u0340\u212a\ud800\ufffe\ufdd0"),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("plain", "plain"),
        ("", ""),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\u2028b\u2029c\x85d\x0be\x0cf", "a\nb\nc\nd\ne\nf"),
        ("a\tb\u00a0c\u2009d", "a b c d"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b[38;2;1;2;3mred\x9b0m", "red"),
        ("x\x1b]52;c;ZXZpbA==\x07y", "xy"),
        ("x\x1b]8;;http://example.org\x1b\\link\x1b]8;;\x1b\\y", "xlinky"),
        ("x\x9d0;title\x9cy", "xy"),
        ("x\x1bP1$r0m\x1b\\y\x1b_apc\x1b\\z\x1b^pm\x1b\\!\x1bXsos\x1b\\?", "xyz!?"),
        ("a\x1b(Bb\x1b7c\x1bMd", "abcd"),
        ("never \x1b] closed, yet nothing is lost", "never  closed, yet nothing is lost"),
        ("end\x1b", "end"),
        ("end\x1b[", "end"),
        ("nul\x00 del\x7f c1\x80\x9f", "nul del c1"),
        ("sur\ud800rogate", "surrogate"),
        ("non\ufffe\uffff\ufdd0\U0001fffeharacter", "nonharacter"),
        ("abc\u202edef\u2066\u200f\u061cghi", "abcdefghi"),
        ("so\u00adft ze\u200bro b\ufeffom w\u2060j\u200c", "soft zero bom wj"),
        ("tag\U000e0041\U000e0042 vs\U000e0100 filler\u3164\u115f\u2800", "tag vs filler"),
        ("e\u0301", "é"),
        ("e\u200b\u0301", "é"),
        (f"{FAMILY} {HEART}", f"{FAMILY} {HEART}"),
        ("1\ufe0f\u20e3", "1\ufe0f\u20e3"),
        ("👍🏽", "👍🏽"),
        ("🇳🇱", "🇳🇱"),
        ("pass\u200dword", "password"),
        ("a\ufe0fb1\ufe0f2", "ab12"),
        ("👨\u200d", "👨"),
        ("[/] [b] [@click=app.quit]x[/]", "[/] [b] [@click=app.quit]x[/]"),
        ("z" + "\u0300" * 50 + "z", "z" + "\u0300" * 4 + "z"),
    ],
)
def test_clean(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


def test_newlines_become_spaces_on_one_line() -> None:
    assert clean("a\r\nb\n", multiline=False) == "a b "
    assert one_line("  a \n\n b\t ") == "a b"


def test_the_limit_counts_characters() -> None:
    assert clean("x" * 20_000) == "x" * 10_000
    assert clean("abcdef", limit=3) == "abc"
    assert clean("é" * 5, limit=3) == "ééé"


@pytest.mark.parametrize(
    ("raw", "limit", "cut"),
    [
        ("a" + FAMILY, 3, "a"),
        ("a" + FAMILY, 6, "a" + FAMILY),
        ("ab👍🏽", 3, "ab"),
        ("ab" + HEART, 3, "ab"),
        ("abq\u0323\u0307", 4, "ab"),
        ("\u200d".join("👨" * 40), 20, "\u200d".join("👨" * 10)),
    ],
    ids=["family", "whole family", "skin tone", "heart", "marks", "endless chain"],
)
def test_the_limit_cuts_between_what_a_reader_calls_characters(
    raw: str, limit: int, cut: str
) -> None:
    assert clean(raw, limit=limit) == cut


@given(HOSTILE, st.integers(0, 40), st.booleans())
def test_cleaning_twice_changes_nothing(text: str, limit: int, multiline: bool) -> None:
    once = clean(text, limit=limit, multiline=multiline)
    assert clean(once, limit=limit, multiline=multiline) == once
    assert clean(once) == once
    assert len(once) <= limit


@given(HOSTILE)
def test_nothing_dangerous_comes_through(text: str) -> None:
    cleaned = clean(text)
    for char in cleaned.replace("\n", ""):
        assert unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp")
        assert char == "\u200d" or unicodedata.category(char) != "Cf"
    assert unicodedata.is_normalized("NFC", cleaned)
    cleaned.encode("utf-8")


@given(HOSTILE)
def test_marks_never_pile_up(text: str) -> None:
    run = 0
    for char in clean(text):
        run = run + 1 if unicodedata.category(char) in ("Mn", "Me") else 0
        assert run <= MAX_STACKED_MARKS


@given(HOSTILE)
def test_one_line_is_one_tidy_line(text: str) -> None:
    line = one_line(text)
    assert "\n" not in line
    assert "  " not in line
    assert line == line.strip()
    assert one_line(line) == line


@given(st.text(st.characters(categories=["Lu", "Ll", "Nd", "Po"], max_codepoint=0x24F)))
def test_ordinary_western_text_stays_as_it_is(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    "piece", ["\x90", "\x9d", "\x1b]", "\x1b[0", "\x9b", "\u0301", "\u200d", "👨\u200d"]
)
def test_a_hostile_megabyte_takes_no_more_than_moments(piece: str) -> None:
    assert len(clean(piece * 200_000)) <= 10_000
