"""What went wrong with a request, in words that tell nothing about anybody."""

from sessionui.locale import N_

WORDS: dict[int, tuple[str, str]] = {
    400: (
        N_("That didn't come through"),
        N_("Your phone sent something that this page can't read. Go back and try again."),
    ),
    403: (
        N_("This page is out of date"),
        N_("It was opened in another way than by your own tap, or too long ago. Start again."),
    ),
    404: (
        N_("There is nothing here"),
        N_("The address is wrong, or what was here is gone."),
    ),
    405: (N_("There is nothing here"), N_("The address is wrong, or what was here is gone.")),
    408: (
        N_("That took too long"),
        N_("The connection is slow. Stand closer to the laptop and try again."),
    ),
    413: (N_("That is too long"), N_("Shorten your text and send it again.")),
    415: (
        N_("That didn't come through"),
        N_("Your phone sent something that this page can't read. Go back and try again."),
    ),
    421: (
        N_("This is not the address"),
        N_("Type the address exactly as it stands on the screen in the room."),
    ),
    429: (
        N_("Too fast"),
        N_("There were too many tries from your phone or network. Wait a minute, then try again."),
    ),
    431: (
        N_("That didn't come through"),
        N_("Your phone sent something that this page can't read. Go back and try again."),
    ),
    500: (
        N_("Something went wrong here"),
        N_("It is not your phone. Try again; if it stays, tell the facilitator."),
    ),
    503: (N_("Not now"), N_("The facilitator has not opened this yet, or it is very busy. Wait.")),
}


class Trouble(Exception):  # noqa: N818 - it is an answer, not a fault
    """A request that is answered by a page of its own. ``status``: one of ``WORDS``."""

    def __init__(self, status: int) -> None:
        super().__init__(str(status))
        self.status = status
