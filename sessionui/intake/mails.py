"""A mail saved as a file: its text and its attachments, however they were packed for the way."""

import email
import re
from email.errors import MessageError
from email.message import Message
from typing import Final

from sessionui.domain.wording import Refused
from sessionui.forms.answers import holds_answers
from sessionui.intake.decoding import decoded

_HEADER: Final = re.compile(rb"(?:From [^\n]*\n)?[A-Za-z][A-Za-z0-9-]*:[ \t]")
_TAG: Final = re.compile(r"<[^>]*>")


def answers_in_mail(data: bytes) -> tuple[str, ...]:
    """The texts in a mail that hold answers of forms; none when it isn't a mail, or has none.

    Where the same text is there as HTML too, only the plain one counts.
    """
    if not _HEADER.match(data):
        return ()
    try:
        parts = [p for p in email.message_from_bytes(data).walk() if not p.is_multipart()]
        texts = [(p.get_content_type() == "text/html", _text(p)) for p in parts]
    except (MessageError, ValueError, LookupError, RecursionError):
        return ()
    found = [(html, text) for html, text in texts if holds_answers(text)]
    plain = tuple(text for html, text in found if not html)
    return plain or tuple(_TAG.sub("\n", text) for _html, text in found)


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    try:
        return decoded(payload) if isinstance(payload, bytes) else ""
    except Refused:  # a picture, a signature
        return ""
