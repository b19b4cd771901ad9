"""Names for files that every file system takes."""

import unicodedata

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.sides import SideKey
from sessionui.locale import Language
from sessionui.minutes.choices import USUAL, Choices
from sessionui.minutes.words import Words

MAX_CHARACTERS = 120
TEXTS = ("pdf", "docx", "html", "md")
"""Forms that can hold the agreements alone."""

LONGEST = "csv.zip"
"""The longest ending of a form; names are shortened for it, so that all forms begin alike."""

MAX_BYTES = 240
"""File names on Linux have room for 255 bytes, and a letter may take four."""


def name_for(
    document: MinutesDocument, extension: str, lang: Language, choices: Choices = USUAL
) -> str:
    """Return ``A-B_kind_date.ext`` with what marks drafts and such, at most 120 characters.

    Only letters, digits, hyphens and underscores. A name such as CON can't come out, because the
    date always follows.
    """
    words = Words(document, lang)
    marks = [words.gettext("draft")] * document.draft
    marks += [f"v{document.edition}"] * (document.edition > 1)
    marks += [words.gettext("example")] * document.example
    marks += [words.gettext("altered")] * document.altered
    actions = [words.gettext("actions")] * (choices.scope == "agreements")
    after = []
    if choices.copy_for:
        after.append(_cut(_safe(document.name_of(choices.copy_for)), 16, 32))
    after += [words.gettext("rehearsal")] * document.rehearsal
    start = [_cut(_safe(words.kind), 30, 40), document.date.isoformat()]

    def rest(actions: list[str], ending: str) -> str:
        return f"_{'_'.join([*start, *map(_safe, [*marks, *actions, *after])])}.{ending}"

    widest = rest(actions, LONGEST)
    both = _both(document, MAX_CHARACTERS - len(widest), MAX_BYTES - len(widest.encode()))
    ours = rest(actions if extension in TEXTS else [], extension)
    return (both or _safe(words.gettext("minutes"))) + ours


def calendar_name(document: MinutesDocument, lang: Language, copy_for: SideKey | None) -> str:
    """``A-B_actions_date.ics`` of how the actions stand between two sessions (``between``)."""
    words = Words(document, lang)
    day = document.confirmed_at.date() if document.confirmed_at else document.date
    parts = [_safe(words.gettext("actions")), day.isoformat()]
    parts += [_safe(words.gettext("example"))] * document.example
    if copy_for:
        parts.append(_cut(_safe(document.name_of(copy_for)), 16, 32))
    rest = f"_{'_'.join(parts)}.ics"
    return _both(document, MAX_CHARACTERS - len(rest), MAX_BYTES - len(rest.encode())) + rest


def _both(document: MinutesDocument, characters: int, size: int) -> str:
    """Both organisations; a short name leaves more room to the other."""
    one, two = _safe(document.name_a), _safe(document.name_b)
    room = characters - 1
    half = room // 2
    rooms = (max(half, room - len(two)), max(half, room - len(one)))
    names = (_cut(n, width, size // 2) for n, width in zip((one, two), rooms, strict=True))
    return "-".join(filter(None, names))


def _safe(text: str) -> str:
    """Letters and digits of any script; anything else becomes a single hyphen."""
    letters = (c if c.isalnum() else " " for c in unicodedata.normalize("NFC", text))
    return "-".join("".join(letters).split())


def _cut(text: str, characters: int, size: int) -> str:
    return text[:characters].encode()[:size].decode(errors="ignore").strip("-")
