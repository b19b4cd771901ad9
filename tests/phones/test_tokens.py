from itertools import count

import pytest

from sessionui.domain.session import Phones
from sessionui.phones import tokens
from sessionui.phones.address import Address, personal_url, room_url, take_home_url
from tests.support.phone_room import SECRET


def test_a_token_holds_128_bits_and_comes_back_as_it_was_typed() -> None:
    assert len(tokens.ALPHABET) ** tokens.TOKEN_LENGTH > 2**128
    token = tokens.new_token()
    assert tokens.normal(f" {token[:5].lower()}-{token[5:]} ") == token
    assert len({tokens.new_token() for _ in range(100)}) == 100


@pytest.mark.parametrize("typed", ["", "OIL", "abc!", "٣٣٣٣٣٣", "ＡＢＣ", "\x00", "a" * 3 + "é"])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert tokens.normal(typed) == ""


def test_the_room_keeps_its_code_over_a_restart_and_gets_another_when_renewed() -> None:
    phones = Phones(secret=SECRET)
    assert tokens.room_code(phones) == tokens.room_code(phones.but(show_revealed=True))
    assert len({tokens.room_code(phones.but(issue=n)) for n in range(1, 50)}) == 49
    assert tokens.room_code(Phones()) == ""


def test_a_receipt_code_follows_from_token_and_session_and_tells_neither() -> None:
    token = tokens.new_token(lambda _bits: 7)
    code = tokens.receipt_code(token, "s1")
    assert code == tokens.receipt_code(token, "s1") != tokens.receipt_code(token, "s2")
    assert len(code) == tokens.RECEIPT_LENGTH
    assert set(code) <= set(tokens.ALPHABET)


def test_a_card_and_a_picked_name_are_never_taken_for_each_other() -> None:
    token = tokens.new_token()
    assert tokens.key_hash(token) != tokens.picked_hash(token)
    assert token not in tokens.key_hash(token)


@pytest.mark.parametrize("host", ["192.168.43.1", "192.168.100.100", "10.0.0.1"])
def test_addresses_fit_a_small_qr_code(host: str) -> None:
    from qrcode import constants, main

    token = tokens.new_token(lambda _bits: next(_counting))
    for url in (
        personal_url(Address(host, 8765), token),
        room_url(Address(host, 8765), "ABCDEF"),
        take_home_url(Address(host, 8765), "ABCDEF"),
        room_url(Address(host, 8765)),
    ):
        assert url == url.upper()
        code: main.QRCode = main.QRCode(error_correction=constants.ERROR_CORRECT_M)
        code.add_data(url)
        assert code.best_fit() <= 3, url


_counting = count(2**127)


def test_an_address_leaves_port_80_out_and_brackets_ipv6() -> None:
    assert Address("10.0.0.1", 80).origin == "http://10.0.0.1"
    assert Address("fe80::1", 8765).authority == "[fe80::1]:8765"
