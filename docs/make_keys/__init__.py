"""The key tables of the manual, in both languages, made from the bindings of the program.

``python -m docs.make_keys`` writes ``docs/keys.md``, ``docs/toetsen.md`` and the short table in the
README; a test tells when they are out of date. The tables: ``sessionui.commands.key_tables``.
"""

from pathlib import Path

from sessionui.commands.key_tables import GENERAL, TABLES, text_of
from sessionui.locale import LANGUAGES, Language

ROOT = Path(__file__).parents[2]
PAGES: dict[Language, Path] = {
    "en": ROOT / "docs" / "keys.md",
    "nl": ROOT / "docs" / "toetsen.md",
}
README = ROOT / "README.md"
BEGIN, END = "<!-- keys: begin -->", "<!-- keys: end -->"

HEADS: dict[Language, str] = {
    "en": """# Keys

Made from the program by `python -m docs.make_keys`; don't edit it by hand. `F1` shows the keys of
the screen you are on, `ctrl+p` all commands that are possible now. Arrows move in lists, `tab` goes
to the next field, and a click does what `enter` does. Letters are keys as long as no field has the
cursor; `escape` leaves a field.
""",
    "nl": """# Toetsen

Gemaakt uit het programma met `python -m docs.make_keys`; niet met de hand wijzigen. `F1` toont de
toetsen van het scherm dat voorligt, `ctrl+p` alle opdrachten die nu mogelijk zijn. Pijltjes lopen
door lijsten, `tab` gaat naar het volgende veld en een klik doet wat `enter` doet. Letters zijn
toetsen zolang de cursor niet in een veld staat; `escape` verlaat een veld.
""",
}


def page(lang: Language) -> str:
    """The whole page in a language."""
    return HEADS[lang] + text_of(TABLES, lang)


def readme(now: str) -> str:
    """The README with its short table brought up to date."""
    before, _, rest = now.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{text_of(GENERAL, 'en', headings=False)}\n{END}{after}"


def main() -> None:
    """Write everything."""
    for lang in LANGUAGES:
        PAGES[lang].write_text(page(lang), encoding="utf-8")
    README.write_text(readme(README.read_text(encoding="utf-8")), encoding="utf-8")
