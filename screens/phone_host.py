"""What the screens see of the server of the phones."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, Protocol

from sessionui.domain.wording import Sentence

if TYPE_CHECKING:
    from screens.widgets.qr_code import Matrix

Kind = Literal["hotspot", "wifi", "cable", "other", "virtual", "this"]


class Place(Protocol):
    """An address of this computer, where the server could listen."""

    @property
    def address(self) -> str: ...
    @property
    def interface(self) -> str: ...
    @property
    def kind(self) -> Kind: ...


class Handed(Protocol):
    """A personal way in, to be shown to one person. It is kept nowhere else."""

    @property
    def typed(self) -> str:
        """The address to type."""

    @property
    def code(self) -> str:
        """The code to type there, in groups."""

    @property
    def matrices(self) -> "tuple[Matrix, ...]":
        """The QR code of both together, the best first."""


class PhoneHost(Protocol):
    """The server of the phones of the session on the table; off until it is started."""

    @property
    def running(self) -> bool:
        """Whether phones are served now."""

    @property
    def typed(self) -> str:
        """The address to type, such as "192.168.137.1:8765"; ``""`` when it is off."""

    @property
    def code(self) -> str:
        """The six characters of the room; ``""`` before phones were ever asked in."""

    @property
    def joined(self) -> int:
        """How many phones came in since it was started."""

    def places(self) -> Sequence[Place]:
        """The addresses of this computer now, those most likely to work first."""

    async def start(self, address: str) -> Sentence | None:
        """Serve phones on that address and see that the port answers; or why not."""

    def stop(self) -> None:
        """Stop serving; returns at once."""

    def room_code(self) -> "tuple[Matrix, ...]":
        """The QR code that lets a phone in, the best first."""

    def take_home_code(self) -> "tuple[Matrix, ...]":
        """The QR code of the confirmed minutes."""

    @property
    def wifi(self) -> tuple[str, str]:
        """Name and password of the network, as last told for this partnership; may be empty."""

    def set_wifi(self, name: str, password: str) -> Sentence | None:
        """Remember them."""

    def wifi_code(self) -> "tuple[Matrix, ...]":
        """The QR code that joins the network; empty without a name."""

    def hand_out(self, person_id: str) -> Handed | Sentence:
        """A new personal way in; the ones that this person had end. Or why not."""

    async def write_cards(self, people: Sequence[str], folder: str) -> str | Sentence:
        """A sheet of new personal cards to print, one a person: its path, or why not."""
