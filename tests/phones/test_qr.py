"""QR codes: their text, their size, and how they are drawn in cells."""

import pytest

from screens.widgets.qr_code import BLACK, WHITE, drawing
from sessionui.phones.address import Address, personal_url, room_url
from sessionui.phones.qr import matrices, matrix, wifi_text
from sessionui.phones.tokens import new_token


def test_wifi_text_escapes_what_has_a_meaning_in_it() -> None:
    assert wifi_text("Gast; 1", 'a\\b:c,d"e') == r"WIFI:T:WPA;S:Gast\; 1;P:a\\b\:c\,d\"e;;"
    assert wifi_text("Open net", "") == "WIFI:T:nopass;S:Open net;;"


def test_a_smaller_code_only_where_it_is_smaller() -> None:
    assert len(matrices("HTTP://192.168.137.1:8765/R/ABCDEF")) == 1
    middle, low = matrices("x" * 50)
    assert len(low) < len(middle)
    with pytest.raises(ValueError, match="too long"):
        matrix("x" * 5000)


def test_entry_codes_fit_the_smallest_window_with_all_of_their_margin() -> None:
    address = Address("192.168.137.100", 8765)
    for text in (room_url(address, "ABCDEF"), personal_url(address, new_token())):
        found = drawing(matrices(text), 80, 20)
        assert found is not None
        assert len(found.modules) == len(matrix(text)) + 8


def test_margins_shrink_before_the_code_does_and_large_means_two_cells_and_more() -> None:
    code = matrix("HTTP://192.168.137.1:8765/R/ABCDEF")
    assert len(code) == 25
    full = drawing([code], 80, 17)
    tight = drawing([code], 80, 15)
    assert full is not None
    assert tight is not None
    assert (full.width, full.height, full.scale) == (33, 17, 0)
    assert (tight.width, tight.height) == (29, 15)
    assert drawing([code], 80, 14) is None
    large = drawing([code], 120, 38, large=True)
    assert large is not None
    assert (large.scale, large.width, large.height) == (1, 66, 33)
    assert drawing([code], 200, 70, large=True) is not None
    small = drawing([code], 80, 22, large=True)
    assert small is not None
    assert small.scale == 0


@pytest.mark.parametrize("large", [False, True])
def test_every_cell_says_both_of_its_colours(large: bool) -> None:
    found = drawing([matrix("HTTP://10.0.0.1:8765/R/ABCDEF")], 120, 40, large=large)
    assert found is not None
    for y in range(found.height):
        row = found.row(y)
        assert row.cell_length == found.width
        for segment in row:
            assert segment.style is not None
            assert segment.style.bgcolor is not None
            colours = {segment.style.bgcolor.name, getattr(segment.style.color, "name", BLACK)}
            assert colours <= {BLACK, WHITE}
