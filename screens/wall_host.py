"""What screens see of the windows that follow the application."""

from typing import Protocol


class Wall(Protocol):
    """The windows that follow this application."""

    @property
    def watching(self) -> int:
        """How many windows follow now."""

    @property
    def failed(self) -> bool:
        """Whether no window can find this application."""

    @property
    def command(self) -> str:
        """What to type in another terminal window."""

    def look(self) -> None:
        """Show what is before the room now, if it is not what is shown already."""

    def close(self) -> None:
        """Let every window go."""
