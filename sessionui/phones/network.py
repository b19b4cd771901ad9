"""The addresses of this computer, told apart by the kind of network they belong to.

The kind is a guess from what systems call their adapters and from the ranges that hotspots give
out; it decides the order in which addresses are offered and nothing else.
"""

import http.client
import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["hotspot", "wifi", "cable", "other", "virtual", "this"]

ORDER: Final[tuple[Kind, ...]] = ("hotspot", "wifi", "cable", "other", "virtual", "this")
"""Most likely to be reached by phones first. ``this``: reached from this computer alone."""

HOTSPOTS: Final = tuple(
    ipaddress.ip_network(text)
    for text in (
        "192.168.137.0/24",  # Windows, mobile hotspot
        "10.42.0.0/16",  # Linux, NetworkManager
        "172.20.10.0/28",  # iPhone and iPad
        "192.168.43.0/24",  # Android, until version 11
        "192.168.49.0/24",  # Wi-Fi Direct
    )
)
"""Ranges that shared connections use unless somebody changed them."""

_VIRTUAL: Final = re.compile(
    r"docker|^br-|^veth|virbr|vbox|virtualbox|vmnet|vmware|vethernet|hyper-v|\bwsl|^tun|^tap|^utun"
    r"|^wg|wireguard|tailscale|zerotier|^zt|openvpn|\bvpn\b|^ppp|^awdl|^llw|^gif|^stf|^anpi|loopback"
    r"|lxc|lxd|cni|podman|flannel|parallels|^vnic|bluetooth|^bnep|npcap|teredo|isatap",
    re.IGNORECASE,
)
_SHARED: Final = re.compile(r"wi-?fi direct|hosted network|^ap\d|^bridge1\d\d$", re.IGNORECASE)
_WIFI: Final = re.compile(r"wi-?fi|wireless|wlan|^wl[pxson]|802\.11|airport", re.IGNORECASE)
_CABLE: Final = re.compile(
    r"ethernet|^eth\d|^en[opsx]?\d|^en[opsx]\w|gbe|gigabit|^usb\d|lan adapter", re.IGNORECASE
)


@dataclass(frozen=True)
class Place:
    """One address of this computer. ``interface``: what the system calls the adapter."""

    address: str
    interface: str
    kind: Kind


def kind_of(interface: str, address: str) -> Kind:
    """The kind of network behind an adapter with this name and IPv4 address."""
    ip = ipaddress.ip_address(address)
    told: tuple[tuple[bool, Kind], ...] = (
        (ip.is_loopback, "this"),
        (bool(_SHARED.search(interface)), "hotspot"),
        (bool(_VIRTUAL.search(interface)), "virtual"),
        (any(ip in network for network in HOTSPOTS), "hotspot"),
        (ip.is_link_local, "other"),
        (bool(_WIFI.search(interface)) or interface == "en0", "wifi"),  # en0: of a MacBook
        (bool(_CABLE.search(interface)), "cable"),
    )
    return next((kind for holds, kind in told if holds), "other")


def sorted_places(found: Iterable[tuple[str, str]]) -> tuple[Place, ...]:
    """The places for (adapter, IPv4 address) pairs: hotspot first, this computer last."""
    places = {Place(address, name, kind_of(name, address)) for name, address in found}
    return tuple(
        sorted(
            places,
            key=lambda p: (ORDER.index(p.kind), p.interface, ipaddress.ip_address(p.address)),
        )
    )


def places() -> tuple[Place, ...]:
    """The IPv4 addresses of this computer now.

    Nothing of IPv6: the addresses that a network without a router gives can't be typed on a phone.
    """
    import ifaddr  # loads system libraries; only needed when phones are asked in

    return sorted_places(
        (adapter.nice_name, ip.ip)
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if isinstance(ip.ip, str)
    )


def answers(host: str, port: int, *, seconds: float = 3) -> bool:
    """Whether a web server answers there, asked from this computer; blocks at most some seconds.

    That it does says nothing of a firewall: those rarely stop a computer from asking itself.
    """
    connection = http.client.HTTPConnection(host, port, timeout=seconds)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
