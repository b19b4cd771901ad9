import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from datetime import time as clock_time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionui.locale import (
    Language,
    fmt_clock,
    fmt_date,
    fmt_datetime,
    fmt_duration,
    fmt_list,
    fmt_mark,
    fmt_number,
    fmt_signed,
    fmt_time,
    phrase,
    set_language,
    warm_up,
)
from sessionui.locale.formats import Length, Value

DAY = date(2026, 11, 12)


@pytest.fixture
def amsterdam(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("this system can't change its time zone in a running process")
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("length", "dutch", "english"),
    [
        ("short", "12-11-2026", "12/11/2026"),
        ("medium", "12 nov 2026", "12 Nov 2026"),
        ("long", "12 november 2026", "12 November 2026"),
        ("full", "donderdag 12 november 2026", "Thursday 12 November 2026"),
    ],
)
def test_dates(length: Length, dutch: str, english: str) -> None:
    assert fmt_date(DAY, length, "nl") == dutch
    assert fmt_date(DAY, length, "en").replace(",", "") == english


def test_moments_show_in_the_time_zone_of_the_machine(amsterdam: None) -> None:
    moment = datetime(2026, 11, 12, 23, 5, tzinfo=UTC)
    assert fmt_datetime(moment, lang="nl") == "13 nov 2026, 00:05"
    assert fmt_date(moment, lang="en") == "13 Nov 2026"
    assert fmt_time(moment) == "00:05"


def test_a_time_without_zone_is_left_as_it_is() -> None:
    assert fmt_time(clock_time(14, 5), "en") == "14:05"
    assert fmt_datetime(datetime(2026, 11, 12, 14, 5), lang="en") == "12 Nov 2026, 14:05"  # noqa: DTZ001


@pytest.mark.parametrize(
    ("mark", "dutch", "english"),
    [
        (Decimal("7.2"), "7,2", "7.2"),
        (Decimal("6.25"), "6,3", "6.3"),
        (Decimal("6.249"), "6,2", "6.2"),
        (Decimal(7), "7,0", "7.0"),
        (Decimal("-1.35"), "−1,4", "−1.4"),
        (Decimal("-0.04"), "0,0", "0.0"),
        (7, "7", "7"),
        (None, "–", "–"),
    ],
)
def test_marks(mark: Decimal | int | None, dutch: str, english: str) -> None:
    assert fmt_mark(mark, "nl") == dutch
    assert fmt_mark(mark, "en") == english


@pytest.mark.parametrize(
    ("difference", "text"),
    [
        (Decimal("1.4"), "+1,4"),
        (Decimal("-0.3"), "−0,3"),
        (Decimal("0.05"), "+0,1"),
        (Decimal("0.04"), "0,0"),
        (Decimal(0), "0,0"),
        (None, "–"),
    ],
)
def test_differences_show_their_sign(difference: Decimal | None, text: str) -> None:
    assert fmt_signed(difference, "nl") == text


@pytest.mark.parametrize(
    ("number", "decimals", "dutch", "english"),
    [
        (1234, None, "1.234", "1,234"),
        (Decimal("1234.50"), None, "1.234,50", "1,234.50"),
        (Decimal("98.45"), 1, "98,5", "98.5"),
        (Decimal(98), 2, "98,00", "98.00"),
        (-5, None, "-5", "-5"),
    ],
)
def test_numbers(number: Decimal | int, decimals: int | None, dutch: str, english: str) -> None:
    assert fmt_number(number, decimals, "nl") == dutch
    assert fmt_number(number, decimals, "en") == english


def test_lists() -> None:
    assert fmt_list(["a", "b", "c"], "nl") == "a, b en c"
    assert fmt_list(["a", "b"], "en") == "a and b"
    assert fmt_list(["a"]) == "a"
    assert fmt_list([]) == ""


@pytest.mark.parametrize(
    ("seconds", "duration", "clock"),
    [
        (0, "0:00", "00:00"),
        (59.9, "0:00", "00:59"),
        (250, "0:04", "04:10"),
        (3840, "1:04", "1:04:00"),
        (7325, "2:02", "2:02:05"),
        (-61, "−0:01", "−01:01"),
        (-1, "0:00", "−00:01"),
    ],
)
def test_time_spent(seconds: float, duration: str, clock: str) -> None:
    assert fmt_duration(seconds) == duration
    assert fmt_clock(seconds) == clock


def test_formats_follow_the_interface() -> None:
    set_language("nl")
    assert (fmt_mark(Decimal("7.2")), fmt_date(DAY)) == ("7,2", "12 nov 2026")
    set_language("en")
    assert (fmt_mark(Decimal("7.2")), fmt_date(DAY)) == ("7.2", "12 Nov 2026")


def test_a_phrase_fills_in_values_as_the_reader_writes_them() -> None:
    values: dict[str, Value] = {"mark": Decimal("6.25"), "day": DAY, "n": 3, "name": "{n} [b]"}
    template = "{name}: {mark} on {day}, {n}"
    assert phrase(template, values, "nl") == "{n} [b]: 6,3 on 12 nov 2026, 3"
    assert phrase(template, values) == "{n} [b]: 6.3 on 12 Nov 2026, 3"


@pytest.mark.parametrize("language", ["en", "nl"])
def test_warming_up_does_no_harm(language: Language) -> None:
    set_language(language)
    warm_up()


@given(st.decimals(-10, 10, places=3))
def test_a_mark_reads_back_as_itself_rounded(mark: Decimal) -> None:
    read = Decimal(fmt_mark(mark, "nl").replace(",", ".").replace("−", "-"))
    assert abs(read - mark) <= Decimal("0.05")


@pytest.mark.parametrize(("lang", "locale"), [("en", "en_GB"), ("nl", "nl_NL")])
def test_medium_dates_are_written_as_babel_writes_them(lang: Language, locale: str) -> None:
    from babel.dates import format_date

    for month in range(1, 13):
        for year in (1999, 2026, 12026 // 6):
            day = date(year, month, month)
            assert fmt_date(day, lang=lang) == format_date(day, "medium", locale=locale)
