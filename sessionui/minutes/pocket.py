"""The action list in pieces that QR codes can hold, to take home without a network."""

from typing import Final

from sessionui.domain.minutes.document import ActionMinutes, MinutesDocument
from sessionui.locale import Language, translator
from sessionui.minutes.words import Words
from sessionui.text import one_line, shorten_middle

LARGEST: Final = 230
"""Bytes of a piece: what a code can hold that a phone reads from a large window on a wall."""

SHORTENED: Final = "…"
"""Stands where something was left out."""

_LINE: Final = 120


def text_pieces(document: MinutesDocument, lang: Language) -> tuple[str, ...]:
    """The list as plain text, as many lines in a piece as it holds; none without actions."""
    words = Words(document, lang)
    lines = [_line(action, words) for action in document.actions]
    if document.next_session and lines:
        lines.append(
            words.gettext("Next session: {day}").format(day=words.day(document.next_session))
        )
    head = one_line(
        f"{shorten_middle(document.name_a, 20)} × {shorten_middle(document.name_b, 20)}"
    )
    return _packed(head, [_fitting(entry, LARGEST - len(head.encode()) - 1) for entry in lines])


def calendar_pieces(document: MinutesDocument, lang: Language) -> tuple[str, ...]:
    """The next session, then every action with a date, each as one calendar entry (RFC 5545).

    Only what a phone's camera app takes: an event of a whole day with a title.
    """
    gettext = translator(lang).gettext
    found = []
    if document.next_session is not None:
        pair = f"{shorten_middle(document.name_a, 30)} × {shorten_middle(document.name_b, 30)}"
        title = gettext("Next session: {pair}").format(pair=pair)
        found.append(_event(title, document.next_session.strftime("%Y%m%d")))
    words = Words(document, lang)
    found += [
        _event(f"{a.number}. {a.text} ({_owner(a, words)})", a.due.strftime("%Y%m%d"))
        for a in document.actions
        if a.due is not None
    ]
    return tuple(found)


def _line(action: ActionMinutes, words: Words) -> str:
    due = words.day(action.due, "short") if action.due else words.gettext("no date")
    text = shorten_middle(one_line(action.text), _LINE)
    return f"{action.number} {text} ({_owner(action, words)}, {due})"


def _owner(action: ActionMinutes, words: Words) -> str:
    name = action.owner.name if action.owner else words.gettext("no owner")
    return shorten_middle(one_line(name), 30)


def _packed(head: str, lines: list[str]) -> tuple[str, ...]:
    pieces: list[str] = []
    for entry in lines:
        longer = f"{pieces[-1]}\n{entry}" if pieces else ""
        if pieces and len(longer.encode()) <= LARGEST:
            pieces[-1] = longer
        else:
            pieces.append(f"{head}\n{entry}")
    return tuple(pieces)


def _event(title: str, day: str) -> str:
    start, end = "BEGIN:VEVENT\r\nSUMMARY:", f"\r\nDTSTART;VALUE=DATE:{day}\r\nEND:VEVENT"
    room = LARGEST - len(start) - len(end)
    text = one_line(title)
    escaped = _escaped(text)
    while len(escaped.encode()) > room:
        text = f"{text[:-2]}…"
        escaped = _escaped(text)
    return f"{start}{escaped}{end}"


def _escaped(text: str) -> str:
    """A text as RFC 5545, 3.3.11 has it; a line break can't come out."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _fitting(text: str, size: int) -> str:
    while len(text.encode()) > size:
        text = f"{text[:-2]}…"
    return text
