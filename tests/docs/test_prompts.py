"""The list of rules in the manual is that of the program, in both languages."""

import pytest

from docs.make_prompts import PAGES, page
from sessionui.domain.guidance.book import RULES
from sessionui.locale import LANGUAGES, Language, translator
from tests.docs.pages import text_of


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_is_up_to_date_and_has_every_rule(lang: Language) -> None:
    text = text_of(PAGES[lang])
    up_to_date = text == page(lang)
    assert up_to_date, "run: python -m docs.make_prompts"
    gettext = translator(lang).gettext
    missing = [
        rule.id
        for rule in RULES
        for said in (rule.when, rule.reason, rule.source)
        if gettext(said) not in text
    ]
    assert missing == []
