"""Due dates as people say them, seen from a Sunday in November."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionui.domain.due import MONTHS, WEEKDAYS, NotADate, parse_due

SUNDAY = date(2026, 11, 22)
DAYS = st.dates(date(2000, 1, 1), date(2200, 12, 31))

FORMS = """
31-12                   2026-12-31
31/12/2026              2026-12-31
31.12.                  2026-12-31
31-12-27                2027-12-31
1-11                    2027-11-01
22-11                   2026-11-22
2026-12-31              2026-12-31
2026/1/5                2026-01-05
31 dec                  2026-12-31
31 Dec.                 2026-12-31
31 december 2026        2026-12-31
31 DECEMBER 26          2026-12-31
4-dec-26                2026-12-04
4 December, 2026        2026-12-04
December 4              2026-12-04
Dec 4th, 2027           2027-12-04
4th of December         2026-12-04
1e maart                2027-03-01
1 mrt                   2027-03-01
1 mei                   2027-05-01
1 May                   2027-05-01
29-2                    2028-02-29
vrijdag 4 december      2026-12-04
Fri 4 Dec               2026-12-04
donderdag 4 december    -
vandaag                 2026-11-22
today                   2026-11-22
morgen                  2026-11-23
tomorrow                2026-11-23
overmorgen              2026-11-24
the day after tomorrow  2026-11-24
over 2 weken            2026-12-06
in 2 weeks              2026-12-06
binnen twee weken       2026-12-06
within three days       2026-11-25
2 weken                 2026-12-06
over een maand          2026-12-22
in a month              2026-12-22
over 3 maanden          2027-02-22
over een kwartaal       2027-02-22
in one year             2027-11-22
over 14 dagen           2026-12-06
vrijdag                 2026-11-27
Friday                  2026-11-27
op vrijdag              2026-11-27
by Friday               2026-11-27
zondag                  2026-11-29
aanstaande vrijdag      2026-11-27
a.s. vrijdag            2026-11-27
komende vrijdag         2026-11-27
volgende vrijdag        2026-11-27
next friday             2026-11-27
volgende week vrijdag   2026-11-27
vrijdag volgende week   2026-11-27
next week monday        2026-11-23
volgende week           2026-11-29
next month              2026-12-22
volgend jaar            2027-11-22
eind van de week        2026-11-27
end of next week        2026-11-27
eind van de maand       2026-11-30
eind deze maand         2026-11-30
end of month            2026-11-30
end of the month        2026-11-30
eind volgende maand     2026-12-31
eind van het kwartaal   2026-12-31
eind van het jaar       2026-12-31
end of next year        2027-12-31
eind december           2026-12-31
eind oktober            2027-10-31
end of February 2028    2028-02-29
week 50                 2026-12-11
wk 47                   2027-11-26
week 48                 2026-11-27
week 53                 2027-01-01
week 50 2027            2027-12-17
Q1                      2027-03-31
eind Q1                 2027-03-31
end of Q1 2028          2028-03-31
Q4                      2026-12-31
1e kwartaal             2027-03-31
first quarter           -
vóór vrijdag            -
31-2                    -
30-2-2028               -
31 november             -
0-0                     -
99-99                   -
12/31                   -
week 0                  -
week 54                 -
week 53 2027            -
Q5                      -
eind van de dag         -
over 2 uur              -
over 1000 weken         -
over 999 jaar           3025-11-22
3                       -
soon                    -
7,5                     -
over -2 weken           -
٣-١٢                    -
"""


@pytest.mark.parametrize("line", [line for line in FORMS.splitlines() if line.strip()])
def test_forms(line: str) -> None:
    text, expected = line[:24].strip(), line[24:].strip()
    if expected == "-":
        with pytest.raises(NotADate):
            parse_due(text, SUNDAY)
    else:
        assert parse_due(text, SUNDAY) == date.fromisoformat(expected)
        assert parse_due(f"  {text.upper()} ", SUNDAY) == date.fromisoformat(expected)


@pytest.mark.parametrize("text", ["", "  ", "\t\n"])
def test_nothing_is_no_date(text: str) -> None:
    assert parse_due(text, SUNDAY) is None


def test_what_is_no_date_says_what_works() -> None:
    with pytest.raises(NotADate) as caught:
        parse_due("zq-secret", SUNDAY)
    assert "31-12" in caught.value.sentence.template
    assert "zq-secret" not in repr(caught.value)


def test_a_weekday_said_on_that_day_is_a_week_later() -> None:
    friday = date(2026, 11, 27)
    assert parse_due("vrijdag", friday) == friday + timedelta(days=7)
    assert parse_due("next week friday", friday) == friday + timedelta(days=7)
    assert parse_due("eind van de week", friday) == friday


def test_the_last_day_of_a_short_month() -> None:
    assert parse_due("over een maand", date(2027, 1, 31)) == date(2027, 2, 28)
    assert parse_due("eind volgende maand", date(2027, 1, 31)) == date(2027, 2, 28)
    assert parse_due("in a year", date(2028, 2, 29)) == date(2029, 2, 28)


@given(st.text(max_size=30), DAYS)
def test_any_text_is_a_date_nothing_or_refused(text: str, today: date) -> None:
    try:
        day = parse_due(text, today)
    except NotADate:
        return
    assert day is None or isinstance(day, date)


words = st.sampled_from(
    [
        "31",
        "12",
        "2",
        "-",
        "/",
        ".",
        "over",
        "in",
        "een",
        "2",
        "weken",
        "maand",
        "eind",
        "van",
        "de",
        "of",
        "end",
        "week",
        "53",
        "q1",
        "vr",
        "fri",
        "dec",
        "mei",
        "next",
        "volgende",
        "2027",
        "e",
        "th",
        ",",
    ]
)


@given(st.lists(words, max_size=6), DAYS, st.booleans())
def test_any_mix_of_words_is_a_date_nothing_or_refused(
    parts: list[str], today: date, apart: bool
) -> None:
    try:
        parse_due((" " if apart else "").join(parts), today)
    except NotADate:
        return


@given(DAYS, DAYS)
def test_a_day_without_a_year_is_the_next_such_day(day: date, today: date) -> None:
    found = parse_due(f"{day.day}-{day.month}", today)
    assert found is not None
    assert found >= today
    assert (found.day, found.month) == (day.day, day.month)
    if (day.day, day.month) != (29, 2):
        assert (found - today).days < 366
    assert found == parse_due(f"{day.day} {calendar.month_name[day.month]}", today)


@given(DAYS, DAYS, st.sampled_from(["{d}-{m}-{y}", "{d}/{m}/{y}", "{y}-{m:02}-{d:02}"]))
def test_a_whole_date_is_that_date_whatever_today_is(day: date, today: date, form: str) -> None:
    assert parse_due(form.format(d=day.day, m=day.month, y=day.year), today) == day


@given(DAYS, st.sampled_from(sorted(WEEKDAYS)))
def test_a_weekday_is_within_a_week_and_not_today(today: date, name: str) -> None:
    found = parse_due(name, today)
    assert found is not None
    assert found.weekday() == WEEKDAYS[name]
    assert 1 <= (found - today).days <= 7
    next_week = parse_due(f"volgende week {name}", today)
    assert next_week is not None
    assert next_week.isocalendar().week == (today + timedelta(days=7)).isocalendar().week


@given(DAYS, st.integers(1, 53))
def test_a_week_is_its_friday_not_passed(today: date, number: int) -> None:
    found = parse_due(f"week {number}", today)
    assert found is not None
    assert found >= today
    assert found.isocalendar()[1:] == (number, 5)


@given(DAYS, st.integers(0, 999), st.sampled_from(["dagen", "days"]))
def test_days_ahead(today: date, count: int, unit: str) -> None:
    assert parse_due(f"over {count} {unit}", today) == today + timedelta(days=count)


@given(DAYS, st.sampled_from(sorted(MONTHS)))
def test_the_end_of_a_month_is_the_day_before_the_first(today: date, name: str) -> None:
    found = parse_due(f"eind {name}", today)
    assert found is not None
    assert found >= today
    assert found.month == MONTHS[name]
    assert (found + timedelta(days=1)).day == 1
