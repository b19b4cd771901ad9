"""Dates, times, marks, numbers and lists as the reader writes them.

Each function follows the language of the interface unless `lang` is given. Marks, clocks and
durations need no more than a decimal sign; the others load Babel when first called, because its
import takes longer than a frame and the first screen shall not wait for it.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from sessionui.locale.languages import Language
from sessionui.locale.translation import language, translator

Length = Literal["short", "medium", "long", "full"]
Value = str | int | Decimal | date

MISSING = "–"
"""Stands for a mark that isn't there; a zero would be a mark."""

MINUS = "−"

# British English: day before month and a clock of 24 hours, as Dutch partners expect.
_BABEL: dict[Language, str] = {"en": "en_GB", "nl": "nl_NL"}
_DECIMAL_SIGN: dict[Language, str] = {"en": ".", "nl": ","}
_TENTH = Decimal("0.1")
# Home shows medium dates in its first paint, and Babel needs some 150 ms to load its data. A test
# compares these names with Babel's.
_MONTHS: dict[Language, tuple[str, ...]] = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"),
    "nl": ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
}


def fmt_date(day: date, length: Length = "medium", lang: Language | None = None) -> str:
    """Write a day: 12-11-2026, 12 nov 2026, 12 november 2026, donderdag 12 november 2026."""
    day = _local(day) if isinstance(day, datetime) else day
    if length == "medium":
        return f"{day.day} {_MONTHS[lang or language()][day.month - 1]} {day.year}"
    from babel.dates import format_date  # loaded when first needed, see above

    return format_date(day, length, locale=_BABEL[lang or language()])


def fmt_month(day: date, lang: Language | None = None) -> str:
    """Write month and year as short as can be, for under a picture: nov 26."""
    return f"{_MONTHS[lang or language()][day.month - 1]} {day.year % 100:02}"


def fmt_time(moment: datetime | time, lang: Language | None = None) -> str:
    """Write hours and minutes, 14:05; a moment with a time zone in that of this machine."""
    from babel.dates import format_time  # loaded when first needed, see above

    moment = _local(moment) if isinstance(moment, datetime) else moment
    return format_time(moment, "short", locale=_BABEL[lang or language()])


def fmt_datetime(moment: datetime, length: Length = "medium", lang: Language | None = None) -> str:
    """Write day, hours and minutes: 12 nov 2026, 14:05; in the time zone of this machine."""
    return f"{fmt_date(moment, length, lang)}, {fmt_time(moment, lang)}"


def fmt_mark(mark: Decimal | int | None, lang: Language | None = None) -> str:
    """Write a mark or a mean with one decimal, half up: 7,2 in Dutch, 7.2 in English.

    A whole mark that somebody gave, an int, stays whole. None is a dash.
    """
    if mark is None:
        return MISSING
    if isinstance(mark, int):
        return str(mark).replace("-", MINUS)
    rounded = mark.quantize(_TENTH, rounding=ROUND_HALF_UP)
    text = f"{abs(rounded):f}".replace(".", _DECIMAL_SIGN[lang or language()])
    return MINUS + text if rounded < 0 else text


def fmt_signed(difference: Decimal | None, lang: Language | None = None) -> str:
    """Write a difference of marks with its sign: +1,4, −0,3, 0,0. None is a dash."""
    text = fmt_mark(difference, lang)
    rounds_to_more = difference is not None and difference >= _TENTH / 2
    return f"+{text}" if rounds_to_more else text


def fmt_number(
    number: Decimal | int, decimals: int | None = None, lang: Language | None = None
) -> str:
    """Write a number with its thousands apart, 1.234,5; decimals as given, or as many as it has."""
    from babel.numbers import format_decimal  # loaded when first needed, see above

    if decimals is None and isinstance(number, Decimal):
        exponent = number.as_tuple().exponent
        decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    places = "0" * (decimals or 0)
    pattern = f"#,##0.{places}" if places else "#,##0"
    rounded = Decimal(number).quantize(Decimal(1).scaleb(-(decimals or 0)), ROUND_HALF_UP)
    return format_decimal(rounded, pattern, locale=_BABEL[lang or language()])


def fmt_list(items: Sequence[str], lang: Language | None = None) -> str:
    """Write a list as a sentence does: a, b en c."""
    from babel.lists import format_list  # loaded when first needed, see above

    return format_list(items, locale=_BABEL[lang or language()])


def fmt_duration(seconds: float) -> str:
    """Write hours and minutes, 1:04, minutes that aren't full left out; below zero with a minus."""
    minutes = abs(int(seconds)) // 60
    text = f"{minutes // 60}:{minutes % 60:02}"
    return MINUS + text if seconds < 0 and minutes else text


def fmt_clock(seconds: float) -> str:
    """Write minutes and seconds, 04:10, from an hour on 1:04:10; below zero with a minus."""
    whole = abs(int(seconds))
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"
    return MINUS + text if seconds < 0 and whole else text


def phrase(template: str, values: Mapping[str, Value], lang: Language | None = None) -> str:
    """Translate a template and fill in its values: a Decimal as a mark, a date as a date.

    A value that differs by language, such as the name of a holiday, may come along as ``name_nl``
    or ``name_en``, which then stands in the place of ``name``.
    """
    lang = lang or language()
    filled = {
        name: _value(values.get(f"{name}_{lang}", value), lang) for name, value in values.items()
    }
    return translator(lang).gettext(template).format(**filled)


def warm_up() -> None:
    """Load what the formats need, for instance in a thread after the first paint."""
    fmt_datetime(datetime(2000, 1, 1, 12))  # noqa: DTZ001 - any moment does
    fmt_number(1)
    fmt_list(["", ""])


def _value(value: Value, lang: Language) -> str | int:
    if isinstance(value, Decimal):
        return fmt_mark(value, lang)
    if isinstance(value, datetime):
        return fmt_datetime(value, lang=lang)
    if isinstance(value, date):
        return fmt_date(value, lang=lang)
    return value


def _local(moment: datetime) -> datetime:
    """Bring a moment with a time zone to that of this machine; leave another as it is."""
    return moment.astimezone() if moment.tzinfo else moment
