"""Due dates as people say them, in Dutch and English together: "31-12", "over 2 weken", "Friday".

A table of forms, tried from the top. A day without a year is the next such day that has not
passed. The end of a week is its Friday, because people work then.
"""

import calendar
import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from sessionui.domain.wording import N_, Refused

Found = re.Match[str]
Form = tuple[re.Pattern[str], Callable[[Found, date], date]]


class NotADate(Refused):
    """What was typed is no due date; carries the sentence that says which forms work."""

    def __init__(self) -> None:
        super().__init__(
            N_("Type a date, such as 31-12, Friday, in 2 weeks, end of the month, week 50 or Q1.")
        )


def _numbered(*names: str, start: int = 1) -> dict[str, int]:
    return {name: n for n, line in enumerate(names, start) for name in line.split()}


MONTHS: Final = _numbered(
    "jan january januari",
    "feb february februari",
    "mar mrt march maart",
    "apr april",
    "may mei",
    "jun june juni",
    "jul july juli",
    "aug august augustus",
    "sep sept september",
    "oct okt october oktober",
    "nov november",
    "dec december",
)
WEEKDAYS: Final = _numbered(
    "mon monday ma maandag",
    "tue tues tuesday di dinsdag",
    "wed wednesday wo woensdag",
    "thu thur thurs thursday do donderdag",
    "fri friday vr vrij vrijdag",
    "sat saturday za zaterdag",
    "sun sunday zo zondag",
    start=0,
)
COUNTS: Final = _numbered(
    "a an een one",
    "two twee",
    "three drie",
    "four vier",
    "five vijf",
    "six zes",
    "seven zeven",
    "eight acht",
    "nine negen",
    "ten tien",
)
UNITS: Final = {
    word: unit
    for unit, words in {
        "day": "day days dag dagen",
        "week": "week weeks weken wk",
        "month": "month months maand maanden",
        "quarter": "quarter quarters kwartaal kwartalen",
        "year": "year years jaar jaren",
    }.items()
    for word in words.split()
}
DAYS_AHEAD: Final = {
    "today": 0,
    "vandaag": 0,
    "tomorrow": 1,
    "morgen": 1,
    "overmorgen": 2,
    "the day after tomorrow": 2,
    "day after tomorrow": 2,
}


def parse_due(text: str, today: date) -> date | None:
    """The day that ``text`` means, seen from ``today``; ``None`` for an empty text.

    A weekday is the first such day after ``today``, also with "next" or "volgende" before it; the
    one of next week is "next week Friday". Raises ``NotADate`` for anything else, and for a day
    that does not exist or lies on another weekday than the text says.
    """
    plain = _plain(text)
    if not plain:
        return None
    for pattern, day_of in _FORMS:
        if found := pattern.fullmatch(plain):
            try:
                return day_of(found, today)
            except (ValueError, OverflowError):
                raise NotADate from None
    raise NotADate


def _plain(text: str) -> str:
    """Lower case without accents, commas and double spaces; "by", "op" and the like left out."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    words = " ".join(re.sub(r",|(?<=[a-z])-|-(?=[a-z])", " ", bare).split())
    return re.sub(r"^(?:by|on|op|uiterlijk|per) ", "", words)


def _numeric(found: Found, today: date) -> date:
    return _day(found["d"], int(found["m"]), found["y"], today)


def _named(found: Found, today: date) -> date:
    day = _day(found["d"], MONTHS[found["m"]], found["y"], today)
    if found["w"] and day.weekday() != WEEKDAYS[found["w"]]:
        raise ValueError
    return day


def _day(day: str, month: int, year: str | None, today: date) -> date:
    if year:
        return date(_full(year), month, int(day))
    # Years with a 29 February lie at most eight apart.
    for y in range(today.year, today.year + 9):
        if int(day) <= calendar.monthrange(y, month)[1]:
            found = date(y, month, int(day))
            if found >= today:
                return found
    raise ValueError


def _full(year: str) -> int:
    return int(year) + 2000 if len(year) == 2 else int(year)


def _iso(found: Found, today: date) -> date:  # noqa: ARG001 - as every form
    return date(int(found["y"]), int(found["m"]), int(found["d"]))


def _ahead(found: Found, today: date) -> date:
    return today + timedelta(days=DAYS_AHEAD[found[0]])


def _in(found: Found, today: date) -> date:
    count = COUNTS.get(found["n"]) or int(found["n"])
    return _later(today, count, UNITS[found["unit"]])


def _later(day: date, count: int, unit: str) -> date:
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    months = count * {"month": 1, "quarter": 3, "year": 12}[unit]
    years, month = divmod(day.month - 1 + months, 12)
    last = _month_end(day.year + years, month + 1)
    return last.replace(day=min(day.day, last.day))


def _weekday(found: Found, today: date) -> date:
    wanted = WEEKDAYS[found["w"]]
    if found["next_week"]:
        return today + timedelta(days=7 - today.weekday() + wanted)
    return today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)


def _next_unit(found: Found, today: date) -> date:
    return _later(today, 1, UNITS[found["unit"]])


def _end_of_unit(found: Found, today: date) -> date:
    unit = UNITS[found["unit"]]
    if unit == "day":
        raise ValueError
    if unit == "week":
        friday = today + timedelta(days=4 - today.weekday() + (7 if found["next"] else 0))
        return friday if friday >= today else friday + timedelta(days=7)
    within = _later(today.replace(day=1), 1, unit) if found["next"] else today
    last_month = {
        "month": within.month,
        "quarter": (within.month - 1) // 3 * 3 + 3,
        "year": 12,
    }[unit]
    return _month_end(within.year, last_month)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _end_of_month(found: Found, today: date) -> date:
    return _next_end(MONTHS[found["m"]], found["y"], today)


def _end_of_quarter(found: Found, today: date) -> date:
    return _next_end(int(found["q"] or found["q2"]) * 3, found["y"], today)


def _next_end(month: int, year: str | None, today: date) -> date:
    if year:
        return _month_end(_full(year), month)
    end = _month_end(today.year, month)
    return end if end >= today else _month_end(today.year + 1, month)


def _week(found: Found, today: date) -> date:
    number = int(found["n"])
    if found["y"]:
        return date.fromisocalendar(_full(found["y"]), number, 5)
    # Years with a week 53 lie at most seven apart.
    for year in range(today.year, today.year + 9):
        if number <= date(year, 12, 28).isocalendar().week:
            friday = date.fromisocalendar(year, number, 5)
            if friday >= today:
                return friday
    raise ValueError


def _one_of(words: dict[str, int] | dict[str, str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _form(pattern: str, day_of: Callable[[Found, date], date]) -> Form:
    parts = {
        "<M>": rf"(?P<m>{_one_of(MONTHS)})\.?",
        "<W>": rf"(?P<w>{_one_of(WEEKDAYS)})\.?",
        "<U>": rf"(?P<unit>{_one_of(UNITS)})",
        "<Y>": r"(?: (?P<y>[0-9]{4}|[0-9]{2}))?",
        "<END>": r"(?:(?:the )?end of(?: the)?|end|(?:het )?einde?(?: van)?(?: de| het)?)",
    }
    for name, part in parts.items():
        pattern = pattern.replace(name, part)
    return re.compile(pattern), day_of


_NEXT = r"(?:next|coming|this|aanstaande|a\.?s\.?|komende?|volgende?|deze)"
_NEXT_WEEK = r"(?:next week|volgende week|komende week)"

_FORMS: Final[tuple[Form, ...]] = (
    _form(r"(?P<y>[0-9]{4})[-/.](?P<m>[0-9]{1,2})[-/.](?P<d>[0-9]{1,2})", _iso),
    _form(
        r"(?P<d>[0-9]{1,2}) ?[-/.] ?(?P<m>[0-9]{1,2})(?: ?[-/.] ?(?P<y>[0-9]{4}|[0-9]{2}))?\.?",
        _numeric,
    ),
    _form(r"(?:<W> )?(?P<d>[0-9]{1,2})(?:st|nd|rd|th|e)?[ -](?:of )?<M><Y>", _named),
    _form(r"(?:<W> )?<M> (?P<d>[0-9]{1,2})(?:st|nd|rd|th)?<Y>", _named),
    _form(_one_of(DAYS_AHEAD), _ahead),
    _form(rf"(?:(?:in|over|binnen|within) )?(?P<n>[0-9]{{1,3}}|{_one_of(COUNTS)}) <U>", _in),
    _form(rf"(?:(?:{_NEXT}|(?P<next_week>{_NEXT_WEEK}(?: op| on)?)) )?<W>", _weekday),
    _form(r"<W> (?P<next_week>next week|volgende week)", _weekday),
    _form(r"(?:next|volgende?|komende?) <U>", _next_unit),
    _form(r"<END> (?:(?P<next>next|volgende?|komende?) |(?:this|deze|dit) )?<U>", _end_of_unit),
    _form(r"<END> <M><Y>", _end_of_month),
    _form(r"(?:week|wk) (?P<n>[0-9]{1,2})<Y>", _week),
    _form(
        r"(?:<END> )?(?:[qk](?P<q>[1-4])|(?P<q2>[1-4])(?:st|nd|rd|th|e) (?:quarter|kwartaal))<Y>",
        _end_of_quarter,
    ),
)
