"""What a text says of actions by their number: that they end, or that they go on.

Only plain sentences count, in Dutch and English: the number beside words that leave no doubt. What
depends on something ("als", "unless"), is asked, or only moves to another day, doesn't count.
"""

import re
from collections.abc import Iterator
from typing import Final

_MENTION: Final = re.compile(
    r"\b(?:acties?|actiepunt(?:en)?|action(?: point| item)?s?)\s+"
    r"(?:(?:nr|nummer|no|number)\b\.?\s*)?"
    r"#?(?P<numbers>\d{1,6}(?:\s*(?:,|\ben\b|\band\b|&)\s*(?:(?:actie|action)\s+)?#?\d{1,6})*)"
    r"\b(?![.,:/-]\d)",
    re.IGNORECASE,
)
_A: Final = "\x01\\d+\x02"
"""A mention in a text, by its place among the mentions."""

_SENTENCES: Final = re.compile(r"[.;!\n]+\s*|(?<=\?)\s*")
_CLAUSES: Final = re.compile(
    r"[,:()]|\s[-\u2013\u2014]\s|\b(?:en|and|maar|but|terwijl|while|want|because|omdat|zodat)\b",
    re.IGNORECASE,
)
_DEPENDS: Final = re.compile(
    r"\?|\b(?:als|indien|wanneer|tenzij|zodra|mits|tot|totdat|pas|voorlopig|eventueel|misschien"
    r"|if|unless|when|once|until|till|maybe|perhaps|whether)\b",
    re.IGNORECASE,
)
_NO: Final = r"(?:niet|nooit|geen|not|never|no)"
_AFTER: Final = rf"(?!\w)(?!\s+(?:\w+\s+)?(?:{_NO}|op|in|bij|on|at|before|voor|vóór)\b)"
"""What follows doesn't deny it, nor name a day."""

_PARTS: Final = {
    "A": _A,
    "NOW": r"(?:\s+(?:dus|daarmee|hiermee|daarom|nu|ook|allebei|beide|alle))*",
    "HEREBY": r"(?:\s+(?:now|hereby|therefore|thus|both|all|also))*",
    "OF": rf"(?:\s+(?:van|over|uit|from|of|about)(?:\s+(?!{_NO}\b)\w+){{1,4}}?)?",
    "WORDS": rf"(?:\s+(?!{_NO}\b)\w+){{0,2}}?",
    "WE": r"(?:we|wij)",
    "GESCHRAPT": (
        r"(?:geschrapt|ingetrokken|teruggetrokken|teruggenomen|geannuleerd|afgeblazen|stopgezet"
        r"|van\s+de\s+baan)"
    ),
    "DROPPED": (r"(?:dropped|cancell?ed|withdrawn|scrapped|abandoned|called\s+off|taken\s+back)"),
    "DENY": r"(?:does\s+not|doesn't|do\s+not|don't|will\s+not|won't)",
}
_ENDS: Final = (
    r"<A><OF><NOW>\s+vervalt",
    r"<A><NOW>\s+vervallen",
    r"<A><OF>\s+(?:komt|komen)<WORDS>\s+te\s+vervallen",
    r"<A><OF>\s+(?:gaat|gaan)(?:\s+\w+)?\s+niet(?:\s+(?:meer|langer))?\s+door",
    r"<A><OF>\s+(?:wordt|worden|is|zijn)<WORDS>\s+<GESCHRAPT>",
    r"<A><OF>\s+(?:is|zijn)(?:\s+\w+)?\s+niet(?:\s+(?:meer|langer))?\s+nodig",
    r"<A><OF>\s+(?:wordt|worden)\s+niet(?:\s+meer)?\s+uitgevoerd",
    r"<A>\s+(?:doen|voeren)\s+<WE>\s+niet",
    r"<A>\s+(?:schrappen|annuleren)\s+<WE>",
    r"\b<WE>\s+(?:schrappen|annuleren)\s+<A>",
    r"\b<WE>\s+laten\s+<A>\s+vervallen",
    r"\b<WE>\s+trekken\s+<A>\s+in",
    r"\b<WE>\s+(?:doen|voeren)\s+<A>\s+niet",
    r"\b<WE>\s+stoppen\s+met\s+<A>",
    r"<A><OF>\s+(?:(?:will|has|have)\s+)?(?:is|are|be|been)<HEREBY>\s+<DROPPED>",
    r"<A><OF>\s+(?:is|are)\s+(?:no\s+longer|not)\s+needed",
    r"<A><OF>\s+<DENY>\s+(?:go\s+ahead|be\s+(?:done|carried\s+out))",
    r"\bwe\s+(?:will\s+)?(?:drop|cancel|withdraw|scrap|abandon)\s+<A>",
    r"\bwe\s+<DENY>\s+do\s+<A>",
)
_GOES_ON: Final = (
    rf"<A><OF>\s+(?:gaat|gaan)(?:\s+(?!{_NO}\b)\w+)?\s+door",
    r"<A><OF>\s+(?:blijft|blijven)(?:\s+gewoon)?\s+(?:staan|open|doorlopen)",
    r"<A><OF>\s+(?:goes|go)\s+(?:ahead|on)",
    r"<A><OF>\s+(?:stays?|remains?)\s+open",
)


def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    said = "|".join(patterns)
    for name, part in _PARTS.items():
        said = said.replace(f"<{name}>", part)
    return re.compile(f"(?:{said}){_AFTER}", re.IGNORECASE)


_ENDING: Final = _compiled(_ENDS)
_GOING_ON: Final = _compiled(_GOES_ON)
_ANOTHER: Final = re.compile(rf"\b{_NO}\s+{_A}", re.IGNORECASE)


def ended_in(text: str) -> frozenset[int]:
    """The numbers of the actions of which a text says that they end."""
    return frozenset(_said(text, _ENDING))


def going_on_in(text: str) -> frozenset[int]:
    """The numbers of the actions of which a text says that they go on."""
    return frozenset(_said(text, _GOING_ON))


def _said(text: str, what: re.Pattern[str]) -> Iterator[int]:
    mentions: list[str] = []

    def place(found: re.Match[str]) -> str:
        mentions.append(found["numbers"])
        return f"\x01{len(mentions) - 1}\x02"

    marked = _MENTION.sub(place, re.sub(r"[\x01\x02]", "", text).replace("\u2019", "'"))
    for sentence in _SENTENCES.split(marked):
        if not sentence or _DEPENDS.search(sentence):
            continue
        for clause in _CLAUSES.split(sentence):
            if _ANOTHER.search(clause):
                continue
            for found in what.finditer(clause):
                for at in re.findall("\x01(\\d+)\x02", found[0]):
                    yield from map(int, re.findall(r"\d+", mentions[int(at)]))
