"""Documents that many tests read, built once: they are frozen."""

import pytest

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.scoring import Rules
from tests.minutes.room import confirmed, kick_off, review


@pytest.fixture(scope="session")
def by_name() -> MinutesDocument:
    return review().minutes()


@pytest.fixture(scope="session")
def by_side() -> MinutesDocument:
    """Four answers on side a, three on side b; from four on they are shown."""
    return review(Rules(secrecy="side", threshold=4, self_estimate=True)).minutes()


@pytest.fixture(scope="session")
def kick_off_minutes() -> MinutesDocument:
    return kick_off().minutes()


@pytest.fixture(scope="session")
def final() -> MinutesDocument:
    return confirmed().minutes()
