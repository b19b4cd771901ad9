"""Dutch and English: translation, and the forms of dates, marks and lists.

Messages are written in English at the place of use, `_("Next stage")`, and looked up when called,
so a switch of language shows at the next paint. An export in another language than the interface
takes a `Translator` of its own: `translator("nl").gettext`.
"""

from sessionui.locale.formats import (
    MISSING,
    fmt_clock,
    fmt_date,
    fmt_datetime,
    fmt_duration,
    fmt_list,
    fmt_mark,
    fmt_month,
    fmt_number,
    fmt_signed,
    fmt_time,
    phrase,
    warm_up,
)
from sessionui.locale.languages import LANGUAGE_NAMES, LANGUAGES, Language, as_language
from sessionui.locale.system import system_language
from sessionui.locale.translation import (
    N_,
    Translator,
    _,
    language,
    ngettext,
    pgettext,
    set_language,
    translator,
)

__all__ = [
    "LANGUAGES",
    "LANGUAGE_NAMES",
    "MISSING",
    "N_",
    "Language",
    "Translator",
    "_",
    "as_language",
    "fmt_clock",
    "fmt_date",
    "fmt_datetime",
    "fmt_duration",
    "fmt_list",
    "fmt_mark",
    "fmt_month",
    "fmt_number",
    "fmt_signed",
    "fmt_time",
    "language",
    "ngettext",
    "pgettext",
    "phrase",
    "set_language",
    "system_language",
    "translator",
    "warm_up",
]
