"""From the bytes of a file to text: which encoding, and whether it is text at all."""

import codecs

from sessionui.domain.wording import N_, Refused

MAX_BYTES = 1_000_000
"""Twenty raters with twelve indicators and a page of reasons each stay far below this."""


def decoded(data: bytes) -> str:
    """The text of a file in UTF-8, with or without a mark, UTF-16 with one, or Windows-1252.

    Raises ``Refused`` with what to do when it is too large, empty, or not such a text.
    """
    if len(data) > MAX_BYTES:
        raise Refused(
            N_("This file is too large for answers: at most {limit} kB."),
            limit=MAX_BYTES // 1000,
        )
    text = _text(data)
    if "\0" in text:
        raise _unreadable()
    if not text.strip():
        raise Refused(N_("This file is empty."))
    return text


def _text(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    elif data.startswith(codecs.BOM_UTF8):
        encodings = ["utf-8-sig"]
    else:
        encodings = ["utf-8", "cp1252"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _unreadable()


def _unreadable() -> Refused:
    return Refused(N_("This is not a text file that can be read. Save it as CSV in UTF-8."))
