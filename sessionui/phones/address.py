"""Where the server listens, and the addresses that people scan or type.

Addresses for QR codes are in capitals throughout (host and scheme don't mind, and the server reads
its entry paths either way): a QR code then packs them in 5.5 bits a character instead of 8. With
``HTTP://192.168.100.100:8765/P/`` and a token that makes 56 characters, and 61 fit into version 3
(29 modules) at level M, which still fits a terminal of 80×24. In small letters 42 would.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Address:
    """An address of this machine and the port that the server listens on."""

    host: str
    port: int

    @property
    def authority(self) -> str:
        """Host and port as they stand in an address and in the ``Host`` header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == 80 else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """The origin that a page of this server has."""
        return f"http://{self.authority}"

    @property
    def typed(self) -> str:
        """What somebody types: host and port, nothing else."""
        return self.authority


def room_url(address: Address, code: str = "") -> str:
    """The address for the room's QR code; with ``code`` nobody has to type it."""
    return f"{address.origin}/R/{code}".upper() if code else f"{address.origin}/".upper()


def personal_url(address: Address, token: str) -> str:
    """The address for somebody's personal QR code."""
    return f"{address.origin}/P/{token}".upper()


def take_home_url(address: Address, code: str) -> str:
    """The address for the minutes after confirmation; ``code``: that of the room."""
    return f"{address.origin}/T/{code}".upper()
