"""The one way in for text from people, and the measure of it in terminal cells.

Keys, paste, files and anything else that a person wrote pass `clean()` once, on their way in.
What comes out is safe to store, to print on a terminal and to put in a document. It is *not*
markup: widgets still have to be told so.
"""

import re
import unicodedata

DEFAULT_LIMIT = 10_000
"""Characters that `clean()` keeps unless told otherwise: some three pages."""

MAX_STACKED_MARKS = 4
"""Combining marks kept on one character; real languages need fewer."""

ELLIPSIS = "…"

_ZWJ = "\u200d"
_VS16 = "\ufe0f"
_KEYCAP = "\u20e3"

# Characters that can be drawn as emoji, as ranges: wide enough to hold them all, and nothing in
# them is a letter, so a joiner kept between two of them can't hide inside a word.
_EMOJI = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u2328\u232b-\u23ff\u24c2"
    "\u25a0-\u27bf\u2934\u2935\u2b00-\u2bff\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001faff"
)

# String sequences (OSC, DCS, SOS, PM, APC) go with their content when they are closed. Of an
# unclosed one only the introducer goes: a stray escape must not swallow the rest of the text.
_ESCAPES = re.compile(
    r"(?:\x1b[\]PX^_]|[\x90\x98\x9d\x9e\x9f])[^\x07\x1b\x80-\x9f]*(?:\x07|\x1b\\|\x9c)"
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|\x1b[ -/]*[0-~]?"
)
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_STRAY_VS16 = re.compile(f"(?<![{_EMOJI}]){_VS16}(?!{_KEYCAP})|(?<![{_EMOJI}0-9#*]){_VS16}")
_STRAY_ZWJ = re.compile(f"(?<![{_EMOJI}{_VS16}]){_ZWJ}|{_ZWJ}(?![{_EMOJI}])")
_SPACES = re.compile(r"\s+")

# Letters and marks by category that nevertheless show nothing.
_INVISIBLE = frozenset(
    {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0}
    | set(range(0x180B, 0x1810))
    | set(range(0xFE00, 0xFE10))
    | set(range(0xE0000, 0xE1000))
) - {ord(_VS16)}


class _Characters(dict[int, str]):
    """A table for `str.translate`, filled as characters are met: what becomes of each one."""

    def __missing__(self, code: int) -> str:
        self[code] = result = _translate(code)
        return result


def _translate(code: int) -> str:
    char = chr(code)
    if char in ("\n", _ZWJ, _VS16):
        return char
    if char == "\t":
        return " "
    category = unicodedata.category(char)
    if category == "Zs":
        return " "
    noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    if category in ("Cc", "Cf", "Cs") or noncharacter or code in _INVISIBLE:
        return ""
    return char


_CHARACTERS = _Characters()


def clean(text: str, *, limit: int = DEFAULT_LIMIT, multiline: bool = True) -> str:
    """Make text from a person safe to store, show and print.

    Removed: escape sequences as a whole, control characters, lone surrogates, noncharacters,
    characters that change direction and characters that show nothing (soft hyphen, zero-width
    space, byte order mark, tags), and combining marks beyond four on one character. Emoji keep
    their joiners. Every kind of line end becomes a newline, every kind of space a plain space,
    and the result is in Unicode form NFC. Spaces at the ends stay, so that a field can be cleaned
    while somebody types in it.

    Args:
        text: anything.
        limit: the most characters kept; an accent or a joined emoji is never cut in half.
        multiline: whether newlines stay; otherwise each becomes a space.

    Returns:
        The cleaned text; cleaning it again with the same arguments changes nothing.
    """
    if not (text.isascii() and text.isprintable()):
        text = _clean_characters(text)
    if not multiline:
        text = text.replace("\n", " ")
    return _cut(text, limit)


def one_line(text: str, *, limit: int = DEFAULT_LIMIT) -> str:
    """Clean text for a name or a title: one line, single spaces, none at the ends."""
    return _SPACES.sub(" ", clean(text, limit=limit, multiline=False)).strip()


def cell_width(text: str) -> int:
    """Terminal cells that one line of cleaned text takes, by the measure that Textual uses."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # loaded when first needed: most text is ASCII

    return cell_len(text)


def shorten_middle(text: str, width: int) -> str:
    """Fit one line of cleaned text into `width` cells, an ellipsis standing for its middle.

    Beginning and end both stay readable, because names often differ only at their end. Emoji,
    accents and wide characters are never cut in half, so the result can be narrower than asked.
    """
    if width <= 0:
        return ""
    if cell_width(text) <= width:
        return text
    from rich.cells import split_graphemes  # loaded when first needed, see cell_width

    spans, _ = split_graphemes(text)
    tail_room = (width - 1) // 2
    head_room = width - 1 - tail_room
    head_end = 0
    for _, end, cells in spans:
        if cells > head_room:
            break
        head_end, head_room = end, head_room - cells
    tail_start = len(text)
    for start, _, cells in reversed(spans):
        if cells > tail_room:
            break
        tail_start, tail_room = start, tail_room - cells
    return text[:head_end].rstrip() + ELLIPSIS + text[tail_start:].lstrip()


def _clean_characters(text: str) -> str:
    text = _LINE_ENDS.sub("\n", _ESCAPES.sub("", text))
    # Composed before as well as after: what is dropped, and what joins, is judged on final
    # characters, and dropping one may bring a letter and its accent together.
    text = unicodedata.normalize("NFC", text).translate(_CHARACTERS)
    text = _STRAY_ZWJ.sub("", _STRAY_VS16.sub("", text))
    return _limit_marks(unicodedata.normalize("NFC", text))


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me")


def _limit_marks(text: str) -> str:
    kept: list[str] = []
    run = 0
    for char in text:
        run = run + 1 if char > "\u02ff" and _is_mark(char) else 0
        if run <= MAX_STACKED_MARKS:
            kept.append(char)
    return "".join(kept)


def _cut(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    # A joined emoji has at most a dozen parts; a longer chain is nonsense and may be cut anywhere.
    ends = range(limit, max(-1, limit - 16), -1)
    end = next((end for end in ends if not _continues(text, end)), limit)
    return text[:end].removesuffix(_ZWJ)


def _continues(text: str, index: int) -> bool:
    """Whether the character at index belongs to the one before it."""
    if index == 0:
        return False
    char = text[index]
    skin_tone = "\U0001f3fb" <= char <= "\U0001f3ff"
    return char == _ZWJ or text[index - 1] == _ZWJ or skin_tone or _is_mark(char)
