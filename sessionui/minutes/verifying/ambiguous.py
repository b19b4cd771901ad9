"""A PDF in which a key stands twice: one viewer shows the first value, another the last."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sessionui.domain.wording import N_, Refused

_TOLD_BY_PYPDF: Final = "Multiple definitions in dictionary"
"""How the warning of pypdf begins that it takes the first of two values."""


class _Heard(logging.Handler):
    """Keeps whether that was told; everything else that pypdf tells is English, and no help."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.twice = False

    def emit(self, record: logging.LogRecord) -> None:
        self.twice = self.twice or _TOLD_BY_PYPDF in record.getMessage()


@contextmanager
def each_key_once() -> Iterator[None]:
    """Around all reading of a PDF. Raises ``Refused`` after it when a key stood twice."""
    logger, heard = logging.getLogger("pypdf"), _Heard()
    before = (logger.level, logger.propagate)
    logger.addHandler(heard)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(heard)
        logger.setLevel(before[0])
        logger.propagate = before[1]
    if heard.twice:
        raise Refused(
            N_(
                "This PDF can't be checked: something in it is said twice, and viewers differ on "
                "which of the two they show. sessionui never writes that."
            )
        )
