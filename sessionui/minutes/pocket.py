"""The action list in pieces that QR codes can hold, to take home without a network."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from sessionui.domain.minutes.document import ActionMinutes, MinutesDocument
from sessionui.locale import Language, translator
from sessionui.minutes.words import Words
from sessionui.text import one_line, shorten_middle

Size = Literal["large", "small"]

BYTES: Final[dict[Size, int]] = {"large": 230, "small": 106}
"""Bytes of a piece by the window: what a code of versions 9 and 5 at level L holds (ISO 18004).

With its quiet zone the first is 29 rows high, the second 21, which a window of 80 by 24 has.
"""

SHORTENED: Final = "…"
"""Stands where something was left out."""

_LINE: Final = 120


@dataclass(frozen=True)
class Piece:
    """A text for one code, and which entries are in it, in short."""

    text: str
    about: str
    whole: bool
    """Whether no entry had to be shortened."""


def text_pieces(
    document: MinutesDocument, lang: Language, size: Size = "large"
) -> tuple[Piece, ...]:
    """The list as plain text, as many lines in a piece as it holds; none without actions."""
    room = BYTES[size]
    words = Words(document, lang)
    width = 20 if size == "large" else 10
    head = one_line(
        f"{shorten_middle(document.name_a, width)} × {shorten_middle(document.name_b, width)}"
    )
    head = _fitting(head, room // 3)
    left = room - len(head.encode()) - 1
    lines = [(str(a.number), _line(a, words, left, room // 4)) for a in document.actions]
    if document.next_session and lines:
        day = words.day(document.next_session)
        said = words.gettext("Next session: {day}").format(day=day)
        lines.append((words.gettext("next session"), _fitting(said, left)))
    return _packed(head, lines, room)


def calendar_pieces(
    document: MinutesDocument, lang: Language, size: Size = "large"
) -> tuple[Piece, ...]:
    """The next session, then every action with a date, each as one calendar entry (RFC 5545).

    Only what a phone's camera app takes: an event of a whole day with a title.
    """
    gettext = translator(lang).gettext
    found = []
    if document.next_session is not None:
        pair = f"{shorten_middle(document.name_a, 30)} × {shorten_middle(document.name_b, 30)}"
        title = gettext("Next session: {pair}").format(pair=pair)
        found.append(_event((title, ""), document.next_session, size))
    words = Words(document, lang)
    found += [
        _event((f"{a.number}. {one_line(a.text)}", f" ({_owner(a, words)})"), a.due, size)
        for a in document.actions
        if a.due is not None
    ]
    return tuple(found)


def _line(action: ActionMinutes, words: Words, room: int, for_owner: int) -> str:
    """What, who and when in ``room`` bytes: what is shortened is a text, never the date."""
    due = words.day(action.due, "short") if action.due else words.gettext("no date")
    end = f" ({_fitting(_owner(action, words), for_owner)}, {due})"
    text = f"{action.number} {shorten_middle(one_line(action.text), _LINE)}"
    return _fitting(text, room - len(end.encode())) + end


def _owner(action: ActionMinutes, words: Words) -> str:
    name = action.owner.name if action.owner else words.gettext("no owner")
    return shorten_middle(one_line(name), 30)


def _packed(head: str, lines: list[tuple[str, str]], room: int) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for name, entry in lines:
        whole = SHORTENED not in entry
        longer = f"{pieces[-1].text}\n{entry}" if pieces else ""
        if pieces and len(longer.encode()) <= room:
            before = pieces[-1]
            pieces[-1] = Piece(longer, f"{before.about}, {name}", before.whole and whole)
        else:
            pieces.append(Piece(f"{head}\n{entry}", name, whole))
    return tuple(pieces)


def _event(title: tuple[str, str], day: date, size: Size) -> Piece:
    """An event with a title in two parts, of which the first is shortened where it must be."""
    start = "BEGIN:VEVENT\r\nSUMMARY:"
    end = f"\r\nDTSTART;VALUE=DATE:{day:%Y%m%d}\r\nEND:VEVENT"
    room = BYTES[size] - len(start) - len(end)
    last = _escaped(_fitting(title[1], room // 3))
    room -= len(last.encode())
    whole = text = one_line(title[0])
    while len(_escaped(text).encode()) > room:
        text = f"{text[:-2]}…"
    shown = f"{_escaped(text)}{last}"
    return Piece(f"{start}{shown}{end}", whole, SHORTENED not in shown)


def _escaped(text: str) -> str:
    """A text as RFC 5545, 3.3.11 has it; a line break can't come out."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _fitting(text: str, size: int) -> str:
    """``text``, shortened at its end to at most ``size`` bytes."""
    while len(text.encode()) > size:
        text = f"{text[:-2]}…"
    return text
