"""Public holidays of a country, from the package ``holidays``; loaded when a date is asked for."""

import os
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final

from sessionui.locale import LANGUAGES, language

if TYPE_CHECKING:
    from holidays import HolidayBase

COUNTRY: Final = "country"
"""The setting: a country's two letters (ISO 3166), ``-`` for none, ``""`` for the usual one."""

NONE: Final = "-"
_LOCALES: Final = ("LC_ALL", "LC_TIME", "LANG")


def holiday_in(setting: str, day: date) -> dict[str, str]:
    """The name of the public holiday on that day in each of our languages; empty for none.

    Where the package doesn't have a language, it is the name that the country itself uses.
    """
    country = setting or usual_country()
    calendars = ((lang, _calendar(country, lang, day.year)) for lang in LANGUAGES)
    found = {lang: str(days.get(day, "")) for lang, days in calendars if days is not None}
    return {lang: name for lang, name in found.items() if name}


def usual_country() -> str:
    """The Netherlands in Dutch; else the country of the system's locale, if it names one."""
    if language() == "nl":
        return "NL"
    for name in _LOCALES:
        found = os.environ.get(name, "")
        if "_" in found:
            return found.partition("_")[2][:2].upper()
    return NONE


def known(country: str) -> bool:
    """Whether the holidays of that country are known."""
    from holidays import list_supported_countries

    return country.upper() in list_supported_countries()


@cache
def _calendar(country: str, lang: str, year: int) -> "HolidayBase | None":
    from holidays import country_holidays

    if country == NONE or not known(country):
        return None
    try:
        return country_holidays(country, years=year, language=_dialect(country, lang))
    except (AttributeError, NotImplementedError, ValueError):
        return None


def _dialect(country: str, lang: str) -> str | None:
    """The language that the names come in, where the package has them in it."""
    from holidays import country_holidays

    spoken = country_holidays(country).supported_languages
    wanted = lang if lang != "en" else "en_US"
    return wanted if wanted in spoken else None
