"""The example's calendar: months counted from today, never on a weekend."""

import calendar
from datetime import date, timedelta


def months_from(day: date, months: int) -> date:
    """The same day so many months later (or earlier), or the last one of a shorter month."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def working_day(day: date) -> date:
    """``day``, or the Friday before or the Monday after a weekend."""
    return day + {5: timedelta(days=-1), 6: timedelta(days=1)}.get(day.weekday(), timedelta())


def session_day(today: date, months: int) -> date:
    """When a session was or will be held; the one of today is today, whatever day that is."""
    return working_day(months_from(today, months)) if months else today
