"""The agreements of a session as a calendar file: the next session, and every action to do.

Ids stay the same from one session to the next, so that taking the file in again brings an entry up
to date and doesn't double it.
"""

from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event, Todo

from sessionui.domain.minutes.document import ActionMinutes, MinutesDocument
from sessionui.locale import Language, translator

PRODUCT = "-//sessionui//sessionui//EN"


def as_calendar(document: MinutesDocument, lang: Language) -> bytes:
    """The next session as an event of a whole day, actions as to-dos; RFC 5545."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if document.next_session is not None:
        calendar.add_component(_next_session(document, lang))
    for action in document.actions:
        calendar.add_component(_to_do(document, action, lang))
    return bytes(calendar.to_ical())


def _stamp(component: Event | Todo, document: MinutesDocument, uid: str) -> None:
    component.add("uid", f"{uid}@sessionui")
    moment = document.confirmed_at or datetime.combine(document.date, time(), UTC)
    component.add("dtstamp", moment.astimezone(UTC))


def _pair(document: MinutesDocument) -> str:
    return f"{document.name_a} × {document.name_b}"


def _next_session(document: MinutesDocument, lang: Language) -> Event:
    gettext = translator(lang).gettext
    event = Event()
    _stamp(event, document, f"{document.session_id}-next")
    event.add("summary", gettext("Next session: {pair}").format(pair=_pair(document)))
    day = document.next_session
    assert day is not None  # noqa: S101 - the caller looked
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event


def _to_do(document: MinutesDocument, action: ActionMinutes, lang: Language) -> Todo:
    gettext = translator(lang).gettext
    todo = Todo()
    _stamp(todo, document, f"{document.partnership_id}-action-{action.number}")
    owner = action.owner.name if action.owner else gettext("nobody yet")
    todo.add("summary", f"{action.number}. {action.text} ({owner})")
    lines = [_pair(document), gettext("Owner: {name}").format(name=owner)]
    if action.done_when:
        lines.append(gettext("Done when: {text}").format(text=action.done_when))
    if action.indicator:
        lines.append(gettext("Indicator: {name}").format(name=action.indicator))
    todo.add("description", "\n".join(lines))
    if action.due is not None:
        todo.add("due", action.due)
    todo.add("status", "NEEDS-ACTION")
    return todo
