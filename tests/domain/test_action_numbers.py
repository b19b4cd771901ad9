"""Actions that a decision ends or keeps by their number, and what only looks like that."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionui.domain.action_numbers import ended_in, going_on_in

ENDED = [
    "Actie 14 gaat niet door",
    "Actie 14 gaat daarom niet meer door.",
    "actie nr. 14 vervalt",
    "Actie 14 van Helderwit vervalt.",
    "Acties 13 en 14 vervallen dus.",
    "De acties 12, 13 en 14 worden geschrapt.",
    "Actie 13 en actie 14 vervallen.",
    "Actie 14 komt hiermee te vervallen",
    "Actie 14 is niet langer nodig, omdat de sleutels er zijn.",
    "Actiepunt 14 wordt ingetrokken.",
    "Actie 14 doen we niet.",
    "We schrappen actie 14.",
    "Afgesproken: we laten actie 14 vervallen",
    "Wij trekken actie 14 in.",
    "We voeren actie 14 niet uit.",
    "We stoppen met actie 14",
    "Actie 13 gaat door, actie 14 gaat niet door.",
    "Actie 13 gaat door en actie 14 vervalt.",
    "Action 14 is dropped.",
    "Action #14 will be cancelled.",
    "Action 14 has been withdrawn",
    "Actions 13 and 14 are called off.",
    "Action 14 is no longer needed.",
    "Action 14 doesn’t go ahead",
    "Action 14 will not be carried out.",
    "We drop action 14.",
    "From now on we will not do action 14",
]
NOT_ENDED = [
    "Actie 14 gaat door.",
    "Actie 14 vervalt niet.",
    "Actie 14 wordt niet geschrapt.",
    "Actie 14 vervalt als de sleutels er zijn.",
    "Actie 14 gaat niet door tot de nieuwe machine er is.",
    "Actie 14 gaat niet door op 3 december, maar op 10 december.",
    "Vervalt actie 14?",
    "Niet actie 14 vervalt.",
    "Actie 14 over het vervallen van passen gaat door.",
    "Actie 14 gaat over het stoppen van de lekkage.",
    "We voeren actie 14 uit: stoppen met papieren lijsten.",
    "Actie 14 is klaar; de oude lijst vervalt.",
    "De lijst van actie 14 is klaar en de oude pas vervalt.",
    "Actie 13 vervalt, actie 14 gaat door.",
    "De dienst van 14 uur vervalt.",
    "Lokaal 14 gaat niet door.",
    "Reactie 14 vervalt.",
    "Actie 140 vervalt.",
    "Actie 14.2 vervalt.",
    "Action 14 is not dropped.",
    "Action 14 will be dropped unless the keys arrive.",
    "We do not drop action 14.",
    "Is action 14 cancelled?",
    "Action 14 is about cancelled shifts.",
    "Action 14: we drop the paper lists.",
    "Transaction 14 is cancelled.",
    "We agreed not to drop action 14.",
]


@pytest.mark.parametrize("text", ENDED)
def test_an_action_that_a_decision_ends_by_its_number_is_found(text: str) -> None:
    assert 14 in ended_in(text)
    assert 14 not in going_on_in(text)


@pytest.mark.parametrize("text", NOT_ENDED)
def test_what_only_looks_like_that_is_passed_over(text: str) -> None:
    assert 14 not in ended_in(text)


@pytest.mark.parametrize(
    "text",
    ["Actie 14 gaat gewoon door.", "Acties 13 en 14 blijven staan.", "Action 14 goes ahead."],
)
def test_an_action_that_goes_on_is_found(text: str) -> None:
    assert 14 in going_on_in(text)
    assert ended_in(text) == frozenset()


@given(st.text(), st.integers(1, 999), st.sampled_from(["gaat niet door", "vervalt", "is dropped"]))
def test_only_numbers_that_stand_there_are_ever_found(words: str, number: int, end: str) -> None:
    assert ended_in(words) <= {int(n) for n in _numbers(words)}
    assert ended_in(f"Actie {number} {end}") == {number}
    assert ended_in(f"Punt {number} {end}") == frozenset()


def _numbers(text: str) -> list[str]:
    spaced = "".join(c if c.isdecimal() else " " for c in text)
    return spaced.split()
