import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from sessionui.text import cell_width, clean, shorten_middle

TEXT = st.text(
    st.one_of(st.characters(), st.sampled_from("界👨\u200d👩❤\ufe0f e\u0301")), max_size=40
)


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [
        ("Noorderhaven", 12, "Noorderhaven"),
        ("Noorderhaven", 11, "Noord…haven"),
        ("Noorderhaven", 8, "Noor…ven"),
        ("Noorderhaven", 3, "N…n"),
        ("Noorderhaven", 2, "N…"),
        ("Noorderhaven", 1, "…"),
        ("Noorderhaven", 0, ""),
        ("Noorderhaven", -1, ""),
        ("Stichting Zorg Noord", 12, "Sticht…Noord"),
        ("世界世界世界", 8, "世界…界"),
        ("", 5, ""),
    ],
)
def test_shorten_middle(text: str, width: int, short: str) -> None:
    assert shorten_middle(text, width) == short


@given(TEXT, st.integers(-1, 30))
def test_it_fits_and_keeps_both_ends(raw: str, width: int) -> None:
    text = clean(raw, multiline=False)
    short = shorten_middle(text, width)
    assert cell_len(short) <= max(0, width)
    assert cell_width(short) == cell_len(short)
    if short != text and width > 0:
        head, _, tail = short.partition("…")
        assert text.startswith(head)
        assert "…" in text or text.endswith(tail)
