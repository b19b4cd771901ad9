"""Tokens and codes: who a phone speaks for, without a stored link between a person and a ballot.

A *token* is 128 random bits that only a phone (or a printed card) has; the session keeps a hash.
The *receipt code* of a ballot follows from the token one way, so the same card on another phone
finds the same ballot, while the file alone, with hashes of both, links nothing.

All of it is written in 31 letters and figures that nobody takes for another (no I, L, O, 0, 1),
in capitals: a QR code packs those in 5.5 bits each, which keeps it small, and they can be typed.
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable

from sessionui.domain.session import Phones

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
ROOM_LENGTH = 6
RECEIPT_LENGTH = 8
TOKEN_LENGTH = 26
"""Characters of a token: 31 to the power 26 is more than 2 to the power 128."""


def new_token(random_bits: Callable[[int], int] = secrets.randbits) -> str:
    """A new token: 128 bits from ``random_bits`` as 26 characters of ``ALPHABET``."""
    return _written(random_bits(128), TOKEN_LENGTH)


def new_secret() -> str:
    """A new secret for ``OpenToPhones``: 32 hex digits."""
    return secrets.token_hex(16)


def normal(typed: str) -> str:
    """What somebody typed as a code: capitals, without spaces and hyphens; ``""`` if it is none.

    Anything else than letters and figures of ``ALPHABET`` makes it none.
    """
    text = "".join(c for c in typed.upper() if c not in " -\u2010\u2011\u2013\u00a0")
    return text if set(text) <= set(ALPHABET) else ""


def key_hash(token: str) -> str:
    """What is stored of a personal token that the facilitator gave out (``IssueKey``)."""
    return _hash("card", token)


def picked_hash(token: str) -> str:
    """What is stored of a token that a phone got for the name it picked.

    Another hash than that of a card, so that a phone can't pass one off as the other: a picked
    name gives no right to answers which that person gave elsewhere.
    """
    return _hash("picked", token)


def receipt_code(token: str, session_id: str) -> str:
    """The receipt code of the ballot that belongs to ``token`` in that session: 8 characters."""
    return _derived(token.encode(), f"receipt:{session_id}", RECEIPT_LENGTH)


def room_code(phones: Phones) -> str:
    """The code of the room: 6 characters, the same after a restart; ``""`` before opening."""
    if not phones.secret:
        return ""
    return _derived(bytes.fromhex(phones.secret), f"room:{phones.issue}", ROOM_LENGTH)


def seal(secret: str, *parts: str) -> str:
    """A keyed checksum over ``parts`` (none may hold a newline): 32 hex digits."""
    text = "\n".join(parts).encode()
    return hmac.new(bytes.fromhex(secret), text, hashlib.sha256).hexdigest()[:32]


def same(one: str, two: str) -> bool:
    """Whether two texts are equal, in a time that doesn't tell where they differ."""
    return hmac.compare_digest(one.encode(), two.encode())


def _hash(purpose: str, token: str) -> str:
    return hashlib.sha256(f"sessionui:{purpose}:{token}".encode()).hexdigest()


def _derived(key: bytes, purpose: str, length: int) -> str:
    digest = hmac.new(key, purpose.encode(), hashlib.sha256).digest()
    return _written(int.from_bytes(digest, "big"), length)


def _written(number: int, length: int) -> str:
    """The lowest digits of ``number`` in base 31."""
    digits = []
    for _ in range(length):
        number, digit = divmod(number, len(ALPHABET))
        digits.append(ALPHABET[digit])
    return "".join(digits)
