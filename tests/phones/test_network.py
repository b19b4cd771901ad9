"""Which address phones are likely to reach: names of adapters as three systems give them."""

import socket
import threading

import pytest

from sessionui.phones.network import Kind, answers, kind_of, places, sorted_places

CASES: list[tuple[str, str, Kind]] = [
    # Windows: descriptions of adapters
    ("Intel(R) Wi-Fi 6 AX201 160MHz", "10.0.0.23", "wifi"),
    ("Microsoft Wi-Fi Direct Virtual Adapter #2", "192.168.137.1", "hotspot"),
    ("Realtek PCIe GbE Family Controller", "10.1.2.3", "cable"),
    ("Intel(R) Ethernet Connection (7) I219-LM", "10.1.2.3", "cable"),
    ("Hyper-V Virtual Ethernet Adapter", "172.28.0.1", "virtual"),
    ("vEthernet (WSL)", "172.28.16.1", "virtual"),
    ("VirtualBox Host-Only Ethernet Adapter", "192.168.56.1", "virtual"),
    ("VMware Virtual Ethernet Adapter for VMnet8", "192.168.80.1", "virtual"),
    ("Tailscale Tunnel", "100.101.102.103", "virtual"),
    ("TAP-Windows Adapter V9", "10.8.0.2", "virtual"),
    ("Bluetooth Device (Personal Area Network)", "169.254.3.4", "virtual"),
    ("Dell Wireless 1830 802.11ac", "172.20.10.3", "hotspot"),
    ("Software Loopback Interface 1", "127.0.0.1", "this"),
    # macOS
    ("en0", "192.168.1.20", "wifi"),
    ("en7", "192.168.1.21", "cable"),
    ("bridge100", "192.168.2.1", "hotspot"),
    ("utun3", "10.9.0.2", "virtual"),
    ("awdl0", "169.254.8.8", "virtual"),
    ("en0", "172.20.10.2", "hotspot"),
    # Linux
    ("wlp2s0", "192.168.178.30", "wifi"),
    ("wlan0", "192.168.43.17", "hotspot"),
    ("wlp2s0", "10.42.0.1", "hotspot"),
    ("enp0s31f6", "10.0.0.5", "cable"),
    ("eth0", "192.0.2.2", "cable"),
    ("eno1", "169.254.1.2", "other"),
    ("docker0", "172.17.0.1", "virtual"),
    ("br-6c0ffee", "172.18.0.1", "virtual"),
    ("virbr0", "192.168.122.1", "virtual"),
    ("tailscale0", "100.64.0.7", "virtual"),
    ("wg0", "10.66.0.2", "virtual"),
    ("something else", "10.5.5.5", "other"),
    ("lo", "127.0.0.1", "this"),
]


@pytest.mark.parametrize(("interface", "address", "kind"), CASES)
def test_kind(interface: str, address: str, kind: Kind) -> None:
    assert kind_of(interface, address) == kind


def test_those_that_phones_reach_come_first() -> None:
    found = sorted_places((name, address) for name, address, _ in reversed(CASES))
    kinds = [p.kind for p in found]
    assert kinds == sorted(
        kinds, key=["hotspot", "wifi", "cable", "other", "virtual", "this"].index
    )
    assert kinds[0] == "hotspot"
    assert found[-1].address == "127.0.0.1"


def test_this_computer_has_an_address() -> None:
    assert "127.0.0.1" in [p.address for p in places()]


def test_a_port_that_answers_and_ones_that_dont() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]

        def answer() -> None:
            peer, _ = listener.accept()
            with peer:
                peer.recv(4096)
                peer.sendall(b"HTTP/1.1 303 See Other\r\nContent-Length: 0\r\n\r\n")

        thread = threading.Thread(target=answer)
        thread.start()
        assert answers("127.0.0.1", port)
        thread.join(5)
        assert not answers("127.0.0.1", port, seconds=0.3)  # listens, and says nothing
    assert not answers("127.0.0.1", port, seconds=0.3)
