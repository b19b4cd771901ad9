"""What a form is known by: an id, a key of its own, and the receipt of its ballot.

Everything is derived from the secret of the session (``session.phones.secret``), so no list of
forms is stored, and nothing that is stored links a form to a person or to a ballot. The id proves
itself: half of it is a checksum that only the secret can make. So an answer with an unknown id is
forged, and one with a known id and a wrong checksum was changed on its way.
"""

import hmac
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

from sessionui.domain.sides import SideKey

RANDOM_BYTES: Final = 16
"""Random bytes of a form's id, and of one copy of a form that a whole side uses."""

_TAG: Final = 32
_CODE: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Letters and digits that nobody mixes up."""


@dataclass(frozen=True)
class Form:
    """One form. ``rater_id`` is ``""`` by side; ``shared``: every rater of the side uses it.

    ``id``: 64 hex digits; ``key``: 64 hex digits, in the form and nowhere else; ``origin``: 16 hex
    digits that tell which file made it.
    """

    id: str
    side: SideKey
    rater_id: str
    shared: bool
    origin: str
    key: str = field(repr=False)


@dataclass(frozen=True)
class Maker:
    """Makes and recognises the forms of one session. ``secret``: 32 hex digits."""

    secret: str = field(repr=False)
    session_id: str

    @property
    def origin(self) -> str:
        """Which file the forms come from: 16 hex digits that give nothing of the secret away."""
        return self._derived("origin")[:16]

    def form(self, number: str, side: SideKey, rater_id: str = "", *, shared: bool = False) -> Form:
        """The form with that random number (32 hex digits)."""
        known = number + self._tag(number, side, rater_id, shared=shared)
        return Form(known, side, rater_id, shared, self.origin, self._derived("key", known))

    def found(self, form_id: str, side: SideKey, rater_id: str, *, shared: bool) -> Form | None:
        """The form with that id; ``None`` when this session never made it like this."""
        number = form_id[: RANDOM_BYTES * 2]
        form = self.form(number, side, rater_id, shared=shared)
        return form if hmac.compare_digest(form.id.encode(), form_id.encode()) else None

    def mark_of(self, check: str) -> str:
        """What an answer file with that checksum is recognised by: 32 hex digits."""
        return self._derived("taken", check)[:32]

    def _tag(self, number: str, side: SideKey, rater_id: str, *, shared: bool) -> str:
        return self._derived("form", number, side, rater_id, "shared" if shared else "")[:_TAG]

    def _derived(self, *parts: str) -> str:
        text = "\0".join(("sessionui", "mail", self.session_id, *parts))
        return hmac.new(self.secret.encode(), text.encode(), sha256).hexdigest()


def checksum(key: str, sealed: str) -> str:
    """The keyed checksum of an answer file's content, 64 hex digits."""
    return hmac.new(key.encode(), f"answers\0{sealed}".encode(), sha256).hexdigest()


def receipt_code(key: str, copy: str) -> str:
    """The eight letters that find the ballot of a form again. ``copy``: see ``Form.shared``."""
    digest = hmac.new(key.encode(), f"receipt\0{copy}".encode(), sha256).digest()
    number = int.from_bytes(digest[:8])
    letters = []
    for _place in range(8):
        number, place = divmod(number, len(_CODE))
        letters.append(_CODE[place])
    return "".join(letters)
