"""What a form gives back: a small file, or the same as a block of text in a mail.

The content is base64, so that a preview of the mail shows nobody a mark; it isn't encrypted. The
checksum is over that very text, so nothing has to be written the same way twice. Reading looks at
shapes and sizes only; whether an answer counts is told by ``judge``.
"""

import json
import re
from base64 import b64decode
from binascii import Error as NotBase64
from hashlib import sha256
from typing import Annotated, Any, Final, Literal

from pydantic import Field, ValidationError

from sessionui.domain.questionnaire import Questionnaire
from sessionui.domain.record import Record
from sessionui.domain.scoring import Answer, Mark, Rules
from sessionui.domain.sides import SideKey
from sessionui.text import DEFAULT_LIMIT, clean

FORMAT: Final = "sessionui-answers"
VERSION: Final = 1
MAX_CHARACTERS: Final = 1_000_000
BEGIN: Final = "-----BEGIN SESSIONUI ANSWERS-----"
END: Final = "-----END SESSIONUI ANSWERS-----"

_BLOCK: Final = re.compile(f"{BEGIN}(.*?){END}", re.DOTALL)
_MARKED: Final = re.compile(r"\b(?:BEGIN|END)\s+SESSIONUI\s+ANSWERS\b", re.IGNORECASE)
_OBJECT: Final = re.compile(r'[\ufeff\s]*\{\s*["}]')
_ID: Final = r"^[0-9a-f]{64}$"


class NotAnswers(Exception):  # noqa: N818 - an answer about a file
    """This isn't what a form gives back. ``newer``: it is, but of a newer version."""

    def __init__(self, *, newer: bool = False) -> None:
        super().__init__("not an answer file")
        self.newer = newer


class Envelope(Record):
    """The file: base64 ``answers`` and their keyed checksum."""

    format: Literal["sessionui-answers"]
    version: Literal[1]
    answers: str = Field(max_length=MAX_CHARACTERS, repr=False)
    check: str = Field(pattern=_ID, repr=False)


Given = tuple[
    str,
    Annotated[bool, Field(strict=True)],
    Annotated[Mark, Field(strict=True)] | None,
    Annotated[str, Field(max_length=DEFAULT_LIMIT)],
]


class Content(Record):
    """What is in the envelope. ``copy_``: which copy of a form that a whole side uses, or ``""``.

    ``items``: indicators and how they were worded (see ``wordings``). ``given``: indicator,
    whether about the own side, mark (``None`` is not applicable), reason. ``saved``: milliseconds
    since 1970 by the rater's clock, to tell the newer of two; 0 where the form doesn't say. It is
    never stored.
    """

    session: str
    date: str = ""
    origin: str
    form: str = Field(pattern=_ID)
    side: SideKey
    rater: str = ""
    shared: bool = False
    copy_: str = Field(alias="copy", pattern=r"^([0-9a-f]{32})?$")
    items: tuple[tuple[str, str], ...] = Field(max_length=100)
    rules: Rules
    saved: int = Field(default=0, ge=0)
    given: tuple[Given, ...] = Field(alias="answers", max_length=200, repr=False)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The answers as the domain knows them; what was written is cleaned, as from any way in."""
        return tuple(
            Answer(indicator_id=i, own=own, mark=mark, reason=clean(why).strip())
            for i, own, mark, why in self.given
        )


def wordings(questionnaire: Questionnaire) -> tuple[tuple[str, str], ...]:
    """Each indicator with a digest of its wording (16 hex digits), the same while nothing changes.

    A number of a revision isn't enough: until the first ballot a wording is improved in place.
    """
    return tuple(
        (q.indicator_id, sha256(q.model_dump_json().encode()).hexdigest()[:16])
        for q in questionnaire.questions
    )


def blocks_in(text: str) -> tuple[str, ...]:
    """The answer files in the text of one or more mails, however it was quoted or wrapped.

    A block that can't be read comes back as it stands, so that it is told and not passed over.
    """
    found = []
    for block in _BLOCK.findall(text):
        written = re.sub(r"[^A-Za-z0-9+/=]", "", block)
        try:
            found.append(b64decode(written, validate=True).decode())
        except (NotBase64, ValueError):
            found.append(block)
    return tuple(found)


def is_answers(text: str) -> bool:
    """Whether this looks like an answer file or a mail with one, not like a table."""
    return bool(_MARKED.search(text) or _OBJECT.match(text))


def holds_answers(text: str) -> bool:
    """Whether somewhere in this stands what a form gives back, be it damaged."""
    return FORMAT in text or bool(_MARKED.search(text))


def envelope_in(text: str) -> Envelope:
    """The envelope in the text of a file. Raises ``NotAnswers``."""
    data = _json(text.lstrip("\ufeff"))
    if isinstance(data, dict) and data.get("format") == FORMAT and data.get("version") != VERSION:
        raise NotAnswers(newer=True)
    try:
        return Envelope.model_validate(data)
    except ValidationError:
        pass
    # Outside the handler: no traceback shall lead to the answers.
    raise NotAnswers


def content_of(envelope: Envelope) -> Content:
    """What is in the envelope, before anything of it is believed. Raises ``NotAnswers``."""
    try:
        data = _json(b64decode(envelope.answers, validate=True).decode())
        return Content.model_validate_json(json.dumps(data))
    except (NotBase64, ValueError):
        pass
    raise NotAnswers


def _json(text: str) -> Any:
    if len(text) > MAX_CHARACTERS:
        raise NotAnswers
    try:
        return json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        pass
    raise NotAnswers


def _no_number(_name: str) -> Any:
    raise ValueError("no number")
