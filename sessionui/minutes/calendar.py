"""The agreements of a session as a calendar file: the next session, and every action to do.

Ids stay the same from one session to the next, and ``SEQUENCE`` grows with every later session and
version, so that taking the file in again replaces an entry and doesn't double it. What was done is
marked as done; what was dropped or taken back is cancelled, which takes it off the list (RFC 5545,
3.8.1.11 and 3.8.7.4). Which version of which minutes it comes from stands in every description, and
for programs in X-SESSIONUI properties.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from icalendar import Alarm, Calendar, Event, Todo, vText

from sessionui.domain.agreements import goes_with
from sessionui.domain.minutes.content import known_hash
from sessionui.domain.minutes.document import ActionMinutes, LookedBack, MinutesDocument, Who
from sessionui.domain.sides import SideKey
from sessionui.locale import Language, translator
from sessionui.minutes.altered import NOT_CONFIRMED
from sessionui.minutes.hygiene import cleaned
from sessionui.minutes.outline.header import notice, version
from sessionui.minutes.words import Words

PRODUCT = "-//sessionui//sessionui//EN"
BEGINNING: Final = date(2000, 1, 1)
BEFORE_ACTION, BEFORE_SESSION = timedelta(days=-3), timedelta(days=-7)
"""When an alarm goes: so long before an action is due, and before the next session."""


def as_calendar(
    document: MinutesDocument, lang: Language, copy_for: SideKey | None = None
) -> bytes:
    """The next session as an event of a whole day, actions as to-dos; RFC 5545.

    ``copy_for``: only the actions that this side owns and those that nobody owns yet; all of them
    by default. An action that the side went home with, and that the other side has now, is
    cancelled.
    """
    document = cleaned(document)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    _say_whose(calendar, document)
    if document.next_session is not None or document.reopenings:
        calendar.add_component(_next_session(document, lang))
    for action in document.actions:
        if _wanted(action.owner, copy_for):
            calendar.add_component(_to_do(document, action, lang))
        elif copy_for in action.sides_before:
            calendar.add_component(_handed_over(document, action, lang))
    open_now = {action.number for action in document.actions}
    for back in document.looked_back:
        wanted = _wanted(back.owner, copy_for) or copy_for in back.sides_before
        if back.number not in open_now and wanted:
            calendar.add_component(_ended(document, back, lang))
    for number in document.withdrawn_actions:
        calendar.add_component(_taken_back(document, number, lang))
    if document.altered:
        _mark(calendar, translator(lang).gettext(NOT_CONFIRMED))
    return bytes(calendar.to_ical())


def _say_whose(calendar: Calendar, document: MinutesDocument) -> None:
    """Which minutes it is of, for programs; docs/minutes-tables.md."""
    calendar.add("x-sessionui-partnership", _pair(document))
    if not document.between:
        calendar.add("x-sessionui-version", str(document.edition))
    if full := known_hash(document):
        calendar.add("x-sessionui-content-hash", full)
    if document.example:
        calendar.add("x-sessionui-example", "TRUE")


def _mark(calendar: Calendar, said: str) -> None:
    """Say it of every entry: an entry is all that a calendar shows."""
    for component in calendar.subcomponents:
        lines = (said, str(component.pop("description", "")))
        component.add("description", "\n".join(filter(None, lines)))


def _wanted(owner: Who | None, copy_for: SideKey | None) -> bool:
    return copy_for is None or copy_for in goes_with(owner.side if owner else None)


def _stamp(component: Event | Todo, document: MinutesDocument, uid: str) -> None:
    component.add("uid", f"{uid}@sessionui")
    moment = document.confirmed_at or datetime.combine(document.date, time(), UTC)
    component.add("dtstamp", moment.astimezone(UTC))
    component.add("last-modified", moment.astimezone(UTC))
    component.add("sequence", _sequence(document))


def _sequence(document: MinutesDocument) -> int:
    """Larger for every later session, version, and for confirmed minutes than for their draft.

    How it stands between two sessions comes after any minutes of that day.
    """
    if document.between:
        return max((document.date - BEGINNING).days, 0) * 100 + 98
    version = 2 * min(len(document.reopenings), 49) + (not document.draft)
    return max((document.date - BEGINNING).days, 0) * 100 + version


def _pair(document: MinutesDocument) -> str:
    return f"{document.name_a} × {document.name_b}"


def _next_session(document: MinutesDocument, lang: Language) -> Event:
    gettext = translator(lang).gettext
    event = Event()
    _stamp(event, document, f"{document.session_id}-next")
    event.add("summary", gettext("Next session: {pair}").format(pair=_pair(document)))
    _describe(event, document, [_pair(document)], lang)
    day = document.next_session
    event.add("dtstart", day or document.date)
    event.add("dtend", (day or document.date) + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("status", "CONFIRMED" if day else "CANCELLED")
    if day:
        _remind(event, _alarm(document, day, BEFORE_SESSION))
    return event


def _to_do(document: MinutesDocument, action: ActionMinutes, lang: Language) -> Todo:
    todo = _action(document, action.number, action.text, action.owner, lang)
    lines = _facts(document, action.owner, action.done_when, action.indicator, lang)
    _describe(todo, document, lines, lang)
    if action.due is not None:
        todo.add("due", action.due)
        _remind(todo, _alarm(document, action.due, BEFORE_ACTION))
    todo.add("status", "NEEDS-ACTION")
    return todo


def _handed_over(document: MinutesDocument, action: ActionMinutes, lang: Language) -> Todo:
    """An action that the other side has now; with its owner, so that one sees whose it is."""
    todo = _action(document, action.number, action.text, action.owner, lang)
    _describe(todo, document, [_pair(document)], lang)
    todo.add("status", "CANCELLED")
    return todo


def _ended(document: MinutesDocument, back: LookedBack, lang: Language) -> Todo:
    """An action that was closed, in this session or between the one before and this."""
    todo = _action(document, back.number, back.text, back.owner, lang)
    lines = _facts(document, back.owner, back.done_when, back.indicator, lang)
    notes = filter(None, (*(told.note for told in back.told), back.note))
    _describe(todo, document, [*lines, *notes], lang)
    outcome, day = back.ended or (None, None)
    if outcome == "done":
        todo.add("status", "COMPLETED")
        todo.add("percent-complete", 100)
        todo.add("completed", datetime.combine(day or document.date, time(), UTC))
    else:
        todo.add("status", "CANCELLED" if outcome == "dropped" else "NEEDS-ACTION")
    return todo


def _taken_back(document: MinutesDocument, number: int, lang: Language) -> Todo:
    """An action that was agreed in this session and taken back again; its text as it was."""
    gettext = translator(lang).gettext
    left = (c for v in reversed(document.versions) for c in v.changes if c.came == "withdrawn")
    text = next((c.before for c in left if c.entry == str(number)), "")
    todo = _action(document, number, text or gettext("taken back"), None, lang)
    if text:
        todo["summary"] = vText(f"{number}. {text} ({gettext('taken back')})")
    _describe(todo, document, [_pair(document)], lang)
    todo.add("status", "CANCELLED")
    return todo


def _action(
    document: MinutesDocument, number: int, text: str, owner: Who | None, lang: Language
) -> Todo:
    todo = Todo()
    _stamp(todo, document, f"{document.partnership_id}-action-{number}")
    name = owner.name if owner else translator(lang).gettext("nobody yet")
    todo.add("summary", f"{number}. {text} ({name})")
    return todo


def _describe(
    component: Event | Todo, document: MinutesDocument, lines: list[str], lang: Language
) -> None:
    """What it is about, and of which minutes it comes."""
    words = Words(document, lang)
    said = [*lines, _which(document, words)]
    if document.between:  # no minutes, and so no draft of them
        said += [words.gettext("EXAMPLE")] * document.example
    elif notice(words):
        said.append(notice(words))
    component.add("description", "\n".join(said))


def _which(document: MinutesDocument, words: Words) -> str:
    """The minutes and their version; of what stands between sessions, the day."""
    gettext = words.gettext
    if document.between:
        day = words.day(_confirmed_on(document) or document.date)
        return gettext("As it stood on {day}").format(day=day)
    which = (gettext("Minutes of {day}").format(day=words.day(document.date)), version(words))
    return " · ".join(filter(None, which))


def _facts(
    document: MinutesDocument, owner: Who | None, done_when: str, indicator: str, lang: Language
) -> list[str]:
    gettext = translator(lang).gettext
    name = owner.name if owner else gettext("nobody yet")
    lines = [_pair(document), gettext("Owner: {name}").format(name=name)]
    if done_when:
        lines.append(gettext("Done when: {text}").format(text=done_when))
    if indicator:
        lines.append(gettext("Indicator: {name}").format(name=indicator))
    return lines


def _alarm(document: MinutesDocument, day: date, before: timedelta) -> timedelta | None:
    """How long before ``day``; on that day where it would be over, ``None`` where the day is."""
    handed_out = max(filter(None, (document.date, _confirmed_on(document))))
    if day <= handed_out:
        return None
    return before if day + before > handed_out else timedelta()


def _confirmed_on(document: MinutesDocument) -> date | None:
    return document.confirmed_at.date() if document.confirmed_at else None


def _remind(component: Event | Todo, before: timedelta | None) -> None:
    """An alarm so long before, if any; of a to-do before it is due."""
    if before is None:
        return
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", str(component["summary"]))
    related = {"RELATED": "END"} if isinstance(component, Todo) else {}
    alarm.add("trigger", before, parameters=related)
    component.add_component(alarm)
