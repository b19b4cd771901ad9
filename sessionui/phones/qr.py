"""QR codes as matrices of modules, and the text that joins a phone to a Wi-Fi network."""

from typing import Final, Literal

Matrix = tuple[tuple[bool, ...], ...]
"""Rows of modules, true for dark; square, without the quiet zone."""

Level = Literal["L", "M"]
_LEVELS: Final[dict[Level, int]] = {"L": 1, "M": 0}
"""The numbers of ISO/IEC 18004: L survives 7 % of damage, M 15 %."""

_SPECIAL: Final = str.maketrans({char: f"\\{char}" for char in '\\;,":'})


def matrix(text: str, level: Level = "M") -> Matrix:
    """The smallest QR code for ``text``. Raises ``ValueError`` for more than a code can hold."""
    from qrcode.exceptions import DataOverflowError
    from qrcode.main import QRCode  # a tenth of a second; only needed when a code is shown

    code = QRCode(error_correction=_LEVELS[level], border=0)
    code.add_data(text)
    try:
        code.make(fit=True)
    except (DataOverflowError, ValueError) as error:
        raise ValueError("too long for a QR code") from error
    return tuple(tuple(map(bool, row)) for row in code.get_matrix())


def matrices(text: str) -> tuple[Matrix, ...]:
    """The code at level M, then at L if that one is smaller."""
    middle, low = matrix(text, "M"), matrix(text, "L")
    return (middle, low) if len(low) < len(middle) else (middle,)


def wifi_text(name: str, password: str) -> str:
    """What a phone's camera reads as "join this network"; without a password an open one."""
    kind = "WPA" if password else "nopass"
    secret = f"P:{password.translate(_SPECIAL)};" if password else ""
    return f"WIFI:T:{kind};S:{name.translate(_SPECIAL)};{secret};"
