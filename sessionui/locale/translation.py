"""Messages in the language that is chosen now, or in a given one."""

import gettext
from functools import cache
from pathlib import Path

from sessionui.locale.languages import LANGUAGES, Language

DOMAIN = "sessionui"
CATALOGUES = Path(__file__).parent


class Translator:
    """Messages in one language, for exports that don't follow the interface."""

    def __init__(self, language: Language, catalogue: gettext.NullTranslations) -> None:
        self.language: Language = language
        self._catalogue = catalogue

    def __repr__(self) -> str:
        return f"Translator({self.language!r})"

    def gettext(self, message: str) -> str:
        """Translate a message; one without a translation comes back in English."""
        # The catalogue keeps its own header under the empty message.
        return self._catalogue.gettext(message) if message else ""

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """Translate into the form that goes with the number n; n isn't filled in."""
        return self._catalogue.ngettext(singular, plural, n)

    def pgettext(self, context: str, message: str) -> str:
        """Translate a message whose English is the same for different things."""
        return self._catalogue.pgettext(context, message)


@cache
def translator(language: Language) -> Translator:
    """Return the translator into a language.

    Raises:
        ValueError: the language is not one of `LANGUAGES`.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no such language: {language!r}")
    if language == "en":  # messages are written in English
        return Translator("en", gettext.NullTranslations())
    path = CATALOGUES / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    with path.open("rb") as file:
        return Translator(language, gettext.GNUTranslations(file))


_current = translator("en")


def set_language(language: Language) -> None:
    """Switch the interface to a language, from the next message on.

    Raises:
        ValueError: the language is not one of `LANGUAGES`.
    """
    global _current  # noqa: PLW0603 - the process has one interface language
    _current = translator(language)


def language() -> Language:
    """Return the language of the interface."""
    return _current.language


def _(message: str) -> str:
    """Translate a message into the language of the interface."""
    return _current.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Translate into the language of the interface, in the form that goes with n."""
    return _current.ngettext(singular, plural, n)


def pgettext(context: str, message: str) -> str:
    """Translate a message whose English is the same for different things."""
    return _current.pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Mark a message that is data for translation, without translating it here."""
    return message
