"""The way to the phones: the network check first, then the wall."""

from screens.desk import Desk
from screens.frame import Frame


async def open_phones(screen: Frame, desk: Desk) -> None:
    """Show the phones screen; before that start the server, if it is off."""
    # Loaded here: few sessions ask phones in.
    from screens.phones.network import NetworkScreen
    from screens.phones.wall import PhonesScreen

    if not desk.phones.running:
        await screen.app.push_screen_wait(NetworkScreen(desk))
    if desk.phones.running:
        await screen.app.push_screen_wait(PhonesScreen(desk))
