"""What is said over a connection: who are you, who am I, then one state after the other.

Both sides prove that they have the key without sending it: each gets a number used once from the
other and answers with a checksum (HMAC, SHA-256) over both numbers and its own role, so that no
answer can be sent back as one's own. Nothing of a session is said before both have proved it.

    application → window   greeting, its number
    window → application   its number, checksum as window
    application → window   checksum as application
    application → window   length (4 bytes, big end first), state in UTF-8; again and again
"""

import hmac
import secrets
import struct

GREETING = b"sessionui wall 1\n"
NONCE = 32
PROOF = 32
HEADER = struct.Struct(">I")
LARGEST = 4 * 1024 * 1024
"""Bytes of a state at most."""

PATIENCE = 2.0
"""Seconds that either side has to prove itself."""

WINDOW, APPLICATION = b"window", b"application"


class Stranger(Exception):  # noqa: N818 - named by who it was
    """The other side is not who it should be, or says what nobody says here."""


def nonce() -> bytes:
    """A number used once."""
    return secrets.token_bytes(NONCE)


def proof(key: bytes, role: bytes, of_application: bytes, of_window: bytes) -> bytes:
    """The checksum by which ``role`` proves that it has the key."""
    return hmac.digest(key, role + b"\0" + of_application + of_window, "sha256")


def check(given: bytes, expected: bytes) -> None:
    """Raise ``Stranger`` unless they are the same."""
    if not hmac.compare_digest(given, expected):
        raise Stranger


def packed(state: bytes) -> bytes:
    """A state with its length before it."""
    return HEADER.pack(len(state)) + state


def length(header: bytes) -> int:
    """The length of the state that follows. Raises ``Stranger`` when it is more than allowed."""
    (size,) = HEADER.unpack(header)
    if size > LARGEST:
        raise Stranger
    return int(size)
