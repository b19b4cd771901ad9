"""Every fact of the minutes stands in every form that should have it, by an independent reader.

The table says which. A new field of the document without a line in it fails.
"""

import datetime as dt
import json
import re
from decimal import Decimal
from fnmatch import fnmatchcase
from typing import Any

import pytest

from sessionui.locale.formats import Length, fmt_date, fmt_datetime, fmt_time
from sessionui.minutes import FORMATS, Format, render
from tests.minutes.facts import distinct, facts
from tests.minutes.readers import (
    calendar_text,
    comma_text,
    html_text,
    json_text,
    markdown_lines,
    pdf_text,
    word_lines,
    workbook_text,
)
from tests.minutes.texts import squeezed

ALL = "pdf docx html md xlsx csv ics json"
TEXTS = "pdf docx html md json"
TABLES = "pdf docx html md xlsx csv json"
DATA = "xlsx csv json"
CALENDAR = "ics json"
JSON = "json"
SHOWN = ""
"""Decides what else is shown, or stands in words or a sign, not by its value: see SAID."""

TABLE: dict[str, str] = {
    # What it is, for programs.
    "format": JSON,
    "version": SHOWN,
    "session_id": CALENDAR,
    "partnership_id": CALENDAR,
    "*.id": JSON,
    "*.session_id": JSON,
    # Decides what is shown, or is said in words.
    "example": SHOWN,
    "rehearsal": SHOWN,
    "altered": SHOWN,  # see the test at the end
    "ended_early": SHOWN,
    "state": SHOWN,
    "*.side": SHOWN,
    "*.sides_before": SHOWN,  # whose calendars it is taken off
    "*.about": SHOWN,
    "*.presence": SHOWN,
    "*.outcome": SHOWN,
    "*.hidden": SHOWN,
    "*.broken": SHOWN,
    "*.content_hash": SHOWN,  # printed in groups, see test_which_version.py
    "content_hash": SHOWN,
    "*.shape": SHOWN,
    "*.break_before": SHOWN,
    "*.corrected": SHOWN,
    "agenda.skipped": SHOWN,
    "rules.secrecy": SHOWN,
    "rules.self_estimate": SHOWN,
    "rules.half_marks": SHOWN,
    "adopted_previous": SHOWN,
    "consent": SHOWN,
    "candidates.chosen": SHOWN,
    "indicators.in_round": SHOWN,
    "indicators.ended": SHOWN,
    "indicators.discussed": SHOWN,
    "indicators.first_speaker": SHOWN,
    "actions.quick_win": SHOWN,
    "actions.from_this_session": SHOWN,
    "closing.surprise": SHOWN,
    # The head.
    "name_?": ALL,
    "contract_name": TABLES,
    "contract_*": TEXTS,
    "kind": TABLES,
    "date": ALL,
    "place": TEXTS,
    "facilitator": TEXTS,
    "started_at": TEXTS,
    "confirmed_at": ALL,
    "rules.threshold": JSON,  # by name nothing is hidden
    "attendance.who.*": TEXTS,
    "*.role": JSON,  # once, where people are listed
    "agenda.used_seconds": JSON,  # in minutes, rounded
    "agenda.*": TEXTS,
    "purpose": TEXTS,
    "ground_rules": TEXTS,
    # Before the scores.
    "looked_back.done_when": "xlsx csv ics json",
    "looked_back.due": JSON,  # shown is the day that counted when the session began
    "looked_back.due_before": TEXTS,  # tables have the day that counts now
    "looked_back.told.new_due": TEXTS,
    "looked_back.told.on": TABLES,
    "looked_back.agreed_on": TABLES,
    "looked_back.new_due": TABLES,
    "looked_back.times_postponed": TABLES,
    "looked_back.since.*_on": JSON,  # those rounds stand in the lines of the indicators
    "looked_back.since.*": TEXTS,
    "looked_back.*": ALL,
    "issues.*": TEXTS,
    "kpis.*": TABLES,
    "candidates.*": TEXTS,
    # Per indicator.
    "indicators.name": TABLES,
    "indicators.revision": JSON,
    "indicators.meaning.*": TEXTS,
    "indicators.revised.number": JSON,
    "indicators.revised.at": JSON,
    "indicators.revised.*": TEXTS,
    "indicators.ended_reason": TEXTS,
    "indicators.*.mean_exact": DATA,
    "indicators.*.reasons.mark": TEXTS,  # tables have it beside the rater
    "indicators.agreed_mark": TABLES,
    "indicators.asymmetry": TEXTS,
    "indicators.perception_?": TEXTS,
    "indicators.mean": TEXTS,
    "indicators.talk.*": TEXTS,
    "indicators.said": TEXTS,
    "indicators.heard": TEXTS,
    "indicators.goes_well": TEXTS,
    "indicators.*": TABLES,
    # What was agreed.
    "decisions.*": TABLES,
    "actions.agreed_on": DATA,  # in texts with those of earlier sessions
    "actions.times_postponed": TABLES,
    "actions.*": ALL,
    "withdrawn_actions": CALENDAR,
    "objections": TEXTS,
    "parked.*": TEXTS,
    # The end.
    "overall.?_exact": JSON,
    "overall.line.points.n": JSON,  # an overall mark has no n of N
    "overall.line.points.expected": JSON,
    "overall.line.*": TABLES,
    "overall.*": TEXTS,
    "closing.*": TEXTS,
    "next_session": "pdf docx html md ics json",
    "missing.*": TEXTS,
    "read_back_at": TEXTS,
    "confirmations.*": TEXTS,
    "reopenings.*": JSON,  # stands with the versions
    "edition": ALL,
    "versions.changes.entry": SHOWN,  # which action or person: in the words of its part
    "versions.changes.before": SHOWN,  # of what was added there is no before
    "versions.changes.came": SHOWN,
    "versions.*": TEXTS,
    "waived.*": TEXTS,
    "adoption.*": TEXTS,
}
"""From the name of a fact (the first that fits) to the forms that must show its value."""

SAID: dict[str, str] = {
    "example": "EXAMPLE",
    "state": "Final since",
    "ended_early": "The session was ended early",
    "attendance.presence": "Absent with notice",
    "looked_back.outcome": "postponed",
    "looked_back.told.outcome": "told since last time",
    "indicators.a.marks.corrected": "corrected, was",
    "rules.secrecy": "By name: each score",
    "rules.self_estimate": "Each side scored itself",
    "rules.half_marks": "Half marks were allowed",
    "adopted_previous": "The minutes of the session before were adopted",
    "consent": "nobody has an overriding objection",
    "indicators.first_speaker": "Spoke first",
    "indicators.a.side": "◆",
    "indicators.b.side": "●",
    "indicators.line_a.points.break_before": "the meaning changed",
    "actions.quick_win": "quick win",
    "closing.surprise": "A little",
}
"""What the text forms say of a fact whose value is no text."""

LENGTHS: tuple[Length, ...] = ("short", "medium", "long", "full")

READ = {
    "pdf": pdf_text,
    "docx": word_lines,
    "html": lambda data: html_text(data.decode()),
    "md": lambda data: markdown_lines(data.decode()),
    "xlsx": workbook_text,
    "csv": comma_text,
    "ics": calendar_text,
    "json": json_text,
}


@pytest.fixture(scope="module")
def read() -> dict[Format, str]:
    document = distinct()
    return {form: READ[form](render(document, form, "en")) for form in FORMATS}


def shows(text: str, value: Any) -> bool:
    """Whether a value stands in a text, in one of the ways in which it may be written."""
    match value:
        case dt.datetime():
            written = [fmt_datetime(value, "long", "en"), fmt_time(value, "en"), value.isoformat()]
            written.append(value.isoformat().replace("+00:00", "Z"))
        case dt.date():
            written = [value.isoformat(), *(fmt_date(value, length, "en") for length in LENGTHS)]
        case str():
            written = [value.partition(" ")[0]]
        case _:
            number = re.escape(f"{value:g}" if isinstance(value, float) else str(value))
            return re.search(rf"(?<![\d.]){number}(?!\d|\.\d)", text) is not None
    return any(squeezed(way) in squeezed(text) for way in written)


def test_every_fact_has_a_decision_and_every_decision_a_fact() -> None:
    names = {name for name, _ in facts(distinct())}
    undecided = [name for name in names if not any(fnmatchcase(name, p) for p in TABLE)]
    assert undecided == []
    assert [p for p in TABLE if not any(decided(name) == p for name in names)] == []
    assert set(SAID) <= names


def decided(name: str) -> str:
    return next(pattern for pattern in TABLE if fnmatchcase(name, pattern))


@pytest.mark.parametrize("form", FORMATS)
def test_every_fact_stands_in_it(form: Format, read: dict[Format, str]) -> None:
    asked = [(n, v) for n, v in facts(distinct()) if form in TABLE[decided(n)].split()]
    assert asked
    assert [(name, value) for name, value in asked if not shows(read[form], value)] == []


@pytest.mark.parametrize("form", ["pdf", "docx", "html", "md"])
def test_what_is_no_text_is_said_in_words(form: Format, read: dict[Format, str]) -> None:
    text = squeezed(read[form])
    assert [name for name, said in SAID.items() if squeezed(said) not in text] == []


def test_only_the_json_has_what_is_for_programs_alone(read: dict[Format, str]) -> None:
    alone = [v for n, v in facts(distinct()) if TABLE[decided(n)] == JSON and isinstance(v, str)]
    assert len(alone) > 10
    for form in FORMATS:
        assert form == "json" or not [v for v in alone if shows(read[form], v)]


def test_the_reader_would_notice_a_fact_that_is_not_there(read: dict[Format, str]) -> None:
    for value in ("Q9999q", 9999, 99.1, Decimal("99.1"), dt.date(2050, 1, 1)):
        assert not any(shows(text, value) for text in read.values())


@pytest.mark.parametrize("form", FORMATS)
def test_minutes_that_were_taken_in_as_altered_say_so_in_every_form(form: Format) -> None:
    data = render(distinct().but(altered=True), form, "en")
    if form == "json":
        assert json.loads(data)["altered"] is True
    else:
        assert "Thisisnotwhatwasconfirmed" in squeezed(READ[form](data))
