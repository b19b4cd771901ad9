"""Keys from a terminal that doesn't send UTF-8, or sends what is none: read, never a crash."""

from codecs import IncrementalDecoder, getincrementaldecoder
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

from textual.driver import Driver

READS = "run_input_thread"


def reading(driver: type[Driver], coding: str) -> type[Driver]:
    """The driver, reading keys in ``coding``; what is wrong in it becomes a question mark sign.

    Textual's own decodes strictly as UTF-8, and one byte of another coding ends it. Drivers that
    don't decode (on Windows, without a terminal) are returned as they are.
    """
    module = import_module(driver.__module__)
    if not hasattr(driver, READS) or not hasattr(module, "getincrementaldecoder"):
        return driver

    def decoder(name: str) -> Callable[[], IncrementalDecoder]:
        del name
        return partial(getincrementaldecoder(coding), errors="replace")

    class Reading(driver):  # type: ignore[misc, valid-type]
        def run_input_thread(self) -> Any:
            module.getincrementaldecoder = decoder  # type: ignore[attr-defined]
            return super().run_input_thread()

    return Reading
