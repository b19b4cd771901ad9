"""The languages that interface and minutes exist in."""

from typing import Final, Literal

Language = Literal["en", "nl"]

LANGUAGES: Final[tuple[Language, ...]] = ("en", "nl")

LANGUAGE_NAMES: Final[dict[Language, str]] = {"en": "English", "nl": "Nederlands"}
"""Each language by its own name, never translated."""


def as_language(tag: str) -> Language | None:
    """Read a language tag or locale name ("nl", "nl-BE", "nl_NL.UTF-8"); None if it isn't ours."""
    primary = tag.replace("-", "_").split("_")[0].split(".")[0].strip().lower()
    for known in LANGUAGES:
        if primary == known:
            return known
    return None
