"""Network check: which address the phones will come to, and what else can stand in the way."""

from typing import ClassVar

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content

from screens.desk import Desk
from screens.frame import Frame
from screens.phone_host import Kind, Place
from screens.plain import Text, joined, plain
from screens.widgets.header import HeaderLine
from screens.widgets.key_bar import KeyBar
from screens.widgets.pick_list import PickList
from sessionui.locale import N_, _, phrase
from sessionui.text import shorten_middle

KINDS: dict[Kind, str] = {
    "hotspot": N_("hotspot"),
    "wifi": N_("Wi-Fi"),
    "cable": N_("cable"),
    "other": N_("other"),
    "virtual": N_("virtual"),
    "this": N_("this laptop only"),
}
HINTS: dict[Kind, str] = {
    "hotspot": N_("Phones join the hotspot; no internet is needed."),
    "wifi": N_("Phones join the same Wi-Fi. A guest network may keep devices apart."),
    "cable": N_("Works when the Wi-Fi of this building belongs to the same network."),
    "other": N_("Perhaps phones reach this one; try it with yours."),
    "virtual": N_("Made by a program on this laptop; phones don't reach it."),
    "this": N_("To try it out in a browser on this laptop; phones don't reach it."),
}
IN_THE_WAY = (
    N_(
        "No common network: switch on the hotspot of this laptop, or of a phone, and let "
        "everybody join that one. Nobody needs internet."
    ),
    N_(
        "Devices are kept apart (client isolation), as on many guest networks: the page doesn't "
        "load on any phone. Use a hotspot instead."
    ),
    N_(
        "A firewall: the first start may ask for permission. Allow it, for private and for "
        "public networks."
    ),
    N_(
        "A phone hops to mobile data because the Wi-Fi has no internet: choose to stay connected, "
        "or switch mobile data off for a while."
    ),
)


class NetworkScreen(Frame):
    """Choose an address and start; closed by itself when phones are served."""

    TITLE_TEXT = N_("Network check")
    HELP_TEXT = N_(
        "Phones and this laptop have to be on the same network. Choose the laptop's address on it: "
        "enter starts the server there and sees whether its port answers. That answer comes from "
        "this laptop itself; so try it with your own phone before the room does.\n\n"
        "Windows: Settings, Network & internet, Mobile hotspot; on, even without internet if it "
        "is shared from a cable or another adapter. If the firewall asks about Python, allow it "
        "on private and public networks; when it doesn't ask and phones get nothing, allow the "
        "app under Windows Security, Firewall, Allow an app.\n\n"
        "macOS: System Settings, General, Sharing, Internet Sharing, to devices using Wi-Fi. "
        "Allow incoming connections when it asks, or under Network, Firewall, Options.\n\n"
        "Linux: Settings, Wi-Fi, Turn On Wi-Fi Hotspot (or: nmcli device wifi hotspot). With a "
        "firewall open the port: sudo ufw allow 8765:8774/tcp, or sudo "
        "firewall-cmd --add-port=8765-8774/tcp.\n\n"
        "iPhone: Settings, Personal Hotspot, Allow Others to Join, and keep that page open until "
        'they are in. It warns "no internet connection" on other Wi-Fi: stay on it anyway. '
        "Switch off VPN and Private Relay if the page doesn't load.\n\n"
        "Android: Settings, Network & internet, Hotspot & tethering. When a joined phone says "
        "that this Wi-Fi has no internet, choose to stay connected; else it uses mobile data and "
        "doesn't find the page."
    )
    CSS_PATH = "phones.tcss"
    AUTO_FOCUS = "#places"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "start", N_("Start here"), id="network.start"),
        Binding("u", "look", N_("Look again"), id="network.look"),
        Binding("escape", "close", N_("Back"), id="network.close"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._places: tuple[Place, ...] = ()
        self._outcome = ""
        self._busy = False

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield HeaderLine()
        yield Text(_("On which network will the phones be? enter starts there."), id="title")
        yield PickList(id="places")
        yield Text("", id="outcome")
        with VerticalScroll(id="in-the-way", can_focus=False):
            yield Text(_("What else can stand in the way"), classes="heading")
            for text in IN_THE_WAY:
                with Horizontal(classes="hint"):
                    yield Text(plain("·", "dim"), classes="dot")
                    yield Text(_(text))
            yield Text(_("F1 says what to do on Windows, macOS, Linux, iPhone and Android."))
        yield KeyBar()

    def on_mount(self) -> None:
        """See which addresses there are."""
        self._places = tuple(self.desk.phones.places())
        self.show()

    def show(self) -> None:
        """Show the addresses, and what came of the last try."""
        self.query_one(HeaderLine).show(self.desk.work)
        self.query_one("#places", PickList).show([(p.address, _row(p)) for p in self._places])
        self._show_outcome()

    def _show_outcome(self) -> None:
        place = self._picked()
        if self._busy:
            text = plain(_("Starting, and seeing whether the port answers…"))
        elif self._outcome:
            text = plain(self._outcome, "$warning")
        else:
            text = plain(_(HINTS[place.kind]) if place else "", "dim")
        self.query_one("#outcome", Text).show(text)

    def _picked(self) -> Place | None:
        picked = self.query_one("#places", PickList).picked
        return next((p for p in self._places if p.address == picked), None)

    def on_option_list_option_highlighted(self, event: PickList.OptionHighlighted) -> None:
        """Another address: what was said of the last one is over."""
        event.stop()
        self._show_outcome()

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Enter or a click starts."""
        event.stop()
        self.action_start()

    @worker
    async def action_start(self) -> None:
        """Serve phones on the picked address."""
        place = self._picked()
        if place is None or self._busy:
            return
        self._busy, self._outcome = True, ""
        self._show_outcome()
        refusal = await self.desk.phones.start(place.address)
        self._busy = False
        if refusal is None:
            self.dismiss()
            return
        self._outcome = phrase(refusal.template, refusal.values)
        self._show_outcome()

    def action_look(self) -> None:
        """See which addresses there are now: a hotspot may have been switched on."""
        self._places, self._outcome = tuple(self.desk.phones.places()), ""
        self.show()

    def action_close(self) -> None:
        """Back, without phones."""
        if not self._busy:
            self.dismiss()


def _row(place: Place) -> Content:
    dim = "dim" if place.kind in ("virtual", "this") else ""
    return joined(
        plain(_(KINDS[place.kind]).ljust(20), dim),
        plain(place.address.ljust(18), dim or "bold"),
        plain(shorten_middle(place.interface, 36), "dim"),
    )
