"""Forms filled in without a browser, as the page itself does it."""

import json
import re
from base64 import b64encode
from collections.abc import Sequence
from html import unescape
from typing import Any

from sessionui.domain.intents.phones import OpenToPhones
from sessionui.domain.work import Work
from sessionui.forms.answers import BEGIN, END
from sessionui.forms.handing_out import forms_of
from sessionui.forms.keys import checksum
from sessionui.locale import Language
from tests.domain.making import do

SECRET = "0123456789abcdef" * 2
COPY = "c" * 32

Filled = Sequence[tuple[str, bool, float | None, str]]


def opened(work: Work, secret: str = SECRET) -> Work:
    """The session with a secret to make forms with."""
    return do(work, OpenToPhones(secret))


def pages(work: Work, lang: Language = "en", *, numbered: bool = False) -> dict[str, str]:
    """The forms of a session: pages by the name of their file."""
    return {f.name: f.content.decode() for f in forms_of(work, lang, numbered=numbered)}


def data_in(page: str) -> dict[str, Any]:
    """What the page tells its script."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    data = json.loads(unescape(found[1]))
    assert isinstance(data, dict)
    return data


def content(page: str, filled: Filled, copy: str | None = None, **changes: Any) -> dict[str, Any]:
    """What the page puts into its envelope."""
    data = data_in(page)
    names = ("session", "date", "origin", "form", "side", "rater", "shared", "items", "rules")
    made = {name: data[name] for name in names}
    made["copy"] = (COPY if data["shared"] else "") if copy is None else copy
    made["answers"] = [list(answer) for answer in filled]
    return {**made, **changes}


def enveloped(made: dict[str, Any], key: str) -> str:
    """The answer file with that content, sealed with that key."""
    sealed = b64encode(json.dumps(made).encode()).decode()
    return json.dumps(
        {
            "format": "sessionui-answers",
            "version": 1,
            "answers": sealed,
            "check": checksum(key, sealed),
        }
    )


def answer_file(page: str, filled: Filled, copy: str | None = None, **changes: Any) -> str:
    """The answer file that the page gives back."""
    return enveloped(content(page, filled, copy, **changes), data_in(page)["key"])


def as_mail(file: str) -> str:
    """The same as a block of text."""
    written = b64encode(file.encode()).decode()
    lines = [written[n : n + 64] for n in range(0, len(written), 64)]
    return "\n".join([BEGIN, *lines, END, ""])
