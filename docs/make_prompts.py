"""The pages of the manual that list every rule of guidance, in both languages, made from the rules.

``python -m docs.make_prompts`` writes ``docs/prompts.md`` and ``docs/gesprekstips.md``; a test
tells when they are out of date.
"""

from pathlib import Path

from sessionui.domain.guidance.book import RULES
from sessionui.domain.guidance.rule import Rule
from sessionui.domain.kinds import STAGE_NAMES
from sessionui.locale import LANGUAGES, Language, translator

ROOT = Path(__file__).parents[1]
PAGES: dict[Language, Path] = {
    "en": ROOT / "docs" / "prompts.md",
    "nl": ROOT / "docs" / "gesprekstips.md",
}
HEADS: dict[Language, str] = {
    "en": """# Prompts

Made from the rules by `python -m docs.make_prompts`; don't edit it by hand.

A prompt is a question for the room, at the foot of the facilitator's screen. It comes from one of
the rules below: plain conditions on what is written down, and of the scores only on what was
revealed. Before a reveal no mark and no reason changes a prompt. Nothing is learnt from earlier
users, and nothing is asked of a network. The most useful one is shown; `F2` shows why it is asked,
then the next with its reason, at last what to watch for in this stage, and then nothing. `ctrl+f`
lists the rules; space turns one off or on again for every session in the file. Prompts are the
facilitator's: they are never on the screen of the room or in the minutes.

Sources named "Method" are in [the method](method.md). The others are there to read on; a prompt is
a suggestion all the same.
""",
    "nl": """# Gesprekstips

Gemaakt uit de regels met `python -m docs.make_prompts`; niet met de hand wijzigen.

Een gesprekstip is een vraag voor de groep, onder aan het scherm van de gespreksleider. Zij komt van
een van de regels hieronder: gewone voorwaarden over wat er is opgeschreven, en van de cijfers
alleen over wat onthuld is. Vóór een onthulling verandert geen cijfer en geen onderbouwing een tip.
Er wordt niets geleerd van eerdere gebruikers en niets aan een netwerk gevraagd. De nuttigste staat
er; `F2` toont waarom zij gesteld wordt, dan de volgende met haar reden, ten slotte waarop bij dit
onderdeel te letten, en dan niets. `ctrl+f` toont de regels; spatie zet er een uit of weer aan, voor
elke sessie in het bestand. Tips zijn voor de gespreksleider: zij staan nooit op het scherm van de
zaal en nooit in het verslag.

Bronnen met "Methode" staan in [de methode](method.md) (Engels). De andere zijn om verder te lezen;
een tip blijft een voorstel.
""",
}
EVERYWHERE: dict[Language, str] = {"en": "Every stage", "nl": "Elk onderdeel"}
COLUMNS: dict[Language, tuple[str, str, str]] = {
    "en": ("When", "Reason", "Source"),
    "nl": ("Wanneer", "Reden", "Bron"),
}


def row(rule: Rule, lang: Language) -> str:
    """One line of a table."""
    gettext = translator(lang).gettext
    return f"| {gettext(rule.when)} | {gettext(rule.reason)} | {gettext(rule.source)} |"


def page(lang: Language) -> str:
    """The whole page in a language: a table a stage; a rule of several stages stands in each."""
    gettext = translator(lang).gettext
    everywhere = [rule for rule in RULES if len(rule.stages) == len(STAGE_NAMES)]
    chapters = {EVERYWHERE[lang]: everywhere} | {
        gettext(name): [r for r in RULES if key in r.stages and r not in everywhere]
        for key, name in STAGE_NAMES.items()
    }
    lines = []
    for title, rules in chapters.items():
        head = f"| {' | '.join(COLUMNS[lang])} |"
        lines += ["", f"## {title}", "", head, "|---|---|---|", *(row(r, lang) for r in rules)]
    return HEADS[lang] + "\n".join(lines) + "\n"


def main() -> None:
    """Write both pages."""
    for lang in LANGUAGES:
        PAGES[lang].write_text(page(lang), encoding="utf-8")


if __name__ == "__main__":
    main()
