"""The empty Word file that minutes are put into; made once for a language and its colours."""

from functools import lru_cache
from io import BytesIO

import docx

from sessionui.locale import Language
from sessionui.minutes.choices import Hue
from sessionui.minutes.word.page import drop_leftovers, set_paper
from sessionui.minutes.word.styles import set_styles


@lru_cache(maxsize=4)
def template(lang: Language, colours: tuple[tuple[Hue, str], ...]) -> bytes:
    """Paper and styles, without a word in it."""
    word = docx.Document()
    set_styles(word, lang, dict(colours))
    set_paper(word)
    drop_leftovers(word)
    file = BytesIO()
    word.save(file)
    return file.getvalue()
